"""Sheets of paper on the desk: shadow, edge, focus ring, and the dashed places where a card was or may go."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.look import Look


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, look: Look, *, lifted: bool = False) -> None:
    """Faint rounded rectangles under a sheet: two at rest, eleven when lifted. In the dark none at rest."""
    if look.high_contrast or (look.dark and not lifted):
        return
    layers = 11 if lifted else 2
    colour = QColor(look.tokens.shadow)
    colour.setAlphaF((0.028 if not look.dark else 0.07) if lifted else 0.05)
    drop = look.px(6 if lifted else 1) / layers
    with brush.kept(painter):
        for layer in range(1, layers + 1):
            grown = rect.adjusted(-layer * 0.6, -layer * 0.3, layer * 0.6, layer * 0.6)
            brush.box(painter, grown.translated(0, drop * layer), radius + layer * 0.6, colour)


def paint_sheet(
    painter: QPainter,
    rect: QRectF,
    look: Look,
    *,
    radius: float = 7,
    selected: bool = False,
    lifted: bool = False,
) -> None:
    """A card or panel: paper with its shadow; selected: tint and a petrol edge."""
    tokens, corner = look.tokens, look.px(radius)
    paint_shadow(painter, rect, corner, look, lifted=lifted)
    with brush.kept(painter):
        if selected:
            brush.box(painter, rect, corner, tokens.tint, tokens.petrol, look.px(1.5))
        else:
            edge = tokens.line2 if lifted else tokens.line
            brush.box(painter, rect, corner, tokens.paper, edge, 2 if look.high_contrast else 1)


def paint_focus_ring(painter: QPainter, rect: QRectF, radius: float, look: Look) -> None:
    """Two pixels of petrol outside `rect`, one pixel away from it."""
    away = look.px(1) + look.px(2)
    with brush.kept(painter):
        ring = rect.adjusted(-away, -away, away, away)
        brush.box(painter, ring, radius + away, None, look.tokens.petrol, look.px(2))


def paint_dashed(
    painter: QPainter, rect: QRectF, text: str, look: Look, *, target: bool = False, role: str = "hint"
) -> None:
    """A dashed slot: where a card was lifted from, or (target) where it may be dropped."""
    tokens = look.tokens
    colour = tokens.petrol if target else tokens.line2
    pen = QPen(colour, 1.6, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3.2, 2.2])
    inner = rect.adjusted(0.8, 0.8, -0.8, -0.8)
    with brush.kept(painter):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, look.px(7), look.px(7))
        style, ink = ("hint-strong", tokens.petrol) if target else (role, tokens.ink3)
        padded = rect.adjusted(look.u, 0, -look.u, 0)
        brush.words(painter, padded, text, style, ink, look, brush.CENTRE)


def balloon(rect: QRectF, radius: float, tail: float, tip: float, side: str) -> QPainterPath:
    """The outline of a popover: a rounded sheet with a tail on one side ("left", "right", "top", or "" for none).

    `tip` is where along that side the tail points.
    """
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    if not side:
        return path
    wedge = QPainterPath()
    if side == "top":
        wedge.moveTo(tip - tail, rect.top() + 1)
        wedge.lineTo(tip, rect.top() - tail)
        wedge.lineTo(tip + tail, rect.top() + 1)
    else:
        x, outwards = (rect.left(), -tail) if side == "left" else (rect.right(), tail)
        inwards = 1 if side == "left" else -1
        wedge.moveTo(x + inwards, tip - tail)
        wedge.lineTo(x + outwards, tip)
        wedge.lineTo(x + inwards, tip + tail)
    wedge.closeSubpath()
    return path.united(wedge)
