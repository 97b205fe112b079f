"""A person at the real window: what can be seen there, found by the words that stand on it, and two ways to act.

The program runs in a process of its own, started as `incident-desk` starts it. Every press and every key enters at
the window, as from the screen's own devices, and hits whatever really lies there.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from incident_desk.app import run

PATIENCE = 20  # seconds; the machine may be busy
TIMEOUT = 150

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
    QTimer.singleShot(0, application, lambda: _told(journey))
    sys.exit(run(["--data-dir", str(folder / "data"), "--language", "en", *arguments]))


def _told(journey: Callable[[], None]) -> None:
    """What fails in here would else end in the program's own crash log."""
    try:
        journey()
    except BaseException:
        traceback.print_exc()
        print_what_stands_there()
        os._exit(1)


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
        QTest.qWait(10)
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


def place(name: str) -> QWidget | None:
    """The sheet or part of the window that has this name; None for the whole window."""
    return until(lambda: next((each for each in visible() if name_of(each) == name), None), name) if name else None


def find(name: str, within: str = "") -> QWidget:
    """What one can press or write in, by its name. What is uncovered comes first."""

    def look() -> QWidget | None:
        named = [
            each for each in visible(place(within))
            if each.isEnabled() and not isinstance(each, QLabel) and is_called(each, name)
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


def handle(widget: QWidget) -> QWindow:
    window = widget.window().windowHandle()
    assert window is not None
    return window


def print_what_stands_there() -> None:
    focused = QApplication.focusWidget()
    print("focus:", focused and name_of(focused), focused, file=sys.stderr)
    lines = dict.fromkeys(words_of(each) for each in visible() if not each.visibleRegion().isEmpty())
    print(" | ".join(filter(None, lines)), file=sys.stderr)
    screen = QGuiApplication.primaryScreen()
    if "JOURNEY_PICTURE" in os.environ:
        screen.grabWindow(0).save(os.environ["JOURNEY_PICTURE"])


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
    "review_written": "The review",
}


def sees_missing(needs: Sequence[str], sheet: str) -> None:
    """The sheet counts what is missing and names each of it."""
    many = len(needs)
    counts = {"One thing is still missing"} if many == 1 else {
        f"{many} things are missing", f"{many} things are still missing"}  # fmt: skip
    until(lambda: any(sees(count, sheet) for count in counts), f"{many} things missing on {sheet}")
    for need in needs:
        until(lambda need=need: any(words_of(each) == GATE_WORDS[need] for each in visible(place(sheet))), need)


# --- the devices ---

_MOUSE = frozenset({
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.DragEnter, QEvent.Type.Drop, QEvent.Type.TouchBegin,
})  # fmt: skip
_CORRECTING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_LINE_END = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Devices(QObject):
    """Counts what comes from the mouse, and the keys that do more than write text where the focus is."""

    def __init__(self) -> None:
        super().__init__()
        self.mouse: list[str] = []
        self.keys: list[str] = []
        self.letters = 0
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOUSE:
            self.mouse.append(kind.name)
        elif kind is QEvent.Type.Shortcut:
            self.keys.append("Shortcut")
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if _writes(event):
                self.letters += 1
            else:
                self.keys.append(Qt.Key(event.key()).name)
        return False


def _writes(event: QKeyEvent) -> bool:
    """Whether the key only changes the text of the field that has the focus."""
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit | QPlainTextEdit) or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return False
    line_end = isinstance(field, QPlainTextEdit) and event.key() in _LINE_END
    return line_end or event.key() in _CORRECTING or (bool(event.text()) and event.text().isprintable())


def write(text: str) -> None:
    """Types into the field that has the focus."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit), f"no field for {text!r}: {field}"
    for letter in text:
        if letter == "\n":
            QTest.keyClick(handle(field), Qt.Key.Key_Return)
        else:
            QTest.keyClick(handle(field), letter)


class Mouse:
    """Points, presses, turns the wheel, drags."""

    def press(self, name: str, within: str = "") -> None:
        self._at(find(name, within), None)

    def choose(self, words: str, of: str = "", *, twice: bool = False) -> None:
        """A row of a list, a card of the board."""
        view, part = row(words, of)
        self._at(view.viewport(), part, twice=twice)

    def fill(self, name: str, text: str, within: str = "") -> None:
        self.press(name, within)
        until(lambda: find(name, within) is QApplication.focusWidget(), f"the focus in {name}")
        write(text)

    def pick(self, name: str, text: str, within: str = "") -> None:
        """A person, a place, a category: typed in part, then taken from the list below."""
        self.fill(name, text, within)
        self.choose(text, f"{name}, choices")

    def empty(self, name: str) -> None:
        """Three presses mark the whole line, and one key takes it away."""
        self.press(name)
        field = find(name)
        at = spot(field)
        assert at is not None
        QTest.mouseDClick(handle(field), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseClick(handle(field), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.keyClick(handle(field), Qt.Key.Key_Backspace)

    def drop_down(self, name: str, words: str, within: str = "") -> None:
        self.press(name, within)
        QTest.qWait(QApplication.doubleClickInterval() + 50)  # nobody is faster, and Qt takes it for one press
        self.choose(words)

    def cell(self, grid: str, spoken: str) -> None:
        """A cell of a table by what it says."""
        view = find(grid)
        assert isinstance(view, QAbstractItemView)
        model = view.model()
        cells = [model.index(r, c) for r in range(model.rowCount()) for c in range(model.columnCount())]
        found = next(each for each in cells if spoken in str(each.data(Qt.ItemDataRole.AccessibleTextRole)))
        self._at(view.viewport(), view.visualRect(found))

    def drag(self, card: str, column: str) -> None:
        """A card from where it is to a column of the board."""
        QTest.qWait(400)  # the eye looks for the card, and it stands still by then
        view, part = row(card)
        target = find(column)
        window = handle(view)
        start = view.viewport().mapTo(view.window(), part.center())
        end = target.mapTo(target.window(), target.rect().center())
        moves = [start + (end - start) * step / 8 for step in range(1, 9)]
        QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        self._go_on(window, moves, end)
        QTest.mouseMove(window, start + QPoint(30, 0))
        QTest.qWait(200)

    def _go_on(self, window: QWindow, moves: list[QPoint], end: QPoint) -> None:
        """While a card hangs on the mouse the program is inside its own loop: the hand moves on from a timer."""

        def move() -> None:
            if moves:
                QTest.mouseMove(window, moves.pop(0))
                QTimer.singleShot(40, move)
            else:
                QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

        QTimer.singleShot(100, move)

    def _at(self, widget: QWidget, part: QRect | None, *, twice: bool = False) -> None:
        at = self._reach(widget, part)
        QTest.mouseMove(handle(widget), at)
        QTest.mouseClick(handle(widget), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        if twice:
            QTest.mouseDClick(handle(widget), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def _reach(self, widget: QWidget, part: QRect | None) -> QPoint:
        """Turns the wheel over the page until the whole of it is in sight and stands still."""
        for _ in range(90):
            at = spot(widget, part)
            QTest.qWait(20)
            if at != spot(widget, part):
                continue
            if at is not None and widget.visibleRegion().boundingRect().contains(part or widget.rect()):
                return at
            if not self._scroll(widget):
                break
        found = until(lambda: spot(widget, part), f"a free spot on {name_of(widget)}")
        assert isinstance(found, QPoint)
        return found

    def _scroll(self, widget: QWidget) -> bool:
        around: QWidget | None = widget.parentWidget()
        while around is not None and not (isinstance(around, QScrollArea) and around.verticalScrollBar().maximum() > 0):
            around = around.parentWidget()
        if not isinstance(around, QScrollArea):
            return False
        view, bar = around.viewport(), around.verticalScrollBar()
        before = bar.value()
        below = widget.mapTo(view, widget.rect().center()).y() > view.height() / 2
        over = view.mapTo(view.window(), QPoint(view.width() - 6, view.height() // 2))
        QTest.wheelEvent(handle(view), over.toPointF(), QPoint(0, -60 if below else 60))
        QTest.qWait(5)
        return bar.value() != before
