"""Text over several lines: broken at words, the last line elided, nothing cut off in the middle."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme


@dataclass(frozen=True)
class Lines:
    """Broken text, ready to paint: the lines, the height of each, and whether anything was left out."""

    lines: tuple[str, ...]
    line_height: float
    elided: bool

    @property
    def height(self) -> float:
        return self.line_height * len(self.lines)


def broken(text: str, role: str, width: float, theme: Theme, at_most: int = 0) -> Lines:
    """The text in lines of at most that width; more than `at_most` lines end in an ellipsis (0: no limit).

    Kept until the look changes, so it may be asked for at each repaint.
    """
    key = ("broken", role, text, int(width), at_most)
    return theme.remember(key, lambda: _broken(text, role, int(width), theme, at_most))


def paint_lines(painter: QPainter, at: QPointF, text: Lines, theme: Theme, *, role: str, colour: QColor) -> float:
    """Paints broken text with its upper left corner at `at`. Returns the height it took."""
    top = round(at.y())
    for number, words in enumerate(text.lines):
        place = QPointF(at.x(), top + number * text.line_height)
        brush.line(painter, place, words, theme, role=role, colour=colour)
    return text.height


def _broken(text: str, role: str, width: int, theme: Theme, at_most: int) -> Lines:
    found: list[str] = []
    for paragraph in text.splitlines() or [""]:
        found += _lines_of(paragraph, role, width, theme, at_most)
        if at_most and len(found) > at_most:
            break
    height = float(round(theme.metrics(role).height()))
    if not at_most or len(found) <= at_most:
        return Lines(tuple(found), height, False)
    rest = " ".join(found[at_most - 1 :])
    return Lines((*found[: at_most - 1], _cut(rest, role, width, theme)), height, True)


def _cut(text: str, role: str, width: int, theme: Theme) -> str:
    # The ellipsis is asked for even where the joined lines would happen to fit: something was left out.
    shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, width)
    return shown if shown != text else f"{text}\u2026"


def _lines_of(paragraph: str, role: str, width: int, theme: Theme, at_most: int) -> list[str]:
    """The lines of one paragraph; a long one is left off once there are more than wanted."""
    layout = QTextLayout(paragraph, theme.font(role))
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    found: list[str] = []
    # Positions are counted in UTF-16 by Qt, so pieces are cut from the encoded text.
    units = paragraph.encode("utf-16-le", "surrogatepass")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start, length = line.textStart(), line.textLength()
        found.append(units[start * 2 : (start + length) * 2].decode("utf-16-le", "surrogatepass").rstrip())
        if 0 < at_most < len(found):
            break
    layout.endLayout()
    return found or [""]


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
