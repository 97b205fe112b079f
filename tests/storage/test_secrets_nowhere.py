"""Canaries: passphrase, key and a patient's name stand in no file but where somebody asked for them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.recovery_key import written
from incident_desk.support.register_files import salt_of
from incident_desk.usecases.unlocking import key_of, unlock
from tests.storage.protected import desk_of, start_anew
from tests.storage.secrets_child import PASSPHRASE, PATIENT

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the child is killed by a signal")
def test_that_secrets_occur_in_no_file(tmp_path: Path) -> None:
    places = {name: tmp_path / name for name in ("data", "temp", "regs", "out")}
    for place in places.values():
        place.mkdir()
    environment = {
        **os.environ,
        "TMPDIR": str(places["temp"]),
        "SQLITE_TMPDIR": str(places["temp"]),
        "HOME": str(places["temp"]),
    }
    told = subprocess.run(
        [sys.executable, "-m", "tests.storage.secrets_child", *map(str, places.values())],
        cwd=ROOT, env=environment, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert told.returncode == -signal.SIGKILL, told.stderr.decode()
    register = places["regs"] / "Ward.register"
    key = _key(register)
    found = {"output": told.stdout + told.stderr}
    found |= {str(each): each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    assert register.with_name(f"{register.name}-wal").stat().st_size > 0  # killed while it held work
    assert len(found) > 5
    asked_for = {str(places["out"] / name) for name in ("incident.pdf", "key.pdf", "control.register")}
    for canary in _spellings(key):
        hits = [name for name, content in found.items() if canary in content and name not in asked_for]
        assert hits == [], canary
    _finds_what_is_there(found, places, tmp_path)


def _key(register: Path) -> bytes:
    salt = salt_of(register)
    assert salt is not None
    return key_of(PASSPHRASE, salt)


def _spellings(key: bytes) -> list[bytes]:
    letters = written(key)
    texts = [PASSPHRASE, PATIENT, key.hex(), key.hex().upper(), letters, letters.replace(" ", "")]
    coded = [each.encode(coding) for each in texts for coding in ("utf-8", "utf-16-le")]
    return [key, *coded]


def _finds_what_is_there(found: dict[str, bytes], places: dict[str, Path], tmp_path: Path) -> None:
    """The control: the register holds the patient once it is unlocked, and a plain one would have been noticed."""
    services = wire(tmp_path / "data", "en")
    path = places["regs"] / "Ward.register"
    unlock(services, str(path), PASSPHRASE)
    desk = desk_of(services.open_register(str(path)))  # type: ignore[arg-type]  # a real one
    assert desk.register.queries.search(PATIENT)
    assert desk.breaks() == []
    desk.register.close()
    start_anew()
    assert PATIENT.encode() in found[str(places["out"] / "control.register")]


def test_that_an_error_of_the_driver_tells_no_key(tmp_path: Path) -> None:
    """Neither its text nor what stands behind it."""
    import traceback

    from incident_desk.domain.errors import Refused
    from tests.storage.protected import encrypted

    services = wire(tmp_path, "en")
    path = encrypted(services, tmp_path / "Ward.register", PASSPHRASE)
    wrong = "a canary that is wrong"
    start_anew()
    with pytest.raises(Refused, match="passphrase_wrong") as raised:
        unlock(services, str(path), wrong)
    salt = salt_of(path)
    assert salt is not None
    trace = "".join(traceback.format_exception(raised.value))
    assert not any(each in trace for each in (wrong, key_of(wrong, salt).hex()))
    unlock(services, str(path), PASSPHRASE)
    desk = desk_of(services.open_register(str(path)))  # type: ignore[arg-type]  # a real one
    desk.do(None, c.RecordIncident({"title": "x"}))
    desk.register.close()
    start_anew()
