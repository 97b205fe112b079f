"""Times of the program beside their floors, measured in turn in the same run, and whether they meet the goals.

    python -m tests.benchmarks.run [--goal NAME]... [--size N]... [--register FILE]... [--folder DIR]

Registers of those sizes (10,000 and 100,000 incidents) are made once and kept in DIR for the next run; one that is
there already is named by its FILE, and stays as it is. What writes does so in a copy beside them in DIR. A table of
everything that was found is printed last. Ends with status 1 where a goal is missed.
"""

from __future__ import annotations

import argparse
import pickle
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from tests.benchmarks.bench import SMALL
from tests.benchmarks.one_goal import GOALS
from tests.benchmarks.registers import register_of
from tests.benchmarks.results import Failed, Finding, table

SIZES = (10_000, 100_000)
WHOLE = {"verify": 20_000}
"""Goals that read every row time after time: of a larger register that takes hours, so a small one stands for it."""


def _chosen(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--goal", choices=list(GOALS), action="append", help="only this goal")
    parser.add_argument("--size", type=int, action="append", help="only a register of this size")
    parser.add_argument("--register", type=Path, action="append", help="a register that is there already")
    kept = Path(tempfile.gettempdir(), "incident-desk-benchmarks")
    parser.add_argument("--folder", type=Path, default=kept, help="where registers are kept")
    return parser.parse_args(words)


def _registers(chosen: argparse.Namespace, folder: Path) -> Iterator[tuple[int, Path]]:
    for given in chosen.register or []:
        with closing(sqlite3.connect(f"{given.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            yield connection.execute("SELECT count(*) FROM incident").fetchone()[0], given.resolve()
    for size in chosen.size or ([] if chosen.register else SIZES):
        yield size, register_of(size, folder)


def _findings(goal: str, size: int, register: Path, folder: Path, kept: Path) -> Iterator[Finding]:
    found = folder / "found"
    command = [sys.executable, "-m", "tests.benchmarks.one_goal", goal, str(size)]
    done = subprocess.run([*command, *map(str, (register, folder, kept, found))], check=False)
    with suppress(FileNotFoundError, EOFError), found.open("rb") as file:
        while True:
            yield pickle.load(file)
    if done.returncode:
        print(f"  ended with status {done.returncode}\n", flush=True)
        yield Failed(f"not measured to the end: status {done.returncode}")


def main(words: list[str] | None = None) -> int:
    chosen = _chosen(words)
    folder = chosen.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    found: list[tuple[str, int, Finding]] = []
    for size, register in _registers(chosen, folder):
        print(f"--- {size} incidents, {register.stat().st_size / size:.0f} bytes each ---\n", flush=True)
        with tempfile.TemporaryDirectory(prefix="run-", dir=folder) as own:
            for goal in chosen.goal or list(GOALS):
                of, path = (size, register) if size <= WHOLE.get(goal, size) else (SMALL, register_of(SMALL, folder))
                found += [(goal, of, each) for each in _findings(goal, of, path, Path(own), folder)]
    print(table(found))
    missed = [f"{goal} at {size:,}: {finding.what}" for goal, size, finding in found if finding.met is False]
    print("\nEvery goal is met." if not missed else "\n".join(["", f"{len(missed)} missed:", *missed]))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
