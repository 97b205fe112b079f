"""The lines below the search box: people and places, the first records, and what to press for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from incident_desk.gui.delegates.line_delegate import LineDelegate
from incident_desk.gui.key_caps import caps_width, paint_caps
from incident_desk.gui.models.line_model import LINE, Index, LineModel
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.found_words import Part, paint_parts
from incident_desk.gui.search.hit import Hit
from incident_desk.gui.search.hit_delegate import paint_snippet
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.find_records import Named

ROW = 46
_SIGN = 16


@dataclass(frozen=True, slots=True)
class NamedLine:
    """All records of a person or a place."""

    named: Named
    words: tuple[Part, ...]
    detail: str
    icon: str

    @property
    def spoken(self) -> str:
        return ", ".join(filter(None, ("".join(piece for piece, _ in self.words), self.detail)))


@dataclass(frozen=True, slots=True)
class RestLine:
    """The last line: everything that was found, on the search page. `key` is what to press, as it is named."""

    words: str
    key: str

    @property
    def spoken(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A sentence and a hint where there is nothing to choose."""

    words: str
    hint: str

    @property
    def spoken(self) -> str:
        return f"{self.words} {self.hint}"


GlanceLine = Hit | NamedLine | RestLine | PlainLine


class GlanceModel(LineModel[GlanceLine]):
    """What is shown while somebody types."""

    def words(self, line: GlanceLine) -> str:
        return line.spoken

    def chooses(self, row: int) -> bool:
        """Whether there is anything to choose at that row."""
        return 0 <= row < len(self.lines) and not isinstance(self.lines[row], PlainLine)


class GlanceDelegate(LineDelegate):
    """Every line of two: what it is, and in smaller letters what else there is to say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(ROW, theme, parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        line: GlanceLine = index.data(LINE)
        rect = QRectF(option.rect)
        brush.smooth(painter)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            brush.box(painter, rect.adjusted(0, 1, 0, -1), px(5), theme.tokens.tint, theme.tokens.petrol)
        elif option.state & QStyle.StateFlag.State_MouseOver and not isinstance(line, PlainLine):
            brush.box(painter, rect.adjusted(0, 1, 0, -1), px(5), theme.tokens.sunken)
        inner = rect.adjusted(px(10), px(4), -px(10), -px(4))
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        lower = upper.translated(0, upper.height())
        match line:
            case Hit():
                self._paint_hit(painter, upper, lower, line)
            case NamedLine():
                self._paint_named(painter, upper, lower, line)
            case RestLine():
                self._paint_rest(painter, inner, line)
            case PlainLine():
                brush.words(painter, upper, line.words, theme, role="body", colour=theme.tokens.ink2)
                brush.words(painter, lower, line.hint, theme, role="hint", colour=theme.tokens.ink2)

    def _paint_hit(self, painter: QPainter, upper: QRectF, lower: QRectF, hit: Hit) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        when = brush.words(painter, upper, hit.when, theme, role="hint", colour=tokens.ink3, align=brush.RIGHT)
        left = upper.adjusted(0, 0, -when - px(12), 0)
        taken = brush.words(painter, left, hit.row.number, theme, role="hint-strong", colour=tokens.ink2)
        left.setLeft(left.left() + taken + px(10))
        ink = tokens.ink2 if hit.is_concluded else tokens.ink
        paint_parts(
            painter, left, hit.title, theme, plain=("body", ink), strong=("body-strong", ink)
        )  # fmt: skip
        if hit.snippet:
            paint_snippet(painter, lower, hit, theme)
        else:
            brush.words(painter, lower, hit.row.place_name, theme, role="hint", colour=tokens.ink2)

    def _paint_named(self, painter: QPainter, upper: QRectF, lower: QRectF, line: NamedLine) -> None:
        theme, tokens, shift = self._theme, self._theme.tokens, self._theme.px(_SIGN + 10)
        middle = QPointF(upper.left(), upper.bottom())
        brush.icon(painter, middle, line.icon, theme, colour="petrol", size=_SIGN)
        upper, lower = upper.adjusted(shift, 0, 0, 0), lower.adjusted(shift, 0, 0, 0)
        plain, strong = ("body", tokens.ink), ("body-strong", tokens.ink)
        paint_parts(painter, upper, line.words, theme, plain=plain, strong=strong)
        brush.words(painter, lower, line.detail, theme, role="hint", colour=tokens.ink2)

    def _paint_rest(self, painter: QPainter, room: QRectF, line: RestLine) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        brush.icon(painter, QPointF(room.left(), room.center().y()), "search", theme, colour="petrol", size=_SIGN)
        caps = (line.key,)
        words = room.adjusted(px(_SIGN + 10), 0, -caps_width(caps, theme) - px(10), 0)
        brush.words(painter, words, line.words, theme, role="body", colour=tokens.petrol)
        paint_caps(painter, room, caps, theme)
