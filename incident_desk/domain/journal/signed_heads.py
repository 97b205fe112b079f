"""Signed heads: a PC that was enrolled says, with a key that lies outside the register, how far the log had come.

Whoever rewrites a register and works every hash out anew still lacks that key (design: heads are signed at enrolled
stations only).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.journal.log import Head

_FIRST_LINE = "incident-desk signed head, version 1"


@dataclass(frozen=True, slots=True)
class Station:
    """A PC that signs. `public_key`: 32 bytes of Ed25519 (RFC 8032). Nothing it signed beyond `last_index` counts:
    it was withdrawn when the log had come so far.
    """

    id: str
    name: str
    public_key: bytes
    last_index: int | None = None


@dataclass(frozen=True, slots=True)
class SignedHead:
    """`serial` counts the heads a station signed in an epoch, from 1 on; `signed_at` is microseconds UTC."""

    head: Head
    station: str
    epoch: int
    serial: int
    signed_at: int
    signature: bytes = b""

    def note(self, register: str) -> bytes:
        """What is signed: the register, its epoch, and the end of its log, line by line."""
        lines = (
            _FIRST_LINE, register, self.epoch, self.head.index, self.head.hash.hex(), self.station, self.serial,
            self.signed_at,
        )  # fmt: skip
        return "".join(f"{line}\n" for line in lines).encode()


def stations_of(values: Mapping[str, Mapping[str, Any]]) -> dict[str, Station]:
    """The stations that settings name, by id. Raises ValueError, KeyError or TypeError for what is none."""
    return {
        id_: Station(id_, str(each["name"]), bytes.fromhex(each["key"]), each.get("last_index"))
        for id_, each in values.items()
    }


def said_station(station: Station) -> dict[str, Any]:
    """As the settings hold it."""
    said = {"name": station.name, "key": station.public_key.hex()}
    return said if station.last_index is None else {**said, "last_index": station.last_index}
