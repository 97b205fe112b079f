"""The private key of a PC that signs: in the system's keyring, or in a file under a passphrase. Never in a register.

`stations.json` says for which registers this PC was enrolled. A key that was unlocked once stays in the memory of the
program, and nowhere else.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from incident_desk.support.files import write_whole
from incident_desk.support.signing import KEY_BYTES, locked, opened

log = logging.getLogger("incident_desk.station_keys")
_SERVICE = "incident-desk signing key"
_ring: dict[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class Enrolled:
    """This PC signs a register as `station`. `in_file`: its key needs a passphrase; else the keyring has it."""

    station: str
    in_file: bool


def enrolled_here(data_dir: Path, register_id: str) -> Enrolled | None:
    """What cannot be read, because somebody spoilt it, enrols nobody."""
    found = _read(data_dir).get(register_id)
    try:
        return None if found is None else Enrolled(str(found["station"]), bool(found["in_file"]))
    except (KeyError, TypeError):
        return None


def keep_in_keyring(data_dir: Path, register_id: str, station: str, private: bytes) -> bool:
    """Whether the system has such a place, and gives back what was put there."""
    import keyring

    try:
        keyring.set_password(_SERVICE, station, private.hex())
        kept = keyring.get_password(_SERVICE, station) == private.hex()
    except Exception:  # noqa: BLE001  # each system's keyring fails in its own way, and none of them matters here
        log.info("this system keeps no keys for programs")
        return False
    if kept:
        _remember(data_dir, register_id, station, private, in_file=False)
    return kept


def keep_in_file(data_dir: Path, register_id: str, station: str, private: bytes, passphrase: str) -> None:
    """Raises OSError; then this PC is not enrolled."""
    path = _file(data_dir, station)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    write_whole(path, locked(private, passphrase))
    path.chmod(0o600)
    _remember(data_dir, register_id, station, private, in_file=True)


def key_of(data_dir: Path, enrolled: Enrolled) -> bytes | None:
    """None while nobody has unlocked it, or where the keyring has lost it."""
    if enrolled.station not in _ring and not enrolled.in_file:
        found = _from_keyring(enrolled.station)
        if found is not None:
            _ring[enrolled.station] = found
    return _ring.get(enrolled.station)


def unlock(data_dir: Path, enrolled: Enrolled, passphrase: str) -> bool:
    """Whether the passphrase opens the file. Raises OSError where there is none."""
    private = opened(_file(data_dir, enrolled.station).read_bytes(), passphrase)
    if private is not None:
        _ring[enrolled.station] = private
    return private is not None


def forget(data_dir: Path, register_id: str) -> None:
    """This PC signs the register no more, and its key is gone. Raises OSError."""
    enrolled = enrolled_here(data_dir, register_id)
    if enrolled is None:
        return
    _ring.pop(enrolled.station, None)
    _write(data_dir, {key: each for key, each in _read(data_dir).items() if key != register_id})
    _file(data_dir, enrolled.station).unlink(missing_ok=True)
    if not enrolled.in_file:
        with suppress(Exception):  # it is of no use to anybody any more
            import keyring

            keyring.delete_password(_SERVICE, enrolled.station)


def lock_all() -> None:
    """As if the program had just been started."""
    _ring.clear()


def _from_keyring(station: str) -> bytes | None:
    import keyring

    try:
        private = bytes.fromhex(keyring.get_password(_SERVICE, station) or "")
    except Exception:  # noqa: BLE001  # as above
        log.warning("the keyring of this system does not answer")
        return None
    return private if len(private) == KEY_BYTES else None


def _remember(data_dir: Path, register_id: str, station: str, private: bytes, *, in_file: bool) -> None:
    _write(data_dir, _read(data_dir) | {register_id: {"station": station, "in_file": in_file}})
    _ring[station] = private


def _file(data_dir: Path, station: str) -> Path:
    return data_dir / "station-keys" / f"{station}.pem"


def _write(data_dir: Path, stations: dict[str, Any]) -> None:
    write_whole(data_dir / "stations.json", json.dumps(stations, indent=1).encode())


def _read(data_dir: Path) -> dict[str, Any]:
    try:
        data = json.loads((data_dir / "stations.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
