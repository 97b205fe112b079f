"""The columns of a sheet: what each is called, how its values are written, and how they are read back.

Declared once: what the program keeps about an incident by the table of the register and, for what only a sheet tells,
here; what people state by the declared fields. A list shows what the table of the register shows; a complete sheet
every declared field, so that nothing is lost on the way out and in again. `id`, `number` and `position` come first
everywhere: by them a sheet is known as ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from incident_desk.domain.declarations import FREE_TEXT, Field, FieldKind
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.text import LANGUAGES, Text
from incident_desk.domain.values import Json
from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_NAMES
from incident_desk.support.texts import Texts
from incident_desk.usecases.export import told as t
from incident_desk.usecases.export.content import Cell, CellKind
from incident_desk.usecases.export.guard import ID_HEADING
from incident_desk.usecases.export.headings import KEPT, MANY, ZONE
from incident_desk.usecases.export.kept import kept_text
from incident_desk.usecases.export.times import LocalTimes, StatedTimes, read_stated
from incident_desk.usecases.names import Names
from incident_desk.usecases.register.columns import COLUMN

K = FieldKind
FIRST = ("id", "number", "position")

Tell = Callable[[Sequence[Any]], Sequence[Cell]]
"""The values of a column, as they are stored, as cells."""
Read = Callable[[str], Json]
"""From the text of a cell that is not empty to the plain form of the value. Raises Refused."""


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """`source` is the key under which the register keeps the value, `field` what people state in it."""

    key: str
    heading: Text
    kind: CellKind
    width: int
    tell: Tell
    source: str
    field: Field | None = None
    read: Read | None = None  # None: the program's own, not to be read back


_OF_SHEETS: dict[str, Text] = {
    "id": Text(ID_HEADING, ID_HEADING),
    "position": Text("Entries", "Einträge"),
    "step": Text("Step", "Schritt"),
    "step_since": Text("In this step since", "Im Schritt seit"),
    "actions_done": COLUMN["actions"].label,
    "actions_total": Text("Actions", "Maßnahmen"),
    "next_due_what": Text("What is due", "Was fällig ist"),
    "times_in": ZONE,
    "kept": KEPT,
}
"""What the table of the register shows otherwise, or not at all."""
_FACTS = (
    "id", "number", "position", "status", "step", "department", "opened", "step_since", "changed", "concluded",
    "missing", "measures", "actions_done", "actions_total", "next_due", "next_due_what", "anonymous",
    "times_in", "kept",
)  # fmt: skip
_KEPT_AS = {
    "times_in": "id", "kept": "imported_row",
    "opened": "opened_at", "changed": "changed_at", "concluded": "concluded_at", "measures": "measures_in_force",
    "department": "place",
}  # fmt: skip
_INSTANTS = frozenset({"opened", "step_since", "changed", "concluded", "next_due"})
_COUNTS = frozenset({"position", "missing", "measures", "actions_done", "actions_total"})
IN_LISTS = (
    *FIRST, "title", "kind", "status", "step", "priority", "department", "place", "category", "subcategory",
    "responsible", "occurred", "discovered", "reported", "opened", "step_since", "changed", "concluded",
    "missing", "measures", "actions_done", "actions_total", "next_due", "next_due_what", "review_date",
    "anonymous",
)  # fmt: skip
_WIDTHS = {K.TEXT: 32, K.PROSE: 60, K.NUMBER: 12, K.YES_NO: 10, K.DATE: 12, K.TIME: 20}


def declared_fields(names: Names) -> tuple[Field, ...]:
    """Every field that people can fill in, those of the pack's questions and the site's own too."""
    return names.pack.all_fields()


def columns_of(names: Names, texts: Texts) -> dict[str, ExportColumn]:
    """Every column there is, by its key: first what the program keeps, then the fields in their order."""
    make = _Maker(names, texts)
    columns = [*map(make.fact, _FACTS), *map(make.of_field, declared_fields(names))]
    return {column.key: column for column in _told_apart(columns)}


def chosen(
    columns: dict[str, ExportColumn], keys: Sequence[str], *, complete: bool = False
) -> tuple[ExportColumn, ...]:
    """The columns of these keys; without any those of a list, or all of them. Raises Refused."""
    for key in keys:
        if key not in columns:
            raise Refused("column_unknown", value=key[:60], options=list(columns))
    wanted = keys or (tuple(columns) if complete else IN_LISTS)
    found = [columns[key] for key in dict.fromkeys((*FIRST, *wanted))]
    tells_hours = any(each.key in _INSTANTS or (each.field and each.field.kind is K.TIME) for each in found)
    return (*found, columns["times_in"]) if tells_hours and columns["times_in"] not in found else tuple(found)


def _told_apart(columns: Iterable[ExportColumn]) -> list[ExportColumn]:
    """No two columns have one heading, in neither language: by its heading a column is known when it is read."""
    found = list(columns)
    for language in LANGUAGES:
        seen = Counter(column.heading[language].casefold() for column in found)
        found = [
            column if seen[column.heading[language].casefold()] == 1 else replace(column, heading=_keyed(column))
            for column in found
        ]
    return found


def _keyed(column: ExportColumn) -> Text:
    return Text(f"{column.heading['en']} ({column.key})", f"{column.heading['de']} ({column.key})")


class _Maker:
    """Makes columns with the names and the language of one export."""

    def __init__(self, names: Names, texts: Texts) -> None:
        self._names, self._language = names, texts.language
        self._erased = texts.say("wording.erased")
        self._local = LocalTimes(names.settings.zone)
        self._stated = StatedTimes(self._local, texts.language)

    def fact(self, key: str) -> ExportColumn:
        heading, source = _OF_SHEETS.get(key) or COLUMN[key].label, _KEPT_AS.get(key, key)
        if key in _COUNTS:
            return ExportColumn(key, heading, CellKind.NUMBER, 10, _as_they_are, source)
        if key in _INSTANTS:
            return ExportColumn(key, heading, CellKind.PLAIN, 18, self._local.minutes, source)
        if key == "times_in":
            zone = self._names.settings.zone
            return ExportColumn(key, heading, CellKind.PLAIN, 16, lambda values: [zone] * len(values), source)
        if key == "kept":
            return ExportColumn(key, heading, CellKind.TEXT, 40, self._rows, source)
        if key == "department":
            return ExportColumn(key, heading, CellKind.LABEL, 22, self._told(self._departments()), source)
        names = {"status": STATUS_NAMES, "step": STEP_NAMES}.get(key)
        if names is not None:
            told = {code: name[self._language] for code, name in names.items()}  # type: ignore[attr-defined]  # two kinds of keys
            return ExportColumn(key, heading, CellKind.LABEL, 16, self._told(told), source)
        if key == "anonymous":
            return ExportColumn(key, heading, CellKind.PLAIN, 10, self._told(self._yes_no()), source)
        kind = CellKind.TEXT if key == "next_due_what" else CellKind.PLAIN
        return ExportColumn(key, heading, kind, 32 if kind is CellKind.TEXT else 20, self._texts, source)

    def of_field(self, field: Field) -> ExportColumn:
        kind, tell, read = self._way(field)
        return ExportColumn(
            field.key, self._heading(field), kind, _WIDTHS.get(field.kind, 22), tell, field.key, field, read
        )

    def _heading(self, field: Field) -> Text:
        """With the unit of a number, and for a question with its category."""
        category = self._names.pack.category(field.key.partition(".")[0]) if "." in field.key else None
        words = []
        for language in LANGUAGES:
            name = f"{category.name[language]}: " if category else ""
            unit = f" ({field.unit[language]})" if field.unit else ""
            words.append(f"{name}{field.label[language]}{unit}")
        return Text(*words)

    def _way(self, field: Field) -> tuple[CellKind, Tell, Read]:
        match field.kind:
            case K.NUMBER:
                return CellKind.NUMBER, _numbers, _read_number
            case K.TIME:
                return CellKind.PLAIN, self._times, lambda text: read_stated(text, self._names.settings.zone)
            case K.DATE:
                return CellKind.PLAIN, self._texts, str.strip
            case K.YES_NO:
                return CellKind.PLAIN, self._told(self._yes_no()), _read_yes_no
            case kind if kind in FREE_TEXT:
                return CellKind.TEXT, self._texts, str
            case _:
                return CellKind.LABEL, *self._named(field)

    def _named(self, field: Field) -> tuple[Tell, Read]:
        """Values that are codes or ids. Their words are looked up when the first value is met."""

        @cache
        def told() -> t.Told:
            return t.Told(t.written(self._wordings(field)[0]), self._erased)

        @cache
        def reader() -> Callable[[str], str]:
            return t.reader(*self._wordings(field))

        def read(text: str) -> str:
            return reader()(text)

        if field.kind in (K.CHOICES, K.EQUIPMENT):
            return (
                lambda values: list(map(told().many, values)),
                lambda text: [read(each) for each in text.split(MANY.strip()) if each.strip()],
            )
        return lambda values: list(map(told().__getitem__, values)), read

    def _wordings(self, field: Field) -> tuple[t.Wordings, str]:
        match field.kind:
            case K.PERSON:
                return t.of_people(self._names.people.values()), "person_unknown"
            case K.PLACE:
                return t.of_places(self._names.places.values()), "place_unknown"
            case K.EQUIPMENT:
                return t.of_equipment(self._names.equipment.values()), "equipment_unknown"
            case K.CATEGORY:
                return t.of_categories(self._names.pack, self._language), "category_unknown"
            case K.SUBCATEGORY:
                return t.of_subcategories(self._names.pack, self._language), "category_unknown"
            case _:
                return t.of_options(field, self._language), "choice_unknown"

    def _told(self, texts: dict[Any, str]) -> Tell:
        told = t.Told(texts, self._erased)
        return lambda values: list(map(told.__getitem__, values))

    def _rows(self, values: Sequence[Any]) -> list[Cell]:
        """Rows of old lists, as JSON where they come from a page of the register."""
        return ["" if value is None else self._erased if value is ERASED else kept_text(value) for value in values]

    def _texts(self, values: Sequence[Any]) -> list[Cell]:
        erased = self._erased
        return [value if value.__class__ is str else "" if value is None else erased for value in values]

    def _times(self, values: Sequence[Any]) -> Sequence[Cell]:
        return self._stated.tell_all(values, self._erased)

    def _yes_no(self) -> dict[Any, str]:
        return {answer: _word(answer, self._language) for answer in (True, False)}

    def _departments(self) -> dict[Any, str]:
        """By the id of a place the department it lies in."""
        found = {}
        for place in self._names.places.values():
            line = [place]
            while (parent := self._names.places.get(line[-1].parent or "")) is not None and parent not in line:
                line.append(parent)
            found[place.id] = next((each.name for each in line if each.kind == "department"), "")
        return found


def _as_they_are(values: Sequence[Any]) -> Sequence[Cell]:
    return values


def _numbers(values: Sequence[Any]) -> list[Cell]:
    return [value if isinstance(value, int | float) else None for value in values]


def _read_number(text: str) -> Json:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        raise Refused("number_expected", value=text[:40]) from None


def _read_yes_no(text: str) -> Json:
    said = text.strip().casefold()
    for answer in (True, False):
        if said in {_word(answer, language).casefold() for language in LANGUAGES}:
            return answer
    raise Refused("value_of_wrong_kind", value=text[:40])


def _word(answer: bool, language: str) -> str:
    return Texts(language).say("wording.yes" if answer else "wording.no")
