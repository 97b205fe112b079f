"""Entries of older versions are lifted, step by step, before anyone applies them."""

from __future__ import annotations

from typing import Any

import pytest

from incident_desk.domain.journal.entries import ERASED, Entry, EntryDraft
from incident_desk.domain.records import Record, apply
from incident_desk.domain.upcasters import UPCASTERS, NewerEntry, Upcaster, newest, upcast
from tests.factories import START, an_id, written


def _title_beside_its_change(data: dict[str, Any]) -> dict[str, Any]:
    """A made-up version 0: the title stood bare, without the value before."""
    return {"=title": [None, data.pop("title")], **data} if "title" in data else data


def _hours_to_minutes(data: dict[str, Any]) -> dict[str, Any]:
    old, new = data["=workload"]
    return {**data, "=workload": [old, new * 60]}


MADE_UP: dict[tuple[str, int], Upcaster] = {
    ("renamed", 0): _title_beside_its_change,
    ("planned", 0): _hours_to_minutes,
    ("planned", 1): _hours_to_minutes,
}


def an_entry(kind: str, version: int, **data: Any) -> Entry:
    return Entry(1, START, an_id(1), an_id(9), kind, version, data)


def test_that_an_old_entry_is_lifted_to_the_newest_version() -> None:
    lifted = upcast(an_entry("renamed", 0, title="Wet floor", reason="r"), MADE_UP)
    assert (lifted.version, lifted.data) == (1, {"=title": [None, "Wet floor"], "reason": "r"})


def test_that_an_entry_climbs_every_step() -> None:
    lifted = upcast(an_entry("planned", 0, **{"=workload": [None, 2]}), MADE_UP)
    assert (lifted.version, lifted.data) == (2, {"=workload": [None, 7200]})
    lifted = upcast(an_entry("planned", 1, **{"=workload": [None, 2]}), MADE_UP)
    assert (lifted.version, lifted.data) == (2, {"=workload": [None, 120]})


@pytest.mark.parametrize(("kind", "version"), [("renamed", 1), ("planned", 2), ("other", 0)])
def test_that_a_new_entry_stays_as_it_is(kind: str, version: int) -> None:
    entry = an_entry(kind, version, title="x")
    assert upcast(entry, MADE_UP) is entry


def test_that_lifting_leaves_the_stored_entry_alone() -> None:
    entry = an_entry("renamed", 0, title="Wet floor")
    upcast(entry, MADE_UP)
    assert entry.data == {"title": "Wet floor"}
    assert entry.version == 0


def test_that_erased_values_are_lifted_as_erased() -> None:
    entry = an_entry("renamed", 0, title=ERASED)._replace(personal_keys=frozenset({"title"}))
    record = apply(Record(an_id(2), "incident"), upcast(entry, {("renamed", 0): _erased_title}))
    assert record.values["title"] is ERASED


def _erased_title(data: dict[str, Any]) -> dict[str, Any]:
    return {"=title": ERASED} if data["title"] is ERASED else {"=title": [None, data["title"]]}


def test_that_an_old_and_a_new_chain_add_up_to_the_same() -> None:
    start = Record(an_id(2), "incident")
    old = apply(start, upcast(written(start, EntryDraft("renamed", {"title": "A"}, version=0)), MADE_UP))
    new = apply(start, written(start, EntryDraft("renamed", {"=title": [None, "A"]})))
    assert old == new


@pytest.mark.parametrize(("kind", "version"), [("renamed", 2), ("planned", 3), ("other", 2), ("other", 99)])
def test_that_an_entry_of_a_newer_program_is_not_read(kind: str, version: int) -> None:
    with pytest.raises(NewerEntry):
        upcast(an_entry(kind, version, title="x"), MADE_UP)


def test_that_every_upcaster_leads_on_to_the_newest_version() -> None:
    assert all(version < newest(kind) for kind, version in UPCASTERS)
    assert EntryDraft("any", {}).version == newest("any")
    assert [newest(kind, MADE_UP) for kind in ("planned", "renamed", "any")] == [2, 1, 1]
