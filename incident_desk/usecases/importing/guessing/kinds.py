"""Words for the kinds of record: what a sheet calls a near miss, a hazard, a good catch, or something that happened."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from incident_desk.domain.vocabulary import KIND_NAMES, Kind
from incident_desk.usecases.importing.words import NO, YES

_WORDS = {  # without blanks and signs, so that near miss, near-miss and NearMiss are one word
    Kind.INCIDENT: "incident incidents accident accidents event adverseevent actualevent actualincident zwischenfall "
    "unfall unfälle arbeitsunfall vorfall ereignis schadensereignis unerwünschtesereignis événement accidentdutravail "
    "accidentdetravail accidente incidente accidentelaboral accidentedetrabajo infortunio ongeval ongeluk voorval",
    Kind.NEAR_MISS: "nearmiss nearmisses nearhit closecall nearaccident beinaheereignis beinaheunfall beinaheunfälle "
    "beinahevorfall beinahefehler beinaheschaden beinahezwischenfall beinahe fastunfall presquaccident presqueaccident "
    "quasiaccident casiaccidente cuasiaccidente quasiinfortunio quasiincidente mancatoinfortunio mancatoincidente "
    "bijnaongeval bijnaongeluk bijnaincident",
    Kind.HAZARD: "hazard hazards unsafecondition unsafeact hazardouscondition gefahr gefahrenstelle gefährdung "
    "gefahrenquelle unsichererzustand unsicherehandlung gefährlichesituation situationdangereuse condicióninsegura "
    "actoinseguro condiciónpeligrosa situaciónpeligrosa condizionepericolosa situazionepericolosa gevaarlijkesituatie "
    "onveiligesituatie onveiligehandeling",
    Kind.GOOD_CATCH: "goodcatch goodcatches greatcatch gutbemerkt guterfang",
}
_HARM = frozenset({
    "injury", "injuries", "propertydamage", "firstaid", "losttimeinjury", "verletzung", "personenschaden",
    "sachschaden", "schaden", "accidentavecarrêt", "accidentsansarrêt", "accidenteconbaja", "accidentesinbaja",
    "lesión", "danno", "danniacose", "letsel",
})  # fmt: skip
"""What something that happened did: of kinds only beside words for those that did nothing."""


def _bare(word: str) -> str:
    return re.sub(r"[\W_]+", "", word.casefold())


_KIND_OF = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_KIND_OF |= {_bare(word): kind for kind, label in KIND_NAMES.items() for word in (kind.value, *label.values())}
_ASKS = tuple(_WORDS[Kind.NEAR_MISS].split())


def kind_words(heading: str, words: Sequence[str]) -> dict[str, str]:
    """Kinds that words state. A yes or no answers a heading that asks whether it was a near miss."""
    found = {word: str(kind) for word in words if (kind := _KIND_OF.get(_bare(word))) is not None}
    if not any(asked in _bare(heading) for asked in _ASKS):
        return found | _of_harm(found, words)
    answers = {**dict.fromkeys(YES, Kind.NEAR_MISS), **dict.fromkeys(NO, Kind.INCIDENT)}
    return found | {word: str(answers[key]) for word in words if (key := " ".join(word.casefold().split())) in answers}


def _of_harm(found: Mapping[str, str], words: Sequence[str]) -> dict[str, str]:
    """Words for harm, where every other word is a kind and not all of them happened: else they are categories."""
    rest = [word for word in words if word not in found]
    sorts = set(found.values()) - {str(Kind.INCIDENT)}
    return dict.fromkeys(rest, str(Kind.INCIDENT)) if sorts and all(_bare(word) in _HARM for word in rest) else {}


def says_kinds(heading: str, words: Sequence[str]) -> bool:
    """Whether at least half of the words are kinds."""
    return bool(words) and len(kind_words(heading, words)) * 2 >= len(words)
