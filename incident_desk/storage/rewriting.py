"""A register file that is written anew as a whole: under another key, or under none.

While that goes on nobody else has the file open, in this program or another: nobody could follow to the new one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from incident_desk.storage import keys
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.engine import trouble_of_driver
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.ports import FileKey, Progress
from incident_desk.usecases.stopping import tell

_LOOK_EVERY = 20_000  # steps of the database between two looks: some milliseconds
_KEPT = ("application_id", "user_version")  # what a database says of itself beside its content


class LoneFile:
    """See `usecases.ports.LoneFile`."""

    def __init__(self, path: Path, connection: Any) -> None:
        self._path = path
        self._connection = connection

    def rewrite(self, target: Path, key: FileKey | None, progress: Progress | None = None) -> None:
        if key is not None:
            keys.remember(key.salt, key.key)
        self._watched(target, progress, lambda: self._export(target, key))

    def let_go(self) -> None:
        if os.name != "posix":
            self._connection.close()

    def _export(self, target: Path, key: FileKey | None) -> None:
        run = self._connection.execute
        run("ATTACH DATABASE ? AS anew KEY ?", (str(target), keys.raw(key.salt, key.key) if key else ""))
        try:
            run("PRAGMA anew.secure_delete=ON")
            run("PRAGMA anew.synchronous=FULL")
            run("SELECT sqlcipher_export('anew')")
            for name in _KEPT:
                run(f"PRAGMA anew.{name}={run(f'PRAGMA main.{name}').fetchone()[0]}")
        finally:
            with suppress(sqlite.driver().Error):  # what ended it early is what is told
                run("DETACH DATABASE anew")

    def _watched(self, target: Path, progress: Progress | None, work: Callable[[], None]) -> None:
        """Tells how far the new file has grown, and breaks off where that is asked."""
        of, stopped = self._path.stat().st_size, []

        def look() -> int:
            done = target.stat().st_size if target.exists() else 0
            if progress is not None and not progress(min(done, of), of):
                stopped.append(True)
            return bool(stopped)

        self._connection.set_progress_handler(look, _LOOK_EVERY)
        try:
            work()
        except sqlite.driver().Error as error:
            if stopped:
                tell(lambda *_: False, 0, 0)
            raise trouble_of_driver(error, target.name) from error
        finally:
            self._connection.set_progress_handler(None, 0)


@contextmanager
def alone_with(address: str) -> Iterator[LoneFile]:
    """The register file of an address, locked against everybody until the block ends."""
    path = Path(address)
    if not sqlite.encrypts():
        raise SurroundingsFailed("encryption_not_here", name=path.name)
    try:
        with closing(sqlite.connector(path, sqlite.key_for(path), read_only=False)()) as connection:
            _lock(connection, path.name)
            yield LoneFile(path, connection)
    except sqlite.driver().Error as error:
        if "locked" in str(error):
            raise SurroundingsFailed("register_open_elsewhere", name=path.name) from error
        raise trouble_of_driver(error, path.name) from error


def _lock(connection: Any, name: str) -> None:
    """A log beside the file is given up only by who has the file alone; then the file itself is held.

    In this order nothing stays beside the file that a later opening would write into the one that took its place.
    """
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":  # somebody was faster
        raise SurroundingsFailed("register_open_elsewhere", name=name)
