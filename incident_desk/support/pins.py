"""Pins: the last head of each register's log that this PC saw, kept outside the register."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from incident_desk.support.files import write_whole


@dataclass(frozen=True, slots=True)
class Pin:
    index: int
    hash: bytes
    epoch: int


def read_pin(data_dir: Path, register_id: str) -> Pin | None:
    found = _read(data_dir).get(register_id)
    return None if found is None else Pin(found["index"], bytes.fromhex(found["hash"]), found["epoch"])


def write_pin(data_dir: Path, register_id: str, pin: Pin) -> None:
    pins = _read(data_dir) | {register_id: {"index": pin.index, "hash": pin.hash.hex(), "epoch": pin.epoch}}
    write_whole(data_dir / "pins.json", json.dumps(pins, indent=1).encode())


def _read(data_dir: Path) -> dict[str, Any]:
    try:
        data = json.loads((data_dir / "pins.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
