"""The open incidents in the order in which they are to be dealt with, each with its reasons in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def ranked(queries: Queries, wording: Wording, where: IncidentFilter) -> list[Ranked]:
    """Of what is open those that `where` fits."""
    if where.statuses and Status.OPEN not in where.statuses:
        return []
    rows = [row for row in queries.board(where) if row.step is not None]
    standings = _standings(queries, rows, wording.zone)
    ordered = sorted(rows, key=lambda row: (rank(standings[row.id]), row.opened_at, row.no))
    return [Ranked(row, _why(standings[row.id], wording)) for row in ordered]


def _standings(queries: Queries, rows: Sequence[IncidentRow], zone: str) -> dict[str, Standing]:
    now = queries.clock()
    page = queries.columns_of(_WRITTEN, [row.id for row in rows]) if rows else None
    effects, people = (page.columns[key] if page else () for key in _WRITTEN)
    written = dict(zip(page.numbers if page else (), zip(effects, people, strict=True), strict=True))
    off = waiting(queries, rows, now, zone)
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


def _why(standing: Standing, wording: Wording) -> str:
    return ", ".join(_said(reason, standing, wording) for reason in reasons(standing))


def _said(reason: Reason, standing: Standing, wording: Wording) -> str:
    if reason.code.startswith("priority_"):
        return PRIORITY_NAMES[standing.priority][wording.language]
    if reason.code == "people":
        return wording.texts.count("ranking.people", reason.value)
    time = wording.duration(reason.value) if reason.value else ""
    return wording.texts.say(f"ranking.{reason.code}", time=time)
