"""The fuse: time left as a bar that burns down, or a ring of twelve parts; words beside it say the same."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.steps import paint_tick
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.wording import Wording

_PARTS, _GAP = 12, 3.0  # the gap between two parts, in degrees


class Haste(Enum):
    """How a deadline stands; the value names the colour of its words."""

    IN_HAND = "ink"
    SOON = "high"
    OVERDUE = "crit"
    DONE = "ok"


def overdue_words(late: int, wording: Wording) -> str:
    """How long something is overdue (microseconds), in the same words on every page."""
    return QCoreApplication.translate("TimeLeft", "{time} overdue").format(time=wording.duration(late))


def haste_colour(haste: Haste, theme: Theme) -> QColor:
    """The colour of the words that say how much time is left."""
    return theme.tokens.colour(haste.value)


def _burning(haste: Haste, theme: Theme) -> QColor:
    return theme.tokens.step3 if haste is Haste.IN_HAND else haste_colour(haste, theme)


def _share(left: float, haste: Haste) -> float:
    return 1.0 if haste is Haste.DONE else min(1.0, max(0.0, left))


def _burnt_thickness(theme: Theme) -> float:
    """With high contrast the faint grey of what has burnt is not faint any more, so it is thin instead."""
    return 1 / 3 if theme.high_contrast else 1.0


def fuse_height(theme: Theme) -> int:
    return theme.px(3)


def paint_fuse(painter: QPainter, rect: QRectF, left: float, haste: Haste, theme: Theme) -> None:
    """A bar as wide as `rect`, of which the share `left` (0 to 1) still burns."""
    share, radius = _share(left, haste), rect.height() / 2
    brush.smooth(painter)
    thinner = rect.height() * (1 - _burnt_thickness(theme)) / 2
    brush.box(painter, rect.adjusted(0, thinner, 0, -thinner), radius, theme.tokens.line)
    if share:
        width = max(rect.height(), rect.width() * share)
        burning = QRectF(rect.left(), rect.top(), width, rect.height())
        brush.box(painter, burning, radius, _burning(haste, theme))


def paint_ring(
    painter: QPainter,
    rect: QRectF,
    left: float,
    haste: Haste,
    theme: Theme,
    *,
    countdown: str = "",
    below: str = "",
) -> None:
    """Twelve parts, burning clockwise from the top; in the middle how much time is left, a tick when done."""
    thick = rect.width() * 0.085
    inner = rect.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    brush.smooth(painter)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for start, span, burnt in _arcs(1 - _share(left, haste)):
        colour = theme.tokens.line if burnt else _burning(haste, theme)
        width = thick * _burnt_thickness(theme) if burnt else thick
        painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.FlatCap))
        painter.drawArc(inner, round((90 - start) * 16), round(-span * 16))
    if haste is Haste.DONE:
        edge = rect.width() * 0.42
        tick = QRectF(rect.center().x() - edge / 2, rect.center().y() - edge / 2, edge, edge)
        paint_tick(painter, tick, theme.tokens.ok)
    else:
        _middle(painter, rect, countdown, below, haste_colour(haste, theme), theme=theme)


def _arcs(gone: float) -> Iterator[tuple[float, float, bool]]:
    """Start and length in degrees clockwise from the top, and whether that piece has burnt."""
    part = 360 / _PARTS
    front = gone * 360
    for number in range(_PARTS):
        start, end = number * part + _GAP / 2, (number + 1) * part - _GAP / 2
        split = min(max(front, start), end)
        if split > start:
            yield start, split - start, True
        if end > split:
            yield split, end - split, False


def _middle(painter: QPainter, rect: QRectF, countdown: str, below: str, colour: QColor, *, theme: Theme) -> None:
    high, low = theme.metrics("column-head").height(), theme.metrics("small").height()
    top = rect.center().y() - (high + low) / 2 + theme.px(1)
    room = QRectF(rect.center() - QPointF(rect.width() * 0.37, 0), rect.center())
    room.setWidth(rect.width() * 0.74)
    first = QRectF(room.left(), top, room.width(), high)
    second = QRectF(room.left(), top + high - theme.px(2), room.width(), low)
    brush.words(painter, first, countdown, theme, role="column-head", colour=colour, align=brush.CENTRE)
    brush.words(painter, second, below, theme, role="small", colour=theme.tokens.ink3, align=brush.CENTRE)
