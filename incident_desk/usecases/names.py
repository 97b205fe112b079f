"""Names for ids: what people, places, equipment, categories are called, for sentences and screens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from incident_desk.domain.declarations import Field
from incident_desk.domain.packs.model import Pack
from incident_desk.usecases.equipment import EquipmentList
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import PersonRow, PlaceRow, Settings


@dataclass(frozen=True, slots=True)
class Names:
    """The register's directories at one moment."""

    settings: Settings
    pack: Pack
    pack_version: str
    people: Mapping[str, PersonRow]
    places: Mapping[str, PlaceRow]
    equipment: EquipmentList = field(default_factory=EquipmentList)

    def person(self, person: str | None) -> str:
        found = self.people.get(person or "")
        return found.name if found else ""

    def place(self, place: str | None) -> str:
        found = self.places.get(place or "")
        return found.spoken if found else ""

    def department(self, place: str | None) -> str:
        """The department a place is, or lies in."""
        found, seen = self.places.get(place or ""), set[str]()
        while found is not None and found.id not in seen:
            if found.kind == "department":
                return found.name
            seen.add(found.id)
            found = self.places.get(found.parent or "")
        return ""

    def piece(self, piece: str | None) -> str:
        found = self.equipment.get(piece or "")
        return found.spoken if found else ""

    def category(self, key: str | None, language: str) -> str:
        found = self.pack.category(key or "")
        return found.name[language] if found else key or ""

    def subcategory(self, key: str | None, language: str) -> str:
        found = self.pack.subcategory(key or "")
        return found.name[language] if found else key or ""

    def field(self, key: str) -> Field | None:
        """A field with the options of the pack, or None where there is none of that key."""
        return self.pack.field(key)


def read_names(queries: Queries) -> Names:
    pack, version = queries.pack()
    people = {person.id: person for person in queries.people()}
    places = {place.id: place for place in queries.places()}
    equipment = EquipmentList((piece.id, piece) for piece in queries.equipment())
    return Names(queries.settings(), pack, version, people, places, equipment)
