"""Capacity: what is used, what this incident adds, and where the limit stands."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme

_ROOM = 1.25  # the bar reaches a quarter beyond the capacity, so that "over" can be seen


def capacity_height(theme: Theme) -> int:
    """The bar itself; its tick stands out by a quarter above and below."""
    return theme.px(16)


def paint_capacity(
    painter: QPainter, rect: QRectF, theme: Theme, *, used: float, added: float, capacity: float
) -> None:
    """Hours: used solid, added hatched, an ink tick at the capacity; over it the hatch is orange."""
    tokens, radius = theme.tokens, theme.px(3)
    per_hour = rect.width() / max(capacity * _ROOM, used + added, 1.0)
    limit = rect.left() + capacity * per_hour
    brush.smooth(painter)
    brush.box(painter, QRectF(rect.topLeft(), QPointF(limit, rect.bottom())), radius, tokens.line)
    solid = QRectF(rect.left(), rect.top(), used * per_hour, rect.height())
    if used:
        brush.box(painter, solid, radius, tokens.step3)
    if added:
        hatch = QRectF(solid.right() + 1, rect.top(), max(2.0, added * per_hour - 1), rect.height())
        over = used + added > capacity
        colour, ground = (tokens.high, tokens.high_ground) if over else (tokens.petrol, tokens.tint)
        _hatched(painter, hatch, colour, ground, theme)
    beyond = theme.px(4)
    painter.setPen(QPen(tokens.ink, theme.px(2)))
    painter.drawLine(QPointF(limit, rect.top() - beyond), QPointF(limit, rect.bottom() + beyond))


def _hatched(painter: QPainter, rect: QRectF, colour: QColor, ground: QColor, theme: Theme) -> None:
    brush.box(painter, rect, theme.px(3), ground)
    painter.setPen(QPen(colour, max(1.2, theme.px(1.2))))
    step, height = theme.px(5), rect.height()
    strokes = []
    foot = rect.left() - height + step
    while foot < rect.right():
        left, right = max(foot, rect.left()), min(foot + height, rect.right())
        strokes.append(QLineF(left, rect.bottom() - (left - foot), right, rect.bottom() - (right - foot)))
        foot += step
    painter.drawLines(strokes)
    brush.box(painter, rect, theme.px(3), None, colour, width=1.2)
