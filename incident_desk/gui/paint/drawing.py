"""Charts and diagrams in the window: each shape painted in the colours and letters of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from incident_desk.charts.drawing import Anchor, Area, Box, Dot, Drawing, Letters, Point, Ruler, Stroke, Tone, Words
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme

_ROLES = {Letters.LABEL: "hint", Letters.STRONG: "hint-strong", Letters.SMALL: "small"}
_ALIGNED = {Anchor.START: brush.LEFT, Anchor.MIDDLE: brush.CENTRE, Anchor.END: brush.RIGHT}
_WIDE = 10_000.0


class ScreenRuler(Ruler):
    """Measures in pixels of an ordinary screen at 100 % text."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def width(self, text: str, letters: Letters) -> float:
        return brush.width_of(text, _ROLES[letters], self._theme) / self._theme.scale

    def line(self, letters: Letters) -> float:
        return self._theme.metrics(_ROLES[letters]).height() / self._theme.scale


def paint_drawing(painter: QPainter, drawing: Drawing, theme: Theme) -> None:
    """From the painter's upper left corner."""
    brush.smooth(painter)
    for shape in drawing.shapes:
        match shape:
            case Words():
                _write(painter, shape, theme)
            case Stroke():
                _stroke(painter, shape, theme)
            case Box():
                rect = QRectF(*(at * theme.scale for at in (shape.left, shape.top, shape.width, shape.height)))
                brush.box(painter, rect, theme.px(shape.radius), _colour(shape.fill, theme), _colour(shape.edge, theme))
            case Area():
                _closed(painter, shape.fill, shape.edge, theme)
                painter.drawPolygon(_placed(shape.points, theme))
            case Dot():
                _closed(painter, shape.fill, shape.edge, theme)
                radius = shape.radius * theme.scale
                painter.drawEllipse(QPointF(shape.x * theme.scale, shape.y * theme.scale), radius, radius)


def _write(painter: QPainter, words: Words, theme: Theme) -> None:
    role, scale = _ROLES[words.letters], theme.scale
    room = _WIDE if words.room is None else words.room * scale + 1
    high = theme.metrics(role).height()
    x = words.x * scale
    left = {Anchor.START: x, Anchor.MIDDLE: x - room / 2, Anchor.END: x - room}[words.anchor]
    rect = QRectF(left, words.y * scale - high / 2, room, high)
    colour = theme.tokens.colour(words.tone)
    brush.words(painter, rect, words.text, theme, role=role, colour=colour, align=_ALIGNED[words.anchor])


def _stroke(painter: QPainter, stroke: Stroke, theme: Theme) -> None:
    pen = QPen(theme.tokens.colour(stroke.tone), stroke.width * theme.scale)
    pen.setStyle(Qt.PenStyle.DashLine if stroke.dashed else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_placed(stroke.points, theme))


def _closed(painter: QPainter, fill: Tone | None, edge: Tone | None, theme: Theme) -> None:
    ground, line = _colour(fill, theme), _colour(edge, theme)
    painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
    painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(line, theme.scale))


def _placed(points: tuple[Point, ...], theme: Theme) -> QPolygonF:
    return QPolygonF([QPointF(x * theme.scale, y * theme.scale) for x, y in points])


def _colour(tone: Tone | None, theme: Theme) -> QColor | None:
    return None if tone is None else theme.tokens.colour(tone)
