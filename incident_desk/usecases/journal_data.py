"""The journal of one record as data with which anybody can work the chain out again, without this program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.journal.entries import Entry, Part, exact_bytes
from incident_desk.domain.journal.log import Head
from incident_desk.domain.journal.sealed import Sealed
from incident_desk.usecases.record_data import program, told

FORMAT = "incident-desk journal 1"


@dataclass(frozen=True, slots=True)
class LogPlace:
    """Where the last entry stands in the log, with the hash of the line before it."""

    head: Head
    before: bytes


def journal_data(
    register: str, number: str, chain: Sequence[Sealed], place: LogPlace | None, access: Sequence[Entry], seen: int
) -> bytes:
    """`seen`: the entry up to which the access log was read."""
    last = chain[-1].link
    return exact_bytes(
        {
            "format": FORMAT, "program": program(), "register": register, "number": number, "chain": last.chain,
            "chain_kind": last.chain_kind, "position": last.position, "entries": [sealed_data(each) for each in chain],
            "log": None if place is None else {
                "index": place.head.index, "hash": place.head.hash.hex(), "previous_hash": place.before.hex(),
            },
            "access": {"position": seen, "entries": [_entry(each) for each in access]},
        }
    )  # fmt: skip


def sealed_data(each: Sealed) -> dict[str, Any]:
    link = each.link
    return {
        "position": link.position, "recorded_at": link.recorded_at, "actor": link.actor, "op_id": link.op_id,
        "kind": link.kind, "version": link.version,
        "open": _part(each.open), "open_commitment": link.open_commitment.hex(),
        "personal": _part(each.personal),
        "personal_commitment": None if link.personal_commitment is None else link.personal_commitment.hex(),
        "previous_hash": link.previous_hash.hex(), "hash": link.hash.hex(),
    }  # fmt: skip


def _part(part: Part | None) -> dict[str, str] | None:
    return None if part is None else {"salt": part.salt.hex(), "bytes": part.content.decode("utf-8", "replace")}


def _entry(entry: Entry) -> dict[str, Any]:
    data = {key: told(value) for key, value in entry.data.items()}
    return {"position": entry.position, "recorded_at": entry.recorded_at, "actor": entry.actor, "kind": entry.kind,
            "data": data}  # fmt: skip
