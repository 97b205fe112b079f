"""Who has the register open: one row a running program, renewed while it runs, forgotten when it is silent."""

from __future__ import annotations

import os
import socket

import sqlalchemy as sa

from incident_desk.storage import tables as t
from incident_desk.storage.engine import Database
from incident_desk.usecases.rows import Presence

SILENT_AFTER = 180_000_000  # microseconds without a sign of life

_P = t.presence.c
_OTHERS = sa.select(t.presence).where(_P.station != sa.bindparam("me")).order_by(_P.since)
_ALL = sa.select(t.presence).order_by(_P.since)
_MINE = t.presence.delete().where(_P.station == sa.bindparam("b_me"))
_SILENT = t.presence.delete().where(_P.seen < sa.bindparam("b_before"))


def meet(database: Database, me: Presence) -> list[Presence]:
    """Renews one's own row and gives those of the others. Who is silent is told by the register's clock."""
    with database.writer.connect() as connection, connection.begin():
        now = database.dialect.now(connection)
        connection.execute(_SILENT, {"b_before": now - SILENT_AFTER})
        connection.execute(_MINE, {"b_me": me.station})
        values = {"station": me.station, "host": me.host, "process": me.process, "who": me.who, "since": me.since}
        connection.execute(t.presence.insert(), {**values, "seen": now})
        rows = connection.execute(_OTHERS, {"me": me.station}).all()
    return [Presence(row.station, row.host, row.process, row.who, row.since) for row in rows]


def open_elsewhere(database: Database) -> list[str]:
    """The other programs that have the register open, as people call them. Waits for nobody who writes."""
    me = (socket.gethostname(), os.getpid())
    with database.reader.connect() as connection:
        rows = connection.execute(_ALL).all()
    return [f"{row.who} ({row.host})" if row.who else row.host for row in rows if (row.host, row.process) != me]


def leave(database: Database, station: str) -> None:
    with database.writer.connect() as connection, connection.begin():
        connection.execute(_MINE, {"b_me": station})
