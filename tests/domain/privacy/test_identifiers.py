"""The numbers of countries that the packs bring: found where they stand, passed over with a wrong digit."""

from __future__ import annotations

import pytest

from incident_desk.domain.privacy.finder import Finder, Forms
from incident_desk.domain.privacy.identifiers import CHECKS, Identifier, is_pattern
from incident_desk.domain.privacy.usual import USUAL, all_of
from incident_desk.domain.text import Text
from incident_desk.files.packs import load_pack, pack_names
from incident_desk.support.check_digits import is_valid

# From the documents of those who give the numbers out, and with one digit changed.
NUMBERS = [
    ("nhs_number", "943 476 5919", "943 476 5918"),
    ("nhs_number", "9434765919", "9434765819"),
    ("health_insurance_de", "A123456780", "A123456781"),
    ("pension_insurance_de", "15 070649 C 103", "15 070649 C 104"),
    ("tax_id_de", "36 574 261 809", "36 574 261 808"),
    ("social_insurance_at", "1237 010180", "2237 010180"),
    ("social_insurance_ch", "756.9217.0769.85", "756.9217.0769.84"),
    ("account", "DE89 3704 0044 0532 0130 00", "DE88 3704 0044 0532 0130 00"),
    ("social_security_us", "536-90-4399", "000-90-4399"),
]


def _found(pack: str, text: str) -> list[tuple[str, str]]:
    finder = Finder([], [], [], [], Forms(load_pack(pack)[0].identifiers, is_valid))
    return [(mark.key, text[mark.start : mark.end]) for mark in finder.marks(text)]


@pytest.mark.parametrize("pack", pack_names())
@pytest.mark.parametrize(("key", "right", "wrong"), NUMBERS)
def test_that_a_number_with_right_check_digits_is_found(pack: str, key: str, right: str, wrong: str) -> None:
    assert _found(pack, f"It said {right}, that was all") == [(key, right)]
    assert _found(pack, f"It said {wrong}, that was all") == []


@pytest.mark.parametrize("pack", pack_names())
def test_that_a_number_within_another_is_none(pack: str) -> None:
    assert _found(pack, "Lot 9434765919-7, 19434765919, 9434765919.5") == []


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_that_every_check_that_a_pack_may_name_is_there(check: str) -> None:
    assert is_valid(check, "no number") is False


@pytest.mark.parametrize(
    "piece",
    ["A", "1", "1 ", "0", "0 ", "0/", "a@", "a.", "@a.", "-", "'", "Mr ", "Dr. ", "Frau Ab ", "+1", "+", "born ", "* ", "1.1.",
     "patient ", "tel ", "lot 1", "AB12 ", "A1", "DE89 ", "756.", "e\u0301", "\u200b", "\u0301", "x\n", "(", "no no "],
)  # fmt: skip
def test_that_a_long_text_takes_no_longer_for_each_letter(piece: str) -> None:
    """Where a form begins anew at each letter and looks to the end, this would take minutes."""
    forms = Forms(all_of(load_pack("hospital")[0].identifiers), is_valid)
    text = piece * (200_000 // len(piece))
    assert Finder(["Helen Marsh"], ["Bernd Koch"], ["a b c"], [], forms).hide(text, "#") is not None


def test_that_a_pack_says_a_usual_one_otherwise_or_leaves_it_out() -> None:
    badge = Identifier("mail", Text("Badge"), "B-[0-9]+")
    retired = Identifier("phone", Text("Phone"), "x", retired=True)
    found = {each.key: each for each in all_of((badge, retired))}
    assert found["mail"] is badge
    assert "phone" not in found
    assert len(found) == len(USUAL) - 1


@pytest.mark.parametrize(
    ("text", "told"), [("[0-9]+", True), ("(", False), ("a*", False), ("", False), ("a" * 501, False)]
)
def test_that_a_pattern_finds_something(text: str, *, told: bool) -> None:
    assert is_pattern(text) is told
