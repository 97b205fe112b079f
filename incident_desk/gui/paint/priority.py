"""Priority as shape and colour and word: the hues alone do not survive colour blindness or a grey printer."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from incident_desk.domain.vocabulary import PRIORITY_NAMES, Priority
from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme

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


def priority_colour(level: Priority, theme: Theme) -> QColor:
    """The colour of a level as text or glyph on paper."""
    return theme.tokens.colour(_TOKENS[level])


def priority_ground(level: Priority, theme: Theme) -> QColor:
    """The tint of a level, for the cells of a matrix."""
    return theme.tokens.colour(_GROUNDS[level])


def paint_priority_glyph(painter: QPainter, rect: QRectF, level: Priority, colour: QColor, ground: QColor) -> None:
    """Octagon with "!", triangle, diamond, circle or dotted circle, filling `rect`."""
    brush.smooth(painter)
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
    painter.setPen(QPen(colour, inset * 2, j=Qt.PenJoinStyle.RoundJoin))
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
    pen = QPen(colour, stroke, c=Qt.PenCapStyle.FlatCap)
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


def chip_height(theme: Theme, large: bool = False) -> int:
    return theme.px(26 if large else 20)


def chip_width(level: Priority, theme: Theme, large: bool = False) -> float:
    role, glyph, padding, gap = _measures(theme, large)
    return 2 * padding + glyph + gap + brush.width_of(said(PRIORITY_NAMES[level]), role, theme)


def _measures(theme: Theme, large: bool) -> tuple[str, int, int, int]:
    """Role of the word, then glyph, padding and the gap between glyph and word."""
    if large:
        return "panel", theme.px(15), theme.px(10), theme.px(6)
    return "hint-strong", theme.px(12), theme.px(8), theme.px(6)


def paint_chip(
    painter: QPainter,
    at: QPointF,
    level: Priority,
    theme: Theme,
    *,
    large: bool = False,
    from_right: bool = False,
) -> float:
    """The priority of a record: fill, shape and word. `at` is its upper left (or right) corner."""
    role, glyph, padding, gap = _measures(theme, large)
    width, height = chip_width(level, theme, large), chip_height(theme, large)
    rect = QRectF(round(at.x() - (width if from_right else 0)), round(at.y()), round(width), height)
    ratio = brush.ratio_of(painter)
    key = ("chip", level, large, ratio)
    painter.drawPixmap(rect.topLeft(), theme.remember(key, lambda: _blank_chip(rect, level, theme, large, ratio)))
    rest = rect.adjusted(padding + glyph + gap, 0, 0, 0)
    colour = theme.tokens.chips[level].text
    brush.words(painter, rest, said(PRIORITY_NAMES[level]), theme, role=role, colour=colour)
    return width


def _blank_chip(rect: QRectF, level: Priority, theme: Theme, large: bool, ratio: float) -> QPixmap:
    """Ground and shape of a chip, drawn once: boards and lists paint hundreds of them."""
    _, glyph, padding, _ = _measures(theme, large)
    chip = theme.tokens.chips[level]
    ground = QRectF(0, 0, rect.width(), rect.height())

    def draw(painter: QPainter) -> None:
        brush.smooth(painter)
        thick = 2 if theme.high_contrast else 1
        brush.box(painter, ground, ground.height() / 2, chip.fill, chip.edge, width=thick)
        shape = QRectF(padding, (ground.height() - glyph) / 2, glyph, glyph)
        paint_priority_glyph(painter, shape, level, chip.text, chip.fill)

    return brush.picture(ground.width(), ground.height(), ratio, draw)


def paint_priority_words(painter: QPainter, rect: QRectF, level: Priority, theme: Theme) -> float:
    """Glyph and word without a chip, for table cells. Returns the width it took."""
    glyph = theme.px(11)
    colour, ratio = priority_colour(level, theme), brush.ratio_of(painter)

    def draw(own: QPainter) -> None:
        paint_priority_glyph(own, QRectF(0, 0, glyph, glyph), level, colour, theme.tokens.paper)

    sign = theme.remember(("glyph", level, ratio), lambda: brush.picture(glyph, glyph, ratio, draw))
    painter.drawPixmap(QPointF(round(rect.left()), round(rect.center().y() - glyph / 2)), sign)
    strong = level in (Priority.CRITICAL, Priority.HIGH)
    role, ink = ("cell-strong", colour) if strong else ("cell", theme.tokens.ink2)
    start = glyph + theme.px(6)
    rest = rect.adjusted(start, 0, 0, 0)
    return start + brush.words(painter, rest, said(PRIORITY_NAMES[level]), theme, role=role, colour=ink)
