"""Two moments of one record side by side: the fields and lines that differ, old beside new, with the names of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any

from incident_desk.domain.declarations import Field, ItemList
from incident_desk.domain.fields import CORE, CORE_FIELDS, RATING_KEYS
from incident_desk.domain.lists import LISTS
from incident_desk.domain.records import Item, Record
from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_NAMES, Status, Step
from incident_desk.domain.word_changes import Piece, word_changes
from incident_desk.usecases.past_moment import PastMoment
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.record_as_of import Standing, record_as_of
from incident_desk.usecases.wording import Wording


class Became(StrEnum):
    WRITTEN = "written"
    CHANGED = "changed"
    EMPTIED = "emptied"


@dataclass(frozen=True, slots=True)
class Difference:
    """`where` is the list and the line that the field stands in, "" for a field of the record itself."""

    key: str
    label: str
    old: str
    new: str
    where: str = ""

    @property
    def became(self) -> Became:
        if not self.old:
            return Became.WRITTEN
        return Became.CHANGED if self.new else Became.EMPTIED

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return word_changes(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The earlier moment first, whichever was named first."""

    before: Standing
    after: Standing
    differences: tuple[Difference, ...]


def compare(queries: Queries, reference: str, first: PastMoment, second: PastMoment, wording: Wording) -> Comparison:
    return compared(record_as_of(queries, reference, first), record_as_of(queries, reference, second), wording)


def compared(first: Standing, second: Standing, wording: Wording) -> Comparison:
    before, after = sorted((first, second), key=lambda each: each.position)
    pair = _Pair(before.record, before.worded(wording), after.record, after.worded(wording))
    return Comparison(before, after, tuple(pair.differences()))


@dataclass(frozen=True, slots=True)
class _Pair:
    before: Record
    old: Wording
    after: Record
    new: Wording

    def differences(self) -> Iterator[Difference]:
        yield from self._standing()
        yield from self._fields()
        for declared in LISTS.values():
            yield from self._list(declared)

    def _standing(self) -> Iterator[Difference]:
        """Where the record is: its step, and what became of it."""
        for key, told in (("step", _step), ("status", _status)):
            old, new = told(self.before, self.old.language), told(self.after, self.new.language)
            if old != new:
                yield Difference(key, self.new.texts.say(f"past.{key}"), old, new)

    def _fields(self) -> Iterator[Difference]:
        for key in _in_order(self.before.values, self.after.values):
            was, becomes = self.before.values.get(key), self.after.values.get(key)
            field = self.new.field(key) or self.old.field(key)
            if was == becomes or field is None:
                continue
            old, new = self._rated(field, was, becomes) if key in RATING_KEYS else self._told(field, was, becomes)
            yield Difference(key, field.label[self.new.language], old, new)

    def _told(self, field: Field, was: Any, becomes: Any) -> tuple[str, str]:
        return self.old.value(field, was), self.new.value(field, becomes)

    def _rated(self, field: Field, was: Any, becomes: Any) -> tuple[str, str]:
        matrices = (str(each.values.get("matrix", "")) for each in (self.before, self.after))
        return self.old.rated(field, was, next(matrices)), self.new.rated(field, becomes, next(matrices))

    def _list(self, declared: ItemList) -> Iterator[Difference]:
        old, new = ({item.id: item for item in each.of(declared.key)} for each in (self.before, self.after))
        for line in sorted({**old, **new}.values(), key=lambda item: item.ordinal):
            yield from self._line(declared, old.get(line.id), new.get(line.id))

    def _line(self, declared: ItemList, old: Item | None, new: Item | None) -> Iterator[Difference]:
        where = self._where(declared, old or new)
        was, becomes = ({} if line is None else line.values for line in (old, new))
        for field in declared.fields:
            if was.get(field.key) != becomes.get(field.key):
                told = self._told(field, was.get(field.key), becomes.get(field.key))
                yield Difference(f"{declared.key}.{field.key}", field.label[self.new.language], *told, where)

    def _where(self, declared: ItemList, line: Item | None) -> str:
        title = declared.title[self.new.language]
        return f"{title} {line.ordinal}" if line is not None else title


def _step(record: Record, language: str) -> str:
    step = record.values.get("step")
    return STEP_NAMES[Step(step)][language] if step else ""


def _status(record: Record, language: str) -> str:
    return STATUS_NAMES[Status(record.values["status"])][language]


def _in_order(*values: Iterable[str]) -> list[str]:
    """As forms ask for them; the fields of packs after those of the core."""
    places = {field.key: place for place, field in enumerate(CORE_FIELDS)}
    return sorted(set(chain(*values)), key=lambda key: (places.get(key, len(CORE)), key))
