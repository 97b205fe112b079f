"""The key on paper: nothing that a hand does to one letter of it goes unnoticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain.errors import Refused
from incident_desk.domain.recovery_key import looks_like_one, read, written

KEYS = st.binary(min_size=32, max_size=32)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(KEYS)
def test_that_what_is_written_is_read_back(key: bytes) -> None:
    groups = written(key).split()
    assert [len(group) for group in groups] == [4] * 14
    assert read(written(key)) == key


@given(KEYS, st.integers(0, 55), st.sampled_from(LETTERS))
def test_that_one_wrong_letter_is_found(key: bytes, place: int, letter: str) -> None:
    letters = written(key).replace(" ", "")
    typed = letters[:place] + letter + letters[place + 1 :]
    if typed != letters:
        with pytest.raises(Refused, match="recovery_key_mistyped"):
            read(typed)


@given(KEYS, st.integers(0, 54))
def test_that_two_letters_in_the_wrong_order_are_found(key: bytes, place: int) -> None:
    letters = written(key).replace(" ", "")
    typed = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    if typed != letters:
        with pytest.raises(Refused, match="recovery_key_mistyped"):
            read(typed)


@given(KEYS)
def test_that_case_blanks_hyphens_and_look_alikes_do_not_matter(key: bytes) -> None:
    typed = written(key).lower().replace(" ", "-\n").replace("0", "o").replace("1", "l")
    assert read(typed) == key


@given(KEYS, st.integers(0, 55))
def test_that_a_letter_too_few_or_too_many_is_told_with_the_count(key: bytes, place: int) -> None:
    letters = written(key).replace(" ", "")
    for typed, count in ((letters[:place] + letters[place + 1 :], 55), (letters[:place] + "A" + letters[place:], 57)):
        with pytest.raises(Refused, match="recovery_key_length") as told:
            read(typed)
        assert told.value.facts == {"count": count, "limit": 56}


@pytest.mark.parametrize("typed", ["", "correct horse battery staple", "U" * 56, "0" * 55, "ÄÖÜ" * 20])
def test_that_other_words_are_no_recovery_key(typed: str) -> None:
    assert not looks_like_one(typed)
    with pytest.raises(Refused, match="recovery_key_length"):
        read(typed)


def test_that_a_number_larger_than_any_key_is_refused() -> None:
    with pytest.raises(Refused, match="recovery_key_mistyped"):
        read("Z" * 52 + "0000")
