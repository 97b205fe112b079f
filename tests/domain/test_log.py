"""The log: one line of hashes through every chain, and the words people read of its end."""

from __future__ import annotations

import hashlib

import pytest

from incident_desk.domain.journal.log import EMPTY_LOG, Head, next_head


def test_that_each_head_covers_all_before_it() -> None:
    first = next_head(EMPTY_LOG, b"a" * 32)
    second = next_head(first, b"b" * 32)
    assert (EMPTY_LOG.index, EMPTY_LOG.hash) == (0, bytes(32))
    assert (first.index, second.index) == (1, 2)
    assert first.hash == hashlib.sha256(bytes(32) + b"a" * 32).digest()
    assert second.hash == hashlib.sha256(first.hash + b"b" * 32).digest()
    assert next_head(next_head(EMPTY_LOG, b"b" * 32), b"a" * 32).hash != second.hash


@pytest.mark.parametrize(
    ("first_ten", "words"),
    [
        (bytes(10), "0000 0000 0000 0000"),
        (b"\xff" * 10, "ZZZZ ZZZZ ZZZZ ZZZZ"),
        (bytes.fromhex("00443214c74254b635cf"), "0123 4567 89AB CDEF"),
        (bytes.fromhex("8465 3a56 d7c6 75be 77df".replace(" ", "")), "GHJK MNPQ RSTV WXYZ"),
    ],
)
def test_that_a_head_is_read_aloud_in_four_groups(first_ten: bytes, words: str) -> None:
    assert Head(1, first_ten + b"\x55" * 22).words == words


def test_that_the_words_have_no_letters_that_look_alike() -> None:
    letters = "".join(Head(n, hashlib.sha256(bytes([n])).digest()).words for n in range(200))
    assert not set(letters) & set("ILOU")
