"""What a pack answers: the gate and the route of a record, its questions, options and scores."""

from __future__ import annotations

from dataclasses import replace

import pytest

from incident_desk.domain.declarations import Option
from incident_desk.domain.packs.model import Gate, Route
from incident_desk.domain.text import Text
from incident_desk.domain.vocabulary import Kind, Priority, Step
from tests.factories import PACK

HAZARD, LOW = frozenset({Kind.HAZARD}), frozenset({Priority.LOW})
# From the least to the most exact.
GATES = (
    Gate(Step.CONCLUSION, ("summary",)),
    Gate(Step.CONCLUSION, ("lesson",), priorities=LOW),
    Gate(Step.CONCLUSION, ("feedback",), kinds=HAZARD),
    Gate(Step.CONCLUSION, ("cause",), kinds=HAZARD, priorities=LOW),
)
ROUTES = (
    Route((Step.IDENTIFICATION, Step.REACTION, Step.CONCLUSION), priorities=LOW),
    Route((Step.IDENTIFICATION, Step.CONCLUSION), kinds=HAZARD),
)


@pytest.mark.parametrize("gates", [GATES, GATES[::-1]])
@pytest.mark.parametrize(
    ("kind", "priority", "needs"),
    [
        (Kind.INCIDENT, Priority.HIGH, ("summary",)),
        (Kind.INCIDENT, Priority.LOW, ("lesson",)),
        (Kind.HAZARD, Priority.HIGH, ("feedback",)),
        (Kind.HAZARD, Priority.LOW, ("cause",)),
    ],
)
def test_that_the_most_exact_gate_counts(
    gates: tuple[Gate, ...], kind: Kind, priority: Priority, needs: tuple[str, ...]
) -> None:
    assert replace(PACK, gates=gates).gate(Step.CONCLUSION, kind, priority).needs == needs


def test_that_a_step_without_a_gate_needs_nothing() -> None:
    assert replace(PACK, gates=GATES).gate(Step.REACTION, Kind.INCIDENT, Priority.HIGH).needs == ()


@pytest.mark.parametrize("routes", [ROUTES, ROUTES[::-1]])
def test_that_the_most_exact_route_counts(routes: tuple[Route, ...]) -> None:
    pack = replace(PACK, routes=routes)
    assert pack.route(Kind.HAZARD, Priority.LOW) == (Step.IDENTIFICATION, Step.CONCLUSION)
    assert pack.route(Kind.INCIDENT, Priority.LOW) == (Step.IDENTIFICATION, Step.REACTION, Step.CONCLUSION)
    assert pack.route(Kind.INCIDENT, Priority.HIGH) == tuple(Step)


def test_that_a_matrix_gives_score_and_priority() -> None:
    assert PACK.matrix.score("3", "5") == 15
    assert PACK.matrix.priority(15) is Priority.CRITICAL
    assert PACK.matrix.priority(3) is Priority.LOW
    assert PACK.matrix.priority(4) is Priority.MEDIUM


def test_that_a_matrix_refuses_what_it_does_not_have() -> None:
    with pytest.raises(ValueError, match="6"):
        PACK.matrix.score("6", "1")
    with pytest.raises(ValueError, match="26"):
        PACK.matrix.priority(26)


def test_that_rows_and_columns_of_a_matrix_are_not_mixed_up() -> None:
    cells = ((1, 2), (3, 4))
    matrix = replace(PACK.matrix, rows=PACK.matrix.rows[:2], columns=PACK.matrix.columns[:2], cells=cells)
    assert (matrix.score("1", "2"), matrix.score("2", "1")) == (2, 3)


def test_that_categories_and_questions_are_found_by_their_keys() -> None:
    device = PACK.category("device")
    assert device is not None
    assert PACK.category("gadget") is None
    assert PACK.subcategory("device.pump") == device.subcategories[0]
    assert PACK.subcategory("device.bed") is None
    assert PACK.subcategory("gadget.pump") is None
    assert PACK.questions("device") == device.questions
    assert PACK.questions("gadget") == ()
    assert PACK.field("device.serial") == device.questions[0]
    assert PACK.field("device.colour") is None
    assert len(PACK.all_questions()) == len(PACK.questions("device")) + len(PACK.questions("medication"))


def test_that_a_pack_gives_options_to_fields_of_the_program() -> None:
    own = (Option("staff", Text("Team", "Team")),)
    pack = replace(PACK, choices={"detected_by": own})
    assert pack.options("detected_by") == own
    assert pack.options("could_spread") == ()
    cells = tuple(row[:2] for row in PACK.matrix.cells)
    narrow = replace(PACK, matrix=replace(PACK.matrix, columns=PACK.matrix.columns[:2], cells=cells))
    for key, number in (("actual_row", 5), ("potential_row", 5), ("actual_column", 2), ("potential_column", 2)):
        assert len(narrow.options(key)) == number
