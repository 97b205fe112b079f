"""The lines of a list as a table: a head and rows that can be pressed, painted in the same columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from incident_desk.gui.incident.item_columns import Cell, Column
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.flags import paint_pill, pill_height
from incident_desk.gui.paint.lines import Lines, broken, paint_lines
from incident_desk.gui.paint.record import paint_initials
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted, tool_tip
from incident_desk.gui.widgets.pressed import PaintedButton, touch_of

_GAP, _ABOVE, _LINES, _DISC, _SIGN = 10, 5, 3, 22, 15


@dataclass(frozen=True, slots=True)
class Place:
    """Where one column stands in a row."""

    number: int
    left: float
    width: float


def places(columns: Sequence[Column], width: float, theme: Theme) -> list[Place]:
    """Shares the width out; where it does not suffice, columns of low rank are left out."""
    gap = theme.px(_GAP)
    kept = list(range(len(columns)))
    while len(kept) > 1 and sum(theme.px(columns[n].least) for n in kept) + gap * (len(kept) - 1) > width:
        kept.remove(min(kept, key=lambda n: (columns[n].rank, n)))
    spare = max(0.0, width - gap * (len(kept) - 1) - sum(theme.px(columns[n].least) for n in kept))
    shares = sum(columns[n].share for n in kept)
    found, left = [], 0.0
    for n in kept:
        wide = theme.px(columns[n].least) + spare * columns[n].share / shares
        found.append(Place(n, left, wide))
        left += wide + gap
    return found


class TableHead(Painted):
    """The names of the columns."""

    def __init__(self, names: Sequence[str], columns: Sequence[Column], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._names, self._columns = names, columns
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.spare = 0  # room at the right that the rows keep for their button

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._theme.tokens.ink2
        for place in places(self._columns, self.width() - self.spare, self._theme):
            room = QRectF(place.left, 0, place.width, self.height() - 1)
            brush.words(painter, room, self._names[place.number], self._theme, role="hint", colour=colour)
        foot = self.height() - 1
        brush.hairline(painter, QPointF(0, foot), QPointF(self.width(), foot), self._theme)


class TableRow(PaintedButton):
    """One line. Pressing it opens the line to change it; read-only rows only take the focus to be read."""

    def __init__(
        self, shown: Sequence[Cell], names: Sequence[str], columns: Sequence[Column], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._columns, self._names = columns, names
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_cells(shown)

    def set_cells(self, shown: Sequence[Cell]) -> None:
        self._cells = tuple(shown)
        pairs = zip(self._names, self._cells, strict=True)
        spoken = "; ".join(f"{name}: {cell.spoken}" for name, cell in pairs if cell.spoken)
        self.setAccessibleName(spoken)
        self._tell_what_is_hidden()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_what_is_hidden()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        high = max(self._height_of(self._cells[p.number], p.width) for p in self._places(width))
        return round(high) + 2 * self._theme.px(_ABOVE) + 1

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._theme.px(300))
        return QSize(self._theme.px(300), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(150), self.sizeHint().height())

    def _places(self, width: float) -> list[Place]:
        return places(self._columns, width, self._theme)

    def _lines(self, cell: Cell, width: float) -> Lines:
        room = width - (self._theme.px(_SIGN + 5) if cell.icon else 0)
        return broken(cell.text, cell.role, room, self._theme, _LINES, whole_words=True)

    def _tell_what_is_hidden(self) -> None:
        shown = ((self._cells[place.number], place.width) for place in self._places(self.width()))
        cut = [cell.text for cell, width in shown if not cell.person and self._lines(cell, width).elided]
        self.setToolTip(tool_tip("\n".join(cut)))

    def _height_of(self, cell: Cell, width: float) -> float:
        if cell.person:
            return float(self._theme.px(_DISC))
        high = self._lines(cell, width).height
        if cell.second:
            high += pill_height(self._theme) if cell.pill else self._theme.metrics("hint").height()
        return max(high, float(self._theme.px(_DISC)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        px, tokens = self._theme.px, self._theme.tokens
        area = self.area().adjusted(0, 0, 0, -1)
        if self.hasFocus():
            brush.box(painter, area, px(4), tokens.tint, tokens.petrol, width=px(2))
        elif touch_of(self).hovered and self.isEnabled():
            brush.box(painter, area.adjusted(-px(4), 0, px(4), 0), px(4), tokens.sunken)
        for place in self._places(self.width()):
            cell = self._cells[place.number]
            room = QRectF(place.left, px(_ABOVE), place.width, area.height() - 2 * px(_ABOVE))
            self._paint_cell(painter, room, cell)

    def _paint_cell(self, painter: QPainter, room: QRectF, cell: Cell) -> None:
        theme, px = self._theme, self._theme.px
        if cell.person:
            if cell.text:
                disc = px(_DISC)
                at = QPointF(room.left(), room.center().y() - disc / 2)
                paint_initials(painter, at, cell.text, theme, own=cell.own)
            return
        lines = self._lines(cell, room.width())
        whole = self._height_of(cell, room.width()) if cell.second else lines.height
        top = room.top() + max(0.0, (room.height() - whole) / 2)
        left = room.left()
        if cell.icon:
            middle = QPointF(left, top + lines.line_height / 2)
            left += brush.icon(painter, middle, cell.icon, theme, colour=cell.ink, size=_SIGN) + px(5)
        colour = theme.tokens.colour(cell.ink)
        paint_lines(painter, QPointF(left, top), lines, theme, role=cell.role, colour=colour)
        if cell.second:
            self._paint_second(painter, QRectF(room.left(), top + lines.height, room.width(), 0), cell)

    def _paint_second(self, painter: QPainter, place: QRectF, cell: Cell) -> None:
        theme = self._theme
        if cell.pill:
            at = place.topLeft() - QPointF(theme.px(4), 0)
            paint_pill(painter, at, cell.second, theme, icon="", colour=cell.second_ink)
            return
        room = QRectF(place.left(), place.top(), place.width(), theme.metrics("hint").height())
        strong = cell.second_ink in {"high", "crit"}
        role = "hint-strong" if strong else "hint"
        brush.words(painter, room, cell.second, theme, role=role, colour=theme.tokens.colour(cell.second_ink))


class Line(Painted):
    """A row and, beside it, the button that ends the line."""

    def __init__(self, row: TableRow, end: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.row = row
        self.end = Button(end, theme, self, weight=Weight.QUIET, fit=Fit.BAR) if end else None
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 1)
        beside.setSpacing(theme.px(4))
        beside.addWidget(row, 1)
        if self.end is not None:
            self.end.setAccessibleDescription(row.accessibleName())
            policy = self.end.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.end.setSizePolicy(policy)
            beside.addWidget(self.end, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        foot = self.height() - 1
        brush.hairline(QPainter(self), QPointF(0, foot), QPointF(self.width(), foot), self._theme)

    def show_end(self, shown: bool, *, any_open: bool) -> None:
        """Keeps the room of the button in every line of a list where some line has it."""
        if self.end is None:
            return
        policy = self.end.sizePolicy()
        policy.setRetainSizeWhenHidden(any_open)
        self.end.setSizePolicy(policy)
        self.end.setVisible(shown)
        self.end.setAccessibleDescription(self.row.accessibleName())

    def end_width(self) -> int:
        layout = self.layout()
        if (
            self.end is None
            or layout is None
            or (self.end.isHidden() and not self.end.sizePolicy().retainSizeWhenHidden())
        ):
            return 0
        return self.end.sizeHint().width() + layout.spacing()
