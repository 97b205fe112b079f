"""A fault of ours while the window is open: told in the window, once, with a report that holds nothing of a record."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from incident_desk.gui import window_host
from incident_desk.gui.crash_band import CrashBand
from incident_desk.gui.crash_teller import NoWindow
from incident_desk.gui.first_start.assistant import Assistant
from incident_desk.gui.main_window import MainWindow
from tests.factories import Desk
from tests.gui.conftest import OpenOn, OpenWindow

Hook = Callable[[OpenWindow], None]
CANARY = "Canaria Vogelsang"
pytestmark = pytest.mark.expects_log


def band_of(opened: OpenWindow) -> CrashBand:
    opened.until(lambda: opened.host._crashes.band)
    band = opened.host._crashes.band
    assert band is not None
    return band


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def fails() -> None:
    raise KeyError(CANARY)


@pytest.fixture
def hooked(monkeypatch: pytest.MonkeyPatch) -> Hook:
    """As `start` hands every uncaught error to the watch; pytest would else take it for its own."""

    def hook(opened: OpenWindow) -> None:
        watch = opened.host._watch
        monkeypatch.setattr(sys, "excepthook", watch.report)
        monkeypatch.setattr(
            threading, "excepthook", lambda given: watch.report(given.exc_type, given.exc_value, given.exc_traceback)
        )

    return hook


@pytest.mark.parametrize("where", ["slot", "job", "thread"])
def test_that_a_fault_is_told_above_the_page_with_a_report(
    where: str, desk: Desk, open_on: OpenOn, hooked: Hook
) -> None:
    opened = open_on(desk)
    hooked(opened)
    if where == "slot":
        QTimer.singleShot(0, fails)
    elif where == "job":
        opened.window.session.tasks.run(fails)
    else:
        threading.Thread(target=fails).start()
    band = band_of(opened)
    assert band.isVisible()
    assert QApplication.activeModalWidget() is None
    assert "What was saved is safe" in band.sentence.text()
    press(band.show_button)
    assert band.report_place.isVisible()
    press(band.copy_button)
    report = QGuiApplication.clipboard().text()
    assert report == band.report.text()
    assert "KeyError\n" in report
    assert "test_crash.py:" in report
    assert CANARY not in report
    kept = list((opened.host.services.data_dir / "logs").glob("crash-*.txt"))
    assert [each.read_text() for each in kept] == [report]


def test_that_several_are_told_once_with_a_count_and_that_the_page_goes_on(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk)
    watch = opened.host._watch
    watch.take(KeyError(CANARY))
    band = band_of(opened)
    press(band.show_button)
    for _ in range(3):
        watch.take(ValueError(CANARY))
    opened.until(lambda: "4 times" in band.title.text())
    assert band.report_place.isVisible()
    assert band.report.text().count("ValueError") == 1
    assert "3 x ValueError" in band.report.text()
    opened.show("register")
    assert band.isVisible()
    press(band.close_button)
    assert opened.host._crashes.band is None
    watch.take(KeyError(CANARY))
    assert "times" not in band_of(opened).title.text()


def test_that_what_fails_whenever_it_is_painted_leaves_the_window_usable(
    desk: Desk, open_on: OpenOn, hooked: Hook
) -> None:
    class Broken(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            fails()

    opened = open_on(desk)
    hooked(opened)
    broken = Broken(opened.window)
    broken.resize(opened.window.size())
    broken.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    broken.show()
    again = QTimer(broken, interval=0)
    again.timeout.connect(broken.update)
    again.start()
    opened.until(lambda: opened.host._watch.count > 60)
    press(band_of(opened).close_button)
    again.stop()
    broken.hide()
    broken.deleteLater()
    folder = opened.host.services.data_dir / "logs"
    assert len(list(folder.glob("crash-*.txt"))) <= 10


def test_that_it_stands_in_the_window_that_comes_next_too(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk)
    opened.host._watch.take(KeyError(CANARY))
    band_of(opened)
    opened.window.other_register_requested.emit()
    assert isinstance(opened.host.window, Assistant)
    assert opened.host.window.isAncestorOf(band_of(opened))


def test_that_a_window_that_cannot_be_made_is_told_in_one_that_can(
    desk: Desk, open_on: OpenOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_on(desk)

    class Broken(MainWindow):
        def show_page(self, key: str, record: str = "") -> None:
            raise KeyError(CANARY)

    monkeypatch.setattr(window_host, "MainWindow", Broken)
    opened.host.begin(desk.address)
    assert isinstance(opened.host.window, NoWindow)
    assert "start it again" in band_of(opened).sentence.text()
    press(band_of(opened).close_button)
    assert not opened.host.is_shown


def test_that_a_report_that_cannot_be_kept_can_be_copied(desk: Desk, open_on: OpenOn, tmp_path: Path) -> None:
    opened = open_on(desk)
    (opened.host.services.data_dir / "logs").write_text("in the way")
    opened.host._watch.take(KeyError(CANARY))
    assert "KeyError" in band_of(opened).report.text()
