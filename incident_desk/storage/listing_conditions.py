"""A filter as conditions of a statement, its values inside. For what is asked now and then: lists of many kinds.

Pages that are read all the time have statements of their own in `incident_queries`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql.visitors import replacement_traverse

from incident_desk.domain.vocabulary import Priority, Status
from incident_desk.storage import tables as t
from incident_desk.storage.dialects import mariadb, postgresql, sqlite
from incident_desk.storage.field_values import ValueKind
from incident_desk.storage.listing_text import contains
from incident_desk.storage.search_words import sought
from incident_desk.usecases.rows import IMPORTED, IMPORTED_ON, FieldCondition, FieldOp, IncidentFilter

I = t.incident.c  # noqa: E741  # as in incident_queries
V, J = t.field_value.c, t.journal.c
Condition = sa.ColumnElement[bool]
_SOURCE = "imported_from"
SHORT_TEXT: Condition = sa.func.length(V.text) <= sa.literal_column("100")
"""What the index over texts of `field_value` holds: asked without this, no engine takes it."""
_DIALECTS = {"sqlite": sqlite, "postgresql": postgresql, "mariadb": mariadb}
SET_ASIDE = (Status.VOID, Status.NOT_REPORTABLE, Status.JOINED)
# Said the other way round, no engine takes the index of the statuses for it, and so leaves the order of another.
IN_SIGHT: Condition = I.status.not_in([sa.literal_column(f"'{status}'") for status in SET_ASIDE])
COLUMNS: dict[str, sa.ColumnElement[Any]] = {
    "title": I.title, "place": I.place, "category": I.category, "subcategory": I.subcategory, "kind": I.kind,
    "detected_by": I.detected_by, "responsible": I.responsible, "number": I.number, "review_date": I.review_date,
    "occurred": I.occurred_earliest, "discovered": I.discovered_earliest, "reported": I.reported_earliest,
    "opened": I.opened_at, "changed": I.changed_at, "concluded": I.concluded_at, "next_due": I.next_due,
    "missing": I.missing, "measures": I.measures_in_force, "actions": I.actions_done, "anonymous": I.anonymous,
    "priority": I.priority, "step": I.step, "status": I.status,
}  # fmt: skip
"""What a condition on a field or column of the register table looks at; all other fields stand in `field_value`."""


def conditions(wanted: IncidentFilter, engine: str) -> list[Condition]:
    return [*_of_columns(wanted), *_of_dates(wanted, engine), *_of_texts(wanted, engine), *_of_others(wanted, engine)]


def _of_columns(wanted: IncidentFilter) -> Iterator[Condition]:
    chosen: tuple[tuple[sa.ColumnElement[Any], Iterable[Any]], ...] = (
        (I.status, map(str, wanted.statuses)),
        (I.step, map(int, wanted.steps)),
        (I.kind, map(str, wanted.kinds)),
        (I.priority, (each.rank for each in wanted.priorities)),
        (I.place, wanted.places),
        (I.responsible, wanted.responsibles or ([wanted.responsible] if wanted.responsible else [])),
    )
    for column, values in chosen:
        if those := sorted(values):
            yield _one_of(column, those)
    if wanted.category is not None:
        yield I.category == wanted.category
    if wanted.categories:
        yield _of_categories(wanted.categories)
    if wanted.set_aside is False and not wanted.statuses:
        yield IN_SIGHT


def _of_categories(keys: Iterable[str]) -> Condition:
    """A key with a dot is that of a subcategory; naming its category too lets the index of categories help."""
    whole = sorted(key for key in keys if "." not in key)
    parts = sorted(key for key in keys if "." in key)
    parents = sorted({key.partition(".")[0] for key in parts})
    within = sa.and_(_one_of(I.category, parents), _one_of(I.subcategory, parts))
    return sa.or_(*([_one_of(I.category, whole)] if whole else []), *([within] if parts else []))


def _of_dates(wanted: IncidentFilter, engine: str) -> Iterator[Condition]:
    if wanted.since is not None:
        yield I.opened_at >= wanted.since
    if wanted.until is not None:
        yield I.opened_at < wanted.until
    if wanted.concluded_since is not None:
        yield I.concluded_at >= wanted.concluded_since
    if wanted.check_due_before is not None:
        yield I.measure_check_due < wanted.check_due_before
    if wanted.overdue_at is not None:
        overdue = I.next_due < wanted.overdue_at
        yield sa.func.unlikely(overdue) if engine == "sqlite" else overdue  # else it reads all in their order


def _of_texts(wanted: IncidentFilter, engine: str) -> Iterator[Condition]:
    if wanted.number:
        begins = wanted.number.upper()  # as numbers are made
        if engine == "sqlite":  # its LIKE is blind to capitals, and so to the index
            yield I.number.between(begins, f"{begins}\U0010ffff")
        else:
            yield I.number.startswith(begins, autoescape=True)
    if wanted.words:
        yield from _of_words(wanted.words, engine)


def _of_words(text: str, engine: str) -> Iterator[Condition]:
    """What the search finds: all the words, or all of them as parts of words of number and title."""
    asked = sought(text, {}, ())
    if not asked.words:
        return
    search = _DIALECTS[engine].searching()
    shape, values = search.asked(asked)
    found: Condition = I.no.in_(sa.select(search.NO).where(_holding(search.fits(shape), values)))
    if asked.parts:
        no, fits = search.by_part(len(asked.parts))
        whole = _holding(sa.and_(*fits), search.asked_parts(asked.parts))
        found = sa.or_(found, I.no.in_(sa.select(no).where(whole)))
    yield found


def _holding(asked: Condition, values: Mapping[str, Any]) -> Condition:
    """With its values inside, under names of their own: a filter may ask for words more than once."""

    def held(element: Any, **_: Any) -> Any:
        if isinstance(element, sa.BindParameter) and element.key in values:
            return sa.bindparam(None, values[element.key], type_=element.type)
        return None

    return replacement_traverse(asked, {}, held)


def _of_others(wanted: IncidentFilter, engine: str) -> Iterator[Condition]:
    for each in wanted.conditions:
        column = COLUMNS.get(each.key)
        if column is not None:
            yield _of_column(column, each, engine)
        elif each.key in {IMPORTED, IMPORTED_ON}:
            yield _of_origin(each, engine)
        else:
            yield _of_field(each, engine)
    for other in wanted.without:
        if those := conditions(other, engine):  # words of signs alone ask for nothing
            yield sa.case((sa.and_(*those), 1), else_=0) == 0  # what cannot be told does not fit


def _of_column(column: sa.ColumnElement[Any], asked: FieldCondition, engine: str) -> Condition:
    match asked.op:
        case FieldOp.STATED:
            return _is_stated(column)
        case FieldOp.NOT_STATED:
            return sa.not_(_is_stated(column))
        case FieldOp.CONTAINS:
            return _contains(column, asked.values, engine)
        case _:
            return _valued(column, asked)


def _is_stated(column: sa.ColumnElement[Any]) -> Condition:
    """A record without a priority has a rank of its own, so that it comes last."""
    return I.priority != Priority.NOT_SET.rank if column is I.priority else column.is_not(None)


def _of_field(asked: FieldCondition, engine: str) -> Condition:
    """Each in terms of an index of `field_value`; that of texts holds the short ones alone."""
    of_field = [V.key == asked.key, V.line == 0]
    numbers = partial(sa.select(V.incident).where, *of_field)
    match asked.op:
        case FieldOp.STATED:
            return I.no.in_(numbers(V.kind != ValueKind.ERASED))
        case FieldOp.NOT_STATED:
            return I.no.not_in(numbers(V.kind != ValueKind.ERASED))
        case FieldOp.CONTAINS:
            kinds = V.kind == ValueKind.TEXT
            return I.no.in_(numbers(kinds, _contains(V.text, asked.values, engine)))
        case FieldOp.DURING:
            return I.no.in_(numbers(_valued(V.earliest, asked)))
        case _:
            if any(isinstance(value, str) for value in asked.values):
                return I.no.in_(numbers(SHORT_TEXT, _valued(V.text, asked)))
            return I.no.in_(numbers(_valued(V.number, asked)))


def _of_origin(asked: FieldCondition, engine: str) -> Condition:
    """When a record was brought in is when its first entry was written."""
    if asked.op is not FieldOp.DURING:
        return _of_field(replace(asked, key=_SOURCE), engine)
    first = sa.and_(J.chain == V.incident, J.position == 1)
    brought = sa.select(V.incident).join(t.journal, first).where(V.key == _SOURCE, V.line == 0)
    return I.no.in_(brought.where(_valued(J.recorded_at, asked)))


def _valued(column: sa.ColumnElement[Any], asked: FieldCondition) -> Condition:
    values = [int(value) if isinstance(value, bool) else value for value in asked.values]
    if asked.op is FieldOp.EQUALS:
        return _one_of(column, values)
    first, last = values
    bounds = [] if first is None else [column >= first]
    if last is not None:
        bounds.append(column < last if asked.op is FieldOp.DURING else column <= last)
    return sa.and_(column.is_not(None), *bounds)


def _contains(column: sa.ColumnElement[Any], texts: Iterable[str], engine: str) -> Condition:
    return sa.or_(sa.false(), *(contains(column, text, engine) for text in texts))


def _one_of(column: sa.ColumnElement[Any], values: list[Any]) -> Condition:
    """Bound one by one: a list that is expanded later is compiled anew each time."""
    bound = [sa.bindparam(None, value, type_=column.type) for value in values]
    return column == bound[0] if len(bound) == 1 else column.in_(bound)
