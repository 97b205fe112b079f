"""Registers in a file, for faults that only a file meets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.factories import Desk, open_desk


@pytest.fixture
def sqlite_desk(sqlite_address: str) -> Iterator[Desk]:
    with open_desk(sqlite_address) as desk:
        yield desk
