"""Paints a card: number and priority, title in two lines, place and age, who and flags, what is due next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from incident_desk.gui.delegates.card_flags import GAP, fitting
from incident_desk.gui.models.card import Card, Flag, flag_count, shows_people
from incident_desk.gui.models.card_model import CARD
from incident_desk.gui.models.line_model import LINE
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_dashed, paint_focus_ring, paint_sheet
from incident_desk.gui.paint.flags import flag_width, paint_flag, paint_overdue_row, pill_height, says_enough
from incident_desk.gui.paint.lines import broken, paint_lines
from incident_desk.gui.paint.priority import chip_height, chip_width, paint_chip
from incident_desk.gui.paint.record import paint_initials
from incident_desk.gui.paint.time_left import Haste, fuse_height, haste_colour, paint_fuse
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.rows import IncidentRow

_TITLE_LINES = 2
_CLOSE = 4  # pixels; so near to the edge only breaking the title tells
_RADIUS = 7
_FLAG = 82  # a flag with its words takes about so much, in pixels of the design
_APART = 2  # number and priority, in pixels of the design


class CardDelegate(QStyledItemDelegate):
    """`lifted` names the card that is on its way: its place shows a dashed slot."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lifted: str | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = option.rect.width()
        return QSize(width, self.height(index.data(LINE), width) + self._theme.px(7))

    def height(self, row: IncidentRow, width: int) -> int:
        """By content: no empty rows."""
        theme = self._theme
        inner = width - theme.px(11) - theme.px(10) - 2 * theme.px(3)
        rows = max(chip_height(theme), theme.px(20)) + theme.px(3) + self._title_height(row.title, inner)
        if self._chip_below(row, inner):
            rows += chip_height(theme) + theme.px(3)
        rows += theme.px(1) + theme.px(18)
        if shows_people(row):
            rows += theme.px(26) * (2 if self._flags_below(row, inner) else 1)
        if row.next_due is not None:
            rows += theme.px(26)
        return round(rows + 2 * theme.px(8))

    def _flags_below(self, row: IncidentRow, width: float) -> bool:
        """A narrow card has a line of their own for its flags, so that each keeps its words."""
        beside = width - (self._theme.px(30) if row.responsible_name else 0)
        return flag_count(row) * self._theme.px(_FLAG) > beside

    def _chip_below(self, row: IncidentRow, width: float) -> bool:
        """Number and priority share a line; where it is too narrow for both, the number has it: none is ever cut."""
        room = width - chip_width(row.priority, self._theme) - self._theme.px(_APART)
        return self._theme.metrics("small").horizontalAdvance(row.number) > room

    def _title_height(self, title: str, width: int) -> float:
        """As `broken` would give it; breaking ten thousand titles takes half a second, measuring them a tenth."""
        metrics = self._theme.metrics("card-title")
        room = width - metrics.horizontalAdvance(title)
        if abs(room) < _CLOSE:
            return broken(title, "card-title", width, self._theme, _TITLE_LINES).height
        return float(round(metrics.height())) * (1 if room > 0 else _TITLE_LINES)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card: Card = index.data(CARD)
        theme = self._theme
        edge = theme.px(3)
        rect = QRectF(option.rect).adjusted(edge, edge / 2, -edge, -theme.px(7) + edge / 2)
        if card.id == self.lifted:
            paint_dashed(painter, rect, card.row.number, theme)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.paint_card(painter, rect, card, selected=selected)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect, _RADIUS, theme)

    def paint_card(
        self, painter: QPainter, rect: QRectF, card: Card, *, selected: bool = False, lifted: bool = False
    ) -> None:
        """The whole card; also what is dragged."""
        theme = self._theme
        paint_sheet(
            painter, rect, theme, radius=_RADIUS, selected=selected, lifted=lifted, faded=card.put_off
        )  # fmt: skip
        inner = rect.adjusted(theme.px(11), theme.px(8), -theme.px(10), -theme.px(8))
        y = self._head(painter, inner, card)
        y = self._title(painter, inner, y, card)
        y = self._place(painter, inner, y, card)
        y = self._people(painter, inner, y, card)
        self._deadline(painter, rect, inner, y, card)

    def _head(self, painter: QPainter, inner: QRectF, card: Card) -> float:
        theme = self._theme
        height = max(chip_height(theme), theme.px(20))
        below = self._chip_below(card.row, round(inner.width()))
        chip = 0.0 if below else chip_width(card.row.priority, theme) + theme.px(_APART) - 1
        number = QRectF(inner.left(), inner.top(), inner.width() - chip, height)
        fits = brush.width_of(card.row.number, "hint", theme) <= number.width()
        role = "hint" if fits else "small"  # numbers are never shortened
        brush.words(painter, number, card.row.number, theme, role=role, colour=theme.tokens.ink2)
        if below:
            under = inner.top() + height + theme.px(3)
            paint_chip(painter, QPointF(inner.left(), under), card.row.priority, theme)
            return under + chip_height(theme) + theme.px(3)
        paint_chip(painter, QPointF(inner.right(), inner.top()), card.row.priority, theme, from_right=True)
        return inner.top() + height + theme.px(3)

    def _title(self, painter: QPainter, inner: QRectF, y: float, card: Card) -> float:
        theme = self._theme
        lines = broken(card.row.title, "card-title", inner.width(), theme, _TITLE_LINES)
        ink = theme.tokens.ink2 if card.put_off else theme.tokens.ink
        paint_lines(painter, QPointF(inner.left(), y), lines, theme, role="card-title", colour=ink)
        return y + lines.height + theme.px(1)

    def _place(self, painter: QPainter, inner: QRectF, y: float, card: Card) -> float:
        theme = self._theme
        ink = theme.tokens.ink3
        row = QRectF(inner.left(), y, inner.width(), theme.px(18))
        age = brush.words(painter, row, card.open_for, theme, role="hint", colour=ink, align=brush.RIGHT)
        left = row.adjusted(0, 0, -age - theme.px(8), 0)
        brush.words(painter, left, card.place, theme, role="hint", colour=ink)
        return row.bottom()

    def _people(self, painter: QPainter, inner: QRectF, y: float, card: Card) -> float:
        if not card.responsible and not card.flags:
            return y
        theme = self._theme
        x, top = inner.left(), y + theme.px(4)
        if card.responsible:
            paint_initials(painter, QPointF(x, top), card.responsible, theme, own=card.own)
            x += theme.px(22) + theme.px(8)
        if not self._flags_below(card.row, inner.width()):
            self._flags(painter, card.flags, x, inner.right(), top)
            return y + theme.px(26)
        first = 1 if flag_width(card.flags[0].text, theme) <= inner.right() - x else 0
        self._flags(painter, card.flags[:first], x, inner.right(), top)
        self._flags(painter, card.flags[first:], inner.left(), inner.right(), top + theme.px(26))
        return y + 2 * theme.px(26)

    def _flags(self, painter: QPainter, flags: Sequence[Flag], left: float, right: float, top: float) -> None:
        for flag, text in fitting(flags, right - left, self._theme):
            area = QRectF(left, top, right - left, self._theme.px(22))
            taken = paint_flag(painter, area, flag.icon, text, self._theme, colour=flag.colour)
            left += taken + self._theme.px(GAP)

    def _deadline(self, painter: QPainter, rect: QRectF, inner: QRectF, y: float, card: Card) -> None:
        deadline = card.deadline
        if deadline is None:
            return
        theme = self._theme
        if deadline.haste is Haste.OVERDUE:
            late = QRectF(inner.left() - theme.px(4), y + theme.px(3), inner.width() + theme.px(8), pill_height(theme))
            paint_overdue_row(
                painter, late, deadline.whose, deadline.countdown, theme, sign=deadline.sign, short=deadline.short
            )
            return
        row = QRectF(inner.left(), y + theme.px(2), inner.width(), theme.px(20))
        colour = haste_colour(deadline.haste, theme)
        taken = brush.words(painter, row, deadline.countdown, theme, role="countdown", colour=colour, align=brush.RIGHT)
        sign = QPointF(row.left(), row.center().y())
        brush.icon(painter, sign, deadline.icon, theme, colour=deadline.haste.value, size=15)
        whose = row.adjusted(theme.px(20), 0, -taken - theme.px(6), 0)
        if says_enough(deadline.whose, whose.width(), theme):
            brush.words(painter, whose, deadline.whose, theme, role="hint", colour=theme.tokens.ink2)
        fuse = QRectF(inner.left(), rect.bottom() - theme.px(4), inner.width(), fuse_height(theme))
        paint_fuse(painter, fuse, deadline.left, deadline.haste, theme)
