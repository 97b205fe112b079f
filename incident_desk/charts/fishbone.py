"""A fishbone (Ishikawa 1968): the effect at the head, a bone for each kind of factor, the factors along it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from incident_desk.charts.drawing import (
    Anchor,
    Area,
    Box,
    Dot,
    Drawing,
    Letters,
    Ruler,
    Shape,
    Spot,
    Stroke,
    Tone,
    Words,
    lines_of,
)

_HEAD = 0.2  # of the width
_PAD = 6.0
_LEAN = 0.3  # how far a bone leans, of its height
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Factor:
    """`key` is told when it is chosen, `kind` heads its bone. `root`: drawn with a dot and a strong line."""

    key: str
    kind: str
    text: str
    root: bool = False


def fishbone(effect: str, factors: Sequence[Factor], width: float, ruler: Ruler) -> Drawing:
    """Bones in the order in which their kinds first come, above and below in turn."""
    return _Fishbone(effect, factors, width, ruler).drawing()


class _Fishbone:
    def __init__(self, effect: str, factors: Sequence[Factor], width: float, ruler: Ruler) -> None:
        self._effect, self._width, self._ruler = effect, width, ruler
        kinds = list(dict.fromkeys(factor.kind for factor in factors))
        ordered = sorted(factors, key=lambda factor: kinds.index(factor.kind))
        self._bones = [(kind, list(group)) for kind, group in groupby(ordered, key=lambda factor: factor.kind)]
        self._pairs = max(1, (len(self._bones) + 1) // 2)
        self._spine_end = width * (1 - _HEAD)
        self._room = (self._spine_end - _PAD) / self._pairs
        self._line = ruler.line(Letters.SMALL)
        self._shapes: list[Shape] = []
        self._spots: list[Spot] = []

    def drawing(self) -> Drawing:
        above = max((self._tall(factors) for _, factors in self._bones[0::2]), default=0.0)
        below = max((self._tall(factors) for _, factors in self._bones[1::2]), default=0.0)
        head = self._head_height()
        middle = max(above, head / 2) + _PAD
        height = middle + max(below, head / 2) + _PAD
        self._shapes.append(Stroke(((_PAD, middle), (self._spine_end, middle)), Tone.INK, 2.0))
        self._draw_head(middle, head)
        for number, (kind, factors) in enumerate(self._bones):
            up = number % 2 == 0
            self._draw_bone(number // 2, kind, factors, middle, above if up else below, up=up)
        return Drawing(self._width, height, tuple(self._shapes), tuple(self._spots))

    def _wrapped(self, text: str) -> list[str]:
        return lines_of(text, Letters.SMALL, self._text_room, self._ruler, _MOST_LINES)

    @property
    def _text_room(self) -> float:
        return max(30.0, self._room * (1 - _LEAN) - 2 * _PAD)

    def _tall(self, factors: Sequence[Factor]) -> float:
        """Of a bone: its head, and the lines of its factors."""
        lines = sum(len(self._wrapped(factor.text)) * self._line + _PAD for factor in factors)
        return self._ruler.line(Letters.STRONG) + 2 * _PAD + lines

    # --- head ---

    def _head_lines(self) -> list[str]:
        room = self._width * _HEAD - 3 * _PAD
        return lines_of(self._effect, Letters.STRONG, room, self._ruler, 5)

    def _head_height(self) -> float:
        return len(self._head_lines()) * self._ruler.line(Letters.STRONG) + 2 * _PAD

    def _draw_head(self, middle: float, tall: float) -> None:
        left, line = self._spine_end + _PAD, self._ruler.line(Letters.STRONG)
        tip = self._spine_end
        self._shapes.append(
            Area(((tip + _PAD, middle - 5), (tip + _PAD, middle + 5), (tip + 2 * _PAD, middle)), Tone.INK)
        )
        self._shapes.append(Box(left, middle - tall / 2, self._width - left, tall, Tone.TINT, Tone.PETROL, 3))
        for n, words in enumerate(self._head_lines()):
            y = middle - tall / 2 + _PAD + (n + 0.5) * line
            room = self._width - left - 2 * _PAD
            self._shapes.append(Words(words, left + _PAD, y, Letters.STRONG, Tone.INK, room=room))

    # --- bones ---

    def _draw_bone(
        self, place: int, kind: str, factors: Sequence[Factor], middle: float, tall: float, *, up: bool
    ) -> None:
        foot = self._spine_end - place * self._room - _PAD
        lean = self._room * _LEAN
        far = middle - tall if up else middle + tall
        self._shapes.append(Stroke(((foot, middle), (foot - lean, far)), Tone.PETROL, 1.2))
        heading = self._ruler.line(Letters.STRONG)
        top = far if up else far - heading
        width = min(self._ruler.width(kind, Letters.STRONG) + 2 * _PAD, self._room)
        left = max(0.0, foot - lean - width)
        self._shapes.append(Box(left, top, width, heading, Tone.PAPER, Tone.PETROL, 3))
        self._shapes.append(
            Words(kind, left + width / 2, top + heading / 2, Letters.STRONG, Tone.PETROL, Anchor.MIDDLE, width - 4)
        )
        y = far + heading + _PAD if up else middle + _PAD
        for factor in factors:
            y = self._draw_factor(factor, foot, lean, y, (middle, far))

    def _draw_factor(self, factor: Factor, foot: float, lean: float, top: float, bone: tuple[float, float]) -> float:
        """From the bone to the left; gives where the next one begins."""
        lines = self._wrapped(factor.text)
        y = top + len(lines) * self._line
        middle, far = bone

        def on_bone(at: float) -> float:
            return foot - lean * abs(at - middle) / max(abs(far - middle), 1.0)

        start = min(on_bone(top), on_bone(y)) - self._text_room - _PAD
        tone, width = (Tone.CRITICAL, 1.6) if factor.root else (Tone.EDGE, 0.8)
        self._shapes.append(Stroke(((start, y), (on_bone(y), y)), tone, width))
        if factor.root:
            self._shapes.append(Dot(start, y, 2.5, Tone.CRITICAL))
        for n, words in enumerate(lines):
            line = top + (n + 0.5) * self._line
            self._shapes.append(Words(words, start, line, Letters.SMALL, Tone.INK, room=self._text_room))
        self._spots.append(Spot(factor.key, f"{factor.kind}: {factor.text}", start, top, self._text_room, y - top + 2))
        return y + _PAD
