"""The few strokes that every painted part is made of.

Painting is the hot path of the board, so nothing here saves or restores the painter: each stroke sets the
pen, brush, font and smoothing that it needs and leaves them. Whoever paints after it sets its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QStaticText, QTransform

from incident_desk.gui.theme.manager import Theme

_SMOOTH = QPainter.RenderHint.Antialiasing
_SMOOTH_PICTURES = QPainter.RenderHint.SmoothPixmapTransform
_NOTHING = Qt.PenStyle.NoPen
_EMPTY = Qt.BrushStyle.NoBrush


class Align(Enum):
    """Where a line of text stands in its rectangle; always in the vertical middle."""

    LEFT = auto()
    RIGHT = auto()
    CENTRE = auto()


LEFT, RIGHT, CENTRE = Align.LEFT, Align.RIGHT, Align.CENTRE


@dataclass(frozen=True)
class _Line:
    """One line of text laid out for a role."""

    text: QStaticText
    width: float
    height: float


def smooth(painter: QPainter) -> None:
    """Smooth edges, for everything that is round or slanted."""
    painter.setRenderHint(_SMOOTH, True)
    painter.setRenderHint(_SMOOTH_PICTURES, True)


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    *,
    width: float = 1.0,
) -> None:
    """A rounded rectangle whose edge lies wholly inside `rect`; a radius beyond half the height is cut."""
    if edge is None:
        inner = rect
        painter.setPen(_NOTHING)
    else:
        half = width / 2
        inner = rect.adjusted(half, half, -half, -half)
        painter.setPen(QPen(edge, width))
    radius = max(0.0, min(radius, inner.height() / 2, inner.width() / 2))
    painter.setBrush(_EMPTY if fill is None else fill)
    painter.drawRoundedRect(inner, radius, radius)


def hairline(painter: QPainter, start: QPointF, end: QPointF, theme: Theme) -> None:
    """A separating line, sharp at every scale."""
    painter.setRenderHint(_SMOOTH, False)
    painter.setPen(QPen(theme.tokens.line, 2 if theme.high_contrast else 1))
    painter.drawLine(start.toPoint(), end.toPoint())


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    theme: Theme,
    *,
    role: str,
    colour: QColor,
    align: Align = LEFT,
) -> float:
    """One line of text, literally; elided where it does not fit. Returns the width it took."""
    laid = _fitting(text, role, rect.width(), theme)
    x = rect.left()
    if align is RIGHT:
        x = rect.right() - laid.width
    elif align is CENTRE:
        x += (rect.width() - laid.width) / 2
    painter.setFont(theme.font(role))
    painter.setPen(colour)
    painter.drawStaticText(QPointF(x, round(rect.top() + (rect.height() - laid.height) / 2)), laid.text)
    return laid.width


def line(painter: QPainter, at: QPointF, text: str, theme: Theme, *, role: str, colour: QColor) -> float:
    """One line of text that is known to fit, from its upper left corner. Returns its width."""
    laid = _laid(text, role, theme)
    painter.setFont(theme.font(role))
    painter.setPen(colour)
    painter.drawStaticText(at, laid.text)
    return laid.width


def width_of(text: str, role: str, theme: Theme) -> float:
    return _laid(text, role, theme).width


def _laid(text: str, role: str, theme: Theme) -> _Line:
    return theme.remember(("line", role, text), lambda: _lay_out(one_line(text), role, theme))


def _fitting(text: str, role: str, room: float, theme: Theme) -> _Line:
    laid = _laid(text, role, theme)
    if laid.width <= room + 0.5:
        return laid
    return theme.remember(("cut", role, text, int(room)), lambda: _cut(text, role, int(room), theme))


def _cut(text: str, role: str, room: int, theme: Theme) -> _Line:
    short = theme.metrics(role).elidedText(one_line(text), Qt.TextElideMode.ElideRight, room)
    return _lay_out(short, role, theme)


def _lay_out(text: str, role: str, theme: Theme) -> _Line:
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)  # people's words are never markup
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    static.prepare(QTransform(), theme.font(role))
    size = static.size()
    return _Line(static, size.width(), size.height())


def one_line(text: str) -> str:
    """Line ends and tabs as blanks, for places that hold one line."""
    return text if text.isprintable() else " ".join(text.split())


def icon(painter: QPainter, at: QPointF, name: str, theme: Theme, *, colour: str = "ink2", size: float = 18) -> float:
    """An icon in the colour of a token; `at` is the middle of its left edge. Returns its width."""
    pixmap = theme.pixmap(name, colour, size, ratio_of(painter))
    edge = theme.px(size)
    painter.drawPixmap(QPointF(round(at.x()), round(at.y() - edge / 2)), pixmap)
    return edge


def ratio_of(painter: QPainter) -> float:
    """Pixels of the screen per pixel of the window, where the painter paints."""
    device = painter.device()
    return device.devicePixelRatio() if device is not None else 1.0


def picture(width: float, height: float, ratio: float, draw: Callable[[QPainter], object]) -> QPixmap:
    """What a function draws on nothing, to be kept and painted many times."""
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw(painter)
    painter.end()
    return made
