"""What tells in a free text who somebody is: names that the register knows, and forms that names and numbers have.

No program finds every name. What it takes for one goes, even where it was a common word; who prints reads the paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

_SHORTEST = 3  # letters of a part of a name that is looked for alone
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_PART = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_TITLES = (
    r"Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sister|Nurse|Matron|"
    r"Herrn?|Frau|Hr|Fr|Doktor|Professor|Schwester|Pfleger(?:in)?|Oberarzt|Ober\u00e4rztin|Kollegen?|Kollegin"
)
_CAPITAL = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff][^\W\d_]*(?:['\u2019-][^\W\d_]+)*"
_DAY = r"\d{1,2}[./ -](?:\d{1,2}|[A-Za-z\u00e4]{3,9})[./ -]*\d{2,4}|\d{4}-\d{2}-\d{2}"
_BORN = "born|dob|date of birth|birthday|geb|geboren|geburtsdatum|geburtstag"
_NUMBERED = (
    "patient|chart|mrn|nhs|insurance|personnel|staff|employee|passport|patienten|versicherten|versicherungs|"
    "personal|kranken|akten|ausweis"
)
_REACHED = "phone|tel|telephone|telefon|mobile|mobil|handy|ext|extension|fax|durchwahl"

# Each leaves out its group "it", or the whole where it has none.
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        rf"\b(?:{_TITLES})\b\.?\s+(?:(?:{_TITLES})\.?\s+)*(?P<it>{_CAPITAL}(?:\s+{_CAPITAL})?)",
        rf"(?i:\b(?:{_BORN})\b[\s.:,]*(?:on|am)?)\s*(?P<it>{_DAY})",
        rf"(?i:\b(?:{_NUMBERED})[ -]?(?:no|nr|nummer|number|id|num)?\b[\s.:#]*)"
        r"(?P<it>[A-Za-z]{0,4}[-/ ]?\d[\w/-]{3,})",
        rf"(?i:\b(?:{_REACHED})\b[\s.:]*)(?P<it>\+?\d[\d\s()/-]*\d)",
        r"(?<![\w.,-])\+\d[\d\s()/-]{6,}\d",
    )
)
_LONG_NUMBER = re.compile(r"(?<![\w.,/:-])\d{6,}(?![\w/:-]|[.,]\d)")


class Finder:
    """Blackens texts. `near`: names of people whom the record names, looked for part by part in any letters. `far`:
    names of all others, looked for as a whole, and by the last part as it is written. `words`: looked for as they are.
    `places`: words of these stay.
    """

    def __init__(
        self, near: Collection[str], far: Collection[str], words: Iterable[str], places: Iterable[str]
    ) -> None:
        stay = {part.casefold() for place in places for part in _PART.findall(place)}
        parts = {part for name in near for part in _PART.findall(name) if _stands_alone(part, stay)}
        whole = {name for each in (*near, *far, *words) if len(name := " ".join(each.split())) > 1}
        last = {part for name in far for part in _PART.findall(name)[-1:] if _stands_alone(part, stay)}
        self._in_any_letters = _pattern({*whole, *parts}, re.IGNORECASE)
        self._as_written = _pattern(last, re.NOFLAG)

    def hide(self, text: str, gap: str, *, numbers: bool = True) -> str:
        """The text with `gap` where somebody is named. `numbers`: long numbers go too."""
        for pattern in (self._in_any_letters, *_FORMS, self._as_written, *([_LONG_NUMBER] if numbers else [])):
            if pattern is not None:
                text = pattern.sub(lambda found: _without(found, gap), text)
        return re.sub(rf"{gap}(?:\s{gap})+", gap, text)


def _without(found: re.Match[str], gap: str) -> str:
    if "it" not in found.re.groupindex:
        return gap
    start, end = (at - found.start() for at in found.span("it"))
    return found.group()[:start] + gap + found.group()[end:]


def _stands_alone(part: str, stay: set[str]) -> bool:
    return len(part) >= _SHORTEST and part.casefold() not in stay


def _pattern(names: Iterable[str], flags: re.RegexFlag) -> re.Pattern[str] | None:
    """Longest first, so that a whole name goes before its parts."""
    spelt = sorted({each for name in names for each in _spellings(name)}, key=lambda each: (-len(each), each))
    return re.compile("|".join(map(_bounded, spelt)), flags) if spelt else None


def _spellings(name: str) -> Iterator[str]:
    composed = unicodedata.normalize("NFC", name)
    apart = unicodedata.normalize("NFD", composed)
    yield from (composed, apart, composed.translate(_UMLAUTS))
    yield "".join(ch for ch in apart if not unicodedata.combining(ch))


def _bounded(name: str) -> str:
    """Words of their own, with the ending of a genitive; scripts without blanks have no such bounds."""
    spelt = r"\s+".join(map(re.escape, name.split()))
    before = r"(?<!\w)" if _has_bounds(name[0]) else ""
    return rf"{before}{spelt}(?:s(?!\w)|(?!\w))" if _has_bounds(name[-1]) else before + spelt


def _has_bounds(letter: str) -> bool:
    return not re.match("[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]", letter)
