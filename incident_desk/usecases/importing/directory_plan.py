"""Lists of people and places from sheets: what is new, what changed, what is here already. Known by name or code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from incident_desk.domain.context import Actor
from incident_desk.domain.directory import PERSON, PLACE, AddPerson, AddPlace, decide_person, decide_place
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import ROLE_NAMES, Role
from incident_desk.usecases.importing.dates import NotRead
from incident_desk.usecases.importing.guessing.headings import fits
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.importing.problems import RowProblem, of_refusal
from incident_desk.usecases.importing.row_texts import SheetRow, rows_of
from incident_desk.usecases.importing.words import NO, YES
from incident_desk.usecases.names import Names
from incident_desk.usecases.rows import PersonRow, PlaceRow
from incident_desk.usecases.sheets import Sheet

What = Literal["people", "places"]
_NOBODY_YET = "00000000-0000-7000-8000-000000000000"
_PLACE_KINDS = {
    **dict.fromkeys(("site", "standort", "werk", "haus"), "site"),
    **dict.fromkeys(("department", "abteilung", "ward", "station", "bereich"), "department"),
    **dict.fromkeys(("place", "ort", "raum", "room", "zimmer"), "place"),
}
_ROLES = {folded(word): str(role) for role in Role for word in (role, *ROLE_NAMES[role].values())}
_BETWEEN_ROLES = (";", "/", ",")


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row. `values` are those of the entry, a parent by the word of the sheet; `known` is the entry it is about."""

    row: SheetRow
    values: Mapping[str, Any]
    known: str | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DirectoryPlan:
    what: What
    columns: Mapping[str, str]  # field -> heading
    new: tuple[ListedRow, ...]
    changed: tuple[ListedRow, ...]
    here: int
    problems: tuple[RowProblem, ...]

    def counts(self) -> dict[str, int]:
        bad = len({problem.line for problem in self.problems})
        rows = len(self.new) + len(self.changed) + self.here + bad
        return {"rows": rows, "new": len(self.new), "here": self.here, "changed": len(self.changed), "bad": bad}


def plan_directory(names: Names, actor: Actor, sheet: Sheet, what: What) -> DirectoryPlan:
    """Raises Refused where no column holds names."""
    columns = _columns(sheet.heading, what)
    if "name" not in columns:
        raise Refused("import_without_names")
    planner = _Planner(names, actor, what, columns)
    for row in rows_of(sheet, ()):
        planner.take(row)
    return DirectoryPlan(
        what, columns, tuple(planner.new), tuple(planner.changed), planner.here, tuple(planner.problems)
    )


def _columns(heading: Sequence[str], what: What) -> dict[str, str]:
    scored = [(score, -n, field, name) for n, name in enumerate(heading) for field, score in fits(name, what).items()]
    chosen: dict[str, str] = {}
    for _, _, field, name in sorted(scored, reverse=True):
        if field not in chosen and name not in chosen.values():
            chosen[field] = name
    return chosen


class _Planner:
    def __init__(self, names: Names, actor: Actor, what: What, columns: Mapping[str, str]) -> None:
        self._actor, self._what, self._columns = actor, what, columns
        entries: Iterator[PersonRow | PlaceRow] = iter(
            (*names.people.values(),) if what == "people" else names.places.values()
        )
        self._known = _by_words(list(entries))
        self._spoken = {place.id: place for place in names.places.values()}
        self._lines: dict[str, int] = {}
        self.new: list[ListedRow] = []
        self.changed: list[ListedRow] = []
        self.problems: list[RowProblem] = []
        self.here = 0

    def take(self, row: SheetRow) -> None:
        try:
            values = self._values(row)
            key = folded(str(values.get("code") or values["name"]))
            first = self._lines.setdefault(key, row.line)
            if first != row.line:
                self.problems.append(RowProblem(row.line, "", "", "key_twice", {"first": first}))
                return
            self._sort(row, values)
        except _CellNotRead as reason:
            self.problems.append(RowProblem(row.line, reason.column, reason.value, reason.code))
        except Refused as refused:
            self.problems.append(of_refusal(row.line, self._columns.get(refused.field or "", ""), "", refused))

    def _sort(self, row: SheetRow, values: Mapping[str, Any]) -> None:
        known = self._known.get(folded(str(values.get("code", "")))) or self._known.get(folded(values["name"]))
        self._try(values, known)
        if known is None:
            self.new.append(ListedRow(row, values))
            return
        changed = tuple(key for key, value in values.items() if not self._is(known, key, value))
        if changed:
            self.changed.append(ListedRow(row, {key: values[key] for key in changed}, known.id, changed))
        else:
            self.here += 1

    def _values(self, row: SheetRow) -> dict[str, Any]:
        """What the row states. An empty cell states nothing, and changes nothing."""
        values = {}
        for field, column in self._columns.items():
            text = " ".join(row.text(column).split())
            if text:
                try:
                    values[field] = _read(field, text, self._what)
                except NotRead as reason:
                    raise _CellNotRead(column, text, reason.code) from None
        if "name" not in values:
            raise _CellNotRead(self._columns["name"], "", "name_missing")
        return values

    def _try(self, values: Mapping[str, Any], known: PersonRow | PlaceRow | None) -> None:
        """As the register would take it."""
        if self._what == "people":
            record = Record(_NOBODY_YET, PERSON)
            decide_person(
                record, AddPerson(values["name"], tuple(values.get("roles", ())), values.get("job", "")), self._actor
            )
        else:
            command = AddPlace(values["name"], None, values.get("code", ""), values.get("kind", "place"))
            decide_place(Record(_NOBODY_YET, PLACE), command, self._actor)
            parent = values.get("parent")
            if parent and known is not None and folded(parent) == folded(known.name):
                raise Refused("place_in_itself", "parent")

    def _is(self, known: PersonRow | PlaceRow, key: str, value: Any) -> bool:
        if key == "roles" and isinstance(known, PersonRow):
            return {str(role) for role in known.roles} == set(value)
        if key == "parent" and isinstance(known, PlaceRow):
            parent = self._spoken.get(known.parent or "")
            return parent is not None and folded(value) in {folded(word) for word in _words_of(parent)}
        return bool(getattr(known, key) == value)


class _CellNotRead(Exception):
    def __init__(self, column: str, value: str, code: str) -> None:
        super().__init__(code)
        self.column, self.value, self.code = column, value, code


def _by_words(entries: Sequence[PersonRow | PlaceRow]) -> dict[str, PersonRow | PlaceRow]:
    """Entries by what they are called; a name that two share names neither of them."""
    found: dict[str, list[PersonRow | PlaceRow]] = {}
    for entry in entries:
        for word in dict.fromkeys(folded(each) for each in _words_of(entry)):
            found.setdefault(word, []).append(entry)
    return {word: called[0] for word, called in found.items() if word and len(called) == 1}


def _words_of(entry: PersonRow | PlaceRow) -> tuple[str, ...]:
    if isinstance(entry, PersonRow):
        return (entry.name,)
    return entry.name, entry.code, entry.spoken, ", ".join(entry.path), " / ".join(entry.path)


def _read(field: str, text: str, what: What) -> Any:
    wanted = folded(text)
    if field == "active":
        if wanted in YES | NO:
            return wanted in YES
        raise NotRead("word_unknown")
    if field == "kind":
        return _meaning(_PLACE_KINDS, wanted)
    if field == "roles":
        for sign in _BETWEEN_ROLES:
            wanted = wanted.replace(sign, "\n")
        return [_meaning(_ROLES, folded(word)) for word in wanted.split("\n") if word.strip()]
    return text


def _meaning(meanings: Mapping[str, str], word: str) -> str:
    if word not in meanings:
        raise NotRead("word_unknown")
    return meanings[word]
