"""Values of a typed filter, read one by one: words of a list, names, spans, numbers, texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from incident_desk.usecases.register.filter_dates import Calendar
from incident_desk.usecases.register.filter_fields import (
    ANY,
    EITHER,
    NONE,
    YES_NO,
    Choice,
    FilterField,
    FilterFields,
    Way,
)

ALONE = "="
"""Before the name of a place: itself, without the places in it."""
_BARE = re.compile(r'[^\s,"]+')
_END = re.compile(r"(?=[\s,]|$)")
_BETWEEN = re.compile(r"\s*,\s*|\s+(?:or|oder)\s+", re.IGNORECASE)
_AMOUNT = r"[+-]?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,4})?"
_MOST = 2**53  # beyond it no engine tells one number from the next
_AMOUNTS = re.compile(rf"(?P<low>{_AMOUNT})?(?P<dots>\.\.)?(?P<high>{_AMOUNT})?")
_QUOTED = re.compile(r'"((?:[^"]|"")*)("|$)')


@dataclass(frozen=True, slots=True)
class Stated:
    """Instead of a value: that there is one, or none."""

    any: bool


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    low: Any
    high: Any


@dataclass(slots=True)
class Values:
    """What stands behind `field:`, as far as it goes; `missed` is what was not understood."""

    end: int
    found: list[Any] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def unquoted(text: str, at: int) -> tuple[str, int] | None:
    """What stands between quotation marks at a place; a missing second one is taken for granted."""
    match = _QUOTED.match(text, at)
    return None if match is None else (match[1].replace('""', '"'), match.end())


class ValueReader:
    def __init__(self, fields: FilterFields, calendar: Calendar) -> None:
        self._fields, self._calendar = fields, calendar

    def read(self, asked: FilterField, text: str, start: int) -> Values:
        values = Values(start)
        here = start + len(text[start:]) - len(text[start:].lstrip())
        choices = () if asked.way is Way.EQUIPMENT else self._fields.choices(asked)
        while here < len(text):
            value, end = self._one(asked, choices, text, here)
            if end == here:
                break
            if value is None:
                values.missed.append(text[here:end])
            else:
                values.found.append(value)
            values.end = end
            more = _BETWEEN.match(text, end)
            if more is None:
                break
            here = more.end()
            if here == len(text):
                values.end = here  # the next one is being typed
        return values

    def _one(self, asked: FilterField, choices: Sequence[Choice], text: str, at: int) -> tuple[Any, int]:
        """A value and its end; None for one that is not understood."""
        quoted = unquoted(text, at)
        if quoted is not None:
            said, end = quoted
            if asked.way is Way.EQUIPMENT:
                return self._fields.names.equipment.called.get(said.casefold()), end
            return (said or None) if asked.way in FREE else _chosen(asked, choices, said), end
        bare = _BARE.match(text, at)
        end = bare.end() if bare else at
        said = text[at:end].casefold()
        if said in {word.casefold() for word in (*NONE.values(), *ANY.values())} and asked.way is not Way.NUMBER:
            if asked.key in EITHER:
                return None, end
            return Stated(said in {word.casefold() for word in ANY.values()}), end
        if asked.way is Way.SOURCE and said in YES | NO:
            return Stated(said in YES), end
        found = self._typed(asked, choices, text, at)
        return found if found is not None and _END.match(text, found[1]) else (None, end)

    def _typed(self, asked: FilterField, choices: Sequence[Choice], text: str, at: int) -> tuple[Any, int] | None:
        match asked.way:
            case Way.SPAN:
                span = self._calendar.read(text, at)
                return None if span is None else (Between(*span[0]), span[1])
            case Way.DAYS:
                days = self._calendar.days(text, at)
                return None if days is None else (Between(*days[0]), days[1])
            case Way.AMOUNT:
                return _amount(text, at)
            case Way.TEXT | Way.NUMBER | Way.SOURCE:
                bare = _BARE.match(text, at)
                return None if bare is None else (bare[0], bare.end())
            case Way.EQUIPMENT:
                return self._pieces(text, at)
            case _:
                return _longest(asked, choices, text, at)

    def _pieces(self, text: str, at: int) -> tuple[Any, int] | None:
        """The longest name or number of equipment that stands here. A site has too many to try one after the other."""
        called = self._fields.names.equipment.called
        ends = [match.start() for match in _END.finditer(text, at + 1)][:_MOST_WORDS]
        found = (end for end in reversed(ends) if text[at:end].casefold() in called)
        end = next(found, None)
        return None if end is None else (called[text[at:end].casefold()], end)


_MOST_WORDS = 40  # of a name
FREE = frozenset({Way.TEXT, Way.NUMBER, Way.SOURCE})
YES, NO = (frozenset(label.values()) for _, label in YES_NO)


def _amount(text: str, at: int) -> tuple[Any, int] | None:
    match = _AMOUNTS.match(text, at)
    if match is None or match.end() == at or not (match["low"] or match["high"]):
        return _yes_no(text, at)
    low, high = (None if match[end] is None else _number(match[end]) for end in ("low", "high"))
    if any(number is not None and not abs(number) <= _MOST for number in (low, high)):
        return None
    return (Between(low, high) if match["dots"] else low), match.end()


def _yes_no(text: str, at: int) -> tuple[Any, int] | None:
    """Whether there are any at all."""
    bare = _BARE.match(text, at)
    if bare is not None and bare[0].casefold() in YES:
        return Between(1, None), bare.end()
    return (0, bare.end()) if bare is not None and bare[0].casefold() in NO else None


def _number(said: str) -> int | float:
    return int(said) if said.lstrip("+-").isdecimal() else float(said)


def _longest(asked: FilterField, choices: Sequence[Choice], text: str, at: int) -> tuple[Any, int] | None:
    """The longest words of the list that stand here, so that names with blanks need no quotation marks."""
    alone = asked.way is Way.PLACES and text.startswith(ALONE, at)
    start = at + len(ALONE) if alone else at
    if alone and (quoted := unquoted(text, start)) is not None:
        found = _chosen(asked, choices, quoted[0])
        return None if found is None else (_placed(found, alone=True), quoted[1])
    best: tuple[Any, int] | None = None
    for choice in choices:
        for word in choice.words:
            end = start + len(word)
            if (best is None or end > best[1]) and text[start:end].casefold() == word.casefold():
                best = (choice.value, end) if _END.match(text, end) else best
    if best is None:
        return None
    return (_placed(Place(best[0]), alone=alone) if asked.way is Way.PLACES else best[0]), best[1]


def _placed(place: Place, *, alone: bool) -> Place:
    return Place(place.id, alone)


def _chosen(asked: FilterField, choices: Sequence[Choice], said: str) -> Any:
    for choice in choices:
        if any(word.casefold() == said.casefold() for word in choice.words):
            return Place(choice.value) if asked.way is Way.PLACES else choice.value
    return None
