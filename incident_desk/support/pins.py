"""Pins: how far this PC saw each register come, kept outside the register, so that an older copy is noticed.

A pin holds the last head of the log, the epoch it belongs to, and the highest number given of each unit and year: after
a restore no number is given a second time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from incident_desk.support.files import write_whole

Counters = Mapping[tuple[str, int], int]  # (unit, year) -> highest serial


@dataclass(frozen=True, slots=True)
class Pin:
    """`epoch_id` is empty in the first epoch of a register. `signed`: up to where a station had signed the log."""

    index: int
    hash: bytes
    epoch: int
    epoch_id: str = ""
    counters: Counters = field(default_factory=dict)
    signed: int = 0


def read_pin(data_dir: Path, register_id: str) -> Pin | None:
    """What cannot be read, because somebody spoilt it, is no pin."""
    found = _read(data_dir).get(register_id)
    try:
        return None if found is None else _pin(found)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def write_pin(data_dir: Path, register_id: str, pin: Pin) -> None:
    """Raises OSError; the pin that was there stays then."""
    entry = {
        "index": pin.index, "hash": pin.hash.hex(), "epoch": pin.epoch, "epoch_id": pin.epoch_id,
        "counters": said_counters(pin.counters), "signed": pin.signed,
    }  # fmt: skip
    write_whole(data_dir / "pins.json", json.dumps(_read(data_dir) | {register_id: entry}, indent=1).encode())


def said_counters(counters: Counters) -> dict[str, int]:
    """As JSON keys them: "WARD3-2026"."""
    return {f"{unit}-{year}": serial for (unit, year), serial in sorted(counters.items())}


def highest(*counters: Counters) -> dict[tuple[str, int], int]:
    """Of each unit and year the highest that any of them knows."""
    keys = {key for each in counters for key in each}
    return {key: max(each.get(key, 0) for each in counters) for key in keys}


def _pin(entry: Mapping[str, Any]) -> Pin:
    counters = {}
    for key, serial in entry.get("counters", {}).items():
        unit, year = key.rsplit("-", 1)
        counters[unit, int(year)] = int(serial)
    return Pin(
        int(entry["index"]), bytes.fromhex(entry["hash"]), int(entry["epoch"]), entry.get("epoch_id", ""), counters,
        int(entry.get("signed", 0)),
    )  # fmt: skip


def _read(data_dir: Path) -> dict[str, Any]:
    try:
        data = json.loads((data_dir / "pins.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
