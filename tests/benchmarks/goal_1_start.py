"""Goal 1: from the start of the process to the first painted window, and to the first rows on the board."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from incident_desk.support.settings import SettingsFile
from tests.benchmarks.bench import Bench
from tests.benchmarks.results import Compared, Finding
from tests.benchmarks.timing import Job, in_turn

ROUNDS = 9
PATIENCE = 120  # seconds for one start
WINDOW, ROWS = 1.3, 1.1
_ROOT = Path(__file__).parents[2]
_ORM, _CORE = "sqlalchemy.orm,sqlalchemy.dialects.sqlite", "sqlalchemy,sqlalchemy.dialects.sqlite"


def measure(bench: Bench) -> Iterator[Finding]:
    person = somebody_at_the_pc(bench, bench.register)
    floor, start = "tests.benchmarks.start_floors", "tests.benchmarks.start_program"
    program = _process([start, "-r", str(bench.register), "--data-dir", str(person)])
    bare = _process([floor, "bare"])
    orm = _process([floor, "rows", _ORM, str(bench.register)])
    core = _process([floor, "rows", _CORE, str(bench.register)])
    told: list[float] = []

    def window() -> float:
        told[:] = program()
        return told[0]

    jobs: dict[str, Job] = {
        "bare": lambda: bare()[0], "orm": lambda: orm()[0], "core": lambda: core()[0],
        "window": window, "main": lambda: told[1], "rows": lambda: told[2],
    }  # fmt: skip
    # The fastest of several whole processes: whatever else the machine does only ever adds.
    fastest = {name: series.smallest for name, series in in_turn(jobs, ROUNDS, warm=1, at_most=180).items()}
    yield Compared("first painted window", fastest["window"], fastest["bare"], "bare window", WINDOW)
    yield Compared("  the main window itself", fastest["main"], fastest["bare"], "bare window")
    rows = fastest["rows"]
    yield Compared("first cards on the board", rows, fastest["orm"], "window + sqlalchemy.orm + 50 rows", ROWS)
    yield Compared("  the same", rows, fastest["core"], "window + sqlalchemy + 50 rows")
    yield Compared("  the same (hoped for: 2.0)", rows, fastest["bare"], "bare window")


def somebody_at_the_pc(bench: Bench, path: Path) -> Path:
    """A settings folder that knows who acts here, so that the program opens on the board."""
    folder = bench.folder / f"start-{path.stem}"
    register = bench.services.open_register(str(path))
    try:
        register_id = register.queries.settings().register_id
        person = register.queries.people()[0].id
    finally:
        register.close()
    folder.mkdir(parents=True, exist_ok=True)
    SettingsFile(folder).change(last_person={register_id: person})
    return folder


def _process(arguments: list[str]) -> Callable[[], list[float]]:
    """Runs `python -m`; gives the seconds from before its start to each moment that it tells."""

    def run() -> list[float]:
        start = time.monotonic()
        return [moment - start for moment in told_by(arguments)]

    return run


def told_by(arguments: list[str]) -> list[float]:
    """The numbers on the standard output of `python -m`."""
    command = [sys.executable, "-m", *arguments]
    told = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if told.returncode or not told.stdout.strip():
        raise RuntimeError(f"{' '.join(command)} told nothing\n{told.stderr[-2000:]}")
    return [float(number) for number in told.stdout.split()]
