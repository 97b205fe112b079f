"""Many records in one transaction: as by ordinary saves, all of them or none, on three engines."""

from __future__ import annotations

import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.records import Record
from incident_desk.storage import bulk
from incident_desk.storage.reindexing import reindex
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.errors import AlreadyDone
from incident_desk.usecases.ports import UnitOfWork
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.submission import Run, Submission
from tests.factories import STAGES, Desk, commands_to, open_desk
from tests.storage.other_program import other_program

_ALL = IncidentFilter()
MOMENT = 1_794_470_400_000_000  # 2026-11-12 08:00 UTC
Story = Sequence[c.Command]


def stories(desk: Desk, count: int) -> list[Story]:
    """Led to every stage in turn."""
    place = next(place.id for place in desk.submitter.names().places.values() if place.code == "WARD3")
    person = desk.person("Anna Berg")
    told = [{"title": f"Report {n}", "what_happened": f"The pump ran {n} times too fast"} for n in range(count)]
    return [
        commands_to(STAGES[n % len(STAGES)], place=place, responsible=person, fields=fields)
        for n, fields in enumerate(told)
    ]


class InBulk(Run):
    """All stories in one transaction; nobody else can look before its end."""

    def __init__(self, desk: Desk, work: UnitOfWork) -> None:
        super().__init__(work, Submission(uuid7(), ()), desk.submitter.actor, desk.submitter.names(), uuid7)
        self._now = MOMENT

    def write(self, told: Sequence[Story], flushed_each: int) -> list[str]:
        made = []
        for n, story in enumerate(told, 1):
            record = Record(uuid7(), CHAIN_KIND)
            self.records = {record.id: record}
            for command in story:
                self.carry_out(record.id, command)
            made.append(record.id)
            if n % flushed_each == 0:
                self.work.flush()
        return made


def bring_in(desk: Desk, told: Sequence[Story], flushed_each: int = 6) -> list[str]:
    with desk.register.write(lambda: MOMENT) as work:
        run = InBulk(desk, work)
        made = run.write(told, flushed_each)
        work.commit(run.submission.op_id, {"made": len(made)})
    return made


def looks(desk: Desk, incident: str) -> Any:
    """What stands of an incident in the journal and in the tables, without its own ids and its number."""
    entries = [(entry.kind, entry.version, sorted(entry.data)) for entry in desk.register.queries.entries(incident)]
    record = desk.record(incident)
    plain = {
        key: value
        for key, value in record.values.items()
        if key not in {"number", "serial", "concluded_at"} and key[:5] != "step."
    }
    lines = [(item.list, item.ordinal, item.values.get("what")) for item in record.items.values()]
    return entries, plain, lines


def index_problems(desk: Desk) -> list[str]:
    """What every full-text index of a file finds wrong with itself."""
    with other_program(desk.address) as program:
        names = [name for (name,) in program.rows("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'")]
        assert names
        for name in names:
            program.run(f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)")
        rows = program.one("SELECT count(*) FROM search_text")
        return [name for name in names if program.one(f"SELECT count(*) FROM {name}_docsize") != rows]


def schema_of(desk: Desk) -> list[Any]:
    with other_program(desk.address) as program:
        return program.rows("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")


def test_that_incidents_brought_in_together_are_as_those_saved_one_by_one(own_desk: Desk) -> None:
    told = stories(own_desk, 16)
    one_by_one = [own_desk.do(None, story[0]).id for story in told]
    for incident, story in zip(one_by_one, told, strict=True):
        if story[1:]:
            own_desk.do(incident, *story[1:])
    together = bring_in(own_desk, told)
    assert [looks(own_desk, each) for each in together] == [looks(own_desk, each) for each in one_by_one]
    assert own_desk.breaks() == []
    own_desk.register.take_head()
    assert own_desk.breaks() == []


def test_that_numbers_run_on_without_a_gap(own_desk: Desk) -> None:
    own_desk.new()
    made = bring_in(own_desk, stories(own_desk, 9), 4)
    own_desk.new()
    serials = [own_desk.record(each).values["serial"] for each in made]
    assert serials == list(range(2, 11))
    with other_program(own_desk.address) as program:
        assert program.one("SELECT max(serial) FROM incident WHERE unit = 'WARD3'") == 11
        chains = [row[0] for row in program.rows("SELECT id FROM chain WHERE kind = 'incident' ORDER BY no")][1:10]
    assert [bytes(each).hex() for each in chains] == [each.replace("-", "") for each in made]


def test_that_what_came_in_together_is_found_beside_the_rest(own_desk: Desk) -> None:
    own_desk.new(fields={"title": "A zebra on the ward"})
    bring_in(own_desk, stories(own_desk, 9), 4)
    own_desk.new(fields={"title": "Another zebra"})
    search = own_desk.register.queries.search
    assert (len(search("zebra")), len(search("report")), len(search("pump 7 times"))) == (2, 9, 1)


def test_that_an_incident_may_be_changed_in_the_transaction_that_brought_it_in(own_desk: Desk) -> None:
    old = own_desk.new("containment")
    with own_desk.register.write(lambda: MOMENT) as work:
        run = InBulk(own_desk, work)
        made = run.write(stories(own_desk, 8), 3)
        work.flush()
        for incident in (made[5], old):
            again = Run(
                work, Submission(uuid7(), (), incident), own_desk.submitter.actor, own_desk.submitter.names(), uuid7
            )
            again.lock(CHAIN_KIND, [incident])
            again.carry_out(incident, c.ChangeFields({"title": "A giraffe in the lift"}))
            work.flush()
        work.commit(uuid7(), {})
    assert {found.row.id for found in own_desk.register.queries.search("giraffe")} == {made[5], old}
    assert own_desk.register.queries.search("report 5") == []
    assert own_desk.breaks() == []


def test_that_nothing_stays_of_what_was_broken_off(own_desk: Desk) -> None:
    told = stories(own_desk, 12)
    with pytest.raises(KeyboardInterrupt), own_desk.register.write(lambda: MOMENT) as work:
        InBulk(own_desk, work).write(told, 4)
        raise KeyboardInterrupt
    with other_program(own_desk.address) as program:
        assert program.one("SELECT count(*) FROM chain WHERE kind = 'incident'") == 0
        assert program.one("SELECT count(*) FROM counter") == 0
    made = bring_in(own_desk, told, 4)
    assert own_desk.record(made[0]).values["serial"] == 1
    assert own_desk.breaks() == []


def test_that_the_same_order_twice_writes_nothing(own_desk: Desk) -> None:
    op_id = uuid7()
    for expected in (8, 8):
        try:
            with own_desk.register.write(lambda: MOMENT) as work:
                InBulk(own_desk, work).write(stories(own_desk, 8), 3)
                work.commit(op_id, {"made": 8})
        except AlreadyDone as done:
            assert done.result == {"made": 8}
        assert own_desk.register.queries.count(_ALL) == expected
    assert own_desk.breaks() == []


# --- the search index of a file ---------------------------------------------------------------------


def test_that_the_index_of_a_file_and_its_triggers_are_as_before(sqlite_desk: Desk) -> None:
    before = schema_of(sqlite_desk)
    sqlite_desk.new()
    bring_in(sqlite_desk, stories(sqlite_desk, 20))
    assert schema_of(sqlite_desk) == before
    assert index_problems(sqlite_desk) == []
    sqlite_desk.new("signed")
    assert index_problems(sqlite_desk) == []


def test_that_triggers_are_away_only_inside_the_transaction(sqlite_desk: Desk) -> None:
    before = schema_of(sqlite_desk)
    with sqlite_desk.register.write(lambda: MOMENT) as work:
        InBulk(sqlite_desk, work).write(stories(sqlite_desk, 4), 2)
        assert schema_of(sqlite_desk) == before  # as everybody else sees it
    assert schema_of(sqlite_desk) == before
    assert index_problems(sqlite_desk) == []


def test_that_the_index_of_many_records_is_one_piece_and_changes_are_small_again(sqlite_desk: Desk) -> None:
    """More words than FTS5 holds otherwise. Of few pieces it deletes faster."""
    words = iter(range(1_000_000))
    told = [
        [c.RecordIncident({"what_happened": " ".join(f"w{next(words)}" for _ in range(20_000)), "place": None})]
        for _ in range(12)
    ]
    bring_in(sqlite_desk, told, 3)
    pieces = "SELECT count(DISTINCT segid) FROM search_fts_idx"
    with other_program(sqlite_desk.address) as program:
        assert program.one(pieces) == 1
    assert index_problems(sqlite_desk) == []
    with sqlite_desk.register.write(lambda: MOMENT) as work:
        connection = work.connection
        connection.exec_driver_sql("INSERT INTO search_fts(search_fts) VALUES('rebuild')")
        assert connection.exec_driver_sql(pieces).scalar_one() > 1  # as before the transaction of many
        reindex(sqlite_desk.register.queries._database, connection)
        assert connection.exec_driver_sql(pieces).scalar_one() == 1
        work.commit(uuid7(), {})
    assert index_problems(sqlite_desk) == []


@pytest.mark.parametrize("trigger", [
    "CREATE TRIGGER x AFTER UPDATE ON search_text BEGIN INSERT INTO a(b) VALUES (new.no); END",
    "CREATE TRIGGER x AFTER INSERT ON search_text WHEN new.no > 5 BEGIN INSERT INTO a(b) VALUES (new.no); END",
    "CREATE TRIGGER x AFTER INSERT ON search_text BEGIN INSERT INTO a(b) VALUES (new.no); DELETE FROM b; END",
    "CREATE TRIGGER x AFTER INSERT ON search_text BEGIN INSERT INTO a(b) VALUES ('delete', new.no); END",
])  # fmt: skip
def test_that_a_trigger_that_does_more_is_left_in_place(trigger: str) -> None:
    assert bulk.fills_of(trigger) == []


def test_that_a_trigger_may_write_several_indexes() -> None:
    body = "INSERT INTO a(rowid, b) VALUES (new.no, new.head); INSERT INTO c(rowid) VALUES (new.no);"
    trigger = f"CREATE TRIGGER x AFTER INSERT ON search_text BEGIN {body} END"
    assert [fill.split(" FROM ")[0] for fill in bulk.fills_of(trigger)] == [
        "INSERT INTO a(rowid, b) SELECT new.no, new.head", "INSERT INTO c(rowid) SELECT new.no",
    ]  # fmt: skip


def test_that_a_kill_leaves_nothing(tmp_path: Path) -> None:
    address = str(tmp_path / "killed.register")
    with open_desk(address) as desk:
        before = schema_of(desk)
        command = [sys.executable, "-m", "tests.storage.bulk_child", address]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"sent\n"
            child.send_signal(signal.SIGKILL)
        assert desk.register.queries.count(_ALL) == 0
        assert schema_of(desk) == before
        assert index_problems(desk) == []
        desk.new("signed")
        assert desk.breaks() == []


def _traced(work: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_that_memory_does_not_grow_with_what_is_brought_in(sqlite_desk: Desk) -> None:
    few, many = stories(sqlite_desk, 40), stories(sqlite_desk, 200)
    bring_in(sqlite_desk, few, 20)  # what is made once
    first = _traced(lambda: bring_in(sqlite_desk, few, 20))
    assert _traced(lambda: bring_in(sqlite_desk, many, 20)) < first * 2
