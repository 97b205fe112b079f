"""Furnished registers on each of the three engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import databases
from tests.factories import Desk, open_desk


@pytest.fixture
def own_desk(address: str) -> Iterator[Desk]:
    with open_desk(address) as desk:
        yield desk


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(engine, marks=() if engine == "sqlite" else pytest.mark.server) for engine in databases.ENGINES
    ],
)
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One register for the tests of a module that need incidents of their own, but no register of their own."""
    try:
        place = tmp_path_factory.mktemp("shared")
        with databases.new_database(request.param, place) as address, open_desk(address) as desk:
            yield desk
    except databases.NoServerError as reason:
        pytest.skip(str(reason))


@pytest.fixture
def sqlite_desk(sqlite_address: str) -> Iterator[Desk]:
    with open_desk(sqlite_address) as desk:
        yield desk
