"""People, places, equipment, settings and the pack, read again only after somebody changed one of them.

Every list names people and places, every order is checked against them, and they change once a week.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar, cast

import sqlalchemy as sa

from incident_desk.domain.chains import EQUIPMENT, PACK, PERSON, PLACE, SETTINGS
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.vocabulary import Role
from incident_desk.storage import tables as t
from incident_desk.storage.engine import Database
from incident_desk.storage.types import id_bytes, id_text
from incident_desk.usecases.rows import EquipmentRow, PersonRow, PlaceRow, Settings

T = TypeVar("T")

# Chains only grow, so their number and the sum of their lengths move with every entry.
_MANY = sa.literal_column("1000000000", sa.BigInteger)
# The kinds stand in its words: PostgreSQL plans anew each time they are bound.
_KINDS: list[sa.ColumnElement[str]] = [
    sa.literal_column(f"'{kind}'") for kind in (PERSON, PLACE, EQUIPMENT, SETTINGS, PACK)
]
_MARK = sa.select(
    sa.cast(sa.func.count() * _MANY + sa.func.coalesce(sa.func.sum(t.chain.c.position), 0), sa.BigInteger)
).where(t.chain.c.kind.in_(_KINDS))
_SETTINGS = sa.select(t.chain.c.id, t.setting.c.key, t.setting.c.value).select_from(
    t.chain.outerjoin(t.setting, t.setting.c.no == t.chain.c.no)
).where(t.chain.c.kind == "settings")  # fmt: skip
_PACK = sa.select(t.pack_version).order_by(t.pack_version.c.no, t.pack_version.c.ordinal.desc()).limit(1)
_PEOPLE = sa.select(t.person, t.secret.c.hash).outerjoin(t.secret, t.secret.c.person == t.person.c.id).order_by(
    t.person.c.name, t.person.c.no
)  # fmt: skip
_PLACES = sa.select(t.place).order_by(t.place.c.no)
_EQUIPMENT = sa.select(t.equipment).order_by(t.equipment.c.name, t.equipment.c.no)


class NameOfPerson(dict[bytes | None, tuple[str | None, str]]):
    """(id, name) by the id as it is stored; somebody who is not on the list has no name."""

    def __missing__(self, stored: bytes | None) -> tuple[str | None, str]:
        return (None if stored is None else id_text(stored), "")


class NameOfPlace(dict[bytes | None, tuple[str | None, str, str]]):
    """(id, name with its department, department) by the id as it is stored."""

    def __missing__(self, stored: bytes | None) -> tuple[str | None, str, str]:
        return (None if stored is None else id_text(stored), "", "")


class ShownNames(NamedTuple):
    """What lists show of people and places; equipment by the id as text, as it stands in a field's value."""

    of_person: NameOfPerson
    of_place: NameOfPlace
    of_equipment: Mapping[str, str]


class Directories:
    """Used by one reader, under its lock."""

    def __init__(self, database: Database) -> None:
        self._dialect = database.dialect
        self._seen: tuple[sa.Connection, int] | None = None
        self._mark: Hashable = None
        self._kept: dict[Callable[[sa.Connection], Any], Any] = {}

    def stamp(self, connection: sa.Connection) -> Hashable:
        """Differs after anyone changed anything of it: unlike a time, it cannot miss who began early and ended late."""
        self._forget_what_changed(connection)
        return self._mark

    def ask(self, connection: sa.Connection, read: Callable[[sa.Connection], T]) -> T:
        """What one of the functions below reads; from memory while nobody changed anything of it."""
        self._forget_what_changed(connection)
        if read not in self._kept:
            self._kept[read] = read(connection)
        return cast(T, self._kept[read])

    def beside(
        self, connection: sa.Connection, query: sa.Select[Any], values: Mapping[str, Any],
        read: Callable[[sa.Connection], T],
    ) -> tuple[list[Any], T]:  # fmt: skip
        """Rows of a statement as they are stored, and what `read` reads. A server is asked once for both."""
        if self._dialect.COUNTS_COMMITS or read not in self._kept:
            known = self.ask(connection, read)
            return self._dialect.stored(connection, query, values), known
        rows = self._dialect.stored(connection, _marked(query), values)
        if rows:
            self._remember(rows[0][-1])
            if read not in self._kept:
                self._kept[read] = read(connection)
        return [row[:-1] for row in rows], cast(T, self._kept[read])

    def _forget_what_changed(self, connection: sa.Connection) -> None:
        seen = (connection, self._dialect.changes(connection)) if self._dialect.COUNTS_COMMITS else None
        if seen is not None and seen == self._seen:
            return
        self._seen = seen
        self._remember(self._dialect.stored(connection, _MARK, {})[0][0])

    def _remember(self, mark: Hashable) -> None:
        if mark != self._mark:
            self._kept.clear()
        self._mark = mark


@lru_cache(maxsize=256)
def _marked(query: sa.Select[Any]) -> sa.Select[Any]:
    return query.add_columns(_MARK.scalar_subquery())


def settings(connection: sa.Connection) -> Settings:
    rows = connection.execute(_SETTINGS).all()
    given = {row.key: json.loads(row.value) for row in rows if row.key is not None}
    known = {key: value for key, value in given.items() if key in Settings.__dataclass_fields__}
    return Settings(register_id=rows[0].id, **known)


def pack(connection: sa.Connection) -> tuple[Pack, str]:
    row = connection.execute(_PACK).one()
    return version_of_pack(row.content, row.ordinal)


def version_of_pack(content: str, ordinal: int) -> tuple[Pack, str]:
    """A pack and the name of its version, which step marks keep."""
    found = _parsed(content)
    return found, f"{found.id} {found.version}.{ordinal}"


@lru_cache(maxsize=4)  # the pack in force, and those under which older records are printed
def _parsed(content: str) -> Pack:
    return read_pack(json.loads(content), KNOWN_NEEDS)


def people(connection: sa.Connection) -> tuple[PersonRow, ...]:
    return tuple(_person_row(row) for row in connection.execute(_PEOPLE))


def places(connection: sa.Connection) -> tuple[PlaceRow, ...]:
    rows = {row.id: row for row in connection.execute(_PLACES)}
    return tuple(_place_row(_upwards(row, rows)) for row in rows.values())


def equipment(connection: sa.Connection) -> tuple[EquipmentRow, ...]:
    return tuple(
        EquipmentRow(
            row.id, row.position, row.name, row.asset or "", row.serial or "", row.lot or "", row.udi or "",
            row.maker or "", row.model or "", row.place, bool(row.active),
        )
        for row in connection.execute(_EQUIPMENT)
    )  # fmt: skip


def shown_names(connection: sa.Connection) -> ShownNames:
    of_person = NameOfPerson({id_bytes(row.id): (row.id, row.name) for row in people(connection)})
    rows = {row.id: row for row in connection.execute(_PLACES)}
    of_place = NameOfPlace()
    for row in rows.values():
        line = _upwards(row, rows)
        department = next((place.name for place in line if place.kind == "department"), "")
        of_place[id_bytes(row.id)] = (row.id, _place_row(line).spoken, department)
    return ShownNames(of_person, of_place, {row.id: row.spoken for row in equipment(connection)})


def _person_row(row: Any) -> PersonRow:
    return PersonRow(
        row.id, row.position, row.name or "", row.job or "", row.unit or "", row.phone or "",
        frozenset(Role(role) for role in row.roles.split()), bool(row.active), row.hash is not None,
    )  # fmt: skip


def _upwards(row: Any, rows: Mapping[str, Any]) -> list[Any]:
    """The place and those around it, outermost last. A circle that another program made is left where it closes."""
    line, seen = [row], {row.id}
    while (parent := rows.get(line[-1].parent)) is not None and parent.id not in seen:
        line.append(parent)
        seen.add(parent.id)
    return line


def _place_row(line: list[Any]) -> PlaceRow:
    row = line[0]
    unit = next((place.code for place in line if place.code), "")
    path = tuple(place.name for place in reversed(line))
    return PlaceRow(
        row.id, row.position, row.name, row.parent, row.code or "", row.kind, bool(row.active), path, unit
    )  # fmt: skip
