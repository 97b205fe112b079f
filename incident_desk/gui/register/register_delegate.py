"""Paints one cell of the table: a mark and a line of text, cut to the width when its row is first painted.

A screen has four hundred cells, and all are painted while one scrolls: nothing here asks the model for roles, or saves
and restores the painter. What belongs to a whole row (ground, frame, hairline) is painted by the view.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from incident_desk.domain.vocabulary import Priority, Status, Step
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.controls import paint_tick_box, tick_size
from incident_desk.gui.paint.priority import paint_priority_glyph, priority_colour
from incident_desk.gui.paint.record import paint_initials
from incident_desk.gui.paint.steps import five_boxes_width, paint_five_boxes
from incident_desk.gui.paint.time_left import Haste
from incident_desk.gui.register.lines import NOTHING, Line
from incident_desk.gui.register.register_model import TICKS, RegisterModel
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import tool_tip
from incident_desk.usecases.register.columns import ColumnKind

PADDING = 8  # pixels of the design at either side of a cell
_GLYPH, _DISC, _GAP = 11, 20, 6
_NAME_FROM = 40  # pixels of the design; where less is left for a name the disc stands alone
_RIGHT = frozenset({ColumnKind.COUNT, ColumnKind.SHARE})
_URGENT = (Priority.CRITICAL, Priority.HIGH)
Index = QModelIndex | QPersistentModelIndex
Drawn = tuple[QPixmap | None, int, str, QFont, QColor]
"""The mark, where the text begins, the text, and how it is set."""


class RegisterDelegate(QStyledItemDelegate):
    def __init__(self, model: RegisterModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._store = model.store
        self._selection: QItemSelectionModel | None = None
        self.own_id: str | None = None
        self._ratio = 1.0
        self.show_widths((), theme.px(28))

    def watch(self, selection: QItemSelectionModel) -> None:
        """Whose rows are ticked."""
        self._selection = selection

    def show_widths(self, widths: tuple[int, ...], high: int) -> None:
        """How wide each column is now, and how high a row: what was drawn for others is drawn anew."""
        theme = self._theme
        self._widths, self._high = widths, high
        self._look = object()
        self._padding = theme.px(PADDING)
        metrics = theme.metrics("cell")
        self._base = round((high - metrics.height()) / 2 + metrics.ascent())
        self._boxes: dict[bool, QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        column = index.column()
        return QSize(self._widths[column] if column < len(self._widths) else self._theme.px(80), self._high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column = index.column()
        place: QRect = option.rect
        x, y = place.x(), place.y()
        if column == TICKS:
            self._paint_tick(painter, x, y, index)
            return
        line = self._store.line(index.row())
        if line is None:
            self._paint_waiting(painter, x, y, column)
            return
        if line.drawn_for is not self._look:
            self._draw(line, painter)
        mark, start, text, font, colour = line.drawn[column - 1]
        if mark is not None:
            high = mark.height() / self._ratio
            painter.drawPixmap(QPointF(x + self._padding, y + int((self._high - high) / 2)), mark)
        if text:
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(x + start, y + self._base, text)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole text of a cell that had to be cut."""
        column, line = index.column(), self._store.known_line(index.row()) if index.isValid() else None
        if event.type() != QEvent.Type.ToolTip or column == TICKS or line is None or not line.drawn:
            return super().helpEvent(event, view, option, index)
        whole = self._model.maker.texts(line)[column - 1]
        shown = line.drawn[column - 1][2]
        QToolTip.showText(event.globalPos(), "" if shown == whole else tool_tip(whole), view)
        return True

    # --- what is drawn ---

    def _draw(self, line: Line, painter: QPainter) -> None:
        """Every cell of a row, for the widths and the look of the moment."""
        self._ratio = brush.ratio_of(painter)
        texts = self._model.maker.texts(line)
        line.drawn = [self._drawn(n, line, text) for n, text in enumerate(texts)]
        line.drawn_for = self._look

    def _drawn(self, n: int, line: Line, text: str) -> Drawn:
        theme, tokens = self._theme, self._theme.tokens
        column = self._model.maker.columns[n]
        role, ink = ("cell", tokens.ink) if line.is_open else ("cell", tokens.ink2)
        mark: QPixmap | None = None
        match column.kind:
            case ColumnKind.STEPS if line.row.step is not None:
                return self._steps(line), 0, "", theme.font(role), ink
            case ColumnKind.PRIORITY:
                level = line.row.priority
                mark = self._glyph(level)
                if level in _URGENT:
                    role, ink = "cell-strong", priority_colour(level, theme)
                elif line.is_open:
                    ink = tokens.ink2
            case ColumnKind.PERSON if text != NOTHING:
                mark = self._disc(text, column.key == "responsible" and line.row.responsible == self.own_id)
        if column.key == "title" and line.is_open:
            role = "cell-open"
        elif column.key == "next_due":
            role, ink = self._due_look(line, role, ink)
        elif column.key == "number":
            ink = tokens.ink2
        if text == NOTHING:
            ink = tokens.ink3
        return self._laid(n, text, mark, role, ink, to_right=column.kind in _RIGHT)

    def _laid(self, n: int, text: str, mark: QPixmap | None, role: str, ink: QColor, *, to_right: bool) -> Drawn:
        """The text cut to what the column leaves it."""
        theme, metrics = self._theme, self._theme.metrics(role)
        start = self._padding
        if mark is not None:
            start += round(mark.width() / self._ratio) + theme.px(_GAP)
        room = self._widths[n + 1] - start - self._padding
        if mark is not None and room < min(theme.px(_NAME_FROM), metrics.horizontalAdvance(text)):
            text = ""
        shown = brush.one_line(text)
        if not shown.isascii() or len(shown) * metrics.horizontalAdvance("W") > room:  # else it fits for sure
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        if to_right and shown != NOTHING:
            start = max(start, round(self._widths[n + 1] - self._padding - metrics.horizontalAdvance(shown)))
        return mark, start, shown, theme.font(role), ink

    def _due_look(self, line: Line, role: str, ink: QColor) -> tuple[str, QColor]:
        haste = self._model.maker.haste(line.row)
        if haste in (Haste.OVERDUE, Haste.SOON):
            return "cell-strong", self._theme.tokens.colour(haste.value)
        return role, ink

    # --- marks, each drawn once ---

    def _steps(self, line: Line) -> QPixmap:
        now: Step | None = None if line.row.status is Status.CONCLUDED else line.row.step
        theme, high = self._theme, self._theme.px(12)

        def draw(painter: QPainter) -> None:
            paint_five_boxes(painter, 0, high / 2, now, theme)

        key = ("register-steps", now, self._ratio)
        return theme.remember(key, lambda: brush.picture(five_boxes_width(theme) + 1, high, self._ratio, draw))

    def _glyph(self, level: Priority) -> QPixmap:
        theme, edge = self._theme, self._theme.px(_GLYPH)
        colour = priority_colour(level, theme)

        def draw(painter: QPainter) -> None:
            paint_priority_glyph(painter, QRectF(0, 0, edge, edge), level, colour, theme.tokens.paper)

        key = ("register-glyph", level, self._ratio)
        return theme.remember(key, lambda: brush.picture(edge, edge, self._ratio, draw))

    def _disc(self, name: str, own: bool) -> QPixmap:
        theme, edge = self._theme, self._theme.px(_DISC)

        def draw(painter: QPainter) -> None:
            paint_initials(painter, QPointF(0, 0), name, theme, own=own, size=_DISC)

        key = ("register-disc", name, own, self._ratio)
        return theme.remember(key, lambda: brush.picture(edge, edge, self._ratio, draw))

    def _paint_tick(self, painter: QPainter, x: int, y: int, index: Index) -> None:
        ticked = self._selection is not None and self._selection.isSelected(index)
        if ticked not in self._boxes:
            self._boxes[ticked] = self._box(ticked, brush.ratio_of(painter))
        edge = tick_size(self._theme)
        painter.drawPixmap(QPointF(x + self._padding, y + int((self._high - edge) / 2)), self._boxes[ticked])

    def _box(self, ticked: bool, ratio: float) -> QPixmap:
        theme, edge = self._theme, tick_size(self._theme)

        def draw(painter: QPainter) -> None:
            paint_tick_box(painter, QRectF(1, 1, edge - 2, edge - 2), ticked, theme)

        return brush.picture(edge, edge, ratio, draw)

    def _paint_waiting(self, painter: QPainter, x: int, y: int, column: int) -> None:
        """A calm bar where the text will stand."""
        theme, high = self._theme, self._theme.px(8)
        width = min(self._widths[column] - 2 * self._padding, theme.px(60))
        painter.fillRect(x + self._padding, y + (self._high - high) // 2, width, high, theme.tokens.tray)
