"""Verify, the file: what SQLite itself finds wrong with it, beside the rest of the check.

That is one statement which tells nothing until it ends, after minutes in a large register. It runs in a thread of its
own, so that the rest goes on meanwhile, and is broken off when nobody waits for it any more. Servers check themselves.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from incident_desk.storage.engine import Database

_LOOK = 0.1  # seconds between two looks whether it has ended


class FileCheck:
    """Begins at once. Used as a context: whatever ends that, the thread has ended after it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._problems: list[str] = []
        self._error: SQLAlchemyError | None = None
        self._left = ExitStack()

    def __enter__(self) -> FileCheck:
        with self._left as left:
            connection = left.enter_context(self._database.snapshot())
            self._raw: Any = connection.connection.driver_connection
            self._thread = threading.Thread(target=self._run, args=(connection,), daemon=True)
            self._thread.start()
            self._left = left.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        with self._left:
            while self._thread.is_alive():  # an interruption between two statements stops neither
                self._raw.interrupt()
                self._thread.join(_LOOK)

    def _run(self, connection: Any) -> None:
        try:
            self._problems = self._database.dialect.structure_problems(connection)
        except SQLAlchemyError as error:
            self._error = error

    def problems(self, wanted: Callable[[], bool]) -> list[str]:
        """What was found, once it has ended. Nothing as soon as it is not `wanted` any more."""
        while self._thread.is_alive():
            if not wanted():
                return []
            self._thread.join(_LOOK)
        if self._error is not None:
            raise self._error
        return self._problems
