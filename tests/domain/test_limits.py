"""Limits of columns and people: what can be one, and what is over it."""

from __future__ import annotations

import pytest

from incident_desk.domain.limits import LIMIT_KEYS, is_capacity, is_limits, over


@pytest.mark.parametrize(("count", "limit", "too_many"), [(4, 5, 0), (5, 5, 0), (6, 5, 1), (9, 0, 0), (0, 1, 0)])
def test_that_what_is_over_is_counted_where_a_limit_is_set(count: int, limit: int, too_many: int) -> None:
    assert over(count, limit) == too_many


def test_that_each_column_and_each_person_can_have_one() -> None:
    assert LIMIT_KEYS == ("identification", "containment", "prioritisation", "reaction", "conclusion", "person")
    assert is_limits(dict.fromkeys(LIMIT_KEYS, 5))
    assert is_limits({})


@pytest.mark.parametrize("value", [None, [5], {"reaction": 0}, {"reaction": True}, {"reaction": 1000}, {"inbox": 5}])
def test_that_nothing_else_is_a_limit(value: object) -> None:
    assert not is_limits(value)


def test_that_a_team_has_whole_hours_in_a_week() -> None:
    assert is_capacity({"Ward 3": 32, "Qualität & Sicherheit": 9999})


@pytest.mark.parametrize(
    "value", [None, {"Ward 3": 0}, {"Ward 3": 1.5}, {"": 5}, {" ": 5}, {"a\x00b": 5}, {"x" * 501: 5}]
)
def test_that_nothing_else_is_the_hours_of_a_team(value: object) -> None:
    assert not is_capacity(value)
