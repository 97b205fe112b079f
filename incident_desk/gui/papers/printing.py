"""Printing on paper: the pages of the file, and on the copy, not in the file, who printed it and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from incident_desk.domain.values import micros
from incident_desk.gui.papers.pages import PaperFacts, paper_facts, picture_for_print
from incident_desk.usecases.wording import Wording

_DOTS_PER_INCH = 300
_STAMP_POINTS = 7.5
_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


class PaperRefusedError(Exception):
    """The printer, or the file that stands for one, took nothing."""


def make_printer(facts: PaperFacts, size: str) -> QPrinter:
    """A printer that is asked for the paper as it is, to its edges."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[size]))
    wide = QPageLayout.Orientation.Landscape if facts.is_wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(wide)
    return printer


def ask_printer(printer: QPrinter, parent: QWidget, target: Path, accepted: Callable[[], None]) -> QPrintDialog:
    """Opens the system's print dialog, which does not hold the window up. `target` is for printing into a file."""
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(accepted)
    QDialog.open(dialog)  # without waiting; QPrintDialog hides this form of it behind one with a slot
    into_file = dialog.findChild(QLineEdit, "filename")  # Qt's own dialog, on Linux, would begin in the home folder
    if into_file is not None:
        into_file.setText(str(target))
    return dialog


def print_file(content: bytes, printer: QPrinter, stamp: str, family: str) -> None:
    """Draws every page on the printer; takes a while, so it is called off the UI thread. Raises PaperRefusedError."""
    painter = QPainter()
    if not painter.begin(printer):
        raise PaperRefusedError
    try:
        for number in range(paper_facts(content).pages):
            if number and not printer.newPage():
                raise PaperRefusedError
            sheet = painter.viewport()
            painter.drawImage(QRectF(sheet), picture_for_print(content, number, _DOTS_PER_INCH))
            _stamp(painter, sheet, stamp, family)
    finally:
        painter.end()


def _stamp(painter: QPainter, sheet: QRect, stamp: str, family: str) -> None:
    """At the very foot, below everything that the file itself says."""
    font = QFont(family)
    font.setPointSizeF(_STAMP_POINTS)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    foot = QRectF(sheet).adjusted(sheet.width() * 0.085, sheet.height() * 0.972, -sheet.width() * 0.05, 0)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, stamp)


def stamp_time(wording: Wording) -> str:
    """Now, in the form of every other time on the paper."""
    return wording.moment_with_zone(micros(datetime.now(UTC)))
