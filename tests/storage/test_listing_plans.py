"""SQLite walks along an index for every order that has one, and takes one for every common filter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import dialect

from incident_desk.domain.vocabulary import Kind, Priority
from incident_desk.storage import import_queries as imports
from incident_desk.storage import incident_queries as iq
from incident_desk.storage import listing_walks as lw
from incident_desk.storage import tables as t
from incident_desk.storage import work_queries as wq
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.listing_conditions import conditions
from incident_desk.storage.listing_orders import KEYSETS
from incident_desk.usecases.register.order import Order
from incident_desk.usecases.rows import FieldCondition, FieldOp, IncidentFilter
from tests.factories import Desk, an_id

I = t.incident.c  # noqa: E741  # as in incident_queries
NEWEST = (I.opened_at.desc(), I.no.desc())
INDEX = {
    "opened": "ix_incident_newest", "occurred": "ix_incident_occurred", "changed": "ix_incident_changed",
    "next_due": "ix_incident_due", "concluded": "ix_incident_concluded", "number": "sqlite_autoindex_incident_1",
}  # fmt: skip
ONE = frozenset({an_id(1)})
BY_TEXT = "field_value USING INDEX ix_field_value_text (key=? AND text=?)"
BY_INCIDENT = "field_value USING INDEX sqlite_autoindex_field_value_1 (incident=? AND key=? AND line=?)"
BOUND = {"owner": an_id(1), "until": 1}


@pytest.fixture
def explain(sqlite_desk: Desk) -> Iterator[Any]:
    """The steps of a statement's plan, before anybody has counted anything."""
    connection = sqlite.driver().connect(sqlite_desk.address)

    def steps(query: sa.Select[Any]) -> list[str]:
        text = str(query.compile(dialect=dialect(), compile_kwargs={"render_postcompile": True}))
        values = [0] * text.count("?")
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {text}", values)]

    yield steps
    connection.close()


@pytest.mark.parametrize("column", KEYSETS)
def test_that_each_walk_keeps_to_its_index(explain: Any, column: str) -> None:
    for descending in (False, True):
        for whole in (False, True):
            for walk in lw.walks(Order(column, descending), "sqlite", whole=whole):
                statements = (
                    lw.start(walk),
                    lw.hop(walk),
                    lw.rest(walk),
                    lw.between(walk),
                    lw.page(walk, 128, ends=True),
                )
                for statement in statements:
                    steps = explain(statement)
                    assert any(INDEX[column] in step for step in steps), (walk, steps)
                    assert not any("TEMP B-TREE" in step for step in steps), (walk, steps)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (IncidentFilter(places=ONE, set_aside=False), "ix_incident_place"),
        (IncidentFilter(categories=frozenset({"device"}), set_aside=False), "ix_incident_category"),
        (IncidentFilter(categories=frozenset({"device.pump"}), set_aside=False), "ix_incident_category"),
        (IncidentFilter(responsibles=ONE, set_aside=False), "ix_incident_responsible"),
        (IncidentFilter(priorities=frozenset({Priority.HIGH}), set_aside=False), "ix_incident_priority"),
        (IncidentFilter(kinds=frozenset({Kind.HAZARD}), set_aside=False), "ix_incident_kind"),
        (IncidentFilter(overdue_at=1, set_aside=False), "ix_incident_due"),
        (IncidentFilter(since=1, until=2, set_aside=False), "ix_incident_newest"),
        (IncidentFilter(conditions=(FieldCondition("workload", FieldOp.EQUALS, (1,)),)), "ix_field_value_number"),
        (IncidentFilter(conditions=(FieldCondition("x", FieldOp.EQUALS, ("a",)),)), "ix_field_value_text"),
        (IncidentFilter(conditions=(FieldCondition("x", FieldOp.DURING, (1, 2)),)), "ix_field_value_earliest"),
        (IncidentFilter(conditions=(FieldCondition("imported", FieldOp.STATED),)), "ix_field_value_"),
        (IncidentFilter(conditions=(FieldCondition("imported_on", FieldOp.DURING, (1, 2)),)), "ix_field_value_"),
        (IncidentFilter(number="WARD3-2026"), "sqlite_autoindex_incident_2"),
    ],
)
def test_that_a_common_filter_has_an_index(explain: Any, wanted: IncidentFilter, index: str) -> None:
    steps = explain(sa.select(I.no).where(*conditions(wanted, "sqlite")).order_by(*NEWEST))
    assert any(index in step for step in steps), steps


@pytest.mark.parametrize(
    ("query", "step"),
    [
        (imports.IMPORTED_UNDER.params(keys=["key a", "key b"]), BY_TEXT),
        (imports.OF_LIST.params(source="list.csv"), BY_TEXT),
        (imports.CAME_UP.params(moments=[1, 2]), "incident USING INDEX ix_incident_newest (opened_at=?)"),
        (imports.IMPORTED, "field_value USING COVERING INDEX ix_field_value_"),
        (imports.NAMED.params(numbers=[1, 2]), "incident USING INTEGER PRIMARY KEY (rowid=?)"),
        (imports.STOOD.params(numbers=[1, 2]), BY_INCIDENT),
    ],
)  # fmt: skip
def test_that_rows_of_an_old_list_are_found_by_an_index_alone(explain: Any, query: sa.Select[Any], step: str) -> None:
    steps = explain(query)
    assert steps[0].startswith(f"SEARCH {step}"), steps
    assert len(steps) == 1, steps


@pytest.mark.parametrize("owned", [False, True])
def test_that_open_work_is_read_by_its_index(explain: Any, owned: bool) -> None:
    index = "ix_item_owner (owner=? AND state=? AND due" if owned else "ix_item_owed (state=? AND due"
    for ends in (False, True):
        steps = explain(wq.dated(owned=owned, ends=ends, limit=500).params(BOUND))
        assert any(index in step for step in steps), steps
        assert not any("TEMP B-TREE FOR ORDER BY" in step for step in steps), steps
    steps = explain(wq.undated(owned=owned, walks=False, limit=500).params(BOUND))
    assert any(index in step for step in steps), steps


@pytest.mark.parametrize("owned", [False, True])
def test_that_many_lines_without_a_date_are_read_in_the_order_of_their_key(explain: Any, owned: bool) -> None:
    steps = explain(wq.undated(owned=owned, walks=True, limit=500).params(BOUND))
    assert steps[0] == "SCAN item USING INDEX sqlite_autoindex_item_1"
    assert not any("TEMP B-TREE" in step for step in steps), steps


def test_that_the_latest_conclusions_are_read_in_the_order_of_their_index(explain: Any) -> None:
    query, _ = iq.concluded(IncidentFilter(), 0, 200, "sqlite")
    [step] = explain(query)
    assert "ix_incident_concluded (concluded_at>?)" in step


@pytest.mark.parametrize(("column", "index"), [("priority", I.priority), ("place", I.place), ("kind", I.kind)])
def test_that_groups_are_read_from_an_index_alone(explain: Any, column: str, index: sa.Column[Any]) -> None:
    steps = explain(
        sa.select(index, I.no)
        .where(*conditions(IncidentFilter(set_aside=False), "sqlite"))
        .order_by(index.desc(), *NEWEST)
    )
    assert steps == [f"SCAN incident USING COVERING INDEX ix_incident_{column}"]


def test_that_titles_come_from_their_index(explain: Any) -> None:
    steps = explain(sa.select(I.title, I.no).order_by(I.title.collate("NOCASE").desc(), I.no.desc()))
    assert steps == ["SCAN incident USING COVERING INDEX ix_incident_title"]
