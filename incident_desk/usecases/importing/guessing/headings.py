"""Which field a heading names, by the table of synonyms in resources/texts/import_headings.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from incident_desk.support.resources import resource

EXACT = 100
_NO_WORD = re.compile(r"[^\w#/']+")
_FILLERS = frozenset(["the", "a", "of", "der", "die", "das", "des", "und", "and", "in", "am", "on"])


@cache
def _synonyms(table: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    with resource("texts", "import_headings.toml").open("rb") as source:
        fields = tomllib.load(source)[table]
    return {key: tuple(_words(each) for words in named.values() for each in words) for key, named in fields.items()}


def fits(heading: str, table: str = "incident") -> dict[str, int]:
    """How well a heading names each field: EXACT at best, the more the more of it is said."""
    words = _words(heading)
    scores = {key: max(_score(words, each) for each in named) for key, named in _synonyms(table).items()}
    return {key: score for key, score in scores.items() if score}


def _words(text: str) -> tuple[str, ...]:
    plain = [word for word in _NO_WORD.sub(" ", text.casefold().replace("_", " ")).split() if word]
    return tuple(word for word in plain if word not in _FILLERS) or tuple(plain)


def _score(heading: tuple[str, ...], synonym: tuple[str, ...]) -> int:
    if heading == synonym:
        return EXACT
    if not heading or not set(synonym) <= set(heading):
        return 0
    return 40 + 40 * len(synonym) // len(heading) + 5 * len(synonym)
