"""Paints a record found: number, steps and priority, title, the words around the find, place and date."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from incident_desk.gui.delegates.line_delegate import LineDelegate
from incident_desk.gui.models.line_model import LINE, Index
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.found_words import paint_parts
from incident_desk.gui.paint.priority import paint_priority_words
from incident_desk.gui.paint.steps import five_boxes_width, paint_five_boxes
from incident_desk.gui.search.hit import Hit
from incident_desk.gui.theme.manager import Theme

_ROW, _SNIPPET_ROW = 60, 82
_NUMBER, _PRIORITY = 150, 100  # columns of the first line


class HitDelegate(LineDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(_ROW, theme, parent)
        self.with_snippets = False

    def show_snippets(self, shown: bool) -> None:
        self.with_snippets, self.high = shown, _SNIPPET_ROW if shown else _ROW

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        hit: Hit = index.data(LINE)
        rect = QRectF(option.rect)
        self._paint_ground(painter, rect, option)
        inner = rect.adjusted(px(12), px(8), -px(12), -px(8))
        head = QRectF(inner.left(), inner.top(), inner.width(), theme.metrics("hint-strong").height())
        self._paint_head(painter, head, hit)
        title = QRectF(inner.left(), head.bottom() + px(1), inner.width(), theme.metrics("card-title").height())
        ink = tokens.ink2 if hit.is_concluded else tokens.ink
        of_title = ("card-title", ink)
        paint_parts(painter, title, hit.title, theme, plain=of_title, strong=of_title, ground=tokens.tint2)
        if self.with_snippets:
            foot = QRectF(inner.left(), title.bottom(), inner.width(), theme.metrics("hint").height())
            paint_snippet(painter, foot, hit, theme)
        brush.hairline(painter, rect.bottomLeft(), rect.bottomRight(), theme)

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        theme = self._theme
        area = rect.adjusted(0, 1, 0, -1)
        brush.smooth(painter)
        if option.state & QStyle.StateFlag.State_HasFocus:
            brush.box(painter, area, theme.px(5), theme.tokens.tint, theme.tokens.petrol, width=theme.px(2))
        elif option.state & QStyle.StateFlag.State_Selected:
            brush.box(painter, area, theme.px(5), theme.tokens.tint)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            brush.box(painter, area, theme.px(5), theme.tokens.sunken)

    def _paint_head(self, painter: QPainter, head: QRectF, hit: Hit) -> None:
        """In columns, so that the eye can run down: number, steps, priority; place and date at the right."""
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        row, x = hit.row, head.left()
        taken = brush.words(painter, head, row.number, theme, role="hint-strong", colour=tokens.ink2)
        x += max(px(_NUMBER), taken + px(14))
        wide = five_boxes_width(theme) + px(16)
        level = QRectF(x + wide, head.top(), px(_PRIORITY), head.height())
        if row.step is not None:
            paint_five_boxes(painter, x, head.center().y(), None if hit.is_concluded else row.step, theme)
            paint_priority_words(painter, level, row.priority, theme)
        else:  # not on its way: it has no priority either
            room = QRectF(x, head.top(), level.right() - x, head.height())
            brush.words(painter, room, hit.state, theme, role="hint", colour=tokens.ink3)
        rest = QRectF(level.right(), head.top(), head.right() - level.right(), head.height())
        when = brush.words(painter, rest, hit.when, theme, role="hint", colour=tokens.ink3, align=brush.RIGHT)
        place = rest.adjusted(0, 0, -when - px(18), 0)
        brush.words(painter, place, row.place_name, theme, role="hint", colour=tokens.ink2, align=brush.RIGHT)


def paint_snippet(painter: QPainter, room: QRectF, hit: Hit, theme: Theme) -> None:
    """The field it is from, where that is not the story itself, and the piece with its words set strong."""
    tokens, left = theme.tokens, QRectF(room)
    if hit.where:
        taken = brush.words(painter, left, f"{hit.where}:", theme, role="hint", colour=tokens.ink3)
        left.setLeft(left.left() + taken + theme.px(5))
    of_strong = ("hint-strong", tokens.ink)
    paint_parts(painter, left, hit.snippet, theme, plain=("hint", tokens.ink2), strong=of_strong)
