"""The forms that tell who somebody is anywhere: names after titles, days of birth, numbers said to be of people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_desk.domain.privacy.identifiers import Identifier, Span
from incident_desk.domain.text import Text

_TITLES = (
    r"Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sister|Sr|Nurse|Matron|"
    r"Herrn?|Frau|Hr|Fr|Doktor|Professor|Schwester|Pfleger(?:in)?|Oberarzt|Ober\u00e4rztin|Kollegen?|Kollegin"
)
_FACULTIES = r"med|dent|vet|rer|nat|phil|ing|jur|h\.\s?c|habil"
_BEFORE_A_NAME = "von|van|zu|der|den|dem|de|del|della|di|da|dos|la|le|ter|ten|af|av|bin|al"
_CAPITAL = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff][^\W\d_]*(?:['\u2019-][^\W\d_]+)*"
_DAY = (
    r"\d{1,2}[./ -]{1,2}(?:\d{1,2}|[A-Za-z\u00e4]{3,9})[./ -]*\d{2,4}|\d{4}-\d{2}-\d{2}|"
    r"[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}"
)
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
_OF_A_THING = (
    "lot", "batch", "charge", "chargen", "serial", "serien", "sn", "udi", "di", "gtin", "ref", "art", "article",
    "artikel", "invoice", "rechnung",
    "order", "auftrag", "auftrags", "bestellung", "bestell", "s/n",
    "part", "teile", "asset", "inventar", "inventory", "device", "ger\u00e4t",
    "ger\u00e4te",
)  # fmt: skip

_A_NUMBER_OF_THEIRS = rf"[A-Za-z]{{0,4}}[-/ ]?(?:\d{{2,3}} \d{{3,6}}\b|\d[\w/-]{{3,}}+){_NO_AMOUNT}"
_REACHED = (
    "phone", "tel", "telephone", "telefon", "mobile", "mobil", "handy", "ext", "extension", "fax", "durchwahl",
)  # fmt: skip

USUAL = (
    Identifier("mail", Text("E-mail address", "E-Mail-Adresse"), r"(?<![\w.+-])[\w.+-]{1,64}+@[\w-]+(?:\.[\w-]+)+"),
    Identifier(
        "born", Text("Date of birth", "Geburtsdatum"), _DAY,
        after=(
            "date of birth", "born", "dob", "d.o.b", "birthday", "geb", "geb. datum", "geb.-datum", "geboren",
            "geburtsdatum", "geburtstag",
        ),
    ),
    Identifier("born_star", Text("Date of birth", "Geburtsdatum"), rf"(?<!\w)\*\s?(?P<it>{_DAY})"),
    Identifier(
        "numbered", Text("Number of a person", "Nummer einer Person"), _A_NUMBER_OF_THEIRS,
        after=(
            "patient", "pat", "pt", "chart", "mrn", "hosp", "hospital", "insurance", "personnel", "staff", "employee",
            "payroll", "clock", "passport", "patienten", "versicherten", "versicherungs", "personal", "pers", "kranken",
            "akten", "ausweis",
        ),
    ),
    Identifier("nhs", Text("NHS number", "NHS-Nummer"), r"\d{3}[ -]?\d{3}[ -]?\d{4}\b", after=("nhs",)),
    Identifier(  # "case" alone may stand before the number of an incident
        "stay", Text("Number of a stay or case", "Fallnummer"), _A_NUMBER_OF_THEIRS,
        after=tuple(
            f"{of}{number}" for of in ("case", "admission", "fall", "aufnahme")
            for number in ("nummer", "-nr", "nr", "-nummer", " no", " number", " nr")
        ),
    ),
    Identifier(
        "reached", Text("Telephone number", "Telefonnummer"), rf"\+?\d(?:[\s()/-]*\d)++{_NO_AMOUNT}", after=_REACHED
    ),
    Identifier(
        "phone_abroad", Text("Telephone number", "Telefonnummer"), r"(?<![\w.,-])\+\d(?:[\s()/-]*\d){7,}"
    ),
    Identifier(
        "phone_bracket", Text("Telephone number", "Telefonnummer"), r"\(0\d{2,5}\)[ /-]{0,3}\d(?:[ /-]?\d){3,}+(?!\w)"
    ),
    Identifier(
        "phone", Text("Telephone number", "Telefonnummer"),
        rf"(?<![\w.,/:-])(?!{_A_DAY_ITSELF})0\d{{2,5}}[ /-]{{1,3}}\d(?:[ /-]?\d){{4,}}+(?![\w/:-]|[.,]\d)",
        not_after=_OF_A_THING, of_things=True,
    ),
    Identifier(
        "long_number", Text("Long number", "Lange Nummer"),
        rf"(?<![\w.,/:-])(?<!\(\d\d\))\d{{6,}}+(?![\w/:-]|[.,]\d){_NO_AMOUNT}", not_after=_OF_A_THING, of_things=True,
    ),
)  # fmt: skip


def after_titles(text: str) -> Iterator[Span]:
    """Names, as of "Ilse Kaminski" in a text about "Frau Ilse Kaminski"."""
    return (found.span("it") for found in _AFTER_A_TITLE.finditer(text))


def all_of(packs: tuple[Identifier, ...]) -> tuple[Identifier, ...]:
    """The usual ones and those of a pack, which may say one of them otherwise or retire it."""
    by_key = {each.key: each for each in (*USUAL, *packs)}
    return tuple(each for each in by_key.values() if not each.retired)
