"""Readings that may be broken off: a register is left at once, however long somebody's question would take.

Only what a thread asks inside `Readings.begun` is ever touched. Whoever writes asks and writes outside of it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from incident_desk.domain.errors import Refused
from incident_desk.storage.engine import Database

_FIRST_PAUSE, _PATIENCE = 0.02, 2.0  # seconds


class Interrupted(Refused):
    """The statement was broken off, or was none that anybody still waits for."""

    def __init__(self) -> None:
        super().__init__("stopped")


@dataclass(eq=False, slots=True)
class _Asked:
    """A connection that carries a question out."""

    connection: Any  # the driver's
    hit: bool = False


@dataclass(eq=False, slots=True)
class _Reading:
    asked: list[_Asked] = field(default_factory=list)  # the last one is at work
    stopped: bool = False


class Readings:
    """Those of one open register."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._changed = threading.Condition()
        self._open: list[_Reading] = []
        self._here = threading.local()

    @contextmanager
    def begun(self) -> Iterator[None]:
        """What this thread asks meanwhile may be broken off; it must write nothing."""
        reading = _Reading()
        with self._changed:
            self._open.append(reading)
        self._here.reading = reading
        try:
            yield
        finally:
            self._here.reading = None
            with self._changed:
                self._open.remove(reading)
                self._changed.notify_all()

    @contextmanager
    def asking(self, connection: sa.Connection) -> Iterator[None]:
        """Something is asked of the connection. Raises Interrupted; then the connection is let go for good: an
        interruption that comes late would break off what is asked of it next.
        """
        reading: _Reading | None = getattr(self._here, "reading", None)
        if reading is None:
            yield
            return
        asked = _Asked(connection.connection.driver_connection)
        with self._changed:
            if reading.stopped:
                raise Interrupted
            reading.asked.append(asked)
        try:
            yield
        except Exception as error:
            if asked.hit:
                raise Interrupted from error
            raise
        finally:
            with self._changed:
                reading.asked.remove(asked)
            if asked.hit and not connection.invalidated:
                connection.detach()
        if asked.hit:
            raise Interrupted

    def interrupt(self) -> None:
        """Breaks off all that were begun. Comes back when they have ended, or after two seconds."""
        pause, end = _FIRST_PAUSE, time.monotonic() + _PATIENCE
        with self._changed:
            stopped = list(self._open)
            for reading in stopped:
                reading.stopped = True
            while any(reading in self._open for reading in stopped) and time.monotonic() < end:
                self._strike(stopped)  # once more, where a statement began in this very moment
                self._changed.wait(pause)
                pause *= 2

    def _strike(self, stopped: list[_Reading]) -> None:
        for asked in (reading.asked[-1] for reading in stopped if reading.asked):
            asked.hit = True
            try:
                self._database.dialect.interrupt(self._database.reader, asked.connection)
            except SQLAlchemyError:  # a server that cannot be reached interrupts nothing
                return
