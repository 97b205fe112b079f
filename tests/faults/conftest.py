"""Registers in a file, for faults that only a file meets."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator

import pytest

from tests import processes
from tests.factories import Desk, open_desk
from tests.faults.disk import Disk, unmounter


@pytest.fixture
def sqlite_desk(sqlite_address: str) -> Iterator[Desk]:
    with open_desk(sqlite_address) as desk:
        yield desk


@pytest.fixture(scope="module")
def can_mount(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Some faults need a file system of our own; where none may be mounted, that is said, as of a missing server."""
    if importlib.util.find_spec("mfusepy") is None:
        pytest.skip("NOT TESTED: disks of our own, mfusepy is not installed: run packaging/test.sh")
    unmounter()
    try:
        with Disk(tmp_path_factory.mktemp("try")).powered():
            pass
    except processes.StartError as error:
        pytest.skip(f"NOT TESTED: disks of our own, no file system can be mounted here: {error}")
