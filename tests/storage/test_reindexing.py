"""A register of an older version finds after its upgrade what one made today finds, on each engine."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.domain.errors import Refused
from incident_desk.storage import schema
from incident_desk.storage.engine import open_database
from incident_desk.storage.register import needs_upgrade, open_register, upgrade_register
from incident_desk.storage.reindexing import reindex
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.find_records import find_records
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk
from tests.journeys.program import ROOT
from tests.storage.other_program import other_program


@pytest.fixture
def older(own_desk: Desk) -> str:
    """The address of a register of the step before, with an index as an older program wrote it."""
    incident = own_desk.new("reaction", fields={"title": "Bettpresse", "what_happened": "It fell"})
    own_desk.do(incident, c.ChangeFields({"responsible": "Carl Coordinator", "place": "Ward 3"}))
    own_desk.do(incident, c.AddItem("actions", {"what": "Glue", "kind": "corrective", "owner": "Maria Manager"}))
    own_desk.new("inbox", fields={"what_happened": "Another lamp"})
    own_desk.register.close()
    database = open_database(own_desk.address)
    schema.downgrade(database, "0002")
    database.dispose()
    with other_program(own_desk.address) as program:
        program.run("UPDATE search_text SET body = 'words of before'")
    return own_desk.address


@pytest.fixture
def desk(older: str) -> Iterator[Desk]:
    upgrade_register(older)
    register = open_register(older)
    yield Desk(register, Submitter(register, uuid7, NOBODY), older)
    register.close()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("fell", 1),
        ("fel", 1),
        ("ettpress", 1),
        ("carl", 1),
        ("maria glue", 1),
        ("ward lamp", 1),
        ("lamp", 1),
        ("before", 0),
    ],
)
def test_that_everything_is_found_after_the_upgrade(desk: Desk, text: str, count: int) -> None:
    assert len(find_records(desk.register.queries, desk.submitter.names(), text, 9)) == count


def test_that_the_index_is_what_verify_expects_and_follows_changes(desk: Desk) -> None:
    assert desk.breaks() == []
    made = desk.new("inbox", fields={"title": "Zebra crossing"})
    desk.do(made, c.ChangeFields({"title": "Quokka crossing"}))
    queries = desk.register.queries
    assert [len(queries.search(text)) for text in ("quokka", "uokka", "zebra", "ebra")] == [1, 1, 0, 0]
    assert desk.breaks() == []


def test_that_it_tells_how_far_it_is(older: str) -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> bool:
        seen.append((done, of))
        return True

    upgrade_register(older, progress)
    assert seen == [(2, 2)]


def test_that_an_upgrade_that_is_stopped_leaves_the_older_register(older: str) -> None:
    if older.startswith("mariadb"):
        pytest.skip("there each step of the schema stands by itself")
    with pytest.raises(Refused, match="stopped"):
        upgrade_register(older, lambda done, of: False)
    assert needs_upgrade(older)
    with other_program(older) as program:
        assert program.one("SELECT count(*) FROM search_text WHERE body = 'words of before'") == 2
    upgrade_register(older)
    assert not needs_upgrade(older)


_KILLED = """
import os, signal, sys
from incident_desk.storage.register import upgrade_register
upgrade_register(sys.argv[1], lambda done, of: os.kill(os.getpid(), signal.SIGKILL))
"""


def test_that_a_kill_in_the_middle_leaves_the_older_register(older: str) -> None:
    if "://" in older:
        pytest.skip("only a file is brought up to date by the program itself")
    killed = subprocess.run([sys.executable, "-c", _KILLED, older], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert needs_upgrade(older)
    with other_program(older) as program:
        assert program.one("SELECT count(*) FROM search_text WHERE body = 'words of before'") == 2
    upgrade_register(older)
    register = open_register(older)
    assert list(register.verify("full")) == []
    register.close()


def test_that_every_kind_of_value_is_found_as_after_a_save(own_desk: Desk) -> None:
    """Nothing is to be written anew: what is read from the rows is what was made from the journal."""
    for stage in ("inbox", "containment", "reaction", "signed"):
        own_desk.new(stage)
    removed = own_desk.new("reaction", fields={"title": "Ünfall – „3“ Šablonen", "what_happened": "- ? -"})
    own_desk.do(removed, c.RemoveItem(own_desk.record(removed).of("measures")[0].id, "not needed"))
    with other_program(own_desk.address) as program:
        before = program.rows("SELECT no, head, body, about FROM search_text ORDER BY no")
    own_desk.register.close()
    database = open_database(own_desk.address)
    with database.writer.connect() as connection, connection.begin():
        reindex(database, connection)
    database.dispose()
    with other_program(own_desk.address) as program:
        assert program.rows("SELECT no, head, body, about FROM search_text ORDER BY no") == before


def test_that_the_way_down_keeps_the_words(older: str) -> None:
    with other_program(older) as program:
        assert program.one("SELECT count(*) FROM search_text WHERE body = 'words of before'") == 2
        if "://" not in older:
            assert program.one("SELECT count(*) FROM search_fts WHERE search_fts MATCH 'before'") == 2
