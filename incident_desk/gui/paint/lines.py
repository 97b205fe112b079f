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


def broken(text: str, role: str, width: float, theme: Theme, at_most: int = 0, *, whole_words: bool = False) -> Lines:
    """The text in lines of at most that width; more than `at_most` lines end in an ellipsis (0: no limit).

    A word that is wider goes on in the next line; with `whole_words` it ends in an ellipsis instead.
    Kept until the look changes, so it may be asked for at each repaint.
    """
    key = ("broken", role, text, int(width), at_most, whole_words)
    return theme.remember(key, lambda: _broken(text, role, int(width), theme, at_most, whole_words=whole_words))


def paint_lines(painter: QPainter, at: QPointF, text: Lines, theme: Theme, *, role: str, colour: QColor) -> float:
    """Paints broken text with its upper left corner at `at`. Returns the height it took."""
    top = round(at.y())
    for number, words in enumerate(text.lines):
        place = QPointF(at.x(), top + number * text.line_height)
        brush.line(painter, place, words, theme, role=role, colour=colour)
    return text.height


def _broken(text: str, role: str, width: int, theme: Theme, at_most: int, *, whole_words: bool) -> Lines:
    found: list[str] = []
    for paragraph in text.splitlines() or [""]:
        found += _lines_of(paragraph, role, width, theme, at_most, whole_words=whole_words)
        if at_most and len(found) > at_most:
            break
    height = float(round(theme.metrics(role).height()))
    left_out = bool(at_most) and len(found) > at_most
    if left_out:
        found[at_most - 1 :] = [_cut(" ".join(found[at_most - 1 :]), role, width, theme)]
    if whole_words:
        metrics = theme.metrics(role)
        shown = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in found]
        return Lines(tuple(shown), height, left_out or shown != found)
    return Lines(tuple(found), height, left_out)


def _cut(text: str, role: str, width: int, theme: Theme) -> str:
    # The ellipsis is asked for even where the joined lines would happen to fit: something was left out.
    shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, width)
    return shown if shown != text else f"{text}\u2026"


def _lines_of(paragraph: str, role: str, width: int, theme: Theme, at_most: int, *, whole_words: bool) -> list[str]:
    """The lines of one paragraph; a long one is left off once there are more than wanted."""
    layout = QTextLayout(paragraph, theme.font(role))
    layout.setTextOption(_wrapping(whole_words=whole_words))
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


def _wrapping(*, whole_words: bool) -> QTextOption:
    option = QTextOption()
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WordWrap if whole_words else modes.WrapAtWordBoundaryOrAnywhere)
    return option
