"""The one gateway: every text that a person wrote reaches paper through `visible`.

What the page shows, and what a reader program gives back, is exactly `visible(stored)`. Nothing is ever taken
for markup, nothing is dropped: what has no ink (controls, joiners, marks of direction) and what no bundled font
can show stands there as its code point.
"""

from __future__ import annotations

import re
import unicodedata

from incident_desk.reports.fonts import Face, Weight, covered, face_of, load

NO_BREAK_BLANK = "\u00a0"
TAB = NO_BREAK_BLANK * 4

_NO_INK = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LETTERS_WITHOUT_INK = frozenset(
    {
        0x034F,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x2800,
        0x3164,
        0xFFA0,
        *range(0x180B, 0x1810),
        *range(0xFE00, 0xFE10),
    }
)
_LAYOUT_BLANKS = re.compile(r"(?:^|(?<=\n)) +| {2,}")
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u07eb-\u07f3\u08d3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957"
    "\u0962\u0963\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u1ab0-\u1ac0\u1cd0-\u1cd2\u1cd4-\u1ce8\u1dc0-\u1dff\u20d0-\u20f0"
    "\u2de0-\u2dff\u3099\u309a\ua66f-\ua672\ua674-\ua67d\ua69e\ua69f\ua8e0-\ua8f1\ufe20-\ufe2f"
)
_MOST_MARKS = 8  # on one letter; a heap of them would run over the lines above and hide them
_HEAP = re.compile(f"[{_MARKS}]{{{_MOST_MARKS + 1},}}")
_BLANKS = frozenset({" ", NO_BREAK_BLANK})


class _Shown(dict[int, str]):
    """What stands on paper for each code point, worked out when it is first met."""

    def __missing__(self, code_point: int) -> str:
        hidden = unicodedata.category(chr(code_point)) in _NO_INK or code_point in _LETTERS_WITHOUT_INK
        shown = _spelled(code_point) if hidden or not covered(code_point) else chr(code_point)
        self[code_point] = shown
        return shown


_shown = _Shown({ord("\n"): "\n", ord("\t"): TAB})


def _spelled(code_point: int) -> str:
    return f"⟨U+{code_point:04X}⟩"


def _heap_spelled(heap: re.Match[str]) -> str:
    return heap[0][:_MOST_MARKS] + "".join(_spelled(ord(mark)) for mark in heap[0][_MOST_MARKS:])


def visible(stored: str) -> str:
    """The stored text as paper shows it. Line ends break lines; blanks that make a layout are kept."""
    shown = stored.translate(_shown)
    if not shown.isascii() and _HEAP.search(shown):
        shown = _HEAP.sub(_heap_spelled, shown)
    if "  " in shown or "\n " in shown or shown.startswith(" "):
        return _LAYOUT_BLANKS.sub(lambda blanks: NO_BREAK_BLANK * len(blanks[0]), shown)
    return shown


def leans(character: str) -> bool:
    """Whether a character belongs to the one before it: accents, points, vowel signs."""
    return unicodedata.category(character).startswith("M")


def runs(text: str, weight: Weight) -> list[tuple[Face, str]]:
    """Visible text cut where the face changes. Marks and blanks stay in the face before them if it has them."""
    own = load(weight)
    if not text:
        return []
    if own.covers.issuperset(map(ord, text)):
        return [(own, text)]
    found: list[tuple[Face, list[str]]] = []
    for character in text:
        stays = bool(found) and ord(character) in found[-1][0].covers
        if stays and (character in _BLANKS or leans(character)):
            found[-1][1].append(character)
            continue
        face = face_of(weight, ord(character))
        if face is None:
            raise LookupError(f"U+{ord(character):04X} did not pass through visible()")
        if found and found[-1][0] is face:
            found[-1][1].append(character)
        else:
            found.append((face, [character]))
    return [(face, "".join(characters)) for face, characters in found]
