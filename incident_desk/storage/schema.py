"""The schema's version: which one this program writes, and how a database is brought to it.

At start the version is one plain SELECT; alembic is imported only when there is something to do.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from incident_desk.storage.engine import Database

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0006"
OLDER = frozenset({"0001", "0002", "0003", "0004", "0005"})
INDEXED_OTHERWISE = frozenset({"0001", "0002"})  # whose search index this program would make in another way
NUMBER = 6  # PRAGMA user_version of a file: the same version, readable from its header

VERSIONS = sa.Table("alembic_version", sa.MetaData())  # alembic's own, where the version stands
_REVISION = sa.text("SELECT version_num FROM alembic_version")


def revision(connection: sa.Connection) -> str | None:
    """The version of the database, None when it has none."""
    try:
        return connection.execute(_REVISION).scalar()
    except DBAPIError as error:
        text = str(error.orig).lower()
        if any(sign in text for sign in ("no such table", "does not exist", "doesn't exist")):
            connection.rollback()
            return None
        raise


def tables_there(database: Database) -> bool:
    with database.reader.connect() as connection:
        return bool(sa.inspect(connection).get_table_names())


def upgrade(
    database: Database, target: str = "head", then: Callable[[Database, sa.Connection], None] | None = None
) -> None:
    """Runs the migrations up to `target`, and `then`, in one transaction, where the engine allows that."""
    from alembic import command

    with database.writer.connect() as connection, connection.begin():
        config = _config(connection)
        command.upgrade(config, target)
        if then is not None:
            then(database, connection)


def downgrade(database: Database, target: str) -> None:
    from alembic import command

    with database.writer.connect() as connection, connection.begin():
        command.downgrade(_config(connection), target)


def _config(connection: sa.Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
