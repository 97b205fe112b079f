"""A drawing as plain shapes, from its upper left corner, so that screen and paper show the same.

Units are points on paper and pixels of an ordinary screen in the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Protocol


class Tone(StrEnum):
    """What a colour is for; screen and paper each have their own for it. The depths are always beside a name."""

    INK = "ink"
    SECOND = "ink2"
    THIRD = "ink3"
    LINE = "line"
    EDGE = "line2"
    PAPER = "paper"
    SUNKEN = "sunken"
    PETROL = "petrol"
    TINT = "tint"
    CRITICAL = "crit"
    HIGH = "high"
    HIGH_GROUND = "high_ground"
    DONE = "ok"
    DEPTH1 = "step1"
    DEPTH2 = "step2"
    DEPTH3 = "step3"
    DEPTH4 = "step4"
    DEPTH5 = "step5"


class Letters(Enum):
    """How a text is set; screen and paper each have their own size for it."""

    LABEL = auto()
    STRONG = auto()
    SMALL = auto()


class Anchor(Enum):
    START = auto()
    MIDDLE = auto()
    END = auto()


Point = tuple[float, float]


class Ruler(Protocol):
    """How large texts are where the drawing is going to be, in its units."""

    def width(self, text: str, letters: Letters) -> float:
        """Of a text on one line."""
        ...

    def line(self, letters: Letters) -> float:
        """The distance from one line to the next."""
        ...


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points."""

    points: tuple[Point, ...]
    tone: Tone = Tone.INK
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    width: float
    height: float
    fill: Tone | None = None
    edge: Tone | None = None
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Area:
    """A closed shape through points: the head of an arrow, a mark."""

    points: tuple[Point, ...]
    fill: Tone | None = Tone.INK
    edge: Tone | None = None


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    radius: float
    fill: Tone | None = Tone.INK
    edge: Tone | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is the middle of its height, `x` where `anchor` says. `room`: cut where it is wider."""

    text: str
    x: float
    y: float
    letters: Letters = Letters.LABEL
    tone: Tone = Tone.INK
    anchor: Anchor = Anchor.START
    room: float | None = None


Shape = Stroke | Box | Area | Dot | Words


@dataclass(frozen=True, slots=True)
class Spot:
    """A part one can go to: `key` says what it is, `name` is spoken."""

    key: str
    name: str
    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order in which they are drawn; spots in the order in which the arrow keys walk them."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...] = ()


def lines_of(text: str, letters: Letters, room: float, ruler: Ruler, most: int) -> list[str]:
    """A text broken at its blanks into at most `most` lines; what is left over stays on the last one."""
    lines: list[str] = []
    for word in text.split():
        together = f"{lines[-1]} {word}" if lines else word
        if lines and (len(lines) == most or ruler.width(together, letters) <= room):
            lines[-1] = together
        else:
            lines.append(word)
    return lines
