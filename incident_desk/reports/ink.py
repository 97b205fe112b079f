"""The colours of paper: red, green and blue as a PDF takes them. Every tint is under 12 % grey in print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from incident_desk.domain.vocabulary import Priority

Ink = NewType("Ink", str)


def _ink(code: str) -> Ink:
    return Ink(" ".join(f"{int(code[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5)))


PAPER = _ink("#FFFFFF")
SUNKEN = _ink("#F6F4EF")
LINE = _ink("#C9C4B9")
LINE_STRONG = _ink("#837D72")
INK = _ink("#1B2323")
INK_SECOND = _ink("#465054")
INK_THIRD = _ink("#5C6569")
PETROL = _ink("#0B5966")
PETROL_TINT = _ink("#DBEAEC")
CRITICAL = _ink("#A61B16")
ORANGE = _ink("#A9480A")
ORANGE_TINT = _ink("#FCE9D8")
GREEN = _ink("#1D6A3A")
DEPTHS = tuple(_ink(code) for code in ("#8FB6BC", "#629AA2", "#3A7F89", "#0B5966", "#063F49"))


@dataclass(frozen=True, slots=True)
class ChipInks:
    """A priority: the ground of its chip, what stands on it, its edge, and its mark on white paper."""

    ground: Ink
    word: Ink
    edge: Ink
    mark: Ink
    band: Ink  # the ground of a matrix cell


PRIORITY = {
    Priority.CRITICAL: ChipInks(CRITICAL, PAPER, CRITICAL, CRITICAL, _ink("#FBE4E1")),
    Priority.HIGH: ChipInks(_ink("#FCE0C6"), _ink("#7A3202"), _ink("#C8702A"), ORANGE, _ink("#FCE9D8")),
    Priority.MEDIUM: ChipInks(_ink("#FBF1CF"), _ink("#5E4700"), _ink("#CDB35A"), _ink("#6E5300"), _ink("#FBF3DA")),
    Priority.LOW: ChipInks(PAPER, _ink("#43606F"), _ink("#A9BAC4"), _ink("#43606F"), _ink("#F1F5F7")),
    Priority.NOT_SET: ChipInks(PAPER, INK_THIRD, _ink("#A9A498"), INK_THIRD, PAPER),
}
