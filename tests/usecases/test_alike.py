"""Records in much the same words are found as by comparing each with each; thousands that say the same cost little."""

from __future__ import annotations

import random

import pytest

from incident_desk.domain.vocabulary import Kind, Priority, Status
from incident_desk.usecases import alike
from incident_desk.usecases.alike import ALIKE, ALIKE_IN_PLACE, DAY, Near, Told
from incident_desk.usecases.rows import IncidentRow

WORDS = [f"word{number}" for number in range(60)]


def told(turn: int, words: frozenset[str], *, opened_at: int = 0, place: str = "Ward 3") -> Told:
    row = IncidentRow(
        turn, f"id-{turn}", f"N-{turn}", 1, "", Kind.INCIDENT, Status.OPEN, None, Priority.NOT_SET, None, "", place,
        "device", None, None, "", None, None, opened_at, 0, 0, None, 0, 0, None, 0, 0, None, "", "", None, False,
    )  # fmt: skip
    return Told.of(turn, row, words)


def is_alike(one: Told, other: Told) -> bool:
    common = len(one.words & other.words)
    part = common / len(one.words | other.words)
    near = 0 <= other.row.opened_at - one.row.opened_at <= 3 * DAY
    return near and common >= 4 and part >= (ALIKE_IN_PLACE if one.place == other.place else ALIKE)


@pytest.mark.parametrize("seed", range(5))
def test_that_nothing_alike_is_missed(seed: int) -> None:
    chance, near, before, pairs = random.Random(seed), Near(), list[Told](), 0
    moment = 400 * DAY
    for turn in range(250):
        moment -= chance.randrange(DAY // 4)
        words = chance.sample(WORDS, 12) if turn % 2 else [*chance.sample(WORDS[:14], 9), *chance.sample(WORDS, 3)]
        now = told(turn, frozenset(words), opened_at=moment, place=chance.choice(["Ward 3", "Ward 4"]))
        near.leave_behind(moment)
        expected = {other.turn for other in before if is_alike(now, other)}
        assert {other.turn for other, _ in near.like(now)} == expected
        pairs += len(expected)
        near.add(now)
        before.append(now)
    assert near.complete
    assert pairs > 100


def test_that_thousands_of_alike_rows_are_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alike, "MOST_COMPARED", 20)
    monkeypatch.setattr(alike, "MOST_NEAR", 500)
    near, words = Near(), frozenset(WORDS[:20])
    for turn in range(2_000):
        now = told(turn, words)
        found = near.like(now)
        assert len(found) <= 40
        assert not found or max(other.turn for other, _ in found) == turn - 1
        near.add(now)
    assert near.compared <= 2_000 * 42
    assert not near.complete
    assert (near.holds(1_500), near.holds(1_499)) == (True, False)
