"""The paper itself: margins, the type scale, and the flow of strips down the pages.

A strip is what never parts: a line of prose, a table row, the five boxes. Blocks are cut into strips, and the flow
lays strips on pages, keeping a head with what it heads and repeating column heads on the next page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from incident_desk.reports.fonts import Weight
from incident_desk.reports.lines import Style
from incident_desk.reports.sheet import Sheet
from incident_desk.usecases.papers import PaperSize

MILLIMETRE = 72 / 25.4
MARGIN_LEFT = 18 * MILLIMETRE  # punch holes
MARGIN_RIGHT = 16 * MILLIMETRE
MARGIN_TOP = 13 * MILLIMETRE
MARGIN_BOTTOM = 12 * MILLIMETRE
SIZES = {PaperSize.A4: (210 * MILLIMETRE, 297 * MILLIMETRE), PaperSize.LETTER: (612.0, 792.0)}

TITLE = Style(Weight.SEMIBOLD, 17, 21)
HEAD = Style(Weight.SEMIBOLD, 11, 14)
NUMBER = Style(Weight.SEMIBOLD, 11.5, 14)
PROSE = Style(Weight.REGULAR, 9.2, 13)
FACT = Style(Weight.MEDIUM, 9.4, 12)
STRONG = Style(Weight.SEMIBOLD, 9.4, 12)
LABEL = Style(Weight.REGULAR, 7.6, 10)
LABEL_STRONG = Style(Weight.SEMIBOLD, 8, 10)
SMALL = Style(Weight.REGULAR, 7.2, 9.4)
SMALL_STRONG = Style(Weight.SEMIBOLD, 7.2, 9.4)
FINE = Style(Weight.NARROW, 7.2, 9.4)
CELL = Style(Weight.NARROW, 8.6, 11)
CELL_STRONG = Style(Weight.NARROW_SEMIBOLD, 8.6, 11)
COLUMN_HEAD = Style(Weight.NARROW_SEMIBOLD, 7.8, 10)

TALLEST = 200.0  # points; a row that is taller is cut, so that it can go on overleaf


class Frame(NamedTuple):
    """Where text may stand on a page."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(slots=True, eq=False)
class Strip:
    """`paint` gets the sheet and the upper edge. `gap` is the space above, except at the top of a page."""

    height: float
    paint: Callable[[Sheet, float], None]
    gap: float = 0.0
    keep: bool = False  # stays with the strip after it
    head: Strip | None = None  # repeated above it when it starts a page


class Flow:
    """Lays strips on pages. `furnish` draws what stands on every page and gives the frame that is left."""

    def __init__(self, sheet: Sheet, furnish: Callable[[int], Frame]) -> None:
        self._sheet = sheet
        self._furnish = furnish
        self.frame = furnish(1)
        self.y = self.frame.top

    def add(self, strips: Iterable[Strip]) -> None:
        for together in _kept_together(strips):
            if not self._fits(together):
                self.next_page(together[0].head)
            for strip in together:
                if not self._fits([strip]):
                    self.next_page(strip.head)
                self._lay(strip)

    def next_page(self, head: Strip | None = None) -> None:
        self._sheet.turn_page()
        self.frame = self._furnish(self._sheet.pages + 1)
        self.y = self.frame.top
        if head:
            self._lay(head)

    def finish(self) -> None:
        self._sheet.turn_page()

    @property
    def _at_top(self) -> bool:
        return self.y >= self.frame.top

    def _fits(self, strips: list[Strip]) -> bool:
        return self._at_top or self.y - sum(strip.gap + strip.height for strip in strips) >= self.frame.bottom

    def _lay(self, strip: Strip) -> None:
        if not self._at_top:
            self.y -= strip.gap
        strip.paint(self._sheet, self.y)
        self.y -= strip.height


def _kept_together(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    together: list[Strip] = []
    for strip in strips:
        together.append(strip)
        if not strip.keep:
            yield together
            together = []
    if together:
        yield together
