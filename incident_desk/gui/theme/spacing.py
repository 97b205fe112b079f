"""Distances grow with the text: a pixel of the design is an eighteenth of the body's line height."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

_LINE_OF_THE_DESIGN = 18


class _Pixels(dict[float, int]):
    """Distances that were asked for before: painters ask for the same few, thousands of times."""

    def __init__(self, scale: float) -> None:
        super().__init__()
        self._scale = scale

    def __missing__(self, pixels: float) -> int:
        found = max(1, round(pixels * self._scale)) if pixels else 0
        self[pixels] = found
        return found


class Spacing:
    """Distances and radii in whole pixels of the screen, for one size of body text.

    `px(8)` is a distance of the design (at 96 dpi and 100 % text) on this screen; never less than one pixel.
    """

    def __init__(self, body: QFontMetricsF) -> None:
        self.scale = round(body.height()) / _LINE_OF_THE_DESIGN
        self.px = _Pixels(self.scale).__getitem__

    @property
    def u(self) -> int:
        """The unit of all distances: 8 px at 100 %."""
        return self.px(8)
