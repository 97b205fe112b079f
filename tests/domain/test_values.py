"""Times as people state them, texts as they came in, and every kind of value that is accepted or refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain.declarations import MAX_LENGTH, Field, FieldKind, Option
from incident_desk.domain.errors import Refused
from incident_desk.domain.text import Text
from incident_desk.domain.values import (
    Precision,
    StatedTime,
    clean_text,
    from_micros,
    micros,
    normalise,
)
from incident_desk.domain.vocabulary import Step
from tests import hostile

BERLIN = "Europe/Berlin"
ZONES = (BERLIN, "UTC", "Australia/Lord_Howe", "America/New_York", "Asia/Kathmandu", "Pacific/Apia")


def a_field(kind: FieldKind, *codes: str) -> Field:
    options = tuple(Option(code, Text(code)) for code in codes)
    return Field("it", kind, Text("It"), Step.IDENTIFICATION, "report", options=options)


def plain(kind: FieldKind, raw: Any, zone: str = BERLIN, codes: tuple[str, ...] = ()) -> Any:
    return normalise(a_field(kind, *codes), raw, zone)


def stated(raw: Any, zone: str = BERLIN) -> StatedTime:
    return StatedTime.from_json(plain(FieldKind.TIME, raw, zone))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def refusal(kind: FieldKind, raw: Any, codes: tuple[str, ...] = ()) -> tuple[str, str | None, dict[str, Any]]:
    with pytest.raises(Refused) as caught:
        plain(kind, raw, codes=codes)
    return caught.value.code, caught.value.field, caught.value.facts


# --- times ---------------------------------------------------------------------------------------


def test_that_a_short_time_is_read_in_the_registers_zone() -> None:
    assert stated("2026-11-12T08:31") == StatedTime(
        utc("2026-11-12T07:31"), utc("2026-11-12T07:31"), Precision.EXACT, BERLIN
    )


def test_that_a_time_with_an_offset_keeps_its_instant_and_the_registers_zone() -> None:
    assert stated("2026-11-12T08:31+05:45") == StatedTime.at(utc("2026-11-12T02:46"), BERLIN)


def test_that_a_date_without_an_hour_is_the_whole_day_and_not_midnight() -> None:
    day = stated("2026-11-12")
    assert (day.earliest, day.latest) == (utc("2026-11-11T23:00"), utc("2026-11-12T22:59:59.999999"))
    assert day.precision is Precision.DATE


@pytest.mark.parametrize(
    ("raw", "earliest", "latest", "precision", "zone"),
    [
        ({"at": "2026-11-12T08:00"}, "2026-11-12T07:00", "2026-11-12T07:00", "exact", BERLIN),
        (
            {"at": "2026-11-12T08:00", "precision": "about"},
            "2026-11-12T07:00", "2026-11-12T07:00", "about", BERLIN,
        ),
        (
            {"at": "2026-11-12T08:00", "zone": "America/New_York"},
            "2026-11-12T13:00", "2026-11-12T13:00", "exact", "America/New_York",
        ),
        ({"date": "2026-11-12"}, "2026-11-11T23:00", "2026-11-12T22:59:59.999999", "date", BERLIN),
        (
            {"at": "2026-11-12T08:00", "precision": "date"},
            "2026-11-11T23:00", "2026-11-12T22:59:59.999999", "date", BERLIN,
        ),
        (
            {"earliest": "2026-11-12T08:00", "latest": "2026-11-12T10:00", "precision": "between"},
            "2026-11-12T07:00", "2026-11-12T09:00", "between", BERLIN,
        ),
        ({"precision": "unknown"}, None, None, "unknown", BERLIN),
    ],
)  # fmt: skip
def test_that_each_precision_is_kept_as_stated(
    raw: dict[str, str], earliest: str | None, latest: str | None, precision: str, zone: str
) -> None:
    ends = [None if end is None else utc(end) for end in (earliest, latest)]
    assert stated(raw) == StatedTime(ends[0], ends[1], Precision(precision), zone)


@pytest.mark.parametrize("precision", ["exact", "about", "date"])
def test_that_a_range_is_never_told_as_one_moment(precision: str) -> None:
    given_range = {"earliest": "2026-11-12T08:00", "latest": "2026-11-14T10:00", "precision": precision}
    assert stated(given_range).precision is Precision.BETWEEN


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        (date(2027, 3, 28), BERLIN, 23),
        (date(2027, 10, 31), BERLIN, 25),
        (date(2027, 4, 4), "Australia/Lord_Howe", 24.5),
        (date(2027, 10, 3), "Australia/Lord_Howe", 23.5),
        (date(2028, 2, 29), BERLIN, 24),
        (date(2026, 12, 31), BERLIN, 24),
        (date(2038, 1, 19), "UTC", 24),
    ],
)
def test_that_a_day_is_as_long_as_the_clocks_made_it(day: date, zone: str, hours: float) -> None:
    whole = StatedTime.on(day, zone)
    assert whole.earliest is not None
    assert whole.latest is not None
    assert whole.latest - whole.earliest + timedelta(microseconds=1) == timedelta(hours=hours)
    assert whole.earliest.astimezone(ZoneInfo(zone)).date() == day
    assert whole.latest.astimezone(ZoneInfo(zone)).date() == day


def test_that_an_hour_that_comes_twice_can_be_told_apart_by_its_offset() -> None:
    first, second = stated("2027-10-31T02:30+02:00"), stated("2027-10-31T02:30+01:00")
    assert (first.earliest, second.earliest) == (utc("2027-10-31T00:30"), utc("2027-10-31T01:30"))
    assert stated("2027-10-31T02:30") == first


def test_that_twenty_four_hours_are_elapsed_hours() -> None:
    noted = stated("2027-03-28T00:30")
    assert noted.earliest is not None
    due = (noted.earliest + timedelta(hours=24)).astimezone(ZoneInfo(BERLIN))
    assert f"{due:%Y-%m-%d %H:%M}" == "2027-03-29 01:30"


def test_that_leap_days_exist_only_in_leap_years() -> None:
    assert stated("2028-02-29").earliest == utc("2028-02-28T23:00")
    assert refusal(FieldKind.TIME, "2027-02-29")[0] == "time_expected"


@pytest.mark.parametrize(
    "raw",
    [
        "yesterday", "2026-13-01", "2026-11-12T25:00", "9999-12-31", "0001-01-01", 5, 2.5, True,
        ["2026-11-12"], {}, {"at": 5}, {"at": None}, {"precision": "roughly", "at": "2026-11-12T08:00"},
        {"at": "2026-11-12T08:00", "zone": "Mars/Olympus"}, {"at": "2026-11-12T08:00", "zone": "Europe"},
        {"at": "2026-11-12T08:00", "zone": "../etc/passwd"}, {"at": "2026-11-12T08:00", "zone": 7},
        {"at": "2026-11-12T08:00", "zone": ""}, {"at": "2026-11-12T08:00", "zone": "a\x00b"},
        {"at": "2026-11-12T08:00", "precision": "between"}, {"earliest": "2026-11-12T08:00"},
        {"earliest": "2026-11-12T10:00", "latest": "2026-11-12T08:00", "precision": "between"},
        {"date": "12.11.2026"}, {"precision": "between"}, "\ud800",
    ],
)  # fmt: skip
def test_that_what_is_no_time_is_refused_in_words(raw: Any) -> None:
    assert refusal(FieldKind.TIME, raw) == ("time_expected", "it", {"value": str(raw)[:40]})


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)),
    st.sampled_from(ZONES),
    st.sampled_from(list(Precision)),
    st.integers(0, 10**12),
)
def test_that_a_stated_time_survives_its_plain_form(
    moment: datetime, zone: str, precision: Precision, width: int
) -> None:
    aware = moment.replace(tzinfo=ZoneInfo(zone))
    time = {
        Precision.DATE: StatedTime.on(moment.date(), zone),
        Precision.UNKNOWN: StatedTime.unknown(zone),
        Precision.BETWEEN: StatedTime(
            aware.astimezone(UTC), aware.astimezone(UTC) + timedelta(microseconds=width), Precision.BETWEEN, zone
        ),
    }.get(precision, StatedTime.at(aware, zone, precision))  # fmt: skip
    assert StatedTime.from_json(time.to_json()) == time
    assert stated(time.to_json(), "UTC") == time


@given(st.datetimes(timezones=st.just(UTC)))
def test_that_microseconds_are_exact_in_both_directions(moment: datetime) -> None:
    assert from_micros(micros(moment)) == moment


def test_that_instants_before_1970_and_after_2038_are_exact() -> None:
    assert micros(utc("1969-12-31T23:59:59.999999")) == -1
    assert micros(utc("2038-01-19T03:14:08")) == 2**31 * 1_000_000
    assert micros(datetime(1970, 1, 1, 1, tzinfo=timezone(timedelta(hours=1)))) == 0


# --- texts ---------------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r")))
def test_that_a_text_is_kept_as_it_came_in(text: str) -> None:
    assert clean_text(text, len(text)) == text


@pytest.mark.parametrize("text", [text for text in hostile.TEXTS if len(text) <= MAX_LENGTH[FieldKind.TEXT]])
def test_that_hostile_texts_are_kept_letter_by_letter(text: str) -> None:
    assert plain(FieldKind.TEXT, text) == text
    assert plain(FieldKind.PROSE, text) == text


def test_that_line_ends_become_one_kind() -> None:
    assert plain(FieldKind.PROSE, "a\r\nb\rc\nd\n\r") == "a\nb\nc\nd\n\n"


@pytest.mark.parametrize("text", hostile.REFUSED)
@pytest.mark.parametrize("kind", [FieldKind.TEXT, FieldKind.PROSE, FieldKind.PERSON, FieldKind.CATEGORY])
def test_that_unreadable_characters_are_refused(kind: FieldKind, text: str) -> None:
    assert refusal(kind, text) == ("text_unreadable_character", "it", {})


@pytest.mark.parametrize("kind", list(FieldKind))
@pytest.mark.parametrize("raw", [None, "", []])
def test_that_nothing_means_not_stated(kind: FieldKind, raw: Any) -> None:
    assert plain(kind, raw) is None


@pytest.mark.parametrize("text", hostile.EMPTY)
def test_that_blanks_alone_mean_not_stated(text: str) -> None:
    assert plain(FieldKind.TEXT, text) is None
    assert plain(FieldKind.PROSE, text + "\n" + text) is None


@pytest.mark.parametrize("kind", [FieldKind.TEXT, FieldKind.PROSE])
def test_that_the_limit_of_a_text_counts_characters(kind: FieldKind) -> None:
    limit = MAX_LENGTH[kind]
    assert plain(kind, "👩" * limit) == "👩" * limit
    assert refusal(kind, "x" * (limit + 1)) == (
        "text_too_long", "it", {"length": limit + 1, "limit": limit}
    )  # fmt: skip


def test_that_a_million_letters_are_refused_with_their_count() -> None:
    assert refusal(FieldKind.PROSE, "A" * 1_000_000)[2] == {"length": 1_000_000, "limit": 200_000}


@pytest.mark.parametrize("text", ["one\ntwo", "one\rtwo", "one\r\ntwo"])
def test_that_a_text_of_one_line_takes_one(text: str) -> None:
    assert refusal(FieldKind.TEXT, text) == ("text_one_line", "it", {})


# --- other kinds ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (FieldKind.CHOICE, "a", "a"),
        (FieldKind.CHOICES, ["b", "a"], ["b", "a"]),
        (FieldKind.YES_NO, True, True),
        (FieldKind.YES_NO, False, False),
        (FieldKind.NUMBER, 0, 0),
        (FieldKind.NUMBER, -2.5, -2.5),
        (FieldKind.NUMBER, 10**15, 10**15),
        (FieldKind.DATE, "2028-02-29", "2028-02-29"),
        (FieldKind.DATE, "20280229", "2028-02-29"),
        (FieldKind.PERSON, "an id", "an id"),
        (FieldKind.PLACE, "an id", "an id"),
        (FieldKind.CATEGORY, "device", "device"),
        (FieldKind.SUBCATEGORY, "device.pump", "device.pump"),
    ],
)
def test_that_a_fitting_value_is_accepted(kind: FieldKind, raw: Any, value: Any) -> None:
    found = plain(kind, raw, codes=("a", "b"))
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("kind", "raw", "code", "facts"),
    [
        (FieldKind.CHOICE, "c", "choice_unknown", {"value": "c", "options": ["a", "b"]}),
        (FieldKind.CHOICE, 1, "value_of_wrong_kind", {"value": "1"}),
        (FieldKind.CHOICES, "a", "value_of_wrong_kind", {"value": "a"}),
        (FieldKind.CHOICES, ["a", "c"], "choice_unknown", {"value": "c", "options": ["a", "b"]}),
        (FieldKind.CHOICES, ["a", ["b"]], "value_of_wrong_kind", {"value": "['b']"}),
        (FieldKind.YES_NO, "yes", "value_of_wrong_kind", {"value": "yes"}),
        (FieldKind.YES_NO, 1, "value_of_wrong_kind", {"value": "1"}),
        (FieldKind.NUMBER, "5", "number_expected", {"value": "5"}),
        (FieldKind.NUMBER, True, "number_expected", {"value": "True"}),
        (FieldKind.NUMBER, float("nan"), "number_expected", {"value": "nan"}),
        (FieldKind.NUMBER, float("-inf"), "number_expected", {"value": "-inf"}),
        (FieldKind.NUMBER, 10**15 + 1, "number_expected", {"value": "1000000000000001"}),
        (FieldKind.NUMBER, {}, "number_expected", {"value": "{}"}),
        (FieldKind.DATE, "12.11.2026", "date_expected", {"value": "12.11.2026"}),
        (FieldKind.DATE, "2027-02-29", "date_expected", {"value": "2027-02-29"}),
        (FieldKind.DATE, 20261112, "value_of_wrong_kind", {"value": "20261112"}),
        (FieldKind.TEXT, 5, "value_of_wrong_kind", {"value": "5"}),
        (FieldKind.PROSE, {"a": 1}, "value_of_wrong_kind", {"value": "{'a': 1}"}),
        (FieldKind.PERSON, 7, "value_of_wrong_kind", {"value": "7"}),
        (FieldKind.PLACE, "x" * 201, "text_too_long", {"length": 201, "limit": 200}),
    ],
)
def test_that_a_value_of_another_kind_is_refused(kind: FieldKind, raw: Any, code: str, facts: dict[str, Any]) -> None:
    assert refusal(kind, raw, codes=("a", "b")) == (code, "it", facts)


@given(
    st.sampled_from(list(FieldKind)),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
        max_leaves=6,
    ),
)
def test_that_any_json_is_either_a_value_or_a_refusal(kind: FieldKind, raw: Any) -> None:
    """Whatever a file of another program holds: never an exception that nobody expects."""
    try:
        once = plain(kind, raw, codes=("a", "b"))
    except Refused:
        return
    assert plain(kind, once, codes=("a", "b")) == once
