"""Plants each fault in a copy of the program and runs the tests that must notice it.

    python -m tests.mutants.run [--only NAME] [--jobs N]

One line for each fault: its name, what it breaks, and the test that found it. Ends with status 1 when one
was not found; a patch that does not fit any more, or a test that fails without the fault too, finds nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.patches import ROOT, Mutant, mutants, plant

LONGEST_TEST = 60  # seconds
FAILED = 1  # pytest: the tests ran, and some failed
_FOLDERS = ("incident_desk", "resources", "tests")


@dataclass(frozen=True, slots=True)
class Outcome:
    mutant: Mutant
    caught_by: str
    problem: str = ""

    def __str__(self) -> str:
        found = f"caught by {self.caught_by}" if self.caught_by else f"NOT CAUGHT: {self.problem}"
        return f"{self.mutant.name}: {self.mutant.what}: {found}"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.run", description="Plants faults; tests find them.")
    parser.add_argument("--only", metavar="NAME", help="only faults whose name begins so")
    parser.add_argument("--jobs", type=int, default=int(os.environ.get("INCIDENT_DESK_JOBS", "2")), metavar="N")
    given = parser.parse_args(arguments)
    chosen = mutants(given.only)
    if not chosen:
        print("No fault has a name like that.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="incident-desk-mutants-") as folder:
        sound = Path(folder) / "sound"
        copy_program(sound)
        return report(chosen, sound, given.jobs)


def report(chosen: Sequence[Mutant], sound: Path, jobs: int) -> int:
    missed, failing = 0, failing_without_a_fault(sound, chosen, jobs)
    with ThreadPoolExecutor(jobs) as pool:
        for outcome in pool.map(lambda mutant: try_out(mutant, sound, failing), chosen):
            print(outcome, flush=True)
            missed += not outcome.caught_by
    print(f"{len(chosen)} faults planted, {len(chosen) - missed} caught, {missed} not caught.")
    return 1 if missed else 0


def copy_program(target: Path) -> None:
    """A copy of what is there, with compiled modules that are told by their contents, not by their times."""
    for folder in _FOLDERS:
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", target)
    command = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "incident_desk"]
    subprocess.run(command, cwd=target, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""}, check=True)


def failing_without_a_fault(sound: Path, chosen: Sequence[Mutant], jobs: int) -> frozenset[str]:
    """Tests that fail anyway: they prove nothing."""
    tests = sorted({test for mutant in chosen for test in mutant.tests})
    return frozenset(failed(run_tests(sound, tests, "-n", str(jobs))))


def try_out(mutant: Mutant, sound: Path, failing: frozenset[str]) -> Outcome:
    copy = sound.parent / mutant.name
    shutil.copytree(sound, copy)
    try:
        if problem := plant(mutant, copy):
            return Outcome(mutant, "", f"the patch does not fit: {problem}")
        done = run_tests(copy, mutant.tests, "-x")
    finally:
        shutil.rmtree(copy)
    # A module that cannot be loaded is noticed by anybody: only a test that ran and failed counts.
    if done.returncode != FAILED or not failed(done):
        return Outcome(mutant, "", (done.stdout + done.stderr).strip().rsplit("\n", 1)[-1])
    first = failed(done)[0]
    return Outcome(mutant, "", f"{first} fails without the fault too") if first in failing else Outcome(mutant, first)


def failed(done: subprocess.CompletedProcess[str]) -> list[str]:
    found = [line.removeprefix("FAILED ") for line in done.stdout.splitlines() if line.startswith("FAILED ")]
    return [line.split(" - ")[0] for line in found]


def run_tests(folder: Path, tests: Sequence[str], *options: str) -> subprocess.CompletedProcess[str]:
    """On SQLite and without a screen, so that it is quick; the faults planted here show there."""
    command = [
        *(sys.executable, "-m", "pytest", "-m", "not server", "--tb=no", "-rf", "-p", "no:cacheprovider"),
        *(f"--timeout={LONGEST_TEST}", *options, *tests),
    ]
    environment = {**os.environ, "PYTHONPATH": str(folder), "HYPOTHESIS_PROFILE": "ci"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
