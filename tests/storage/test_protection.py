"""A register under a passphrase: only that and its recovery key open it, and everything works as in a plain one."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.domain.directory import AddPerson
from incident_desk.domain.errors import Refused
from incident_desk.storage import keys, schema
from incident_desk.storage.engine import open_database
from incident_desk.storage.register import check_file, open_register
from incident_desk.support.register_files import DATABASE, changing, leaving, salt_of
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.back_up import back_up
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.files_out import write_out
from incident_desk.usecases.look_at_backup import look_at_backup
from incident_desk.usecases.protection import CHANGED, DECRYPTED, ENCRYPTED, Order, protect
from incident_desk.usecases.restore import Order as RestoreOrder
from incident_desk.usecases.restore import restore
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submission
from incident_desk.usecases.unlocking import key_of, must_open, unlock, unlock_by_passphrase, unlock_by_recovery_key
from incident_desk.usecases.upgrade import upgrade
from tests.factories import Desk, make_register, open_desk
from tests.storage.protected import OTHER, PASSPHRASE, changed, closed, decrypted, desk_of, encrypted, start_anew
from tests.storage.step_kills import ROOT, victims

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    data = tmp_path / "data"
    data.mkdir()
    yield wire(data, "en")
    start_anew()


@pytest.fixture
def ward(services: Services, tmp_path: Path) -> Path:
    """An encrypted register whose key this process knows."""
    place = tmp_path / "regs"
    place.mkdir()
    return encrypted(services, place / "Ward.register")


def report(desk: Desk, title: str) -> str:
    return desk.do(None, c.RecordIncident({"title": title})).number


def kinds(register: object) -> list[str]:
    queries = register.queries  # type: ignore[attr-defined]
    return [entry.kind for entry in queries.entries(queries.settings().register_id)]


# --- protected ----------------------------------------------------------------------------------------


def test_that_a_register_that_is_protected_keeps_everything(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "Ward.register"
    with open_desk(str(path)) as desk:
        signed, other = desk.new("signed"), desk.new("containment")
        attach_bytes(desk.submitter, other, b"x" * 3_000_000, uuid7(), name="scan.bin")
        records = desk.record(signed), desk.record(other)
        found = desk.register.queries.search("pump")
    path.chmod(0o640)
    done = protect(services, Order(ENCRYPTED, str(path), "Anna Berg", PASSPHRASE, tmp_path / "key.pdf"))
    again = desk_of(done.register)  # type: ignore[arg-type]  # a real one
    assert (done.register.encrypted, done.copies) == (True, ())
    assert (again.record(signed), again.record(other)) == records
    assert kinds(done.register)[-1] == "encrypted"
    assert done.register.queries.search("pump") == found
    assert found
    assert again.breaks() == []
    done.register.close()
    assert not path.read_bytes().startswith(DATABASE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "key.pdf").stat().st_mode) == 0o600
    assert sorted(each.name for each in tmp_path.iterdir()) == ["Ward.register", "data", "key.pdf"]


def test_that_only_the_passphrase_opens_it(ward: Path, services: Services) -> None:
    start_anew()
    with pytest.raises(SurroundingsFailed, match="passphrase_needed"):
        open_register(str(ward))
    for wrong in ("four words with blank", "", PASSPHRASE.upper()):
        with pytest.raises(Refused, match=r"passphrase_(wrong|missing)"):
            unlock_by_passphrase(services, str(ward), wrong)
    with pytest.raises(SurroundingsFailed, match="passphrase_needed"):
        open_register(str(ward))
    unlock(services, str(ward), PASSPHRASE)
    open_register(str(ward)).close()


def test_that_the_key_is_worked_out_once_and_each_connection_is_encrypted(ward: Path, services: Services) -> None:
    start_anew()
    made = []

    def counted(salt: bytes) -> bytes:
        made.append(salt)
        return key_of(PASSPHRASE, salt)

    assert services.unlock_register(str(ward), counted)
    desk = desk_of(open_register(str(ward)))
    report(desk, "Pump")
    assert desk.breaks() == []
    log = ward.with_name(f"{ward.name}-wal").read_bytes()
    desk.register.close()
    assert made == [salt_of(ward)]
    assert b"Pump" not in log + ward.read_bytes()


def test_that_letters_put_together_in_another_way_are_the_same_passphrase() -> None:
    assert key_of("Z\u00fcrich und Gen\u00e8ve", b"0" * 16) == key_of("Zu\u0308rich und Gene\u0300ve", b"0" * 16)


def test_that_the_recovery_key_opens_it_and_lets_a_new_passphrase_be_set(ward: Path, services: Services) -> None:
    from incident_desk.domain.recovery_key import written

    salt = salt_of(ward)
    assert salt is not None
    typed = written(key_of(PASSPHRASE, salt)).lower()
    start_anew()
    with pytest.raises(Refused, match="recovery_key_wrong"):
        unlock_by_recovery_key(services, str(ward), written(b"1" * 32))
    unlock(services, str(ward), typed)
    changed(services, ward)
    start_anew()
    for old in (typed, PASSPHRASE):
        with pytest.raises(Refused):
            unlock(services, str(ward), old)
    unlock(services, str(ward), OTHER)
    register = open_register(str(ward))
    assert kinds(register)[-2:] == ["encrypted", "passphrase_changed"]
    register.close()


def test_that_a_register_can_be_opened_to_all_again(ward: Path, services: Services) -> None:
    done = decrypted(services, ward)
    assert ward.read_bytes().startswith(DATABASE)
    start_anew()
    register = open_register(str(ward))
    assert not register.encrypted
    assert kinds(register)[-2:] == ["encrypted", "decrypted"]
    assert list(register.verify("full")) == []
    register.close()
    assert done.copies == ()


@pytest.mark.skipif(os.name != "posix", reason="a file that is open is renamed")
def test_that_the_old_file_is_overwritten_before_it_goes(services: Services, tmp_path: Path) -> None:
    path = with_canary(tmp_path)
    with path.open("rb") as old:
        assert b"Canary" in old.read()
        closed(protect(services, Order(ENCRYPTED, str(path), passphrase=PASSPHRASE)))
        old.seek(0)
        assert set(old.read()) == {0}


def test_that_an_old_file_that_has_another_name_is_somebodys_backup(services: Services, tmp_path: Path) -> None:
    path = with_canary(tmp_path)
    os.link(path, tmp_path / "backup")
    closed(protect(services, Order(ENCRYPTED, str(path), passphrase=PASSPHRASE)))
    assert b"Canary" in (tmp_path / "backup").read_bytes()


def test_that_a_second_name_left_by_a_kill_costs_the_register_nothing(services: Services, tmp_path: Path) -> None:
    """It died between giving the old file its second name and the renaming: both are the register."""
    path = with_canary(tmp_path)
    os.link(path, leaving(path))
    register = open_register(str(path))
    assert list(register.verify("full")) == []
    register.close()
    assert not leaving(path).exists()
    os.link(path, leaving(path))
    closed(protect(services, Order(ENCRYPTED, str(path), passphrase=PASSPHRASE)))


def with_canary(folder: Path) -> Path:
    desk = desk_of(make_register(str(folder / "Ward.register")))
    report(desk, "Canary")
    desk.register.close()
    return folder / "Ward.register"


# --- who may, and when not -----------------------------------------------------------------------------


def test_that_only_an_administrator_may(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "Ward.register"
    register = make_register(str(path))
    submitter = desk_of(register).submitter
    for name, role in (("Anna", "administrator"), ("Ben", "reporter")):
        submitter.submit(Submission(uuid7(), (AddPerson(name, (role,)),)))
    register.close()
    before = path.read_bytes()
    for by, code in ((None, "who_are_you"), ("Ben", "not_allowed")):
        with pytest.raises(Refused, match=code):
            protect(services, Order(ENCRYPTED, str(path), by, PASSPHRASE))
    assert path.read_bytes() == before or salt_of(path) is None
    done = closed(protect(services, Order(ENCRYPTED, str(path), "Anna", PASSPHRASE)))
    assert done.register.name == "Ward.register"


@pytest.mark.parametrize(
    ("passphrase", "code"), [("too short", "passphrase_too_short"), ("x" * 1001, "passphrase_too_long")]
)
def test_that_a_passphrase_has_its_length(services: Services, tmp_path: Path, passphrase: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        protect(services, Order(ENCRYPTED, str(tmp_path / "x"), passphrase=passphrase))


def test_that_what_stands_already_is_not_done_twice(ward: Path, services: Services) -> None:
    with pytest.raises(Refused, match="protected_already"):
        protect(services, Order(ENCRYPTED, str(ward), passphrase=PASSPHRASE))
    decrypted(services, ward)
    for kind in (DECRYPTED, CHANGED):
        with pytest.raises(Refused, match="not_protected"):
            protect(services, Order(kind, str(ward), passphrase=PASSPHRASE))


def test_that_the_passphrase_is_asked_once_more_where_somebody_else_may_sit(ward: Path) -> None:
    from incident_desk.domain.recovery_key import written

    salt = salt_of(ward)
    assert salt is not None
    register = open_register(str(ward))
    must_open(register, PASSPHRASE)
    must_open(register, written(key_of(PASSPHRASE, salt)))
    for wrong in (OTHER, written(b"1" * 32)):
        with pytest.raises(Refused, match="passphrase_not_this"):
            must_open(register, wrong)
    register.close()


def test_that_nothing_is_done_while_somebody_else_has_it_open(ward: Path, services: Services) -> None:
    desk = desk_of(open_register(str(ward)))
    report(desk, "Before")
    with pytest.raises(SurroundingsFailed, match="register_open_elsewhere"):
        protect(services, Order(DECRYPTED, str(ward)))
    report(desk, "After")
    assert desk.breaks() == []
    desk.register.close()
    assert sorted(each.name for each in ward.parent.iterdir()) == [ward.name]


def test_that_it_is_left_alone_where_not_everything_holds(services: Services, tmp_path: Path) -> None:
    from tests.storage.other_program import other_program

    path = tmp_path / "Ward.register"
    desk = desk_of(make_register(str(path)))
    report(desk, "Pump")
    desk.register.close()
    with other_program(str(path)) as program:
        program.run("UPDATE incident SET title = 'Something else'")
    with pytest.raises(SurroundingsFailed, match="protection_not_sound"):
        protect(services, Order(ENCRYPTED, str(path), passphrase=PASSPHRASE))
    assert salt_of(path) is None
    assert not changing(path).exists()


@pytest.mark.parametrize("at", [0.0, 0.5, 1.0])
def test_that_what_is_stopped_changes_nothing(services: Services, tmp_path: Path, at: float) -> None:
    path = tmp_path / "Ward.register"
    desk = desk_of(make_register(str(path)))
    for number in range(20):
        report(desk, f"Pump {number}")
    desk.register.close()
    told: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> bool:
        told.append((done, of))
        return done < at * of

    with pytest.raises(Refused, match="stopped"):
        protect(services, Order(ENCRYPTED, str(path), passphrase=PASSPHRASE, paper=tmp_path / "k.pdf"), progress)
    assert salt_of(path) is None
    assert sorted(each.name for each in tmp_path.iterdir()) == ["Ward.register", "data"]
    register = open_register(str(path))
    assert kinds(register)[-1] != "encrypted"
    register.close()


def test_that_a_server_protects_itself(services: Services) -> None:
    with pytest.raises(SurroundingsFailed, match="protection_on_server"):
        protect(services, Order(ENCRYPTED, "postgresql://a:b@c/d", passphrase=PASSPHRASE))


# --- copies -------------------------------------------------------------------------------------------


def test_that_backups_and_what_is_restored_open_without_asking_again(
    ward: Path, services: Services, tmp_path: Path
) -> None:
    desk = desk_of(open_register(str(ward)))
    report(desk, "Kept")
    backup = back_up(desk.register, tmp_path / "backups", services, NOBODY)
    lost = report(desk, "Lost")
    desk.register.close()
    assert salt_of(backup) == salt_of(ward)
    assert look_at_backup(services, backup, str(ward)).loss.numbers == (lost,)
    restored = restore(services, RestoreOrder(backup, tmp_path / "Again.register", "x", str(ward)))
    assert restored.register.encrypted
    assert list(restored.register.verify("full")) == []
    restored.register.close()
    start_anew()
    with pytest.raises(SurroundingsFailed, match="passphrase_needed"):
        look_at_backup(services, backup, None)
    unlock(services, str(backup), PASSPHRASE)
    open_register(str(tmp_path / "Again.register")).close()


def test_that_copies_that_stay_as_they_were_are_named(services: Services, tmp_path: Path) -> None:
    path, backups = tmp_path / "Ward.register", tmp_path / "backups"
    register = make_register(str(path))
    plain = back_up(register, backups, services, NOBODY)
    register.close()
    order = Order(ENCRYPTED, str(path), passphrase=PASSPHRASE, folders=(backups, tmp_path / "not there"))
    done = protect(services, order)
    assert done.copies == (plain,)
    renamed = backups / "Ward-20260101-000000.backup.register"
    old = back_up(done.register, tmp_path / "x", services, NOBODY).rename(renamed)
    done.register.close()
    order = Order(CHANGED, str(path), passphrase=OTHER, folders=(backups,))
    assert set(closed(protect(services, order)).copies) == {plain, old}
    order = Order(DECRYPTED, str(path), folders=(backups,))
    assert closed(protect(services, order)).copies == (old,)


def test_that_an_older_encrypted_register_is_backed_up_and_brought_up_to_date(
    services: Services, tmp_path: Path
) -> None:
    plain = tmp_path / "Older.register"
    shutil.copy(ROOT / "tests" / "registers" / "0.1.0.register", plain)
    _encrypt_as_it_is(services, plain)
    start_anew()
    with pytest.raises(SurroundingsFailed, match="passphrase_needed"):
        upgrade(services, str(plain), tmp_path / "backups")
    unlock(services, str(plain), PASSPHRASE)
    with pytest.raises(SurroundingsFailed, match="register_older"):
        open_register(str(plain))
    backup = upgrade(services, str(plain), tmp_path / "backups")
    assert salt_of(backup) == salt_of(plain)
    register = open_register(str(plain))
    assert register.encrypted
    assert list(register.verify("full")) == []
    register.close()
    check_file(backup)


def _encrypt_as_it_is(services: Services, path: Path) -> None:
    """A register of any version, without an entry."""
    from incident_desk.support.register_files import new_salt
    from incident_desk.usecases.ports import FileKey

    salt = new_salt()
    with services.alone_with(str(path)) as lone:
        lone.rewrite(changing(path), FileKey(salt, key_of(PASSPHRASE, salt)))
    changing(path).replace(path)
    database = open_database(str(path))
    with database.reader.connect() as connection:
        assert schema.revision(connection) in schema.OLDER
    database.dispose()


def test_that_it_can_be_read_where_nobody_may_write(ward: Path) -> None:
    ward.chmod(0o400)
    ward.parent.chmod(0o500)
    try:
        database = open_database(str(ward), read_only=True)
        with database.reader.connect() as connection:
            assert schema.revision(connection) == schema.HEAD
        database.dispose()
        assert [each.name for each in ward.parent.iterdir()] == [ward.name]
    finally:
        ward.parent.chmod(0o700)


def test_that_no_paper_or_export_is_written_over_it(ward: Path) -> None:
    with pytest.raises(Refused, match="file_is_register"):
        write_out(ward, b"a list")


# --- other files --------------------------------------------------------------------------------------


def test_that_a_file_of_another_kind_is_not_asked_for_a_passphrase(services: Services, tmp_path: Path) -> None:
    for number, begins in enumerate((b"%PDF-1.7", b"PK\x03\x04", b"Date;Title;What happened\r\n", b"\xff\xfeD\x00")):
        other = tmp_path / f"{number}.register"
        other.write_bytes(begins + bytes(10_000))
        if number == 2:
            other.write_bytes(begins * 500)
        with pytest.raises(SurroundingsFailed, match="not_a_register"):
            open_register(str(other))
    noise = tmp_path / "noise.register"
    noise.write_bytes(os.urandom(8192).replace(b"%", b"x"))
    with pytest.raises(SurroundingsFailed, match="passphrase_needed"):
        open_register(str(noise))
    with pytest.raises(Refused, match="passphrase_wrong"):
        unlock(services, str(noise), PASSPHRASE)


def test_that_the_standard_library_says_that_it_cannot(
    ward: Path, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    from incident_desk.storage.dialects import sqlite

    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    sqlite.driver.cache_clear()
    try:
        with pytest.raises(SurroundingsFailed, match="encryption_not_here"):
            open_register(str(ward))
        with pytest.raises(SurroundingsFailed, match="encryption_not_here"):
            unlock(services, str(ward), PASSPHRASE)
        plain = ward.with_name("Plain.register")
        make_register(str(plain)).close()
        with pytest.raises(SurroundingsFailed, match="encryption_not_here"):
            protect(services, Order(ENCRYPTED, str(plain), passphrase=PASSPHRASE))
    finally:
        monkeypatch.undo()
        sqlite.driver.cache_clear()


def test_that_a_plain_register_opens_without_what_encryption_needs(tmp_path: Path) -> None:
    path = tmp_path / "Ward.register"
    make_register(str(path)).close()
    look = (
        "import sys; from incident_desk.storage.register import open_register; "
        f"open_register({str(path)!r}).close(); "
        "print([name for name in ('argon2', 'cryptography', 'incident_desk.storage.rewriting') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.strip() == "[]"


# --- kills --------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the victim forks")
@pytest.mark.parametrize("kind", [ENCRYPTED, CHANGED, DECRYPTED] if LONG else [ENCRYPTED])
def test_that_a_kill_leaves_the_one_or_the_other_whole_and_nothing_to_read(
    services: Services, tmp_path: Path, kind: str
) -> None:
    place = tmp_path / "regs"
    place.mkdir()
    path = place / "Ward.register"
    desk = desk_of(make_register(str(path)))
    number = report(desk, "Canary")
    desk.register.close()
    if kind != ENCRYPTED:
        closed(protect(services, Order(ENCRYPTED, str(path), passphrase=PASSPHRASE)))
    content, pins = path.read_bytes(), (services.data_dir / "pins.json").read_bytes() if kind != ENCRYPTED else b"{}"
    seen, step = set(), 1
    with victims("tests.storage.protection_child", path, kind, services.data_dir) as killed_at:
        while killed_at(step):
            seen.add(_state(services, path, kind, number))
            path.write_bytes(content)
            (services.data_dir / "pins.json").write_bytes(pins)
            step += 1 if LONG else EVERY
    assert seen == {"old", "new"}
    assert _state(services, path, kind, number) == "new"


EVERY = 43  # a prime, so that calls and returns both come up


def _state(services: Services, path: Path, kind: str, number: str) -> str:
    """What the next start finds, and that it leaves nothing beside the register."""
    start_anew()
    if salt_of(path) is not None:
        made: list[bytes] = []
        for passphrase in (PASSPHRASE, OTHER):
            if services.unlock_register(str(path), lambda salt, words=passphrase: _quick(words, salt)):  # type: ignore[misc]
                made.append(passphrase.encode())
        assert made
    register = open_register(str(path))
    try:
        assert list(register.verify("full")) == []
        assert register.queries.find_incident(number) is not None
        state = "new" if kinds(register)[-1] == kind else "old"
    finally:
        register.close()
    assert not changing(path).exists()
    assert not leaving(path).exists()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert (b"Canary" in path.read_bytes()) == (salt_of(path) is None)
    return state


_known: dict[tuple[str, bytes], bytes] = {}


def _quick(words: str, salt: bytes) -> bytes:
    if (words, salt) not in _known:
        _known[words, salt] = key_of(words, salt)
    return _known[words, salt]


def test_that_keys_are_told_by_nothing_that_is_printed(ward: Path) -> None:
    salt = salt_of(ward)
    assert salt is not None
    key = key_of(PASSPHRASE, salt)
    from incident_desk.usecases.ports import FileKey

    told = repr(FileKey(salt, key)) + repr(Order(CHANGED, "x", passphrase=PASSPHRASE))
    assert not any(each in told for each in (repr(key), key.hex(), PASSPHRASE))
    assert keys.is_known(salt, key)
