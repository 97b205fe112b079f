"""What one engine takes, all of them take: long texts, many roles, long codes."""

from __future__ import annotations

import random
import string
import time

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import pairs
from incident_desk.domain.vocabulary import Role
from incident_desk.storage import tables as t
from incident_desk.support.uuid7 import uuid7
from tests.factories import Desk

LETTERS = {
    "of one byte": string.ascii_lowercase,
    "of three bytes": "".join(chr(0x10D0 + n) for n in range(33)),
    "of four bytes": "".join(chr(0x10428 + n) for n in range(40)),  # which MariaDB takes for no letters
}


def different_words(letters: str, size: int) -> list[str]:
    """Words that all differ, `size` bytes of them with the blanks between."""
    chosen = random.Random(7)
    one = len(letters[0].encode())
    return ["".join(chosen.choices(letters, k=9)) for _ in range(size // (9 * one + 1))]


def soon_found(desk: Desk, text: str) -> list[str]:
    """MariaDB puts a text of this size into its index a moment after it was saved."""
    until = time.monotonic() + 10
    while not (found := desk.register.queries.search(text)) and time.monotonic() < until:
        time.sleep(0.05)
    return [each.row.id for each in found]


@pytest.mark.parametrize("letters", LETTERS)
def test_that_two_megabytes_of_different_words_are_saved_and_found(desk: Desk, letters: str) -> None:
    incident, words = desk.new("containment"), different_words(LETTERS[letters], 2 << 20)
    with desk.register.write() as work:
        record = work.lock("incident", [incident])[incident]
        data = pairs(record.values, {"cause": " ".join(words), "title": f"Long {letters}"})
        work.append(record, [EntryDraft("changed", data, frozenset(data))], None, op_id := uuid7(), work.now())
        work.commit(op_id, {})
    assert desk.record(incident).values["cause"] == " ".join(words)
    sought = [] if letters == "of four bytes" else [words[0], words[5000]]
    for text in (*sought, f"long {letters}"):
        assert soon_found(desk, text) == [incident]
    desk.do(incident, c.ChangeFields({"summary": "goes on"}))
    assert desk.breaks() == []


def test_that_a_role_given_many_times_is_one_role(desk: Desk) -> None:
    every = [str(role) for role in Role]
    person = desk.do(None, d.AddPerson("Many Roles", tuple(every * 30))).id
    desk.do(person, d.ChangePerson(person, {"roles": ["reporter"] * 50}))
    (changed,) = (each.data["=roles"] for each in desk.register.queries.entries(person)[1:])
    assert changed == [every, ["reporter"]]
    desk.do(person, d.ChangePerson(person, {"active": False}))
    assert desk.breaks() == []


def test_that_all_roles_together_fit_their_column() -> None:
    assert len(" ".join(Role)) <= t.person.c.roles.type.length  # type: ignore[attr-defined]  # a Code


@pytest.mark.parametrize("code", ["ABCDEFGHI", "X" * 30])
def test_that_a_code_too_long_is_refused_by_all_alike(desk: Desk, code: str) -> None:
    with pytest.raises(Refused, match="code_shape"):
        desk.do(None, d.AddPlace("Long code", "Main house", code))
    with pytest.raises(Refused, match="code_shape"):
        desk.do(None, d.ChangeSettings({"site_code": code}))
