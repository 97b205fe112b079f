"""Priority, always as shape and colour and word: the hues alone do not survive colour blindness or a grey printer."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from incident_desk.domain.vocabulary import PRIORITY_NAMES, Priority
from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.look import Look

_TOKENS = {
    Priority.CRITICAL: "crit",
    Priority.HIGH: "high",
    Priority.MEDIUM: "med",
    Priority.LOW: "low",
    Priority.NOT_SET: "ink3",
}
_GROUNDS = {
    Priority.CRITICAL: "crit_ground",
    Priority.HIGH: "high_ground",
    Priority.MEDIUM: "med_ground",
    Priority.LOW: "low_ground",
    Priority.NOT_SET: "sunken",
}


def priority_colour(level: Priority, look: Look) -> QColor:
    """The colour of a level as text or glyph on paper."""
    return look.tokens.colour(_TOKENS[level])


def priority_ground(level: Priority, look: Look) -> QColor:
    """The tint of a level, for the cells of a matrix."""
    return look.tokens.colour(_GROUNDS[level])


def paint_priority_glyph(
    painter: QPainter, rect: QRectF, level: Priority, colour: QColor, ground: QColor
) -> None:
    """Octagon with "!", triangle, diamond, circle or dotted circle, filling `rect`."""
    with brush.kept(painter):
        _GLYPHS[level](painter, rect, colour, ground)


def _octagon(painter: QPainter, rect: QRectF, colour: QColor, ground: QColor) -> None:
    radius = rect.width() / 2 / math.cos(math.pi / 8)
    angles = [math.pi / 8 + n * math.pi / 4 for n in range(8)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        QPolygonF([rect.center() + QPointF(math.cos(a) * radius, math.sin(a) * radius) for a in angles])
    )
    painter.setBrush(ground)
    stroke, middle = rect.width() * 0.17, rect.center()
    top = rect.top() + rect.height() * 0.2
    painter.drawRoundedRect(QRectF(middle.x() - stroke / 2, top, stroke, rect.height() * 0.36), 0.8, 0.8)
    painter.drawEllipse(QPointF(middle.x(), rect.top() + rect.height() * 0.73), stroke * 0.6, stroke * 0.6)


def _triangle(painter: QPainter, rect: QRectF, colour: QColor, ground: QColor) -> None:
    inset = rect.width() * 0.06
    corners = [
        QPointF(rect.center().x(), rect.top() + inset * 2),
        QPointF(rect.right() - inset, rect.bottom() - inset * 2),
        QPointF(rect.left() + inset, rect.bottom() - inset * 2),
    ]
    painter.setPen(QPen(colour, inset * 2, join=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(corners))


def _diamond(painter: QPainter, rect: QRectF, colour: QColor, ground: QColor) -> None:
    middle, reach = rect.center(), rect.width() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    offsets = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in offsets]))


def _circle(painter: QPainter, rect: QRectF, colour: QColor, ground: QColor) -> None:
    stroke = rect.width() * 0.16
    painter.setPen(QPen(colour, stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = rect.width() * 0.1 + stroke / 2
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))


def _dotted_circle(painter: QPainter, rect: QRectF, colour: QColor, ground: QColor) -> None:
    stroke = rect.width() * 0.13
    inset = stroke / 2 + rect.width() * 0.04
    pen = QPen(colour, stroke, cap=Qt.PenCapStyle.FlatCap)
    arc = math.pi * (rect.width() - 2 * inset) / stroke / 16  # eight dashes and eight gaps, in pen widths
    pen.setDashPattern([arc, arc])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))


_GLYPHS = {
    Priority.CRITICAL: _octagon,
    Priority.HIGH: _triangle,
    Priority.MEDIUM: _diamond,
    Priority.LOW: _circle,
    Priority.NOT_SET: _dotted_circle,
}


def chip_height(look: Look, large: bool = False) -> int:
    return look.px(26 if large else 20)


def chip_width(level: Priority, look: Look, large: bool = False) -> float:
    role, glyph, padding, gap = _measures(look, large)
    return 2 * padding + glyph + gap + brush.width_of(said(PRIORITY_NAMES[level]), role, look)


def _measures(look: Look, large: bool) -> tuple[str, int, int, int]:
    if large:
        return "panel", look.px(15), look.px(10), look.px(6)
    return "hint-strong", look.px(12), look.px(8), look.px(5)


def paint_chip(
    painter: QPainter,
    at: QPointF,
    level: Priority,
    look: Look,
    *,
    large: bool = False,
    from_right: bool = False,
) -> float:
    """The priority of a record: fill, shape and word. `at` is its upper left (or right) corner."""
    role, glyph, padding, gap = _measures(look, large)
    width, height = chip_width(level, look, large), chip_height(look, large)
    rect = QRectF(at.x() - (width if from_right else 0), at.y(), width, height)
    colours = look.tokens.chips[level]
    with brush.kept(painter):
        brush.box(painter, rect, height / 2, colours.fill, colours.edge, 2 if look.high_contrast else 1)
        sign = QRectF(rect.left() + padding, rect.center().y() - glyph / 2, glyph, glyph)
        paint_priority_glyph(painter, sign, level, colours.text, colours.fill)
        rest = QRectF(sign.right() + gap, rect.top(), rect.right() - sign.right() - gap, height)
        brush.words(painter, rest, said(PRIORITY_NAMES[level]), role, colours.text, look)
    return width


def paint_priority_words(painter: QPainter, rect: QRectF, level: Priority, look: Look) -> float:
    """Glyph and word without a chip, for table cells."""
    glyph, colour = look.px(11), priority_colour(level, look)
    with brush.kept(painter):
        sign = QRectF(rect.left(), rect.center().y() - glyph / 2, glyph, glyph)
        paint_priority_glyph(painter, sign, level, colour, look.tokens.paper)
        strong = level in (Priority.CRITICAL, Priority.HIGH)
        rest = rect.adjusted(glyph + look.px(6), 0, 0, 0)
        text = look.tokens.ink2 if not strong else colour
        role = "cell-strong" if strong else "cell"
        return glyph + look.px(6) + brush.words(painter, rest, said(PRIORITY_NAMES[level]), role, text, look)
