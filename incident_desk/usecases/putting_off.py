"""Which open incidents wait until a day, as somebody decided. On that day they are back by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from incident_desk.domain.values import from_micros
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import FieldCondition, FieldOp, IncidentFilter, IncidentRow

PUT_OFF = "put_off"


def review_days(queries: Queries, rows: Sequence[IncidentRow]) -> dict[str, date]:
    """By id the day on which each of them that is put off is to be looked at again, that day past or not.

    A day alone says nothing: it stays written down when somebody begins after all.
    """
    dated = {row.no: row for row in rows if row.review_date}
    if not dated:
        return {}
    page = queries.columns_of(("deferral",), [row.id for row in dated.values()])
    off = [no for no, decision in zip(page.numbers, page.columns["deferral"], strict=True) if decision == PUT_OFF]
    return {dated[no].id: date.fromisoformat(dated[no].review_date or "") for no in off}


def waiting(queries: Queries, rows: Sequence[IncidentRow], now: int, zone: str) -> dict[str, date]:
    """The same of those whose day is still to come."""
    today = _today(now, zone)
    return {id_: day for id_, day in review_days(queries, rows).items() if day > today}


def come_back(
    queries: Queries, now: int, zone: str, responsible: str | None, limit: int
) -> list[tuple[IncidentRow, date]]:
    """Those whose day has come and about which nobody has decided anew, the earliest day first; of each step at most
    `limit`. `responsible` None: whoever leads them.
    """
    until = FieldCondition("review_date", FieldOp.BETWEEN, (None, _today(now, zone).isoformat()))
    off = FieldCondition("deferral", FieldOp.EQUALS, (PUT_OFF,))
    rows = queries.board(IncidentFilter(responsible=responsible, conditions=(until, off)), limit)
    found = [(row, date.fromisoformat(row.review_date)) for row in rows if row.review_date]
    return sorted(found, key=lambda each: each[1])


def _today(now: int, zone: str) -> date:
    return from_micros(now).astimezone(ZoneInfo(zone)).date()
