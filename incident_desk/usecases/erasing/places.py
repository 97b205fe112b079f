"""Places of texts in words: "=title" is the title, "measures.2.what" the second measure, "#5.reason" why entry 5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incident_desk.domain.declarations import Field
from incident_desk.domain.lists import LISTS
from incident_desk.usecases.names import Names

if TYPE_CHECKING:  # which words it for refusals
    from incident_desk.usecases.wording import Wording

_OF_ENTRY, _OF_RECORD = "#", "="
_ROW = "=imported_row"


def field_at(place: str, names: Names) -> Field | None:
    """The declared field whose value stands there."""
    if place[0] == _OF_RECORD:
        return names.field(place[1:])
    list_key, _, key = place.partition(".")
    return LISTS[list_key].by_key.get(key.rpartition(".")[2]) if list_key in LISTS else None


def said(place: str, wording: Wording) -> str:
    """For a screen or a paper."""
    say = wording.texts.say
    if place == _ROW:
        return say("record.the_row")
    if place[0] == _OF_RECORD:
        return wording.label(place[1:])
    of, _, key = place.rpartition(".")
    if place[0] == _OF_ENTRY:
        what = say(f"erasure.of_entry_{key}") if key in {"reason", "text"} else wording.label(key[1:])
        return say("erasure.in_entry", position=of[1:], what=what)
    list_key, _, ordinal = of.partition(".") if of else (place.partition(".")[0], "", key)
    one = LISTS[list_key].one[wording.language]
    column = wording.label(f"{list_key}.{key}") if of.count(".") else ""
    return say("erasure.in_line", one=one[0].upper() + one[1:], ordinal=ordinal or key, column=column).rstrip(" :")
