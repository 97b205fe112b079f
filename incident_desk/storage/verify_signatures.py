"""Verify, the signed heads: each by an enrolled station, of this log as it stands, none missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.journal.signed_heads import SignedHead, Station, stations_of
from incident_desk.storage import directories, signed_rows
from incident_desk.storage import tables as t
from incident_desk.support.signing import holds
from incident_desk.usecases.rows import Settings, VerifyBreak

_LOG_AT = sa.select(t.log.c.log_hash).where(t.log.c.log_index == sa.bindparam("n"))


def breaks(connection: sa.Connection) -> Iterator[VerifyBreak]:
    settings = directories.settings(connection)
    try:
        stations = stations_of(settings.stations)
    except (ValueError, KeyError, TypeError, AttributeError):  # told already: the settings differ from their entries
        return
    rows = [signed_rows.signed_head(row) for row in connection.execute(signed_rows.ALL)]
    by_station = {id_: list(signed) for id_, signed in groupby(rows, lambda each: each.station)}
    for unknown in by_station.keys() - stations.keys():
        yield VerifyBreak("signer_unknown", {"index": by_station[unknown][0].head.index})
    for id_, station in stations.items():
        yield from _breaks_of(connection, settings, station, by_station.get(id_, []))


def _breaks_of(
    connection: sa.Connection, settings: Settings, station: Station, signed: Sequence[SignedHead]
) -> Iterator[VerifyBreak]:
    if not signed:
        yield VerifyBreak("signatures_gone", {"station": station.name})
    for _, of_epoch in groupby(signed, lambda each: each.epoch):
        for serial, each in enumerate(of_epoch, start=1):
            code = _flaw(connection, settings, station, each, serial)
            if code:
                yield VerifyBreak(code, {"station": station.name, "index": each.head.index})
                break  # those after it say nothing new


def _flaw(connection: sa.Connection, settings: Settings, station: Station, signed: SignedHead, serial: int) -> str:
    if not holds(station.public_key, signed.note(settings.register_id), signed.signature):
        return "signature_forged"
    if signed.serial != serial:
        return "signature_missing"
    if station.last_index is not None and signed.head.index > station.last_index:
        return "signed_after_withdrawal"
    found: Any = connection.execute(_LOG_AT, {"n": signed.head.index}).scalar()
    return "" if found is not None and bytes(found) == signed.head.hash else "signed_otherwise"
