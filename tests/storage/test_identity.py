"""A file is opened only when it is a register of this program, and is left byte for byte as it was when not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.storage import schema
from incident_desk.storage.dialects.sqlite import APPLICATION_ID
from incident_desk.storage.engine import open_database
from incident_desk.storage.register import check_file, create_register, needs_upgrade, open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk, make_register

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def register_file(sqlite_address: str) -> Path:
    make_register(sqlite_address).close()
    return Path(sqlite_address)


def refusal(attempt: Callable[[], object]) -> tuple[str, dict[str, object]]:
    with pytest.raises(SurroundingsFailed) as caught:
        attempt()
    return caught.value.code, caught.value.facts


def cut_to(length: int) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, length)


def foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE invoices (no integer)")
    connection.commit()
    connection.close()


def of_another_program(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[68:72] = b"GPKG"
    path.write_bytes(content)


def newer(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (9999).to_bytes(4, "big")
    path.write_bytes(content)


def newer_inside(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def without_settings(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM setting")
    connection.execute("UPDATE chain SET kind = 'x' WHERE kind = 'settings'")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


def zeros(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = bytes(3996)
    path.write_bytes(content)


def letters(path: Path) -> None:
    """SQLite says what is wrong in the letters of the file, which no text can hold then."""
    content = path.read_bytes()
    assert content.count(b"CREATE TABLE chain") == 1
    path.write_bytes(content.replace(b"CREATE TABLE chain", b"CREATE T\xa0BLE chain"))


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (cut_to(0), "register_empty"),
    "cut to some bytes": (cut_to(50), "not_a_register"),
    "cut to its header": (cut_to(100), "register_damaged"),
    "cut to a page": (cut_to(4096), "register_damaged"),
    "cut to the half": (half, "register_damaged"),
    "its first page zeroed": (zeros, "register_damaged"),
    "letters of its plan": (letters, "register_damaged"),
    "a text": (lambda path: path.write_text("Dear all,\n" * 200), "not_a_register"),
    "a picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000)), "not_a_register"),
    "a database of something else": (foreign, "not_a_register"),
    "marked by another program": (of_another_program, "not_a_register"),
    "newer": (newer, "register_newer"),
    "newer inside": (newer_inside, "register_newer"),
    "a register without settings": (without_settings, "not_a_register"),
}


@pytest.mark.parametrize("what", SPOILT)
def test_that_a_spoilt_file_is_refused_and_left_as_it_is(register_file: Path, what: str) -> None:
    spoil, code = SPOILT[what]
    spoil(register_file)
    before = {path.name: path.read_bytes() for path in register_file.parent.iterdir()}
    assert refusal(lambda: open_register(str(register_file))) == (code, {"name": register_file.name})
    assert {path.name: path.read_bytes() for path in register_file.parent.iterdir()} == before
    assert refusal(lambda: create_register(str(register_file))) == ("register_exists", {"name": register_file.name})
    assert {path.name: path.read_bytes() for path in register_file.parent.iterdir()} == before


def test_that_a_missing_file_is_never_made_by_opening_it(tmp_path: Path) -> None:
    for path in (tmp_path / "none.register", tmp_path / "no" / "folder.register", tmp_path):
        assert refusal(lambda path=path: open_register(str(path))) == ("register_missing", {"name": str(path)})  # type: ignore[misc]  # bound now
    assert list(tmp_path.iterdir()) == []


def test_that_a_register_is_marked_in_its_first_bytes(register_file: Path) -> None:
    header = register_file.read_bytes()[:100]
    assert header[:16] == b"SQLite format 3\x00"
    assert header[68:72] == b"INCD" == APPLICATION_ID.to_bytes(4, "big")
    assert int.from_bytes(header[60:64], "big") == schema.NUMBER
    check_file(register_file)
    assert not needs_upgrade(str(register_file))


def test_that_a_register_is_made_in_folders_that_are_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "our ward ä %20 #1?" / "the register.register"
    make_register(str(path)).close()
    register = open_register(str(path))
    assert (register.name, register.path, register.read_only) == ("the register.register", path, False)
    register.close()
    assert [each.name for each in path.parent.iterdir()] == ["the register.register"]


def test_that_nothing_stands_beside_a_closed_register(sqlite_desk: Desk) -> None:
    sqlite_desk.new("signed")
    sqlite_desk.register.close()
    assert [path.name for path in Path(sqlite_desk.address).parent.iterdir()] == [Path(sqlite_desk.address).name]


def test_that_a_register_is_not_made_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    target = tmp_path / "file" / "a.register"
    assert refusal(lambda: create_register(str(target)))[0] in {"folder_not_writable", "register_exists"}


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("oracle://somewhere/x", "address_unknown_kind"), ("https://example.test/x", "address_unknown_kind"),
        ("postgresql://[", "server_unreachable"), ("mariadb://nowhere.invalid/x", "server_unreachable"),
        ("postgresql://nowhere.invalid/x", "server_unreachable"), ("postgresql://127.0.0.1:notaport/x", "address_unreadable"),
        ("postgresql://127.0.0.1:9/x", "server_unreachable"), ("mariadb://127.0.0.1:9/x", "server_unreachable"),
    ],
)  # fmt: skip
def test_that_an_address_that_leads_nowhere_is_told(address: str, code: str) -> None:
    assert refusal(lambda: open_register(address))[0] == code


def test_that_no_password_is_told(postgresql_address: str) -> None:
    wrong = postgresql_address.replace("admin:", "admin:geheim")
    code, facts = refusal(lambda: open_register(wrong))
    assert code == "server_login"
    assert "geheim" not in str(facts)
    for address in ("postgresql://anna:geheim@[", "mariadb://anna:geheim@127.0.0.1:port/x"):
        assert "geheim" not in str(refusal(lambda address=address: open_register(address)))  # type: ignore[misc]  # bound now


def test_that_a_database_that_is_no_register_is_told(address: str) -> None:
    if "://" not in address:
        pytest.skip("files are told above")
    assert refusal(lambda: open_register(address))[0] == "not_a_register"
    assert refusal(lambda: open_register(address.rsplit("/", 1)[0] + "/nothing_here"))[0] == "server_no_register"
    register = make_register(address)
    register.close()
    assert refusal(lambda: create_register(address))[0] == "register_exists"


# --- read only --------------------------------------------------------------------------------------

# Looks at a copy first, so that every module is loaded while the interpreter's folder can still be read.
AS_NOBODY = """
import os, sys
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.submission import Submitter
from incident_desk.usecases.rows import IncidentFilter

def look(path):
    register = open_register(path)
    titles = [row.title for row in register.queries.incidents(IncidentFilter())]
    breaks, found = list(register.verify("full")), len(register.queries.search("pump"))
    told = [f"{register.read_only} {titles}", f"{breaks} {found} {register.take_head().index > 0}"]
    try:
        register.write()
    except SurroundingsFailed as failed:
        told.append(failed.code)
    register.close()
    return told

look(sys.argv[1])
os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    print(*look(sys.argv[2]), sep="\\n")
except SurroundingsFailed as failed:
    print(failed.code)
"""


@pytest.fixture
def readable_by_all(sqlite_desk: Desk) -> Iterator[Path]:
    """A register in a folder that anybody may enter; pytest's own folders are its user's alone."""
    sqlite_desk.new("containment", fields={"title": "Pump"})
    sqlite_desk.register.take_head()
    sqlite_desk.register.close()
    with tempfile.TemporaryDirectory(prefix="incident-desk-tests-") as folder:
        Path(folder).chmod(0o777)
        yield Path(shutil.copy(sqlite_desk.address, Path(folder) / "read me.register"))
        Path(folder).chmod(0o777)


def as_nobody(path: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What somebody without any rights is shown of the register."""
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    seen_first = tmp_path_factory.mktemp("first") / "first.register"
    make_register(str(seen_first)).close()
    done = subprocess.run(
        [sys.executable, "-B", "-c", AS_NOBODY, str(seen_first), str(path)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_that_a_register_that_cannot_be_written_is_opened_for_reading(
    readable_by_all: Path, tmp_path_factory: pytest.TempPathFactory, file: int, folder: int
) -> None:
    readable_by_all.chmod(file)
    readable_by_all.parent.chmod(folder)
    before = readable_by_all.read_bytes()
    told = as_nobody(readable_by_all, tmp_path_factory)
    assert told == ["True ['Pump']", "[] 1 True", "register_read_only"]
    assert readable_by_all.read_bytes() == before
    readable_by_all.parent.chmod(0o777)
    assert [path.name for path in readable_by_all.parent.glob("read me*")] == ["read me.register"]


def test_that_a_reader_without_rights_sees_what_was_saved_last(
    readable_by_all: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Somebody is working on the register: its newest entries stand beside the file still."""
    writer = open_register(str(readable_by_all))
    desk = Desk(writer, Submitter(writer, uuid7, NOBODY), str(readable_by_all))
    desk.do(None, c.RecordIncident({"title": "Newest"}))
    for path in readable_by_all.parent.glob("read me*"):
        path.chmod(0o444)
    readable_by_all.parent.chmod(0o555)
    told = as_nobody(readable_by_all, tmp_path_factory)
    readable_by_all.parent.chmod(0o777)
    writer.close()
    assert told[0] == "True ['Newest', 'Pump']"


def test_that_what_is_opened_for_reading_takes_no_write_while_others_write(sqlite_desk: Desk) -> None:
    """SQLite itself refuses, whatever the rights in the folder are."""
    sqlite_desk.new("containment")
    database = open_database(sqlite_desk.address, read_only=True)
    for engine in (database.writer, database.reader):
        with engine.connect() as connection, pytest.raises(DBAPIError, match="readonly"):
            connection.exec_driver_sql("DELETE FROM setting")
    database.dispose()
    assert sqlite_desk.breaks() == []


def test_that_a_file_that_may_not_even_be_read_is_told(
    readable_by_all: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    readable_by_all.chmod(0o000)
    assert as_nobody(readable_by_all, tmp_path_factory) == ["register_unreachable"]
