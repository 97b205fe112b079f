"""The registers that are measured can still be made: nobody shall find out only when a benchmark is wanted."""

from __future__ import annotations

from pathlib import Path

from incident_desk.usecases.rows import IncidentFilter
from tests.benchmarks.registers import register_of, services_in


def test_that_a_register_to_measure_is_made_and_made_once(tmp_path: Path) -> None:
    path = register_of(120, tmp_path)
    made = path.stat().st_mtime_ns
    register = services_in(tmp_path).open_register(str(path))
    try:
        assert register.queries.count(IncidentFilter()) == 120
    finally:
        register.close()
    assert register_of(120, tmp_path) == path
    assert path.stat().st_mtime_ns == made
