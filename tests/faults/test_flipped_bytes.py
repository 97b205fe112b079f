"""A bit that flips in a closed file: whatever it changed is named, and the program never breaks over it."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite  # type: ignore[import-untyped]  # has no stubs

from incident_desk.storage import tables
from tests.factories import open_desk
from tests.faults.examining import broken
from tests.faults.figures import LONG, note
from tests.faults.forks import Tell, answers
from tests.storage.other_program import other_program

FLIPS = 1000 if LONG else 24
_AUDITED = sorted(name for name, table in tables.metadata.tables.items() if table.info["class"] in {"state", "journal"})
pytestmark = [pytest.mark.slow, pytest.mark.timeout(7200 if LONG else 300)]


def content_of(register: Path) -> Any:
    """Every row that a paper may show, or why it cannot be read."""
    try:
        with other_program(str(register)) as program:
            return {name: sorted(map(repr, program.rows(f"SELECT * FROM {name}"))) for name in _AUDITED}
    except (sqlite.DatabaseError, UnicodeDecodeError) as error:
        return type(error).__name__


def quick_check(register: Path) -> bool:
    """Whether SQLite's own check is content: what a careless program would stop at."""
    try:
        with other_program(str(register)) as program:
            return bool(program.one("PRAGMA integrity_check") == "ok")
    except (sqlite.DatabaseError, UnicodeDecodeError):
        return False


def flip(tell: Tell, register: Path, seeds: range) -> None:
    """One bit at a time. Tells of each flip what became of it."""
    whole = register.read_bytes()
    before = content_of(register)
    for seed in seeds:
        spoilt, chance = bytearray(whole), random.Random(seed)
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        for beside in ("-wal", "-shm", "-journal"):
            register.with_name(register.name + beside).unlink(missing_ok=True)
        register.write_bytes(spoilt)
        if broken(register):
            tell("named")
        else:
            tell("harmless" if content_of(register) == before else "missed")
        if quick_check(register) and content_of(register) != before:
            tell("careless")


def test_that_no_flipped_bit_that_changes_anything_goes_unnoticed(tmp_path: Path) -> None:
    register = tmp_path / "a.register"
    with open_desk(str(register)) as desk:
        for stage in ("signed", "reaction", "containment"):
            desk.new(stage)
        desk.register.take_head()
    told: Counter[str] = Counter()
    for begun in range(0, FLIPS, 50):
        told.update(answers(flip, register, range(begun, min(begun + 50, FLIPS))))
    tried = told["named"] + told["harmless"] + told["missed"]
    figures = {"flips": tried, "named": told["named"], "harmless": told["harmless"], "missed": told["missed"]}
    note("flipped bits", "plain register", **figures)
    note("controls", "SQLite's own check alone", fired=told["careless"])
    assert (tried, told["missed"]) == (FLIPS, 0)
    assert told["careless"] > 0 or not LONG
