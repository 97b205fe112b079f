"""Which way a scale of bare numbers runs: 1 is the least for some and the worst for others, and no number tells.

The Severity Assessment Code counts from the worst in some places and from the least in others. So what was guessed is
told as a guess, and can be turned round.
"""

from __future__ import annotations

from dataclasses import replace

from incident_desk.domain.fields import RATING_KEYS
from incident_desk.usecases.importing.guessing.levels import counts_down, least_first, one_is_worst, ranks_of
from incident_desk.usecases.importing.mapping import SheetMapping
from incident_desk.usecases.names import Names


def unproved_scales(mapping: SheetMapping, names: Names) -> tuple[str, ...]:
    """The fields read from numbers of which no word says what is bad."""
    return tuple(key for key in RATING_KEYS if _ranked(mapping, key, names) and _shown(mapping, key) is None)


def worst_first(mapping: SheetMapping, key: str, names: Names) -> bool:
    """Whether 1 is read as the worst."""
    codes, ranked = _codes(key, names), _ranked(mapping, key, names)
    places = [(rank, codes.index(code)) for rank, code in ranked.values()]
    least, most = min(places, default=(0, 0)), max(places, default=(0, 0))
    return least[1] > most[1] if least[0] != most[0] else 2 * least[1] >= len(codes)


def turned(mapping: SheetMapping, key: str, names: Names) -> SheetMapping:
    """The mapping with the numbers of one field read the other way round."""
    source, codes = mapping.fields[key], _codes(key, names)
    round_ = {word: codes[-1 - codes.index(code)] for word, (_, code) in _ranked(mapping, key, names).items()}
    return mapping.with_source(key, replace(source, words={**source.words, **round_}))


def with_one_as(mapping: SheetMapping, names: Names, *, worst: bool) -> SheetMapping:
    """The mapping with 1 as the worst, or as the least, wherever no word says it."""
    for key in unproved_scales(mapping, names):
        if worst_first(mapping, key, names) is not worst:
            mapping = turned(mapping, key, names)
    return mapping


def _ranked(mapping: SheetMapping, key: str, names: Names) -> dict[str, tuple[int, str]]:
    """The words of a field that are numbers, with their rank and the level they were given."""
    source, codes = mapping.fields.get(key), _codes(key, names)
    words = source.words if source else {}
    ranks = ranks_of(words)
    return {word: (rank, words[word]) for word, rank in ranks.items() if words[word] in codes}


def _shown(mapping: SheetMapping, key: str) -> bool | None:
    """Whether 1 is the worst as words say that stand beside the numbers, or in the heading above them."""
    source = mapping.fields[key]
    beside = counts_down(ranks_of(source.words))
    return one_is_worst(" ".join(source.columns)) if beside is None else beside


def _codes(key: str, names: Names) -> list[str]:
    return least_first(names.pack.matrix, rows=key.endswith("_row"))
