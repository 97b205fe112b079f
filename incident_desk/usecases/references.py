"""People, places, equipment and categories by what users call them: an id, a name, a code, a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.equipment_keys import folded_code
from incident_desk.domain.errors import Refused
from incident_desk.domain.packs.model import OWN, Pack
from incident_desk.usecases.equipment import EquipmentList
from incident_desk.usecases.names import Names
from incident_desk.usecases.rows import PersonRow, PlaceRow


def resolve_fields(fields: Mapping[str, Any], declared: Mapping[str, Field], names: Names) -> dict[str, Any]:
    """The fields with every reference turned into an id or key. Unknown fields pass through to be refused."""
    return {key: _resolved(raw, declared.get(key), names) for key, raw in fields.items()}


def _resolved(raw: Any, field: Field | None, names: Names) -> Any:
    if field is None:
        return raw
    try:
        if field.kind is FieldKind.EQUIPMENT and isinstance(raw, list):
            return [equipment_id(each, names.equipment) if isinstance(each, str) else each for each in raw]
        return _reference(raw, field, names) if isinstance(raw, str) and raw.strip() else raw
    except Refused as refused:
        raise Refused(refused.code, field.key, **refused.facts) from None


def _reference(raw: str, field: Field, names: Names) -> Any:
    match field.kind:
        case FieldKind.PERSON:
            return person_id(raw, names.people.values())
        case FieldKind.PLACE:
            return place_id(raw, names.places.values())
        case FieldKind.EQUIPMENT:
            return [equipment_id(raw, names.equipment)]
        case FieldKind.CATEGORY:
            return category_key(raw, names.pack)
        case FieldKind.SUBCATEGORY:
            return subcategory_key(raw, names.pack)
        case FieldKind.CHOICE:
            return option_code(raw, field)
        case _:
            return raw


def person_id(wanted: str, people: Iterable[PersonRow]) -> str:
    """By id, else by name; of several with one name the one still active, else refused."""
    rows = list(people)
    for person in rows:
        if person.id == wanted:
            return person.id
    named = [person for person in rows if _same(person.name, wanted)]
    named = [person for person in named if person.active] or named
    if len(named) > 1:
        raise Refused("person_ambiguous", value=wanted[:60], count=len(named))
    if not named:
        raise Refused("person_unknown", value=wanted[:60])
    return named[0].id


def place_id(wanted: str, places: Iterable[PlaceRow]) -> str:
    """By id, code, name, or names from outside in: "Ward 3, room 312"."""
    rows = [place for place in places if place.active]
    for place in rows:
        if place.id == wanted or (place.code and place.code == wanted):
            return place.id
    found = [place for place in rows if _same(place.name, wanted) or _same(place.spoken, wanted)
             or _same(", ".join(place.path), wanted)]  # fmt: skip
    if len(found) > 1:
        raise Refused("place_ambiguous", value=wanted[:60], count=len(found))
    if not found:
        raise Refused("place_unknown", value=wanted[:60])
    return found[0].id


def equipment_id(wanted: str, equipment: EquipmentList) -> str:
    """By id, by a number that stands on it or what a scanner reads from it, else by name."""
    if wanted in equipment:
        return wanted
    found = equipment.meant_by(wanted) or equipment.by_name.get(folded_code(wanted), ())
    found = tuple(row for row in found if row.active) or found
    if len(found) > 1:
        raise Refused("equipment_ambiguous", value=wanted[:60], count=len(found))
    if not found:
        raise Refused("equipment_unknown", value=wanted[:60])
    return found[0].id


def category_key(wanted: str, pack: Pack) -> str:
    for category in pack.categories:
        if wanted == category.key or any(_same(name, wanted) for name in category.name.values()):
            return category.key
    return wanted


def subcategory_key(wanted: str, pack: Pack) -> str:
    for category in pack.categories:
        for subcategory in category.subcategories:
            if wanted == subcategory.key or any(_same(name, wanted) for name in subcategory.name.values()):
                return subcategory.key
    return wanted


def own_field_key(wanted: str, pack: Pack, *, retired: bool = False) -> str:
    """By key, else by label; of several with one label the one that is retired, or the one that is not."""
    for field in pack.fields:
        if wanted in (field.key, field.key.removeprefix(OWN)):
            return field.key
    for field in sorted(pack.fields, key=lambda field: field.retired is not retired):
        if any(_same(label, wanted) for label in field.label.values()):
            return field.key
    return wanted


def option_code(wanted: str, field: Field) -> str:
    for option in field.options:
        if wanted == option.code or any(_same(label, wanted) for label in option.label.values()):
            return option.code
    return wanted


def _same(one: str, other: str) -> bool:
    return one.casefold().strip() == other.casefold().strip()
