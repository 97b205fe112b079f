"""Without sqlcipher3 the standard library's SQLite does the same, with a rollback journal instead of WAL."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk, open_desk


@pytest.fixture
def without_sqlcipher3(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on a system for which there is no sqlcipher3: its import fails."""
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    sqlite.driver.cache_clear()
    yield
    monkeypatch.undo()
    sqlite.driver.cache_clear()


def journal_mode(path: str) -> str:
    connection = sqlite3.connect(path)
    try:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    finally:
        connection.close()


def test_that_the_usual_driver_is_a_current_sqlite() -> None:
    assert sqlite.driver().__name__.startswith("sqlcipher3")
    assert sqlite.driver().sqlite_version_info >= sqlite.WAL_SAFE_SINCE


@pytest.mark.usefixtures("without_sqlcipher3")
def test_that_a_register_works_with_the_standard_library(sqlite_address: str) -> None:
    assert sqlite.driver() is sqlite3
    with open_desk(sqlite_address) as desk:
        incident = desk.new("signed")
        other = desk.new("containment")
        desk.do(other, c.ChangeFields({"title": "Überdruck"}), c.AddNote("x"))
        attach_bytes(desk.submitter, other, b"x" * 3_000_000, uuid7(), name="a.bin")
        assert [each.row.id for each in desk.register.queries.search("uberdruck")] == [other]
        assert desk.register.take_head().index > 0
        assert desk.breaks() == []
        signed = desk.record(incident)
    if sqlite3.sqlite_version_info < sqlite.WAL_SAFE_SINCE:
        assert journal_mode(sqlite_address) == "delete"
    assert [path.name for path in Path(sqlite_address).parent.glob("*.register*")] == [Path(sqlite_address).name]
    register = open_register(sqlite_address)
    assert register.queries.record("incident", incident) == signed
    register.close()


def test_that_a_register_of_the_standard_library_opens_with_the_usual_driver(
    sqlite_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    sqlite.driver.cache_clear()
    with open_desk(sqlite_address) as desk:
        incident = desk.new("containment", fields={"title": "Written with a rollback journal"})
    monkeypatch.undo()
    sqlite.driver.cache_clear()
    register = open_register(sqlite_address)
    desk = Desk(register, Submitter(register, uuid7, NOBODY), sqlite_address)
    desk.do(incident, c.AddNote("and went on"), c.ChangeFields({"title": "With the usual driver"}))
    assert [row.row.title for row in register.queries.search("usual")] == ["With the usual driver"]
    assert desk.breaks() == []
    register.close()


def test_that_an_old_library_refuses_an_index_it_cannot_use(
    sqlite_address: str, request: pytest.FixtureRequest
) -> None:
    """Opened with an older SQLite, the first save would fail; so it is told at once, and nothing is touched."""
    if sqlite3.sqlite_version_info >= sqlite.SECURE_DELETE_SINCE:
        pytest.skip("this SQLite is new enough")
    with open_desk(sqlite_address) as desk:
        incident = desk.new("containment")
        desk.do(incident, c.ChangeFields({"title": "Changed, so the index was cleaned"}))
    before = Path(sqlite_address).read_bytes()
    request.getfixturevalue("without_sqlcipher3")
    with pytest.raises(SurroundingsFailed, match="register_newer"):
        open_register(sqlite_address)
    assert Path(sqlite_address).read_bytes() == before


@pytest.mark.usefixtures("without_sqlcipher3")
def test_that_a_register_that_is_no_file_of_ours_is_refused_alike(tmp_path: Path) -> None:
    path = tmp_path / "x.register"
    path.write_bytes(b"")
    with pytest.raises(SurroundingsFailed, match="register_empty"):
        open_register(str(path))
