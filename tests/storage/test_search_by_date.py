"""Newest first where incidents of an old list were written last: in the order in which they came up, page by page."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.storage import search_by_date, searching
from incident_desk.support.words import words_of
from incident_desk.usecases.rows import EVERYTHING, FoundRow, Narrowed
from tests.factories import Desk
from tests.importing.tables import Imports, mapping, sheet_of
from tests.storage.test_search import STORIES, Story, generated, reference

Bounds = Callable[[int, tuple[int, ...], tuple[int, ...], int], None]


@pytest.fixture
def bounds(monkeypatch: pytest.MonkeyPatch) -> Bounds:
    """So few records are enough to reach them."""

    def set_to(few: int, near: tuple[int, ...], far: tuple[int, ...], among: int) -> None:
        monkeypatch.setattr(searching, "_FEW", few)
        monkeypatch.setattr(search_by_date, "NEAR", near)
        monkeypatch.setattr(search_by_date, "FAR", far)
        monkeypatch.setattr(searching, "AMONG", among)

    return set_to


def brought_in(desk: Desk, *rows: tuple[str, str]) -> list[str]:
    """Stories with their days, taken in from a list."""
    imports = Imports(desk)
    before = len(imports.ids())
    lines = [(str(before + n), *row) for n, row in enumerate(rows)]
    given = replace(mapping(old_number="Nr", what_happened="Story", reported="Day"), key=("Nr",))
    imports.take_in(sheet_of(("Nr", "Story", "Day"), lines), given)
    return imports.ids()[before:]


def pages(desk: Desk, text: str, size: int, narrowed: Narrowed = EVERYTHING, *, ranked: bool = False) -> list[str]:
    """All of them, a page at a time."""
    rows: list[FoundRow] = []
    while True:
        after = rows[-1] if rows else None
        page = desk.register.queries.search(text, size, ranked=ranked, narrowed=narrowed, after=after)
        rows += page
        if len(page) < size:
            return [each.row.id for each in rows]


@pytest.fixture
def mixed(own_desk: Desk) -> tuple[Desk, list[str]]:
    """Recorded one after the other, and between them the past in no order; the ids by when they came up."""
    days = [f"20{year}-0{month}-11" for year in range(10, 16) for month in (3, 7)]
    random.Random(7).shuffle(days)
    for n, day in enumerate(days):
        brought_in(own_desk, (f"Patient {n} fell out of bed", day))
        if n % 3 == 0:
            own_desk.new(fields={"what_happened": f"The patient {n} got the wrong dose"})
        if n % 4 == 0:
            own_desk.new(fields={"what_happened": f"A lamp {n} broke"})
    found = own_desk.register.queries.search("", 1000)
    ids = [each.row.id for each in found if "patient" in words_of(each.row.title)]
    assert len(ids) == 16
    return own_desk, ids


@pytest.mark.parametrize(
    ("few", "near", "far", "among"),
    [
        (200, (200, 800), (4000,), 5000),
        (2, (3, 4, 100), (), 5000),
        (2, (1, 2), (), 5000),
        (2, (1,), (3, 100), 2),
    ],
    ids=["few matches", "walked to the end", "walked a little", "walked far"],
)
def test_that_the_past_stands_where_it_belongs(
    mixed: tuple[Desk, list[str]], bounds: Bounds, few: int, near: tuple[int, ...], far: tuple[int, ...], among: int
) -> None:
    desk, ids = mixed
    bounds(few, near, far, among)
    assert pages(desk, "patient", 1000) == ids
    assert pages(desk, "patient", 3) == ids
    assert pages(desk, "pat", 5) == ids
    assert pages(desk, "the patien", 2) == [each for each in ids if each in set(pages(desk, "dose", 50))]


def test_that_parts_of_words_stand_in_the_order_of_their_dates_too(mixed: tuple[Desk, list[str]]) -> None:
    desk, ids = mixed
    assert pages(desk, "atient", 1000) == ids
    assert pages(desk, "atient", 3) == ids
    assert pages(desk, "atient", 3, ranked=True) == ids


def test_that_a_narrowed_search_is_walked_through_as_well(mixed: tuple[Desk, list[str]], bounds: Bounds) -> None:
    desk, ids = mixed
    rows = {each.row.id: each.row for each in desk.register.queries.search("patient", 1000)}
    inbox = Narrowed(statuses=frozenset({Status.OPEN}), steps=frozenset({Step.IDENTIFICATION}))
    since = Narrowed(since=rows[ids[6]].opened_at)
    bounds(1, (2, 3, 100), (), 5000)
    assert pages(desk, "patient", 2, since) == ids[:7]
    led = [each for each in ids if rows[each].step == Step.IDENTIFICATION]
    assert 0 < len(led) < len(ids)
    assert pages(desk, "patient", 2, inbox) == led


def test_that_beyond_the_bounds_what_was_written_last_is_still_found_in_order(
    mixed: tuple[Desk, list[str]], bounds: Bounds
) -> None:
    desk, ids = mixed
    bounds(2, (1,), (2, 1), 4)
    found = pages(desk, "patient", 1000)
    written = sorted(desk.register.queries.search("patient", 1000), key=lambda each: each.row.no)
    assert found == [each for each in ids if each in set(found)]
    assert found[0] == ids[0]
    assert {each.row.id for each in written[-4:]} <= set(found)


def test_that_looking_at_texts_finds_what_the_index_finds(own_desk: Desk, bounds: Bounds) -> None:
    stories = {}
    for story, incident in zip(
        STORIES, brought_in(own_desk, *((story, "2016-03-12") for story in STORIES)), strict=True
    ):
        values = own_desk.record(incident).values
        head = words_of(f"{values['number']} {values['title']}")
        body = words_of(f"{story} {values['old_number']}")
        stories[incident] = Story(tuple(words_of(values["old_number"]) + head), frozenset(head + body))
    bounds(1, (1000,), (), 1)
    strings = ["3 bed", "on ward", *(text for text in generated(300) if words_of(text))]
    wrong = [
        text for text in strings
        if set(pages(own_desk, text, 1)) != reference(stories, text)
    ]  # fmt: skip
    assert wrong == []


def test_that_pointers_are_walked_through_too(mixed: tuple[Desk, list[str]], bounds: Bounds) -> None:
    desk, ids = mixed
    place = desk.register.queries.places()[0].id
    for each in ids[2:9]:
        desk.do(each, c.ChangeFields({"place": place}))
    bounds(1, (3, 100), (), 5000)
    assert pages(desk, "", 2, Narrowed(about=frozenset({place}))) == ids[2:9]
    assert pages(desk, "where", 2, Narrowed(also={"where": frozenset({place})})) == ids[2:9]
