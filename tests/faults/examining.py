"""What stands in a folder after a fault, as a process finds it that begins then: lost, doubled, half written?

Held against two folders in which nothing failed: one in which the operation has not begun, one in which it is done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from incident_desk.storage.register import needs_upgrade, open_register
from incident_desk.usecases.errors import SurroundingsFailed
from tests.faults.forks import Tell
from tests.faults.operations import OPERATIONS, Operation, Place
from tests.storage.other_program import as_id, other_program

_COUNTED = ("op", "chain", "journal", "journal_part", "incident", "item", "field_value", "place", "content", "setting")
_BESIDE = ("-wal", "-shm", "-journal")
_LONG_AGO = 3 * 24 * 3600
Counts = Mapping[str, int]


@dataclass
class Faulty:
    """What is wrong, sorted."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    half_written: list[str] = field(default_factory=list)
    left_behind: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)
    """What ended otherwise than by a sentence for a person."""

    def __bool__(self) -> bool:
        return any(vars(self).values())

    def add(self, other: Faulty) -> None:
        for name, found in vars(other).items():
            getattr(self, name).extend(found)


def counts_of(register: Path) -> Counts:
    with other_program(str(register)) as program:
        there = {name for (name,) in program.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return {name: program.one(f"SELECT count(*) FROM {name}") for name in _COUNTED if name in there}


def examine(tell: Tell, name: str, place: Place, told: Sequence[str], before: Counts, after: Counts) -> None:
    """Looks, does the same again, and looks once more. Tells what is wrong as JSON."""
    operation = next(each for each in OPERATIONS if each.name == name)
    found = Faulty()
    try:
        found.add(_after_fault(place, told, before, after))
        age(place.folder)
        operation.act(place, lambda *_: None)
        found.add(_after_again(operation, place, after))
    except SurroundingsFailed as failed:
        found.untold.append(f"the same again: {failed.code}")
    tell(json.dumps(vars(found)))


def _after_fault(place: Place, told: Sequence[str], before: Counts, after: Counts) -> Faulty:
    found, now = Faulty(), counts_of(place.register)
    found.half_written += broken(place.register)
    found.half_written += [each for file in finished(place) for each in broken(file)]
    found.lost += [f"{name}: {now[name]}" for name in before if now[name] < before[name]]
    found.doubled += [f"{name}: {now[name]}" for name in now if now[name] > after.get(name, 0)]
    found.lost += not_there(place, told)
    return found


def _after_again(operation: Operation, place: Place, after: Counts) -> Faulty:
    found, now = Faulty(), counts_of(place.register)
    found.half_written += broken(place.register)
    found.lost += [f"{name}: {now[name]}, not {after[name]}" for name in after if now[name] < after[name]]
    if operation.idempotent:
        found.doubled += [f"{name}: {now[name]}, not {after[name]}" for name in after if now[name] > after[name]]
    found.left_behind += leftovers(place.folder)
    return found


def not_there(place: Place, told: Sequence[str]) -> list[str]:
    """What was acknowledged and is not there."""
    done = [line.split()[1] for line in told if line.startswith("done")]
    with other_program(str(place.register)) as program:
        ops = {bytes(op) for (op,) in program.rows("SELECT op_id FROM op")}
    lost = []
    for each in done:
        if each == "up":
            lost += ["not brought up to date"] if needs_upgrade(str(place.register)) else []
        elif each.endswith(".register"):
            lost += [] if (place.backups / each).exists() else [each]
        else:
            lost += [] if as_id(each) in ops else [each]
    return lost


def broken(file: Path) -> list[str]:
    """What verify finds in a register; of one of an older version, what its own program would."""
    try:
        if needs_upgrade(str(file)):
            with other_program(str(file)) as program:
                told = program.one("PRAGMA integrity_check")
                return [] if told == "ok" else [f"{file.name}: {told}"]
        register = open_register(str(file))
        try:
            return [f"{file.name}: {each.code}" for each in register.verify("full")]
        finally:
            register.close()
    except SurroundingsFailed as failed:
        return [f"{file.name}: {failed.code}"]


def finished(place: Place) -> list[Path]:
    """Every file that a person would take for a whole one."""
    named = place.backups.iterdir() if place.backups.exists() else []
    return [path for path in named if not path.name.startswith(".") and not path.name.endswith(_BESIDE)]


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*") if path.is_file()]


def age(folder: Path) -> None:
    """As if what was left lying there was left days ago."""
    for path in folder.rglob(".*"):
        moment = path.stat().st_mtime - _LONG_AGO
        os.utime(path, (moment, moment))
