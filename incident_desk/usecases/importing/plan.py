"""What an import would do: new, here already, changed, not readable. Nothing is written; every row is accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.usecases.importing.changes import ChangedRow, ChangeReader
from incident_desk.usecases.importing.doubts import KeyTwice, failed_cells, keys_twice, without_key
from incident_desk.usecases.importing.finding import NONE_MISSING, Finder, KnownRow, Missing
from incident_desk.usecases.importing.guessing.number_evidence import number_columns
from incident_desk.usecases.importing.known import ListDoubt
from incident_desk.usecases.importing.likeness import Likeness, time_columns, what_tells
from incident_desk.usecases.importing.mapping import IN_WORDS, SheetMapping, check_mapping
from incident_desk.usecases.importing.other_rows import OtherRows, without_others
from incident_desk.usecases.importing.own_files import OwnRows, called_here, is_own
from incident_desk.usecases.importing.problems import RowProblem
from incident_desk.usecases.importing.reading import ReadRow, RowReader
from incident_desk.usecases.importing.row_texts import SheetRow, rows_of
from incident_desk.usecases.importing.same_cells import Cells
from incident_desk.usecases.importing.word_counts import counted_words
from incident_desk.usecases.importing.words import KnownWords, NewWord
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.ports import Progress, Register
from incident_desk.usecases.sheets import Sheet
from incident_desk.usecases.stopping import tell

_TOLD_EVERY = 100


@dataclass(frozen=True, slots=True)
class NewThing:
    """A place, person or category that the register would get, and how many rows name it."""

    word: NewWord
    rows: int


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word that means nothing here yet. `suggested`: what becomes of it by the mapping as it is."""

    field: str
    word: str
    rows: int
    suggested: str  # one of mapping.OTHERS


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """`source` names the list; `names` are the directories as they were when the plan was made; `finder` can be asked
    again whether new rows came in meanwhile."""

    source: str
    heading: tuple[str, ...]
    mapping: SheetMapping
    names: Names
    finder: Finder
    new: tuple[ReadRow, ...]
    here: int
    changed: tuple[ChangedRow, ...]
    bad: tuple[ReadRow, ...]
    unknown: tuple[UnknownWord, ...]
    others: OtherRows  # lines of the sheet that are no incidents, so not among the rows
    twice: tuple[KeyTwice, ...] = ()
    without_key: tuple[int, ...] = ()  # lines of rows that no number names though the sheet has a column of numbers
    remarks: tuple[RowProblem, ...] = ()  # cells of rows that come in, which could be read in part or not at all
    errors: tuple[RowProblem, ...] = ()  # cells that hold an error of the spreadsheet program
    numbers_here: tuple[ListDoubt, ...] = ()  # rows whose numbers are those of a list that is here
    told_here: int = 0  # rows that no number names, known here by what they tell alone
    corrected: int = 0  # rows that no number names, known here by all they say but one cell
    missing: Missing = NONE_MISSING
    set_aside: tuple[int, ...] = ()  # lines that say void, not reportable or joined elsewhere; not among the rows
    zone_unsaid: bool = False  # rows of another register come in, and nothing says in which zone their times are

    @property
    def rows(self) -> int:
        return len(self.new) + self.here + len(self.changed) + len(self.bad)

    @property
    def problems(self) -> Iterator[RowProblem]:
        return (problem for row in self.bad for problem in row.problems)

    def new_things(self) -> tuple[NewThing, ...]:
        """What would be made, in the order of the sheet."""
        counts: Counter[tuple[str, str, str]] = Counter()
        first: dict[tuple[str, str, str], NewWord] = {}
        for row in self.new:
            for word in row.new_words():
                counts[word.identity] += 1
                first.setdefault(word.identity, word)
        return tuple(NewThing(word, counts[identity]) for identity, word in first.items())

    def counts(self) -> dict[str, int]:
        return {
            "rows": self.rows,
            "new": len(self.new),
            "here": self.here,
            "changed": len(self.changed),
            "bad": len(self.bad),
        }


def plan_import(
    register: Register, actor: Actor, sheet: Sheet, source: str, mapping: SheetMapping, progress: Progress | None = None
) -> ImportPlan:
    """Raises Refused for a mapping that does not fit, and `stopped` where progress asks to stop."""
    names = read_names(register.queries)
    rows = rows_of(sheet, mapping.key)
    if not rows:
        raise Refused("import_no_rows")
    check_mapping(mapping, sheet.heading, names)
    rows, others = without_others(rows, sheet.heading, mapping)
    reader = RowReader(mapping, names, actor, register.queries.clock())
    is_ours = is_own(sheet.heading)
    finder = _finder(register, actor, sheet, source, mapping, names, rows)
    known = finder.known(progress)
    own = OwnRows(register.queries, names, sheet.heading, reader, mapping.zone) if is_ours else None
    surplus = frozenset(sheet.heading[len(sheet.heading) - sheet.surplus :])
    sorter = _Sorter(reader, ChangeReader(register.queries, reader), known.rows, own, surplus)
    for n, row in enumerate(rows):
        if n % _TOLD_EVERY == 0:
            tell(progress, len(rows) + n, 2 * len(rows))
        sorter.take(row)
    return ImportPlan(
        source=known.source, heading=sheet.heading, mapping=mapping, names=names, finder=finder,
        new=tuple(sorter.new), here=sorter.here, changed=tuple(sorter.changed), bad=tuple(sorter.bad),
        unknown=unknown_words(rows, mapping, names), others=others, twice=keys_twice(rows, mapping.key),
        without_key=without_key(rows, mapping.key), remarks=sorter.remarks(), errors=failed_cells(rows),
        numbers_here=known.doubts, told_here=known.by_what_it_tells, corrected=known.corrected,
        missing=known.missing,
        set_aside=tuple(sorter.set_aside), zone_unsaid=bool(own and sorter.new and not mapping.zone),
    )  # fmt: skip


def _finder(
    register: Register, actor: Actor, sheet: Sheet, source: str, mapping: SheetMapping, names: Names,
    rows: Sequence[SheetRow],
) -> Finder:  # fmt: skip
    is_ours = is_own(sheet.heading)
    called = called_here(sheet.heading, names) if is_ours else {}
    numbers = [*number_columns(mapping, names), *time_columns(mapping)]  # a program makes 14.3 of the hour 14.30
    cells = Cells(mapping, sheet.heading, numbers, names.settings.zone, called)
    teller = RowReader(what_tells(mapping), names, actor, register.queries.clock())
    return Finder(
        register.queries, Likeness(mapping, teller, cells), rows, source, sheet.heading, mapping.key, own=is_ours
    )


class _Sorter:
    """Puts each row where it belongs."""

    def __init__(
        self, reader: RowReader, changes: ChangeReader, known: Mapping[str, KnownRow], own: OwnRows | None,
        surplus: frozenset[str],
    ) -> None:  # fmt: skip
        self._reader, self._changes, self._known, self._own = reader, changes, known, own
        self._surplus = surplus
        self._lines: dict[str, int] = {}  # of incidents in our own sheet
        self.new: list[ReadRow] = []
        self.changed: list[ChangedRow] = []
        self.bad: list[ReadRow] = []
        self.here = 0
        self.set_aside: list[int] = []

    def take(self, row: SheetRow) -> None:
        if not self._is_here(row) and any(column in self._surplus for column, _ in row.row):
            self._refuse(row, RowProblem(row.line, "", "", "more_cells"))
        elif not self._take_own(row):
            self._take_foreign(row)

    def _is_here(self, row: SheetRow) -> bool:
        known = self._known.get(row.key)
        return known is not None and (known.each.row is None or sorted(known.each.row) == sorted(known.row.row))

    def _refuse(self, row: SheetRow, problem: RowProblem) -> None:
        self.bad.append(ReadRow(row, {}, "", None, (problem,)))

    def _take_own(self, row: SheetRow) -> bool:
        """Whether the row is one that this register wrote."""
        record = self._own.incident_of(row) if self._own else None
        if self._own is None or record is None:
            return False
        first = self._lines.setdefault(record.id, row.line)
        if first != row.line:
            self._refuse(row, RowProblem(row.line, "", "", "key_twice", {"first": first}))
            return True
        match self._own.compare(row, record):
            case None:
                self.here += 1
            case ChangedRow() as changed:
                self.changed.append(changed)
            case ReadRow() as bad:
                self.bad.append(bad)
        return True

    def _take_foreign(self, row: SheetRow) -> None:
        if self._is_here(row):
            self.here += 1
            return
        known = self._known.get(row.key)
        if self._own and known is None and self._own.is_set_aside(row):
            self.set_aside.append(row.line)
            return
        read = self._reader.read(known.row if known else row)
        if read.problems:
            self.bad.append(read)
        elif known is None:
            self.new.append(self._own.as_it_was(read) if self._own else read)
        elif (changed := self._changes.between(known.each, read)) is not None and not self._says_the_same(changed):
            self.changed.append(changed)
        else:
            self.here += 1

    def _says_the_same(self, changed: ChangedRow) -> bool:
        """Of our own sheets only what the fields say counts: formats and languages have words of their own for it."""
        return self._own is not None and not any(change.edits or change.closes for change in changed.changes)

    def remarks(self) -> tuple[RowProblem, ...]:
        """Of the rows that are not here as they stand, in the order of the sheet."""
        rows = (*self.new, *(changed.read for changed in self.changed))
        return tuple(sorted((remark for row in rows for remark in row.remarks), key=lambda remark: remark.line))


def unknown_words(rows: Sequence[SheetRow], mapping: SheetMapping, names: Names) -> tuple[UnknownWord, ...]:
    """Words of places, categories, people and choices that mean nothing here and that the mapping gives no meaning."""
    known, found = KnownWords(names), []
    for key, source in mapping.fields.items():
        declared = names.field(key)
        if declared is None or declared.kind not in IN_WORDS:
            continue
        found += [
            UnknownWord(key, word, count, source.others)
            for word, count in counted_words(rows, source, declared, mapping.separator)
            if source.meaning(word) is None and known.find(declared, word) is None
        ]
    return tuple(found)
