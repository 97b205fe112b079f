"""Statements that are prepared once do what they do the long way, and are not planned anew."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite as dialects

from incident_desk.domain.vocabulary import Step
from incident_desk.storage import incident_queries as iq
from incident_desk.storage import tables as t
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.dialects.prepared import prepared
from incident_desk.usecases.rows import IncidentFilter
from tests.factories import an_id

DIALECT = dialects.dialect()
OP = {"op_id": an_id(1), "done_at": 5, "result": "{}"}
STORED = "SELECT op_id, typeof(op_id), done_at, typeof(done_at), result, typeof(result) FROM op"


def _stored(send: Any) -> list[Any]:
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        t.op.create(connection)
        send(connection)
        rows = list(connection.exec_driver_sql(STORED).all())
    engine.dispose()
    return rows


def test_that_what_is_sent_is_stored_as_the_long_way_stores_it() -> None:
    rows = [OP, {**OP, "op_id": an_id(2), "result": "ü"}]
    sent = _stored(lambda connection: sqlite.send(connection, [(t.op.insert(), rows)]))
    assert sent == _stored(lambda connection: connection.execute(t.op.insert(), rows))
    assert [row[1] for row in sent] == ["blob", "blob"]


def test_that_sending_tells_how_many_rows_each_statement_touched() -> None:
    counts: list[int] = []
    renamed = sa.update(t.op).where(t.op.c.done_at > sa.bindparam("b_at")).values(result=sa.bindparam("b_result"))

    def send(connection: sa.Connection) -> None:
        rows = [OP, {**OP, "op_id": an_id(2)}]
        counts.extend(sqlite.send(connection, [(t.op.insert(), rows), (renamed, [{"b_at": 4, "b_result": "2"}])]))

    assert [row[4] for row in _stored(send)] == ["2", "2"]
    assert counts == [2, 2]


def test_that_a_row_without_one_of_its_values_is_not_sent() -> None:
    ready = prepared(t.op.insert(), DIALECT, tuple(OP))
    with pytest.raises(KeyError, match="result"):
        ready.values({"op_id": an_id(1), "done_at": 5})


def test_that_a_statement_brings_its_own_values() -> None:
    grown = sa.update(t.chain).values(pending=sa.func.coalesce(t.chain.c.pending, 7) + sa.bindparam("b_added"))
    assert prepared(grown, DIALECT, ("b_added",)).values({"b_added": 3}) == (7, 3)


@pytest.mark.parametrize("limit", [1, 50])
def test_that_the_limit_of_a_list_stands_in_its_statement(limit: int) -> None:
    """SQLite plans a statement anew each time a limit is bound to it, which takes a tenth of a page."""
    for query, values in (
        iq.newest(IncidentFilter(), None, limit, "sqlite"),
        iq.newest(IncidentFilter(), (9, 9), limit, "sqlite"),
        iq.board(IncidentFilter(), Step.REACTION, limit, "sqlite"),
    ):
        ready = prepared(query, DIALECT)
        assert f"LIMIT {limit} " in ready.text
        assert limit not in ready.values(values)


def test_that_a_filter_is_not_changed_by_asking_for_the_next_page() -> None:
    wanted = IncidentFilter(since=5)
    iq.newest(wanted, (9, 9), 50, "sqlite")
    assert iq.newest(wanted, None, 50, "sqlite")[1] == {"since": 5}
