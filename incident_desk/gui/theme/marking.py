"""Properties by which a widget tells the style sheet what it is; see `stylesheet` for those it knows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def mark(widget: QWidget, **properties: str | bool) -> None:
    """For example ``mark(button, kind="primary")``, ``mark(field, state="missing")``; "" takes it away."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    style, font = widget.style(), widget.font()
    style.unpolish(widget)
    style.polish(widget)
    widget.setFont(font)  # the style gives back the one it met first, which may be of another text size
    widget.update()
