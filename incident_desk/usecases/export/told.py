"""What stands in a sheet for a code or an id, and the code or id that such a text means when it is read back.

People read labels and names. Where two things have one name the text says more of it, and where that does not tell
them apart either it is the code itself: whatever is written reads back to what was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from incident_desk.domain.declarations import Field
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.text import LANGUAGES
from incident_desk.usecases.export.headings import MANY
from incident_desk.usecases.rows import EquipmentRow, PersonRow, PlaceRow

Wordings = Mapping[str, tuple[str, ...]]
"""For each code or id what it can be called, the text that is written first."""

STEP_IN = " / "


class Told(dict[Any, str]):
    """The text of each code. A code of an earlier pack, which nothing names any more, stands for itself."""

    def __init__(self, texts: Mapping[Any, str], erased: str) -> None:
        super().__init__(texts)
        self[None], self[ERASED] = "", erased

    def __missing__(self, code: str) -> str:
        return code

    def many(self, codes: Any) -> str:
        return MANY.join(self[code] for code in codes) if isinstance(codes, list) else self[codes]


def written(wordings: Wordings) -> dict[str, str]:
    """For each code the first of its wordings that means nothing else, or the code."""
    meant = _meant(wordings)
    return {code: next((text for text in texts if _is_clear(text, code, meant)), code)
            for code, texts in wordings.items()}  # fmt: skip


def _is_clear(text: str, code: str, meant: Mapping[str, set[str]]) -> bool:
    return meant[_same(text)] == {code} and MANY.strip() not in text and text == text.strip()


def _meant(wordings: Wordings) -> dict[str, set[str]]:
    meant: dict[str, set[str]] = {}
    for code, texts in wordings.items():
        for text in (code, *texts):
            meant.setdefault(_same(text), set()).add(code)
    return meant


def reader(wordings: Wordings, unknown: str) -> Callable[[str], str]:
    """From a text to the code it means. Raises Refused with the code `unknown` where it means none, or several."""
    meant = _meant(wordings)

    def read(text: str) -> str:
        if text in wordings:
            return text
        codes = meant.get(_same(text), set())
        if len(codes) != 1:
            raise Refused(unknown, value=text[:60], options=[texts[0] for texts in wordings.values() if texts])
        return next(iter(codes))

    return read


def _same(text: str) -> str:
    return text.casefold().strip()


# --- what things are called -------------------------------------------------------------------------


def of_options(field: Field, language: str) -> Wordings:
    return {option.code: _in_turn(option.label, language) for option in field.options}


def of_categories(pack: Pack, language: str) -> Wordings:
    return {category.key: _in_turn(category.name, language) for category in pack.categories}


def of_subcategories(pack: Pack, language: str) -> Wordings:
    return {
        sub.key: (
            *_in_turn(sub.name, language),
            *(category.name[each] + STEP_IN + sub.name[each] for each in _languages(language)),
        )
        for category in pack.categories
        for sub in category.subcategories
    }


def of_people(people: Iterable[PersonRow]) -> Wordings:
    return {person.id: (person.name,) if person.name else () for person in people}


def of_places(places: Iterable[PlaceRow]) -> Wordings:
    """A place with those around it, from outside in: "Ward 3 / Room 312". The site is left out where it may be."""
    rows = list(places)
    sites = {place.name for place in rows if place.kind == "site" and place.parent is None}
    return {place.id: (STEP_IN.join(place.path[place.path[0] in sites and len(place.path) > 1 :]),
                       STEP_IN.join(place.path)) for place in rows}  # fmt: skip


def of_equipment(equipment: Iterable[EquipmentRow]) -> Wordings:
    return {row.id: (row.spoken, *row.codes) for row in equipment}


def _in_turn(name: Mapping[str, str], language: str) -> tuple[str, ...]:
    return tuple(name[each] for each in _languages(language) if name[each])


def _languages(first: str) -> tuple[str, ...]:
    return (first, *(each for each in LANGUAGES if each != first))
