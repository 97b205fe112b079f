"""Keys as they stand on the keyboard: small caps with their names, painted in a row; and how they are spoken."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QKeySequence, QPainter

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme

_HIGH, _GAP, _PADDING, _NARROWEST = 20, 4, 6, 20
_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
translate = QCoreApplication.translate


def caps_of(shortcut: str) -> tuple[str, ...]:
    """The caps of a shortcut in the language of the system: "Ctrl+K" gives ("Ctrl", "K")."""
    return tuple(_SIGNS.get(part) or _native(part) for part in _parts(shortcut))


def spoken_keys(shortcut: str) -> str:
    """The same for the ear, where an arrow has a name."""
    return " ".join(_native(part) for part in _parts(shortcut))


def _parts(shortcut: str) -> list[str]:
    if shortcut.endswith("+"):  # the plus itself is the last key
        return [*shortcut[:-1].rstrip("+").split("+"), "+"] if len(shortcut) > 1 else ["+"]
    return shortcut.split("+")


def _native(part: str) -> str:
    modifier = {"Ctrl": translate("KeyCaps", "Ctrl"), "Shift": translate("KeyCaps", "Shift")}.get(part)
    return modifier or QKeySequence(part).toString(QKeySequence.SequenceFormat.NativeText) or part


def caps_width(caps: tuple[str, ...], theme: Theme) -> float:
    return sum(_cap_width(cap, theme) for cap in caps) + theme.px(_GAP) * max(0, len(caps) - 1)


def _cap_width(cap: str, theme: Theme) -> float:
    return max(theme.px(_NARROWEST), brush.width_of(cap, "small", theme) + 2 * theme.px(_PADDING))


def paint_caps(painter: QPainter, room: QRectF, caps: tuple[str, ...], theme: Theme) -> None:
    """In the vertical middle of `room`, ending at its right edge."""
    tokens, high = theme.tokens, theme.px(_HIGH)
    left = room.right() - caps_width(caps, theme)
    for cap in caps:
        area = QRectF(left, room.center().y() - high / 2, _cap_width(cap, theme), high)
        brush.smooth(painter)
        brush.box(painter, area, theme.px(4), tokens.sunken, tokens.line2)
        brush.words(painter, area, cap, theme, role="small", colour=tokens.ink2, align=brush.CENTRE)
        left = area.right() + theme.px(_GAP)
