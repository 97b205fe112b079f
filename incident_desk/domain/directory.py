"""People, places, settings and packs of a register: small records with their own chains and commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from incident_desk.domain.commands import Command, arg
from incident_desk.domain.context import Actor
from incident_desk.domain.directory_entry import check_name, drafts_of, must_exist, plain_values
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record, patched
from incident_desk.domain.vocabulary import Role

PERSON_KEYS = ("name", "job", "unit", "phone", "roles", "active")
PLACE_KEYS = ("name", "parent", "code", "kind", "active")
SETTINGS_KEYS = (
    "organisation", "address", "site_code", "zone", "language", "emergency_phone", "logo", "pack_id",
    "idle_minutes", "limits", "capacity", "retention",
)  # fmt: skip
_PERSONAL = frozenset({"name", "job", "unit", "phone"})  # of a person


@dataclass(frozen=True, slots=True)
class AddPerson(Command):
    """Put a person on the register's list of people."""

    name: str = arg("Name as colleagues say it")
    roles: tuple[str, ...] = arg("What the person may do here", ("reporter",), shape="roles")
    job: str = arg("Job title, printed beside a signature", "")
    unit: str = arg("Department", "")
    phone: str = arg("Phone", "")


@dataclass(frozen=True, slots=True)
class ChangePerson(Command):
    """Change a person's entry, or take someone who left off the lists of choice ("active": false)."""

    person: str = arg("Person: id or name", shape="person")
    fields: Mapping[str, Any] = arg("name, roles, job, unit, phone, active", {}, shape="person_fields")


@dataclass(frozen=True, slots=True)
class AddPlace(Command):
    """Add a site, department or place."""

    name: str = arg("Name as people say it")
    parent: str | None = arg("Place it belongs to: id, code or name", None, shape="place")
    code: str = arg("Code that begins the numbers of its records, such as WARD3", "")
    kind: str = arg("site, department or place", "place", shape="place_kind")


@dataclass(frozen=True, slots=True)
class ChangePlace(Command):
    """Rename a place, move it in the tree, or stop offering it ("active": false)."""

    place: str = arg("Place: id, code or name", shape="place")
    fields: Mapping[str, Any] = arg("name, parent, code, kind, active", {}, shape="place_fields")


@dataclass(frozen=True, slots=True)
class ChangeSettings(Command):
    """Change settings of the register: organisation, address, site code, zone, language ..."""

    fields: Mapping[str, Any] = arg("Settings with their new values", shape="settings_fields")


def decide_person(record: Record, command: AddPerson | ChangePerson, actor: Actor) -> list[EntryDraft]:
    actor.must("people", Role.ADMINISTRATOR)
    if isinstance(command, AddPerson):
        values = {
            "name": command.name, "roles": list(command.roles), "job": command.job or None,
            "unit": command.unit or None, "phone": command.phone or None, "active": True,
        }  # fmt: skip
        return drafts_of(record, "person_added", _person_values(values), _PERSONAL)
    must_exist(record, "person", command.person)
    if "erased" in record.values:
        raise Refused("person_erased", "person")
    return drafts_of(record, "person_changed", _person_values(command.fields), _PERSONAL)


def check_administrator(record: Record, drafts: Iterable[EntryDraft], others: Iterable[frozenset[Role]]) -> None:
    """The last administrator keeps the role: nobody else could give it back. `others`: roles of the other people."""
    after = record
    for draft in drafts:
        after = patched(after, draft.data)
    if _administers(record) and not _administers(after) and not any(Role.ADMINISTRATOR in roles for roles in others):
        raise Refused("last_administrator", "roles")


def _administers(person: Record) -> bool:
    return bool(person.values.get("active")) and Role.ADMINISTRATOR in person.values.get("roles", ())


def decide_place(record: Record, command: AddPlace | ChangePlace, actor: Actor) -> list[EntryDraft]:
    actor.must("places", Role.ADMINISTRATOR, Role.COORDINATOR)
    if isinstance(command, AddPlace):
        values = {
            "name": command.name, "parent": command.parent, "code": command.code or None,
            "kind": command.kind, "active": True,
        }  # fmt: skip
        return drafts_of(record, "place_added", _place_values(values, record.id))
    must_exist(record, "place", command.place)
    return drafts_of(record, "place_changed", _place_values(command.fields, record.id))


def check_circle(place: Record, drafts: Iterable[EntryDraft], parents: Mapping[str, str | None]) -> None:
    """No place lies in itself, not even by way of others. `parents`: the tree as it stands."""
    for draft in drafts:
        above = draft.data.get("=parent", (None, None))[1]
        seen = set()
        while above is not None and above not in seen:
            if above == place.id:
                raise Refused("place_in_circle", "parent")
            seen.add(above)
            above = parents.get(above)


def decide_settings(record: Record, command: ChangeSettings, actor: Actor) -> list[EntryDraft]:
    actor.must("settings", Role.ADMINISTRATOR)
    values = plain_values(command.fields, SETTINGS_KEYS)
    if "zone" in values:
        check_zone(str(values["zone"]))
    if "site_code" in values:
        check_code(str(values["site_code"]))
    return drafts_of(record, "settings_changed", values)


def _person_values(given: Mapping[str, Any]) -> dict[str, Any]:
    values = plain_values(given, PERSON_KEYS)
    check_name(values)
    for role in values.get("roles", ()):
        if role not in set(Role):
            raise Refused("role_unknown", "roles", value=role[:40])
    if "roles" in values:
        values["roles"] = list(dict.fromkeys(values["roles"]))
    return values


def _place_values(given: Mapping[str, Any], place_id: str) -> dict[str, Any]:
    values = plain_values(given, PLACE_KEYS)
    check_name(values)
    if values.get("code"):
        check_code(values["code"])
    if values.get("kind", "place") not in {"site", "department", "place"}:
        raise Refused("place_kind_unknown", "kind", value=str(values["kind"])[:40])
    if values.get("parent") == place_id:
        raise Refused("place_in_itself", "parent")
    return values


def check_zone(zone: str) -> None:
    """Zones are IANA names."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused("zone_unknown", "zone", value=zone[:60]) from None


def check_code(code: str) -> None:
    """Codes begin record numbers: 1 to 8 capital letters and digits."""
    if not (code.isascii() and code.isalnum() and code == code.upper() and len(code) <= 8):
        raise Refused("code_shape", "code", value=code[:40])
