"""Flags of a record: an icon and its words in one colour, alone or on a pill."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.look import Look


def flag_width(text: str, look: Look, role: str = "hint-strong") -> float:
    return look.px(15) + look.px(4) + brush.width_of(text, role, look)


def paint_flag(
    painter: QPainter, rect: QRectF, icon: str, text: str, colour: str, look: Look, role: str = "hint-strong"
) -> float:
    """An icon and words in the colour of a token, from the left edge of `rect`. Returns the width taken."""
    start = look.px(15) + look.px(4)
    with brush.kept(painter):
        brush.icon(painter, rect.left(), rect.center().y(), icon, colour, 15, look)
        rest = rect.adjusted(start, 0, 0, 0)
        return start + brush.words(painter, rest, text, role, look.tokens.colour(colour), look)


def pill_height(look: Look) -> int:
    return look.px(22)


def pill_width(text: str, look: Look, icon: str = "clock-exclamation") -> float:
    sign = look.px(15) + look.px(4) if icon else 0
    return 2 * look.px(9) + sign + brush.width_of(text, "hint-strong", look)


def paint_pill(
    painter: QPainter,
    at: QPointF,
    text: str,
    look: Look,
    *,
    icon: str = "clock-exclamation",
    colour: str = "crit",
    from_right: bool = False,
) -> float:
    """What is overdue (or over a limit): words and icon on the ground of their colour. Rows are never tinted."""
    width, height = pill_width(text, look, icon), pill_height(look)
    rect = QRectF(at.x() - (width if from_right else 0), at.y(), width, height)
    ink, ground = look.tokens.colour(colour), look.tokens.colour(f"{colour}_ground")
    with brush.kept(painter):
        edge = ink if look.high_contrast else None
        brush.box(painter, rect, height / 2, ground, edge, 2)
        inner = rect.adjusted(look.px(9), 0, -look.px(6), 0)
        if icon:
            paint_flag(painter, inner, icon, text, colour, look)
        else:
            brush.words(painter, inner, text, "hint-strong", ink, look)
    return width
