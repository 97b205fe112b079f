"""What parts the lines of a cell is guessed only where it is plain; every word stands in some line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.usecases.importing.list_cells import SPLITS, Split, says_nothing, split_list


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("Floor cleaned; Sign put up", ("Floor cleaned", "Sign put up")),
        ("Floor cleaned;\nSign put up;", ("Floor cleaned", "Sign put up")),
        ("Floor cleaned\r\nSign put up", ("Floor cleaned", "Sign put up")),
        ("1. Floor cleaned 2. Sign put up", ("Floor cleaned", "Sign put up")),
        ("1) Floor cleaned\n2) Sign put up,\nand lit\n3) Team told", ("Floor cleaned", "Sign put up, and lit", "Team told")),
        ("(1) Lamp off; (2) Lamp out", ("Lamp off", "Lamp out")),
        ("- Floor cleaned\n- Sign put up", ("Floor cleaned", "Sign put up")),
        ("• Floor cleaned • Sign put up", ("Floor cleaned", "Sign put up")),
        ("* Floor cleaned\n  and dried\n* Sign put up", ("Floor cleaned and dried", "Sign put up")),
        ("Müller, Anna; Schulz, Ben", ("Müller, Anna", "Schulz, Ben")),
    ],
)  # fmt: skip
def test_that_what_parts_lines_is_seen(cell: str, lines: tuple[str, ...]) -> None:
    assert split_list(cell) == lines


@pytest.mark.parametrize(
    "cell",
    [
        "Floor cleaned, sign put up",
        "Müller, Anna",
        "The floor was cleaned and the\nsign was put up",
        "The floor was cleaned by the night shift of the house\nWard 3 was told",
        "1. OG gereinigt 2. OG gesperrt",
        "1. Reinigung am 2. März",
        "1. Reinigung bis zum 2. Bescheid",
        "Team told: 1. cleaned 2. dried",
        "1. Floor cleaned",
        "1. Floor cleaned 3. Sign put up",
        "- 5 °C measured",
        "Lamp (left; right) changed",
        "R&amp;D told",
        "Floor cleaned;)",
        "Floor cleaned -\nSign put up",
    ],
)
def test_that_a_doubtful_cell_is_one_line(cell: str) -> None:
    assert split_list(cell) == (" ".join(cell.split()),)


@pytest.mark.parametrize(
    ("how", "lines"),
    [
        ("lines", ("1. A, b; c", "d")),
        ("semicolons", ("1. A, b", "c", "d")),
        ("commas", ("1. A", "b; c", "d")),
        ("whole", ("1. A, b; c d",)),
    ],
)
def test_that_somebody_may_say_what_parts_them(how: Split, lines: tuple[str, ...]) -> None:
    assert split_list("1. A, b; c\nd", how) == lines


@given(text=st.text(st.sampled_from('ab1 2.3)(;,-•*\n"&'), max_size=40), how=st.sampled_from(SPLITS))
def test_that_no_letter_is_lost_and_none_comes(text: str, how: Split) -> None:
    """Only numbers, bullets and what parts the lines go, and only by a guess may a number go."""
    letters = re.findall(r"[ab&\"]", text)
    assert re.findall(r"[ab&\"]", "".join(split_list(text, how))) == letters
    if how != "guessed":
        assert re.findall(r"\w", "".join(split_list(text, how))) == re.findall(r"\w", text)


@pytest.mark.parametrize(
    "cell", ["keine", "-", "none", "n/a", "./.", "entfällt", "nil", "No", "k.A.", "unbekannt", "--"]
)
def test_that_a_word_for_nothing_is_no_line(cell: str) -> None:
    assert says_nothing(cell)


@pytest.mark.parametrize("cell", ["No Entry sign put up", "Nina", "keine Fahrzeuge mehr im Hof", "1"])
def test_that_what_only_begins_so_is_one(cell: str) -> None:
    assert not says_nothing(cell)
