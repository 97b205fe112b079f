"""What a benchmark found: the program's time beside its floor, and whether their ratio meets the goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_PLACES = 3
_VERDICT = {None: "", True: "met", False: "MISSED"}
HEADINGS = ("goal", "incidents", "what", "product", "floor", "ratio", "wanted", "met", "floor is")
Cells = tuple[str, str, str, str, str, str, str]
"""What, product, floor, ratio, wanted, met, what the floor is."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the answer. Times are seconds; without a goal the line only tells."""

    what: str
    product: float
    floor: float
    floor_is: str
    at_most: float | None = None

    @property
    def ratio(self) -> float:
        return self.product / self.floor

    @property
    def met(self) -> bool | None:
        return None if self.at_most is None else round(self.ratio, _PLACES) <= self.at_most

    @property
    def cells(self) -> Cells:
        return (
            self.what, _time(self.product), _time(self.floor), f"{self.ratio:.2f}", _wanted(self.at_most),
            _VERDICT[self.met], self.floor_is,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """Something that is counted, not timed."""

    what: str
    found: int
    wanted: int

    @property
    def met(self) -> bool:
        return self.found == self.wanted

    @property
    def cells(self) -> Cells:
        return self.what, str(self.found), "", "", f"= {self.wanted}", _VERDICT[self.met], ""


@dataclass(frozen=True, slots=True)
class Sized:
    """As `Compared`, of something else than times."""

    what: str
    product: float
    floor: float
    unit: str
    floor_is: str
    at_most: float | None = None

    @property
    def ratio(self) -> float:
        return self.product / self.floor

    @property
    def met(self) -> bool | None:
        return None if self.at_most is None else round(self.ratio, _PLACES) <= self.at_most

    @property
    def cells(self) -> Cells:
        return (
            self.what, f"{self.product:.1f} {self.unit}", f"{self.floor:.1f} {self.unit}", f"{self.ratio:.2f}",
            _wanted(self.at_most), _VERDICT[self.met], self.floor_is,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class AtMost:
    """A ratio that is taken from something else than times."""

    what: str
    found: float
    at_most: float | None = None

    @property
    def met(self) -> bool | None:
        return None if self.at_most is None else round(self.found, _PLACES) <= self.at_most

    @property
    def cells(self) -> Cells:
        return self.what, "", "", f"{self.found:.2f}", _wanted(self.at_most), _VERDICT[self.met], ""


@dataclass(frozen=True, slots=True)
class Told:
    """Something to know that is no goal."""

    what: str
    value: str
    met: None = None

    @property
    def cells(self) -> Cells:
        return self.what, self.value, "", "", "", "", ""


@dataclass(frozen=True, slots=True)
class Failed:
    """What could not be measured counts as missed."""

    what: str
    met: bool = False

    @property
    def cells(self) -> Cells:
        return self.what, "", "", "", "", _VERDICT[self.met], ""


Finding = Compared | Sized | Counted | AtMost | Told | Failed


def line(finding: Finding) -> str:
    what, product, floor, ratio, wanted, met, floor_is = finding.cells
    return f"  {what:46} {product:>12} {floor:>12} {ratio:>7}  {wanted:8} {met:6} {floor_is}"


def table(rows: Sequence[tuple[str, int, Finding]]) -> str:
    """Every line found, as Markdown: the name of its goal, the size of the register, the finding."""
    lines = [HEADINGS, ("---",) * len(HEADINGS)]
    lines += [(goal, f"{size:,}", *finding.cells) for goal, size, finding in rows]
    return "\n".join(f"| {' | '.join(cell.strip().replace('|', '/') for cell in cells)} |" for cells in lines)


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 10 else f"{seconds * 1e3:.3f} ms"


def _wanted(at_most: float | None) -> str:
    return "" if at_most is None else f"<= {at_most:.2f}"
