"""The log and its heads: written lazily, one line through all chains, found again by record and position."""

from __future__ import annotations

from incident_desk.domain import commands as c
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.journal.log import EMPTY_LOG
from incident_desk.domain.records import Record
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.newest_entry import newest_entry
from tests.factories import Desk
from tests.storage.other_program import other_program


def test_that_the_log_is_empty_until_a_head_is_taken(own_desk: Desk) -> None:
    incident = own_desk.new("containment")
    assert own_desk.register.queries.head() == EMPTY_LOG
    assert own_desk.register.queries.head_covering(incident, 1) is None
    assert own_desk.breaks() == []


def test_that_a_head_holds_every_entry_there_is(own_desk: Desk) -> None:
    own_desk.new("containment")
    head = own_desk.register.take_head()
    with other_program(own_desk.address) as program:
        assert program.one("SELECT count(*) FROM journal") == head.index
        assert program.one("SELECT count(*) FROM log") == head.index
        assert program.one("SELECT count(*) FROM chain WHERE pending IS NOT NULL") == 0
    assert own_desk.register.queries.head() == head
    assert own_desk.register.queries.log_hash(head.index) == head.hash
    assert own_desk.register.queries.log_hash(head.index + 1) is None


def test_that_the_newest_entry_counts_what_the_log_does_not_hold_yet(own_desk: Desk) -> None:
    queries, incident = own_desk.register.queries, own_desk.new("containment")
    assert queries.head() == EMPTY_LOG
    before = newest_entry(queries)
    own_desk.register.take_head()
    assert newest_entry(queries) == queries.head().index == before
    own_desk.do(incident, c.AddNote("x"), c.AddNote("y"))
    assert (newest_entry(queries), queries.head().index) == (before + 2, before)


def test_that_a_second_head_of_the_same_register_is_the_same(own_desk: Desk) -> None:
    own_desk.new()
    assert own_desk.register.take_head() == own_desk.register.take_head()


def test_that_a_later_head_goes_on_from_the_earlier(own_desk: Desk) -> None:
    incident = own_desk.new("containment")
    first, position = own_desk.register.take_head(), own_desk.position(incident)
    own_desk.do(incident, c.AddNote("x"), c.AddNote("y"))
    assert own_desk.register.queries.head_covering(incident, position + 2) is None
    second = own_desk.register.take_head()
    assert second.index == first.index + 2
    assert own_desk.register.queries.log_hash(first.index) == first.hash
    assert own_desk.register.queries.head_covering(incident, position + 1) != own_desk.register.queries.head_covering(
        incident, position + 2
    )
    covering = own_desk.register.queries.head_covering(incident, position + 2)
    assert covering == second
    assert own_desk.breaks() == []


def test_that_every_entry_stands_in_the_log_once(own_desk: Desk) -> None:
    for stage in ("inbox", "containment", "signed"):
        own_desk.new(stage)
        own_desk.register.take_head()
    with other_program(own_desk.address) as program:
        rows = program.rows("SELECT log_index, chain, position FROM log ORDER BY log_index")
        journal = set(program.rows("SELECT chain, position FROM journal"))
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert {row[1:] for row in rows} == journal
    assert len(rows) == len(journal)


def test_that_another_station_sees_the_same_head(own_desk: Desk) -> None:
    own_desk.new("containment")
    head = own_desk.register.take_head()
    other = open_register(own_desk.address)
    assert other.queries.head() == head
    other.close()


def test_that_verify_since_the_last_head_looks_at_what_is_new(own_desk: Desk) -> None:
    old = own_desk.new("containment")
    own_desk.register.take_head()
    own_desk.new("containment")
    new = own_desk.new()
    assert own_desk.breaks("recent") == []
    assert own_desk.register.verified_counts()[0] == 2
    assert own_desk.breaks("record", old) == []
    assert own_desk.register.verified_counts() == (1, own_desk.position(old))
    assert own_desk.breaks("record", new) == []
    assert own_desk.register.verified_counts() == (1, 1)


def test_that_thousands_of_waiting_records_go_into_the_log_at_once(own_desk: Desk) -> None:
    count, op_id = 1200, uuid7()
    with own_desk.register.write() as work:
        for _ in range(count):
            work.append(Record(uuid7(), "access"), [EntryDraft("opened", {})], None, op_id, work.now())
        work.commit(op_id, {})
    with other_program(own_desk.address) as program:
        assert own_desk.register.take_head().index == program.one("SELECT count(*) FROM journal") > count
    assert own_desk.breaks() == []
