"""Statements about incidents: lists newest first by keyset, the board, what was concluded."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum
from functools import lru_cache, partial
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.vocabulary import Kind, Priority, Status, Step
from incident_desk.storage import tables as t
from incident_desk.storage.directories import ShownNames
from incident_desk.storage.listing_conditions import conditions
from incident_desk.storage.reading import Reader
from incident_desk.storage.types import INSTANT, FixedBytes, Id, id_bytes, id_text
from incident_desk.usecases.rows import IncidentFilter, IncidentRow, StoredTime

I = t.incident.c  # noqa: E741  # stands in most lines below
# Looked up by what is stored: for a page of fifty rows, calling the enumerations would take longer than reading it.
_PRIORITIES = tuple(Priority)
_KINDS = {str(kind): kind for kind in Kind}
_STATUSES = {str(status): status for status in Status}
_STEPS: dict[int | None, Step | None] = {None: None, **{int(step): step for step in Step}}

TEXTS = sa.select(t.field_value.c.incident, t.field_value.c.key, t.field_value.c.text).where(
    t.field_value.c.incident.in_(sa.bindparam("numbers", expanding=True)),
    t.field_value.c.key.in_(sa.bindparam("keys", expanding=True)),
)
REFERENCE = sa.select(I.id).where(I.number == sa.bindparam("reference"))
WHOLE = sa.select(t.incident).join(t.chain, t.chain.c.no == I.no).where(t.chain.c.id == sa.bindparam("id"))
POSITION = sa.select(I.position).where(I.no == sa.bindparam("incident"))
ITEMS = sa.select(t.item).where(t.item.c.incident == sa.bindparam("incident")).order_by(t.item.c.list, t.item.c.ordinal)
VALUES = (
    sa.select(t.field_value)
    .where(t.field_value.c.incident == sa.bindparam("incident"))
    .order_by(t.field_value.c.key, t.field_value.c.line, t.field_value.c.ordinal)
)
LIST_COLUMNS = (
    I.no, I.id, I.number, I.position, I.title, I.kind, I.status, I.step, I.priority, I.place, I.category,
    I.subcategory, I.responsible, I.occurred_earliest, I.occurred_latest, I.occurred_precision, I.occurred_zone,
    I.discovered_earliest, I.discovered_latest, I.discovered_precision, I.discovered_zone, I.opened_at, I.step_since,
    I.changed_at, I.concluded_at, I.missing, I.measures_in_force, I.measure_check_due, I.actions_done,
    I.actions_total, I.next_due, I.next_due_list, I.next_due_what, I.review_date, I.anonymous,
)  # fmt: skip
# Values as they are stored: `incident_rows` turns them into what a row shows, in one go.
_AS_STORED: list[Any] = [sa.type_coerce(column, sa.types.NullType()) for column in LIST_COLUMNS]
LIST: sa.Select[Any] = sa.select(*_AS_STORED)
_ID = FixedBytes(16)
BY_ID = LIST.join(t.chain, t.chain.c.no == I.no).where(t.chain.c.id == sa.bindparam("id", type_=_ID))
BY_NUMBERS = LIST.where(I.no.in_(sa.bindparam("numbers", expanding=True)))

Asked = tuple[sa.Select[Any], Mapping[str, Any]]
"""A statement and its values. There is one statement for each set of conditions and limit, built when first asked."""


_ANY_OF = {"statuses": I.status, "steps": I.step, "kinds": I.kind, "priorities": I.priority, "places": I.place}
_ONE: dict[str, sa.ColumnElement[bool]] = {
    "responsible": I.responsible == sa.bindparam("responsible", type_=_ID),
    "category": I.category == sa.bindparam("category"),
    "since": I.opened_at >= sa.bindparam("since"),
    "until": I.opened_at < sa.bindparam("until"),
    "concluded_since": I.concluded_at >= sa.bindparam("concluded_since"),
    "check_due_before": I.measure_check_due < sa.bindparam("check_due_before"),
}
Given = tuple[tuple[str, int], ...]
"""Which conditions hold, each with the number of its values."""


def newest(wanted: IncidentFilter, after: tuple[int, int] | None, limit: int, engine: str) -> Asked:
    """A page, newest first. `after`: (opened_at, no) of the last row of the page before."""
    given, values, others = _given(wanted)
    if after is not None:
        values = {**values, "after": after[0], "after_no": after[1]}
    return _newest(given, others, after is not None, limit, engine), values


@lru_cache(maxsize=256)
def _newest(given: Given, others: IncidentFilter | None, follows: bool, limit: int, engine: str) -> sa.Select[Any]:
    query = LIST.where(*_conditions(given), *_inside(others, engine))
    query = query.order_by(I.opened_at.desc(), I.no.desc()).limit(written(limit))
    if not follows:
        return query
    opened_at, no = sa.bindparam("after", type_=INSTANT), sa.bindparam("after_no", type_=INSTANT)
    if engine == "mariadb":  # scans the whole index for a row value
        return query.where(I.opened_at <= opened_at, sa.or_(I.opened_at < opened_at, I.no < no))
    return query.where(sa.tuple_(I.opened_at, I.no) < sa.tuple_(opened_at, no))


def board(wanted: IncidentFilter, step: Step, limit: int, engine: str) -> Asked:
    """Open incidents of one step, most urgent first."""
    given, values, others = _given(replace(wanted, statuses=frozenset({Status.OPEN}), steps=frozenset({step})))
    return _board(given, others, limit, engine), values


@lru_cache(maxsize=256)
def _board(given: Given, others: IncidentFilter | None, limit: int, engine: str) -> sa.Select[Any]:
    urgent_first = (I.priority, I.opened_at.desc(), I.no.desc())
    return LIST.where(*_conditions(given), *_inside(others, engine)).order_by(*urgent_first).limit(written(limit))


def concluded(wanted: IncidentFilter, since: int, limit: int, engine: str) -> Asked:
    """Those concluded since then, the latest first.

    The status is not asked for: its index would be taken, and all that were ever concluded be read and sorted. What
    is not set aside and has a moment of its conclusion is concluded.
    """
    # The moment comes beside the filter: it is another one each time.
    given, values, others = _given(replace(wanted, statuses=frozenset(), set_aside=False, concluded_since=None))
    return _concluded((*given, ("concluded_since", 1)), others, limit, engine), {**values, "concluded_since": since}


@lru_cache(maxsize=256)
def _concluded(given: Given, others: IncidentFilter | None, limit: int, engine: str) -> sa.Select[Any]:
    latest_first = (I.concluded_at.desc(), I.no.desc())
    return LIST.where(*_conditions(given), *_inside(others, engine)).order_by(*latest_first).limit(written(limit))


def written(limit: int) -> sa.ColumnElement[int]:
    """A limit in the words of the statement. Its plan depends on it, so SQLite plans anew each time one is bound."""
    return sa.literal_column(str(int(limit)), sa.Integer)


def counting(wanted: IncidentFilter, engine: str) -> Asked:
    given, values, others = _given(wanted)
    return _counting(given, others, engine), values


@lru_cache(maxsize=256)
def _counting(given: Given, others: IncidentFilter | None, engine: str) -> sa.Select[Any]:
    those = (*_conditions(given), *_inside(others, engine))
    return sa.select(sa.func.count()).select_from(t.incident).where(*those)


def _others(wanted: IncidentFilter) -> IncidentFilter | None:
    """The conditions of a filter that stand in a statement with their values; mostly there are none."""
    others = IncidentFilter(
        categories=wanted.categories, responsibles=wanted.responsibles, number=wanted.number,
        overdue_at=wanted.overdue_at, words=wanted.words, conditions=wanted.conditions, without=wanted.without,
        set_aside=False if wanted.set_aside is False and not wanted.statuses else None,
    )  # fmt: skip
    return None if others == IncidentFilter() else others


def _inside(others: IncidentFilter | None, engine: str) -> list[sa.ColumnElement[bool]]:
    return [] if others is None else conditions(others, engine)


def _conditions(given: Given) -> list[sa.ColumnElement[bool]]:
    return [_any_of(name, count) if name in _ANY_OF else _ONE[name] for name, count in given]


def _any_of(name: str, count: int) -> sa.ColumnElement[bool]:
    column = _ANY_OF[name]
    stored = _ID if isinstance(column.type, Id) else column.type
    return column.in_([sa.bindparam(f"{name}_{n}", type_=stored) for n in range(count)])


@lru_cache(maxsize=256)
def _given(wanted: IncidentFilter) -> tuple[Given, Mapping[str, Any], IncidentFilter | None]:
    """The conditions of a filter and their values, and what else it asks."""
    given: list[tuple[str, int]] = []
    values: dict[str, Any] = {}
    for name in _ANY_OF:
        chosen: frozenset[Any] = getattr(wanted, name)
        if chosen:
            given.append((name, len(chosen)))
            values |= {f"{name}_{n}": _stored(name, each) for n, each in enumerate(sorted(chosen))}
    for name in _ONE:
        if (value := getattr(wanted, name)) is not None:
            given.append((name, 1))
            values[name] = _stored(name, value)
    return tuple(given), values, _others(wanted)


def _stored(name: str, value: Any) -> Any:
    if name in {"places", "responsible"}:
        return id_bytes(value)
    if isinstance(value, Priority):
        return value.rank
    return value.value if isinstance(value, Enum) else value


def existing_id(reader: Reader, reference: str) -> str | None:
    try:
        canonical = str(uuid.UUID(reference.strip()))
    except ValueError:
        return None
    rows = reader.all(sa.select(t.chain.c.id).where(t.chain.c.id == canonical, t.chain.c.kind == "incident"), {})
    return canonical if rows else None


def incident_rows(found: Iterable[Any], names: ShownNames) -> list[IncidentRow]:
    """What lists show, from values in the order of `LIST_COLUMNS`."""
    of_person, of_place = names.of_person, names.of_place
    # As `_make`, which is called through two more functions.
    make, stated = partial(tuple.__new__, IncidentRow), partial(tuple.__new__, StoredTime)
    rows = []
    for (
        no, id_, number, position, title, kind, status, step, priority, stored_place, category, subcategory,
        stored_responsible, occurred, occurred_to, occurred_how, occurred_zone, discovered, discovered_to,
        discovered_how, discovered_zone, opened, step_since, changed, concluded, missing, in_force, check_due, done,
        total, due, due_list, due_what, review, anonymous,
    ) in found:  # fmt: skip
        place, place_name, department = of_place[stored_place]
        responsible, responsible_name = of_person[stored_responsible]
        rows.append(make((
            no, id_text(id_), number, position, title or "", _KINDS[kind], _STATUSES[status], _STEPS[step],
            _PRIORITIES[priority], place, place_name, department, category, subcategory, responsible,
            responsible_name,
            stated((occurred, occurred_to, occurred_how, occurred_zone)) if occurred_how else None,
            stated((discovered, discovered_to, discovered_how, discovered_zone)) if discovered_how else None,
            opened, step_since, changed, concluded, missing, in_force, check_due, done, total, due, due_list or "",
            due_what or "", review, anonymous == 1,
        )))  # fmt: skip
    return rows
