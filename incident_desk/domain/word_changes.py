"""What differs between two texts, word by word: for eyes that would have to read both to find one number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, takewhile
from operator import eq
from typing import NamedTuple

# Kana, ideographs and Hangul stand without blanks between words, so each of them is one. A mark that ends a sentence
# is no part of its last word; one inside a number is.
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_END = r"[.,;:!?…]+(?=\s|$)"
_TOKEN = re.compile(rf"\s+|[{_ALONE}]|{_END}|(?:(?!{_END})[^\s{_ALONE}])+")
_MOST = 4_000_000  # pairs of words; beyond that two texts are another text, and nobody waits for it


class How(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    text: str
    how: How


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """SAME and GONE pieces together are the old text, SAME and NEW ones the new, letter for letter."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    middle = _between(before[head : len(before) - tail], after[head : len(after) - tail])
    begin, end = before[:head], before[len(before) - tail :]
    changed = _without_islands([each for each in middle if each.text])
    return tuple(_joined([_piece(begin, How.SAME), *changed, _piece(end, How.SAME)]))


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(bool, map(eq, before, after)))


def _piece(words: Sequence[str], how: How) -> Piece:
    return Piece("".join(words), how)


def _between(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    if len(before) * len(after) > _MOST:
        yield from (_piece(before, How.GONE), _piece(after, How.NEW))
        return
    for tag, b0, b1, a0, a1 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield _piece(before[b0:b1], How.SAME)
        else:
            yield from (_piece(before[b0:b1], How.GONE), _piece(after[a0:a1], How.NEW))


def _without_islands(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """What stayed between two larger changes, a blank or a little word, is read with them: a text that was written
    anew would else fall into crumbs.
    """
    runs = [(same, list(run)) for same, run in groupby(pieces, key=lambda piece: piece.how is How.SAME)]
    sizes = [_size(run) for _, run in runs]
    for number, (same, run) in enumerate(runs):
        inside = 0 < number < len(runs) - 1
        if same and inside and sizes[number] <= min(sizes[number - 1], sizes[number + 1]):
            yield from (piece._replace(how=how) for how in (How.GONE, How.NEW) for piece in run)
        else:
            yield from run


def _size(run: Sequence[Piece]) -> int:
    return max(sum(len(piece.text) for piece in run if piece.how is how) for how in How)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """One piece for what follows each other; of a change what is gone comes first."""
    told = [piece for piece in pieces if piece.text]
    for same, run in groupby(told, key=lambda piece: piece.how is How.SAME):
        found = list(run)
        for how in (How.SAME,) if same else (How.GONE, How.NEW):
            text = "".join(piece.text for piece in found if piece.how is how)
            if text:
                yield Piece(text, how)
