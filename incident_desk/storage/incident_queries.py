"""Statements about incidents: lists newest first by keyset, the board, open lines somebody owes."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.vocabulary import Kind, Priority, Status, Step
from incident_desk.storage import tables as t
from incident_desk.storage.reading import Reader
from incident_desk.usecases.rows import IncidentFilter, IncidentRow, PlaceRow, WorkRow

I = t.incident.c  # noqa: E741
_PRIORITIES = tuple(Priority)

TEXTS = sa.select(t.field_value.c.incident, t.field_value.c.key, t.field_value.c.text).where(
    t.field_value.c.incident.in_(sa.bindparam("numbers", expanding=True)),
    t.field_value.c.key.in_(sa.bindparam("keys", expanding=True)),
)
REFERENCE = sa.select(I.id).where(I.number == sa.bindparam("reference"))
WHOLE = sa.select(t.incident).join(t.chain, t.chain.c.no == I.no).where(t.chain.c.id == sa.bindparam("id"))
ITEMS = sa.select(t.item).where(t.item.c.incident == sa.bindparam("incident")).order_by(t.item.c.list, t.item.c.ordinal)
VALUES = (
    sa.select(t.field_value)
    .where(t.field_value.c.incident == sa.bindparam("incident"))
    .order_by(t.field_value.c.key, t.field_value.c.ordinal)
)
_LIST = sa.select(
    I.no, I.id, I.number, I.position, I.title, I.kind, I.status, I.step, I.priority, I.place, I.category,
    I.subcategory, I.responsible, I.occurred_earliest, I.discovered_earliest, I.opened_at, I.step_since,
    I.changed_at, I.concluded_at, I.missing, I.measures_in_force, I.measure_check_due, I.actions_done,
    I.actions_total, I.next_due, I.next_due_list, I.next_due_what, I.review_date, I.anonymous,
)  # fmt: skip


def newest(wanted: IncidentFilter, after: tuple[int, int] | None, limit: int, engine: str) -> sa.Select[Any]:
    """A page, newest first. `after`: (opened_at, no) of the last row of the page before."""
    query = _LIST.where(*conditions(wanted)).order_by(I.opened_at.desc(), I.no.desc()).limit(limit)
    if after is None:
        return query
    opened_at, no = after
    if engine == "mariadb":  # scans the whole index for a row value
        return query.where(I.opened_at <= opened_at, sa.or_(I.opened_at < opened_at, I.no < no))
    return query.where(sa.tuple_(I.opened_at, I.no) < sa.tuple_(sa.literal(opened_at), sa.literal(no)))


def board(wanted: IncidentFilter, limit: int) -> sa.Select[Any]:
    """Open incidents, most urgent first within a step."""
    open_ones = I.status == str(Status.OPEN)
    return (
        _LIST.where(open_ones, *conditions(wanted))
        .order_by(I.step, I.priority, I.opened_at.desc(), I.no.desc())
        .limit(limit * len(Step))
    )


def counting(wanted: IncidentFilter) -> sa.Select[Any]:
    return sa.select(sa.func.count()).select_from(t.incident).where(*conditions(wanted))


def by_id(incident: str) -> sa.Select[Any]:
    return _LIST.join(t.chain, t.chain.c.no == I.no).where(t.chain.c.id == incident)


def by_numbers(numbers: list[int]) -> sa.Select[Any]:
    return _LIST.where(I.no.in_(numbers))


def conditions(wanted: IncidentFilter) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if wanted.statuses:
        found.append(I.status.in_([str(status) for status in wanted.statuses]))
    if wanted.steps:
        found.append(I.step.in_([int(step) for step in wanted.steps]))
    if wanted.kinds:
        found.append(I.kind.in_([str(kind) for kind in wanted.kinds]))
    if wanted.priorities:
        found.append(I.priority.in_([priority.rank for priority in wanted.priorities]))
    if wanted.places:
        found.append(I.place.in_(list(wanted.places)))
    bounds = (
        (wanted.responsible, I.responsible.__eq__), (wanted.category, I.category.__eq__),
        (wanted.since, I.opened_at.__ge__), (wanted.until, I.opened_at.__lt__),
        (wanted.concluded_since, I.concluded_at.__ge__), (wanted.check_due_before, I.measure_check_due.__lt__),
    )  # fmt: skip
    found += [compare(value) for value, compare in bounds if value is not None]
    return found


def existing_id(reader: Reader, reference: str) -> str | None:
    try:
        canonical = str(uuid.UUID(reference.strip()))
    except ValueError:
        return None
    rows = reader.all(sa.select(t.chain.c.id).where(t.chain.c.id == canonical, t.chain.c.kind == "incident"), {})
    return canonical if rows else None


def incident_row(row: Any, places: Mapping[str, PlaceRow], people: Mapping[str, str]) -> IncidentRow:
    place = places.get(row.place)
    return IncidentRow(
        row.no, row.id, row.number, row.position, row.title or "", Kind(row.kind), Status(row.status),
        None if row.step is None else Step(row.step), _PRIORITIES[row.priority], row.place,
        place.spoken if place else "", department(place, places), row.category, row.subcategory, row.responsible,
        people.get(row.responsible, ""), row.occurred_earliest, row.discovered_earliest, row.opened_at,
        row.step_since, row.changed_at, row.concluded_at, row.missing, row.measures_in_force, row.measure_check_due,
        row.actions_done, row.actions_total, row.next_due, row.next_due_list or "", row.next_due_what or "",
        row.review_date, bool(row.anonymous),
    )  # fmt: skip


def department(place: PlaceRow | None, places: Mapping[str, PlaceRow]) -> str:
    """The name of the nearest department above a place, or ""."""
    while place is not None and place.kind != "department":
        place = places.get(place.parent or "")
    return place.name if place else ""


_WORK = (
    sa.select(
        I.id, I.number, I.title, I.priority, t.item.c.list, t.item.c.id.label("item"), t.item.c.what,
        t.item.c.owner, t.item.c.due,
    )
    .join(t.incident, I.no == t.item.c.incident)
    .where(t.item.c.state == "open", I.status.in_([str(Status.OPEN), str(Status.CONCLUDED), str(Status.INBOX)]))
)  # fmt: skip


def work(owner: str | None, until: int | None, limit: int) -> sa.Select[Any]:
    query = _WORK
    if owner is not None:
        query = query.where(t.item.c.owner == owner)
    if until is not None:
        query = query.where(t.item.c.due < until)
    return query.order_by(t.item.c.due.is_(None), t.item.c.due, I.no, t.item.c.ordinal).limit(limit)


def work_row(row: Any) -> WorkRow:
    return WorkRow(
        row.id, row.number, row.title or "", _PRIORITIES[row.priority], row.list, row.item, row.what or "",
        row.owner, row.due,
    )  # fmt: skip
