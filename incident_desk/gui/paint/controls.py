"""Buttons, tick boxes and radio marks, painted for delegates and for widgets that need a ring outside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.steps import paint_tick
from incident_desk.gui.theme.manager import Theme


class Kind(Enum):
    """How much a button weighs. One primary button per region."""

    PRIMARY = "primary"
    NORMAL = "normal"
    QUIET = "quiet"
    DANGER = "danger"


@dataclass(frozen=True)
class Touch:
    """What hand and keyboard do with a control at the moment."""

    enabled: bool = True
    hovered: bool = False
    pressed: bool = False
    focused: bool = False


@dataclass(frozen=True)
class Paint:
    fill: QColor | None
    edge: QColor | None
    text: str  # name of a token


def button_paint(kind: Kind, touch: Touch, theme: Theme) -> Paint:
    tokens = theme.tokens
    if not touch.enabled:
        return Paint(None if kind is Kind.QUIET else tokens.sunken, None, "ink3")
    active = touch.hovered or touch.pressed
    if kind is Kind.PRIMARY:
        return Paint(tokens.petrol_hover if active else tokens.petrol, None, "onpetrol")
    if kind is Kind.QUIET:
        return Paint(tokens.tint if active else None, None, "petrol")
    if kind is Kind.DANGER:
        return Paint(tokens.crit_ground if active else tokens.paper, tokens.crit, "crit")
    return Paint(tokens.tint if active else tokens.paper, tokens.line2, "ink")


def paint_button_shape(painter: QPainter, rect: QRectF, kind: Kind, touch: Touch, theme: Theme) -> Paint:
    """The body of a button; with the focus a ring at its edge, the body shrunk inside it. Returns its colours."""
    paint = button_paint(kind, touch, theme)
    radius = theme.px(6)
    edge = paint.edge
    if not touch.enabled and kind is not Kind.QUIET:
        edge = theme.tokens.line
    if theme.high_contrast and edge is None and kind is not Kind.QUIET:
        edge = theme.tokens.ink
    body = rect
    brush.smooth(painter)
    if touch.focused:
        brush.box(painter, rect, radius, None, theme.tokens.petrol, width=theme.px(2))
        gap = theme.px(2) + theme.px(1)
        body, radius = rect.adjusted(gap, gap, -gap, -gap), max(1, radius - gap + 1)
        edge = None
    brush.box(painter, body, radius, paint.fill, edge, width=2 if theme.high_contrast else 1)
    return paint


def tick_size(theme: Theme) -> int:
    return theme.px(18)


def paint_tick_box(
    painter: QPainter,
    rect: QRectF,
    checked: bool,
    theme: Theme,
    touch: Touch = Touch(),
    *,
    partly: bool = False,
) -> None:
    """A square to tick: solid petrol with a tick when chosen."""
    tokens = theme.tokens
    radius = theme.px(4)
    brush.smooth(painter)
    if touch.focused:
        away = theme.px(3)
        ring = rect.adjusted(-away, -away, away, away)
        brush.box(painter, ring, radius + away, None, tokens.petrol, width=theme.px(2))
    if checked or partly:
        fill = tokens.petrol if touch.enabled else tokens.ink3
        brush.box(painter, rect, radius, fill)
        if partly:
            bar = QRectF(rect.left() + rect.width() / 4, rect.center().y() - 1, rect.width() / 2, 2)
            brush.box(painter, bar, 1, tokens.onpetrol)
        else:
            paint_tick(painter, rect, tokens.onpetrol)
        return
    edge = tokens.petrol if touch.hovered else tokens.line2
    ground = tokens.paper if touch.enabled else tokens.sunken
    brush.box(painter, rect, radius, ground, edge, width=max(1.5, theme.px(1.5)))


def paint_radio(painter: QPainter, rect: QRectF, checked: bool, theme: Theme, touch: Touch = Touch()) -> None:
    """A circle to choose: a petrol ring with a dot when chosen."""
    tokens = theme.tokens
    edge = tokens.petrol if checked or touch.hovered else tokens.line2
    brush.smooth(painter)
    if touch.focused:
        away = theme.px(3)
        ring = rect.adjusted(-away, -away, away, away)
        brush.box(painter, ring, ring.height() / 2, None, tokens.petrol, width=theme.px(2))
    ground = tokens.paper if touch.enabled else tokens.sunken
    brush.box(painter, rect, rect.height() / 2, ground, edge, width=max(1.8, theme.px(1.8)))
    if checked:
        inset = rect.width() * 0.28
        brush.box(painter, rect.adjusted(inset, inset, -inset, -inset), rect.height(), tokens.petrol)
