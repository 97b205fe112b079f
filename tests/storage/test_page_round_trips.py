"""Pages of a list: a server is asked once for the rows and for whether the names beside them still stand."""

from __future__ import annotations

from contextlib import closing

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.storage.register import open_register
from incident_desk.usecases.rows import IncidentFilter
from tests.factories import Desk
from tests.storage.wire import wire_to


def test_that_a_page_takes_one_round_trip(desk: Desk) -> None:
    if "://" not in desk.address:
        pytest.skip("a file has no round trips")
    desk.do(None, c.RecordIncident({"place": "Ward 3", "title": "x"}))
    with wire_to(desk.address) as wire, closing(open_register(wire.address)) as register:
        first = register.queries.incidents(IncidentFilter())
        before = wire.turns()
        page = register.queries.incidents(IncidentFilter())
        taken = wire.turns() - before
    assert taken == 1
    assert page == first == desk.register.queries.incidents(IncidentFilter())


def test_that_a_page_tells_a_name_as_it_stands_now(desk: Desk) -> None:
    """Both the first page and those that are read while the names are known."""
    desk.do(None, c.RecordIncident({"place": "Ward 3", "title": "x"}))
    with closing(open_register(desk.address)) as register:

        def shown() -> str:
            return register.queries.incidents(IncidentFilter())[0].place_name

        assert [shown(), shown()] == [shown(), desk.register.queries.incidents(IncidentFilter())[0].place_name]
        ward = next(place for place in desk.register.queries.places() if place.name == "Ward 3")
        desk.do(ward.id, d.ChangePlace(ward.id, {"name": "Ward Three"}))
        assert "Ward Three" in shown()
        assert "Ward Three" in shown()


def test_that_a_page_without_rows_is_read_with_and_without_known_names(own_desk: Desk) -> None:
    nothing = IncidentFilter(since=2**53)
    own_desk.do(None, c.RecordIncident({"place": "Ward 3", "title": "x"}))
    assert own_desk.register.queries.incidents(nothing) == []
    assert own_desk.register.queries.incidents(IncidentFilter())[0].place_name
    assert own_desk.register.queries.incidents(nothing) == []
