"""When incidents count as coming again: the stretch of time around one of them that holds most of the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.problems import PackProblems
from incident_desk.domain.recurrence import USUAL, Recurrence, around
from tests.factories import PACK_DATA, make_pack

TIMES = st.lists(st.integers(0, 200), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("times", "at", "ends"),
    [
        ((10,), 10, (10, 10)),
        ((10, 40), 10, (10, 40)),  # both ends of the stretch count
        ((10, 41), 10, (10, 10)),
        ((5, 20, 34, 60), 20, (5, 34)),
        ((25, 20, 50, 55), 25, (20, 50)),  # of two that hold as many the earlier
        ((25, 20, 50, 54, 55), 25, (25, 55)),  # else the one that holds more
        ((20,), 10, None),
    ],
)
def test_that_the_fullest_stretch_around_a_moment_is_found(
    times: tuple[int, ...], at: int, ends: tuple[int, int] | None
) -> None:
    assert around(times, at, 30) == ends


@given(TIMES, st.integers(0, 60), st.data())
def test_that_no_stretch_around_it_holds_more(times: list[int], span: int, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from(times))
    ends = around(times, at, span)
    assert ends is not None
    first, last = ends
    assert first <= at <= last <= first + span
    held = sum(first <= time <= last for time in times)
    for begin in range(at - span, at + 1):
        assert held >= sum(begin <= time <= begin + span for time in times)


def test_that_a_pack_says_how_often_is_again() -> None:
    assert make_pack().recurrence == USUAL
    own = [{"by": "equipment", "count": 2, "days": 365}]
    assert make_pack(recurrence=own).recurrence == (Recurrence("equipment", 2, 365),)
    assert make_pack(recurrence=[]).recurrence == ()


@pytest.mark.parametrize(
    "rule",
    [
        {"by": "weather", "count": 3, "days": 30}, {"by": "equipment", "count": 1, "days": 30},
        {"by": "equipment", "count": 3, "days": 0}, {"by": "equipment", "count": 3},
        {"by": "equipment", "count": 3, "days": 30, "hours": 1},
    ],
)  # fmt: skip
def test_that_a_rule_that_means_nothing_is_named(rule: dict[str, object]) -> None:
    with pytest.raises(PackProblems):
        read_pack({**PACK_DATA, "recurrence": [rule]}, KNOWN_NEEDS)


def test_that_each_way_of_being_alike_has_one_rule() -> None:
    rule = {"by": "equipment", "count": 3, "days": 30}
    with pytest.raises(PackProblems):
        read_pack({**PACK_DATA, "recurrence": [rule, rule]}, KNOWN_NEEDS)
