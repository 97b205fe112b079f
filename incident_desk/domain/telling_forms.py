"""Forms by which a text tells who somebody is, whoever that is: names after titles, dates of birth, numbers, addresses.

Where one stands: pairs of begin and end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_TITLES = (
    r"Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sister|Nurse|Matron|"
    r"Herrn?|Frau|Hr|Fr|Doktor|Professor|Schwester|Pfleger(?:in)?|Oberarzt|Ober\u00e4rztin|Kollegen?|Kollegin"
)
_FACULTIES = r"med|dent|vet|rer|nat|phil|ing|jur|h\.\s?c|habil"
_BEFORE_A_NAME = "von|van|vom|zu|zum|zur|der|den|dem|de|del|della|di|da|dos|la|le|ter|ten|af|av|bin|al"
_CAPITAL = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff][^\W\d_]*(?:['\u2019-][^\W\d_]+)*"
_DAY = (
    r"\d{1,2}[./ -]{1,2}(?:\d{1,2}|[A-Za-z\u00e4]{3,9})[./ -]*\d{2,4}|\d{4}-\d{2}-\d{2}|"
    r"[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}"
)
_BORN = "born|dob|date of birth|birthday|geb|geboren|geburtsdatum|geburtstag"
_NUMBERED = (
    "patient|pat|chart|mrn|nhs|insurance|personnel|staff|employee|passport|patienten|versicherten|versicherungs|"
    "personal|kranken|akten|ausweis"
)
_STAYS_OF = "case|admission|fall|aufnahme"  # the word alone may stand before the number of an incident
_REACHED = "phone|tel|telephone|telefon|mobile|mobil|handy|ext|extension|fax|durchwahl"
_A_DAY_ITSELF = r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b"
_UNITS = (
    r"\s?(?:mg|g|kg|t|ml|cl|dl|l|mm|cm|m|km|\u00b5g|\u03bcg|mcg|ie|iu|i\.e|mmol|mol|s|min|h|bar|mbar|k?pa|v|kv|w|kw|"
    r"hz|rpm|ppm|mmhg|units?|einheiten|st\u00fcck|pcs|%|\u00b0)(?!\w)"
)
_NO_AMOUNT = rf"(?!(?i:{_UNITS}))"

_BLANKS = r"[^\S\n]+"
_FURTHER_TITLES = rf"(?:(?:(?:{_TITLES})\b|(?:{_FACULTIES})\b)\.?{_BLANKS})*"
_AFTER_A_TITLE = re.compile(
    rf"\b(?:{_TITLES})\b\.?{_BLANKS}{_FURTHER_TITLES}"
    rf"(?P<it>(?:(?:{_BEFORE_A_NAME}){_BLANKS})*{_CAPITAL}(?:{_BLANKS}{_CAPITAL})?)"
)

# Each tells its group "it", or the whole where it has none.
_OTHERS = tuple(
    re.compile(form)
    for form in (
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        rf"(?i:\b(?:{_BORN})\b[\s.:,]*(?:on|am)?)\s*(?P<it>{_DAY})",
        rf"(?<!\w)\*\s?(?P<it>{_DAY})",
        rf"(?i:\b(?:(?:{_NUMBERED})\.?[ -]?(?:no|nr|nummer|number|id|num)?|"
        rf"(?:{_STAYS_OF})[ -]?(?:no|nr|nummer|number|id))\b[\s.:#]*)"
        rf"(?P<it>[A-Za-z]{{0,4}}[-/ ]?\d[\w/-]{{3,}}+){_NO_AMOUNT}",
        r"\bNHS\b(?i:[ -]?(?:no|number))?[\s.:#]*(?P<it>\d{3}[ -]?\d{3}[ -]?\d{4})\b",
        rf"(?i:\b(?:{_REACHED})\b[\s.:]*)(?P<it>\+?\d(?:[\s()/-]*\d)++){_NO_AMOUNT}",
        r"(?<![\w.,-])\+\d(?:[\s()/-]*\d){7,}",
    )
)
_NUMBERS = tuple(
    re.compile(form)
    for form in (
        rf"(?<![\w.,/:-])\d{{6,}}+(?![\w/:-]|[.,]\d){_NO_AMOUNT}",
        rf"(?<![\w.,/:-])(?!{_A_DAY_ITSELF})0\d{{2,5}}[ /-]{{1,3}}\d(?:[ /-]?\d){{4,}}+(?![\w/:-]|[.,]\d)",
        r"(?<![\w.,/:-])\d{3} \d{3} \d{4}(?![\w/:-]|[.,]\d)",
    )
)
_OF_A_THING = re.compile(
    r"\b(?:lot|batch|charge|chargen|serial|serien|sn|udi|di|gtin|ref|article|artikel|order|auftrag|auftrags|part|teile|"
    r"asset|inventar|inventory|device|ger\u00e4te?)[ -]?(?:no|nr|nummer|number|id)?\b[\s.:#-]*$",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 30  # characters before a number that say whose it is


def after_titles(text: str) -> Iterator[Span]:
    """As of "Ilse Kaminski" in a text about "Frau Ilse Kaminski"."""
    return (found.span("it") for found in _AFTER_A_TITLE.finditer(text))


def telling_forms(text: str, *, numbers: bool) -> Iterator[Span]:
    """All but names after titles. `numbers`: long numbers too, but for those said to be of a thing."""
    for form in _OTHERS:
        for found in form.finditer(text):
            yield found.span("it") if "it" in form.groupindex else found.span()
    for form in _NUMBERS if numbers else ():
        for found in form.finditer(text):
            start, end = found.span()
            if not _OF_A_THING.search(text, max(0, start - _LONGEST_BEFORE), start):
                yield start, end
