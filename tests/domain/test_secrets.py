"""Secrets of people: set, asked again, and slower after each wrong try, across restarts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from incident_desk.domain.errors import Refused
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.secrets import SHORTEST, check_secret, set_secret
from tests.factories import Desk, an_id, open_desk

SECRET, NOW, SECOND = "correct horse 🐎", 1_794_470_400_000_000, 1_000_000


@pytest.fixture
def desk(sqlite_address: str) -> Iterator[Desk]:
    with open_desk(sqlite_address) as desk:
        yield desk


def give(desk: Desk, name: str, secret: str, by: str = "Anna Berg") -> str:
    person = desk.person(name)
    set_secret(desk.register, desk.acting_as(by).submitter.actor, person, secret, uuid7())
    return person


def check(desk: Desk, person: str, secret: str | None, now: int = NOW) -> Refused | None:
    moment = datetime.fromtimestamp(now / SECOND, UTC)
    try:
        with time_machine.travel(moment, tick=False):  # the register's own clock, which is the PC's for a file
            check_secret(desk.register, person, secret, uuid7)
    except Refused as refused:
        return refused
    return None


def test_that_a_secret_that_fits_is_accepted_and_no_other(desk: Desk) -> None:
    person = give(desk, "Maria Manager", SECRET)
    assert check(desk, person, SECRET) is None
    for wrong in ("correct horse", SECRET + " ", SECRET.upper(), "\ud800" * SHORTEST, "a\x00b" * 5):
        assert (found := check(desk, person, wrong)) is not None
        assert found.code in {"secret_wrong", "text_unreadable_character"}
    for nothing in (None, ""):
        found = check(desk, person, nothing)
        assert (found.code, found.field, found.facts) == ("secret_needed", "secret", {})  # type: ignore[union-attr]  # refused


def test_that_nobody_is_asked_for_a_secret_that_was_never_set(desk: Desk) -> None:
    assert check(desk, desk.person("Maria Manager"), None) is None


def test_that_a_secret_stands_nowhere_in_the_register(desk: Desk) -> None:
    person = give(desk, "Maria Manager", SECRET)
    kept = desk.register.queries.secret(person)
    assert kept is not None
    assert kept[0].startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert desk.register.path is not None
    written = b"".join(path.read_bytes() for path in desk.register.path.parent.glob(f"{desk.register.path.name}*"))
    assert SECRET.encode() not in written
    assert [entry.kind for entry in desk.register.queries.entries(person)][-1] == "secret_set"


def test_that_a_secret_is_taken_away_by_an_empty_one(desk: Desk) -> None:
    person = give(desk, "Maria Manager", SECRET)
    give(desk, "Maria Manager", "")
    assert desk.register.queries.secret(person) is None
    assert check(desk, person, None) is None
    assert desk.breaks() == []


def test_that_ones_own_secret_needs_no_role_and_anothers_does(desk: Desk) -> None:
    give(desk, "Rosa Reporter", SECRET, by="Rosa Reporter")
    with pytest.raises(Refused, match="not_allowed"):
        give(desk, "Maria Manager", SECRET, by="Rosa Reporter")


@pytest.mark.parametrize(
    ("secret", "code"), [("short", "secret_too_short"), ("a\x00bcdefgh", "text_unreadable_character")]
)
def test_that_a_secret_that_will_not_do_is_refused(desk: Desk, secret: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        give(desk, "Maria Manager", secret)
    assert (caught.value.code, caught.value.field) == (code, "secret")
    assert caught.value.facts == ({"limit": SHORTEST} if code == "secret_too_short" else {})


def test_that_an_unknown_person_gets_no_secret(desk: Desk) -> None:
    with pytest.raises(Refused) as caught:
        set_secret(desk.register, desk.submitter.actor, an_id(5), SECRET, uuid7())
    assert (caught.value.code, caught.value.facts) == ("person_unknown", {"value": an_id(5)})


def test_that_a_repeated_setting_changes_nothing(desk: Desk) -> None:
    person, op_id = desk.person("Maria Manager"), uuid7()
    set_secret(desk.register, desk.submitter.actor, person, SECRET, op_id)
    kept = desk.register.queries.secret(person)
    set_secret(desk.register, desk.submitter.actor, person, "another secret", op_id)
    assert desk.register.queries.secret(person) == kept


def test_that_after_five_wrong_tries_each_waits_longer_even_after_a_restart(desk: Desk) -> None:
    person, now = give(desk, "Maria Manager", SECRET), NOW
    waits = []
    for _ in range(8):
        assert check(desk, person, "wrong secret", now).code == "secret_wrong"  # type: ignore[union-attr]  # refused
        reopened = open_register(str(desk.register.path))
        locked_until = reopened.queries.secret(person)[2]  # type: ignore[index]  # it is set
        reopened.close()
        waits.append((locked_until - now) // SECOND)
        now = max(now, locked_until)
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8]
    refused = check(desk, person, SECRET, now - 1000)
    assert refused is not None
    assert (refused.code, refused.facts) == ("secret_wait", {"wait": "1 s"})
    assert check(desk, person, SECRET, now) is None
    assert desk.register.queries.secret(person)[1:] == (0, now)  # type: ignore[index]  # it is set
