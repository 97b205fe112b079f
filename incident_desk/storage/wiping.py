"""After an erasure: nothing of it is left in the pages that the database keeps free, in its index or in its log.

Deleting alone frees the place where a text stood. SQLite overwrites pages as they are freed, but its index holds words
until its pieces are merged, and the log beside the file holds pages as they were. Servers keep old rows until a table
is written anew; their own logs and copies are the administrator's.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from incident_desk.storage.bulk import in_few_pieces
from incident_desk.storage.engine import Database
from incident_desk.storage.reindexing import INDEXES

_TABLES = ("journal_part", "content", "incident", "item", "field_value", "person", "search_text")
_LOCKED = "locked"


def wipe(database: Database) -> bool:
    """Whether all of it could be done: somebody who reads meanwhile keeps the pages that they see."""
    if database.name == "sqlite":
        return _wipe_file(database)
    with database.reader.connect() as connection:
        for table in _TABLES:
            connection.exec_driver_sql(database.dialect.WRITE_ANEW.format(table)).close()
    return True


def _wipe_file(database: Database) -> bool:
    with database.writer.connect() as connection, connection.begin(), in_few_pieces(connection, INDEXES):
        for index in INDEXES:
            connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES('rebuild')")
    with database.reader.connect() as connection:
        return _vacuumed(connection) and _log_emptied(connection)


def _vacuumed(connection: sa.Connection) -> bool:
    try:
        connection.exec_driver_sql("VACUUM")
    except DBAPIError as error:
        if _LOCKED in str(error):
            return False
        raise
    return True


def _log_emptied(connection: sa.Connection) -> bool:
    busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return not busy
