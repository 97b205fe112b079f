"""Signed heads: written once the log stands, and read back newest first."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from incident_desk.domain.journal.log import Head
from incident_desk.domain.journal.signed_heads import SignedHead
from incident_desk.storage import tables as t
from incident_desk.storage.engine import Database

_S = t.signed_head.c
NEWEST = sa.select(t.signed_head).order_by(_S.log_index.desc(), _S.signed_at.desc()).limit(1)
LAST_OF = (
    sa.select(t.signed_head)
    .where(_S.station == sa.bindparam("station"), _S.epoch == sa.bindparam("epoch"))
    .order_by(_S.serial.desc()).limit(1)
)  # fmt: skip
ALL = sa.select(t.signed_head).order_by(_S.station, _S.epoch, _S.serial)
_ADD = t.signed_head.insert()


def add(database: Database, signed: SignedHead) -> None:
    with database.writer.connect() as connection, connection.begin():
        connection.execute(_ADD, {
            "station": signed.station, "epoch": signed.epoch, "serial": signed.serial,
            "log_index": signed.head.index, "log_hash": signed.head.hash, "signed_at": signed.signed_at,
            "signature": signed.signature,
        })  # fmt: skip


def signed_head(row: Any) -> SignedHead:
    head = Head(row.log_index, bytes(row.log_hash))
    return SignedHead(head, row.station, row.epoch, row.serial, row.signed_at, bytes(row.signature))
