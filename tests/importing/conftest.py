"""Registers to import into."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.factories import open_desk
from tests.importing.tables import Imports


@pytest.fixture
def imports(sqlite_address: str) -> Iterator[Imports]:
    with open_desk(sqlite_address) as desk:
        yield Imports(desk)


@pytest.fixture
def imports_anywhere(address: str) -> Iterator[Imports]:
    """On each of the three engines."""
    with open_desk(address) as desk:
        yield Imports(desk)
