"""People, places, settings and packs of a register: small records with their own chains and commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from incident_desk.domain.commands import Command, arg
from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record, pairs, patched
from incident_desk.domain.text import LANGUAGES
from incident_desk.domain.values import clean_text
from incident_desk.domain.vocabulary import Role

PERSON, PLACE, SETTINGS, PACK, ACCESS = "person", "place", "settings", "pack", "access"
PERSON_KEYS = ("name", "job", "unit", "phone", "roles", "active")
PLACE_KEYS = ("name", "parent", "code", "kind", "active")
SETTINGS_KEYS = (
    "organisation", "address", "site_code", "zone", "language", "emergency_phone", "logo", "pack_id",
    "idle_minutes", "limits",
)  # fmt: skip
_PERSONAL = {PERSON: frozenset({"name", "job", "unit", "phone"}), PLACE: frozenset(), SETTINGS: frozenset()}
_TEXT_LIMIT = 500


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
        return _drafts(record, PERSON, "person_added", _person_values(values))
    _must_exist(record, "person", command.person)
    return _drafts(record, PERSON, "person_changed", _person_values(dict(command.fields)))


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
        return _drafts(record, PLACE, "place_added", _place_values(values, record.id))
    _must_exist(record, "place", command.place)
    return _drafts(record, PLACE, "place_changed", _place_values(dict(command.fields), record.id))


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
    values = dict(command.fields)
    _known(values, SETTINGS_KEYS)
    values = {key: _plain(key, value) for key, value in values.items()}
    if "zone" in values:
        check_zone(str(values["zone"]))
    if "site_code" in values:
        check_code(str(values["site_code"]))
    return _drafts(record, SETTINGS, "settings_changed", values)


def _person_values(given: dict[str, Any]) -> dict[str, Any]:
    _known(given, PERSON_KEYS)
    values = {key: _plain(key, value) for key, value in given.items()}
    if "name" in values and not (values["name"] or "").strip():
        raise Refused("name_missing", "name")
    for role in values.get("roles", ()):
        if role not in set(Role):
            raise Refused("role_unknown", "roles", value=role[:40])
    if "roles" in values:
        values["roles"] = list(dict.fromkeys(values["roles"]))
    return values


def _place_values(given: dict[str, Any], place_id: str) -> dict[str, Any]:
    _known(given, PLACE_KEYS)
    values = {key: _plain(key, value) for key, value in given.items()}
    if "name" in values and not (values["name"] or "").strip():
        raise Refused("name_missing", "name")
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


def _plain(key: str, value: Any) -> Any:
    """The value as it will be stored. A file of commands can hold anything under any key."""
    fits = _FITS.get(key)
    if fits is not None and fits(value):
        return value
    if fits is not None or not isinstance(value, str | None):
        raise Refused("value_of_wrong_kind", key, value=str(value)[:40])
    return clean_text(value, _TEXT_LIMIT, key) or None if value else None


_FITS: Mapping[str, Callable[[Any], bool]] = {
    "active": lambda value: isinstance(value, bool),
    "roles": lambda value: isinstance(value, list) and all(isinstance(role, str) for role in value),
    "language": lambda value: value in LANGUAGES,
    "idle_minutes": lambda value: type(value) is int and 1 <= value <= 1440,
    "limits": lambda value: isinstance(value, dict) and all(type(each) is int for each in value.values()),
}


def _known(values: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    unknown = sorted(values.keys() - set(keys))
    if unknown:
        raise Refused("field_unknown", unknown[0])


def _must_exist(record: Record, what: str, called: str) -> None:
    if not record.position:
        raise Refused(f"{what}_unknown", what, value=called[:60])


def _drafts(record: Record, chain_kind: str, kind: str, after: Mapping[str, Any]) -> list[EntryDraft]:
    data = pairs(record.values, after)
    personal = frozenset(key for key in data if key[1:] in _PERSONAL[chain_kind])
    return [EntryDraft(kind, data, personal)] if data else []
