"""What others changed is noticed, however wrong the clock of this PC is and however long their saves took."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import pairs
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.rows import Presence
from incident_desk.usecases.secrets import check_secret, set_secret
from incident_desk.usecases.watching import Watch
from tests.factories import Desk, an_id
from tests.storage.test_concurrency import at_own_station


def watching(desk: Desk) -> Watch:
    watch = Watch(desk.register.queries, exact="://" not in desk.address)
    watch.begin()
    return watch


def only_servers(desk: Desk) -> None:
    if "://" not in desk.address:
        pytest.skip("a file has the clock of this PC, and one save at a time")


def test_that_each_change_of_anybody_is_told_once(desk: Desk) -> None:
    incident, person, watch = desk.new(), desk.person("Maria Manager"), watching(desk)
    assert watch.look() == []
    with at_own_station(desk) as other:
        other.do(incident, c.AddNote("x"))
        other.do(person, d.ChangePerson(person, {"job": uuid7()}))
        assert sorted(watch.look()) == sorted([("incident", incident), ("person", person)])
        assert watch.look() == []
        other.do(incident, c.AddNote("y"))
        assert watch.look() == [("incident", incident)]


@pytest.mark.parametrize("wrong", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=400)])
def test_that_the_clock_of_this_pc_does_not_matter(desk: Desk, wrong: timedelta) -> None:
    only_servers(desk)
    incident = desk.new()
    with time_machine.travel(datetime.now(UTC) + wrong, tick=True):
        watch = watching(desk)
        with at_own_station(desk) as other:
            other.do(incident, c.AddNote("x"))
        assert watch.look() == [("incident", incident)]
        assert watch.look() == []


def test_that_a_clock_put_back_hides_nothing(sqlite_desk: Desk) -> None:
    incident, watch = sqlite_desk.new(), watching(sqlite_desk)
    with time_machine.travel(datetime.now(UTC) - timedelta(hours=2), tick=True), at_own_station(sqlite_desk) as other:
        new = other.new()
        assert watch.look() == [("incident", new)]
        other.do(incident, c.AddNote("x"))
        assert ("incident", incident) in watch.look()


def test_that_a_save_that_began_first_and_ended_last_is_told(desk: Desk) -> None:
    only_servers(desk)
    slow, quick, watch = desk.new(), desk.new(), watching(desk)
    with at_own_station(desk) as other, other.register.write() as work:
        record = work.lock("incident", [slow])[slow]
        desk.do(quick, c.AddNote("x"))
        assert watch.look() == [("incident", quick)]
        work.append(record, [EntryDraft("noted", {"text": "y"})], None, op_id := uuid7(), work.now())
        work.commit(op_id, {})
    assert watch.look() == [("incident", slow)]


def test_that_a_name_saved_slowly_is_known_afterwards(desk: Desk) -> None:
    """Changes that end in another order than they began never hide each other."""
    only_servers(desk)
    person, incident, name = desk.person("Maria Manager"), desk.new(), uuid7()
    with at_own_station(desk) as other, other.register.write() as work:
        record = work.lock("person", [person])[person]
        desk.do(incident, c.AddNote("x"))
        assert desk.submitter.names().person(person) == "Maria Manager"
        draft = EntryDraft("person_changed", pairs(record.values, {"job": name}), frozenset({"=job"}))
        work.append(record, [draft], None, op_id := uuid7(), work.now())
        work.commit(op_id, {})
    assert desk.submitter.names().people[person].job == name


def test_that_who_is_there_is_told_by_the_clock_of_the_register(desk: Desk) -> None:
    only_servers(desk)
    here, there = Presence(an_id(1), "here", 1, "Anna", 0), Presence(an_id(2), "there", 2, "Maria", 0)
    desk.register.meet(there)
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=1), tick=True):
        assert [each.host for each in desk.register.meet(here)] == ["there"]
    assert [each.host for each in desk.register.meet(there)] == ["here"]
    desk.register.part(here.station)
    desk.register.part(there.station)


def test_that_no_clock_of_a_pc_ends_the_wait_after_wrong_secrets(desk: Desk) -> None:
    only_servers(desk)
    person = desk.person("Carl Coordinator")
    set_secret(desk.register, desk.submitter.actor, person, "correct horse", uuid7())
    with desk.register.write() as work:
        work.set_attempts(person, 12, work.now() + 60_000_000)
        work.commit(uuid7(), {})
    with (
        time_machine.travel(datetime.now(UTC) + timedelta(hours=1), tick=True),
        pytest.raises(Refused, match="secret_wait"),
    ):
        check_secret(desk.register, person, "correct horse", uuid7)
