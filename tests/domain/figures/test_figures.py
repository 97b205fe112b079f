"""Figures against tables that were worked out by hand; the working stands beside each."""

from __future__ import annotations

from datetime import date

import pytest

from incident_desk.domain.figures.control import limits_of
from incident_desk.domain.figures.months import after, begins, month_of, months_up_to
from incident_desk.domain.figures.pareto import OTHERS, pareto
from incident_desk.domain.figures.spread import quantile

# values                 10, 12,  8, 11,  9, 10: sum 60, mean 60 / 6 = 10
# moving ranges              2,  4,  3,  2,  1: sum 12, mean 12 / 5 = 2.4
# reach 2.66 * 2.4 = 6.384; limits 10 - 6.384 = 3.616 and 10 + 6.384 = 16.384
CALM = (10, 12, 8, 11, 9, 10)
# values                  4,  6,  5,  5,  6,  4, 22: sum 52, mean 52 / 7 = 7.428571...
# moving ranges              2,  1,  0,  1,  2, 18: sum 24, mean 24 / 6 = 4
# reach 2.66 * 4 = 10.64; upper 18.068571..., lower 7.428571 - 10.64 = -3.21 and so 0; 22 is outside
PEAK = (4, 6, 5, 5, 6, 4, 22)
# values                  9, 1, 1, 2, 1, 2, 1, 2, 1: sum 20, mean 20 / 9 = 2.2222...; the last eight lie below it
# moving ranges              8, 0, 1, 1, 1, 1, 1, 1: sum 14, mean 14 / 8 = 1.75; reach 2.66 * 1.75 = 4.655
# upper 6.877222..., lower 0; the first is outside, the ninth completes the run
RUN = (9, 1, 1, 2, 1, 2, 1, 2, 1)


@pytest.mark.parametrize(
    ("values", "mean", "lower", "upper", "outside", "runs"),
    [
        (CALM, 10.0, 3.616, 16.384, (), ()),
        (PEAK, 52 / 7, 0.0, 52 / 7 + 10.64, (6,), ()),
        (RUN, 20 / 9, 0.0, 20 / 9 + 4.655, (0,), (8,)),
        ((5, 5, 5, 5, 5, 5), 5.0, 5.0, 5.0, (), ()),
        ((0, 0, 0, 0, 0, 0), 0.0, 0.0, 0.0, (), ()),
    ],
)
def test_that_limits_are_those_of_the_table(
    values: tuple[int, ...], mean: float, lower: float, upper: float, outside: tuple[int, ...], runs: tuple[int, ...]
) -> None:
    limits = limits_of(values)
    assert limits is not None
    assert (limits.mean, limits.lower, limits.upper) == pytest.approx((mean, lower, upper))
    assert (limits.outside, limits.runs) == (outside, runs)


def test_that_a_value_on_the_mean_breaks_a_run() -> None:
    # 4 * 3 + 3 + 4 * 3 + 3 * 1 + ... the mean of (4,4,4,4,3,4,4,4,4,-5) is 30 / 10 = 3: the fifth lies on it
    limits = limits_of((4, 4, 4, 4, 3, 4, 4, 4, 4, -5))
    assert limits is not None
    assert limits.mean == 3
    assert limits.runs == ()


def test_that_fewer_than_six_values_have_no_limits() -> None:
    assert limits_of((1, 2, 3, 4, 5)) is None


def test_that_the_largest_come_first_with_their_share_together() -> None:
    # 50 + 30 + 15 + 5 = 100; together 50, 80, 95 and 100 of 100
    found = pareto({"fall": 30, "device": 50, "care": 5, "drug": 15, "none": 0})
    assert [(each.key, each.count, each.together) for each in found] == [
        ("device", 50, 0.5), ("fall", 30, 0.8), ("drug", 15, 0.95), ("care", 5, 1.0),
    ]  # fmt: skip


def test_that_what_is_left_over_is_one_more_and_nothing_is_lost() -> None:
    found = pareto({f"k{n:02}": 20 - n for n in range(15)}, most=10)
    assert found[-1].key == OTHERS
    assert (found[-1].count, found[-1].together) == (10 + 9 + 8 + 7 + 6, 1.0)
    assert sum(each.count for each in found) == sum(20 - n for n in range(15))
    assert pareto({}) == ()


def test_that_quantiles_lie_between_the_two_nearest() -> None:
    # type 7: place (n - 1) * share; of (1, 2, 4, 8): 0.75, 1.5 and 2.25
    assert [quantile((1, 2, 4, 8), share) for share in (0.25, 0.5, 0.75)] == [1.75, 3.0, 5.0]
    assert quantile((7,), 0.9) == 7
    with pytest.raises(ValueError, match="no values"):
        quantile((), 0.5)


def test_that_months_begin_at_midnight_of_the_zone_over_year_and_clock_changes() -> None:
    assert months_up_to(date(2027, 2, 1), 4) == [
        date(2026, 11, 1),
        date(2026, 12, 1),
        date(2027, 1, 1),
        date(2027, 2, 1),
    ]
    assert after(date(2026, 12, 1)) == date(2027, 1, 1)
    # Berlin: UTC+2 on 1 April, UTC+1 on 1 November
    assert begins(date(2026, 11, 1), "Europe/Berlin") - begins(date(2026, 4, 1), "Europe/Berlin") == (
        (214 * 24 + 1) * 3_600_000_000
    )
    assert month_of(begins(date(2026, 11, 1), "Europe/Berlin"), "Europe/Berlin") == date(2026, 11, 1)
    assert month_of(begins(date(2026, 11, 1), "Europe/Berlin") - 1, "Europe/Berlin") == date(2026, 10, 1)
