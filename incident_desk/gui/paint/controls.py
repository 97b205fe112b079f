"""Tick boxes and radio marks, painted for delegates; single ones on a form are styled Qt widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from incident_desk.gui.paint import brush
from incident_desk.gui.paint.steps import paint_tick
from incident_desk.gui.theme.manager import Theme


@dataclass(frozen=True)
class Touch:
    """What hand and keyboard do with a control at the moment."""

    enabled: bool = True
    hovered: bool = False
    pressed: bool = False
    focused: bool = False


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
