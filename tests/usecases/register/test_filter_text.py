"""The typed filter: what it means, what it says of the rest, and that text and filter turn into one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incident_desk.domain.vocabulary import Kind, Priority, Status, Step
from incident_desk.usecases.register.filter_dates import Calendar
from incident_desk.usecases.register.filter_text import FilterText, read_filter, suggestions, write_filter
from incident_desk.usecases.rows import FieldCondition, FieldOp, IncidentFilter
from tests.factories import START
from tests.usecases.register.registers import ANNA, HOUSE, OTHER_ANNA, ROOM, WARD, names_of

NAMES = names_of()
DAY = 86_400_000_000
ANY_NAMES = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def read(text: str, language: str = "en") -> FilterText:
    return read_filter(text, NAMES, language, START)


def meant(text: str, language: str = "en") -> IncidentFilter:
    found = read(text, language)
    assert not found.problems, found.problems
    return found.filter


def asking(**conditions: Any) -> IncidentFilter:
    return IncidentFilter(set_aside=False, **conditions)


def of_field(key: str, op: FieldOp, *values: Any) -> IncidentFilter:
    return asking(conditions=(FieldCondition(key, op, values),))


# --- what is understood ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", asking()),
        ("pump fell", asking(words="pump fell")),
        ("priority: high", asking(priorities=frozenset({Priority.HIGH}))),
        ("Priorität: hoch, Kritisch", asking(priorities=frozenset({Priority.HIGH, Priority.CRITICAL}))),
        ("priority: high or low wet", asking(priorities=frozenset({Priority.HIGH, Priority.LOW}), words="wet")),
        ("kind: near miss pump", asking(kinds=frozenset({Kind.NEAR_MISS}), words="pump")),
        ("step: Reaction", asking(steps=frozenset({Step.REACTION}))),
        ("status: void", asking(statuses=frozenset({Status.VOID}))),
        ("place: Ward 3", asking(places=frozenset({WARD, ROOM}))),
        ('Ort: ="Ward 3"', asking(places=frozenset({WARD}))),
        ('place: "Ward 3, Room 312", Main house', asking(places=frozenset({HOUSE, WARD, ROOM}))),
        ("category: Device subcategory: pump", asking(categories=frozenset({"device", "device.pump"}))),
        ('responsible: "Anna Berg"', asking(responsibles=frozenset({ANNA}))),
        (f"responsible: {OTHER_ANNA}", asking(responsibles=frozenset({OTHER_ANNA}))),
        ("responsible: none", of_field("responsible", FieldOp.NOT_STATED)),
        ("verantwortlich: irgendeine", of_field("responsible", FieldOp.STATED)),
        ("overdue: yes", asking(overdue_at=START)),
        ("overdue: no", asking(without=(IncidentFilter(overdue_at=START),))),
        ("missing: yes", of_field("missing", FieldOp.BETWEEN, 1, None)),
        ("still missing: 2..4", of_field("missing", FieldOp.BETWEEN, 2, 4)),
        ("missing: -9007199254740992", of_field("missing", FieldOp.EQUALS, -(2**53))),
        ("step: any", of_field("step", FieldOp.STATED)),
        ("workload: 1.5, 2", of_field("workload", FieldOp.EQUALS, 1.5, 2)),
        ("title: Pump", of_field("title", FieldOp.CONTAINS, "Pump")),
        ("anonymous: ja", of_field("anonymous", FieldOp.EQUALS, True)),
        ("device.recalled: no", of_field("device.recalled", FieldOp.EQUALS, False)),
        ("number: WARD3-2026", asking(number="WARD3-2026")),
        ("imported: yes", of_field("imported", FieldOp.STATED)),
        ("Alte Liste: nein", of_field("imported", FieldOp.NOT_STATED)),
        ('old list: "yes", list.csv', of_field("imported", FieldOp.CONTAINS, "yes", "list.csv")),
        ("set aside: yes", IncidentFilter(set_aside=True)),
        ("-kind: hazard", asking(without=(IncidentFilter(kinds=frozenset({Kind.HAZARD})),))),
        ("nicht Art: Gefahrenstelle", asking(without=(IncidentFilter(kinds=frozenset({Kind.HAZARD})),))),
        ("-pump", asking(without=(IncidentFilter(words="pump"),))),
        ('-"" -', asking(words="-")),
        ('"kind: hazard"', asking(words="kind: hazard")),
        ("see http://x.org 08:30", asking(words="see http://x.org 08:30")),
    ],
)
def test_that_a_text_means_a_filter(text: str, wanted: IncidentFilter) -> None:
    assert meant(text) == meant(text, "de") == wanted


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-03-12", "2026-03-12", "2026-03-12"),
        ("12.3.2026", "2026-03-12", "2026-03-12"),
        ("3.2026", "2026-03-01", "2026-03-31"),
        ("today", "2026-11-12", "2026-11-12"),
        ("gestern", "2026-11-11", "2026-11-11"),
        ("this week", "2026-11-09", "2026-11-15"),
        ("letzte Woche", "2026-11-02", "2026-11-08"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("diesen Monat", "2026-11-01", "2026-11-30"),
        ("last 30 days", "2026-10-14", "2026-11-12"),
        ("letzte 2 Jahre", "2024-11-13", "2026-11-12"),
        ("next 7 days", "2026-11-12", "2026-11-18"),
        ("2026-01..2026-03", "2026-01-01", "2026-03-31"),
        ("..2026", None, "2026-12-31"),
        ("yesterday..", "2026-11-11", None),
        ("2026-11-12T23:59:59", "2026-11-12", "2026-11-12"),
    ],
)
def test_that_a_span_is_understood(said: str, first: str | None, last: str | None) -> None:
    (days, end) = Calendar("Europe/Berlin", START).days(said, 0) or ((None, None), 0)
    assert (days, end) == ((first, last), len(said))
    span = meant(f"changed: {said}").conditions[0]
    assert (span.key, span.op) == ("changed", FieldOp.DURING)


@pytest.mark.parametrize(
    ("said", "first", "long"),
    [
        ("2026-11-12T08:34", 1_794_468_840_000_000, 60_000_000),
        ("2026-11-12T08:34:07", 1_794_468_847_000_000, 1_000_000),
        ("2026-11-12 08:34:07", 1_794_468_847_000_000, 1_000_000),
        ("2026-10-25T00:30:00Z", 1_792_888_200_000_000, 1_000_000),  # the clock passed 02:30 twice
        ("2026-10-25T01:30Z", 1_792_891_800_000_000, 60_000_000),
    ],
)
def test_that_a_moment_is_as_long_as_it_is_said(said: str, first: int, long: int) -> None:
    wanted = of_field("changed", FieldOp.DURING, first, first + long)
    assert meant(f"changed: {said}") == wanted
    assert meant(write_filter(wanted, NAMES, "en")) == wanted
    assert ".." not in write_filter(wanted, NAMES, "en")


def test_that_days_begin_and_end_by_the_zone_of_the_register() -> None:
    wanted = meant("recorded: 2026-03-29")  # the day on which clocks were put forward
    assert wanted.since == 1_774_738_800_000_000
    assert wanted.until == wanted.since + 23 * 3_600_000_000


# --- what is not ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("priority: hgih pump", "hgih pump", "Critical, High"),
        ("prioriti: high", "prioriti: high", '"priority"'),
        ("occurred: 2026-13", "2026-13", "2026-03"),
        ("workload: many", "many", "3..5"),
        ("missing: 9007199254740993", "9007199254740993", "3..5"),
        ("missing: 1..1e999", "1..1e999", "3..5"),
        (f"workload: {'9' * 5000}", "9" * 5000, "3..5"),
        (f"workload: 1e{'9' * 5000}", f"1e{'9' * 5000}", "3..5"),
        ("overdue: any", "any", "yes"),
        ("anonymous: none", "none", "yes"),
        ("set aside: keine", "keine", "yes"),
        ("place: Cellar", "Cellar", "Main house"),
        ("priority:", None, "Priority"),
        ("occurred: 2025, 2026", None, "one"),
    ],
)
def test_that_what_is_not_understood_is_said_and_looked_for(text: str, words: str | None, said: str) -> None:
    found = read(text)
    assert found.filter.words == words
    assert said in found.problems[0]
    assert len(read(text, "de").problems) == 1


def test_that_a_term_can_be_taken_out() -> None:
    found = read('wet priority: high place: "Ward 3" floor')
    assert [(term.field, term.label) for term in found.terms] == [
        ("priority", "Priority: high"),
        ("place", "Place: Ward 3"),
    ]
    assert found.without(found.terms[0]) == 'wet place: "Ward 3" floor'
    assert found.without(found.terms[1]) == "wet priority: high floor"


# --- both directions ------------------------------------------------------------------------------

_instants = st.one_of(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(lambda day: meant(f"recorded: {day}").since),
    st.integers(START - 9999 * DAY, START + 9999 * DAY),
)
_spans = st.tuples(st.none() | _instants, st.none() | _instants).filter(lambda span: span != (None, None))
_numbers = st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9, allow_nan=False).map(lambda n: n + 0.0)
_texts = st.text(min_size=1, max_size=20)
_conditions = st.one_of(
    st.builds(lambda key, span: FieldCondition(key, FieldOp.DURING, span),
              st.sampled_from(["occurred", "discovered", "changed", "next_due", "device.started"]), _spans),
    st.builds(lambda key, texts: FieldCondition(key, FieldOp.CONTAINS, tuple(texts)),
              st.sampled_from(["title", "what_happened", "device.serial"]), st.lists(_texts, min_size=1, max_size=2, unique=True)),
    st.builds(lambda key, op: FieldCondition(key, op),
              st.sampled_from(["place", "title", "workload", "device.mode"]),
              st.sampled_from([FieldOp.STATED, FieldOp.NOT_STATED])),
    st.builds(lambda low, high: FieldCondition("workload", FieldOp.BETWEEN, (low, high)), _numbers, st.none() | _numbers),
    st.builds(lambda values: FieldCondition("missing", FieldOp.EQUALS, tuple(values)),
              st.lists(_numbers, min_size=1, max_size=3, unique=True)),
    st.builds(lambda value: FieldCondition("device.recalled", FieldOp.EQUALS, (value,)), st.booleans()),
    st.builds(lambda people: FieldCondition("reporter", FieldOp.EQUALS, tuple(people)),
              st.permutations([ANNA, OTHER_ANNA])),
    st.just(FieldCondition("review_date", FieldOp.BETWEEN, ("2026-01-01", None))),
)  # fmt: skip


def _some(values: Any) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(list(values)), max_size=3)


_filters = st.builds(
    IncidentFilter,
    statuses=_some(Status), steps=_some(Step), kinds=_some(Kind), priorities=_some(Priority),
    places=_some(NAMES.places), categories=_some(["device", "device.pump", "medication"]),
    responsibles=_some(NAMES.people), since=st.none() | _instants, until=st.none() | _instants,
    number=st.none() | _texts, overdue_at=st.none() | st.just(START), words=st.none() | _texts,
    conditions=st.lists(_conditions, max_size=3, unique=True).map(tuple), set_aside=st.booleans(),
)  # fmt: skip
_excluded = st.one_of(
    st.builds(IncidentFilter, kinds=_some(Kind).filter(bool)),
    st.builds(IncidentFilter, words=_texts),
    st.builds(lambda condition: IncidentFilter(conditions=(condition,)), _conditions),
)


@given(_filters, st.lists(_excluded, max_size=2, unique=True), st.sampled_from(["en", "de"]))
@ANY_NAMES
def test_that_a_filter_comes_back_from_its_text(
    wanted: IncidentFilter, excluded: list[IncidentFilter], language: str
) -> None:
    wanted = replace(wanted, without=tuple(excluded))
    text = write_filter(wanted, NAMES, language)
    assert read(text, language).filter == wanted, text


@given(st.text(max_size=60) | st.lists(st.sampled_from(
    ["priority:", "high", ",", " or ", "-", "not ", '"', "place: Ward 3", "..", "2026", "=", " ", "x:", "occurred:", "none"]
), max_size=9).map("".join), st.sampled_from(["en", "de"]))  # fmt: skip
@ANY_NAMES
def test_that_any_text_is_a_filter_that_comes_back(text: str, language: str) -> None:
    found = read(text, language)
    again = read(write_filter(found.filter, NAMES, language), language)
    assert again.filter == found.filter
    for term in found.terms:
        assert text[term.start : term.end].strip()
        found.without(term)
    for cursor in range(len(text) + 1):
        suggestions(text, cursor, NAMES, language)


# --- completion -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "inserted", "start"),
    [
        ("pri", "en", "priority: ", 0),
        ("wet next d", "en", "next due: ", 4),
        ("-Kat", "de", "-Kategorie: ", 0),
        ("priority: ", "en", "critical", 10),
        ("priority: high, lo", "en", "low", 16),
        ("Ort: War", "de", '"Ward 3"', 5),
        ("responsible: an", "en", '"Anna Berg"', 13),
        ("occurred: la", "en", "last week", 10),
        ("Status: abg", "de", "Abgeschlossen", 8),
    ],
)
def test_that_what_is_begun_can_be_finished(text: str, language: str, inserted: str, start: int) -> None:
    offered = suggestions(text, len(text), NAMES, language)
    assert (offered[0].insert, offered[0].start) == (inserted, start)
    finished = text[:start] + offered[0].insert
    assert not [each for each in read(finished, language).problems if not finished.endswith(": ")]
