"""The filter as one types it: `priority: high place: "Ward 3" occurred: 2026-01..2026-03 -category: fall pump`.

Nothing that is typed is refused. What is not understood is looked for as words, and `problems` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from incident_desk.support.texts import Texts
from incident_desk.usecases.names import Names
from incident_desk.usecases.register.filter_dates import Calendar
from incident_desk.usecases.register.filter_fields import FilterField, FilterFields, Way
from incident_desk.usecases.register.filter_pieces import joined, piece
from incident_desk.usecases.register.filter_values import ValueReader, Values, unquoted
from incident_desk.usecases.rows import IncidentFilter

_NOT = re.compile(r"(?:not|nicht)\s+", re.IGNORECASE)
_LIKE_A_FIELD = re.compile(r"([^\W\d_][\w.-]*):(?!//)")
_WORD = re.compile(r'[^\s"]+')
_OFFERED = 8  # values named in a sentence about one that is not known


@dataclass(frozen=True, slots=True)
class Term:
    """One `field: value` of a typed filter. `text[start:end]` is what was typed, `label` what a chip says."""

    field: str
    start: int
    end: int
    label: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class FilterText:
    """`text` as typed, the filter it means, its terms in their order, and a sentence for each part not understood."""

    text: str
    filter: IncidentFilter
    terms: tuple[Term, ...] = ()
    problems: tuple[str, ...] = ()

    def without(self, term: Term) -> str:
        """What is typed, with one term taken out."""
        return f"{self.text[: term.start].rstrip()} {self.text[term.end :].lstrip()}".strip()


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in the text: words (`field` None), or a field with what was made of its values."""

    start: int
    end: int
    words: str = ""
    field: FilterField | None = None
    values: Values | None = None
    excluded: bool = False


def read_filter(text: str, names: Names, language: str, now: int) -> FilterText:
    """What a typed filter means. Field and value words of both languages are understood. Never raises.

    What is set aside stays out of sight, unless the text asks for it.
    """
    return _Reading(text, names, language, now).read()


def parts_of(text: str, fields: FilterFields, calendar: Calendar) -> Iterator[Part]:
    """The text from front to end."""
    reader, at = ValueReader(fields, calendar), 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        part = _part(text, at, fields, reader)
        yield part
        at = part.end


def _part(text: str, at: int, fields: FilterFields, reader: ValueReader) -> Part:
    start, excluded = at, False
    if (after := _NOT.match(text, at)) is not None and fields.at(text, after.end()) is not None:
        at, excluded = after.end(), True
    elif text.startswith("-", at) and at + 1 < len(text) and not text[at + 1].isspace():
        at, excluded = at + 1, True
    if (found := fields.at(text, at)) is not None:
        field, behind = found
        values = reader.read(field, text, behind)
        return Part(start, max(behind, values.end), field=field, values=values, excluded=excluded)
    if (quoted := unquoted(text, at)) is not None:
        return Part(start, quoted[1], quoted[0], excluded=excluded)
    word = _WORD.match(text, at)
    end = word.end() if word else at + 1
    return Part(start, end, text[at:end], excluded=excluded)


class _Reading:
    """One text on its way to a filter."""

    def __init__(self, text: str, names: Names, language: str, now: int) -> None:
        self._text, self._names, self._now = text, names, now
        self._fields = FilterFields(names, language)
        self._calendar = Calendar(names.settings.zone, now)
        self._texts = Texts(language)
        self._pieces: list[IncidentFilter] = [IncidentFilter(set_aside=False)]
        self._words: list[str] = []
        self._terms: list[Term] = []
        self._problems: list[str] = []

    def read(self) -> FilterText:
        for part in parts_of(self._text, self._fields, self._calendar):
            if part.field is None or part.values is None:
                self._take_words(part)
            else:
                self._take_term(part, part.field, part.values)
        whole = joined(self._pieces)
        words = " ".join(self._words)
        return FilterText(
            self._text, replace(whole, words=words) if words else whole, tuple(self._terms), tuple(self._problems)
        )

    def _take_words(self, part: Part) -> None:
        if part.excluded and part.words:
            self._pieces.append(IncidentFilter(without=(IncidentFilter(words=part.words),)))
        elif part.words:
            self._words.append(part.words)
        if (like := _LIKE_A_FIELD.match(part.words)) and not self._text.startswith('"', part.start):
            self._problems.append(self._no_such_field(like[1]))

    def _take_term(self, part: Part, field: FilterField, values: Values) -> None:
        asked = piece(field, values.found, self._names, self._now) if values.found else None
        for missed in values.missed:
            self._words.append(missed)
            self._problems.append(self._not_understood(field, missed))
        if asked is not None:
            self._pieces.append(IncidentFilter(without=(asked,)) if part.excluded else asked)
        elif values.found:
            self._problems.append(self._texts.say("filter.one_value", field=self._label(field)))
        elif not values.missed:
            self._problems.append(self._texts.say("filter.value_missing", field=self._label(field)))
        typed = self._text[part.start : part.end]
        said = typed[typed.index(":") + 1 :].replace('"', "").strip()
        sign = self._texts.say("filter.excluded", field=self._label(field)) if part.excluded else self._label(field)
        self._terms.append(Term(field.key, part.start, part.end, f"{sign}: {said}", part.excluded))

    def _label(self, field: FilterField) -> str:
        return field.label[self._texts.language]

    def _no_such_field(self, word: str) -> str:
        near = get_close_matches(word.casefold(), list(self._fields.words()), 1, 0.6)
        if near:
            return self._texts.say("filter.field_near", value=word, near=near[0])
        return self._texts.say("filter.field_unknown", value=word)

    def _not_understood(self, field: FilterField, value: str) -> str:
        if field.way in {Way.SPAN, Way.DAYS}:
            return self._texts.say("filter.time_unknown", value=value)
        if field.way is Way.AMOUNT:
            return self._texts.say("filter.amount_unknown", value=value)
        facts = {"value": value, "field": self._label(field)}
        first = {choice.words[0]: choice for choice in self._fields.choices(field)}
        near = list(first) if len(first) <= _OFFERED else get_close_matches(value, list(first), 3, 0.5)
        if near:
            return self._texts.say("filter.value_near", options=", ".join(near), **facts)
        return self._texts.say("filter.value_unknown", **facts)
