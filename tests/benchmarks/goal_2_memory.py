"""Goal 2: the most memory the program takes with board and register table shown, beside a window with its libraries."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.bench import SMALL, Bench
from tests.benchmarks.goal_1_start import somebody_at_the_pc, told_by
from tests.benchmarks.results import Finding, Sized

LIBRARIES, LARGE_TO_SMALL = 1.6, 1.2
ROUNDS = 3
_MODULES = "sqlalchemy.orm,sqlalchemy.dialects.sqlite,reportlab.platypus"


def measure(bench: Bench) -> Iterator[Finding]:
    small = bench.small()
    program = _program(bench, bench.register)
    floor = _most(["tests.benchmarks.start_floors", "rows", _MODULES, str(bench.register)])
    libraries = "window + SQLAlchemy + ReportLab + 50 rows"
    yield Sized("most memory, board and table shown", program, floor, "MiB", libraries, LIBRARIES)
    if small is not None:
        of_small = _program(bench, small)
        yield Sized("  the same", program, of_small, "MiB", f"{SMALL:,} incidents", LARGE_TO_SMALL)


def _program(bench: Bench, register: Path) -> float:
    person = somebody_at_the_pc(bench, register)
    return _most(["tests.benchmarks.start_program", "--table", "-r", str(register), "--data-dir", str(person)])


def _most(arguments: list[str]) -> float:
    """MiB, as the process tells last."""
    return statistics.median(told_by(arguments)[-1] for _ in range(ROUNDS)) / 1024
