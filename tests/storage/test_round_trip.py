"""What goes in comes out, letter by letter, on three engines; and a repeated command is carried out once."""

from __future__ import annotations

from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Record, fold
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from tests import hostile
from tests.factories import Desk
from tests.storage.other_program import other_program

ONE_LINE = [text for text in hostile.TEXTS if len(text) <= 500]


def replayed(desk: Desk, incident: str) -> Record:
    return fold(Record(incident, "incident"), desk.register.queries.entries(incident))


def test_that_hostile_texts_come_back_letter_by_letter(desk: Desk) -> None:
    made = {}
    for text in hostile.TEXTS:
        title = text if text in ONE_LINE else "long"
        made[text] = desk.new("containment", fields={"what_happened": text, "title": title})
        desk.do(made[text], c.AddNote(text), c.AddItem("addenda", {"what": text}), c.ChangeFields({"cause": text}))
    reopened = open_register(desk.address)
    for text, incident in made.items():
        record = reopened.queries.record("incident", incident)
        assert record is not None
        assert record == replayed(desk, incident)
        assert (record.values["what_happened"], record.values["cause"]) == (text, text)
        assert record.of("addenda")[0].values["what"] == text
        assert [entry.data["text"] for entry in reopened.queries.entries(incident) if entry.kind == "noted"] == [text]
        if text in ONE_LINE:
            assert record.values["title"] == text
            row = reopened.queries.row(incident)
            assert row is not None
            assert row.title == text
    reopened.close()
    assert desk.breaks() == []


def test_that_names_of_people_and_places_are_kept_too(desk: Desk) -> None:
    texts = [text for text in ONE_LINE if text.strip() == text]
    for text in texts:
        desk.do(None, d.AddPerson(text, ("reporter",), text, text, text))
        desk.do(None, d.AddPlace(text))
    people = {person.name: person for person in desk.register.queries.people()}
    assert all((people[text].job, people[text].unit, people[text].phone) == (text, text, text) for text in texts)
    assert set(texts) <= {place.name for place in desk.register.queries.places()}
    settings = desk.register.queries.settings().register_id
    desk.do(settings, d.ChangeSettings({"organisation": texts[0], "address": "\n".join(texts)[:500]}))
    assert desk.register.queries.settings().organisation == texts[0]
    assert desk.breaks() == []


def test_that_line_ends_are_kept_as_one_kind(desk: Desk) -> None:
    for text in hostile.LINES:
        incident = desk.new(fields={"what_happened": text, "title": "x"})
        kept = desk.record(incident).values.get("what_happened")
        assert kept == (text.replace("\r\n", "\n").replace("\r", "\n") if text.strip() else None)


@pytest.mark.parametrize("text", hostile.REFUSED)
def test_that_what_no_engine_keeps_is_refused_and_leaves_nothing(desk: Desk, text: str) -> None:
    before = desk.record(desk.new()).values["serial"]
    for fields in ({"what_happened": text}, {"title": text}):
        with pytest.raises(Refused, match="text_unreadable_character"):
            desk.do(None, c.RecordIncident(fields))
    assert desk.record(desk.new()).values["serial"] == before + 1


VALUES: dict[str, Any] = {
    "workload": 2.5, "cost": 12345.67, "downtime": 3, "days_lost": 0, "solved_by_measure": False,
    "weakness": ["skill", "system"], "could_spread": "wider", "review_date": "2028-02-29",
    "occurred": {"precision": "unknown"}, "reported": {"at": "1890-01-01T00:00", "precision": "about"},
    "device.serial": "json:1", "device.story": "json:{}", "device.recalled": True, "device.alarms": ["sound", "visual"],
    "device.mode": "manual", "device.checked": "2026-10-01", "device.hours": -0.125, "device.user": "Anna Berg",
    "device.started": {"earliest": "2026-11-12T08:00", "latest": "2026-11-12T09:00", "precision": "between"},
    "device.stored": "Press hall",
}  # fmt: skip


def test_that_every_kind_of_value_is_the_same_in_state_and_journal(desk: Desk) -> None:
    incident = desk.new("containment")
    desk.do(incident, c.ChangeFields(VALUES))
    record = desk.record(incident)
    assert record == replayed(desk, incident)
    plain = {key: value for key, value in VALUES.items() if not isinstance(value, dict) and key[:8] != "device.u"}
    kept = {key: record.values[key] for key in plain if key != "device.stored"}
    assert kept == {key: value for key, value in plain.items() if key != "device.stored"}
    assert [type(record.values[key]) for key in ("workload", "downtime", "days_lost")] == [float, int, int]
    desk.do(incident, c.ChangeFields(dict.fromkeys(VALUES)))
    assert desk.record(incident) == replayed(desk, incident)
    assert not VALUES.keys() & desk.record(incident).values.keys()
    assert desk.breaks() == []


def test_that_large_and_small_numbers_are_exact(desk: Desk) -> None:
    incident = desk.new("containment")
    for number in (0.1, 1e-7, 1 / 3, 10**15, -(10**15), 123456789012345, 99999999.99, 5e-324, 1e15):
        desk.do(incident, c.ChangeFields({"cost": number}))
        kept = desk.record(incident).values["cost"]
        assert (kept, type(kept)) == (number, type(number))
    assert desk.breaks() == []


def test_that_another_opening_of_the_register_shows_the_same(desk: Desk) -> None:
    incident = desk.new("signed")
    other = open_register(desk.address)
    assert other.queries.record("incident", incident) == desk.record(incident)
    assert other.queries.row(incident) == desk.register.queries.row(incident)
    assert other.queries.settings() == desk.register.queries.settings()
    assert other.queries.people() == desk.register.queries.people()
    assert other.name == desk.register.name
    other.close()


# --- the same command twice ------------------------------------------------------------------------


def test_that_a_repeated_report_is_filed_once(desk: Desk) -> None:
    op_id, report = uuid7(), c.RecordIncident({"title": "x"})
    first, second = desk.do(None, report, op_id=op_id), desk.do(None, report, op_id=op_id)
    assert (second.id, second.number, second.position, second.entries) == (
        first.id, first.number, first.position, first.entries,
    )  # fmt: skip
    assert (first.repeated, second.repeated) == (False, True)
    serial = desk.record(first.id).values["serial"]
    assert desk.record(desk.do(None, report).id).values["serial"] == serial + 1


def test_that_a_repeated_change_is_made_once_even_when_it_would_be_refused_now(desk: Desk) -> None:
    incident, op_id = desk.new("containment"), uuid7()
    first = desk.do(incident, c.MoveToStep("identification", reason="x"), op_id=op_id)
    second = desk.do(incident, c.MoveToStep("identification", reason="x"), op_id=op_id)
    assert (second.position, second.repeated) == (first.position, True)
    assert desk.position(incident) == first.position


def test_that_a_command_that_changes_nothing_writes_nothing(desk: Desk) -> None:
    incident = desk.new("containment")
    position, changes = desk.position(incident), desk.register.queries.changes()
    done = desk.do(incident, c.ChangeFields({"extent_areas": None}))
    assert (done.position, done.entries, done.changed) == (position, (), ())
    assert desk.register.queries.op_result(done.op_id) is None
    assert desk.register.queries.changes() == changes


def test_that_a_refused_submission_writes_none_of_its_commands(desk: Desk) -> None:
    incident = desk.new("containment")
    before = desk.record(incident)
    with pytest.raises(Refused, match="field_unknown"):
        desk.do(incident, c.ChangeFields({"summary": "x"}), c.AddNote("y"), c.ChangeFields({"colour": "red"}))
    assert desk.record(incident) == before
    assert desk.breaks() == []


def test_that_the_result_of_a_command_can_be_asked_for_later(desk: Desk) -> None:
    done = desk.do(None, c.RecordIncident({"title": "x"}))
    assert desk.register.queries.op_result(done.op_id) == done.to_json()
    assert desk.register.queries.op_result(uuid7()) is None


def test_that_a_join_writes_both_chains_in_one_go(desk: Desk) -> None:
    report, target = desk.new(), desk.new("containment")
    done = desk.do(report, c.JoinReport(target, "the same pump"))
    assert set(done.changed) == {("incident", report), ("incident", target)}
    assert {desk.register.queries.entries(each)[-1].op_id for each in (report, target)} == {done.op_id}
    assert desk.record(report).values["joined_to"] == target
    assert desk.record(target).of("joined")[0].values["number"] == desk.record(report).values["number"]
    assert desk.breaks() == []


def test_that_a_report_without_a_name_names_nobody_in_any_table(own_desk: Desk) -> None:
    """Whoever is signed in at the shared PC is not the one who reports."""
    anna = own_desk.submitter.actor.id
    report = own_desk.do(None, c.RecordIncident({"title": "x"}, anonymous=True)).id
    (entry,) = own_desk.register.queries.entries(report)
    assert (entry.actor, own_desk.record(report).opened_by) == (None, None)
    assert anna is not None
    assert anna not in str((entry, own_desk.record(report)))
    with other_program(own_desk.address) as program:
        kinds = "SELECT chain.kind, count(*) FROM journal JOIN chain ON chain.no = journal.chain GROUP BY chain.kind"
        written = dict(program.rows(kinds))
    assert (written["incident"], written["access"]) == (1, 1)  # the access log holds its own beginning only


def test_that_every_part_of_every_entry_has_a_salt_of_its_own(desk: Desk) -> None:
    """Two parts under one salt would tell whether they are the same."""
    desk.new("signed")
    with other_program(desk.address) as program:
        salts = [bytes(salt) for (salt,) in program.rows("SELECT salt FROM journal_part")]
    assert len(salts) > 20
    assert len(set(salts)) == len(salts)
    assert {len(salt) for salt in salts} == {32}
