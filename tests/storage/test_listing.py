"""The register table read at any place: every order of every filter beside Python's own sort, on three engines."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Kind, Priority, Status
from incident_desk.storage import listing_walks
from incident_desk.storage.listing_text import order_key
from incident_desk.usecases.names import read_names
from incident_desk.usecases.register.columns import COLUMN, all_columns, column_of
from incident_desk.usecases.register.order import Order
from incident_desk.usecases.rows import FieldCondition, FieldOp, IncidentFilter, IncidentRow
from tests.factories import Desk

ALL, IN_SIGHT = IncidentFilter(), IncidentFilter(set_aside=False)
ASIDE = {Status.VOID, Status.NOT_REPORTABLE, Status.JOINED}
TITLES = ("Ölspur", "oak door", "Zange", "pump", "Pump", "älter", "Bed", "pump fell", "PUMP", "éclair")
STAGES = ("inbox", "identification", "containment", "reaction", "signed", "inbox", "reaction")
Keyed = Callable[[IncidentRow], Any]


@pytest.fixture(scope="module")
def filled(desk: Desk) -> Desk:
    """Records of every kind and step, some set aside, with equal values and with none."""
    chance = random.Random(3)
    press = desk.do(None, d.AddPlace("Press room")).id
    for n in range(28):
        fields: dict[str, Any] = {"title": chance.choice(TITLES)}
        if n % 3:
            fields["occurred"] = f"2026-11-{chance.choice((1, 2, 3)):02}"
        record = desk.new(STAGES[n % len(STAGES)], fields=fields, kind=list(Kind)[0 if n % 4 else 1])
        signed = STAGES[n % len(STAGES)] == "signed"
        if n % 5 == 0 and not signed:
            desk.do(record, c.ChangeFields({"place": press, "extent_areas": f"Area {n % 4}"}))
        if n % 6 == 1 and not signed:
            desk.do(record, c.ChangeFields({"workload": n % 4, "solved_by_measure": n % 4 == 1}))
        if n % 7 == 5:
            desk.do(record, c.MarkNotReportable("Twice"))
    return desk


@pytest.fixture(autouse=True)
def short_steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """So that a listing of a few records has many keys."""
    monkeypatch.setattr(listing_walks, "STEP", 5)
    for statement in (listing_walks.hop, listing_walks.rest, listing_walks.between):
        statement.cache_clear()
    yield
    for statement in (listing_walks.hop, listing_walks.rest, listing_walks.between):
        statement.cache_clear()


def every_row(desk: Desk) -> list[IncidentRow]:
    return desk.register.queries.incidents(ALL, limit=1000)


def numbers(rows: list[IncidentRow]) -> list[int]:
    return [row.no for row in rows]


# --- order ------------------------------------------------------------------------------------------


def _by_number(row: IncidentRow) -> Any:
    unit, year, serial = row.number.split("-")
    return unit, int(year), int(serial)


BY_VALUE: dict[str, Keyed] = {
    "opened": lambda row: row.opened_at, "occurred": lambda row: row.occurred_at,
    "discovered": lambda row: row.discovered_at, "changed": lambda row: row.changed_at,
    "concluded": lambda row: row.concluded_at, "next_due": lambda row: row.next_due,
    "review_date": lambda row: row.review_date, "number": _by_number,
    "title": lambda row: order_key(row.title) if row.title else None,
}  # fmt: skip
BY_CODE: dict[str, Keyed] = {
    "priority": lambda row: row.priority.rank, "missing": lambda row: row.missing,
    "measures": lambda row: row.measures_in_force, "actions": lambda row: row.actions_done,
    "anonymous": lambda row: row.anonymous, "kind": lambda row: list(Kind).index(row.kind),
    "place": lambda row: order_key(row.place_name) if row.place else None,
    "department": lambda row: (order_key(row.department), order_key(row.place_name)) if row.place else None,
    "responsible": lambda row: order_key(row.responsible_name) if row.responsible else None,
    "category": lambda row: row.category, "subcategory": lambda row: row.subcategory,
}  # fmt: skip


def in_order(rows: list[IncidentRow], order: Order) -> list[IncidentRow]:
    """Python's own sort: what is not stated last; equal values by number, equal codes newest first."""
    key = BY_VALUE.get(order.column) or BY_CODE[order.column]
    if order.column in BY_VALUE:
        rows = sorted(rows, key=lambda row: row.no, reverse=order.descending)
    else:
        rows = sorted(rows, key=lambda row: (row.opened_at, row.no), reverse=True)
    stated = sorted((row for row in rows if key(row) is not None), key=key, reverse=order.descending)
    return stated + [row for row in rows if key(row) is None]


FILTERS: tuple[tuple[IncidentFilter, Callable[[IncidentRow], bool]], ...] = (
    (ALL, lambda row: True),
    (IN_SIGHT, lambda row: row.status not in ASIDE),
    (IncidentFilter(kinds=frozenset({Kind.NEAR_MISS})), lambda row: row.kind is Kind.NEAR_MISS),
    (IncidentFilter(priorities=frozenset({Priority.NOT_SET}), set_aside=False),
     lambda row: row.priority is Priority.NOT_SET and row.status not in ASIDE),
    (IncidentFilter(without=(IncidentFilter(statuses=frozenset({Status.OPEN})),)),
     lambda row: row.status is not Status.OPEN),
    (IncidentFilter(conditions=(FieldCondition("title", FieldOp.CONTAINS, ("PUMP", "öl")),)),
     lambda row: "pump" in row.title.lower() or "öl" in row.title.lower()),
    (IncidentFilter(statuses=frozenset({Status.VOID})), lambda row: row.status is Status.VOID),
)  # fmt: skip


def test_that_every_order_is_that_of_a_plain_sort(filled: Desk) -> None:
    rows, queries = every_row(filled), filled.register.queries
    for column in (*BY_VALUE, *BY_CODE):
        for descending in (False, True):
            for wanted, fits in FILTERS:
                order = Order(column, descending)
                expected = in_order([row for row in rows if fits(row)], order)
                listing = queries.listing(wanted, order)
                assert numbers(listing.rows(0, 1000)) == numbers(expected), (order, wanted)
                assert listing.count == len(expected)
                assert [listing.position_of(row.no) for row in expected] == list(range(len(expected))), order


def test_that_any_page_is_a_piece_of_the_whole(filled: Desk) -> None:
    chance = random.Random(5)
    for column in ("opened", "occurred", "number", "title", "place"):
        for wanted in (ALL, IN_SIGHT):
            listing = filled.register.queries.listing(wanted, Order(column, chance.random() < 0.5))
            whole = listing.rows(0, listing.count)
            for _ in range(25):
                first, count = chance.randrange(listing.count + 3), chance.randrange(1, 14)
                assert listing.rows(first, count) == whole[first : first + count]
                assert listing.ids(first, count) == [row.id for row in whole[first : first + count]]
            assert not listing.stale


def test_that_the_first_rows_are_those_of_the_listing(filled: Desk) -> None:
    queries = filled.register.queries
    for column in all_columns(read_names(queries)):
        for descending in (False, True):
            order = Order(column.key, descending)
            if column.key != "title":  # its accents are put in order later
                begins = queries.listing(IN_SIGHT, order).rows(0, 9)
                assert numbers(queries.first_rows(IN_SIGHT, order, 9)) == numbers(begins), order
    assert len(queries.first_rows(IN_SIGHT, Order("title"), 9)) == 9


def test_that_fields_order_and_say_what_records_hold(filled: Desk) -> None:
    queries = filled.register.queries
    keys = ["extent_areas", "workload", "solved_by_measure", "detected_by", "reported", "occurred"]
    rows = every_row(filled)
    extra = queries.listing(ALL, Order()).extra(rows, keys)
    for row in rows:
        values = filled.record(row.id).values
        assert {key: extra.get((row.no, key)) for key in keys} == {key: values.get(key) for key in keys}
    for key in ("workload", "extent_areas", "solved_by_measure"):
        listed = queries.listing(ALL, Order(key, descending=False)).rows(0, 1000)
        stated = [extra[row.no, key] for row in listed if (row.no, key) in extra]
        assert stated == sorted(stated)
        assert len(stated) > 1
        assert all((row.no, key) not in extra for row in listed[len(stated) :])


def test_that_an_unknown_column_orders_by_when_it_was_recorded(filled: Desk) -> None:
    queries = filled.register.queries
    assert numbers(queries.listing(ALL, Order("nosuch")).rows(0, 99)) == numbers(every_row(filled))


# --- conditions -------------------------------------------------------------------------------------


def test_that_conditions_on_fields_find_what_records_hold(filled: Desk) -> None:
    queries = filled.register.queries
    records = {row.no: filled.record(row.id).values for row in every_row(filled)}
    cases: list[tuple[FieldCondition, Callable[[Any], bool]]] = [
        (FieldCondition("workload", FieldOp.EQUALS, (1,)), lambda v: v.get("workload") == 1),
        (FieldCondition("workload", FieldOp.BETWEEN, (1, None)), lambda v: v.get("workload", 0) >= 1),
        (FieldCondition("solved_by_measure", FieldOp.EQUALS, (True,)), lambda v: v.get("solved_by_measure") is True),
        (FieldCondition("extent_areas", FieldOp.EQUALS, ("Area 1", "Area 2")),
         lambda v: v.get("extent_areas") in {"Area 1", "Area 2"}),
        (FieldCondition("extent_areas", FieldOp.CONTAINS, ("AREA",)), lambda v: "Area" in v.get("extent_areas", "")),
        (FieldCondition("extent_areas", FieldOp.STATED), lambda v: "extent_areas" in v),
        (FieldCondition("extent_areas", FieldOp.NOT_STATED), lambda v: "extent_areas" not in v),
        (FieldCondition("occurred", FieldOp.STATED), lambda v: "occurred" in v),
        (FieldCondition("responsible", FieldOp.NOT_STATED), lambda v: "responsible" not in v),
        (FieldCondition("place", FieldOp.STATED), lambda v: "place" in v),
        (FieldCondition("missing", FieldOp.EQUALS, (0,)), lambda v: not v.get("missing")),
        (FieldCondition("missing", FieldOp.BETWEEN, (-(2**53), 2**53)), lambda v: True),
        (FieldCondition("missing", FieldOp.EQUALS, (2**53,)), lambda v: False),
        (FieldCondition("workload", FieldOp.BETWEEN, (1.0, float(2**53))), lambda v: v.get("workload", 0) >= 1),
        (FieldCondition("occurred", FieldOp.DURING, (1_793_500_000_000_000, 1_793_600_000_000_000)),
         lambda v: v.get("occurred", {}).get("earliest", "").startswith("2026-11-01T23")),
    ]  # fmt: skip
    for condition, fits in cases:
        wanted = IncidentFilter(conditions=(condition,))
        expected = {no for no, values in records.items() if fits(values)}
        assert set(numbers(queries.incidents(wanted, limit=1000))) == expected, condition
        assert queries.count(wanted) == len(expected)
        apart = queries.incidents(IncidentFilter(without=(wanted,)), limit=1000)
        assert set(numbers(apart)) == set(records) - expected, condition


@pytest.mark.parametrize("key", ["priority", "step", "status"])
def test_that_what_rows_state_is_told_from_what_they_leave_open(filled: Desk, key: str) -> None:
    def stated(row: IncidentRow) -> bool:
        return getattr(row, key) not in {None, Priority.NOT_SET}

    queries, rows = filled.register.queries, every_row(filled)
    for op, wanted in ((FieldOp.STATED, True), (FieldOp.NOT_STATED, False)):
        asked = IncidentFilter(conditions=(FieldCondition(key, op),))
        expected = {row.no for row in rows if stated(row) is wanted}
        assert set(numbers(queries.listing(asked, Order()).rows(0, 1000))) == expected
    assert any(map(stated, rows))


def test_that_a_filter_bar_finds_what_it_names(filled: Desk) -> None:
    queries, rows = filled.register.queries, every_row(filled)
    anna = filled.person("Anna Berg")
    now = max(row.next_due or 0 for row in rows)
    cases: list[tuple[IncidentFilter, Callable[[IncidentRow], bool]]] = [
        (IncidentFilter(responsibles=frozenset({anna})), lambda row: row.responsible == anna),
        (IncidentFilter(categories=frozenset({"device"})), lambda row: row.category == "device"),
        (IncidentFilter(categories=frozenset({"device.pump", "medication"})),
         lambda row: row.subcategory == "device.pump" or row.category == "medication"),
        (IncidentFilter(number=rows[3].number[:-1]), lambda row: row.number.startswith(rows[3].number[:-1])),
        (IncidentFilter(number=rows[3].number[:-1].lower()), lambda row: row.number.startswith(rows[3].number[:-1])),
        (IncidentFilter(number="_"), lambda row: False),
        (IncidentFilter(overdue_at=now), lambda row: row.next_due is not None and row.next_due < now),
        (IncidentFilter(words="zange"), lambda row: row.title == "Zange"),
        (IncidentFilter(words="pump fel"), lambda row: row.title == "pump fell"),
        (IncidentFilter(words="?!"), lambda row: True),
        (IncidentFilter(without=(IncidentFilter(words="?!"),)), lambda row: True),
        (IncidentFilter(without=(IncidentFilter(words="zange"), IncidentFilter(words="bed"))),
         lambda row: row.title not in {"Zange", "Bed"}),
    ]  # fmt: skip
    for wanted, fits in cases:
        expected = {row.no for row in rows if fits(row)}
        assert set(numbers(queries.listing(wanted, Order()).rows(0, 1000))) == expected, wanted
        assert queries.count(wanted) == len(expected), wanted


# --- while others write -----------------------------------------------------------------------------


@pytest.mark.parametrize("order", [Order(), Order("title")])
def test_that_rows_that_left_are_left_out_and_told(own_desk: Desk, order: Order) -> None:
    ids = [own_desk.new("identification") for _ in range(12)]
    listing = own_desk.register.queries.listing(IN_SIGHT, order)
    assert len(listing.rows(0, 12)) == 12
    gone = listing.rows(6, 1)[0]
    own_desk.do(gone.id, c.VoidIncident("Test"))
    own_desk.new()  # nor does what is new move the others
    rows = listing.rows(0, 12)
    expected = set(ids) - {gone.id} if order.column == "opened" else set(ids)
    assert {row.id for row in rows} == expected
    assert listing.stale is (order.column == "opened")


def test_that_making_a_listing_can_be_stopped(filled: Desk) -> None:
    for order in (Order(), Order("title"), Order("place")):
        with pytest.raises(Refused) as refused:
            filled.register.queries.listing(ALL, order, lambda done, of: False)
        assert refused.value.code == "stopped"
        told: list[tuple[int, int]] = []
        filled.register.queries.listing(ALL, order, lambda done, of, told=told: told.append((done, of)) or True)  # type: ignore[misc]  # told what it is told
        assert all(0 <= done <= of for done, of in told)


# --- columns ----------------------------------------------------------------------------------------


def test_that_each_column_is_there_once(filled: Desk) -> None:
    names = read_names(filled.register.queries)
    keys = [column.key for column in all_columns(names)]
    assert len(keys) == len(set(keys))
    assert {"device.serial", "old_number", "workload"} <= set(keys)
    assert "what_happened" not in keys
    assert column_of("title", names) is COLUMN["title"]
    assert column_of("nosuch", names) is None
