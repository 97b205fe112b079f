"""Times of the program beside their floors, measured in turn in the same run, and whether they meet the goals.

    python -m tests.benchmarks.run [--goal NAME]... [--size N]... [--folder DIR]

Registers of those sizes (10,000 and 100,000 incidents) are made once and kept in DIR for the next run.
Ends with status 1 where a goal is missed.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.bench import Bench
from tests.benchmarks.registers import register_of, services_in
from tests.benchmarks.results import Finding

GOALS = {
    "1": "goal_1_start", "3": "goal_3_list", "4": "goal_4_table", "5": "goal_5_board",
    "7": "goal_7_save", "8": "goal_8_bulk", "9": "goal_9_export", "11": "goal_11_record", "verify": "goal_verify", "bytes": "bytes_each",
}  # fmt: skip
SIZES = (10_000, 100_000)


def _chosen(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--goal", choices=list(GOALS), action="append", help="only this goal")
    parser.add_argument("--size", type=int, action="append", help="only a register of this size")
    kept = Path(tempfile.gettempdir(), "incident-desk-benchmarks")
    parser.add_argument("--folder", type=Path, default=kept, help="where registers are kept")
    return parser.parse_args(words)


def _findings(bench: Bench, goals: list[str]) -> Iterator[Finding]:
    for goal in goals:
        module = importlib.import_module(f"tests.benchmarks.{GOALS[goal]}")
        start = time.monotonic()
        assert module.__doc__
        print(f"{goal}: {module.__doc__.partition(':')[2].strip()}", flush=True)
        for finding in module.measure(bench):
            print(finding, flush=True)
            yield finding
        print(f"  ({time.monotonic() - start:.0f} s)\n", flush=True)


def main(words: list[str] | None = None) -> int:
    chosen = _chosen(words)
    folder = chosen.folder.resolve()
    missed = []
    for size in chosen.size or SIZES:
        register = register_of(size, folder)
        print(f"--- {size} incidents, {register.stat().st_size / size:.0f} bytes each ---\n", flush=True)
        with tempfile.TemporaryDirectory(prefix="incident-desk-benchmark-") as own:
            bench = Bench(size, register, Path(own), services_in(Path(own)))
            missed += [(size, each) for each in _findings(bench, chosen.goal or list(GOALS)) if each.met is False]
    for size, finding in missed:
        print(f"missed at {size}: {finding}")
    print("Every goal is met." if not missed else f"{len(missed)} missed.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
