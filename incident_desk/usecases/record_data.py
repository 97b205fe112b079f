"""The record of an incident as plain data: what its paper carries inside, and what such a paper is held against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from incident_desk import __version__
from incident_desk.domain.journal.entries import ERASED, Entry
from incident_desk.domain.records import Record, fold
from incident_desk.usecases.papers import Profile
from incident_desk.usecases.rows import Settings

FORMAT = 1


def program() -> str:
    return f"Incident Desk {__version__}"


def record_data(
    record: Record, entries: Sequence[Entry], settings: Settings, profile: Profile = Profile.FULL
) -> dict[str, Any]:
    """Values, items and journal, texts exactly as stored, and which register they stand in: `settings` are those of the
    moment of the last entry, so that the same record gives the same data for ever. A profile that leaves something out
    is named; its record and entries have the gaps already.
    """
    whole = {} if profile is Profile.FULL else {"profile": str(profile)}
    return whole | {
        "format": FORMAT,
        "program": program(),
        "register": {"id": settings.register_id, "epoch": settings.epoch, "epoch_id": settings.epoch_id},
        "id": record.id,
        "position": record.position,
        "values": _plain(record.values),
        "items": [
            {"id": item.id, "list": item.list, "ordinal": item.ordinal, "removed": item.removed,
             "values": _plain(item.values)}
            for item in sorted(record.items.values(), key=lambda item: (item.list, item.ordinal))
        ],
        "journal": [entry_data(entry) for entry in entries],
    }  # fmt: skip


def entry_data(entry: Entry) -> dict[str, Any]:
    return {
        "position": entry.position, "recorded_at": entry.recorded_at, "actor": entry.actor, "op_id": entry.op_id,
        "kind": entry.kind, "version": entry.version, "data": _plain(entry.data),
    }  # fmt: skip


def data_of(
    record_id: str, entries: Sequence[Entry], settings: Settings, profile: Profile = Profile.FULL
) -> dict[str, Any]:
    """The same from the entries alone."""
    return record_data(fold(Record(record_id, "incident"), entries), entries, settings, profile)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: told(value) for key, value in values.items()}


def told(value: Any) -> Any:
    """A value, or the pair of a change, as JSON says it."""
    if isinstance(value, list) and ERASED in value:
        return [told(each) for each in value]
    return {"erased": True} if value is ERASED else value
