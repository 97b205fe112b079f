"""How an entry of a directory is checked and written: the same for people, places, equipment and settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.limits import is_capacity, is_limits
from incident_desk.domain.records import Record, pairs
from incident_desk.domain.text import LANGUAGES
from incident_desk.domain.values import clean_text

TEXT_LIMIT = 500


def plain_values(given: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """The values as they will be stored. Refused for a key that such an entry does not have."""
    unknown = sorted(given.keys() - set(keys))
    if unknown:
        raise Refused("field_unknown", unknown[0])
    return {key: _plain(key, value) for key, value in given.items()}


def check_name(values: Mapping[str, Any]) -> None:
    """An entry keeps a name."""
    if "name" in values and not (values["name"] or "").strip():
        raise Refused("name_missing", "name")


def must_exist(record: Record, what: str, called: str) -> None:
    if not record.position:
        raise Refused(f"{what}_unknown", what, value=called[:60])


def drafts_of(
    record: Record, kind: str, after: Mapping[str, Any], personal: frozenset[str] = frozenset()
) -> list[EntryDraft]:
    """The draft that turns the record into `after`, or none where nothing changes."""
    data = pairs(record.values, after)
    return [EntryDraft(kind, data, frozenset(key for key in data if key[1:] in personal))] if data else []


def _plain(key: str, value: Any) -> Any:
    """The value as it will be stored. A file of commands can hold anything under any key."""
    fits = _FITS.get(key)
    if fits is not None and fits(value):
        return value
    if fits is not None or not isinstance(value, str | None):
        raise Refused("value_of_wrong_kind", key, value=str(value)[:40])
    return clean_text(value, TEXT_LIMIT, key) or None if value else None


_FITS: Mapping[str, Callable[[Any], bool]] = {
    "active": lambda value: isinstance(value, bool),
    "roles": lambda value: isinstance(value, list) and all(isinstance(role, str) for role in value),
    "language": lambda value: value in LANGUAGES,
    "idle_minutes": lambda value: type(value) is int and 1 <= value <= 1440,
    "retention": lambda value: isinstance(value, dict) and all(type(y) is int and 0 < y < 101 for y in value.values()),
    "limits": is_limits,
    "capacity": is_capacity,
}
