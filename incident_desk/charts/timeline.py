"""Events along a line of time, each as exactly as somebody stated it: a dot for a moment, a bar for a stretch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incident_desk.charts.drawing import Anchor, Box, Dot, Drawing, Letters, Ruler, Shape, Spot, Stroke, Tone, Words

_PAD = 6.0
_SCALE = 0.34  # of the width the line of time takes; the words stand at its right
_DOT = 3.5


@dataclass(frozen=True, slots=True)
class Event:
    """`earliest`, `latest`: microseconds, equal for a moment. `when`: as people say it. `unexpected`: drawn strong."""

    key: str
    earliest: int
    latest: int
    when: str
    text: str
    unexpected: bool = False


def timeline(events: Sequence[Event], width: float, ruler: Ruler) -> Drawing:
    """One row an event, in the order of their beginnings; the line above says how far apart they lie."""
    rows = sorted(events, key=lambda event: (event.earliest, event.latest))
    row = ruler.line(Letters.LABEL) + _PAD
    first, last = rows[0].earliest, max(event.latest for event in rows)
    line = width * _SCALE
    spread = max(last - first, 1)

    def x_of(instant: int) -> float:
        return _PAD + (line - 2 * _PAD) * (instant - first) / spread

    shapes: list[Shape] = [Stroke(((_PAD, _PAD), (line - _PAD, _PAD)), Tone.EDGE, 1.0)]
    spots = []
    for n, event in enumerate(rows):
        y = 2 * _PAD + (n + 0.5) * row
        shapes += _marks(event, x_of(event.earliest), x_of(event.latest), y)
        shapes += _words(event, line, y, width, ruler)
        spots.append(Spot(event.key, f"{event.when}: {event.text}", 0, y - row / 2, width, row))
    return Drawing(width, 3 * _PAD + len(rows) * row, tuple(shapes), tuple(spots))


def _marks(event: Event, start: float, end: float, y: float) -> list[Shape]:
    tone = Tone.CRITICAL if event.unexpected else Tone.PETROL
    down = Stroke(((start, _PAD), (start, y)), Tone.LINE, 0.6)
    if end - start < 2 * _DOT:
        return [down, Dot((start + end) / 2, y, _DOT, tone)]
    return [down, Box(start, y - _DOT, end - start, 2 * _DOT, Tone.TINT, tone, _DOT)]


def _words(event: Event, line: float, y: float, width: float, ruler: Ruler) -> list[Shape]:
    when = max(ruler.width(event.when, Letters.LABEL), width * 0.16)
    at = line + _PAD
    letters = Letters.STRONG if event.unexpected else Letters.LABEL
    return [
        Words(event.when, at, y, Letters.LABEL, Tone.SECOND, Anchor.START),
        Words(event.text, at + when + 2 * _PAD, y, letters, Tone.INK, room=width - at - when - 2 * _PAD),
    ]
