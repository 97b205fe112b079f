"""A server ends our connections, at its restart for example: that is told once, and the next question is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa

from incident_desk.domain import commands as c
from incident_desk.usecases.errors import SurroundingsFailed
from tests.factories import Desk, open_desk

OURS = {
    "postgresql": "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    "mariadb": "SELECT id FROM information_schema.processlist WHERE db = database() AND id <> connection_id()",
}
END = {"postgresql": "SELECT pg_terminate_backend({0})", "mariadb": "KILL CONNECTION {0}"}


@pytest.fixture(params=[pytest.param(engine, marks=pytest.mark.server) for engine in OURS])
def served(request: pytest.FixtureRequest, make_address: Callable[[str], str]) -> Iterator[Desk]:
    with open_desk(make_address(request.param)) as desk:
        yield desk


def end_all(desk: Desk) -> None:
    name, another = desk.register._database.name, sa.create_engine(desk.register._database.writer.url)
    with another.connect() as connection:
        numbers = connection.execute(sa.text(OURS[name])).scalars().all()
        assert numbers
        for number in numbers:
            connection.execute(sa.text(END[name].format(number)))
    another.dispose()


def test_that_a_connection_that_was_ended_is_not_used_again(served: Desk) -> None:
    incident = served.new("identification", fields={"what_happened": "The infusion pump stopped"})
    queries = served.register.queries
    assert [found.row.id for found in queries.search("infusion")] == [incident]
    for ask in (lambda: queries.search("infusion"), queries.settings):
        end_all(served)
        with pytest.raises(SurroundingsFailed) as caught:
            ask()
        assert caught.value.code == "server_unreachable"
        assert [found.row.id for found in queries.search("infusion")] == [incident]
    served.do(incident, c.AddNote("x"))
    assert served.breaks() == []
