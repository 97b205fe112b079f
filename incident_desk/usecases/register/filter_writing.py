"""A filter as the text that means it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from incident_desk.usecases.list_incidents import places_under
from incident_desk.usecases.names import Names
from incident_desk.usecases.register.filter_dates import Calendar, write_days
from incident_desk.usecases.register.filter_fields import ANY, NONE, YES_NO, Choice, FilterField, FilterFields, Way
from incident_desk.usecases.register.filter_reading import read_filter
from incident_desk.usecases.register.filter_values import ALONE
from incident_desk.usecases.rows import FieldCondition, FieldOp, IncidentFilter

_BARE = re.compile(r"[\w.-]+")
_SPECIAL = frozenset(word.casefold() for text in (NONE, ANY, *dict(YES_NO).values()) for word in text.values())
_TODAY = 0  # spans are written as days, whichever day it is


def write_filter(wanted: IncidentFilter, names: Names, language: str) -> str:
    """The text that means that filter: `read_filter` gives it back, but for what is set aside where nothing is said.

    A condition on a field that is declared no more, and a date by which measures are to be checked, have no words.
    """
    terms = " ".join(_Writer(names, language).terms(wanted))
    if not wanted.words:
        return terms
    plain, quoted = (f"{words} {terms}".strip() for words in (wanted.words, _quoted(wanted.words)))
    now = wanted.overdue_at or _TODAY
    alike = read_filter(plain, names, language, now).filter == read_filter(quoted, names, language, now).filter
    return plain if alike else quoted


def quoted_where_needed(text: str) -> str:
    return text if _BARE.fullmatch(text) and text.casefold() not in _SPECIAL else _quoted(text)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


class _Writer:
    def __init__(self, names: Names, language: str) -> None:
        self._names, self._language = names, language
        self._fields = FilterFields(names, language)
        self._calendar = Calendar(names.settings.zone, _TODAY)

    def terms(self, wanted: IncidentFilter) -> Iterator[str]:
        for key in ("priority", "step", "status", "kind"):
            field = self._fields.by_key[key]
            yield from self._chosen(field, sorted(getattr(wanted, field.attribute)))
        yield from self._places(wanted.places)
        categories = wanted.categories | ({wanted.category} if wanted.category else set())
        for key, dotted in (("category", False), ("subcategory", True)):
            yield from self._chosen(self._fields.by_key[key], sorted(c for c in categories if ("." in c) is dotted))
        responsibles = wanted.responsibles | ({wanted.responsible} if wanted.responsible else set())
        yield from self._chosen(self._fields.by_key["responsible"], sorted(responsibles))
        yield from self._others(wanted)

    def _others(self, wanted: IncidentFilter) -> Iterator[str]:
        if wanted.overdue_at is not None:
            yield self._term("overdue", self._yes_no(True))
        if wanted.since is not None or wanted.until is not None:
            yield self._term("opened", self._calendar.write((wanted.since, wanted.until)))
        if wanted.concluded_since is not None:
            yield self._term("concluded", self._calendar.write((wanted.concluded_since, None)))
        if wanted.number:
            yield self._term("number", quoted_where_needed(wanted.number))
        for condition in wanted.conditions:
            if (field := self._fields.by_key.get(condition.key)) is not None:
                yield self._term(field.key, self._condition(field, condition))
        if wanted.set_aside:
            yield self._term("set_aside", self._yes_no(True))
        for other in wanted.without:
            yield from (f"-{term}" for term in self.terms(other))
            if other.words:
                yield f"-{quoted_where_needed(other.words)}"

    def _term(self, key: str, values: str) -> str:
        return f"{self._fields.word(self._fields.by_key[key])}: {values}"

    def _yes_no(self, value: bool) -> str:
        return dict(YES_NO)[value][self._language]

    def _chosen(self, field: FilterField, values: Sequence[Any]) -> Iterator[str]:
        if values:
            yield self._term(field.key, ", ".join(self._value(field, value) for value in values))

    def _places(self, places: frozenset[str]) -> Iterator[str]:
        """A place that is there with all that is in it stands for them."""
        whole = {place: places_under(place, self._names) for place in places}
        roots = {place for place in places if whole[place] <= places}
        within = {inner for place in roots for inner in whole[place] if inner != place}
        field = self._fields.by_key["place"]
        told = [self._value(field, place) for place in sorted(roots - within)]
        told += [ALONE + _quoted_value(self._value(field, place)) for place in sorted(places - roots - within)]
        if told:
            yield self._term("place", ", ".join(told))

    def _condition(self, field: FilterField, asked: FieldCondition) -> str:
        match asked.op:
            case FieldOp.STATED | FieldOp.NOT_STATED if field.way is Way.SOURCE:
                return self._yes_no(asked.op is FieldOp.STATED)
            case FieldOp.STATED:
                return ANY[self._language]
            case FieldOp.NOT_STATED:
                return NONE[self._language]
            case FieldOp.DURING:
                return self._calendar.write((asked.values[0], asked.values[1]))
            case FieldOp.BETWEEN if field.way is Way.DAYS:
                return write_days(asked.values[0], asked.values[1])
            case FieldOp.BETWEEN:
                return "..".join("" if value is None else repr(value) for value in asked.values)
            case _:
                return ", ".join(self._value(field, value) for value in asked.values)

    def _value(self, field: FilterField, value: Any) -> str:
        """Its first word that means it and nothing else."""
        if field.way is Way.EQUIPMENT:
            return quoted_where_needed(self._piece(value))
        choices = self._fields.choices(field)
        if field.way is Way.PLACES and field.attribute == "" and len(places_under(value, self._names)) > 1:
            return ALONE + _quoted_value(self._word(choices, value))
        if field.way is Way.AMOUNT:
            return repr(value)
        word = self._word(choices, value)
        return quoted_where_needed(word.lower() if field.way is Way.CODES and self._language == "en" else word)

    def _piece(self, piece: str) -> str:
        """The first of its names and numbers that no other piece has."""
        equipment = self._names.equipment
        row = equipment.get(piece)
        words = (row.spoken, row.name, *row.codes) if row else ()
        return next((word for word in words if equipment.called[word.casefold()] == (piece,)), piece)

    def _word(self, choices: Sequence[Choice], value: Any) -> str:
        means: dict[str, Any] = {}
        for choice in choices:
            for word in choice.words:
                means.setdefault(word.casefold(), choice.value)
        own = next((choice for choice in choices if choice.value == value), None)
        words = own.words if own is not None else ()
        return next((word for word in words if means[word.casefold()] == value), str(value))


def _quoted_value(text: str) -> str:
    return text if text.startswith('"') else _quoted(text)
