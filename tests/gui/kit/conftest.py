"""For the parts of the kit: one theme, reset for each test, windows that go with their test, a sheet to paint on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.gui.theme.manager import Theme
from tests.gui.conftest import in_front

Paint = Callable[[Callable[[QPainter], object]], QImage]


@pytest.fixture(scope="session")
def theme_of_the_kit(qapp: QApplication) -> Theme:
    return Theme(qapp, qapp)


@pytest.fixture
def theme(theme_of_the_kit: Theme) -> Theme:
    """Light, at 100 %, in English, whatever the test before left behind."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.Ireland))
    theme_of_the_kit.set_mode("light")
    theme_of_the_kit.set_zoom(100)
    theme_of_the_kit.motion = True
    theme_of_the_kit.refresh()
    return theme_of_the_kit


@pytest.fixture
def page(theme: Theme) -> QWidget:
    """A window for parts to lie on."""
    return QWidget()


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Shows a window and waits until it has the keyboard and everything in it has its place."""

    def open_window(window: QWidget) -> QWidget:
        window.show()
        in_front(window, qtbot)
        QCoreApplication.sendPostedEvents()
        return window

    return open_window


@pytest.fixture(autouse=True)
def no_window_outlives_its_test(qapp: QApplication) -> Iterator[None]:
    yield
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not qapp.topLevelWidgets()


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
