"""A fresh program for each journey."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.program import Program


@pytest.fixture
def desk(tmp_path: Path) -> Program:
    """The command line with a data folder of its own and no register yet."""
    return Program(tmp_path / "data")
