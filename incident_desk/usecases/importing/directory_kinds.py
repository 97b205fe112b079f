"""What lists of people, places and equipment mean, each in its own way: which entry a row is about, and what fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, Literal, Protocol, TypeVar

from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import ROLE_NAMES, Role
from incident_desk.usecases.importing.dates import NotRead
from incident_desk.usecases.importing.directory_levels import PATH, path_key
from incident_desk.usecases.importing.directory_names import NameColumns, name_columns
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.importing.row_texts import SheetRow
from incident_desk.usecases.importing.words import NO, YES
from incident_desk.usecases.names import Names
from incident_desk.usecases.references import place_id
from incident_desk.usecases.rows import EquipmentRow, PersonRow, PlaceRow

What = Literal["people", "places", "equipment"]
Values = Mapping[str, Any]
_PLACE_KINDS = {
    **dict.fromkeys(("site", "standort", "werk", "haus"), "site"),
    **dict.fromkeys(("department", "abteilung", "ward", "station", "bereich"), "department"),
    **dict.fromkeys(("place", "ort", "raum", "room", "zimmer"), "place"),
}
_ROLES = {folded(word): str(role) for role in Role for word in (role, *ROLE_NAMES[role].values())}
_BETWEEN_ROLES = (";", "/", ",")
_ALONE = "\t"  # before a name that is no path, whatever signs are in it


class Entry(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def position(self) -> int: ...


E = TypeVar("E", bound=Entry)


class Directory(Generic[E]):
    """Finds the entry a row is about by its keys, the surest first. A key that two entries have tells of neither."""

    def __init__(self, names: Names, entries: Iterable[E]) -> None:
        self._names = names
        found: dict[str, list[E]] = {}
        for entry in entries:
            for key in dict.fromkeys(self.keys_of(entry)):
                found.setdefault(key, []).append(entry)
        self._known = {key: known[0] for key, known in found.items() if key and len(known) == 1}

    def look_at(self, columns: Mapping[str, str], rows: Sequence[SheetRow]) -> None:
        """What the columns, by the fields that are read from them, mean can show in all of the rows only."""

    def find(self, values: Values) -> E | None:
        """The entry a row is about, None where it is a new one."""
        return next((self._known[key] for key in self.keys(values) if key in self._known), None)

    def read(self, field: str, text: str) -> Any:
        """From the text of a cell. Raises NotRead."""
        wanted = folded(text)
        if field != "active":
            return text
        if wanted in YES | NO:
            return wanted in YES
        raise NotRead("word_unknown")

    def holds(self, known: E, key: str, value: Any) -> bool:
        """Whether an entry says already what the row says."""
        return bool(getattr(known, key) == value)

    def whole(self, values: dict[str, Any]) -> dict[str, Any]:
        """What a row states, put together from what it states in parts."""
        return values

    def keys(self, values: Values) -> Sequence[str]:
        """The first of a row tells it from all others of its sheet."""
        raise NotImplementedError

    def keys_of(self, entry: E) -> Sequence[str]:
        raise NotImplementedError


class People(Directory[PersonRow]):
    def __init__(self, names: Names) -> None:
        super().__init__(names, names.people.values())
        self._written = NameColumns()

    def look_at(self, columns: Mapping[str, str], rows: Sequence[SheetRow]) -> None:
        self._written = name_columns(columns, rows)

    def whole(self, values: dict[str, Any]) -> dict[str, Any]:
        return self._written.named(values)

    def keys(self, values: Values) -> Sequence[str]:
        return (folded(values["name"]),)

    def keys_of(self, entry: PersonRow) -> Sequence[str]:
        return (folded(entry.name),)

    def read(self, field: str, text: str) -> Any:
        if field != "roles":
            return super().read(field, text)
        wanted = folded(text)
        for sign in _BETWEEN_ROLES:
            wanted = wanted.replace(sign, "\n")
        return [_meaning(_ROLES, folded(word)) for word in wanted.split("\n") if word.strip()]

    def holds(self, known: PersonRow, key: str, value: Any) -> bool:
        if key == "roles":
            return {str(role) for role in known.roles} == set(value)
        return super().holds(known, key, value)


class Places(Directory[PlaceRow]):
    def __init__(self, names: Names) -> None:
        super().__init__(names, names.places.values())

    def keys(self, values: Values) -> Sequence[str]:
        code, name, path = folded(values.get("code") or ""), folded(values["name"]), values.get(PATH, ())
        named = (path_key(path), "" if len(path) > 1 else _ALONE + name) if path else (name,)
        return tuple(filter(None, (code, *named)))

    def keys_of(self, entry: PlaceRow) -> Sequence[str]:
        return (path_key(entry.path), _ALONE + folded(entry.name), *_words_of(entry))

    def find(self, values: Values) -> PlaceRow | None:
        """A place with a code of its own is another one of the same name."""
        found = super().find(values)
        code = values.get("code")
        return None if found and code and found.code and folded(found.code) != folded(code) else found

    def read(self, field: str, text: str) -> Any:
        return _meaning(_PLACE_KINDS, folded(text)) if field == "kind" else super().read(field, text)

    def holds(self, known: PlaceRow, key: str, value: Any) -> bool:
        if key == PATH:
            return True
        if key == "parent":
            parent = self._names.places.get(known.parent or "")
            return parent is not None and folded(value) in _words_of(parent)
        return super().holds(known, key, value)


class Equipment(Directory[EquipmentRow]):
    """A piece is known by its asset number, else by UDI and serial number; without any of them by name and lot."""

    def __init__(self, names: Names) -> None:
        super().__init__(names, names.equipment.values())
        self._places: dict[str, str | None] = {}

    def keys(self, values: Values) -> Sequence[str]:
        return _equipment_keys(*(str(values.get(key, "")) for key in ("asset", "udi", "serial", "name", "lot")))

    def keys_of(self, entry: EquipmentRow) -> Sequence[str]:
        return _equipment_keys(entry.asset, entry.udi, entry.serial, entry.name, entry.lot)

    def find(self, values: Values) -> EquipmentRow | None:
        """A piece with an asset number of its own is another one, whatever else is alike."""
        found = super().find(values)
        asset = values.get("asset")
        return None if found and asset and found.asset and folded(found.asset) != folded(asset) else found

    def holds(self, known: EquipmentRow, key: str, value: Any) -> bool:
        if key == "place":
            place = self._place(str(value))
            return place is not None and known.place == place
        return super().holds(known, key, value)

    def _place(self, word: str) -> str | None:
        """Thousands of rows name some dozen places. None for one that is not there: told when the row is tried."""
        if word not in self._places:
            try:
                self._places[word] = place_id(word, self._names.places.values())
            except Refused:
                self._places[word] = None
        return self._places[word]


def _equipment_keys(asset: str, udi: str, serial: str, name: str, lot: str) -> tuple[str, ...]:
    by_asset = (f"asset {folded(asset)}",) if asset else ()
    by_label = (f"label {folded(udi)} {folded(serial)}",) if serial else ()
    return (*by_asset, *by_label) or (f"name {folded(name)} {folded(lot)} {folded(udi)}",)


def directory_of(what: What, names: Names) -> Directory[Any]:
    if what == "people":
        return People(names)
    return Places(names) if what == "places" else Equipment(names)


def _words_of(place: PlaceRow) -> tuple[str, ...]:
    words = (place.name, place.code, place.spoken, ", ".join(place.path), " / ".join(place.path))
    return tuple(folded(word) for word in words if word)


def _meaning(meanings: Mapping[str, str], word: str) -> str:
    if word not in meanings:
        raise NotRead("word_unknown")
    return meanings[word]
