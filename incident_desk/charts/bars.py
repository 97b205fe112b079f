"""Charts of a few series: values over periods with their limits, and bars with the share they make up together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incident_desk.charts.drawing import (
    Anchor,
    Box,
    Dot,
    Drawing,
    Letters,
    Point,
    Ruler,
    Shape,
    Spot,
    Stroke,
    Tone,
    Words,
    lines_of,
)

_PAD = 6.0
_TALL = 120.0  # of the part that shows values
_DOT = 3.0
_MOST_LINES = 3
_WIDEST = 60.0  # of a bar
_MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Value:
    """`said` is spoken; `marked`: it calls for attention and is drawn so."""

    key: str
    label: str
    value: float
    said: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """A line across the chart, such as a mean or a limit."""

    value: float
    label: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as plain data, to be drawn at any size: of form "line" with levels, or "bars" with shares together."""

    form: str
    values: tuple[Value, ...]
    levels: tuple[Level, ...] = ()
    together: tuple[float, ...] = ()

    def draw(self, width: float, ruler: Ruler) -> Drawing:
        if self.form == "bars":
            return bar_chart(self.values, self.together, width, ruler)
        return line_chart(self.values, self.levels, width, ruler)


def line_chart(values: Sequence[Value], levels: Sequence[Level], width: float, ruler: Ruler) -> Drawing:
    """A dot for each value, joined; levels across."""
    grid = _Grid(values, _highest(values, levels), width, ruler, len(levels) > 0)
    shapes = grid.axes()
    for level in levels:
        y = grid.y(level.value)
        tone = Tone.EDGE if level.dashed else Tone.SECOND
        shapes.append(Stroke(((grid.left, y), (grid.right, y)), tone, 0.8, level.dashed))
        shapes.append(Words(level.label, grid.right + 3, y, Letters.SMALL, Tone.SECOND))
    points = tuple((grid.x(n), grid.y(each.value)) for n, each in enumerate(values))
    if len(points) > 1:
        shapes.append(Stroke(points, Tone.PETROL, 1.4))
    for (x, y), each in zip(points, values, strict=True):
        shapes += _dot(x, y, marked=each.marked)
    return grid.drawing(shapes)


def _highest(values: Sequence[Value], levels: Sequence[Level]) -> float:
    return max([1.0, *(each.value for each in values), *(level.value for level in levels)])


def bar_chart(values: Sequence[Value], together: Sequence[float], width: float, ruler: Ruler) -> Drawing:
    """Bars; `together`: for each, the share (0 to 1) of it and those before it, drawn as a line. () for none."""
    grid = _Grid(values, _highest(values, ()), width, ruler, bool(together))
    shapes = grid.axes()
    for n, each in enumerate(values):
        wide = min(grid.step * 0.64, _WIDEST)
        top = grid.y(each.value)
        fill = Tone.HIGH_GROUND if each.marked else Tone.DEPTH3
        shapes.append(Box(grid.x(n) - wide / 2, top, wide, grid.bottom - top, fill, Tone.EDGE))
        shapes.append(Words(f"{each.value:g}", grid.x(n), top - 6, Letters.SMALL, Tone.INK, Anchor.MIDDLE))
    line: tuple[Point, ...] = tuple((grid.x(n), grid.bottom - _TALL * share) for n, share in enumerate(together))
    if len(line) > 1:
        shapes.append(Stroke(line, Tone.SECOND, 1.0))
    for x, y in line:
        shapes.append(Dot(x, y, 1.8, Tone.SECOND))
    if together:
        for share in (0.5, 1.0):
            shapes.append(Words(f"{share:.0%}", grid.right + 3, grid.bottom - _TALL * share, Letters.SMALL, Tone.THIRD))
    return grid.drawing(shapes)


def _dot(x: float, y: float, *, marked: bool) -> list[Shape]:
    """What is marked is a square with a ring: shape as well as colour."""
    if not marked:
        return [Dot(x, y, _DOT, Tone.PETROL)]
    return [Box(x - 3.5, y - 3.5, 7, 7, Tone.CRITICAL), Dot(x, y, 7, None, Tone.CRITICAL)]


class _Grid:
    """Where values stand: the axes with their words."""

    def __init__(self, values: Sequence[Value], highest: float, width: float, ruler: Ruler, room_right: bool) -> None:
        self._values, self._width, self._ruler = values, width, ruler
        self._tick = _nice(highest / (_MOST_TICKS - 1))
        self._highest = self._tick * -(-highest // self._tick)
        self.left = ruler.width(f"{self._highest:g}", Letters.SMALL) + 2 * _PAD
        self.right = width - (ruler.width("0000.0 xxxx", Letters.SMALL) if room_right else _PAD)
        self.step = (self.right - self.left) / max(1, len(values))
        self.top = ruler.line(Letters.SMALL) + _PAD
        self.bottom = self.top + _TALL
        self._lay_labels()

    def x(self, n: int) -> float:
        return self.left + (n + 0.5) * self.step

    def y(self, value: float) -> float:
        return self.bottom - _TALL * value / self._highest

    def axes(self) -> list[Shape]:
        shapes: list[Shape] = []
        ticks = round(self._highest / self._tick)
        for n in range(ticks + 1):
            y = self.y(n * self._tick)
            shapes.append(Stroke(((self.left, y), (self.right, y)), Tone.EDGE if n == 0 else Tone.LINE, 0.6))
            shapes.append(Words(f"{n * self._tick:g}", self.left - 4, y, Letters.SMALL, Tone.THIRD, Anchor.END))
        return shapes + self._labels()

    def _labels(self) -> list[Shape]:
        """Below each value its label: in several lines where it is wide, or below every second, third ... value."""
        line = self._ruler.line(Letters.SMALL)
        shapes: list[Shape] = []
        for n, lines in enumerate(self._wrapped):
            for row, words in enumerate(lines if n % self._every == 0 else ()):
                y = self.bottom + line * (row + 0.7)
                room = self.step * self._every - 3
                shapes.append(Words(words, self.x(n), y, Letters.SMALL, Tone.SECOND, Anchor.MIDDLE, room))
        return shapes

    def _lay_labels(self) -> None:
        widths = [self._ruler.width(each.label, Letters.SMALL) for each in self._values]
        self._every, self._wrapped = 1, [[each.label] for each in self._values]
        if max(widths, default=0.0) <= self.step - 3:
            return
        if any(" " in each.label for each in self._values):
            room = self.step - 3
            self._wrapped = [
                lines_of(each.label, Letters.SMALL, room, self._ruler, _MOST_LINES) for each in self._values
            ]
        else:
            self._every = int(-(-(max(widths) + 3) // self.step))

    def _lines(self, label: str) -> list[str]:
        return lines_of(label, Letters.SMALL, self.step - 3, self._ruler, _MOST_LINES)

    def drawing(self, shapes: Sequence[Shape]) -> Drawing:
        lines = max(map(len, self._wrapped), default=1)
        height = self.bottom + lines * self._ruler.line(Letters.SMALL) + 2 * _PAD
        spots = tuple(
            Spot(each.key, each.said, self.x(n) - self.step / 2, self.top, self.step, _TALL)
            for n, each in enumerate(self._values)
        )
        return Drawing(self._width, height, tuple(shapes), spots)


def _nice(least: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50 ... that is no smaller."""
    size = 1.0
    while True:
        for step in (1.0, 2.0, 5.0):
            if step * size >= least:
                return step * size
        size *= 10
