"""The register table: which way of reading suits a filter and an order."""

from __future__ import annotations

import sqlalchemy as sa

from incident_desk.storage import listing_keys, listing_walks
from incident_desk.storage.listing_conditions import conditions
from incident_desk.storage.listing_keys import KeyListing
from incident_desk.storage.listing_numbers import NumberListing, Numbers
from incident_desk.storage.listing_orders import KEYSETS, Known, plan
from incident_desk.storage.listing_pages import Source
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.register.order import Order
from incident_desk.usecases.rows import IncidentFilter, IncidentRow

_ALONG = {IncidentFilter(set_aside=shown): shown is not False for shown in (None, True, False)}
"""The filters with which one can walk along an index, and whether that leads past what is set aside."""


def listing(
    source: Source, known: Known, wanted: IncidentFilter, order: Order, progress: Progress | None
) -> KeyListing | NumberListing:
    database = source.database
    if order.column in KEYSETS and wanted in _ALONG:
        walks = listing_walks.walks(order, database.name, whole=_ALONG[wanted])
        return KeyListing(source, source.reader.stream(lambda c: listing_keys.stretches(c, database, walks, progress)))
    numbers = _numbers(source, known, wanted, order)

    def read(connection: sa.Connection) -> NumberListing:
        return NumberListing(source, numbers.read(connection, progress))

    return source.reader.stream(read)


def first_rows(source: Source, known: Known, wanted: IncidentFilter, order: Order, limit: int) -> list[IncidentRow]:
    return _numbers(source, known, wanted, order).first(source, limit)


def _numbers(source: Source, known: Known, wanted: IncidentFilter, order: Order) -> Numbers:
    engine = source.database.name
    return Numbers(plan(order, known), conditions(wanted, engine), engine, descending=order.descending)
