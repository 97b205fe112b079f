"""What marks a record and its people: the number box, as stamped on a form, and the disc with initials."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme


def number_box_width(number: str, theme: Theme) -> float:
    return brush.width_of(number, "number-box", theme) + 2 * theme.px(12)


def number_box_height(theme: Theme) -> int:
    return theme.px(34)


def paint_number_box(painter: QPainter, at: QPointF, number: str, theme: Theme) -> float:
    """A record's number in a thin dark frame. Numbers are never broken or shortened."""
    width = number_box_width(number, theme)
    rect = QRectF(at.x(), at.y(), width, number_box_height(theme))
    brush.smooth(painter)
    brush.box(painter, rect, theme.px(3), theme.tokens.paper, theme.tokens.ink, width=max(1.4, theme.px(1.4)))
    brush.words(painter, rect, number, theme, role="number-box", colour=theme.tokens.ink, align=brush.CENTRE)
    return width


def initials(name: str) -> str:
    """The first letters of the first and the last name: "Dr Helen Marsh" gives "HM"."""
    parts = [part for part in name.split() if part[0].isalpha() and not part.endswith(".")]
    parts = [part for part in parts if part.lower() not in {"dr", "prof", "mr", "mrs", "ms"}] or parts
    if not parts:
        return "?"
    return (parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")).upper()


def paint_initials(
    painter: QPainter, at: QPointF, name: str, theme: Theme, *, own: bool = False, size: float = 22
) -> float:
    """A disc with initials; one's own is petrol."""
    edge = theme.px(size)
    rect = QRectF(at.x(), at.y(), edge, edge)
    tokens = theme.tokens
    brush.smooth(painter)
    if own:
        brush.box(painter, rect, edge / 2, tokens.petrol)
    else:
        brush.box(painter, rect, edge / 2, tokens.sunken, tokens.line2, width=1)
    colour = tokens.onpetrol if own else tokens.ink2
    brush.words(painter, rect, initials(name), theme, role="small-strong", colour=colour, align=brush.CENTRE)
    return edge
