"""Counts for figures: grouped by the database, so that only what is shown comes out of it.

What is void, not reportable or joined to another record never counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.vocabulary import Status, Step
from incident_desk.storage import tables as t
from incident_desk.storage.field_values import ValueKind
from incident_desk.usecases.figure_rows import FigureRows, OpenedCount

_I = t.incident.c
_F = t.field_value.c
_NOT_COUNTED = tuple(str(status) for status in (Status.VOID, Status.NOT_REPORTABLE, Status.JOINED))
_OF_THEM = t.incident.join(t.field_value, _F.incident == _I.no)
_STEPS = {f"step.{int(step)}": step for step in Step}
_COUNTS = _I.status.not_in(_NOT_COUNTED)


def figures(connection: sa.Connection, bounds: Sequence[int]) -> FigureRows:
    """`bounds`: moments at which periods begin, and the end of the last one, ascending."""
    first, last = bounds[0], bounds[-1]
    concluded = {row[0]: row[1] for row in connection.execute(_by_period(_I.concluded_at, bounds))}
    then = sa.and_(_COUNTS, _I.concluded_at >= first, _I.concluded_at < last)
    durations = sa.select(_I.concluded_at - _I.opened_at).where(then)
    reopened = sa.select(sa.func.count()).select_from(_OF_THEM).where(then, _F.key == "reopened", _F.number == 1)
    still_open = sa.or_(_I.concluded_at.is_(None), _I.concluded_at >= first)
    before = sa.select(sa.func.count()).where(_COUNTS, _I.opened_at < first, still_open)
    return FigureRows(
        _opened(connection, bounds),
        tuple(concluded.get(n, 0) for n in range(len(bounds) - 1)),
        connection.execute(before).scalar_one(),
        tuple(sorted(int(each) for each in connection.execute(durations).scalars())),
        _stays(connection, then),
        connection.execute(reopened).scalar_one(),
    )


def _stays(connection: sa.Connection, those: sa.ColumnElement[bool]) -> Mapping[Step, tuple[int, ...]]:
    """A mark of a step is text to the database, and each engine would read it in a way of its own: it is read here."""
    query = (
        sa.select(_F.key, _F.text)
        .select_from(_OF_THEM)
        .where(those, _F.key.in_(list(_STEPS)), _F.line == 0, _F.ordinal == 0, _F.kind == str(ValueKind.JSON))
    )
    found: dict[Step, list[int]] = {step: [] for step in Step}
    for key, text in connection.execute(query):
        mark = json.loads(text) or {}
        if "entered" in mark and "left" in mark:  # neither where it was skipped, nor where an import knew no times
            found[_STEPS[key]].append(mark["left"] - mark["entered"])
    return {step: tuple(sorted(each)) for step, each in found.items()}


def _opened(connection: sa.Connection, bounds: Sequence[int]) -> tuple[OpenedCount, ...]:
    period = _period(_I.opened_at, bounds)
    query = (
        sa.select(period, _I.category, _I.place, sa.func.count())
        .where(_COUNTS, _I.opened_at >= bounds[0], _I.opened_at < bounds[-1])
        .group_by(period, _I.category, _I.place)
    )
    return tuple(OpenedCount(*row) for row in connection.execute(query))


def _by_period(instant: sa.ColumnElement[Any], bounds: Sequence[int]) -> sa.Select[Any]:
    period = _period(instant, bounds)
    return (
        sa.select(period, sa.func.count()).where(_COUNTS, instant >= bounds[0], instant < bounds[-1]).group_by(period)
    )


def _period(instant: sa.ColumnElement[Any], bounds: Sequence[int]) -> sa.ColumnElement[Any]:
    """The place of the period in which it lies. Written out, because what is grouped by must be the same text."""
    ends: list[sa.ColumnClause[Any]] = [sa.literal_column(str(int(end))) for _, end in pairwise(bounds)]
    whens: list[tuple[sa.ColumnElement[bool], sa.ColumnClause[Any]]] = [
        (instant < end, sa.literal_column(str(n))) for n, end in enumerate(ends)
    ]
    return sa.case(*whens)
