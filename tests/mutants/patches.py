"""The faults: what each patch breaks, which tests must notice, and how it is put into a copy of the program.

A patch begins with lines for people, then the difference as git writes it:

    What: the gate of a step is not asked
    Tests: tests/domain/test_moving.py
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault. `tests` are files or tests as pytest names them."""

    name: str
    path: Path
    what: str
    tests: tuple[str, ...]


def mutants(only: str | None = None) -> list[Mutant]:
    """All faults in the order of their names, or those whose name begins with `only`."""
    return [read(path) for path in sorted(FOLDER.glob("*.patch")) if path.stem.startswith(only or "")]


def read(path: Path) -> Mutant:
    head = path.read_text(encoding="utf-8").split("\n--- ", 1)[0]
    said = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    return Mutant(path.stem, path, said["What"], tuple(said["Tests"].split()))


def plant(mutant: Mutant, folder: Path, *options: str) -> str:
    """Puts the fault into the copy in `folder`; gives what git says when the patch does not fit any more."""
    # A folder above may be under version control, and git would then take the names as meant from there.
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    command = ["git", "apply", *options, str(mutant.path)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return "; ".join(done.stderr.splitlines()) or "git apply failed" if done.returncode else ""
