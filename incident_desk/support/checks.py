"""When this PC last looked through a register, and what it found: kept outside the register, beside the pins."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from incident_desk.support.files import write_whole

_FILE = "checks.json"


@dataclass(frozen=True, slots=True)
class LastCheck:
    """`at` in microseconds UTC by this PC's clock, `scope` "full" or "recent", `entries` that were looked at, `index`
    of the head, `breaks` that were found.
    """

    at: int
    scope: str
    entries: int
    index: int
    breaks: int


def read_check(data_dir: Path, register_id: str, scope: str) -> LastCheck | None:
    """What cannot be read, because somebody spoilt it, is no check."""
    try:
        return LastCheck(**_read(data_dir)[register_id][scope])
    except (KeyError, TypeError):
        return None


def write_check(data_dir: Path, register_id: str, check: LastCheck) -> None:
    """Raises OSError; what was remembered before stays then."""
    known = _read(data_dir)
    of = known.get(register_id)
    known[register_id] = {**(of if isinstance(of, dict) else {}), check.scope: asdict(check)}
    write_whole(data_dir / _FILE, json.dumps(known, indent=1).encode())


def _read(data_dir: Path) -> dict[str, Any]:
    try:
        data = json.loads((data_dir / _FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
