"""The access log: found by person, kind, day and record, read in pages, and that somebody looked it through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from incident_desk.domain.context import NOBODY, Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Role
from incident_desk.storage import access_pages
from incident_desk.support.texts import Texts
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.access import log_access
from incident_desk.usecases.access_log import AccessLine, access_all, access_page, check_may_read, review
from incident_desk.usecases.access_rows import ACCESS_KINDS, AccessFilter
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.names import read_names
from incident_desk.usecases.wording import Wording
from tests.factories import Desk

HASH = "ab" * 32


def now(desk: Desk, language: str = "en") -> Wording:
    return Wording(Texts(language), read_names(desk.register.queries))


def log(desk: Desk, kind: str, facts: Mapping[str, object], actor: Actor = NOBODY) -> None:
    log_access(desk.register, uuid7, actor, kind, facts)


def printed(desk: Desk, record: str, actor: Actor = NOBODY) -> None:
    log(desk, "printed", {"kind": "record", "record": record, "position": 1, "sha256": HASH}, actor)


def everything(desk: Desk, wanted: AccessFilter = AccessFilter(), limit: int | None = None) -> list[AccessLine]:  # noqa: B008 - frozen
    return access_all(desk.register.queries, wanted, now(desk), limit)


@pytest.fixture
def small_stretches(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """So that a short log is one of many stretches."""
    monkeypatch.setattr(access_pages, "_STRETCH", 3)
    monkeypatch.setattr(access_pages, "_MOST", 7)
    yield


def test_that_it_says_who_printed_a_record_with_number_entry_and_hash(own_desk: Desk) -> None:
    record, other = own_desk.new("identification"), own_desk.new("inbox")
    anna = actor_named("Anna Berg", read_names(own_desk.register.queries))
    printed(own_desk, record, anna)
    printed(own_desk, other)
    log(own_desk, "signed_in", {}, anna)
    (line,) = everything(own_desk, AccessFilter(record=record))
    number = own_desk.record(record).values["number"]
    assert (line.who, line.number, line.upto, line.sha256) == ("Anna Berg", number, 1, HASH)
    assert line.what == f"printed or saved the record {number} as it stood after entry 1"
    by_anna = everything(own_desk, AccessFilter(person=anna.id))
    assert [each.kind for each in by_anna] == ["signed_in", "printed"]
    assert [each.record for each in everything(own_desk, AccessFilter(kind="printed"))] == [other, record]


@pytest.mark.usefixtures("small_stretches")
def test_that_pages_hold_every_entry_once_whatever_is_asked(own_desk: Desk) -> None:
    record = own_desk.new("inbox")
    anna = actor_named("Anna Berg", read_names(own_desk.register.queries))
    for number in range(23):
        printed(own_desk, record if number % 5 == 0 else uuid7(), anna if number % 3 else NOBODY)
    whole = everything(own_desk)
    assert [each.position for each in whole] == list(range(24, 0, -1))
    middle = whole[10].recorded_at
    expected = {
        AccessFilter(): whole,
        AccessFilter(record=record): [each for each in whole if each.record == record],
        AccessFilter(person=anna.id, kind="printed"): [each for each in whole if each.who == "Anna Berg"],
        AccessFilter(since=middle): [each for each in whole if each.recorded_at >= middle],
        AccessFilter(until=middle): [each for each in whole if each.recorded_at < middle],
        AccessFilter(kind="signed_in"): [],
    }
    for wanted, lines in expected.items():
        assert everything(own_desk, wanted) == lines
        for limit in (1, 4):
            assert paged(own_desk, wanted, limit) == lines


def paged(desk: Desk, wanted: AccessFilter, limit: int) -> list[AccessLine]:
    found: list[AccessLine] = []
    before: int | None = None
    while True:
        lines, page = access_page(desk.register.queries, wanted, now(desk), before, limit)
        assert len(lines) <= limit
        found += lines
        if page.before is None:
            return found
        assert before is None or page.before < before
        before = page.before


@pytest.mark.usefixtures("small_stretches")
def test_that_one_call_looks_at_no_more_than_it_may(own_desk: Desk) -> None:
    for _ in range(20):
        printed(own_desk, uuid7())
    lines, page = access_page(own_desk.register.queries, AccessFilter(kind="signed_in"), now(own_desk))
    assert (lines, page.before) == ([], 22 - 7)


def test_that_looking_it_through_is_an_entry_with_note_and_filter(own_desk: Desk) -> None:
    record = own_desk.new("inbox")
    printed(own_desk, record)
    auditor = replace(actor_named("Anna Berg", read_names(own_desk.register.queries)), roles=frozenset({Role.AUDITOR}))
    last = own_desk.register.queries.access_last()
    review(own_desk.register, uuid7, auditor, AccessFilter(record=record), last, " As expected ")
    (line,) = everything(own_desk, AccessFilter(kind="reviewed"))
    assert (line.who, line.note, line.what) == (
        "Anna Berg",
        "As expected",
        f"looked this log through up to entry {last}",
    )
    assert own_desk.breaks() == []
    with pytest.raises(Refused):
        review(
            own_desk.register, uuid7, replace(auditor, roles=frozenset({Role.COORDINATOR})), AccessFilter(), last, ""
        )


@pytest.mark.parametrize(
    ("role", "whole", "of_record"),
    [
        (Role.REPORTER, False, False), (Role.COORDINATOR, False, True), (Role.MANAGER, True, True),
        (Role.AUDITOR, True, True), (Role.ADMINISTRATOR, True, True),
    ],
)  # fmt: skip
def test_that_it_is_shown_to_those_who_review(role: Role, whole: bool, of_record: bool) -> None:
    for wanted, allowed in ((AccessFilter(), whole), (AccessFilter(record="x"), of_record)):
        actor = Actor("a", "A", frozenset({role}))
        if allowed:
            check_may_read(actor, wanted)
        else:
            with pytest.raises(Refused):
                check_may_read(actor, wanted)


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_every_kind_has_a_sentence_and_a_name(own_desk: Desk, language: str) -> None:
    facts = {"kind": "list", "incidents": 3, "format": "csv", "name": "x", "last": 4, "position": 1}
    for kind in ACCESS_KINDS:
        log(own_desk, kind, facts)
        assert Texts(language).say(f"access.kind_{kind}")
    lines = access_all(own_desk.register.queries, AccessFilter(), now(own_desk, language), None)
    assert {line.kind for line in lines} == {*ACCESS_KINDS, "access_log_begun"}
    assert not [line for line in lines if line.what == line.kind or "{" in line.what]
