"""Where a text tells who somebody is: names on the record and in the register, and what its pack looks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from incident_desk.domain.anonymising import is_left_out_whole, strings_in
from incident_desk.domain.declarations import Field, FieldKind, Who
from incident_desk.domain.lists import LISTS
from incident_desk.domain.privacy.finder import Finder, Forms, Mark, names_after_titles, together
from incident_desk.domain.privacy.usual import all_of
from incident_desk.domain.records import Record
from incident_desk.domain.text import Text
from incident_desk.support.check_digits import is_valid
from incident_desk.usecases.names import Names

_SOMEBODY = Text("name", "Name")


@dataclass(frozen=True, slots=True)
class Told:
    """A passage of a field that tells who somebody is, and what it is: a name, a telephone number."""

    field: Field
    passage: str
    what: Text


class Telling:
    """For one register as it stands. The first text takes a tenth of a second with 3,000 people, so ask off the UI."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._forms = Forms(all_of(names.pack.identifiers), is_valid)
        self._places = [place.spoken for place in names.places.values()]

    def marks(self, text: str, near: frozenset[str] = frozenset()) -> list[Mark]:
        """`near`: names that stand on the record, of which any part tells; of all others the whole name does."""
        here = Finder(near | set(names_after_titles(text)), (), (), self._places, self._forms)
        return together([*here.marks(text), *self._everybody.marks(text)])

    def what(self, mark: Mark) -> Text:
        return next((each.name for each in self._forms.identifiers if each.key == mark.key), _SOMEBODY)

    def in_record(self, record: Record) -> Iterator[Told]:
        """Every passage in its free texts, field by field, then line by line of its lists."""
        near = named_on(record, self._names)
        for field, value in _stated(record, self._names):
            if is_read(field) and isinstance(value, str):
                for mark in self.marks(value, near):
                    yield Told(field, value[mark.start : mark.end], self.what(mark))

    @cached_property
    def _everybody(self) -> Finder:
        """All people of the register by their whole names."""
        whole = [person.name for person in self._names.people.values() if len(person.name.split()) > 1]
        return Finder((), (), whole, self._places, Forms((), is_valid))


def is_read(field: Field) -> bool:
    """Whether it is a narrative in which nobody need be named."""
    return field.kind is FieldKind.PROSE and not is_left_out_whole(field)


def named_on(record: Record, names: Names) -> frozenset[str]:
    """Whom the record names in the fields that ask for it."""
    found: set[str] = set()
    for field, value in _stated(record, names):
        if field.who is Who.NAME:
            found.update(strings_in(value))
        elif field.kind is FieldKind.PERSON:
            found.update(filter(None, map(names.person, strings_in(value))))
    return frozenset(found)


def _stated(record: Record, names: Names) -> Iterator[tuple[Field, object]]:
    for key, value in record.values.items():
        if (field := names.field(key)) is not None:
            yield field, value
    for item in record.items.values():
        for key, value in item.values.items():
            if item.list in LISTS and (field := LISTS[item.list].by_key.get(key)) is not None:
                yield field, value
