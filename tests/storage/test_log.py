"""The log and its heads: written lazily, one line through all chains, found again by record and position."""

from __future__ import annotations

from incident_desk.domain import commands as c
from incident_desk.domain.journal.log import EMPTY_LOG
from incident_desk.storage.register import open_register
from tests.factories import Desk
from tests.storage.other_program import other_program


def test_that_the_log_is_empty_until_a_head_is_taken(desk: Desk) -> None:
    incident = desk.new("containment")
    assert desk.register.queries.head() == EMPTY_LOG
    assert desk.register.queries.head_covering(incident, 1) is None
    assert desk.breaks() == []


def test_that_a_head_holds_every_entry_there_is(desk: Desk, address: str) -> None:
    desk.new("containment")
    head = desk.register.take_head()
    with other_program(address) as program:
        assert program.one("SELECT count(*) FROM journal") == head.index
        assert program.one("SELECT count(*) FROM log") == head.index
        assert program.one("SELECT count(*) FROM chain WHERE pending IS NOT NULL") == 0
    assert desk.register.queries.head() == head
    assert desk.register.queries.log_hash(head.index) == head.hash
    assert desk.register.queries.log_hash(head.index + 1) is None


def test_that_a_second_head_of_the_same_register_is_the_same(desk: Desk) -> None:
    desk.new()
    assert desk.register.take_head() == desk.register.take_head()


def test_that_a_later_head_goes_on_from_the_earlier(desk: Desk) -> None:
    incident = desk.new("containment")
    first, position = desk.register.take_head(), desk.position(incident)
    desk.do(incident, c.AddNote("x"), c.AddNote("y"))
    assert desk.register.queries.head_covering(incident, position + 2) is None
    second = desk.register.take_head()
    assert second.index == first.index + 2
    assert desk.register.queries.log_hash(first.index) == first.hash
    assert desk.register.queries.head_covering(incident, position + 1) != desk.register.queries.head_covering(
        incident, position + 2
    )
    covering = desk.register.queries.head_covering(incident, position + 2)
    assert covering == second
    assert desk.breaks() == []


def test_that_every_entry_stands_in_the_log_once(desk: Desk, address: str) -> None:
    for stage in ("inbox", "containment", "signed"):
        desk.new(stage)
        desk.register.take_head()
    with other_program(address) as program:
        rows = program.rows("SELECT log_index, chain, position FROM log ORDER BY log_index")
        journal = set(program.rows("SELECT chain, position FROM journal"))
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert {row[1:] for row in rows} == journal
    assert len(rows) == len(journal)


def test_that_another_station_sees_the_same_head(desk: Desk, address: str) -> None:
    desk.new("containment")
    head = desk.register.take_head()
    other = open_register(address)
    assert other.queries.head() == head
    other.close()


def test_that_verify_since_the_last_head_looks_at_what_is_new(desk: Desk) -> None:
    old = desk.new("containment")
    desk.register.take_head()
    desk.new("containment")
    new = desk.new()
    assert desk.breaks("recent") == []
    assert desk.register.verified_counts()[0] == 2
    assert desk.breaks("record", old) == []
    assert desk.register.verified_counts() == (1, desk.position(old))
    assert desk.breaks("record", new) == []
    assert desk.register.verified_counts() == (1, 1)
