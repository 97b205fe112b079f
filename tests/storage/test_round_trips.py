"""How often a save waits for the server: what makes it fast where the server is far away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from incident_desk.domain import commands as c
from incident_desk.domain.chains import ACCESS
from incident_desk.domain.context import NOBODY
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.access import log_access
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk
from tests.storage.wire import wire_to

# From BEGIN to COMMIT; besides, a connection from the pool is asked first whether it still stands.
LIMITS = {"postgresql": 1 + 5, "mariadb": 1 + 7}


def an_edit(desk: Desk, incident: str) -> None:
    changes = c.ChangeFields({"title": uuid7(), "extent_areas": uuid7(), "cause": uuid7()})
    desk.do(incident, changes, c.AddItem("whys", {"what": uuid7()}), c.AddItem("measures", {"what": uuid7()}))


def a_report(desk: Desk, incident: str) -> None:
    desk.do(None, c.RecordIncident({"what_happened": uuid7(), "place": "Ward 3"}))


def an_access(desk: Desk, incident: str) -> None:
    log_access(desk.register, uuid7, NOBODY, "printed", {"sha256": "0" * 64})


@pytest.mark.parametrize("act", [an_edit, a_report, an_access])
def test_that_a_save_takes_few_round_trips(desk: Desk, act: Callable[[Desk, str], None]) -> None:
    if "://" not in desk.address:
        pytest.skip("a file has no round trips")
    incident = desk.new("containment")
    with wire_to(desk.address) as wire:
        register = open_register(wire.address)
        there = Desk(register, Submitter(register, uuid7, desk.submitter.actor), wire.address)
        an_edit(there, incident)  # connects
        before = wire.turns_of_saves()
        act(there, incident)
        taken = wire.turns_of_saves() - before
        register.close()
    assert 3 <= taken <= LIMITS[desk.address.split(":")[0]]
    assert desk.breaks() == []


def test_that_the_size_of_a_record_takes_no_more_of_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every statement that a save carries out, whether or not it travels with others."""
    seen: list[str] = []
    incident = desk.new("containment")

    def statements() -> int:
        seen.clear()
        an_edit(desk, incident)
        return len(seen)

    def overheard(connection: sa.Connection, text: str, rows: Sequence[tuple[Any, ...]] = ((),)) -> Any:
        seen.append(text)
        return tell(connection, text, rows)

    tell = sqlite.tell  # what a file is written with goes past SQLAlchemy
    monkeypatch.setattr(sqlite, "tell", overheard)
    sa.event.listen(desk.register._database.writer, "before_cursor_execute", lambda *each: seen.append(each[2]))
    first = statements()
    for _ in range(20):
        an_edit(desk, incident)
    assert statements() == first > 5


def test_that_a_large_save_goes_in_several_parts(desk: Desk) -> None:
    """More than one packet of MariaDB, which refuses larger ones."""
    incident = desk.new("containment")
    with desk.register.write() as work:
        record = work.lock("incident", [incident])[incident]
        long = [EntryDraft("noted", {"text": chr(97 + n) * 3_000_000}, frozenset({"text"})) for n in range(6)]
        work.append(record, long, None, op_id := uuid7(), work.now())
        work.commit(op_id, {})
    assert [len(entry.data["text"]) for entry in desk.register.queries.entries(incident)[-6:]] == [3_000_000] * 6
    assert desk.breaks() == []


def test_that_text_of_any_kind_travels_unchanged(desk: Desk, tmp_path: Path) -> None:
    incident, text = desk.new("containment"), "a'b\"c\\d;e%s %(x)s :y ?\n-- z /* \u2028 😀 `"
    desk.do(incident, c.ChangeFields({"cause": text, "extent_areas": text.replace("\n", "")}))
    assert desk.record(incident).values["cause"] == text
    content = bytes(range(256)) * 5
    attach_bytes(desk.submitter, incident, content, uuid7(), name="bytes.bin")
    item = desk.record(incident).of("attachments")[0]
    assert b"".join(desk.register.queries.content(bytes.fromhex(item.values["sha256"]))) == content
    assert desk.breaks() == []


def test_that_an_entry_of_the_access_log_reads_none_of_those_before(own_desk: Desk) -> None:
    """One among them cannot be read by this program at all."""
    register = own_desk.register
    chain = register.queries.chain_of(ACCESS)
    with register.write() as work:
        record = work.lock_to_append(ACCESS, chain)
        work.append(record, [EntryDraft("printed", {}, version=1)], None, op_id := uuid7(), work.now())
        work.commit(op_id, {})
        position = record.position + 1
    with register._database.writer.connect() as connection, connection.begin():
        connection.execute(sa.text("UPDATE journal SET version = 99 WHERE kind = 'printed'"))
    log_access(register, uuid7, own_desk.submitter.actor, "printed", {"sha256": "0" * 64})
    with register.write() as work:
        assert work.lock_to_append(ACCESS, chain).position == position + 1
    with pytest.raises(SurroundingsFailed, match="entry_newer"):
        register.queries.entries(chain)
