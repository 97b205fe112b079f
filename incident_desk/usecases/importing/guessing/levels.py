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

_SCALE = (  # from the least to the worst, in five: English, German, then French, Spanish, Italian, Dutch together
    "none|no harm|no injury|negligible|insignificant|minimal|trivial|very low|rare|very unlikely|"
    "kein|keine|keiner|kein schaden|unbedeutend|sehr gering|sehr niedrig|sehr leicht|selten|bagatelle|"
    "aucun|aucune|négligeable|très faible|très léger|très légère|sans gravité|très improbable|ninguno|ninguna|"
    "insignificante|muy bajo|muy baja|muy leve|muy improbable|nessuno|nessuna|trascurabile|molto basso|molto bassa|"
    "molto lieve|lievissimo|lievissima|molto improbabile|geen|zeer laag|zeer licht|zeer onwaarschijnlijk",
    "minor|low|slight|light|mild|small|unlikely|gering|geringer|geringe|leicht|leichter|leichte|niedrig|klein|"
    "unwahrscheinlich|mineur|mineure|faible|léger|légère|bénin|bénigne|peu grave|improbable|leve|bajo|baja|"
    "poco probable|lieve|basso|bassa|improbabile|poco probabile|licht|laag|onwaarschijnlijk",
    "moderate|medium|middle|average|possible|mittel|mäßig|moderat|mittelschwer|mittlerer|mittlere|möglich|"
    "modéré|modérée|moyen|moyenne|moderado|moderada|medio|media|posible|moderato|moderata|possibile|matig|gemiddeld|"
    "middel|mogelijk",
    "major|high|serious|severe|significant|likely|hoch|hoher|hohe|schwer|schwerer|schwere|erheblich|groß|großer|"
    "wahrscheinlich|ernst|schwerwiegend|grave|majeur|majeure|élevé|élevée|sévère|probable|alto|alta|mayor|maggiore|"
    "probabile|ernstig|zwaar|hoog|waarschijnlijk",
    "critical|catastrophic|very high|extreme|fatal|fatality|death|disastrous|almost certain|very likely|very severe|"
    "kritisch|katastrophal|sehr hoch|sehr schwer|tödlich|tod|extrem|fast sicher|sehr wahrscheinlich|"
    "critique|catastrophique|très grave|très élevé|très élevée|très probable|mortel|mortelle|décès|crítico|crítica|"
    "catastrófico|catastrófica|muy grave|muy alto|muy alta|muy probable|mortal|muerte|critico|critica|catastrofico|"
    "catastrofica|gravissimo|gravissima|molto grave|molto alto|molto alta|molto probabile|mortale|morte|kritiek|"
    "catastrofaal|zeer ernstig|zeer zwaar|zeer hoog|zeer waarschijnlijk|dodelijk|overlijden",
)  # fmt: skip
_PLACE_OF = {word: place for place, words in enumerate(_SCALE) for word in words.split("|")}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NUMBERED = re.compile(
    r"(?:level|stufe|grad|grade|class|klasse|kategorie|category|cat\.?|kat\.?|sac)?[\s-]*([ivx]+|\d{1,2})\b(.*)",
    re.DOTALL,
)
_URGENT = re.compile(r"(?:p|prio|priority|priorität)\s*([1-4])")
_SAC = re.compile(r"\bsac\b|\bsac(?=\d)|severity assessment code", re.I)
_BESIDE_LEVEL = re.compile(r"\s*[(:,;]|\s+[-–—]\s", re.DOTALL)  # from here on a level is explained
_NOUN = re.compile(
    r"\b(?:harm|injur(?:y|ies)|severity|risk|schaden|schäden|verletzung(?:en)?|risiko|gravité|lesión|letsel)$"
)
_MEANS = re.compile(
    r"(?<![\d.,])(\d{1,2})\s*(?:=|:|\(|\bis\b|\bist\b)\s*(?:(?:the|most|am|der|die|das|le|la|el|il|de)\s+)?"
    r"([^\W\d_]+(?:\s+[^\W\d_]+)*)"
)
_WORST = frozenset({
    "worst", "highest", "gravest", "schlimmste", "schlimmster", "schlimmsten", "schwerste", "schwerster",
    "schwersten", "höchste", "höchster", "höchsten", "kritischste", "pire", "peor", "peggiore", "ergste",
    "hoogste",
})  # fmt: skip
_LEAST = frozenset({
    "least", "lowest", "best", "mildest", "smallest", "leichteste", "leichtester", "leichtesten", "geringste",
    "geringster", "geringsten", "niedrigste", "niedrigster", "niedrigsten", "harmloseste", "harmlosesten",
    "laagste",
})  # fmt: skip
_RANGE = re.compile(r"\b([01])\s*(?:-|–|—|to|bis|\.\.+|/)\s*(\d{1,2})\b")
_LEFT_OVER = 0.5
_MIDDLE = 2  # of five
_INNER = (2, 3)  # numbers that lie at neither end for certain
_SPANNED = (3, 4)  # levels that are not taken for the first of five


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


def known_levels(words: Sequence[str]) -> float:
    """How many of the words say how bad something is, without a number."""
    return sum(_place(folded(word)) is not None for word in words) / len(words) if words else 0.0


def level_words(
    words: Sequence[str], declared: Field, codes: Sequence[str], known: KnownWords, heading: str = ""
) -> dict[str, str] | None:
    """A code for each word of a scale, `codes` from the least to the worst; None where most words are no scale.

    Which way numbers count is said by the words beside them, by the heading, else by custom.
    """
    ranks = ranks_of(words)
    if len(ranks) > len(words) / 2:
        found = _of_ranks(ranks, heading, codes, worst_first=_worst_first(ranks, words, heading))
    else:
        said = {word: known.find(declared, word) for word in words}
        codes_of = {word: label if isinstance(label, str) else _of_scale(word, codes) for word, label in said.items()}
        found = {word: code for word, code in codes_of.items() if code is not None}
    return found if len(found) > len(words) * _LEFT_OVER else None


def _worst_first(ranks: Mapping[str, int], words: Sequence[str], heading: str) -> bool:
    shown = counts_down(ranks)
    if shown is not None:
        return shown
    said = one_is_worst(heading)
    return counts_from_the_worst(heading, words) if said is None else said


def one_is_worst(heading: str) -> bool | None:
    """Which way a heading says that its numbers count: "1 = worst", "1-5, 5 = minor"; None where it says nothing, or
    two things."""
    told = ((int(number), _is_bad(words, int(number))) for number, words in _MEANS.findall(folded(heading)))
    said = {is_bad is (number <= 1) for number, is_bad in told if is_bad is not None}
    return said.pop() if len(said) == 1 else None


def _is_bad(words: str, number: int) -> bool | None:
    """Whether a heading puts a number at the bad end, by all that it says of it or by the first word; None where that
    leaves it open: the second or third of five may be high whichever way they count."""
    first = words.partition(" ")[0]
    if first in _WORST | _LEAST:
        return first in _WORST
    place = _place(words)
    place = _place(first) if place is None else place
    return None if place in (None, _MIDDLE) or number in _INNER else place > _MIDDLE


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


def _of_ranks(ranks: Mapping[str, int], heading: str, codes: Sequence[str], *, worst_first: bool) -> dict[str, str]:
    """1 is the least; from 0 on all moves by one. Three or four levels span all of the pack's; more end in its worst.

    A heading that says from where to where, and words beside all numbers, say it better than the numbers alone.
    """
    told = _RANGE.search(heading)
    moved = int(min(ranks.values()) == 0 or (told is not None and told[1] == "0"))
    highest = max(*ranks.values(), int(told[2]) if told else 0) + moved
    if highest > len(codes) + 1 + moved:  # points up to ten or a hundred are no levels
        return {}
    beside = {word: _of_scale(_beside(word), codes) for word in ranks}
    if highest in _SPANNED and all(beside.values()):
        return {word: code for word, code in beside.items() if code is not None}
    steps = (len(codes) - 1) / (highest - 1) if highest in _SPANNED else 1
    ordered = codes[::-1] if worst_first else codes
    return {
        word: ordered[min(round((max(rank + moved, 1) - 1) * steps), len(codes) - 1)] for word, rank in ranks.items()
    }


def _of_scale(word: str, codes: Sequence[str]) -> str | None:
    place = _place(folded(word))
    return None if place is None else codes[round(place * (len(codes) - 1) / 4)]


def _place(plain: str) -> int | None:
    """By the whole of what is said before an explanation: light duty is no light harm."""
    said = _BESIDE_LEVEL.split(plain, maxsplit=1)[0].strip()
    return _PLACE_OF.get(said, _PLACE_OF.get(_NOUN.sub("", said).strip()))


def priority_words(words: Iterable[str], declared: Field, known: KnownWords) -> dict[str, str]:
    """Priorities that words state. A bare number states none: 1 is the first for some and the least for others."""
    found = {}
    for word in words:
        said = (_beside(word) if word[:1].isdigit() else "") or folded(word)  # "2 - High" is high
        label, numbered = known.find(declared, said), _URGENT.fullmatch(folded(word))
        place = _PLACE_OF.get(said)
        if isinstance(label, str) and label != Priority.NOT_SET:
            found[word] = label
        elif numbered:
            found[word] = str(tuple(Priority)[int(numbered[1]) - 1])
        elif place is not None:
            found[word] = str((Priority.LOW, Priority.LOW, Priority.MEDIUM, Priority.HIGH, Priority.CRITICAL)[place])
    return found
