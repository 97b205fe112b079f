"""What every benchmark is given: a register of a size, the program's parts, a folder to work in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from incident_desk.usecases.services import Services


@dataclass(frozen=True, slots=True)
class Bench:
    """`register` is kept for later runs: what writes does so in a copy."""

    size: int
    register: Path
    folder: Path
    services: Services
