"""Times as people type them are understood, and nothing is added to them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from incident_desk.domain.values import Precision
from incident_desk.gui.widgets.time_words import (
    NotATimeError,
    SkippedHourError,
    between,
    moment_of,
    read_typed,
    stated,
)

TODAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("14:30", TODAY, time(14, 30)),
        ("8:05:30", TODAY, time(8, 5, 30)),
        ("12.11. 14:30", TODAY, time(14, 30)),
        ("12.11 14:30", TODAY, time(14, 30)),
        ("12/11/2026 14:30", TODAY, time(14, 30)),
        ("3.2.27, 7:00", date(2027, 2, 3), time(7)),
        ("2026-11-12 08:25", TODAY, time(8, 25)),
        ("2026-11-12T08:25", TODAY, time(8, 25)),
        ("2026-11-12", TODAY, None),
        ("12 Nov 2026", TODAY, None),
        ("12 Nov 2026, 08:25", TODAY, time(8, 25)),
        ("Thu 12 Nov, 8:25", TODAY, time(8, 25)),
        ("Nov 12 2026", TODAY, None),
        ("12. März 2026", date(2026, 3, 12), None),
        ("Mi., 11. November 14 Uhr", date(2026, 11, 11), time(14)),
        ("14.30 Uhr", TODAY, time(14, 30)),
        ("um 14:30 Uhr", TODAY, time(14, 30)),
        ("6:40 pm", TODAY, time(18, 40)),
        ("12 am", TODAY, time(0)),
        ("12:15 pm", TODAY, time(12, 15)),
        ("14:30 am 12.11.", TODAY, time(14, 30)),
        ("yesterday 23:50", date(2026, 11, 11), time(23, 50)),
        ("gestern", date(2026, 11, 11), None),
        ("heute 7:00", TODAY, time(7)),
        ("morgen um 7:00", date(2026, 11, 13), time(7)),
        ("29.2.2028", date(2028, 2, 29), None),
    ],
)
def test_that_a_typed_time_is_understood(text: str, day: date, hour: time | None) -> None:
    typed = read_typed(text, TODAY)
    assert (typed.day, typed.hour, typed.about) == (day, hour, False)


@pytest.mark.parametrize("text", ["about 14:30", "ca. 14:30", "etwa 14:30", "~14:30", "gegen 14:30 Uhr"])
def test_that_about_is_understood(text: str) -> None:
    typed = read_typed(text, TODAY)
    assert typed.about
    assert stated(typed, Precision.EXACT, "Europe/Dublin").precision is Precision.ABOUT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "25:00",
        "14:61",
        "31.2.2026",
        "2026-13-01",
        "12 Foo",
        "1430",
        "12.11. 14:30 extra",
        "99",
        "14:30 15:30",
    ],
)
def test_that_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NotATimeError):
        read_typed(text, TODAY)


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        (date(2026, 1, 2), "30.12.", date(2025, 12, 30)),
        (date(2026, 12, 30), "2.1.", date(2027, 1, 2)),
        (date(2026, 11, 12), "1 Nov", date(2026, 11, 1)),
        (date(2026, 3, 1), "31.12.", date(2025, 12, 31)),
        (date(2027, 6, 1), "29.2.", date(2028, 2, 29)),
    ],
)
def test_that_a_day_without_a_year_is_the_nearest(today: date, text: str, day: date) -> None:
    assert read_typed(text, today).day == day


def test_that_a_day_without_an_hour_is_not_midnight() -> None:
    value = stated(read_typed("12.11.2026", TODAY), Precision.EXACT, "Europe/Berlin")
    assert value.precision is Precision.DATE
    assert value.earliest == datetime(2026, 11, 11, 23, tzinfo=UTC)
    assert value.latest == datetime(2026, 11, 12, 22, 59, 59, 999999, tzinfo=UTC)


def test_that_a_skipped_hour_is_noticed() -> None:
    with pytest.raises(SkippedHourError):
        moment_of(read_typed("29.3.2026 2:30", TODAY), "Europe/Berlin")
    assert moment_of(read_typed("29.3.2026 3:30", TODAY), "Europe/Berlin") == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_that_between_two_days_covers_both() -> None:
    value = between(read_typed("11.11.", TODAY), read_typed("12.11.", TODAY), "UTC")
    assert value.earliest == datetime(2026, 11, 11, tzinfo=UTC)
    assert value.latest == datetime(2026, 11, 12, 23, 59, 59, 999999, tzinfo=UTC)
    assert value.precision is Precision.BETWEEN
