"""Times of sheets are read with exactly the precision they were written with, or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain.values import Precision, StatedTime
from incident_desk.usecases.importing.clocks import named_zone, vague_zone
from incident_desk.usecases.importing.dates import (
    DateOrder,
    NotRead,
    ReadInPart,
    TimeReading,
    read_clock,
    read_day,
    read_time,
)

BERLIN = "Europe/Berlin"


def read(text: str, order: DateOrder = "dmy", *, midnight_unknown: bool = False) -> tuple[str, str]:
    """Local time and precision; a day, and a month as first and last day."""
    found = read_time(text, TimeReading(order, BERLIN, midnight_unknown))
    assert found.earliest is not None
    assert found.latest is not None
    first, last = (each.astimezone(ZoneInfo(BERLIN)) for each in (found.earliest, found.latest))
    if found.precision is Precision.DATE:
        return f"{first:%Y-%m-%d}", "date"
    if found.precision is Precision.BETWEEN:
        return f"{first:%Y-%m-%d} {last:%Y-%m-%d}", "between"
    return f"{first:%Y-%m-%d %H:%M}", str(found.precision)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12.03.2021", ("2021-03-12", "date")),
        ("12-03-2021 08:30", ("2021-03-12 08:30", "exact")),
        ("12/3/21 8.30 Uhr", ("2021-03-12 08:30", "exact")),
        ("1.2.99", ("1999-02-01", "date")),
        ("2021-03-12", ("2021-03-12", "date")),
        ("2021-03-12T08:30:00", ("2021-03-12 08:30", "exact")),
        ("2021-03-12T07:30:00Z", ("2021-03-12 08:30", "exact")),
        ("12 March 2021", ("2021-03-12", "date")),
        ("12. März 2021, 8:30", ("2021-03-12 08:30", "exact")),
        ("March 12, 2021 8:30 PM", ("2021-03-12 20:30", "exact")),
        ("12-Mar-21", ("2021-03-12", "date")),
        ("3rd of May 2020", ("2020-05-03", "date")),
        ("Fr., 12.03.2021 um 08:30", ("2021-03-12 08:30", "exact")),
        ("Friday, 12 March 2021", ("2021-03-12", "date")),
        ("ca. 12.03.2021 08:30", ("2021-03-12 08:30", "about")),
        ("about 2021-03-12 08:30", ("2021-03-12 08:30", "about")),
        ("March 2021", ("2021-03-01 2021-03-31", "between")),
        ("03/2021", ("2021-03-01 2021-03-31", "between")),
        ("2024-02", ("2024-02-01 2024-02-29", "between")),
        ("2021", ("2021-01-01 2021-12-31", "between")),
        ("44267", ("2021-03-12", "date")),
        ("44267.354166666664", ("2021-03-12 08:30", "exact")),
        ("12.03.2021 00:00", ("2021-03-12 00:00", "exact")),
        ("2021-03-12 24:00", ("2021-03-13 00:00", "exact")),
        ("12.03.2021, 24.00 Uhr", ("2021-03-13 00:00", "exact")),
        ("20210312", ("2021-03-12", "date")),
        ("2021-03-12 0830", ("2021-03-12 08:30", "exact")),
        ("12.03.2021 0830 Uhr", ("2021-03-12 08:30", "exact")),
        ("2021-03-12 07:30 UTC", ("2021-03-12 08:30", "exact")),
        ("2021-03-12 07:30:00 GMT", ("2021-03-12 08:30", "exact")),
        ("12.07.2021 08:30 MEZ", ("2021-07-12 09:30", "exact")),
        ("12.07.2021 08:30 (UTC+2)", ("2021-07-12 08:30", "exact")),
        ("05/Feb/25 2:13 PM", ("2025-02-05 14:13", "exact")),
        ("05/Feb/2025", ("2025-02-05", "date")),
        ("20240108T065800Z", ("2024-01-08 07:58", "exact")),
        ("20240108T0658Z", ("2024-01-08 07:58", "exact")),
        ("20240108T065800+0100", ("2024-01-08 06:58", "exact")),
        ("20240108T065800", ("2024-01-08 06:58", "exact")),
        ("3 febbraio 2025", ("2025-02-03", "date")),
        ("3 de febrero de 2025", ("2025-02-03", "date")),
        ("3 febrero del 2025 14:05", ("2025-02-03 14:05", "exact")),
        ("3 févr. 2025", ("2025-02-03", "date")),
        ("1er août 2025", ("2025-08-01", "date")),
        ("lundi 3 février 2025", ("2025-02-03", "date")),
        ("3 mei 2025", ("2025-05-03", "date")),
        ("Mar 3 2025", ("2025-03-03", "date")),
        ("febrero de 2025", ("2025-02-01 2025-02-28", "between")),
    ],
)
def test_that_what_people_write_is_read(text: str, found: tuple[str, str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-03-12 10:00 - 11:30", "12 10:00", "12 11:30"),
        ("12.03.2021, 10-11 Uhr", "12 10:00", "12 11:00"),
        ("12.03.2021 von 10 bis 11 Uhr", "12 10:00", "12 11:00"),
        ("12.03.2021 22:00 bis 06:00 Uhr", "12 22:00", "13 06:00"),
        ("March 12, 2021 2:00-3:30 pm", "12 14:00", "12 15:30"),
        ("12/03/2021 11:30 to 1:00 pm", "12 11:30", "12 13:00"),
        ("12.03.2021 09:00–10:00 UTC", "12 10:00", "12 11:00"),
    ],
)
def test_that_from_when_to_when_is_between_the_two(text: str, first: str, last: str) -> None:
    found = read_time(text, TimeReading("dmy", BERLIN))
    assert found.precision is Precision.BETWEEN
    ends = [each.astimezone(ZoneInfo(BERLIN)) for each in (found.earliest, found.latest) if each]
    assert [f"{each:%d %H:%M}" for each in ends] == [first, last]


def test_that_an_hour_that_clocks_skip_or_show_twice_is_told() -> None:
    with pytest.raises(ReadInPart, match="hour_skipped") as skipped:
        read("31.03.2024 02:30")
    assert skipped.value.value == StatedTime.on(date(2024, 3, 31), BERLIN).to_json()
    with pytest.raises(ReadInPart, match="hour_twice") as twice:
        read("27.10.2024 02:30")
    first, last = datetime(2024, 10, 27, 0, 30, tzinfo=UTC), datetime(2024, 10, 27, 1, 30, tzinfo=UTC)
    assert twice.value.value == StatedTime(first, last, Precision.BETWEEN, BERLIN).to_json()
    assert read("27.10.2024 01:30") == ("2024-10-27 01:30", "exact")
    assert read("31.03.2024 00:30 UTC") == ("2024-03-31 01:30", "exact")


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        ("es", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        ("it", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
        ("nl", "januari februari maart april mei juni juli augustus september oktober november december"),
        ("fr, short", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
        ("es, short", "ene feb mar abr may jun jul ago sep oct nov dic"),
        ("it, short", "gen feb mar apr mag giu lug ago set ott nov dic"),
        ("nl, short", "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec."),
    ],
)
def test_that_months_have_names_in_many_languages(language: str, names: str) -> None:
    found = [read(f"3 {name} 2025")[0] for name in names.split()]
    assert found == [f"2025-{month:02}-03" for month in range(1, 13)], language


def test_that_hours_of_a_column_in_a_zone_of_its_own_are_stated_in_that_of_the_sheet() -> None:
    found = read_time("12.03.2021 10:00", TimeReading("dmy", BERLIN, hours_zone=UTC))
    assert found == StatedTime.at(datetime(2021, 3, 12, 10, tzinfo=UTC), BERLIN)
    assert read_time("12.03.2021", TimeReading("dmy", BERLIN, hours_zone=UTC)).zone == BERLIN


@pytest.mark.parametrize(
    ("heading", "hours", "vague"),
    [("Time (UTC)", 0, ""), ("Uhrzeit MEZ", 1, ""), ("Time GMT+2", 2, ""), ("Zeit (Z)", None, ""), ("Time", None, ""),
     ("Time (EST)", None, "EST"), ("Best time", None, ""), ("Time (IST)", None, "IST")],
)  # fmt: skip
def test_that_a_heading_names_its_zone(heading: str, hours: int | None, vague: str) -> None:
    expected = None if hours is None else timezone(timedelta(hours=hours))
    assert (named_zone(heading), vague_zone(heading)) == (expected, vague)


def test_that_the_order_of_the_sheet_decides_what_could_be_two_days() -> None:
    assert read("03/04/2021", "dmy")[0] == "2021-04-03"
    assert read("03/04/2021", "mdy")[0] == "2021-03-04"
    assert read("21/04/03", "ymd")[0] == "2021-04-03"


def test_that_midnight_is_no_hour_where_nobody_knew_it() -> None:
    assert read("12.03.2021 00:00", midnight_unknown=True) == ("2021-03-12", "date")
    assert read("12.03.2021 00:01", midnight_unknown=True) == ("2021-03-12 00:01", "exact")


@pytest.mark.parametrize(
    "text",
    ["yesterday", "31.04.2021", "13/13/2021", "12.03.", "12.03.202", "99999", "123", "25:00", "KW 12 2021", "?", "n/a",
     "12.03.2021 25:30", "12.03.2021 later", "0", "2021-13", "ca. 12.03.2021", "13 Foo 2021", "2021-03-12 13:00 PM",
     "3 brumaire 2025", "31 juin 2025", "20241308T065800Z", "20240108T256800Z", "20240108T06580", "3 of 2025", "05/Feb/25/3", "20211301", "12.03.2021 24:01", "2021-03-12 2460"],
)  # fmt: skip
def test_that_what_is_not_certain_is_not_read(text: str) -> None:
    with pytest.raises(NotRead):
        read(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [("8:30", time(8, 30)), ("08.30 Uhr", time(8, 30)), ("8h30", time(8, 30)), ("0830", time(8, 30)), ("8 Uhr", time(8)),
     ("8 pm", time(20)), ("12:15 am", time(0, 15)), ("23:59:59", time(23, 59, 59)), ("14:05 h", time(14, 5))],
)  # fmt: skip
def test_that_hours_are_read(text: str, found: time) -> None:
    assert read_clock(text) == found


@pytest.mark.parametrize("text", ["8", "24:00", "2460", "13 pm", "noon", "8:7", ""])
def test_that_what_is_no_hour_is_not_read(text: str) -> None:
    with pytest.raises(NotRead, match="hour_not_read"):
        read_clock(text)


WRITTEN = {"dmy": "%d.%m.%Y", "mdy": "%m/%d/%Y", "ymd": "%Y-%m-%d"}
DAYS = st.dates(date(1970, 1, 1), date(2068, 12, 31))


@given(day=DAYS, order=st.sampled_from(["dmy", "mdy", "ymd"]), clock=st.none() | st.times())
def test_that_every_day_written_in_an_order_reads_back(day: date, order: DateOrder, clock: time | None) -> None:
    text = day.strftime(WRITTEN[order]) + (f" {clock:%H:%M}" if clock else "")
    found = read_time(text, TimeReading(order, "UTC"))
    if clock is None:
        assert found == StatedTime.on(day, "UTC")
    else:
        moment = datetime.combine(day, clock.replace(second=0, microsecond=0), UTC)
        assert found == StatedTime.at(moment, "UTC")
    assert read_day(text, TimeReading(order, "UTC")) == day


@given(text=st.text(max_size=30) | st.from_regex(r"[0-9]{1,4}[./ -][0-9a-zA-Z]{1,4}[./ -:][0-9]{1,4}", fullmatch=True))
def test_that_any_text_is_read_or_named(text: str) -> None:
    """And what is read lies within the day, the month or the year that it names."""
    try:
        found = read_time(text, TimeReading("dmy", "UTC"))
    except NotRead:
        return
    assert found.earliest is not None
    assert found.latest is not None
    assert timedelta(0) <= found.latest - found.earliest < timedelta(days=366)
