"""Numbers as people write them, with thousands apart and the unit of their field. Another unit is another number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress

from incident_desk.usecases.importing.dates import ABOUT, NotRead, ReadInPart
from incident_desk.usecases.importing.mapping import folded

_LONGEST = 60  # what is longer is no number, and is not looked at: a cell may hold a million characters
_NUMBER = r"[+-]?(?:\d{1,3}(?:[ .,']\d{3})+|\d+)(?:[.,]\d+)?"
_WITH_UNIT = re.compile(rf"(?P<before>[^\d\s+-]*) ?(?P<number>{_NUMBER})(?P<even>[.,][-–—]{{1,2}})? ?(?P<after>\D*)")
_RANGE = re.compile(r"(.*\d.*?)\s*(?:-|–|to|bis)\s*(\d.*)", re.I)

MONEY = frozenset(["€", "$", "£", "eur", "usd", "gbp", "chf"])
_FAMILIES = (
    MONEY,
    frozenset(["min", "mins", "minute", "minutes", "minuten"]),
    frozenset(["h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"]),
    frozenset(["day", "days", "tag", "tage"]),
)
ANY_UNIT = frozenset().union(*_FAMILIES)


def units_of(unit: Mapping[str, str]) -> frozenset[str]:
    """How people may write the unit of a field beside a number. What has no unit may be money."""
    own = {_plain(word) for word in unit.values() if word}
    return frozenset(own.union(*(family for family in _FAMILIES if family & own))) if own else MONEY


def read_number(text: str, decimal_sign: str, units: frozenset[str] = ANY_UNIT) -> int | float:
    """Raises NotRead, for a number in another unit too, and ReadInPart for one that is stated as about so much."""
    plain = " ".join(text[: 2 * _LONGEST].split())
    if len(text) > 2 * _LONGEST or len(plain) > _LONGEST:
        raise NotRead("number_not_read")
    parts = _WITH_UNIT.fullmatch(plain)
    if parts is None or not {_plain(each) for each in parts.group("before", "after") if each} <= units:
        raise _no_number(plain, decimal_sign, units)
    bare = parts["number"]
    sign = "" if parts["even"] else _decimal(bare, re.findall(r"[.,]", bare), decimal_sign)
    whole, _, part = bare.rpartition(sign) if sign else (bare, "", "")
    digits = re.sub(r"[ .,']", "", whole)
    return float(f"{digits}.{part}") if part else int(digits)


def _plain(unit: str) -> str:
    return folded(unit).rstrip(".")


def _no_number(plain: str, decimal_sign: str, units: frozenset[str]) -> NotRead:
    """From 2 to 3 hours is no one number, and nobody may choose one of them. About 5 is 5, as far as it can be read."""
    about = ABOUT.match(plain)
    if about:
        with suppress(NotRead):
            return ReadInPart("number_about", read_number(plain[about.end() :], decimal_sign, units))
    ends = _RANGE.fullmatch(plain)
    with suppress(NotRead):
        if ends is not None and all(read_number(each, decimal_sign, units) is not None for each in ends.groups()):
            return ReadInPart("number_range", None)
    return NotRead("number_not_read")


def _decimal(bare: str, signs: Sequence[str], usual: str) -> str:
    """The sign before the decimals, "" where there are none: one sign before three digits is read as usual here."""
    if not signs or (len(signs) > 1 and len(set(signs)) == 1):
        return ""
    last = signs[-1]
    if len(signs) == 1 and last != usual and _is_thousands(bare):
        return ""
    return last


def _is_thousands(bare: str) -> bool:
    """Whether its one sign can part thousands: 0.500 is a half."""
    return re.fullmatch(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", bare) is not None


def decimal_sign_shown(text: str) -> tuple[str, str]:
    """The sign that a number shows to come before the decimals, "" where it shows none; and the number alone where it
    could mean another: 1.500 may be one and a half, but more often it is a sum of money."""
    parts = _WITH_UNIT.fullmatch(" ".join(text[: 2 * _LONGEST].split())[:_LONGEST])
    bare = parts["number"] if parts else ""
    signs = re.findall(r"[.,]", bare)
    if parts and parts["even"]:
        return parts["even"][0], ""
    if not signs:
        return "", ""
    if len(signs) == 1 and not _is_thousands(bare):
        return signs[0], ""
    other = "," if signs[-1] == "." else "."
    return (signs[-1], "") if len(set(signs)) > 1 else (other, bare if len(signs) == 1 else "")
