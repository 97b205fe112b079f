"""What differs between two texts by words: both texts stand in it whole, and a number is seen to have changed."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain.word_changes import How, Piece, word_changes

WORDS = st.lists(
    st.sampled_from(["pump", "ran", "at", "1.2", "12", " ", "\n", ".", "ml/h", "日本", "e\u0301", ""])
).map(" ".join)
TEXTS = st.text(max_size=60) | WORDS


def marked(old: str, new: str) -> str:
    signs = {How.SAME: "{}", How.GONE: "[{}]", How.NEW: "<{}>"}
    return "".join(signs[piece.how].format(piece.text) for piece in word_changes(old, new))


@given(TEXTS, TEXTS)
def test_that_both_texts_stand_in_it_letter_for_letter(old: str, new: str) -> None:
    pieces = word_changes(old, new)
    assert "".join(piece.text for piece in pieces if piece.how is not How.NEW) == old
    assert "".join(piece.text for piece in pieces if piece.how is not How.GONE) == new
    assert all(piece.text for piece in pieces)
    assert all(before.how is not after.how for before, after in pairwise(pieces))


@given(TEXTS)
def test_that_the_same_text_is_one_piece(text: str) -> None:
    assert word_changes(text, text) == ((Piece(text, How.SAME),) if text else ())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("ran at 10.5 ml/h.", "ran at 10.6 ml/h.", "ran at [10.5]<10.6> ml/h."),
        ("The alarm was silent.", "The alarm was silent", "The alarm was silent[.]"),
        ("", "New.", "<New.>"),
        ("Old.", "", "[Old.]"),
        ("the old pump", "the new drill", "the [old pump]<new drill>"),
        ("泵停了", "泵坏了", "泵[停]<坏>了"),
        ("one\ntwo", "one\nthree", "one\n[two]<three>"),
    ],
)
def test_that_words_are_told_as_people_mark_them(old: str, new: str, told: str) -> None:
    assert marked(old, new) == told


def test_that_a_text_written_anew_does_not_fall_into_crumbs() -> None:
    old = "The line was clamped and the doctor came. Pressure was low for twenty minutes."
    new = "A nurse of the next ward heard a bell in the corridor and closed every valve."
    assert len(word_changes(old, new)) <= 4


def test_that_very_long_texts_are_compared_at_once() -> None:
    old = " ".join(f"word{number % 977}" for number in range(20_000))
    before = perf_counter()
    pieces = word_changes(old, old.replace("word5 ", "other ")[::-1][::-1] + " end")
    assert word_changes(old, old[::-1])[-1].how is How.NEW
    assert pieces[-1].text.endswith(" end")
    assert perf_counter() - before < 3
