"""The palette for what a style sheet does not reach: selections, links, tool tips, text that Qt paints."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from incident_desk.gui.theme.tokens import Tokens

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "desk",
    _Role.WindowText: "ink",
    _Role.Base: "paper",
    _Role.AlternateBase: "sunken",
    _Role.Text: "ink",
    _Role.PlaceholderText: "ink3",
    _Role.Button: "paper",
    _Role.ButtonText: "ink",
    _Role.BrightText: "crit",
    _Role.Highlight: "petrol",
    _Role.HighlightedText: "onpetrol",
    _Role.Accent: "petrol",
    _Role.Link: "petrol",
    _Role.LinkVisited: "petrol",
    _Role.ToolTipBase: "paper",
    _Role.ToolTipText: "ink",
    _Role.Light: "paper",
    _Role.Midlight: "sunken",
    _Role.Mid: "line",
    _Role.Dark: "line2",
    _Role.Shadow: "shadow",
}
_DISABLED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def palette_of(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, tokens.colour(token))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.ink3)
    return palette
