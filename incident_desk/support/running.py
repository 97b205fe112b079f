"""A mark on this PC for each program that runs: one that is still there when its program is not tells of a bad end.

Each program has a file of its own, so that two at once are no crash. It is held by a lock that goes with the program,
however that ends; where there are no such locks its number is asked for.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from incident_desk.support.processes import is_running

_FOLDER, _ENDING = "running", ".json"


@dataclass(frozen=True, slots=True)
class BadEnd:
    """What a program left that did not end by itself. `register_id` "" where it had none open yet; `faults_from`: from
    which byte on the file of faults is about it.
    """

    path: Path
    register_id: str
    faults_from: int

    def forget(self) -> None:
        """It was told. One that cannot be taken away is told again."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


class RunningMark:
    """Of this program, from now until `end`. Raises OSError; a program without a mark works all the same."""

    def __init__(self, data_dir: Path) -> None:
        folder = data_dir / _FOLDER
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._path = folder / f"{os.getpid()}-{time.time_ns()}{_ENDING}"
        unfinished = self._path.with_suffix(".tmp")
        self._file: BinaryIO = os.fdopen(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "r+b")
        _lock(self._file)
        self._says: dict[str, Any] = {
            "pid": os.getpid(),
            "register_id": "",
            "faults_from": _faults_size(data_dir),
            "leaving": False,
        }
        self._write()
        if sys.platform == "win32":  # which renames nothing that is open
            self._file.close()
            unfinished.replace(self._path)
            self._file = self._path.open("r+b")
        else:
            unfinished.replace(self._path)

    @property
    def path(self) -> Path:
        return self._path

    def say_register(self, register_id: str, address: str = "") -> None:
        """Waits for the disk, so that a power cut is noticed too. Raises OSError."""
        self._says |= {"register_id": register_id, "address": address}
        self._write()
        os.fsync(self._file.fileno())

    def say_leaving(self, leaving: bool) -> None:
        """The system is about to end everything: no bad end, should it not wait for us. Raises OSError."""
        self._says["leaving"] = leaving
        self._write()

    def end(self) -> None:
        """The program ends as it should."""
        self._file.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _write(self) -> None:
        self._file.seek(0)
        self._file.write(json.dumps(self._says).encode())
        self._file.truncate()
        self._file.flush()


def marks_of(data_dir: Path, address: str) -> list[Path]:
    """Of programs that run and have this register open."""
    return [path for path in _marks(data_dir) if _runs_with(path, address)]


def _runs_with(path: Path, address: str) -> bool:
    try:
        with path.open("r+b") as file:
            return not _is_left(file, path) and _read(file).get("address") == address
    except OSError:
        return False


def _marks(data_dir: Path) -> list[Path]:
    try:
        return sorted((data_dir / _FOLDER).glob(f"*{_ENDING}"))
    except OSError:
        return []


def bad_ends(data_dir: Path) -> list[BadEnd]:
    """Of programs of this PC that did not come to tell."""
    return [end for path in _marks(data_dir) if (end := _bad_end(path)) is not None]


def _bad_end(path: Path) -> BadEnd | None:
    try:
        with path.open("r+b") as file:
            if not _is_left(file, path):
                return None
            says = _read(file)
    except OSError:
        return None
    end = BadEnd(path, str(says.get("register_id", "")), int(says.get("faults_from", 0)))
    if says.get("leaving"):
        end.forget()
        return None
    return end


def _read(file: BinaryIO) -> dict[str, Any]:
    """A power cut may leave a file without its content."""
    try:
        says = json.loads(file.read())
    except ValueError:
        return {}
    return says if isinstance(says, dict) else {}


def _is_left(file: BinaryIO, path: Path) -> bool:
    held = _lock(file)
    if held is not None:
        return held
    number = path.name.partition("-")[0]
    return number.isdigit() and not is_running(int(number))


def _lock(file: BinaryIO) -> bool | None:
    """Whether nobody else holds it; None where that cannot be said."""
    if sys.platform == "win32":
        return None
    import fcntl

    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _faults_size(data_dir: Path) -> int:
    try:
        return (data_dir / "logs" / "faults.log").stat().st_size
    except OSError:
        return 0
