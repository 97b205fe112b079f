"""Flags of a record: an icon and its words in one colour, alone or on a pill."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme

_SIGN, _GAP, _PADDING = 15, 4, 9
_READABLE = 64  # pixels of the design; a text cut shorter than this says nothing


def flag_width(text: str, theme: Theme, role: str = "hint-strong") -> float:
    return theme.px(_SIGN) + theme.px(_GAP) + brush.width_of(text, role, theme)


def paint_flag(
    painter: QPainter,
    rect: QRectF,
    icon: str,
    text: str,
    theme: Theme,
    *,
    colour: str = "ink2",
    role: str = "hint-strong",
) -> float:
    """An icon and words in the colour of a token, from the left edge of `rect`. Returns the width taken."""
    start = theme.px(_SIGN) + theme.px(_GAP)
    middle = QPointF(rect.left(), rect.center().y())
    brush.icon(painter, middle, icon, theme, colour=colour, size=_SIGN)
    rest = rect.adjusted(start, 0, 0, 0)
    return start + brush.words(painter, rest, text, theme, role=role, colour=theme.tokens.colour(colour))


def pill_height(theme: Theme) -> int:
    return theme.px(22)


def pill_width(text: str, theme: Theme, icon: str = "clock-exclamation") -> float:
    inside = flag_width(text, theme) if icon else brush.width_of(text, "hint-strong", theme)
    return 2 * theme.px(_PADDING) + inside


def paint_pill(
    painter: QPainter,
    at: QPointF,
    text: str,
    theme: Theme,
    *,
    icon: str = "clock-exclamation",
    colour: str = "crit",
    from_right: bool = False,
) -> float:
    """What is overdue: words and icon on the ground of their colour. Returns the width it took.

    `at` is the upper left (or right) corner; `icon` may be "" where the row already shows one.
    """
    width, height = pill_width(text, theme, icon), pill_height(theme)
    rect = QRectF(at.x() - (width if from_right else 0), at.y(), width, height)
    ink = theme.tokens.colour(colour)
    _ground(painter, rect, colour, theme)
    inner = rect.adjusted(theme.px(_PADDING), 0, 0, 0)
    if icon:
        paint_flag(painter, inner, icon, text, theme, colour=colour)
    else:
        brush.words(painter, inner, text, theme, role="hint-strong", colour=ink)
    return width


def paint_overdue_row(
    painter: QPainter, rect: QRectF, what: str, overdue: str, theme: Theme, *, sign: str = "alarm", short: str = ""
) -> None:
    """The last row of a card that is late: whose deadline on the left, how late on the right; only the `sign` of
    whose it is where its words would be cut down to nothing, and `short` where even that leaves too little room.
    """
    _ground(painter, rect, "crit", theme)
    inner = rect.adjusted(theme.px(6), 0, -theme.px(6), 0)
    late = brush.width_of(overdue, "countdown", theme)
    if short and late + theme.px(_SIGN + _GAP) > inner.width():
        overdue, late = short, brush.width_of(short, "countdown", theme)
    room = inner.adjusted(0, 0, -late - theme.u, 0)
    if says_enough(what, room.width() - theme.px(_SIGN + _GAP), theme):
        paint_flag(painter, room, "alarm", what, theme, colour="crit", role="hint")
    else:
        paint_flag(painter, room, sign, "", theme, colour="crit", role="hint")
    brush.words(painter, inner, overdue, theme, role="countdown", colour=theme.tokens.crit, align=brush.RIGHT)


def says_enough(text: str, room: float, theme: Theme, role: str = "hint") -> bool:
    """Whether a text is readable in this room, whole or cut."""
    return room >= min(brush.width_of(text, role, theme), theme.px(_READABLE))


def _ground(painter: QPainter, rect: QRectF, colour: str, theme: Theme) -> None:
    edge = theme.tokens.colour(colour) if theme.high_contrast else None
    brush.smooth(painter)
    brush.box(painter, rect, rect.height() / 2, theme.tokens.colour(f"{colour}_ground"), edge, width=2)
