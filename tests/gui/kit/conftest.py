"""One theme in light for each test of the kit, and a sheet to paint on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from incident_desk.gui.theme.manager import Theme

Paint = Callable[[Callable[[QPainter], object]], QImage]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    made.set_mode("light")
    yield made
    qapp.setStyleSheet("")
    made.deleteLater()


@pytest.fixture
def painted(qapp: QApplication) -> Paint:
    """What a function paints on a white sheet of 320 x 120."""

    def paint(how: Callable[[QPainter], object]) -> QImage:
        sheet = QImage(320, 120, QImage.Format.Format_ARGB32)
        sheet.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(sheet)
        how(painter)
        painter.end()
        return sheet

    return paint
