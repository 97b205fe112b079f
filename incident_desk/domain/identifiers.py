"""What tells in a free text who somebody is: names that the register knows, and forms that names and numbers have.

No program finds every name. What it takes for one goes, even where it was a common word; who prints reads the paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

_SHORTEST = 3  # letters of a part of a name that is looked for alone
_BESIDE_A_NAME = re.compile(r"\(.*|\d.*")  # "(night duty 2)", "3"
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

_BLANKS = r"[^\S\n]+"
_AFTER_A_TITLE = (
    rf"\b(?:{_TITLES})\b\.?{_BLANKS}(?:(?:{_TITLES})\.?{_BLANKS})*(?P<it>{_CAPITAL}(?:{_BLANKS}{_CAPITAL})?)"
)

# Each leaves out its group "it", or the whole where it has none.
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        _AFTER_A_TITLE,
        rf"(?i:\b(?:{_BORN})\b[\s.:,]*(?:on|am)?)\s*(?P<it>{_DAY})",
        rf"(?i:\b(?:{_NUMBERED})[ -]?(?:no|nr|nummer|number|id|num)?\b[\s.:#]*)"
        r"(?P<it>[A-Za-z]{0,4}[-/ ]?\d[\w/-]{3,})",
        rf"(?i:\b(?:{_REACHED})\b[\s.:]*)(?P<it>\+?\d[\d\s()/-]*\d)",
        r"(?<![\w.,-])\+\d[\d\s()/-]{6,}\d",
    )
)
_LONG_NUMBER = re.compile(r"(?<![\w.,/:-])\d{6,}(?![\w/:-]|[.,]\d)")


_WHAT_THEY_ARE = frozenset({
    "patient", "patients", "patientin", "patienten", "resident", "residents", "bewohner", "bewohnerin", "bewohnende",
    "visitor", "visitors", "besucher", "besucherin", "guest", "gast", "customer", "customers", "kunde", "kundin",
    "kunden", "client", "clients", "klient", "klientin", "person", "persons", "people", "personen", "somebody",
    "someone", "jemand", "unknown", "unbekannt", "nobody", "niemand", "mother", "father", "parent", "parents",
    "mutter", "vater", "eltern", "son", "daughter", "sohn", "tochter", "wife", "husband", "spouse", "ehefrau",
    "ehemann", "partner", "partnerin", "child", "children", "kind", "kinder", "baby", "relative", "relatives",
    "family", "angehörige", "angehöriger", "familie", "nurse", "nurses", "doctor", "doctors", "surgeon",
    "pflegekraft", "pflegerin", "pfleger", "arzt", "ärztin", "schwester", "midwife", "hebamme", "worker", "workers",
    "operator", "driver", "mitarbeiter", "mitarbeiterin", "fahrer", "fahrerin", "staff", "personal", "team", "shift",
    "schicht", "night", "nacht", "day", "tag", "early", "late", "früh", "spät", "ward", "station", "room", "zimmer",
    "bed", "bett", "hall", "halle", "line", "linie", "supplier", "lieferant", "maker", "makers", "hersteller",
    "contractor", "contractors", "fremdfirma", "cleaner", "reinigung", "technician", "techniker", "technikerin",
    "electrician", "elektriker", "student", "trainee", "azubi", "schüler", "schülerin", "volunteer", "male",
    "female", "man", "woman", "mann", "frau", "herr", "the", "and", "und", "der", "die", "das", "of", "des", "von",
    "del", "van", "den", "dem",
})  # fmt: skip
"""In small letters. People write them where a name is asked; in other texts they name nobody."""


def is_telling(text: str) -> bool:
    """Whether what stands in a field beside a name is looked for as it stands: a number, an address, several words."""
    parts = [part for part in _parts(text) if len(part) >= _SHORTEST]
    return bool(re.search(r"@|\d{4}", text)) or (len(text.split()) > 1 and bool(parts))


def names_after_titles(text: str) -> Iterator[str]:
    """As "Ilse Kaminski" in a text about "Frau Ilse Kaminski": other texts may name her without."""
    return (found["it"] for found in re.finditer(_AFTER_A_TITLE, text))


class Finder:
    """Blackens texts. `near`: names of people whom the record names, looked for part by part in any letters. `far`:
    names of all others, looked for as a whole, and by the last part as it is written. `words`: looked for as they are.
    `places`: words of these stay.
    """

    def __init__(
        self, near: Collection[str], far: Collection[str], words: Iterable[str], places: Iterable[str]
    ) -> None:
        stay = {part.casefold() for place in places for part in _PART.findall(place)}
        parts = {part for name in near for part in _parts(name) if _stands_alone(part, set())}
        whole = {" ".join(each.split()) for each in (*filter(_parts, near), *far, *words)}
        last = {part for name in far for part in _parts(name)[-1:] if _stands_alone(part, stay)}
        self._in_any_letters = _pattern({*parts, *(each for each in whole if len(each) > 1)}, re.IGNORECASE)
        self._as_written = _pattern(last, re.NOFLAG)

    def hide(self, text: str, gap: str, *, numbers: bool = True) -> str:
        """The text with `gap` where somebody is named. `numbers`: long numbers go too."""
        for pattern in (self._in_any_letters, *_FORMS, self._as_written, *([_LONG_NUMBER] if numbers else [])):
            if pattern is not None:
                text = pattern.sub(lambda found: _without(found, gap), text)
        return re.sub(rf"{gap}(?:[^\S\n]{gap})+", gap, text)


def _without(found: re.Match[str], gap: str) -> str:
    if "it" not in found.re.groupindex:
        return gap
    start, end = (at - found.start() for at in found.span("it"))
    return found.group()[:start] + gap + found.group()[end:]


def _parts(name: str) -> list[str]:
    """Of a name, as of "Helen Marsh"; none of what only says who is meant, as "Patient, room 312"."""
    parts = _PART.findall(_BESIDE_A_NAME.sub("", name))
    return [part for part in parts if part.casefold() not in _WHAT_THEY_ARE]


def _stands_alone(part: str, stay: set[str]) -> bool:
    """A place may be called after somebody; whom the record names is looked for all the same."""
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
