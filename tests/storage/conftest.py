"""A furnished register on each of the three engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.factories import Desk, open_desk


@pytest.fixture
def desk(address: str) -> Iterator[Desk]:
    with open_desk(address) as desk:
        yield desk


@pytest.fixture
def sqlite_desk(sqlite_address: str) -> Iterator[Desk]:
    with open_desk(sqlite_address) as desk:
        yield desk
