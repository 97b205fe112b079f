"""Lines about records: the number, what it is about, and what is owed or to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from incident_desk.gui.delegates.line_delegate import LineDelegate, show_plainly
from incident_desk.gui.models.line_model import LINE, Index, LineModel
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import letter
from incident_desk.gui.widgets.pressed import ENTER

_ROW, _SHOWN = 28, 6


class OpenLine(NamedTuple):
    """`note` says what it is: the step of an incident, or what is owed in it."""

    incident: str
    number: str
    what: str
    note: str


class _Lines(LineModel[OpenLine]):
    def words(self, line: OpenLine) -> str:
        return f"{line.number}, {line.what}, {line.note}"

    def tip(self, line: OpenLine) -> str:
        return line.what


class _Delegate(LineDelegate):
    marks = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: OpenLine = index.data(LINE)
        tokens, px = self._theme.tokens, self._theme.px
        area = QRectF(option.rect)
        brush.smooth(painter)
        if option.state & QStyle.StateFlag.State_Selected and self.marks:
            brush.box(painter, area, px(5), tokens.tint)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            brush.box(painter, area, px(5), tokens.sunken)
        if option.state & QStyle.StateFlag.State_HasFocus:
            brush.box(painter, area.adjusted(1, 1, -1, -1), px(5), None, tokens.petrol, width=px(2))
        room = area.adjusted(px(6), 0, -px(6), 0)
        right = brush.words(painter, room, line.note, self._theme, role="hint", colour=tokens.ink3, align=brush.RIGHT)
        room.setRight(room.right() - right - px(10))
        left = brush.words(painter, room, line.number, self._theme, role="hint", colour=tokens.ink2)
        room.setLeft(room.left() + left + px(10))
        brush.words(painter, room, line.what, self._theme, role="body", colour=tokens.ink)


class OpenLines(QListView):
    """Signals: `opened` id of the incident, by a click or Enter; with `marks` a click only marks the line, for what
    stands below the list, and a double click opens: `line_marked`.
    """

    opened = Signal(str)
    line_marked = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget, *, marks: bool = False, most: int = _SHOWN) -> None:
        super().__init__(parent)
        self._theme, self._most = theme, most
        self.lines = _Lines(self)
        self.setModel(self.lines)
        delegate = _Delegate(_ROW, theme, self)
        delegate.marks = marks
        self.setItemDelegate(delegate)
        show_plainly(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        letter(self, "body", theme)
        (self.doubleClicked if marks else self.clicked).connect(self._open)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        rows = max(1, min(len(self.lines.lines), self._most))
        return QSize(super().sizeHint().width(), self._theme.px(rows * _ROW + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.sizeHint().height())

    def show_lines(self, lines: Sequence[OpenLine]) -> None:
        """The mark stays at its incident."""
        before = self.marked()
        self.lines.put(lines)
        row = next((row for row, line in enumerate(lines) if before and line.incident == before.incident), None)
        if row is not None:
            self.setCurrentIndex(self.lines.index(row, 0))
        self.setVisible(bool(lines))
        self.updateGeometry()

    def marked(self) -> OpenLine | None:
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.line_marked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        line: OpenLine = index.data(LINE)
        self.opened.emit(line.incident)
