"""PCs that sign: what they signed holds, and nobody without their key puts anything in its place. On three engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from incident_desk.app import wire
from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Role
from incident_desk.support import station_keys
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.pins import look_at_pin, pin_head
from incident_desk.usecases.services import Services
from incident_desk.usecases.stations import enrol, signing, unlock_station, withdraw
from incident_desk.usecases.verify_register import verify
from tests.factories import Desk
from tests.storage.other_program import OtherProgram, other_program

WORDS = "three dry words and a lamp"
ADMINISTRATOR = Actor(None, "", frozenset({Role.ADMINISTRATOR}))


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[Services]:
    yield wire(tmp_path / "pc", "en")
    station_keys.lock_all()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> None:
    (tmp_path / "pc").mkdir()


@pytest.fixture
def signed(own_desk: Desk, pc: Services) -> Desk:
    """A register with three signed heads."""
    enrol(pc, own_desk.register, ADMINISTRATOR, "Ward office", WORDS)
    for _ in range(2):
        own_desk.new("inbox")
        pin_head(own_desk.register, pc.data_dir)
    return own_desk


def breaks(desk: Desk) -> list[str]:
    return [each.code for each in desk.register.verify("full")]


def test_that_an_enrolled_pc_signs_each_head_so_that_anybody_can_check_it(signed: Desk, pc: Services) -> None:
    now = signing(signed.register, pc.data_dir)
    newest, queries = now.newest, signed.register.queries
    assert newest is not None and now.sound and now.signer == "Ward office"
    assert (newest.serial, newest.head) == (3, queries.head())
    lines = [
        "incident-desk signed head, version 1", queries.settings().register_id, "1", str(newest.head.index),
        newest.head.hash.hex(), newest.station, "3", str(newest.signed_at), "",
    ]  # fmt: skip
    public = Ed25519PublicKey.from_public_bytes(now.stations[0].public_key)
    public.verify(newest.signature, "\n".join(lines).encode())
    assert breaks(signed) == []


def test_that_nothing_new_is_nothing_to_sign(signed: Desk, pc: Services) -> None:
    before = signed.register.queries.newest_signed()
    pin_head(signed.register, pc.data_dir)
    assert signed.register.queries.newest_signed() == before


def test_that_the_key_lies_in_no_register_and_opens_with_its_passphrase_alone(signed: Desk, pc: Services) -> None:
    register_id = signed.register.queries.settings().register_id
    enrolled = station_keys.enrolled_here(pc.data_dir, register_id)
    assert enrolled is not None
    private = station_keys.key_of(pc.data_dir, enrolled)
    assert private is not None
    for path in (path for path in pc.data_dir.rglob("*") if path.is_file()):
        assert private not in path.read_bytes() and private.hex().encode() not in path.read_bytes()
    (file,) = (pc.data_dir / "station-keys").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    station_keys.lock_all()
    signed.new("inbox")
    pin_head(signed.register, pc.data_dir)
    now = signing(signed.register, pc.data_dir)
    assert now.locked and now.newest is not None and now.newest.serial == 3
    with pytest.raises(Refused, match="passphrase_not_of_station"):
        unlock_station(signed.register, pc.data_dir, "another dozen letters")
    unlock_station(signed.register, pc.data_dir, WORDS)
    now = signing(signed.register, pc.data_dir)
    assert not now.locked and now.newest is not None and now.newest.serial == 4
    file.unlink()
    with pytest.raises(SurroundingsFailed, match="station_key_gone"):
        unlock_station(signed.register, pc.data_dir, WORDS)


def forged(program: OtherProgram) -> None:
    program.run("UPDATE signed_head SET signature = ? WHERE serial = 2", b"\x07" * 64)


def of_another_moment(program: OtherProgram) -> None:
    program.run("UPDATE signed_head SET signed_at = signed_at - 1 WHERE serial = 2")


def one_out(program: OtherProgram) -> None:
    program.run("DELETE FROM signed_head WHERE serial = 2")


def all_out(program: OtherProgram) -> None:
    program.run("DELETE FROM signed_head")


def by_a_stranger(program: OtherProgram) -> None:
    program.run("UPDATE signed_head SET station = ? WHERE serial = 3", b"\x01" * 16)


def rewritten(program: OtherProgram) -> None:
    last = program.one("SELECT max(log_index) FROM signed_head")
    program.run("UPDATE log SET log_hash = ? WHERE log_index = ?", b"\x02" * 32, last)


@pytest.mark.parametrize(("tamper", "told"), [
    (forged, "signature_forged"), (of_another_moment, "signature_forged"), (one_out, "signature_missing"),
    (all_out, "signatures_gone"), (by_a_stranger, "signer_unknown"), (rewritten, "signed_otherwise"),
])  # fmt: skip
def test_that_what_was_done_to_signatures_is_named(
    signed: Desk, address: str, tamper: Callable[[OtherProgram], None], told: str
) -> None:
    with other_program(address) as program:
        tamper(program)
    assert told in breaks(signed)


def test_that_a_signature_this_pc_saw_is_missed_when_the_newest_is_taken_out(
    signed: Desk, address: str, pc: Services
) -> None:
    with other_program(address) as program:
        program.run("DELETE FROM signed_head WHERE serial = 3")
    assert breaks(signed) == []
    assert [each.code for each in look_at_pin(signed.register, pc.data_dir).breaks] == ["signature_seen_is_gone"]
    assert not verify(signed.register, pc.data_dir).holds


def test_that_a_withdrawn_pc_signs_no_more_and_a_stolen_key_is_noticed(signed: Desk, pc: Services) -> None:
    register_id = signed.register.queries.settings().register_id
    with pytest.raises(Refused, match="station_unknown"):
        withdraw(pc, signed.register, ADMINISTRATOR, "Somebody else's")
    enrolled = station_keys.enrolled_here(pc.data_dir, register_id)
    assert enrolled is not None
    stolen = station_keys.key_of(pc.data_dir, enrolled)
    withdraw(pc, signed.register, ADMINISTRATOR, "Ward office")
    assert station_keys.enrolled_here(pc.data_dir, register_id) is None
    assert not list((pc.data_dir / "station-keys").iterdir())
    signed.new("inbox")
    pin_head(signed.register, pc.data_dir)
    before = signed.register.queries.newest_signed()
    assert before is not None and before.serial == 3 and breaks(signed) == []
    assert stolen is not None
    head = signed.register.take_head()
    later = replace(before, head=head, serial=4)
    from incident_desk.support.signing import sign

    signed.register.add_signed_head(replace(later, signature=sign(stolen, later.note(register_id))))
    assert breaks(signed) == ["signed_after_withdrawal"]


def test_that_only_an_administrator_enrols_and_each_pc_once(own_desk: Desk, pc: Services, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        enrol(pc, own_desk.register, Actor(None, "", frozenset({Role.COORDINATOR})), "Mine", WORDS)
    with pytest.raises(Refused, match="passphrase_too_short"):
        enrol(pc, own_desk.register, ADMINISTRATOR, "Mine", "short")
    with pytest.raises(Refused, match="name_missing"):
        enrol(pc, own_desk.register, ADMINISTRATOR, "  ", WORDS)
    assert own_desk.register.queries.settings().stations == {}
    enrol(pc, own_desk.register, ADMINISTRATOR, "Mine", WORDS)
    with pytest.raises(Refused, match="station_enrolled_already"):
        enrol(pc, own_desk.register, ADMINISTRATOR, "Mine again", WORDS)
    other = wire(tmp_path / "other", "en")
    with pytest.raises(Refused, match="station_name_taken"):
        enrol(other, own_desk.register, ADMINISTRATOR, "Mine", WORDS)


class KeyringInMemory(KeyringBackend):
    """What the keyring of a desktop does for programs."""

    priority = -1  # so that nobody finds it who does not ask for it

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library's own
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def in_memory() -> Iterator[KeyringInMemory]:
    before = keyring.get_keyring()
    kept = KeyringInMemory()
    keyring.set_keyring(kept)
    yield kept
    keyring.set_keyring(before)


def test_that_a_keyring_keeps_the_key_and_nobody_is_asked(
    sqlite_desk: Desk, pc: Services, in_memory: KeyringInMemory
) -> None:
    enrol(pc, sqlite_desk.register, ADMINISTRATOR, "Ward office")
    station_keys.lock_all()
    sqlite_desk.new("inbox")
    pin_head(sqlite_desk.register, pc.data_dir)
    now = signing(sqlite_desk.register, pc.data_dir)
    assert now.newest is not None and now.newest.serial == 2 and not now.locked
    withdraw(pc, sqlite_desk.register, ADMINISTRATOR, "Ward office")
    assert in_memory.kept == {}


def test_that_a_pc_without_a_keyring_asks_for_a_passphrase(sqlite_desk: Desk, pc: Services) -> None:
    with pytest.raises(Refused, match="station_needs_passphrase"):
        enrol(pc, sqlite_desk.register, ADMINISTRATOR, "Ward office")
    assert sqlite_desk.register.queries.settings().stations == {}
    assert not (pc.data_dir / "stations.json").exists()


def test_that_a_lost_keyring_is_a_weaker_watch_and_stops_nobody(
    sqlite_desk: Desk, pc: Services, in_memory: KeyringInMemory
) -> None:
    enrol(pc, sqlite_desk.register, ADMINISTRATOR, "Ward office")
    station_keys.lock_all()
    in_memory.kept.clear()
    sqlite_desk.new("inbox")
    pin_head(sqlite_desk.register, pc.data_dir)
    newest = sqlite_desk.register.queries.newest_signed()
    assert newest is not None and newest.serial == 1
