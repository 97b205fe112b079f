"""Lines of what is owed as a list: arrows walk, Enter or a click opens the record, Space or the box ticks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from incident_desk.gui.delegates.line_delegate import LineDelegate, show_plainly
from incident_desk.gui.models.line_model import DISPLAY, LINE, Index, LineModel
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.controls import Touch, paint_tick_box, tick_size
from incident_desk.gui.paint.flags import paint_pill, pill_height, pill_width
from incident_desk.gui.paint.time_left import Haste, haste_colour
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.pressed import ENTER
from incident_desk.gui.work.owed import Owed

_TICK = int(Qt.ItemDataRole.CheckStateRole)
_ROW, _SIGN, _EDGE, _START = 58, 19, 6, 34


class OwedModel(LineModel[Owed]):
    """Lines in their order; a ticked one stays ticked until the next reading brings the lines without it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ticked: set[str] = set()

    def words(self, line: Owed) -> str:
        return line.what

    def spoken(self, line: Owed) -> str:
        return line.spoken

    def tip(self, line: Owed) -> str:
        return f"{line.what}\n{line.below}"

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if role != _TICK or not index.isValid():
            return super().data(index, role)
        line = self.lines[index.row()]
        if not line.tickable:
            return None
        return (Qt.CheckState.Checked if line.key in self._ticked else Qt.CheckState.Unchecked).value

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if self.lines[index.row()].tickable else usual

    def show(self, lines: Sequence[Owed]) -> None:
        self._ticked &= {line.key for line in lines}
        self.put(lines)

    def tick(self, key: str, ticked: bool) -> None:
        row = next((row for row, line in enumerate(self.lines) if line.key == key), None)
        (self._ticked.add if ticked else self._ticked.discard)(key)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row), [_TICK])

    def is_ticked(self, key: str) -> bool:
        return key in self._ticked


class _Delegate(LineDelegate):
    def tick_area(self, rect: QRect) -> QRect:
        """Larger than the box itself, so that it is easy to hit."""
        return QRect(rect.left(), rect.top(), self._theme.px(_START), rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        line: Owed = index.data(LINE)
        rect = QRectF(option.rect)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._paint_ground(painter, rect, line, option, focused=focused)
        inner = rect.adjusted(px(_EDGE), px(9), -px(_EDGE), -px(9))
        above = QRectF(inner.left(), inner.top(), inner.width(), theme.metrics("body-strong").height())
        self._paint_sign(painter, above, line, index)
        taken = self._paint_when(painter, above, line)
        words = above.adjusted(px(_START - _EDGE), 0, -taken - theme.u, 0)
        brush.words(painter, words, line.what, theme, role="body-strong", colour=theme.tokens.ink)
        below = QRectF(words.left(), 0, inner.right() - words.left(), theme.metrics("hint").height())
        below.moveBottom(inner.bottom())
        brush.words(painter, below, line.below, theme, role="hint", colour=theme.tokens.ink2)
        last = index.row() == index.model().rowCount() - 1
        if not last:
            brush.hairline(painter, rect.bottomLeft(), rect.bottomRight(), theme)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, line: Owed, option: QStyleOptionViewItem, *, focused: bool
    ) -> None:
        theme = self._theme
        area = rect.adjusted(0, 1, 0, -1)
        brush.smooth(painter)
        if line.haste is Haste.SOON and line.icon == "alarm":
            brush.box(painter, area, theme.px(5), theme.tokens.high_ground)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            brush.box(painter, area, theme.px(5), theme.tokens.sunken)
        if focused:
            brush.box(painter, area, theme.px(5), None, theme.tokens.petrol, width=theme.px(2))

    def _paint_sign(self, painter: QPainter, above: QRectF, line: Owed, index: Index) -> None:
        theme = self._theme
        brush.smooth(painter)
        if line.tickable:
            edge = tick_size(theme)
            place = QRectF(above.left(), round(above.center().y() - edge / 2), edge, edge)
            ticked = index.data(_TICK) == Qt.CheckState.Checked.value
            paint_tick_box(painter, place, ticked, theme, Touch())
        else:
            middle = QPointF(above.left(), above.center().y())
            brush.icon(painter, middle, line.icon, theme, colour=line.ink, size=_SIGN)

    def _paint_when(self, painter: QPainter, above: QRectF, line: Owed) -> float:
        """At the right: a pill for what is overdue, else words. Returns the width it took."""
        theme = self._theme
        if not line.when:
            return 0
        if line.haste is Haste.OVERDUE:
            icon = "" if line.icon == "shield-exclamation" else "clock-exclamation"
            at = QPointF(above.right(), above.center().y() - pill_height(theme) / 2)
            paint_pill(painter, at, line.when, theme, icon=icon, from_right=True)
            return pill_width(line.when, theme, icon)
        colour = haste_colour(line.haste, theme)
        return brush.words(painter, above, line.when, theme, role="hint-strong", colour=colour, align=brush.RIGHT)


class OwedList(QListView):
    """As high as its lines: the page scrolls, not the list. Signals: `opened` line; `ticked` line."""

    opened = Signal(object)
    ticked = Signal(object)

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.owed = OwedModel(self)
        self._delegate = _Delegate(_ROW, theme, self)
        self.setModel(self.owed)
        self.setItemDelegate(self._delegate)
        show_plainly(self, name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def show_lines(self, lines: Sequence[Owed]) -> None:
        """The current line stays current where it is still there; else the one that took its place."""
        row, key = self.currentIndex().row(), self._key()
        if list(lines) != self.owed.lines:
            self.owed.show(lines)
            same = next((n for n, line in enumerate(lines) if line.key == key), min(row, len(lines) - 1))
            if key is not None and lines:
                self.setCurrentIndex(self.owed.index(max(same, 0)))
        self._fit()

    def current(self) -> Owed | None:
        index = self.currentIndex()
        return self.owed.lines[index.row()] if index.isValid() else None

    def _key(self) -> str | None:
        line = self.current()
        return None if line is None else line.key

    def _fit(self) -> None:
        self.setFixedHeight(max(1, len(self.owed.lines)) * self._theme.px(_ROW))
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.owed.lines:
            self.setCurrentIndex(self.owed.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current()
        if line is not None and event.key() in ENTER:
            self.opened.emit(line)
        elif line is not None and event.key() == Qt.Key.Key_Space:
            self._tick(line)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        line = self.owed.lines[index.row()]
        if line.tickable and self._on_box(at, index):
            self._tick(line)
        else:
            self.opened.emit(line)

    def _on_box(self, at: QPoint, index: QModelIndex) -> bool:
        return self._delegate.tick_area(self.visualRect(index)).contains(at)

    def viewportEvent(self, event: QEvent) -> bool:
        """The hand shows over what can be pressed."""
        if event.type() is QEvent.Type.HoverEnter:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        return super().viewportEvent(event)

    def _tick(self, line: Owed) -> None:
        if line.tickable and not self.owed.is_ticked(line.key):
            self.owed.tick(line.key, True)
            self.ticked.emit(line)
