"""What every benchmark is given: a register of a size, the program's parts, a folder to work in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from incident_desk.usecases.services import Services
from tests.benchmarks.registers import register_of

SMALL = 10_000


@dataclass(frozen=True, slots=True)
class Bench:
    """`register` stays as it is: what writes does so in the copy."""

    size: int
    register: Path
    folder: Path
    services: Services
    kept: Path

    def small(self) -> Path | None:
        """A small register, where this one is larger: what should not grow with the register is measured on both."""
        return register_of(SMALL, self.kept) if self.size > SMALL else None

    def copy(self) -> Path:
        """One for all that write, because it may be many gigabytes."""
        path = self.folder / "written.register"
        if not path.exists():
            for suffix in ("", "-wal"):
                source = self.register.with_name(self.register.name + suffix)
                if source.exists():
                    shutil.copyfile(source, path.with_name(path.name + suffix))
        return path
