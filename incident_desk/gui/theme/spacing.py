"""Distances grow with the text: a pixel of the design is an eighteenth of the body's line height."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

_LINE_OF_THE_DESIGN = 18


class Spacing:
    """Distances and radii in whole pixels of the screen, for one size of body text."""

    def __init__(self, body: QFontMetricsF) -> None:
        self.scale = round(body.height()) / _LINE_OF_THE_DESIGN

    def px(self, pixels: float) -> int:
        """A distance of the design (at 96 dpi and 100 % text) on this screen; never less than one pixel."""
        return max(1, round(pixels * self.scale)) if pixels else 0

    @property
    def u(self) -> int:
        """The unit of all distances: 8 px at 100 %."""
        return self.px(8)
