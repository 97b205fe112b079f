"""Several people at once: nothing acknowledged is lost, nothing is overwritten unseen, no number is skipped."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record, fold
from incident_desk.domain.vocabulary import Role
from incident_desk.storage import tables
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes, attach_file
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.secrets import set_secret
from incident_desk.usecases.submission import Done, Submitter
from tests.factories import REVIEW, Desk

PEOPLE = 8
T = TypeVar("T")


def at_once(work: Callable[[int], T], people: int = PEOPLE) -> list[T]:
    """Each works on a thread of their own; all begin at the same moment."""
    barrier = threading.Barrier(people)

    def begin(number: int) -> T:
        barrier.wait(30)
        return work(number)

    with ThreadPoolExecutor(people) as pool:
        return list(pool.map(begin, range(people)))


@contextmanager
def at_own_station(desk: Desk) -> Iterator[Desk]:
    """The same register, opened once more as another program on another PC would."""
    register = open_register(desk.address)
    try:
        yield Desk(register, Submitter(register, uuid7, desk.submitter.actor), desk.address)
    finally:
        register.close()


# --- two people and one record ----------------------------------------------------------------------


def test_that_the_same_field_changed_by_two_is_a_conflict(desk: Desk) -> None:
    incident = desk.new("containment")
    seen = desk.position(incident)
    desk.acting_as("Maria Manager").do(incident, c.ChangeFields({"title": "Hers", "workload": 1}))
    with pytest.raises(EditConflict) as caught:
        desk.do(incident, c.ChangeFields({"title": "His", "workload": 2, "cause": "x"}), seen=seen)
    assert (caught.value.keys, caught.value.position) == (("title", "workload"), seen + 1)
    assert desk.record(incident).values["title"] == "Hers"
    assert "cause" not in desk.record(incident).values
    assert desk.breaks() == []


def test_that_different_fields_changed_by_two_are_both_kept(desk: Desk) -> None:
    incident = desk.new("containment")
    seen = desk.position(incident)
    desk.acting_as("Maria Manager").do(incident, c.ChangeFields({"title": "Hers", "extent_areas": "x"}), seen=seen)
    done = desk.do(incident, c.ChangeFields({"cause": "His"}), c.AddItem("whys", {"what": "y"}), seen=seen)
    values = desk.record(incident).values
    assert (values["title"], values["extent_areas"], values["cause"]) == ("Hers", "x", "His")
    assert done.position == seen + 3
    assert desk.breaks() == []


def test_that_two_lines_of_a_list_do_not_collide_and_one_line_does(desk: Desk) -> None:
    incident = desk.new("containment")
    desk.do(incident, c.AddItem("whys", {"what": "one"}), c.AddItem("whys", {"what": "two"}))
    one, two = (item.id for item in desk.record(incident).of("whys"))
    seen = desk.position(incident)
    desk.do(incident, c.ChangeItem(one, {"what": "hers"}))
    desk.do(incident, c.ChangeItem(two, {"what": "his"}), seen=seen)
    desk.do(incident, c.ChangeItem(one, {"evidence": "his"}), seen=seen)
    with pytest.raises(EditConflict) as caught:
        desk.do(incident, c.ChangeItem(one, {"what": "his"}), seen=seen)
    assert caught.value.keys == ("what",)


def test_that_a_line_somebody_changed_is_not_taken_off_unseen(desk: Desk) -> None:
    incident = desk.new("containment")
    desk.do(incident, c.AddItem("measures", {"what": "Wiped"}))
    measure = desk.record(incident).of("measures")[0].id
    seen = desk.position(incident)
    desk.do(incident, c.ChangeItem(measure, {"result": "dry"}))
    with pytest.raises(EditConflict) as caught:
        desk.do(incident, c.RemoveItem(measure), seen=seen)
    assert caught.value.keys == ("result",)
    desk.do(incident, c.RemoveItem(measure), seen=seen + 1)
    with pytest.raises(Refused, match="item_unknown"):
        desk.do(incident, c.ChangeItem(measure, {"result": "wet"}), seen=seen + 1)


def test_that_nobody_signs_what_they_have_not_seen(desk: Desk) -> None:
    incident = desk.new("ready")
    seen = desk.position(incident)
    desk.acting_as("Maria Manager").do(incident, c.ChangeFields({"summary": "Hers"}))
    with pytest.raises(EditConflict) as caught:
        desk.do(incident, c.SignOff("author"), seen=seen)
    assert caught.value.keys == ("summary",)
    desk.do(incident, c.AddNote("a note changes nothing"))
    desk.do(incident, c.SignOff("author"), seen=seen + 1)


def test_that_a_position_that_does_not_exist_yet_is_a_conflict(desk: Desk) -> None:
    """The register was put back to an older copy since."""
    incident = desk.new("containment")
    position = desk.position(incident)
    with pytest.raises(EditConflict) as caught:
        desk.do(incident, c.AddNote("x"), seen=position + 1)
    assert (caught.value.keys, caught.value.position) == ((), position)


def test_that_a_chain_that_moved_after_it_was_locked_takes_nothing(desk: Desk) -> None:
    """Locks hold others off; should one ever fail, who comes second writes nothing."""
    incident = desk.new("containment")
    position = desk.position(incident)
    with desk.register.write() as work:
        record = work.lock("incident", [incident])[incident]
        chain = tables.chain
        work.connection.execute(chain.update().where(chain.c.id == incident).values(position=position + 1))
        work.append(record, [EntryDraft("noted", {"text": "x"})], None, uuid7(), work.now())
        with pytest.raises(EditConflict):
            work.commit(uuid7(), {})
    assert desk.position(incident) == position
    assert desk.breaks() == []


def test_that_results_of_the_program_never_collide(desk: Desk) -> None:
    """Both edits change what is still missing; nobody typed that."""
    incident = desk.new("containment")
    seen = desk.position(incident)
    desk.do(incident, c.ChangeFields({"extent_areas": "x"}), seen=seen)
    desk.do(incident, c.ChangeFields({"no_measure_reason": "y"}), seen=seen)
    assert "missing" not in desk.record(incident).values


def test_that_people_and_settings_collide_like_incidents(desk: Desk) -> None:
    person = desk.person("Maria Manager")
    desk.do(person, d.ChangePerson(person, {"job": "Doctor"}), seen=1)
    desk.do(person, d.ChangePerson(person, {"phone": "12"}), seen=1)
    with pytest.raises(EditConflict):
        desk.do(person, d.ChangePerson(person, {"job": "Nurse"}), seen=1)


# --- many at once -----------------------------------------------------------------------------------


def test_that_no_acknowledged_change_is_lost(desk: Desk) -> None:
    """Everybody adds 1 to the same field as they saw it: acknowledged == final."""
    incident, tries = desk.new("containment"), 12
    desk.do(incident, c.ChangeFields({"workload": 0}))

    def add(number: int) -> int:
        acknowledged = 0
        with at_own_station(desk) as station:
            for _ in range(tries):
                record = station.record(incident)
                more = c.ChangeFields({"workload": record.values["workload"] + 1})
                try:
                    done = station.do(incident, more, seen=record.position)
                except EditConflict:
                    continue
                except SurroundingsFailed as failed:  # told to try again, so nothing was acknowledged
                    assert failed.code == "register_busy"
                    continue
                acknowledged += len(done.entries)  # none where somebody had written the same number already
        return acknowledged

    acknowledged = sum(at_once(add))
    assert desk.record(incident).values["workload"] == acknowledged >= PEOPLE
    entries = desk.register.queries.entries(incident)
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    assert fold(Record(incident, "incident"), entries) == desk.record(incident)
    assert desk.breaks() == []


def test_that_a_record_is_read_as_it_stood_at_one_moment(desk: Desk) -> None:
    """Its fields lie in several tables; none of them may be newer than the position that is shown."""
    incident = desk.new("containment")
    desk.do(incident, c.ChangeFields({"workload": 0}))
    start, saves = desk.position(incident), 60

    def save_or_read(number: int) -> list[tuple[int, int]]:
        seen: list[tuple[int, int]] = []
        with at_own_station(desk) as station:
            while not seen or seen[-1][0] < saves:
                if number == 0:
                    station.do(incident, c.ChangeFields({"workload": desk.position(incident) - start + 1}))
                record = station.record(incident)
                seen.append((record.position - start, record.values["workload"]))
        return seen

    for position, workload in [each for seen in at_once(save_or_read, 4) for each in seen]:
        assert position == workload


def test_that_notes_of_everybody_are_all_kept(desk: Desk) -> None:
    incident = desk.new("containment")
    before = desk.position(incident)
    at_once(lambda number: [desk.do(incident, c.AddNote(f"{number} {turn}")) for turn in range(5)])
    notes = [each.data["text"] for each in desk.register.queries.entries(incident) if each.kind == "noted"]
    assert sorted(notes) == sorted(f"{number} {turn}" for number in range(PEOPLE) for turn in range(5))
    assert desk.position(incident) == before + 5 * PEOPLE
    assert desk.breaks() == []


def test_that_numbers_have_no_gaps_even_where_reports_are_refused(own_desk: Desk) -> None:
    def file(number: int) -> list[str]:
        numbers = []
        with at_own_station(own_desk) as station:
            for turn in range(6):
                unit = "WARD3" if turn % 2 else "PRESS"
                if turn % 3 == 2:
                    with pytest.raises(Refused):
                        station.do(None, c.RecordIncident({"place": unit, "title": "x", "workload": "none"}))
                numbers.append(station.do(None, c.RecordIncident({"place": unit, "title": f"{number} {turn}"})).number)
        return numbers

    numbers = sorted(number for each in at_once(file) for number in each)
    year = numbers[0].split("-")[1]
    assert numbers == [f"{unit}-{year}-{n:04d}" for unit in ("PRESS", "WARD3") for n in range(1, 3 * PEOPLE + 1)]
    assert own_desk.breaks() == []


def test_that_the_same_command_from_many_is_carried_out_once(own_desk: Desk) -> None:
    op_id = uuid7()
    done = at_once(lambda number: own_desk.do(None, c.RecordIncident({"title": "x"}), op_id=op_id))
    assert len({(each.id, each.number) for each in done}) == 1
    assert [each.repeated for each in done].count(False) == 1
    assert done[0].number.endswith("-0001")
    assert own_desk.do(None, c.RecordIncident({"title": "y"})).number.endswith("-0002")
    assert own_desk.breaks() == []


def test_that_reports_are_joined_by_many_at_once(desk: Desk) -> None:
    target = desk.new("containment")
    reports = [desk.new() for _ in range(PEOPLE)]
    at_once(lambda number: desk.do(reports[number], c.JoinReport(target)))
    joined = {item.values["number"] for item in desk.record(target).of("joined")}
    assert joined == {desk.record(report).values["number"] for report in reports}
    assert [item.ordinal for item in desk.record(target).of("joined")] == list(range(1, PEOPLE + 1))
    assert desk.breaks() == []


def test_that_the_log_stays_one_line_while_everybody_saves(desk: Desk) -> None:
    incidents = [desk.new("containment") for _ in range(PEOPLE)]

    def save(number: int) -> list[int]:
        heads = []
        with at_own_station(desk) as station:
            for turn in range(4):
                station.do(incidents[number], c.AddNote(f"{turn}"))
                heads.append(station.register.take_head().index)
        return heads

    for heads in at_once(save):
        assert heads == sorted(heads)
    assert desk.register.take_head().index > 0
    assert desk.breaks() == []


def test_that_one_may_accept_what_another_sets_aside(desk: Desk) -> None:
    """Exactly one of two decisions about a report counts; the other is told so."""
    report = desk.new()
    orders: list[c.Command] = [c.AcceptReport(), c.MarkNotReportable("x")]

    def decide(number: int) -> Done | str:
        try:
            return desk.do(report, orders[number % 2])
        except Refused as refused:
            return refused.code

    outcomes = at_once(decide)
    assert sum(isinstance(each, Done) for each in outcomes) == 1
    assert {each for each in outcomes if isinstance(each, str)} == {"not_in_inbox"}


def test_that_a_signature_and_a_change_never_both_count_unseen(desk: Desk) -> None:
    incident = desk.new("conclusion")
    desk.do(incident, c.ChangeFields(REVIEW))
    seen = desk.position(incident)

    def act(number: int) -> str:
        order = c.SignOff("author") if number % 2 else c.ChangeFields({"summary": f"{number}"})
        try:
            desk.do(incident, order, seen=seen)
        except Refused as refused:
            return refused.code
        return "done"

    outcomes = at_once(act, 4)
    assert outcomes.count("done") == 1
    signed = bool(desk.record(incident).of("sign_offs"))
    assert signed == (desk.record(incident).values["summary"] == REVIEW["summary"])


# --- rules about several records --------------------------------------------------------------------


def administrators(desk: Desk) -> list[str]:
    return [each.name for each in desk.register.queries.people() if each.active and Role.ADMINISTRATOR in each.roles]


@pytest.mark.parametrize("turn", range(2))
@pytest.mark.parametrize("loss", [{"roles": ["reporter"]}, {"active": False}])
def test_that_two_administrators_cannot_both_take_the_role_from_each_other(
    own_desk: Desk, loss: dict[str, object], turn: int
) -> None:
    maria = own_desk.person("Maria Manager")
    own_desk.do(maria, d.ChangePerson(maria, {"roles": ["administrator"]}))
    names, order = ["Anna Berg", "Maria Manager"], threading.Barrier(2)

    def demote(number: int) -> str:
        with at_own_station(own_desk.acting_as(names[number])) as station:
            other = station.person(names[1 - number])
            station.submitter.names()
            order.wait(30)
            try:
                station.do(other, d.ChangePerson(other, loss))
            except Refused as refused:
                return refused.code
        return "done"

    outcomes = at_once(demote, 2)
    assert outcomes.count("done") == 1
    assert set(outcomes) <= {"done", "not_allowed", "person_left", "last_administrator"}
    assert len(administrators(own_desk)) == 1
    assert own_desk.breaks() == []


def test_that_each_of_two_administrators_cannot_step_down_at_once(own_desk: Desk) -> None:
    maria = own_desk.person("Maria Manager")
    own_desk.do(maria, d.ChangePerson(maria, {"roles": ["administrator"]}))
    names = ["Anna Berg", "Maria Manager"]

    def step_down(number: int) -> str:
        with at_own_station(own_desk.acting_as(names[number])) as station:
            me = station.person(names[number])
            try:
                station.do(me, d.ChangePerson(me, {"roles": ["reporter"]}))
            except Refused as refused:
                return refused.code
        return "done"

    assert sorted(at_once(step_down, 2)) == ["done", "last_administrator"]
    assert len(administrators(own_desk)) == 1


@pytest.mark.parametrize("turn", range(2))
def test_that_two_places_are_never_moved_into_each_other(own_desk: Desk, turn: int) -> None:
    places = [own_desk.do(None, d.AddPlace(name, "Main house")).id for name in ("North", "South")]
    order = threading.Barrier(2)

    def move(number: int) -> str:
        with at_own_station(own_desk) as station:
            station.submitter.names()
            order.wait(30)
            try:
                station.do(places[number], d.ChangePlace(places[number], {"parent": places[1 - number]}))
            except Refused as refused:
                return refused.code
        return "done"

    assert sorted(at_once(move, 2)) == ["done", "place_in_circle"]
    parents = {each.id: each.parent for each in own_desk.register.queries.places()}
    assert [parents[place] in places for place in places].count(True) == 1
    assert own_desk.breaks() == []


def test_that_who_lost_a_role_or_left_acts_no_more(own_desk: Desk) -> None:
    """Their program still runs, and was signed in before."""
    maria = own_desk.person("Maria Manager")
    own_desk.do(maria, d.ChangePerson(maria, {"roles": ["administrator"]}))
    with at_own_station(own_desk.acting_as("Maria Manager")) as hers:
        hers.do(None, d.AddPlace("Hers"))
        own_desk.do(maria, d.ChangePerson(maria, {"roles": ["reporter"]}))
        with pytest.raises(Refused, match="not_allowed"):
            hers.do(None, d.AddPlace("No longer hers"))
        with pytest.raises(Refused, match="not_allowed"):
            set_secret(hers.register, hers.submitter.actor, own_desk.person("Otto Auditor"), "correct horse", uuid7())
        incident = own_desk.new("containment")
        with pytest.raises(Refused, match="not_allowed"):
            attach_bytes(hers.submitter, incident, b"x", uuid7(), name="a.txt")
        own_desk.do(maria, d.ChangePerson(maria, {"active": False}))
        with pytest.raises(Refused, match="person_left"):
            hers.do(None, c.RecordIncident({"title": "x"}))


# --- files that are slow to read --------------------------------------------------------------------


def test_that_others_save_while_a_file_is_read_from_a_slow_stick(desk: Desk, tmp_path: Path) -> None:
    incident, stick = desk.new("containment"), tmp_path / "slow.bin"
    os.mkfifo(stick)  # gives its bytes only as somebody writes them

    def act(number: int) -> float:
        with at_own_station(desk) as station:
            if number == 0:
                attach_file(station.submitter, incident, stick, uuid7())
                return 0.0
            with stick.open("wb") as slowly:
                slowly.write(b"begun ")
                slowly.flush()
                began = time.monotonic()
                station.do(incident, c.AddNote("meanwhile"))
                taken = time.monotonic() - began
                slowly.write(b"and ended")
            return taken

    assert at_once(act, 2)[1] < 4  # nobody waited: SQLite gives up after five seconds
    (item,) = desk.record(incident).of("attachments")
    assert b"".join(desk.register.queries.content(bytes.fromhex(item.values["sha256"]))) == b"begun and ended"
    assert desk.breaks() == []
