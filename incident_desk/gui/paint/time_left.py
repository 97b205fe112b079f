"""The fuse: time left as a thin bar that burns down, or as a ring of twelve parts. Words beside it say the same."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.steps import paint_tick
from incident_desk.gui.theme.look import Look


class Haste(Enum):
    """How a deadline stands; the value names the colour of its words."""

    IN_HAND = "ink"
    SOON = "high"
    OVERDUE = "crit"
    DONE = "ok"


def haste_colour(haste: Haste, look: Look) -> QColor:
    """The colour of the words that say how much time is left."""
    return look.tokens.colour(haste.value)


def _burning(haste: Haste, look: Look) -> QColor:
    return look.tokens.step3 if haste is Haste.IN_HAND else haste_colour(haste, look)


def fuse_height(look: Look) -> int:
    return look.px(3)


def paint_fuse(painter: QPainter, rect: QRectF, left: float, haste: Haste, look: Look) -> None:
    """A bar as wide as `rect`, of which the share `left` (0 to 1) still burns."""
    share = 1.0 if haste is Haste.DONE else min(1.0, max(0.0, left))
    with brush.kept(painter):
        brush.box(painter, rect, rect.height() / 2, look.tokens.line)
        if share:
            burning = QRectF(rect.left(), rect.top(), max(rect.height(), rect.width() * share), rect.height())
            brush.box(painter, burning, rect.height() / 2, _burning(haste, look))


_PARTS, _CIRCLE, _GAP = 12, 360 * 16, 3 * 16


def paint_ring(
    painter: QPainter, rect: QRectF, left: float, haste: Haste, countdown: str, below: str, look: Look
) -> None:
    """Twelve parts, burning clockwise from the top; in the middle how much time is left, a tick when done."""
    thick = rect.width() * 0.09
    inner = rect.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    gone = 0.0 if haste is Haste.DONE else 1 - min(1.0, max(0.0, left))
    with brush.kept(painter):
        for part in range(_PARTS):
            _part(painter, inner, part, gone, thick, haste, look)
        if haste is Haste.DONE:
            edge = rect.width() * 0.42
            tick = QRectF(rect.center().x() - edge / 2, rect.center().y() - edge / 2, edge, edge)
            paint_tick(painter, tick, look.tokens.ok)
            return
        _middle(painter, rect, countdown, below, haste_colour(haste, look), look)


def _part(
    painter: QPainter, rect: QRectF, part: int, gone: float, thick: float, haste: Haste, look: Look
) -> None:
    """One twelfth: its burnt share in the colour of a line, the rest in the colour of its haste."""
    length = _CIRCLE // _PARTS
    burnt = round(length * min(1.0, max(0.0, gone * _PARTS - part)))
    start = 90 * 16 - part * length - _GAP // 2
    full = length - _GAP
    _arc(painter, rect, start, min(burnt, full), thick, look.tokens.line)
    _arc(painter, rect, start - min(burnt, full), full - min(burnt, full), thick, _burning(haste, look))


def _arc(painter: QPainter, rect: QRectF, start: int, span: int, thick: float, colour: QColor) -> None:
    if span > 0:
        painter.setPen(QPen(colour, thick, cap=Qt.PenCapStyle.FlatCap))
        painter.drawArc(rect, start, -span)


def _middle(painter: QPainter, rect: QRectF, countdown: str, below: str, colour: QColor, look: Look) -> None:
    high, low = look.metrics("column-head").height(), look.metrics("small").height()
    top = rect.center().y() - (high + low) / 2 + look.px(1)
    width = rect.width() * 0.74
    left = rect.center().x() - width / 2
    first = QRectF(left, top, width, high)
    brush.words(painter, first, countdown, "column-head", colour, look, brush.CENTRE)
    second = QRectF(left, top + high - look.px(2), width, low)
    brush.words(painter, second, below, "small", look.tokens.ink2, look, brush.CENTRE)
