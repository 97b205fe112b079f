"""The open incidents in the order in which they are to be dealt with, each with its reasons in words."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from incident_desk.domain.ranking import Reason, Standing, rank, reasons
from incident_desk.domain.vocabulary import PRIORITY_NAMES, Status
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.putting_off import waiting
from incident_desk.usecases.rows import IncidentFilter, IncidentRow
from incident_desk.usecases.wording import Wording

_WRITTEN = ("effect_now", "people_affected")


@dataclass(frozen=True, slots=True)
class Ranked:
    row: IncidentRow
    why: str
    until: date | None  # the day until which it is put off


def ranked(queries: Queries, wording: Wording, where: IncidentFilter) -> list[Ranked]:
    """Of what is open those that `where` fits."""
    if where.statuses and Status.OPEN not in where.statuses:
        return []
    rows = [row for row in queries.board(where) if row.step is not None]
    now = queries.clock()
    off = waiting(queries, rows, now, wording.zone)
    standings = _standings(queries, rows, off, now)
    ordered = sorted(rows, key=lambda row: (rank(standings[row.id]), row.opened_at, row.no))
    return [Ranked(row, _why(standings[row.id], off.get(row.id), wording), off.get(row.id)) for row in ordered]


def _standings(queries: Queries, rows: Sequence[IncidentRow], off: Container[str], now: int) -> dict[str, Standing]:
    page = queries.columns_of(_WRITTEN, [row.id for row in rows]) if rows else None
    effects, people = (page.columns[key] if page else () for key in _WRITTEN)
    written = dict(zip(page.numbers if page else (), zip(effects, people, strict=True), strict=True))
    return {row.id: _standing(row, *written.get(row.no, (None, None)), now, put_off=row.id in off) for row in rows}


def _standing(row: IncidentRow, effect: object, people: object, now: int, *, put_off: bool) -> Standing:
    due = [each for each in (row.next_due, row.measure_check_due) if each is not None]
    return Standing(
        row.priority, max(0, now - min(due, default=now)), _text(effect), _text(people), max(0, now - row.step_since),
        put_off,
    )  # fmt: skip


def _text(value: object) -> str:
    """What was erased is not known any more."""
    return value if isinstance(value, str) else ""


def _why(standing: Standing, until: date | None, wording: Wording) -> str:
    told = "; ".join(_said(reason, standing, until, wording) for reason in reasons(standing))
    return told[:1].upper() + told[1:]


def _said(reason: Reason, standing: Standing, until: date | None, wording: Wording) -> str:
    say = wording.texts.say
    if reason.code.startswith("priority_"):
        return say("ranking.priority", word=PRIORITY_NAMES[standing.priority][wording.language])
    if reason.code == "people":
        return wording.texts.count("ranking.people", reason.value)
    time = wording.duration(reason.value) if reason.value else ""
    return say(f"ranking.{reason.code}", time=time, day=wording.day(until) if until else "")
