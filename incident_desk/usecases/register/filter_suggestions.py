"""What may follow while one types a filter: fields, then their values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from incident_desk.support.words import folded
from incident_desk.usecases.names import Names
from incident_desk.usecases.register.filter_dates import Calendar
from incident_desk.usecases.register.filter_fields import ANY, EITHER, NONE, YES_NO, FilterField, FilterFields, Way
from incident_desk.usecases.register.filter_reading import Part, parts_of
from incident_desk.usecases.register.filter_writing import quoted_where_needed

MOST = 12
_SPANS = {
    "en": ("today", "yesterday", "this week", "last week", "this month", "last month", "last 30 days", "this year",
           "last year"),
    "de": ("heute", "gestern", "diese Woche", "letzte Woche", "diesen Monat", "letzten Monat", "letzte 30 Tage",
           "dieses Jahr", "letztes Jahr"),
}  # fmt: skip
_MOST_WORDS = 4  # of a label that are looked at
_NOT_CORE = "."  # in the key of a question or of the site's own field


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`insert` takes the place of `text[start:cursor]`; `label` is what a list of choices shows."""

    insert: str
    label: str
    start: int


def suggestions(text: str, cursor: int, names: Names, language: str) -> list[Suggestion]:
    """Fields and values that fit what stands before the cursor, those that begin like it first."""
    before = text[: max(0, cursor)]
    fields = FilterFields(names, language)
    parts = list(parts_of(before, fields, Calendar(names.settings.zone, 0)))
    last = parts[-1] if parts else None
    if last is not None and last.field is not None and (start := _value_start(before, last)) is not None:
        typed = before[start:].lstrip('"')
        return [Suggestion(insert, said, start) for said, insert in _best(typed, _values(last.field, fields))]
    for start in _starts(before, parts):
        sign = "-" if before.startswith("-", start) else ""
        offered = ((label, f"{sign}{fields.word(field)}: ") for field, label in _labels(fields))
        if found := _best(before[start + len(sign) :], offered):
            return [Suggestion(insert, said, start) for said, insert in found]
    return []


def _value_start(before: str, part: Part) -> int | None:
    """Where the value under the cursor begins; None where the term is finished."""
    colon = before.index(":", part.start) + 1
    if before[colon:].strip() and before[-1:].isspace() and not re.search(r"(?:,|\bor|\boder)\s*$", before):
        return None
    breaks = [match.end() for match in re.finditer(r":|,|\s(?:or|oder)\s", before) if match.end() >= colon]
    start = breaks[-1] if breaks else colon
    return start + len(before[start:]) - len(before[start:].lstrip())


def _starts(before: str, parts: list[Part]) -> list[int]:
    """Where a label under the cursor may begin, the longest first: it may have several words."""
    if not before or before[-1].isspace():
        return [len(before)]
    words = list(takewhile(lambda part: part.field is None, reversed(parts)))
    return [part.start for part in reversed(words[:_MOST_WORDS])]


def _labels(fields: FilterFields) -> Iterator[tuple[FilterField, str]]:
    core_first = sorted(fields.by_key.values(), key=lambda field: _NOT_CORE in field.key)
    return ((field, field.label[fields.language]) for field in core_first)


def _values(field: FilterField, fields: FilterFields) -> Iterator[tuple[str, str]]:
    if field.way in {Way.SPAN, Way.DAYS}:
        yield from ((span, span) for span in _SPANS[fields.language])
    if field.way in {Way.AMOUNT, Way.SOURCE}:
        yield from ((label[fields.language], label[fields.language]) for _, label in YES_NO)
    for choice in fields.choices(field):
        said = choice.words[0]
        yield said, quoted_where_needed(said.lower() if field.way is Way.CODES and fields.language == "en" else said)
    if not field.attribute and field.way is not Way.SOURCE and field.key not in EITHER:
        yield from ((word[fields.language], word[fields.language]) for word in (NONE, ANY))


def _best(typed: str, offered: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    wanted = folded(typed.strip())
    fitting = [(said, insert) for said, insert in offered if wanted in folded(said)]
    fitting.sort(key=lambda each: not folded(each[0]).startswith(wanted))  # keeps the order among its like
    return fitting[:MOST]
