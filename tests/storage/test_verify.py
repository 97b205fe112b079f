"""Verify: clean when it is, and every change behind the program's back is named, with the record it is in.

Each change is made with another database program, through a plain connection of the engine.
"""

from __future__ import annotations

import ast
import hashlib
import json
import string
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.journal.entries import Part, seal
from incident_desk.storage import verify, verify_contents
from incident_desk.storage.types import id_text
from incident_desk.support.resources import resource
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import CHUNK, attach_bytes
from incident_desk.usecases.rows import VerifyBreak
from tests.factories import REPORT, Desk, an_id
from tests.storage.other_program import OtherProgram, as_id, other_program

STORY = REPORT["what_happened"]
Tamper = Callable[[OtherProgram, int], object]  # the row number of the incident's chain


def run(statement: str, *values: Any) -> Tamper:
    """One statement; NO in it is the number of the chain."""
    return lambda program, no: program.run(statement.replace("NO", str(no)), *values)


def all_of(*tampers: Tamper) -> Tamper:
    return lambda program, no: [tamper(program, no) for tamper in tampers]


def swap(one: int, other: int, table: str) -> Tamper:
    """Two entries change places."""
    move = f"UPDATE {table} SET position = ? WHERE chain = NO AND position = ?"
    return all_of(run(move, 1000, one), run(move, one, other), run(move, other, 1000))


# What is done, and what verify says of the incident: code and facts.
OF_A_RECORD: dict[str, tuple[Tamper, str, dict[str, Any]]] = {
    "a text of the state": (
        run("UPDATE field_value SET text = ? WHERE incident = NO AND \"key\" = ?", "All went well", "what_happened"),
        "state_differs", {"field": "what_happened", "journal": STORY, "register": "All went well"},
    ),
    "a column of the state": (
        run("UPDATE incident SET title = ? WHERE no = NO", "Nothing"),
        "state_differs", {"field": "title", "journal": "The pump ran ten times too fast", "register": "Nothing"},
    ),
    "a number of the state": (
        run("UPDATE field_value SET number = 99 WHERE incident = NO AND \"key\" = 'workload'"),
        "state_differs", {"field": "workload", "journal": 4.0, "register": 99.0},
    ),
    "a time of the state": (
        run("UPDATE incident SET discovered_earliest = 5 WHERE no = NO"),
        "state_differs", {"field": "discovered_earliest", "journal": 1_794_468_660_000_000, "register": 5},
    ),
    "a priority": (
        run("UPDATE incident SET priority = 3 WHERE no = NO"),
        "state_differs", {"field": "priority", "journal": 0, "register": 3},
    ),
    "a value taken away": (
        run("DELETE FROM field_value WHERE incident = NO AND \"key\" = 'what_happened'"),
        "state_differs", {"field": "what_happened", "journal": STORY, "register": None},
    ),
    "a value put in": (
        run("INSERT INTO field_value (incident, \"key\", ordinal, text) VALUES (NO, 'lesson', 0, 'None')"),
        "state_differs", {"field": "lesson", "journal": None, "register": "None"},
    ),
    "a line of a list": (
        run("UPDATE item SET what = 'Nothing' WHERE incident = NO AND list = 'measures'"),
        "state_differs", {"field": "what", "journal": "Pump taken out of use", "register": "Nothing"},
    ),
    "a line taken away": (
        run("DELETE FROM item WHERE incident = NO AND list = 'measures'"),
        "state_differs", {"field": "measures", "journal": "Pump taken out of use", "register": None},
    ),
    "a line put in": (
        run("INSERT INTO item (incident, list, ordinal, id, state, what, added_at) VALUES (NO, 'measures', 9, ?, 'open', 'x', 1)",
            as_id(an_id(1))),
        "state_differs", {"field": "measures", "journal": None, "register": "x"},
    ),
    "the words of the search": (
        run("UPDATE search_text SET body = 'nothing' WHERE no = NO"),
        "index_differs", {"field": "body", "register": "nothing"},
    ),
    "the words of the search taken away": (
        run("DELETE FROM search_text WHERE no = NO"), "index_differs", {"field": "search_text", "register": None},
    ),
    "the kind of an entry": (
        run("UPDATE journal SET kind = 'noted' WHERE chain = NO AND position = 2"), "entry_changed", {"position": 2},
    ),
    "the time of an entry": (
        run("UPDATE journal SET recorded_at = recorded_at - 86400000000 WHERE chain = NO AND position = 1"),
        "entry_changed", {"position": 1},
    ),
    "who wrote an entry": (
        run("UPDATE journal SET actor = ? WHERE chain = NO AND position = 3", as_id(an_id(1))),
        "entry_changed", {"position": 3},
    ),
    "who wrote an entry, taken away": (
        run("UPDATE journal SET actor = NULL WHERE chain = NO AND position = 3"), "entry_changed", {"position": 3},
    ),
    "the op id of an entry": (
        run("UPDATE journal SET op_id = ? WHERE chain = NO AND position = 3", as_id(an_id(1))),
        "entry_changed", {"position": 3},
    ),
    "the version of an entry": (
        run("UPDATE journal SET version = 2 WHERE chain = NO AND position = 1"), "entry_changed", {"position": 1},
    ),
    "the words of an entry": (
        run("UPDATE journal_part SET content = ? WHERE chain = NO AND position = 1 AND part = 'personal'",
            b'{"=title":[null,"x"],"=what_happened":[null,"x"]}'),
        "entry_text_changed", {"position": 1},
    ),
    "the codes of an entry": (
        run("UPDATE journal_part SET content = ? WHERE chain = NO AND position = 2 AND part = 'open'", b"{}"),
        "entry_text_changed", {"position": 2},
    ),
    "the salt of an entry": (
        run("UPDATE journal_part SET salt = ? WHERE chain = NO AND position = 1 AND part = 'open'", bytes(32)),
        "entry_text_changed", {"position": 1},
    ),
    "the words of an entry taken away": (
        run("DELETE FROM journal_part WHERE chain = NO AND position = 1 AND part = 'personal'"),
        "entry_text_changed", {"position": 1},
    ),
    "words put beside an entry that had none": (
        run("INSERT INTO journal_part (chain, position, part, salt, content) VALUES (NO, 2, 'personal', ?, ?)",
            bytes(32), b"{}"),
        "entry_text_changed", {"position": 2},
    ),
    "an entry out of the middle": (
        all_of(run("DELETE FROM journal_part WHERE chain = NO AND position = 3"),
               run("DELETE FROM journal WHERE chain = NO AND position = 3")),
        "entry_missing", {"position": 3},
    ),
    "the first entry": (
        run("DELETE FROM journal WHERE chain = NO AND position = 1"), "entry_missing", {"position": 1},
    ),
    "the last entry": (
        run("DELETE FROM journal WHERE chain = NO AND position = (SELECT position FROM chain WHERE no = NO)"),
        "chain_end_cut", {"position": 11, "count": 10},
    ),
    "all entries": (
        run("DELETE FROM journal WHERE chain = NO"), "entries_missing", {"count": 0},
    ),
    "the order of two entries": (
        all_of(swap(2, 3, "journal"), swap(2, 3, "journal_part")), "entry_changed", {"position": 2},
    ),
    "the end of a chain": (
        run("UPDATE chain SET position = position - 1 WHERE no = NO"), "chain_end_cut", {"position": 10, "count": 11},
    ),
    "the hash of a chain": (
        run("UPDATE chain SET hash = ? WHERE no = NO", bytes(32)), "chain_end_cut", {"position": 11, "count": 11},
    ),
    "the kind of a chain": (
        run("UPDATE chain SET kind = 'person' WHERE no = NO"), "entry_changed", {"position": 1},
    ),
    "the id of a chain": (
        run("UPDATE chain SET id = ? WHERE no = NO", as_id(an_id(77))), "entry_changed", {"position": 1},
    ),
    "an entry put in at the end": (
        all_of(run("INSERT INTO journal SELECT chain, position + 1, recorded_at, actor, op_id, 'noted', version, "
                   "open_commitment, personal_commitment, hash, ? FROM journal WHERE chain = NO AND position = 11",
                   bytes(32)),
               run("UPDATE chain SET position = 12, hash = ? WHERE no = NO", bytes(32))),
        "entry_changed", {"position": 12},
    ),
}  # fmt: skip


def breaks_of(desk: Desk, label: str, scope: str = "full", record: str | None = None) -> list[VerifyBreak]:
    return [each for each in desk.register.verify(scope, record) if each.facts.get("record") == label]


def quoted(desk: Desk, statement: str) -> str:
    """`key` is a word of MariaDB's own."""
    return statement.replace('"key"', "`key`") if desk.address.startswith("mariadb") else statement


@pytest.mark.parametrize("what", OF_A_RECORD)
def test_that_a_change_behind_the_programs_back_is_named(desk: Desk, what: str) -> None:
    tamper, code, facts = OF_A_RECORD[what]
    incident = desk.new("reaction")
    label = desk.record(incident).values["number"]
    assert breaks_of(desk, label) == []
    with other_program(desk.address) as program:
        no = program.one("SELECT no FROM chain WHERE id = ?", as_id(incident))
        assert program.one("SELECT position FROM chain WHERE no = ?", no) == 11
        program.run, plain = _quoting(desk, program), program.run
        tamper(program, no)
        program.run = plain  # type: ignore[method-assign]
    found = breaks_of(desk, label)
    assert [each.code for each in found] == [code]
    assert {key: found[0].facts[key] for key in facts} == facts
    if what != "the id of a chain":
        assert [each.code for each in breaks_of(desk, label, "record", incident)] == [code]


def _quoting(desk: Desk, program: OtherProgram) -> Any:
    plain = program.run
    return lambda statement, *values: plain(quoted(desk, statement), *values)
