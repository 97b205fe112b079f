"""Mouse and keyboard of the person at the window, and a count of which of them was used."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from tests.journeys.at_the_window import at, find, handle, name_of, row, sees_part, spot, until

MOST_STOPS = 150  # of the Tab key

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
        _application().installEventFilter(self)

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


def _application() -> QCoreApplication:
    application = QApplication.instance()
    assert application is not None
    return application


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
            QTest.keyClick(handle(field), ord(letter))


_PRESSES = 5  # of a hand that went beside
_LOOKS = 250  # how often the hand looks before it lets go all the same


class Hand(Protocol):
    """What both devices can do, each in its own way; a part is named as a screen reader names it."""

    def use(self, name: str, within: str = "") -> None:
        """Presses a button."""

    def fill(self, name: str, text: str, within: str = "") -> None: ...

    def pick(self, name: str, text: str, within: str = "") -> None: ...

    def drop_down(self, name: str, words: str, within: str = "") -> None: ...


class _Hit(QObject):
    """The widgets that a press of the mouse was given to, until it is ended."""

    def __init__(self) -> None:
        super().__init__()
        self._given: list[QWidget] = []
        _application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self._given.append(watched)
        return False

    def ended(self) -> list[QWidget]:
        _application().removeEventFilter(self)
        return self._given


class Mouse:
    """Points, presses, turns the wheel, drags."""

    def use(self, name: str, within: str = "") -> None:
        self._at(find(name, within), None)

    def choose(self, words: str, of: str = "", *, twice: bool = False) -> None:
        """A row of a list, a card of the board."""
        view, part = row(words, of)
        self._at(view.viewport(), part, twice=twice)

    def fill(self, name: str, text: str, within: str = "") -> None:
        self._at(find(name, within, to_write=True), None)
        until(lambda: find(name, within, to_write=True) is QApplication.focusWidget(), f"the focus in {name}")
        write(text)

    def pick(self, name: str, text: str, within: str = "") -> None:
        """A person, a place, a category: typed in part, then taken from the list below."""
        self.fill(name, text, within)
        self.choose(text, f"{name}, choices")

    def empty(self, name: str) -> None:
        """Three presses mark the whole line, and one key takes it away."""
        self.use(name)
        field = find(name)
        at = spot(field)
        assert at is not None
        QTest.mouseDClick(handle(field), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseClick(handle(field), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.keyClick(handle(field), Qt.Key.Key_Backspace)

    def drop_down(self, name: str, words: str, within: str = "") -> None:
        self.use(name, within)
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
        moves += [end + QPoint(step % 2, 0) for step in range(10)]  # a hand looks before it lets go
        QTest.mouseMove(window, start)
        QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        dropped: list[QPoint] = []
        self._carry_on(window, view, moves, dropped)
        QTest.mouseMove(window, start + QPoint(30, 0))
        until(lambda: dropped, f"{card} to be dropped")

    def _carry_on(self, window: QWindow, view: QWidget, moves: list[QPoint], dropped: list[QPoint]) -> None:
        """While a card hangs on the mouse the program is inside its own loop: the hand moves on from a timer.

        It lets go once the column says what a drop there would need, as the eye waits for that.
        """
        looks = iter(range(_LOOKS))

        def move() -> None:
            if len(moves) > 1 and view.findChild(QDrag) is not None:
                QTest.mouseMove(window, moves.pop(0))
            elif len(moves) == 1 and (sees_part("Drop here") or next(looks, None) is None):
                QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, moves[0])
                dropped.append(moves.pop())
            if moves:
                QTimer.singleShot(40, move)

        QTimer.singleShot(40, move)

    def _at(self, widget: QWidget, part: QRect | None, *, twice: bool = False) -> None:
        """Presses; and once more where the form was laid out anew under the hand and the press went beside."""
        for _ in range(_PRESSES):
            at = self._reach(widget, part)
            QTest.mouseMove(handle(widget), at)
            if spot(widget, part) == at and self._hits(widget, at):
                break
        else:
            raise AssertionError(f"{name_of(widget)} does not stand still")
        if twice:
            QTest.mouseDClick(handle(widget), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def _hits(self, widget: QWidget, at: QPoint) -> bool:
        """One press; whether it went to the widget or something inside it."""
        hit = _Hit()
        QTest.mouseClick(handle(widget), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        return any(each is widget or widget.isAncestorOf(each) for each in hit.ended())

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
        QTest.wheelEvent(handle(view), over.toPointF(), QPoint(0, -120 if below else 120))
        QTest.qWait(5)
        return bar.value() != before


class Keyboard:
    """Goes from field to field by Tab, presses with Space, walks in lists with the arrows."""

    def press(self, *keys: str) -> None:
        """Keys by their names, one after the other: "Ctrl+L", "Return", "A"."""
        for key in keys:
            combination = QKeySequence(key)[0]  # type: ignore[index]  # Qt's stubs do not know that it is
            QTest.keyClick(_listening(), combination.key(), combination.keyboardModifiers())

    def go_to(self, name: str, within: str = "", *, by: str = "Tab") -> None:
        find(name, within)
        seen: list[str] = []
        while not at(name, within):
            self.press(by)
            focused = QApplication.focusWidget()
            seen.append(name_of(focused) if focused is not None else "nothing")
            assert len(seen) < MOST_STOPS, f"{name} is not reached by {by}: {seen}"

    def back_to(self, name: str) -> None:
        self.go_to(name, by="Shift+Tab")

    def use(self, name: str, within: str = "") -> None:
        """Presses a button."""
        self.go_to(name, within)
        self.press("Space")

    def fill(self, name: str, text: str, within: str = "") -> None:
        self.go_to(name, within)
        write(text)

    def pick(self, name: str, text: str, within: str = "") -> None:
        """A person, a place, a category: typed, then the first of the list is taken."""
        self.fill(name, text, within)
        self.press("Return")

    def drop_down(self, name: str, words: str, within: str = "") -> None:
        """Down goes from choice to choice."""
        self.go_to(name, within)
        field = QApplication.focusWidget()
        assert isinstance(field, QComboBox)
        for _ in range(field.count()):
            if field.currentText() == words:
                return
            self.press("Down")
        assert field.currentText() == words, f"{name}: {field.currentText()}"

    def take_card(self, column: str, card: str) -> None:
        row(card, column)
        self.go_to(column)
        until(lambda: self._current().startswith(card), card)

    def carry(self, card: str, column: str) -> None:
        """A card of the board to the next column: Space lifts it, the arrow carries it, Space drops it."""
        self.take_card(column, card)
        self.press("Space", "Right", "Space")

    def _current(self) -> str:
        view = QApplication.focusWidget()
        assert isinstance(view, QAbstractItemView)
        if not view.currentIndex().isValid():
            self.press("Down")
        return str(view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def _listening() -> QWindow:
    """The window that has the keyboard: the program's, or a chooser above it."""
    return until(QGuiApplication.focusWindow, "a window that has the keyboard")
