"""Undo: one command taken back as a new entry, only what nobody changed since and nothing that lasts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.errors import Refused
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.submission import Done
from incident_desk.usecases.undo import undo
from tests.factories import REVIEW, Desk, open_desk


@pytest.fixture
def desk(sqlite_address: str) -> Iterator[Desk]:
    with open_desk(sqlite_address) as desk:
        yield desk


def take_back(desk: Desk, incident: str, done: Done) -> Done:
    return undo(desk.submitter, incident, done.op_id, uuid7())


def state(desk: Desk, incident: str) -> tuple[Any, Any]:
    record = desk.record(incident)
    return record.values, {item.id: item for item in record.items.values() if not item.removed}


DEEDS: dict[str, tuple[str, tuple[c.Command, ...]]] = {
    "fields": ("containment", (c.ChangeFields({"summary": "x", "workload": 2}),)),
    "a field twice": ("containment", (c.ChangeFields({"workload": 2}), c.ChangeFields({"workload": 3}))),
    "a line added": ("containment", (c.AddItem("whys", {"what": "x", "evidence": "y"}),)),
    "a move": ("identification", (c.MoveToStep("containment"),)),
    "a move with fields": ("reaction", (
        c.ChangeFields({"cause": "x"}), c.MoveToStep("conclusion", {"test_result": "passed"}),
    )),
    "a move back": ("reaction", (c.MoveToStep("containment", reason="x"),)),
    "the matrix": ("prioritisation", (c.RatePriority("1", "1", "1", "1", "high", "x"),)),
    "another kind": ("identification", (c.ChangeFields({"kind": "good_catch"}),)),
    "acceptance": ("inbox", (c.AcceptReport("Anna Berg"),)),
    "not reportable": ("inbox", (c.MarkNotReportable("x"),)),
    "void": ("signed", (c.VoidIncident("x"),)),
    "a conclusion": ("conclusion", (c.ConcludeIncident("x", override=True),)),
    "an addendum": ("signed", (c.AddItem("addenda", {"what": "x"}),)),
}  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS)
def test_that_an_undone_command_leaves_the_state_as_it_was(desk: Desk, deed: str) -> None:
    stage, commands = DEEDS[deed]
    incident = desk.new(stage)
    before = state(desk, incident)
    done = desk.do(incident, *commands)
    after = state(desk, incident)
    assert after != before
    back = take_back(desk, incident, done)
    assert state(desk, incident) == before
    assert back.entries == ("undone",) * len(done.entries)
    again = take_back(desk, incident, back)
    assert state(desk, incident) == after
    assert again.position == done.position + 2 * len(done.entries)
    assert desk.breaks() == []


def test_that_a_changed_and_a_removed_line_come_back(desk: Desk) -> None:
    incident = desk.new("prioritisation")
    measure = desk.record(incident).of("measures")[0].id
    before = state(desk, incident)
    lifted = desk.do(incident, c.ChangeItem(measure, {"lifted": "2026-11-13", "result": "x"}))
    take_back(desk, incident, lifted)
    assert state(desk, incident) == before
    removed = desk.do(incident, c.RemoveItem(measure, "twice"))
    assert desk.record(incident).of("measures") == ()
    take_back(desk, incident, removed)
    assert state(desk, incident) == before


def test_that_an_undo_names_the_entry_and_keeps_texts_personal(desk: Desk) -> None:
    incident = desk.new("containment")
    done = desk.do(incident, c.ChangeFields({"summary": "x", "workload": 2}))
    take_back(desk, incident, done)
    entry = desk.register.queries.entries(incident)[-1]
    assert entry.data == {
        "undoes": done.position, "what": "fields_changed", "=summary": ["x", None], "=workload": [2, None],
    }  # fmt: skip
    assert entry.personal_keys == {"=summary"}


def refused(desk: Desk, incident: str, done: Done) -> Refused:
    position = desk.position(incident)
    with pytest.raises(Refused) as caught:
        take_back(desk, incident, done)
    assert desk.position(incident) == position
    return caught.value


def test_that_what_somebody_changed_since_is_not_undone(desk: Desk) -> None:
    incident = desk.new("containment")
    done = desk.do(incident, c.ChangeFields({"summary": "x", "workload": 2}))
    desk.do(incident, c.ChangeFields({"workload": 3}))
    assert refused(desk, incident, done).code == "undo_too_late"


def test_that_other_changes_since_do_not_matter(desk: Desk) -> None:
    incident = desk.new("containment")
    done = desk.do(incident, c.ChangeFields({"summary": "x"}))
    desk.do(incident, c.ChangeFields({"workload": 3}), c.AddNote("y"))
    take_back(desk, incident, done)
    assert "summary" not in desk.record(incident).values
    assert desk.record(incident).values["workload"] == 3


def test_that_a_line_somebody_else_went_on_with_is_not_taken_off(desk: Desk) -> None:
    incident = desk.new("containment")
    done = desk.do(incident, c.AddItem("measures", {"what": "Wiped"}))
    measure = desk.record(incident).of("measures")[0].id
    desk.acting_as("Maria Manager").do(incident, c.ChangeItem(measure, {"lifted": "2026-11-13"}))
    assert refused(desk, incident, done).code == "undo_too_late"


def test_that_nothing_is_undone_twice(desk: Desk) -> None:
    incident = desk.new("containment")
    for command in (c.AddNote("x"), c.ChangeFields({"summary": "x"})):
        done = desk.do(incident, command)
        take_back(desk, incident, done)
        assert refused(desk, incident, done).code == "undo_too_late"


def test_that_an_unknown_command_cannot_be_undone(desk: Desk) -> None:
    one, other = desk.new("containment"), desk.new("containment")
    done = desk.do(one, c.AddNote("x"))
    assert refused(desk, other, done).code == "nothing_to_undo"


def test_that_what_lasts_is_not_undone(desk: Desk) -> None:
    filed = desk.do(None, c.RecordIncident({"title": "x"}))
    assert refused(desk, filed.id, filed).code == "undo_not_possible"
    incident = desk.new("ready")
    signed = desk.do(incident, c.SignOff("author"))
    assert refused(desk, incident, signed).code == "undo_not_possible"
    reopened = desk.do(incident, c.ReopenIncident("x"))
    assert refused(desk, incident, reopened).code == "undo_not_possible"


def test_that_a_join_is_undone_on_neither_side(desk: Desk) -> None:
    report, target = desk.new("inbox"), desk.new("containment")
    joined = desk.do(report, c.JoinReport(target))
    assert refused(desk, report, joined).code == "undo_not_possible"
    assert refused(desk, target, joined).code == "undo_not_possible"
    assert desk.record(target).of("joined")


def test_that_a_signed_part_is_not_changed_by_an_undo(desk: Desk) -> None:
    incident = desk.new("conclusion")
    done = desk.do(incident, c.ChangeFields(REVIEW))
    desk.do(incident, c.SignOff("author"))
    found = refused(desk, incident, done)
    assert (found.code, found.facts) == ("locked_by_sign_off", {"number": desk.record(incident).values["number"]})


def test_that_a_void_record_is_not_changed_by_an_undo(desk: Desk) -> None:
    incident = desk.new("containment")
    done = desk.do(incident, c.ChangeFields({"summary": "x"}))
    desk.do(incident, c.VoidIncident("x"))
    assert refused(desk, incident, done).code == "record_closed"


@pytest.mark.parametrize("name", ["Rosa Reporter", "Otto Auditor"])
def test_that_only_who_may_write_may_undo(desk: Desk, name: str) -> None:
    incident = desk.new("containment")
    done = desk.do(incident, c.ChangeFields({"summary": "x"}))
    found = refused(desk.acting_as(name), incident, done)
    assert (found.code, found.facts["roles"]) == ("not_allowed", ["coordinator", "manager"])


def test_that_a_repeated_undo_gives_the_first_answer(desk: Desk) -> None:
    incident, op_id = desk.new("containment"), uuid7()
    done = desk.do(incident, c.ChangeFields({"summary": "x"}))
    first = undo(desk.submitter, incident, done.op_id, op_id)
    second = undo(desk.submitter, incident, done.op_id, op_id)
    assert (second.position, second.entries, second.repeated) == (first.position, first.entries, True)
    assert desk.position(incident) == first.position


def test_that_an_attached_file_is_taken_off_and_its_bytes_stay(desk: Desk) -> None:
    incident = desk.new("containment")
    attached = attach_bytes(desk.submitter, incident, b"picture", uuid7(), name="pump.png")
    sha256 = bytes.fromhex(desk.record(incident).of("attachments")[0].values["sha256"])
    take_back(desk, incident, attached)
    assert desk.record(incident).of("attachments") == ()
    assert b"".join(desk.register.queries.content(sha256)) == b"picture"
    assert desk.breaks() == []
