"""How wide columns become: by their shares, but no narrower than their longest word while there is room."""

from __future__ import annotations

from collections.abc import Sequence

from incident_desk.reports.columns import Cell, Place, written
from incident_desk.reports.ink import INK_SECOND, Ink
from incident_desk.reports.lines import Style, longest_word
from incident_desk.reports.paper import CELL_STRONG, COLUMN_HEAD, Frame
from incident_desk.usecases.papers import Column

PAD = 4.0  # from the edge of a column to its text
_SMALLEST = 5.6  # points; a heading that is too wide becomes smaller before it is cut


def places_of(
    columns: Sequence[Column],
    frame: Frame,
    rows: Sequence[Sequence[str]] = (),
    signs: Sequence[float] = (),
) -> list[Place]:
    """Where the texts of each column stand. `signs`: the room that something before the words takes."""
    words = [longest_word((column.label,), COLUMN_HEAD) for column in columns]
    for number, cells in enumerate(zip(*rows, strict=True)):
        of_cells = longest_word(cells, CELL_STRONG) + (signs[number] if signs else 0.0)
        words[number] = max(words[number], of_cells)
    needed = [word + 2 * PAD + 0.1 for word in words]
    places: list[Place] = []
    x = frame.left
    for width in shared(frame.width, [column.share for column in columns], needed):
        places.append(Place(x + PAD, width - 2 * PAD))
        x += width
    return places


def shared(width: float, shares: Sequence[float], needed: Sequence[float]) -> list[float]:
    """The width in parts: by the shares, each at least what it needs. Where all need too much, the widest give in."""
    needed = _that_fit(width, needed)
    fixed: set[int] = set()
    while True:
        free = [number for number in range(len(shares)) if number not in fixed]
        left = width - sum(needed[number] for number in fixed)
        per_share = left / (sum(shares[number] for number in free) or 1.0)
        narrow = {number for number in free if shares[number] * per_share < needed[number]}
        if not narrow:
            return [needed[n] if n in fixed else shares[n] * per_share for n in range(len(shares))]
        fixed |= narrow


def _that_fit(width: float, needed: Sequence[float]) -> list[float]:
    """The needs, the widest cut down to one measure where the sum of all is more than there is."""
    left = width
    for done, need in enumerate(sorted(needed)):
        most = left / (len(needed) - done)
        if need > most:
            return [min(each, most) for each in needed]
        left -= need
    return list(needed)


def heading(label: str, width: float, ink: Ink = INK_SECOND) -> Cell:
    """The head of a column; smaller where its longest word would not fit."""
    word = longest_word((label,), COLUMN_HEAD)
    if word <= width:
        return written(label, COLUMN_HEAD, width, ink)
    size = max(_SMALLEST, COLUMN_HEAD.size * width / word - 0.01)
    return written(label, Style(COLUMN_HEAD.weight, size, COLUMN_HEAD.leading), width, ink)
