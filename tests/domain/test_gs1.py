"""What a hand scanner sends for a UDI: with brackets, with separators, or bare."""

from __future__ import annotations

import pytest

from incident_desk.domain.gs1 import Gs1, gtin_of, read_gs1
from tests.equipment import GTIN

WHOLE = Gs1(GTIN, "AB12", "S-9")


@pytest.mark.parametrize(
    "sent",
    [
        f"(01){GTIN}(17)261231(10)AB12(21)S-9",
        f"(01){GTIN} (21)S-9 (10)AB12",
        f"01{GTIN}1726123110AB12\x1d21S-9",
        f"]d201{GTIN}1726123110AB12\x1d21S-9",
        f"\x1d01{GTIN}21S-9\x1d10AB12\x1d",
    ],
)
def test_that_a_code_with_signs_between_its_numbers_has_one_reading(sent: str) -> None:
    assert read_gs1(sent) == (WHOLE,)


def test_that_a_code_without_any_sign_has_all_the_readings_that_it_can_have() -> None:
    readings = read_gs1(f"01{GTIN}1726123110AB1221S-9")
    assert readings[0] == Gs1(GTIN, "AB1221S-9")
    assert WHOLE in readings


@pytest.mark.parametrize(
    "text",
    [
        "", "A-4711", "4711", f"01{GTIN[:-1]}3", f"(01){GTIN[:-1]}3", f"(01){GTIN}(17", f"01{GTIN}99XY",
        f"01{GTIN[:-2]}", "(10)AB12(21)S-9", f"01{GTIN}17ABCDEF", f"10AB1201{GTIN}",
    ],
)  # fmt: skip
def test_that_what_is_no_such_code_has_no_reading(text: str) -> None:
    assert read_gs1(text) == ()


def test_that_a_hostile_code_is_read_in_no_time() -> None:
    assert len(read_gs1(f"01{GTIN}" + "1021" * 200)) <= 200


@pytest.mark.parametrize(
    ("text", "gtin"),
    [
        (GTIN, GTIN), (GTIN[1:], GTIN), ("9506-0001-34352", GTIN), ("96385074", "00000096385074"),
        (f"{GTIN[:-1]}3", ""), ("4711", ""), ("", ""), ("١٢٣٤٥٦٧٨", ""),
    ],
)  # fmt: skip
def test_that_the_number_of_an_article_is_known_by_its_check_digit(text: str, gtin: str) -> None:
    assert gtin_of(text) == gtin
