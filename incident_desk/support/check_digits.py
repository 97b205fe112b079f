"""Whether a national number can be one: its check digits. By python-stdnum, and by ourselves what it does not have."""

from __future__ import annotations

import re
from importlib import import_module

_KVNR = re.compile(r"[A-Z]\d{9}")
_RVNR = re.compile(r"\d{8}[A-Z]\d{3}")


def is_valid(check: str, number: str) -> bool:
    """`check` as "gb.nhs": country and number, as python-stdnum names its modules."""
    own = {"de.kvnr": _is_kvnr, "de.rvnr": _is_rvnr}.get(check)
    if own is not None:
        return own(re.sub(r"[\s.-]", "", number).upper())
    return bool(import_module(f"stdnum.{check}").is_valid(number))


def _is_kvnr(number: str) -> bool:
    """The part of the German health insurance number that stays with a person: a letter, eight digits, a check digit.
    After its own rule (SGB V section 290, annex 1): the letter as two digits, weights 1 and 2 in turn, sums of digits.
    """
    if not _KVNR.fullmatch(number):
        return False
    digits = f"{_place(number[0]):02}{number[1:9]}"
    return sum(_cross(int(each) * (1 + n % 2)) for n, each in enumerate(digits)) % 10 == int(number[9])


def _is_rvnr(number: str) -> bool:
    """The German pension insurance number: office, day of birth, letter, two digits, a check digit (VKVV section 4)."""
    if not _RVNR.fullmatch(number):
        return False
    digits = f"{number[:8]}{_place(number[8]):02}{number[9:11]}"
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    summed = sum(_cross(int(each) * weight) for each, weight in zip(digits, weights, strict=True))
    return summed % 10 == int(number[11])


def _place(letter: str) -> int:
    return ord(letter) - ord("A") + 1


def _cross(number: int) -> int:
    return number // 10 + number % 10
