"""Figures of what was tried and what was found, from every process that tests, in one table at the end."""

from __future__ import annotations

import json
import os
import uuid
from collections import defaultdict
from pathlib import Path

FOLDER = "INCIDENT_DESK_TEST_FIGURES"
LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
FOUND = ("lost", "doubled", "half_written", "left_behind", "untold")
Figures = dict[str, int]


def note(harness: str, row: str, **figures: int) -> None:
    """Adds to a row of a harness. Kept only where a run asks for it."""
    if FOLDER in os.environ:
        file = Path(os.environ[FOLDER]) / f"{uuid.uuid4().hex}.json"
        file.write_text(json.dumps([harness, row, figures]), encoding="utf-8")


def read(folder: Path) -> dict[str, dict[str, Figures]]:
    """By harness, row and column."""
    all_of: dict[str, dict[str, Figures]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for file in sorted(folder.glob("*.json")):
        harness, row, figures = json.loads(file.read_text(encoding="utf-8"))
        for name, number in figures.items():
            all_of[harness][row][name] += number
    return all_of


def table(folder: Path) -> str:
    blocks = []
    for harness, rows in sorted(read(folder).items()):
        names = list(dict.fromkeys(name for figures in rows.values() for name in figures))
        lines = [[harness, *(name.replace("_", " ") for name in names)]]
        lines += [[row, *(str(figures.get(name, "")) for name in names)] for row, figures in sorted(rows.items())]
        if len(rows) > 1:
            lines.append(["together", *(str(sum(each.get(name, 0) for each in rows.values())) for name in names)])
        widths = [max(len(line[at]) for line in lines) for at in range(len(names) + 1)]
        blocks.append("\n".join(_aligned(line, widths) for line in lines))
    return "\n\n".join(blocks)


def _aligned(line: list[str], widths: list[int]) -> str:
    first, *rest = (
        cell.ljust(width) if not at else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()
