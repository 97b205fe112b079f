"""Which field a heading names, by the table of synonyms in resources/texts/import_headings.toml.

A heading names a field where it is one of the synonyms, or holds one and beside it only words that change nothing. One
word of several is not enough: a room temperature is no room, and who manages a line is no line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from incident_desk.support.resources import resource
from incident_desk.usecases.importing.clocks import ZONE_WORDS

EXACT = 100
_OTHER_ORDER = 95
_NEAR = 60  # with words beside it that change nothing; the more of it is said, the more it counts
_VAGUE = 55  # at most; for words that mean several things
_PART = 46  # a synonym among other words, where that is enough
_NO_WORD = re.compile(r"[^\w#']+")
_ARTICLE = re.compile(r"^[dl]['’](?=\w)")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    """Words of headings by what they do. A stem ends with *."""

    fillers: frozenset[str]
    neutral: frozenset[str]
    vetoes: dict[str, Words]  # by field, and `any`
    enough: frozenset[str]  # fields for which a part of the heading says enough
    vague: dict[str, frozenset[Words]]
    beside: dict[str, frozenset[str]]  # words of other headings beside which the vague ones mean something else
    numbers: frozenset[str]


@cache
def _file() -> dict[str, Any]:
    with resource("texts", "import_headings.toml").open("rb") as source:
        return tomllib.load(source)


@cache
def _rules() -> _Rules:
    given = _file()["rules"]
    fillers = frozenset(given["fillers"])
    vague = {key: frozenset(_split(word, fillers) for word in words) for key, words in given["vague"].items()}
    return _Rules(
        fillers, ZONE_WORDS.union(given["neutral"]), {key: tuple(words) for key, words in given["veto"].items()},
        frozenset(given["enough"]), vague, {key: frozenset(words) for key, words in given["beside"].items()},
        frozenset(given["numbers"]),
    )  # fmt: skip


@cache
def _synonyms(table: str) -> dict[str, tuple[Words, ...]]:
    fields = _file()[table]
    return {key: tuple(_words(each) for words in named.values() for each in words) for key, named in fields.items()}


def fits(heading: str, table: str = "incident") -> dict[str, int]:
    """How well a heading names each field: EXACT at best, the more the more of it is said."""
    words = _words(heading)
    scores = {key: max(_score(words, each, key, table) for each in named) for key, named in _synonyms(table).items()}
    return {key: score for key, score in scores.items() if score}


def place_levels() -> tuple[frozenset[str], ...]:
    """What columns of lists of places are called, level by level from outside in."""
    return tuple(frozenset(words) for words in _file()["place_levels"]["words"])


def vetoed(heading: str, key: str) -> bool:
    """Whether a word of the heading says that the column is not this, whatever stands in it."""
    return _vetoed(_words(heading), key)


def says_number(heading: str) -> bool:
    """Whether some word of the heading says that the column counts, in whatever language the others are."""
    return not _rules().numbers.isdisjoint(_words(heading))


def is_vague(heading: str, key: str) -> bool:
    """Whether a heading that names this means something else in other lists."""
    return _words(heading) in _rules().vague.get(key, ())


def means_else(heading: str, key: str, others: Iterable[str]) -> bool:
    """Whether a vague heading means something else beside those others: a level beside a building is a floor."""
    return is_vague(heading, key) and any(
        word in _rules().beside.get(key, ()) for other in others for word in _words(other)
    )


def _words(text: str) -> Words:
    return _split(text, _rules().fillers)


def _split(text: str, fillers: frozenset[str]) -> Words:
    words = [_ARTICLE.sub("", word) for word in _NO_WORD.sub(" ", text.casefold().replace("_", " ")).split()]
    return tuple(word for word in words if word not in fillers) or tuple(words)


def _score(heading: Words, synonym: Words, key: str, table: str) -> int:
    if heading == synonym:
        return _VAGUE if synonym in _rules().vague.get(key, ()) else EXACT
    rest = tuple(word for word in heading if word not in synonym)
    if not heading or not set(synonym) <= set(heading) or _vetoed(rest, key):
        return 0
    if not rest:
        return _OTHER_ORDER
    if all(word in _rules().neutral or word.isdecimal() or word in _own_words(key, table) for word in rest):
        score = _NEAR + 25 * len(synonym) // len(heading) + 2 * len(synonym)
        return min(score, _VAGUE - 1) if synonym in _rules().vague.get(key, ()) else score
    return _PART if _is_enough(heading, synonym, key, table) else 0


def _is_enough(heading: Words, synonym: Words, key: str, table: str) -> bool:
    return (table != "incident" or key in _rules().enough) and 2 * len(synonym) >= len(heading)


def _vetoed(words: Words, key: str) -> bool:
    vetoes = (*_rules().vetoes["any"], *_rules().vetoes.get(key, ()))
    return any(word.startswith(veto[:-1]) if veto.endswith("*") else word == veto for word in words for veto in vetoes)


@cache
def _own_words(key: str, table: str) -> frozenset[str]:
    """The words of all synonyms: where several stand side by side, they say the same."""
    return frozenset(word for synonym in _synonyms(table)[key] for word in synonym)
