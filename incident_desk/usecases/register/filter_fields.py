"""What one can filter by: each field with the words people type for it, and the words for its values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from incident_desk.domain.declarations import Field, FieldKind, Option
from incident_desk.domain.fields import CORE
from incident_desk.domain.text import LANGUAGES, Text
from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_NAMES, Kind, Priority, Step
from incident_desk.usecases.equipment import EquipmentList
from incident_desk.usecases.names import Names
from incident_desk.usecases.register.columns import COLUMN
from incident_desk.usecases.rows import IMPORTED, IMPORTED_ON, PersonRow, PlaceRow

YES_NO = ((True, Text("yes", "ja")), (False, Text("no", "nein")))
NONE, ANY = Text("none", "keine"), Text("any", "irgendeine")
"""Instead of a value: nothing is stated, or something is."""
EITHER = frozenset({"overdue", "anonymous", "set_aside"})
"""Fields that are yes or no of every record: none of them is without a value."""
_PLAIN = re.compile(r"[^\W\d_][\w.-]*(?: [\w.-]+)*")


class Way(StrEnum):
    """How values are typed and what they become."""

    CODES = "codes"
    PLACES = "places"
    PEOPLE = "people"
    EQUIPMENT = "equipment"  # a word may mean several pieces: its value is all of their ids
    CATEGORIES = "categories"
    NUMBER = "number"  # how a record's number begins
    SPAN = "span"
    DAYS = "days"
    AMOUNT = "amount"
    YES_NO = "yes_no"
    TEXT = "text"
    SOURCE = "source"  # text, or yes or no: whether there is any


@dataclass(frozen=True, slots=True)
class FilterField:
    """`attribute`: of the filter, where it has one of its own for this field. `words`: what else one may type."""

    key: str
    label: Text
    way: Way
    attribute: str = ""
    words: tuple[str, ...] = ()
    values: tuple[tuple[Any, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A value and the words for it, the first of a language before its other words."""

    value: Any
    words: tuple[str, ...]


W = Way
_OF_KIND = {
    FieldKind.TEXT: W.TEXT, FieldKind.PROSE: W.TEXT, FieldKind.CHOICE: W.CODES, FieldKind.CHOICES: W.CODES,
    FieldKind.YES_NO: W.YES_NO, FieldKind.TIME: W.SPAN, FieldKind.DATE: W.DAYS, FieldKind.NUMBER: W.AMOUNT,
    FieldKind.PERSON: W.PEOPLE, FieldKind.PLACE: W.PLACES, FieldKind.EQUIPMENT: W.EQUIPMENT,
    FieldKind.CATEGORY: W.CATEGORIES, FieldKind.SUBCATEGORY: W.CATEGORIES,
}  # fmt: skip


def _column(key: str, way: Way, attribute: str = "", *words: str) -> FilterField:
    return FilterField(key, COLUMN[key].label, way, attribute, words, YES_NO if way is W.YES_NO else ())


def _options(options: Iterable[Option]) -> tuple[tuple[Any, Text], ...]:
    return tuple((option.code, option.label) for option in options)


_OWN: tuple[FilterField, ...] = (
    FilterField("priority", CORE["priority"].label, W.CODES, "priorities",
                values=tuple((Priority(code), label) for code, label in _options(CORE["priority"].options))),
    FilterField("step", Text("Step", "Schritt"), W.CODES, "steps", values=tuple(STEP_NAMES.items())),
    FilterField("status", COLUMN["status"].label, W.CODES, "statuses", ("status",), tuple(STATUS_NAMES.items())),
    FilterField("kind", CORE["kind"].label, W.CODES, "kinds",
                values=tuple((Kind(code), label) for code, label in _options(CORE["kind"].options))),
    _column("place", W.PLACES, "places", "department", "abteilung"),
    _column("category", W.CATEGORIES, "categories"),
    _column("subcategory", W.CATEGORIES, "categories"),
    _column("responsible", W.PEOPLE, "responsibles"),
    FilterField("equipment", Text("Equipment", "Geräte"), W.EQUIPMENT),
    FilterField("overdue", Text("Overdue", "Überfällig"), W.YES_NO, "overdue_at", values=YES_NO),
    _column("opened", W.SPAN, "since", "recorded", "erfasst"),
    _column("occurred", W.SPAN), _column("discovered", W.SPAN), _column("reported", W.SPAN),
    _column("changed", W.SPAN, "", "changed", "geändert"), _column("concluded", W.SPAN), _column("next_due", W.SPAN),
    _column("missing", W.AMOUNT, "", "missing", "fehlt", "still missing", "fehlt noch"), _column("measures", W.AMOUNT),
    _column("number", W.NUMBER, "number"),
    _column("anonymous", W.YES_NO, "", "anonymous", "anonym"),
    FilterField(IMPORTED, Text("Old list", "Alte Liste"), W.SOURCE),
    FilterField(IMPORTED_ON, Text("Brought in", "Übernommen"), W.SPAN),
    FilterField("set_aside", Text("Set aside", "Ausgesondert"), W.YES_NO, "set_aside", values=YES_NO),
)  # fmt: skip
_OWN_KEYS = frozenset(field.key for field in _OWN)


class FilterFields:
    """All of them in a register, by the words of both languages. `language` decides what is written."""

    def __init__(self, names: Names, language: str) -> None:
        self.names, self.language = names, language
        self.by_key = {field.key: field for field in (*_OWN, *_declared(names))}
        self._by_word: dict[str, FilterField] = {}
        for field in self.by_key.values():
            for word in (field.key, *field.label.values(), *field.words):
                self._by_word.setdefault(word.casefold(), field)
        self._longest = max(map(len, self._by_word))

    def at(self, text: str, start: int) -> tuple[FilterField, int] | None:
        """The field whose word and colon stand at a place, and where its values may begin."""
        colon = text.find(":", start, start + self._longest + 2)
        if colon < 0:
            return None
        field = self._by_word.get(text[start:colon].rstrip().casefold())
        return None if field is None else (field, colon + 1)

    def word(self, field: FilterField) -> str:
        """What is written for a field: its label, or its key where the label means another or cannot be typed."""
        label = field.label[self.language]
        if self._by_word.get(label.casefold()) is not field or not _PLAIN.fullmatch(label):
            return field.key
        return label.lower() if self.language == "en" else label

    def words(self) -> Iterator[str]:
        return iter(self._by_word)

    def choices(self, field: FilterField) -> Sequence[Choice]:
        """What can be chosen, with every word for it; nothing where values are typed freely."""
        match field.way:
            case Way.CODES | Way.YES_NO:
                return [Choice(value, self._worded(value, label)) for value, label in field.values]
            case Way.PLACES:
                return [Choice(place.id, _of_place(place)) for place in self.names.places.values()]
            case Way.PEOPLE:
                return [Choice(person.id, _of_person(person)) for person in self.names.people.values()]
            case Way.EQUIPMENT:
                return _of_equipment(self.names.equipment)
            case Way.CATEGORIES:
                return list(self._categories(field))
            case _:
                return []

    def _worded(self, value: Any, label: Text) -> tuple[str, ...]:
        others = [label[language] for language in LANGUAGES]
        code = value.key if isinstance(value, Step) else str(value)
        return tuple(dict.fromkeys((label[self.language], *others, code.lower())))

    def _categories(self, field: FilterField) -> Iterator[Choice]:
        for category in self.names.pack.categories:
            if field.key == "category":
                yield Choice(category.key, self._worded(category.key, category.name))
            else:
                for each in category.subcategories:
                    yield Choice(each.key, self._worded(each.key, each.name))


def _declared(names: Names) -> Iterator[FilterField]:
    for field in names.pack.all_fields():
        if field.key not in _OWN_KEYS:
            yield FilterField(field.key, field.label, _OF_KIND[field.kind], values=_values(field))


def _values(field: Field) -> tuple[tuple[Any, Text], ...]:
    return YES_NO if field.kind is FieldKind.YES_NO else _options(field.options)


def _of_place(place: PlaceRow) -> tuple[str, ...]:
    return (place.name, place.spoken, ", ".join(place.path), *([place.code] if place.code else []), place.id)


def _of_equipment(equipment: EquipmentList) -> list[Choice]:
    """What several pieces have in common, such as a name or a lot, before each by itself."""
    shared = [Choice(ids, (word,)) for word, ids in equipment.shared]
    own = [Choice((row.id,), (row.spoken, row.name, *row.codes, row.id)) for row in equipment.values()]
    return [*shared, *own]


def _of_person(person: PersonRow) -> tuple[str, ...]:
    return (person.name, person.id)
