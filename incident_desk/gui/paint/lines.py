"""Text over several lines: broken at words, the last line elided, nothing cut off in the middle."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from incident_desk.gui.theme.look import Look


@dataclass(frozen=True)
class Lines:
    """Broken text, ready to paint: the lines, the height of each, and whether anything was left out."""

    lines: tuple[str, ...]
    line_height: float
    elided: bool

    @property
    def height(self) -> float:
        return self.line_height * len(self.lines)


def broken(text: str, role: str, width: float, look: Look, at_most: int | None = None) -> Lines:
    """The text in lines of at most that width; more than `at_most` lines end in an ellipsis."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines += _lines_of(
            paragraph, role, width, look, None if at_most is None else at_most + 1 - len(lines)
        )
        if at_most is not None and len(lines) > at_most:
            break
    elided = at_most is not None and len(lines) > at_most
    if elided:
        rest = f"{lines[at_most - 1]} {lines[at_most]}" if at_most else ""
        lines = [*lines[: (at_most or 1) - 1], _cut(rest, role, width, look)]
    return Lines(tuple(lines), look.metrics(role).height(), elided)


def _cut(text: str, role: str, width: float, look: Look) -> str:
    metrics = look.metrics(role)
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    if short == text:  # the next line was short enough to fit by accident of the join
        short = metrics.elidedText(f"{text}\u2026", Qt.TextElideMode.ElideRight, width)
    return short


def _lines_of(paragraph: str, role: str, width: float, look: Look, at_most: int | None) -> list[str]:
    layout = QTextLayout(paragraph, look.font(role))
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    found: list[str] = []
    # Positions are counted in UTF-16 by Qt, so pieces are cut from the encoded text.
    units = paragraph.encode("utf-16-le", "surrogatepass")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        start, length = line.textStart(), line.textLength()
        found.append(units[start * 2 : (start + length) * 2].decode("utf-16-le", "surrogatepass").rstrip())
        if at_most is not None and len(found) >= at_most:
            break
    layout.endLayout()
    return found or [""]


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def paint_lines(
    painter: QPainter, at: QPointF, text: Lines, role: str, colour: QColor, look: Look, width: float = 0.0
) -> float:
    """Paints broken text with its upper left corner at `at`. Returns the height it took."""
    painter.setFont(look.font(role))
    painter.setPen(colour)
    for number, line in enumerate(text.lines):
        top = at.y() + number * text.line_height
        rect = QRectF(at.x(), top, width or 1e4, text.line_height)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine), line)
    return text.height
