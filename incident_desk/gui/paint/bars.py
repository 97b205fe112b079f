"""Capacity: what is used, what this incident adds, and where the limit stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.look import Look

_ROOM = 1.25  # the bar reaches a quarter beyond the capacity, so that "over" can be seen


def capacity_height(look: Look) -> int:
    return look.px(16)


def paint_capacity(
    painter: QPainter, rect: QRectF, used: float, added: float, capacity: float, look: Look
) -> None:
    """A bar of hours: used solid, added hatched, an ink tick at the capacity. Over it the hatch is orange."""
    tokens = look.tokens
    reach = max(capacity * _ROOM, used + added, 1.0)
    per_hour = rect.width() / reach
    over = used + added > capacity
    with brush.kept(painter):
        limit = rect.left() + capacity * per_hour
        brush.box(
            painter, QRectF(rect.left(), rect.top(), capacity * per_hour, rect.height()), 2, tokens.line
        )
        if used:
            solid = QRectF(rect.left(), rect.top(), used * per_hour, rect.height())
            brush.box(painter, solid, look.px(3), tokens.step3)
        if added:
            start = rect.left() + used * per_hour + 1
            hatch = QRectF(start, rect.top(), max(2.0, added * per_hour - 1), rect.height())
            _hatched(painter, hatch, tokens.high if over else tokens.petrol, tokens, look)
        painter.setPen(QPen(tokens.ink, look.px(2)))
        beyond = look.px(4)
        painter.drawLine(QPointF(limit, rect.top() - beyond), QPointF(limit, rect.bottom() + beyond))


def _hatched(painter: QPainter, rect: QRectF, colour: QColor, tokens: object, look: Look) -> None:
    ground = look.tokens.high_ground if colour == look.tokens.high else look.tokens.tint
    brush.box(painter, rect, look.px(3), ground)
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(QPen(colour, max(1.2, look.px(1.2))))
    step = look.px(5)
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += step
    painter.restore()
    brush.box(painter, rect, look.px(3), None, colour, 1.2)
