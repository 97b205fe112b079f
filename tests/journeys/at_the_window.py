"""A person at the real window: what can be seen there, found by the words that stand on it, and two ways to act.

The program runs in a process of its own, started as `incident-desk` starts it. Every press and every key enters at
the window, as from the screen's own devices, and hits whatever really lies there.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from incident_desk.app import run
from incident_desk.gui.main_window import MainWindow

PATIENCE = 20  # seconds; the machine may be busy
TIMEOUT = 400

# --- a process for the program ---


def in_a_process(journey: Callable[[Path], None], folder: Path) -> int:
    """Runs a journey in a fresh process; its exit status, which is negative after a signal."""
    process = multiprocessing.get_context("spawn").Process(target=journey, args=(folder,))
    process.start()
    process.join(TIMEOUT)
    if process.is_alive():
        process.kill()
        process.join()
        raise TimeoutError(journey.__name__)
    return process.exitcode or 0


def start_program(folder: Path, journey: Callable[[], None], *arguments: str) -> NoReturn:
    """Starts the program as a person does and tells a journey once the window stands."""
    warnings.simplefilter("error")
    application = QApplication(["incident-desk"])

    def begin() -> None:
        """Not before the window has the keyboard: until then its first picture has it, which is gone in a moment."""
        if isinstance(QApplication.activeWindow(), MainWindow):
            _told(journey)
        else:
            QTimer.singleShot(20, application, begin)

    begin()
    sys.exit(run(["--data-dir", str(folder / "data"), "--language", "en", *arguments]))


def _told(journey: Callable[[], None]) -> None:
    """What fails in here would else end in the program's own crash log."""
    try:
        until(QGuiApplication.focusWindow, "the window")
        journey()
    except BaseException:  # noqa: BLE001  a failed assertion too; it is told, and ends the process
        traceback.print_exc()
        print_what_stands_there()
        os._exit(1)


def close() -> None:
    """As the cross in the corner does."""
    window = QApplication.activeWindow()
    assert window is not None
    window.close()


def pull_the_plug() -> NoReturn:
    """Nothing more is saved, closed or said good-bye to."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


# --- what can be seen ---


Found = TypeVar("Found")


def until(look: Callable[[], Found | None], what: str = "") -> Found:
    """What the look finds, as soon as it finds something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        QTest.qWait(25)
    raise AssertionError(f"not there: {what or look}")


def visible(within: QWidget | None = None) -> Iterator[QWidget]:
    """Everything that is shown, in the uppermost window first."""
    tops = [within] if within is not None else sorted(
        (top for top in QApplication.topLevelWidgets() if top.isVisible()),
        key=lambda top: top is not (QApplication.activePopupWidget() or QApplication.activeModalWidget()),
    )  # fmt: skip
    for top in tops:
        yield top
        for child in top.findChildren(QWidget):
            if child.isVisible():
                yield child


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    if isinstance(widget, QComboBox):  # Qt gives its text for its name on Linux; readers follow the label instead
        return widget.accessibleName()
    if widget.accessibleName():
        return widget.accessibleName()
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else ""


def is_called(widget: QWidget, name: str) -> bool:
    """What stands behind a comma only adds to the name: "Inbox, 1", "Step 2, Containment, the current step"."""
    called = name_of(widget)
    return called == name or called.startswith(f"{name}, ")


def words_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel) else name_of(widget)


def sees(words: str, within: str = "") -> bool:
    return any(words in words_of(each) for each in visible(place(within)) if not each.visibleRegion().isEmpty())


def sees_part(words: str) -> bool:
    """Whether something on the window says these words among others."""
    return any(words in f"{words_of(each)} {each.accessibleName()}" for each in visible())


def place(name: str) -> QWidget | None:
    """The sheet or part of the window that has this name; None for the whole window."""
    return until(lambda: next((each for each in visible() if name_of(each) == name), None), name) if name else None


def says(words: str, within: str) -> bool:
    """Whether exactly these words stand there."""
    return any(words_of(each) == words for each in visible(place(within)))


def gone(name: str) -> None:
    until(lambda: not any(name_of(each) == name for each in visible()), f"{name} to be gone")


def find(name: str, within: str = "", *, to_write: bool = False) -> QWidget:
    """What one can press or write in, by its name. What is uncovered comes first."""
    kinds = QLineEdit | QPlainTextEdit if to_write else QWidget

    def look() -> QWidget | None:
        named = [
            each for each in visible(place(within))
            if each.isEnabled() and isinstance(each, kinds) and not isinstance(each, QLabel) and is_called(each, name)
        ]  # fmt: skip
        takes_part = [each for each in named if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
        return next(iter(sorted(takes_part or named, key=lambda each: spot(each) is None)), None)

    return until(look, name)


def row(words: str, of: str = "") -> tuple[QAbstractItemView, QRect]:
    """The list and the place of its row that says these words; `of` names the list."""

    def look() -> tuple[QAbstractItemView, QRect] | None:
        for view in visible():
            model = view.model() if isinstance(view, QAbstractItemView) else None
            if not isinstance(view, QAbstractItemView) or model is None or (of and name_of(view) != of):
                continue
            for number in range(model.rowCount()):
                index = model.index(number, 0)
                said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
                if words in str(said) and view.viewport().rect().intersects(view.visualRect(index)):
                    return view, view.visualRect(index)
        return None

    return until(look, f"a row {words!r}")


def spot(widget: QWidget, part: QRect | None = None) -> QPoint | None:
    """A point of the window at which a press would hit the widget; None while it is hidden or covered."""
    shown = widget.visibleRegion().boundingRect().intersected(part or widget.rect())
    if shown.isEmpty():
        return None
    window = widget.window()
    at = widget.mapTo(window, shown.center())
    hit = window.childAt(at) or window
    return at if hit is widget or widget.isAncestorOf(hit) else None


def at(name: str, within: str = "") -> bool:
    """Whether the focus is there."""
    focused = QApplication.focusWidget()
    return focused is not None and is_called(focused, name) and (not within or is_inside(focused, within))


def is_inside(widget: QWidget, sheet: str) -> bool:
    around = widget.parentWidget()
    while around is not None and name_of(around) != sheet:
        around = around.parentWidget()
    return around is not None


def handle(widget: QWidget) -> QWindow:
    window = widget.window().windowHandle()
    assert window is not None
    return window


def print_what_stands_there() -> None:
    """For the one who looks why a journey failed."""
    focused = QApplication.focusWidget()
    lines = dict.fromkeys(words_of(each) for each in visible() if not each.visibleRegion().isEmpty())
    sys.stderr.write(f"focus: {name_of(focused) if focused is not None else 'nowhere'}\n")
    sys.stderr.write(" | ".join(filter(None, lines)) + "\n")
    for number, window in enumerate(each for each in QApplication.topLevelWidgets() if each.isVisible()):
        picture = Path(tempfile.gettempdir(), f"incident-desk-journey-{number}.png")
        window.grab().save(str(picture))
        sys.stderr.write(f"picture: {picture}\n")


def written() -> str:
    """Everything that can be read on the page, also what one would have to scroll to."""
    texts = []
    for each in visible():
        if isinstance(each, QAbstractItemView):
            model = each.model()
            texts += [str(model.index(number, 0).data()) for number in range(model.rowCount() if model else 0)]
        elif isinstance(each, QPlainTextEdit):
            texts.append(each.toPlainText())
        else:
            texts.append(each.text() if isinstance(each, QLineEdit) else words_of(each))
    return "\n".join(texts)


# --- what a gate says ---

GATE_WORDS = {
    "discovered": "Discovered",
    "responsible": "Responsible",
    "extent_stated": "Extent: what and who is affected",
    "measure_or_none_needed": "A measure in force, or why none is needed",
    "priority_rated": "The matrix answered",
    "workload_stated": "Work it needs",
    "deferral_decided": "Start now or put off",
    "cause_stated": "Cause",
    "actions_settled": "Every corrective action done, or moved on with a reason",
    "test_passed": "The test passed",
    "summary": "Summary",
    "review_written": "The review",
}


def sees_missing(needs: Sequence[str], sheet: str) -> None:
    """The sheet counts what is missing and names each of it."""
    many = len(needs)
    counts = {"One thing is still missing"} if many == 1 else {
        f"{many} things are missing", f"{many} things are still missing"}  # fmt: skip
    until(lambda: any(sees(count, sheet) for count in counts), f"{many} things missing on {sheet}")
    for need in needs:
        until(partial(says, GATE_WORDS[need], sheet), need)
