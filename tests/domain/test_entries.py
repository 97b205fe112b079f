"""Entries: exact bytes, two salted parts, what a hash covers, and what stays after an erasure."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain.journal.entries import (
    ERASED,
    GENESIS,
    EntryDraft,
    Link,
    Part,
    exact_bytes,
    hash_of_covered,
    read,
    seal,
    split,
)
from incident_desk.domain.records import Record, apply
from tests.factories import an_id

OPEN_SALT, PERSONAL_SALT = bytes(range(32)), bytes(range(32, 64))
DRAFT = EntryDraft(
    "fields_changed",
    {"=title": [None, "Zürich ☂"], "=workload": [1, 2.5], "reason": "as told", "b": True, "a": None},
    frozenset({"=title", "reason"}),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
KEYS = TEXTS.filter(lambda key: key not in {"", "~"})


def a_link(**changes: Any) -> Link:
    link = Link(an_id(1), "incident", 3, 1_794_470_400_000_000, an_id(2), an_id(3), "noted", 1, b"o" * 32, b"p" * 32)
    return link._replace(**changes)


def parts_of(draft: EntryDraft) -> tuple[Part, Part | None]:
    return split(draft, OPEN_SALT, PERSONAL_SALT)


def test_that_the_bytes_are_sorted_compact_json_in_utf8() -> None:
    assert exact_bytes({"b": "ü", "a": [1, None, True]}) == '{"a":[1,null,true],"b":"ü"}'.encode()


def test_that_personal_keys_stand_in_a_part_of_their_own() -> None:
    open_part, personal = parts_of(DRAFT)
    assert personal is not None
    assert json.loads(open_part.content) == {
        "=workload": [1, 2.5], "a": None, "b": True, "~": {"=title": 1, "reason": 1}
    }  # fmt: skip
    assert json.loads(personal.content) == {"=title": [None, "Zürich ☂"], "reason": "as told"}
    assert (open_part.salt, personal.salt) == (OPEN_SALT, PERSONAL_SALT)


def test_that_an_entry_without_personal_keys_has_one_part() -> None:
    open_part, personal = parts_of(replace(DRAFT, personal=frozenset({"not there"})))
    assert personal is None
    assert "~" not in json.loads(open_part.content)


def test_that_no_personal_text_stands_in_the_open_part() -> None:
    open_part, _ = parts_of(DRAFT)
    assert "Zürich".encode() not in open_part.content
    assert b"as told" not in open_part.content


def test_that_a_commitment_is_the_keyed_hash_of_its_content() -> None:
    part = Part(OPEN_SALT, b"content")
    assert part.commitment == hmac.new(OPEN_SALT, b"content", hashlib.sha256).digest()
    assert part.commitment != Part(PERSONAL_SALT, b"content").commitment
    assert part.commitment != Part(OPEN_SALT, b"contenT").commitment


def test_that_a_read_entry_tells_where_it_stands_and_what_was_personal() -> None:
    open_part, personal = parts_of(DRAFT)
    assert personal is not None
    entry = read(a_link(kind=DRAFT.kind), open_part.content, personal.content)
    assert entry.data == DRAFT.data
    assert entry.personal_keys == DRAFT.personal
    assert (entry.position, entry.recorded_at, entry.actor, entry.op_id, entry.kind, entry.version) == (
        3, 1_794_470_400_000_000, an_id(2), an_id(3), "fields_changed", 1,
    )  # fmt: skip


def test_that_personal_values_read_as_erased_once_their_part_is_gone() -> None:
    entry = read(a_link(), parts_of(DRAFT)[0].content, None)
    assert entry.data["=title"] is ERASED
    assert entry.data["reason"] is ERASED
    assert entry.data["=workload"] == [1, 2.5]
    assert entry.personal_keys == DRAFT.personal
    assert (repr(ERASED), bool(ERASED)) == ("ERASED", True)


def test_that_what_was_emptied_stays_empty_once_its_part_is_gone() -> None:
    """A question answered, emptied and then erased is not answered."""
    draft = EntryDraft("fields_changed", {"=cause": ["Anna did it", None]}, frozenset({"=cause"}))
    open_part, _ = parts_of(draft)
    assert b"Anna" not in open_part.content
    entry = read(a_link(position=1), open_part.content, None)
    assert entry.data["=cause"] == [ERASED, None]
    assert entry.erased
    assert "cause" not in apply(Record(an_id(1), "incident", values={"cause": ERASED}), entry).values


@given(st.dictionaries(KEYS, VALUES, max_size=6), st.data())
def test_that_any_data_survives_its_parts(data: dict[str, Any], chosen: st.DataObject) -> None:
    keys = chosen.draw(st.frozensets(st.sampled_from(sorted(data)))) if data else frozenset()
    open_part, personal = split(EntryDraft("noted", data, keys), OPEN_SALT, PERSONAL_SALT)
    entry = read(a_link(), open_part.content, personal.content if personal else None)
    assert entry.data == data
    assert entry.personal_keys == keys


def hash_of(link: Link) -> bytes:
    return hash_of_covered(*link[:-1])


def test_that_the_hash_is_the_documented_one() -> None:
    """Worked out here by hand, so that another program could check a register."""
    link = a_link(previous_hash=b"q" * 32)
    covered: list[str | bytes] = [
        an_id(1), "incident", "3", "1794470400000000", an_id(2), an_id(3), "noted", "1", b"o" * 32, b"p" * 32,
        b"q" * 32,
    ]  # fmt: skip
    framed = b"\x00"
    for value in covered:
        as_bytes = value.encode() if isinstance(value, str) else value
        framed += len(as_bytes).to_bytes(4, "big") + as_bytes
    assert hash_of(link) == hashlib.sha256(framed).digest()


OTHER = {
    "chain": an_id(7), "chain_kind": "person", "position": 4, "recorded_at": 1, "actor": None,
    "op_id": an_id(8), "kind": "voided", "version": 2, "open_commitment": b"x" * 32,
    "personal_commitment": None, "previous_hash": b"y" * 32,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(OTHER))
def test_that_the_hash_covers(name: str) -> None:
    assert hash_of(a_link(**{name: OTHER[name]})) != hash_of(a_link())


def test_that_the_hash_covers_every_field_of_the_row() -> None:
    assert set(Link._fields) - {"hash"} == set(OTHER)


def test_that_letters_cannot_move_from_one_field_to_the_next() -> None:
    assert hash_of(a_link(kind="ab", chain_kind="c")) != hash_of(a_link(kind="a", chain_kind="bc"))


def test_that_sealing_links_to_the_entry_before() -> None:
    first = seal(a_link(position=1), GENESIS)
    second = seal(a_link(position=2), first.hash)
    assert first.previous_hash == bytes(32)
    assert second.previous_hash == first.hash == hash_of(first)
    assert second.hash == hash_of(second) != first.hash
