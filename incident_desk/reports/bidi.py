"""The order of right-to-left text on a line (Unicode annex 9).

Levels come from python-bidi and hold for a whole paragraph; each line is then turned round by itself. Texts have
passed the gateway, so there are no marks of direction in them.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Any

from bidi import algorithm  # type: ignore[import-untyped]  # ships no types
from bidi.mirror import MIRRORED  # type: ignore[import-untyped]  # ships no types

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")

_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_DEEPEST = 63  # brackets inside brackets, as the annex has it


def runs_right_to_left(text: str) -> bool:
    """Whether any character makes the order of the line differ from the order of the text."""
    return _RIGHT_TO_LEFT.search(text) is not None


def levels(paragraph: str) -> tuple[int, list[int]]:
    """The level of the paragraph and of each character: even reads to the right, odd to the left."""
    base = algorithm.get_base_level(paragraph)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(paragraph, storage, False, False)
    algorithm.explicit_embed_and_overrides(storage, False)
    algorithm.resolve_weak_types(storage, False)
    _pair_brackets(storage["chars"], storage["base_dir"])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [character["level"] for character in storage["chars"]]
    if len(found) != len(paragraph):
        raise ValueError("the text did not pass through visible()")
    return base, found


def _pair_brackets(characters: list[dict[str, Any]], embedding: str) -> None:
    """Both brackets of a pair go with what they hold (rule N0, which python-bidi does not have)."""
    for opening, closing in sorted(_bracket_pairs(characters)):
        inside = {_STRONG.get(each["type"]) for each in characters[opening + 1 : closing]} - {None}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            before = (_STRONG.get(characters[place]["type"]) for place in range(opening - 1, -1, -1))
            direction = next((found for found in before if found), embedding)
        characters[opening]["type"] = characters[closing]["type"] = direction


def _bracket_pairs(characters: list[dict[str, Any]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for place, each in enumerate(characters):
        bracket = each["ch"]
        if each["type"] != "ON" or bracket not in MIRRORED:
            continue
        category = unicodedata.category(bracket)
        if category == "Ps" and len(waiting) < _DEEPEST:
            waiting.append((MIRRORED[bracket], place))
        elif category == "Pe":
            level = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n][0] == bracket), None)
            if level is not None:
                pairs.append((waiting[level][1], place))
                del waiting[level:]
    return pairs


def painted(line: str, of_line: list[int], base: int) -> list[tuple[str, bool]]:
    """The pieces of a line from left to right on paper, each with whether it runs to the left."""
    inked = len(line.rstrip())
    resolved = of_line[:inked] + [base] * (len(line) - inked)
    pieces: list[tuple[int, str]] = []
    for level, group in groupby(zip(resolved, line, strict=True), key=lambda pair: pair[0]):
        pieces.append((level, "".join(character for _, character in group)))
    for level in range(max(resolved, default=0), 0, -1):
        pieces = _turn(pieces, level)
    return [(text, bool(level % 2)) for level, text in pieces]


def _turn(pieces: list[tuple[int, str]], level: int) -> list[tuple[int, str]]:
    """Turn round every stretch of pieces at this level or above."""
    turned: list[tuple[int, str]] = []
    for inside, group in groupby(pieces, key=lambda piece: piece[0] >= level):
        stretch = list(group)
        turned.extend(reversed(stretch) if inside else stretch)
    return turned
