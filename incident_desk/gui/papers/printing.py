"""Printing on paper: the pages of the file, and on the copy, not in the file, who printed it and when."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from incident_desk.gui.papers.pages import page_count, page_picture
from incident_desk.gui.theme.manager import Theme

_DOTS_PER_INCH = 300


def ask_printer(parent: QWidget) -> QPrintDialog:
    """The system's print dialog; open it and listen to `accepted`."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    return QPrintDialog(printer, parent)


def print_file(content: bytes, printer: QPrinter, stamp: str, theme: Theme) -> None:
    """Draws every page on the printer."""
    painter = QPainter(printer)
    try:
        for number in range(page_count(content)):
            if number:
                printer.newPage()
            sheet = painter.viewport()
            painter.drawImage(QRectF(sheet), page_picture(content, number, _DOTS_PER_INCH).picture)
            _stamp(painter, sheet, stamp, theme)
    finally:
        painter.end()


def _stamp(painter: QPainter, sheet: QRect, stamp: str, theme: Theme) -> None:
    painter.setFont(theme.font("small"))
    painter.setPen(Qt.GlobalColor.black)
    foot = QRectF(sheet).adjusted(sheet.width() * 0.085, sheet.height() * 0.975, 0, 0)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, stamp)


def stamp_time(zone: str) -> str:
    return f"{datetime.now(ZoneInfo(zone)):%Y-%m-%d %H:%M} ({zone})"
