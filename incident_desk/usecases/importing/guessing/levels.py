"""Words for how bad, how likely, how urgent: what a sheet's own scale means on that of the pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from incident_desk.domain.declarations import Field
from incident_desk.domain.packs.model import Matrix
from incident_desk.domain.vocabulary import Priority
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.importing.words import KnownWords

_SCALE = (  # from the least to the worst, in five
    "none|no harm|no injury|negligible|insignificant|minimal|trivial|very low|rare|very unlikely|"
    "kein|keine|keiner|kein schaden|unbedeutend|sehr gering|sehr niedrig|sehr leicht|selten|bagatelle",
    "minor|low|slight|light|small|unlikely|gering|leicht|niedrig|klein|unwahrscheinlich",
    "moderate|medium|middle|average|possible|mittel|mäßig|moderat|mittelschwer|möglich",
    "major|high|serious|severe|significant|likely|hoch|schwer|erheblich|groß|wahrscheinlich|ernst|schwerwiegend",
    "critical|catastrophic|very high|extreme|fatal|death|disastrous|almost certain|very likely|very severe|"
    "kritisch|katastrophal|sehr hoch|sehr schwer|tödlich|tod|extrem|fast sicher|sehr wahrscheinlich",
)  # fmt: skip
_PLACE_OF = {word: place for place, words in enumerate(_SCALE) for word in words.split("|")}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NUMBERED = re.compile(
    r"(?:level|stufe|grad|grade|class|klasse|kategorie|category|cat\.?|kat\.?|sac)?[\s-]*([ivx]+|\d{1,2})\b(.*)",
    re.DOTALL,
)
_URGENT = re.compile(r"(?:p|prio|priority|priorität)\s*([1-4])")
_SAC = re.compile(r"\bsac\b|\bsac(?=\d)|severity assessment code", re.I)
_LEFT_OVER = 0.5


def least_first(matrix: Matrix, *, rows: bool) -> list[str]:
    """The codes of an axis from the least to the worst, by what the cells score."""
    if rows:
        scores = {level.code: sum(cells) for level, cells in zip(matrix.rows, matrix.cells, strict=True)}
    else:
        scores = {level.code: sum(row[n] for row in matrix.cells) for n, level in enumerate(matrix.columns)}
    return sorted(scores, key=scores.__getitem__)


def counts_from_the_worst(heading: str, words: Sequence[str]) -> bool:
    """Whether 1 is the worst: so the Severity Assessment Code of hospitals counts, SAC 1 to SAC 4."""
    return _SAC.search(heading) is not None or any(_SAC.match(word.strip()) for word in words)


def level_words(
    words: Sequence[str], declared: Field, codes: Sequence[str], known: KnownWords, *, worst_first: bool = False
) -> dict[str, str] | None:
    """A code for each word of a scale, `codes` from the least to the worst; None where most words are no scale.

    `worst_first`: its numbers count from the worst on, unless the words beside them say otherwise.
    """
    found: dict[str, str] = {}
    ranks = ranks_of(words)
    numbered = len(ranks) > len(words) / 2
    highest = max(ranks.values(), default=0)
    shown = counts_down(ranks)
    worst_first = worst_first if shown is None else shown
    for word in words:
        if numbered:
            code = _of_rank(ranks.get(word), highest, codes[::-1] if worst_first else codes)
        else:
            label = known.find(declared, word)
            code = label if isinstance(label, str) else _of_scale(word, codes)
        if code is not None:
            found[word] = code
    return found if len(found) > len(words) * _LEFT_OVER else None


def ranks_of(words: Iterable[str]) -> dict[str, int]:
    """The number of each word that begins with one."""
    return {word: rank for word in words if (rank := _rank(word)) is not None}


def counts_down(ranks: Mapping[str, int]) -> bool | None:
    """Whether 1 is the worst as the words beside the numbers show; None where they show nothing."""
    said = [(rank, place) for word, rank in ranks.items() if (place := _place(_beside(word))) is not None]
    pairs = [(one, other) for one, other in combinations(said, 2) if one[0] != other[0] and one[1] != other[1]]
    down = sum((one[0] < other[0]) == (one[1] > other[1]) for one, other in pairs)
    return None if 2 * down == len(pairs) else 2 * down > len(pairs)


def _beside(word: str) -> str:
    numbered = _NUMBERED.fullmatch(folded(word))
    return numbered[2].strip(" -–:=.,;()[]") if numbered else ""


def _rank(word: str) -> int | None:
    numbered = _NUMBERED.fullmatch(folded(word))
    if numbered is None:
        return None
    return _ROMAN.get(numbered[1]) or (int(numbered[1]) if numbered[1].isdecimal() else None)


def _of_rank(rank: int | None, highest: int, codes: Sequence[str]) -> str | None:
    """1 is the least. A scale with more levels than the pack's ends in its worst; from 0 on all moves by one."""
    if rank is None:
        return None
    if highest > len(codes) + 1:  # points up to ten or a hundred are no levels
        return None
    return codes[min(max(rank, 1), len(codes)) - 1]


def _of_scale(word: str, codes: Sequence[str]) -> str | None:
    place = _place(folded(word))
    return None if place is None else codes[round(place * (len(codes) - 1) / 4)]


def _place(plain: str) -> int | None:
    return _PLACE_OF.get(plain, _PLACE_OF.get(re.split(r"[\s(,;/-]", plain, maxsplit=1)[0]))


def priority_words(words: Iterable[str], declared: Field, known: KnownWords) -> dict[str, str]:
    """Priorities that words state. A bare number states none: 1 is the first for some and the least for others."""
    found = {}
    for word in words:
        label, numbered = known.find(declared, word), _URGENT.fullmatch(folded(word))
        place = _PLACE_OF.get(folded(word))
        if isinstance(label, str) and label != Priority.NOT_SET:
            found[word] = label
        elif numbered:
            found[word] = str(tuple(Priority)[int(numbered[1]) - 1])
        elif place is not None:
            found[word] = str((Priority.LOW, Priority.LOW, Priority.MEDIUM, Priority.HIGH, Priority.CRITICAL)[place])
    return found
