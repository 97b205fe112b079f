"""A register of every released version opens in this one, verifies, and can be worked on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_desk import __version__
from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.domain.records import Record, fold
from incident_desk.domain.vocabulary import Status
from incident_desk.storage.register import needs_upgrade, open_register, upgrade_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.find_records import find_records
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk, open_desk
from tests.registers.make import FOLDER, STORY, fill
from tests.storage.test_state_machine import TAKEN

VERSIONS = sorted(FOLDER.glob("*.register"))


@pytest.fixture(params=VERSIONS, ids=lambda path: path.stem)
def old_desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A copy of an old register, brought up to date and opened."""
    copy = Path(shutil.copy(request.param, tmp_path / "old.register"))
    before = request.param.read_bytes()
    if needs_upgrade(str(copy)):
        upgrade_register(str(copy))
    register = open_register(str(copy))
    yield Desk(register, Submitter(register, uuid7, NOBODY), str(copy)).acting_as("Anna Berg")
    register.close()
    assert request.param.read_bytes() == before


def test_that_this_version_has_its_register() -> None:
    assert FOLDER / f"{__version__}.register" in VERSIONS


def test_that_an_old_register_verifies(old_desk: Desk) -> None:
    head = old_desk.register.queries.head()
    assert head.index > 80
    assert old_desk.breaks() == []
    assert old_desk.register.verified_counts()[1] > head.index
    assert old_desk.register.take_head().index == old_desk.register.verified_counts()[1]
    assert old_desk.breaks() == []


def test_that_an_old_register_shows_what_it_held(old_desk: Desk) -> None:
    queries = old_desk.register.queries
    rows = queries.incidents(IncidentFilter(), limit=100)
    assert {status: sum(row.status is status for row in rows) for status in Status} == {
        Status.INBOX: 4, Status.OPEN: 9, Status.CONCLUDED: 1, Status.NOT_REPORTABLE: 1, Status.JOINED: 1, Status.VOID: 1,
    }  # fmt: skip
    found = queries.search("überdruck o'brien 日本")
    assert len(found) == 6
    assert {old_desk.record(hit.row.id).values["what_happened"] for hit in found} == {STORY}
    taken = set()
    for row in rows:
        entries = queries.entries(row.id)
        taken |= {entry.kind for entry in entries}
        assert fold(Record(row.id, "incident"), entries) == old_desk.record(row.id)
    assert taken == TAKEN
    (attached,) = [item for row in rows for item in old_desk.record(row.id).of("attachments")]
    assert b"".join(queries.content(bytes.fromhex(attached.values["sha256"]))) == bytes(range(256)) * 8
    assert {person.name: person.active for person in queries.people()}["Rosa Reporter"] is False
    assert queries.settings().address == "1 Main Road\nTown"


def test_that_an_old_register_finds_what_this_version_looks_through(old_desk: Desk) -> None:
    queries, names = old_desk.register.queries, old_desk.submitter.names()
    found = {text: find_records(queries, names, text, 50) for text in ("photo", "maria train", "berdruck", "zebra")}
    assert [len(rows) for rows in found.values()] == [1, 1, 6, 0]
    assert [rows[0].where for rows in list(found.values())[:2]] == ["attachments.name", "actions.owner"]


def test_that_an_old_register_can_be_worked_on(old_desk: Desk) -> None:
    before = {row.number for row in old_desk.register.queries.incidents(IncidentFilter(), limit=100)}
    incident = old_desk.new("signed")
    assert old_desk.record(incident).values["number"] not in before
    old = old_desk.register.queries.incidents(IncidentFilter(statuses=frozenset({Status.CONCLUDED})), limit=1)[0]
    old_desk.do(old.id, c.ReopenIncident("Seen again"), c.ChangeFields({"summary": "Newer words"}))
    assert old_desk.breaks() == []


def test_that_a_register_made_today_holds_the_same(sqlite_address: str) -> None:
    """What `make` writes is still what the tests above expect."""
    with open_desk(sqlite_address) as desk:
        fill(desk)
        rows = desk.register.queries.incidents(IncidentFilter(), limit=100)
        kinds = {entry.kind for row in rows for entry in desk.register.queries.entries(row.id)}
        assert kinds == TAKEN
        assert desk.breaks() == []
