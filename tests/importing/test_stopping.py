"""A list that is coming in tells how far it is; stopped at any time before the end, nothing of it is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incident_desk.domain.errors import Refused
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.importing import directory_run
from incident_desk.usecases.importing.directory_plan import plan_directory
from incident_desk.usecases.importing.directory_run import run_directory
from incident_desk.usecases.names import read_names
from tests.importing.tables import Imports, mapping, table

PEOPLE = table("Name|Job", "Zoe Zorn|Nurse", "Anna Berg|Quality nurse", "Yan Yu|Porter")
STORY = "The lift stopped between two floors and nobody heard the alarm"
Stop = Callable[[int, int], bool]  # whether to stop there


def take_people_in(imports: Imports, stop: Stop) -> list[tuple[int, int]]:
    """What was told on the way."""
    desk, told = imports.desk, list[tuple[int, int]]()
    plan = plan_directory(read_names(desk.register.queries), desk.submitter.actor, PEOPLE, "people")

    def progress(done: int, of: int) -> bool:
        told.append((done, of))
        return not stop(done, of)

    run_directory(desk.submitter, plan, uuid7(), progress=progress)
    return told


def test_that_a_list_of_people_tells_how_far_it_is(imports: Imports, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory_run, "_TOLD_EVERY", 2)
    assert take_people_in(imports, lambda done, of: False) == [(0, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("at", [0, 3])
def test_that_nothing_of_a_list_that_was_stopped_is_there(at: int, imports_anywhere: Imports) -> None:
    desk = imports_anywhere.desk
    before = desk.register.queries.people()
    with pytest.raises(Refused) as refused:
        take_people_in(imports_anywhere, lambda done, of: done == at)
    assert refused.value.code == "stopped"
    assert desk.register.queries.people() == before
    assert len(take_people_in(imports_anywhere, lambda done, of: False)) == 2
    assert {"Zoe Zorn", "Yan Yu"} < {person.name for person in desk.register.queries.people()}


def test_that_a_short_list_of_incidents_is_stopped_too(imports: Imports) -> None:
    plan = imports.plan(table("Text", STORY), mapping(what_happened="Text"))
    with pytest.raises(Refused) as refused:
        imports.run(plan, progress=lambda done, of: False)
    assert refused.value.code == "stopped"
    assert imports.ids() == []
