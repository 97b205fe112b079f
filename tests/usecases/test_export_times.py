"""Times in sheets: what was stated, no more exact than it was, and the same again when it is read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from incident_desk.domain.errors import Refused
from incident_desk.domain.values import Precision, StatedTime, micros
from incident_desk.usecases.export.times import LocalTimes, Moments, StatedTimes, read_stated

ZONES = ("Europe/Berlin", "UTC", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia",
         "Atlantic/Azores")  # fmt: skip
MINUTES = st.datetimes(datetime(1972, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
INSTANTS = st.one_of(MINUTES, st.datetimes(datetime(1930, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))


@st.composite
def stated_times(draw: st.DrawFn) -> StatedTime:
    zone = draw(st.sampled_from(ZONES))
    first = draw(INSTANTS)
    match draw(st.sampled_from(Precision)):
        case Precision.UNKNOWN:
            return StatedTime.unknown(zone)
        case Precision.DATE:
            return StatedTime.on(first.date(), zone)
        case Precision.BETWEEN:
            return _range(draw, first, zone)
        case precision:
            return StatedTime.at(first, zone, precision)


def _range(draw: st.DrawFn, first: datetime, zone: str) -> StatedTime:
    """Between two instants, or whole days, or a whole month."""
    if draw(st.booleans()):
        last = first + draw(st.timedeltas(timedelta(0), timedelta(days=40)))
        return StatedTime(first, last, Precision.BETWEEN, zone)
    day = first.date().replace(day=1)
    length = draw(st.sampled_from([0, 3, ((day + timedelta(days=31)).replace(day=1) - day).days - 1]))
    start, end = StatedTime.on(day, zone), StatedTime.on(day + timedelta(days=length), zone)
    return StatedTime(start.earliest, end.latest, Precision.BETWEEN, zone)


def moments(time: StatedTime) -> Moments:
    ends = [None if end is None else micros(end) for end in (time.earliest, time.latest)]
    return ends[0], ends[1], str(time.precision), time.zone


def told(time: StatedTime, own_zone: str, language: str = "en") -> str:
    return StatedTimes(LocalTimes(own_zone), language).tell(moments(time))


@given(stated_times(), st.sampled_from(ZONES), st.sampled_from(["en", "de"]))
def test_that_a_stated_time_reads_back_as_it_was_stated(time: StatedTime, own_zone: str, language: str) -> None:
    assert read_stated(told(time, own_zone, language), own_zone) == time.to_json()


@given(st.lists(st.none() | stated_times(), max_size=30), st.sampled_from(ZONES))
def test_that_a_column_is_told_as_each_of_its_times_alone(times: list[StatedTime | None], own_zone: str) -> None:
    stated = StatedTimes(LocalTimes(own_zone), "en")
    values = [None if time is None else moments(time) for time in times]
    assert stated.tell_all(values, "erased") == ["" if value is None else stated.tell(value) for value in values]


@example(
    [datetime(1935, 1, 1, 0, 0, 52, tzinfo=UTC)], "America/St_Johns"
)  # three and a half hours and 52 seconds behind
@given(st.lists(INSTANTS, max_size=30), st.sampled_from(ZONES))
def test_that_instants_are_those_of_the_clock_on_the_wall(instants: list[datetime], zone: str) -> None:
    shown = LocalTimes(zone).minutes([*map(micros, instants), None])
    wall = [f"{each.astimezone(ZoneInfo(zone)).replace(tzinfo=None):%Y-%m-%d %H:%M}" for each in instants]
    assert [each[:16] for each in shown] == [*wall, ""]


@pytest.mark.parametrize(
    ("time", "en", "de"),
    [
        (StatedTime.at(datetime(2026, 11, 12, 13, 30, tzinfo=UTC), "Europe/Berlin"), "2026-11-12 14:30", None),
        (StatedTime.at(datetime(2026, 11, 12, 13, 30, tzinfo=UTC), "Europe/Berlin", Precision.ABOUT),
         "about 2026-11-12 14:30", "etwa 2026-11-12 14:30"),
        (StatedTime.on(datetime(2026, 11, 12).date(), "Europe/Berlin"), "2026-11-12", None),
        (StatedTime.unknown("Europe/Berlin"), "not known", "nicht bekannt"),
        (StatedTime(datetime(2026, 10, 31, 23, tzinfo=UTC), datetime(2026, 11, 30, 22, 59, 59, 999999, tzinfo=UTC),
                    Precision.BETWEEN, "Europe/Berlin"), "2026-11", None),
        (StatedTime(datetime(2026, 11, 12, 8, tzinfo=UTC), datetime(2026, 11, 12, 9, tzinfo=UTC), Precision.BETWEEN,
                    "Europe/Berlin"), "2026-11-12 09:00 to 2026-11-12 10:00", "2026-11-12 09:00 bis 2026-11-12 10:00"),
        (StatedTime.at(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/Berlin"), "2026-10-25 02:30+01:00", None),
        (StatedTime.at(datetime(2026, 11, 12, 5, 30, tzinfo=UTC), "Asia/Tokyo"), "2026-11-12 14:30 (Asia/Tokyo)", None),
    ],
)  # fmt: skip
def test_that_times_look_as_the_manual_says(time: StatedTime, en: str, de: str | None) -> None:
    assert told(time, "Europe/Berlin", "en") == en
    assert told(time, "Europe/Berlin", "de") == (de or en)


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01", "2026-11-12 25:00", "about", "2026-11-12 to", "12.11.2026",
                                  "2026-11-12 10:00 to 2026-11-12 09:00", "2026-11-12 10:00 (Nowhere/Land)"])  # fmt: skip
def test_that_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="time_expected"):
        read_stated(text, "Europe/Berlin")
