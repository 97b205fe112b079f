"""One form by which a text tells who somebody is: a number of a patient, a day of birth. Declared, and looked for.

The program brings some (`usual`), a pack adds those of its country and house or says one of them otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from incident_desk.domain.text import Text

Span = tuple[int, int]
"""Where it stands in a text: begin and end."""

IsValid = Callable[[str, str], bool]
"""Whether a number passes the check digits of that name; see `CHECKS`."""

CHECKS = frozenset({
    "at.vnr", "be.nn", "ca.sin", "ch.ssn", "de.idnr", "de.kvnr", "de.rvnr", "es.dni", "es.nie", "fr.nir", "gb.nhs",
    "iban", "it.codicefiscale", "luhn", "nl.bsn", "pl.pesel", "se.personnummer", "us.ssn",
})  # fmt: skip
LONGEST_PATTERN = 500  # characters
_NUMBER_WORD = r"(?:no|nr|nummer|number|num|id|on|am)"
_LONGEST_BEFORE = 40  # characters in which the words before are looked for


@dataclass(frozen=True, slots=True)
class Identifier:
    """`pattern`: a regular expression; its group "it", where it has one, is what tells. `after`: only behind one of
    these words, as in "Patient no. 4711". `not_after`: not behind one of these. `check`: only with right check digits.
    `of_things`: it may as well be the number of a thing, and is passed over where things are asked for.
    """

    key: str
    name: Text
    pattern: str
    check: str = ""
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    of_things: bool = False
    retired: bool = False

    def spans(self, text: str, is_valid: IsValid) -> Iterator[Span]:
        for found in _compiled(self.pattern, self.after).finditer(text):
            start, end = found.span("it")
            if self.not_after and _behind(self.not_after).search(text, max(0, start - _LONGEST_BEFORE), start):
                continue
            if not self.check or is_valid(self.check, text[start:end]):
                yield start, end


@cache
def _compiled(pattern: str, after: tuple[str, ...]) -> re.Pattern[str]:
    if "(?P<it>" not in pattern:
        pattern = f"(?P<it>{pattern})"
    if after:
        words = "|".join(map(re.escape, after))
        pattern = rf"(?i:\b(?:{words})(?:[ .-]{{0,2}}{_NUMBER_WORD})?\b[\s.:,#(-]*)(?:{pattern})"
    return re.compile(pattern)


@cache
def _behind(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words, as in "lot of set" too, and further numbers that they are about, as in "serials 4711 and 4712"."""
    before = r"(?:[\w/-]*\d[\w/-]*[\s,]*(?:and|und|or|oder|&|,)\s*)*"
    named = rf"\b(?:{'|'.join(words)})s?(?: of \w+)?[ .-]{{0,2}}{_NUMBER_WORD}?\b"
    return re.compile(rf"{named}[\s.:#-]*{before}$", re.IGNORECASE)


def is_pattern(text: str) -> bool:
    """Whether it can be looked for, and finds no empty passage."""
    if not text or len(text) > LONGEST_PATTERN:
        return False
    try:
        return _compiled(text, ()).fullmatch("") is None
    except re.error:
        return False
