"""What a hand scanner sends for a UDI of GS1: numbers, each behind the code that tells what it is.

Codes stand in brackets, as people read them, or bare. Where a number can be of any length a separator follows it; as a
keyboard many scanners send none, so that a bare code can have several readings. All of them are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_SEPARATOR = "\x1d"
_SYMBOLOGY = re.compile(r"^\](?:C1|d2|Q3|e0|J1)")  # a scanner may send which kind of bar code it read
_GTIN, _LOT, _SERIAL = "01", "10", "21"
_FIXED = {"00": 18, _GTIN: 14, "02": 14, **dict.fromkeys(("11", "12", "13", "15", "16", "17"), 6), "20": 2}
_LONGEST = {_LOT: 20, _SERIAL: 20, "22": 20, "240": 30, "241": 30, "250": 30, "30": 8, "37": 8}
_CODES = tuple(sorted((*_FIXED, *_LONGEST), key=len, reverse=True))
_IN_BRACKETS = re.compile(r"\((\d{2,4})\)([^()]*)")
_MOST_READINGS = 200


@dataclass(frozen=True, slots=True)
class Gs1:
    """`gtin`: the part that tells maker and model (UDI-DI), 14 digits. "" where a code does not say."""

    gtin: str
    lot: str = ""
    serial: str = ""


def read_gs1(text: str) -> tuple[Gs1, ...]:
    """Every reading of a text; none where it is no such code."""
    bare = _SYMBOLOGY.sub("", "".join(text.split(" "))).strip(_SEPARATOR)
    if bare.startswith("("):
        return _in_brackets(bare)
    if not bare.startswith(_GTIN):
        return ()
    found = dict.fromkeys(_readings(bare, Gs1("")))
    return tuple(found)[:_MOST_READINGS]


def gtin_of(text: str) -> str:
    """The 14 digits of a bare number of an article, which may be written shorter; "" where it is none."""
    digits = text.replace(" ", "").replace("-", "")
    if not (digits.isascii() and digits.isdecimal() and len(digits) in {8, 12, 13, 14}):
        return ""
    return digits.zfill(14) if _checked(digits.zfill(14)) else ""


def _in_brackets(text: str) -> tuple[Gs1, ...]:
    parts = _IN_BRACKETS.findall(text)
    if "".join(f"({code}){value}" for code, value in parts) != text:
        return ()
    said = {code: value.strip(_SEPARATOR) for code, value in parts}
    gtin = said.get(_GTIN, "")
    return (Gs1(gtin, said.get(_LOT, ""), said.get(_SERIAL, "")),) if _checked(gtin) else ()


def _readings(rest: str, so_far: Gs1) -> Iterator[Gs1]:
    """Readings of what is left: first those in which a number goes as far as it can."""
    if not rest:
        yield so_far
        return
    code = next((code for code in _CODES if rest.startswith(code)), None)
    if code is None:
        return
    value = rest[len(code) :]
    for end in _ends(code, value):
        taken = _taken(so_far, code, value[:end])
        if taken is not None:
            yield from _readings(value[end:].removeprefix(_SEPARATOR), taken)


def _ends(code: str, value: str) -> Iterator[int]:
    """Where the number behind a code may end."""
    if code in _FIXED:
        if len(value) >= _FIXED[code] and value[: _FIXED[code]].isdecimal():
            yield _FIXED[code]
        return
    separator = value.find(_SEPARATOR)
    if separator >= 0:
        if 0 < separator <= _LONGEST[code]:
            yield separator
        return
    for end in range(min(_LONGEST[code], len(value)), 0, -1):
        if end == len(value) or value[end:].startswith(_CODES):
            yield end


def _taken(so_far: Gs1, code: str, value: str) -> Gs1 | None:
    if code == _GTIN:
        return replace(so_far, gtin=value) if not so_far.gtin and _checked(value) else None
    if code == _LOT:
        return replace(so_far, lot=value) if not so_far.lot else None
    if code == _SERIAL:
        return replace(so_far, serial=value) if not so_far.serial else None
    return so_far


def _checked(gtin: str) -> bool:
    """Whether the last digit is the one that follows from the others."""
    if not (len(gtin) == 14 and gtin.isascii() and gtin.isdecimal()):
        return False
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(gtin))
    return total % 10 == 0
