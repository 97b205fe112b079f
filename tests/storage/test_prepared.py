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
from incident_desk.storage.dialects.batch import Statement
from incident_desk.storage.dialects.prepared import prepared, writing
from incident_desk.storage.growing import HEAD
from incident_desk.usecases.rows import IncidentFilter
from tests.factories import an_id

DIALECT = dialects.dialect()
NAMES = tuple(t.op.c.keys())
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
    told = Statement(t.op.insert(), NAMES, [tuple(row.values()) for row in rows])
    sent = _stored(lambda connection: sqlite.send(connection, [told]))
    assert sent == _stored(lambda connection: connection.execute(t.op.insert(), rows))
    assert [row[1] for row in sent] == ["blob", "blob"]


def test_that_sending_tells_how_many_rows_each_statement_touched() -> None:
    counts: list[int] = []
    renamed = sa.update(t.op).where(t.op.c.done_at > sa.bindparam("b_at")).values(result=sa.bindparam("b_result"))

    def send(connection: sa.Connection) -> None:
        rows = [(an_id(n), 5, "{}") for n in (1, 2)]
        told = [Statement(t.op.insert(), NAMES, rows), Statement(renamed, ("b_at", "b_result"), [(4, "2")])]
        counts.extend(sqlite.send(connection, told))

    assert [row[4] for row in _stored(send)] == ["2", "2"]
    assert counts == [2, 2]


def test_that_a_row_without_one_of_its_values_is_not_sent() -> None:
    renamed = sa.update(t.op).where(t.op.c.done_at > sa.bindparam("b_at")).values(result=sa.bindparam("b_result"))
    with pytest.raises(ValueError, match="not in tuple"):
        writing(renamed, DIALECT, ("b_at",))


def test_that_a_row_that_is_too_short_is_not_sent() -> None:
    short = Statement(t.op.insert(), NAMES, [(an_id(1), 5)])
    with pytest.raises(sa.exc.ProgrammingError):
        _stored(lambda connection: sqlite.send(connection, [short]))


def test_that_what_the_driver_refuses_is_told_as_the_long_way_tells_it() -> None:
    twice = Statement(t.op.insert(), NAMES, [(an_id(1), 5, "{}")] * 2)
    with pytest.raises(sa.exc.IntegrityError, match="UNIQUE"):
        _stored(lambda connection: sqlite.send(connection, [twice]))


def test_that_new_rows_get_keys_in_their_order() -> None:
    keys: list[int] = []
    heads = [(an_id(n), "incident", 1, bytes(32), 5, 1) for n in (9, 3, 7)]
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        t.chain.create(connection)
        keys = sqlite.keys_of_new(connection, Statement(t.chain.insert(), HEAD, heads))
        found = connection.execute(sa.select(t.chain.c.no, t.chain.c.id).order_by(t.chain.c.no)).all()
    engine.dispose()
    assert [tuple(row) for row in found] == list(zip(keys, [an_id(n) for n in (9, 3, 7)], strict=True))


def test_that_a_statement_brings_its_own_values() -> None:
    grown = sa.update(t.chain).values(pending=sa.func.coalesce(t.chain.c.pending, 7) + sa.bindparam("b_added"))
    assert list(writing(grown, DIALECT, ("b_added",)).rows([(3,), (4,)])) == [(7, 3), (7, 4)]


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
