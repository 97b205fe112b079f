"""What a row of a list becomes in the register: tried when the list is looked at, and carried out when it comes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from incident_desk.domain import directory as d
from incident_desk.domain import equipment as e
from incident_desk.domain.chains import EQUIPMENT, PERSON, PLACE
from incident_desk.domain.context import Actor
from incident_desk.domain.equipment_keys import EQUIPMENT_KEYS, folded_code
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record, patched
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.importing.directory_kinds import Entry, Values, What
from incident_desk.usecases.importing.directory_levels import PATH, parent_key, path_key
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.names import Names
from incident_desk.usecases.references import place_id

KIND_OF: Mapping[What, str] = {"people": PERSON, "places": PLACE, "equipment": EQUIPMENT}
"""The kind of record that each of the lists holds."""
_KEYS = {PERSON: d.PERSON_KEYS, PLACE: d.PLACE_KEYS, EQUIPMENT: EQUIPMENT_KEYS}


class Writer(Protocol):
    """Takes the rows of one list in their order, and knows of each what the ones before it did."""

    def added(self, record: Record, values: Values) -> list[EntryDraft]:
        """The entries of a new record. Raises Refused."""
        ...

    def changed(self, record: Record, values: Values) -> list[EntryDraft]:
        """The entries that bring a record up to date. Raises Refused."""
        ...


def writer_of(
    what: What, actor: Actor, names: Names, coming: Mapping[str, Values], places: Mapping[str, str]
) -> Writer:
    """`coming`: what the new rows say, by the ids their records get. `places`: ids of places made for words."""
    if what == "people":
        return _People(actor, names)
    if what == "places":
        return _Places(actor, names, {**places, **by_word(coming)})
    return _Equipment(actor, names, places)


def unknown_places(what: What, actor: Actor, names: Names, rows: Sequence[Values]) -> tuple[str, ...]:
    """Words for places that are neither in the register nor among the rows, and can be names of places."""
    if what == "people":
        return ()
    own: Mapping[str, str] = {}
    if what == "places":
        own = by_word({str(n): values for n, values in enumerate(rows) if "name" in values})
        words = {parent_key(values): str(values["parent"]) for values in rows if values.get("parent")}
    else:
        words = {folded(str(values["place"])): str(values["place"]) for values in rows if values.get("place")}
    others = [word for plain, word in words.items() if plain not in own and is_unknown_place(word, names)]
    return tuple(word for word in others if _can_be_made(word, actor))


def make_place(record: Record, word: str, actor: Actor) -> list[EntryDraft]:
    """The entries of a place of which a list tells no more than its name. Raises Refused."""
    return d.decide_place(record, d.AddPlace(word), actor)


def is_unknown_place(word: str, names: Names) -> bool:
    try:
        place_id(word, names.places.values())
    except Refused as refused:
        return refused.code == "place_unknown"
    return False


def _can_be_made(word: str, actor: Actor) -> bool:
    try:
        make_place(Record("place", PLACE), word, actor)
    except Refused:
        return False
    return True


def stand_in(kind: str, entry: Entry) -> Record:
    """The record of an entry, made from what lists say of it: to try things on that are not written."""
    stated = {key: getattr(entry, key) for key in _KEYS[kind]}
    return Record(entry.id, kind, entry.position, {key: value for key, value in stated.items() if value is not None})


def _with_end(record: Record, drafts: list[EntryDraft], values: Values) -> list[EntryDraft]:
    """An entry begins in use; one that the list has as out of use is taken off the lists of choice after that."""
    if values.get("active") is not False:
        return drafts
    return [*drafts, EntryDraft(f"{record.kind}_changed", {"=active": [True, False]})]


class _WrittenPlaces:
    """Places as a list writes them. Thousands of rows name some dozen."""

    def __init__(self, names: Names, own: Mapping[str, str]) -> None:
        self._names, self._own = names, own
        self._by_path = {path_key(place.path): place.id for place in names.places.values() if place.active}
        self._found: dict[str, str] = {}

    def in_place_of_word(self, values: Values, key: str) -> dict[str, Any]:
        """The values with the id of the place instead of the word for it."""
        word = str(values.get(key) or "")
        if not word:
            return dict(values)
        wanted = parent_key(values) if key == "parent" else folded(word)
        return {**values, key: self._own.get(wanted) or self._by_path.get(wanted) or self._known(word, key)}

    def _known(self, word: str, key: str) -> str:
        if word not in self._found:
            try:
                self._found[word] = place_id(word, self._names.places.values())
            except Refused as refused:
                raise Refused(refused.code, key, **refused.facts) from None
        return self._found[word]


class _People:
    """The last administrator keeps the role, whichever row comes first."""

    def __init__(self, actor: Actor, names: Names) -> None:
        self._actor = actor
        active = (person for person in names.people.values() if person.active)
        self._administrators = {person.id for person in active if Role.ADMINISTRATOR in person.roles}

    def added(self, record: Record, values: Values) -> list[EntryDraft]:
        roles = tuple(values.get("roles") or (str(Role.REPORTER),))
        texts = (values.get(key, "") for key in ("job", "unit", "phone"))
        drafts = d.decide_person(record, d.AddPerson(values["name"], roles, *texts), self._actor)
        drafts = _with_end(record, drafts, values)
        self._keep(record, drafts)
        return drafts

    def changed(self, record: Record, values: Values) -> list[EntryDraft]:
        drafts = d.decide_person(record, d.ChangePerson(record.id, values), self._actor)
        is_last = self._administrators <= {record.id}
        d.check_administrator(record, drafts, () if is_last else (frozenset({Role.ADMINISTRATOR}),))
        self._keep(record, drafts)
        return drafts

    def _keep(self, record: Record, drafts: Sequence[EntryDraft]) -> None:
        """Whether the record is that of an administrator from now on."""
        for draft in drafts:
            record = patched(record, draft.data)
        administers = record.values.get("active") and Role.ADMINISTRATOR in record.values.get("roles", ())
        (self._administrators.add if administers else self._administrators.discard)(record.id)


class _Places:
    """A place may lie in another one of the same sheet, above or below it there."""

    def __init__(self, actor: Actor, names: Names, own: Mapping[str, str]) -> None:
        self._actor = actor
        self._parents = {place.id: place.parent for place in names.places.values()}
        self._written = _WrittenPlaces(names, own)

    def added(self, record: Record, values: Values) -> list[EntryDraft]:
        found = self._written.in_place_of_word(values, "parent")
        command = d.AddPlace(values["name"], found.get("parent"), values.get("code", ""), values.get("kind", "place"))
        return _with_end(record, self._checked(record, d.decide_place(record, command, self._actor)), values)

    def changed(self, record: Record, values: Values) -> list[EntryDraft]:
        command = d.ChangePlace(record.id, self._written.in_place_of_word(values, "parent"))
        return self._checked(record, d.decide_place(record, command, self._actor))

    def _checked(self, record: Record, drafts: list[EntryDraft]) -> list[EntryDraft]:
        d.check_circle(record, drafts, self._parents)
        for draft in drafts:
            if "=parent" in draft.data:
                self._parents[record.id] = draft.data["=parent"][1]
        return drafts


def by_word(coming: Mapping[str, Values]) -> dict[str, str]:
    """The new places of a list by code and by name; of several that share a word the first."""
    found: dict[str, str] = {}
    for record_id, values in coming.items():
        named = path_key(values[PATH]) if PATH in values else folded(values["name"])
        for word in filter(None, (folded(values.get("code") or ""), named)):
            found.setdefault(word, record_id)
    return found


class _Equipment:
    """An asset number names one piece, of those that are there and of those that come with it."""

    def __init__(self, actor: Actor, names: Names, places: Mapping[str, str]) -> None:
        self._actor = actor
        self._assets = dict(names.equipment.assets)
        self._written = _WrittenPlaces(names, places)

    def added(self, record: Record, values: Values) -> list[EntryDraft]:
        found = self._written.in_place_of_word(values, "place")
        command = e.AddEquipment(**{key: value for key, value in found.items() if key != "active"})
        return _with_end(record, self._checked(record, e.decide_equipment(record, command, self._actor)), values)

    def changed(self, record: Record, values: Values) -> list[EntryDraft]:
        command = e.ChangeEquipment(record.id, self._written.in_place_of_word(values, "place"))
        return self._checked(record, e.decide_equipment(record, command, self._actor))

    def _checked(self, record: Record, drafts: list[EntryDraft]) -> list[EntryDraft]:
        e.check_asset(record, drafts, self._assets)
        for draft in drafts:
            before, after = draft.data.get("=asset", (None, None))
            if before:
                self._assets.pop(folded_code(before), None)
            if after:
                self._assets[folded_code(after)] = (record.id, patched(record, draft.data).values["name"])
        return drafts
