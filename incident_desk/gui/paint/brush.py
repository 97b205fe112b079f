"""The few strokes that every painted part is made of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from incident_desk.gui.theme.look import Look

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@contextmanager
def kept(painter: QPainter) -> Iterator[QPainter]:
    """The painter with smooth edges; afterwards it is as it was."""
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        yield painter
    finally:
        painter.restore()


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A rounded rectangle whose edge lies wholly inside `rect`. A radius beyond half the height is cut to it."""
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2) if edge is not None else rect
    radius = max(0.0, min(radius, inner.height() / 2, inner.width() / 2))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, width, style) if edge is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(inner, radius, radius)


def hairline(painter: QPainter, start: QPointF, end: QPointF, look: Look) -> None:
    """A separating line, sharp at every scale."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(look.tokens.line, 2 if look.high_contrast else 1))
    painter.drawLine(start.toPoint(), end.toPoint())
    painter.restore()


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: str,
    colour: QColor,
    look: Look,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """One line of text, literally; elided where it does not fit. Returns the width it took."""
    metrics = look.metrics(role)
    line = one_line(text)
    if metrics.horizontalAdvance(line) > rect.width() + 0.5:
        line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(look.font(role))
    painter.setPen(colour)
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), line)
    return metrics.horizontalAdvance(line)


def width_of(text: str, role: str, look: Look) -> float:
    return look.metrics(role).horizontalAdvance(one_line(text))


def one_line(text: str) -> str:
    """Line ends and tabs as blanks, for places that hold one line."""
    return " ".join(text.split()) if any(c in text for c in "\n\t\r\u2028\u2029") else text


def icon(
    painter: QPainter, x: float, middle: float, name: str, colour: str, size: float, look: Look
) -> float:
    """An icon whose vertical middle lies at `middle`. Returns its width."""
    device = painter.device()
    pixmap = look.pixmap(name, colour, size, device.devicePixelRatio() if device is not None else 1.0)
    edge = look.px(size)
    painter.drawPixmap(QPointF(round(x), round(middle - edge / 2)), pixmap)
    return edge
