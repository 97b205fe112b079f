"""What a benchmark found: the program's time beside its floor, and whether their ratio meets the goal."""

from __future__ import annotations

from dataclasses import dataclass

_PLACES = 3


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

    def __str__(self) -> str:
        verdict = {None: "", True: "met", False: "MISSED"}[self.met]
        goal = f"goal <= {self.at_most:.2f}" if self.at_most is not None else ""
        times = f"{self.product * 1e3:10.3f} ms  floor {self.floor * 1e3:10.3f} ms"
        return f"  {self.what:44} {times}  ratio {self.ratio:6.2f}  {goal:12} {verdict:6} | {self.floor_is}"


@dataclass(frozen=True, slots=True)
class Counted:
    """Something that is counted, not timed."""

    what: str
    found: int
    wanted: int

    @property
    def met(self) -> bool:
        return self.found == self.wanted

    def __str__(self) -> str:
        verdict = "met" if self.met else "MISSED"
        return f"  {self.what:44} {self.found:10}     goal == {self.wanted} {verdict}"


@dataclass(frozen=True, slots=True)
class AtMost:
    """A ratio that is taken from something else than times."""

    what: str
    found: float
    at_most: float | None = None

    @property
    def met(self) -> bool | None:
        return None if self.at_most is None else round(self.found, _PLACES) <= self.at_most

    def __str__(self) -> str:
        verdict = {None: "", True: "met", False: "MISSED"}[self.met]
        goal = f"goal <= {self.at_most:.2f}" if self.at_most is not None else ""
        return f"  {self.what:44} {self.found:10.2f}     {goal} {verdict}"


@dataclass(frozen=True, slots=True)
class Told:
    """Something to know that is no goal."""

    what: str
    value: str
    met: None = None

    def __str__(self) -> str:
        return f"  {self.what:44} {self.value}"


Finding = Compared | Counted | AtMost | Told
