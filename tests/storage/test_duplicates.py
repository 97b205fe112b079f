"""Records that tell of the same event are found; those that only resemble each other are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.vocabulary import Status
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases import duplicates
from incident_desk.usecases.duplicates import Duplicates, find_duplicates
from incident_desk.usecases.submission import Submission, Submitter
from tests.factories import START, Desk, commands_to, open_desk

DAY = 86_400_000_000
FALL = "Patient found on the floor beside the bed at night, the call bell was out of reach"
SAME_FALL = "Night round: patient on the floor beside the bed, call bell out of reach"
PARTLY = "Night round found a patient on the floor, bell not in reach, bed rail down"
PUMP = "The infusion pump ran at ten times the rate that was set on it"


@pytest.fixture
def desk(sqlite_address: str) -> Iterator[Desk]:
    with open_desk(sqlite_address) as desk:
        yield desk


def report(desk: Desk, text: str, *, day: int = 0, accept: bool = True, place: str = "Ward 3") -> str:
    submitter = Submitter(desk.register, uuid7, desk.submitter.actor, lambda: START + day * DAY)
    fields = {"what_happened": text, "place": place, "category": "device"}
    return submitter.submit(Submission(uuid7(), (c.RecordIncident(fields, accept=accept),))).id


def pairs(desk: Desk) -> list[set[str]]:
    return [{pair.later.id, pair.earlier.id} for pair in find_duplicates(desk.register.queries).pairs]


def test_that_two_reports_of_one_fall_are_found(desk: Desk) -> None:
    one, other = report(desk, FALL), report(desk, SAME_FALL, day=1)
    report(desk, PUMP, day=1)
    assert pairs(desk) == [{one, other}]


def test_that_the_later_one_comes_first_and_the_most_alike_pair_on_top(desk: Desk) -> None:
    one, other, copy = report(desk, FALL), report(desk, SAME_FALL, day=1), report(desk, FALL, day=2)
    found = find_duplicates(desk.register.queries).pairs
    assert ({found[0].later.id, found[0].earlier.id}, found[0].likeness) == ({one, copy}, 1.0)
    assert {found[1].later.id, found[1].earlier.id} <= {one, other, copy}
    assert all(pair.later.opened_at >= pair.earlier.opened_at for pair in found)


def test_that_the_same_words_weeks_apart_are_found_only_when_they_are_all_the_same(desk: Desk) -> None:
    one, copy = report(desk, FALL), report(desk, FALL, day=40)
    report(desk, SAME_FALL, day=80)
    assert pairs(desk) == [{one, copy}]


def test_that_much_the_same_words_at_another_place_need_more_in_common(desk: Desk) -> None:
    one, elsewhere = report(desk, FALL), report(desk, PARTLY, place="Press hall")
    assert pairs(desk) == []
    here = report(desk, PARTLY)
    assert {one, here} in pairs(desk)
    assert {one, elsewhere} not in pairs(desk)


def test_that_what_cannot_be_joined_is_not_offered(desk: Desk) -> None:
    waiting, also_waiting = report(desk, FALL, accept=False), report(desk, FALL, accept=False)
    assert pairs(desk) == []
    desk.do(waiting, c.AcceptReport())
    assert pairs(desk) == [{waiting, also_waiting}]
    desk.do(also_waiting, c.JoinReport(waiting))
    assert desk.record(also_waiting).values["status"] == Status.JOINED
    assert pairs(desk) == []


def test_that_a_few_common_words_are_no_likeness(desk: Desk) -> None:
    report(desk, "Fall on the stairs")
    report(desk, "Fall on the ward")
    assert pairs(desk) == []


def test_that_to_stop_gives_what_was_found_by_then(desk: Desk) -> None:
    report(desk, FALL)
    report(desk, SAME_FALL)
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> bool:
        told.append((done, of))
        return False

    assert find_duplicates(desk.register.queries, stop) == Duplicates((), complete=False)
    assert told == [(0, 2)]


def test_that_a_concluded_record_between_two_hides_neither(desk: Desk) -> None:
    one, between, other = report(desk, FALL), report(desk, FALL, day=40), report(desk, FALL, day=80)
    clock = Submitter(desk.register, uuid7, desk.submitter.actor, lambda: START + 90 * DAY)
    led = [command for command in commands_to("ready", place="Ward 3", responsible="Anna Berg")
           if not isinstance(command, c.RecordIncident | c.AcceptReport)]  # fmt: skip
    clock.submit(
        Submission(
            uuid7(),
            (
                c.ChangeFields({"discovered": "2026-11-11", "responsible": "Anna Berg"}),
                *led,
                c.ConcludeIncident("x", override=True),
            ),
            between,
        )
    )
    assert desk.record(between).values["status"] == Status.CONCLUDED
    assert pairs(desk) == [{one, other}]


def test_that_an_open_record_is_paired_with_every_waiting_one(desk: Desk) -> None:
    waiting, also_waiting = report(desk, FALL, accept=False), report(desk, FALL, day=40, accept=False)
    newest = report(desk, FALL, day=80)
    assert pairs(desk) == [{newest, also_waiting}, {newest, waiting}]


def test_that_more_pairs_than_anybody_can_look_at_are_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [report(desk, FALL) for _ in range(5)]
    whole = find_duplicates(desk.register.queries)
    assert (len(whole.pairs), whole.complete) == (10, True)
    monkeypatch.setattr(duplicates, "MOST_PAIRS", 3)
    few = find_duplicates(desk.register.queries)
    assert (len(few.pairs), few.complete) == (3, False)
    assert few == find_duplicates(desk.register.queries)
    monkeypatch.setattr(duplicates, "MOST_PAIRS", 1_000)
    monkeypatch.setattr(duplicates, "MOST_PAIRS_EACH", 1)
    one_each = find_duplicates(desk.register.queries)
    assert ([pair.earlier.id for pair in one_each.pairs], one_each.complete) == (records[3::-1], False)
