"""Which words of two narratives are the same, so that the eye finds them at once."""

from __future__ import annotations

import re

from incident_desk.support.words import folded

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 4  # "and" and "the" are the same in any two narratives


def common_words(one: str, other: str) -> frozenset[str]:
    return _words(one) & _words(other)


def spans_of(text: str, words: frozenset[str]) -> list[tuple[int, int]]:
    """Where these words stand: (start, length) as Qt counts, which counts some signs twice."""
    return [
        (_as_qt_counts(text[: found.start()]), _as_qt_counts(found.group()))
        for found in _WORD.finditer(text)
        if folded(found.group()) in words
    ]


def _words(text: str) -> frozenset[str]:
    return frozenset(word for found in _WORD.finditer(text) if len(word := folded(found.group())) >= _SHORTEST)


def _as_qt_counts(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
