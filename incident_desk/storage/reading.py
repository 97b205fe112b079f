"""One held connection for reading, shared by the threads of the program one statement at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from incident_desk.storage.engine import Database, trouble
from incident_desk.storage.interrupting import Interrupted, Readings

T = TypeVar("T")


class Reader:
    """Connects on first use; after a failure the next statement connects anew."""

    def __init__(self, database: Database, name: str, readings: Readings) -> None:
        self._database = database
        self._name = name
        self._readings = readings
        self._lock = threading.Lock()
        self._held: sa.Connection | None = None

    def call(self, work: Callable[[sa.Connection], T]) -> T:
        with self._lock:
            try:
                if self._held is None:
                    self._held = self._database.reader.connect()
                with self._readings.asking(self._held):
                    return work(self._held)
            except Interrupted:
                self._drop()
                raise
            except DBAPIError as error:
                self._drop()
                raise trouble(error, self._name) from error

    def all(self, query: Any, values: Mapping[str, Any]) -> list[Any]:
        return self.call(lambda connection: list(connection.execute(query, values).all()))

    def iterate(self, work: Callable[[sa.Connection], Iterator[T]]) -> Iterator[T]:
        """Rows one by one on a connection of their own, so that nobody waits for the last."""
        try:
            with self._database.reader.connect() as connection:
                yield from work(connection)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def stream(self, work: Callable[[sa.Connection], T]) -> T:
        """Long work that sees one moment, on a connection of its own, so that nobody waits for its end."""
        try:
            with self._database.snapshot() as connection, self._readings.asking(connection):
                return work(connection)
        except SQLAlchemyError as error:
            raise trouble(error, self._name) from error

    def close(self) -> None:
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.close()


class SnapshotReader(Reader):
    """Reads on the connection of a snapshot, and on no other: what it reads belongs to one moment."""

    def __init__(self, database: Database, name: str, readings: Readings, connection: sa.Connection) -> None:
        super().__init__(database, name, readings)
        self._connection = connection

    def call(self, work: Callable[[sa.Connection], T]) -> T:
        with self._lock:
            try:
                with self._readings.asking(self._connection):
                    return work(self._connection)
            except DBAPIError as error:
                raise trouble(error, self._name) from error

    def iterate(self, work: Callable[[sa.Connection], Iterator[T]]) -> Iterator[T]:
        yield from work(self._connection)

    def stream(self, work: Callable[[sa.Connection], T]) -> T:
        return self.call(work)
