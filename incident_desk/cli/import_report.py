"""What an import would do or did, as lines to read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from incident_desk.domain.errors import Refused
from incident_desk.domain.sheet_lists import SHEET_LISTS
from incident_desk.support.texts import Texts
from incident_desk.usecases.importing.bad_rows import said_problem
from incident_desk.usecases.importing.changes import Change, ChangedRow, Choice
from incident_desk.usecases.importing.changes_told import cells_told, stood_in_the_sheet
from incident_desk.usecases.importing.known_told import said_of_known
from incident_desk.usecases.importing.left_cells import cells_left, is_left
from incident_desk.usecases.importing.list_facts import lists_told
from incident_desk.usecases.importing.mapping import CLOSED_ON, NEW, FieldSource, folded
from incident_desk.usecases.importing.numbers import read_number
from incident_desk.usecases.importing.odd_letters import OddLetters
from incident_desk.usecases.importing.opening import OpenedSheet
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.importing.problems import RowProblem
from incident_desk.usecases.importing.run import ImportDone
from incident_desk.usecases.importing.scales import worst_first
from incident_desk.usecases.importing.zones import heading_zones
from incident_desk.usecases.sheets import Sheet
from incident_desk.usecases.wording import Wording

_MOST = 20  # lines of one sort
_NAMED = 12  # columns, lines or cells within one sentence


@dataclass(frozen=True, slots=True)
class ImportReport:
    opened: OpenedSheet
    plan: ImportPlan
    done: ImportDone | None
    wording: Wording
    asked_all: bool = False  # every change was asked for
    named: Collection[Choice] = ()  # what was asked for beside them

    def lines(self, *, show_changes: bool, preview: bool) -> Iterator[str]:
        yield from self._file()
        yield from self._columns()
        yield from self._days_and_numbers()
        yield from self._unknown_words()
        yield self._say("counts", **self.plan.counts())
        yield from (self._say("total_line", line=line) for line in self.plan.others.totals)
        yield from self._other_rows()
        yield from self._numbers()
        yield from said_of_known(self.plan, self.wording)
        yield from self._listed(list(self.plan.problems), "more_bad_rows")
        yield from self._left()
        yield from self._listed([each for each in self.plan.remarks if not is_left(each)], "more_in_part")
        yield from self._errors()
        if show_changes:
            yield from self._changes()
        else:
            yield from self._not_taken()
        if self.done is not None:
            yield from self._done(self.done)
        elif preview:
            yield self._say("preview")

    def _say(self, key: str, **facts: object) -> str:
        return self.wording.texts.say(f"import.{key}", **facts)

    def _count(self, key: str, number: int, **facts: object) -> str:
        return self.wording.texts.count(f"import.{key}", number, **facts)

    def _file(self) -> Iterator[str]:
        if others := self.opened.sheet.others:
            yield self._say("read_from_tab", tab=self.opened.sheet.name, others=", ".join(others))
        yield from said_of_reading(self.opened.sheet, self.opened.odd, self.wording.texts)
        yield self._say(f"how_{self.opened.origin}")

    def _columns(self) -> Iterator[str]:
        mapping = self.plan.mapping
        for key, source in mapping.fields.items():
            yield self._say("maps_to", columns=" + ".join(source.columns), field=self._label(key))
            yield from self._meanings(key, source)
        yield from self._lists()
        rest = [name for name in self.plan.heading if name not in mapping.columns()]
        if rest:
            more = self._say("columns_more", count=len(rest) - _NAMED) if len(rest) > _NAMED else ""
            yield self._say("kept_as_it_stood", columns=", ".join(rest[:_NAMED]) + more)
        if mapping.key:
            yield self._say("key_by", columns=", ".join(mapping.key))
        if mapping.closed is not None:
            words = ", ".join(mapping.closed.words)
            yield self._say("closed_by" if words else "closed_where_filled", column=mapping.closed.column, words=words)

    def _days_and_numbers(self) -> Iterator[str]:
        mapping = self.plan.mapping
        yield self._say(f"dates_{mapping.date_order}")
        if column := self.opened.date_by_content:
            yield self._say("date_by_content", column=column, field=self._label("occurred"))
        if self.opened.order_unproved:
            yield self._say("order_mixed" if self.opened.order_mixed else "order_unproved")
        yield from self._zones()
        if self.opened.number_unproved:
            yield self._number()
        if mapping.midnight_unknown:
            yield self._say("midnight_unknown")
        for key in self.opened.scales_unproved:
            yield self._say(f"one_is_{self._way(key)}", field=self._label(key))

    def _unknown_words(self) -> Iterator[str]:
        for each in self.plan.unknown[:_MOST]:
            said = "would_be_new" if each.suggested == NEW else "left_out"
            yield self._count(said, each.rows, word=each.word, field=self._label(each.field))
        if len(self.plan.unknown) > _MOST:
            yield self._count("more_words", len(self.plan.unknown) - _MOST)

    def _zones(self) -> Iterator[str]:
        """Zones that headings of hours name, or the rows themselves."""
        if column := self.plan.mapping.zone_column:
            yield self._say("zone_by_row", column=column, zone=self.plan.mapping.zone)
        for each in heading_zones(self.plan.mapping, self.plan.names):
            key = "zone_vague" if each.vague else "zone_named"
            yield self._say(key, column=each.column, word=each.vague, zone=each.zone)

    def _number(self) -> str:
        text, sign = self.opened.number_unproved, self.plan.mapping.decimal_sign
        return self._say("number_unproved", text=text, meant=read_number(text, sign))

    def _way(self, key: str) -> str:
        return "worst" if worst_first(self.plan.mapping, key, self.plan.names) else "least"

    def _meanings(self, key: str, source: FieldSource) -> Iterator[str]:
        """Words that stand for something else: a level, a choice, a place by its own name."""
        field = self.wording.field(key)
        for word, meaning in list(source.words.items())[:_MOST]:
            said = self.wording.value(field, meaning)
            if said and folded(said) != folded(word):
                yield self._say("word_means", word=word, meaning=said)

    def _lists(self) -> Iterator[str]:
        """Each list with the lines of a row, one below the other, so that somebody sees where a cell was parted."""
        language = self.wording.language
        for told in lists_told(self.plan):
            columns = " + ".join(self.plan.mapping.lists[told.key].columns)
            yield self._say("maps_to", columns=columns, field=SHEET_LISTS[told.key].label[language])
            if told.lines:
                yield self._count("list_lines", told.lines, rows=told.rows)
                yield from (self._say("list_line", line=line) for line in told.first[:_MOST])
            if told.lacking:
                lacking = ", ".join(field.label[language] for field in told.lacking)
                yield self._say("list_lacking", what=lacking)

    def _other_rows(self) -> Iterator[str]:
        """Lines that are no incidents, beside the totals, and how they come in all the same."""
        for sort, lines in self.plan.others.by_sort().items():
            yield self._count(f"left_out_{sort}", len(lines), lines=_lines(lines))
        if self.plan.others.by_sort() or self.plan.others.totals:
            yield self._say("every_row")

    def _label(self, key: str) -> str:
        return self._say("closed_on") if key == CLOSED_ON else self.wording.label(key)

    def _numbers(self) -> Iterator[str]:
        """Rows that their number does not tell apart."""
        for each in self.plan.twice[:_MOST]:
            yield self._say("number_twice", value=each.value, columns=", ".join(each.columns), lines=_lines(each.lines))
        if len(self.plan.twice) > _MOST:
            yield self._count("more_twice", len(self.plan.twice) - _MOST)
        if rows := self.plan.without_key:
            columns = ", ".join(self.plan.mapping.key)
            yield self._count("without_number", len(rows), columns=columns, lines=_lines(rows))

    def _listed(self, problems: Sequence[RowProblem], more: str) -> Iterator[str]:
        for problem in problems[:_MOST]:
            yield self._say("bad_row", line=problem.line, reason=said_problem(problem, self.wording))
        if len(problems) > _MOST:
            yield self._say(more, count=len(problems) - _MOST)

    def _left(self) -> Iterator[str]:
        """Cells from which nothing is read, those of a field together."""
        for each in cells_left(self.plan.remarks):
            words = [f"{word} ({count})" if count > 1 else word for word, count in each.words]
            yield self._count(
                f"left_{each.code}", len(each.lines), field=self._label(each.field), lines=_lines(each.lines),
                words=", ".join(words[:_NAMED]) + (" ..." if len(words) > _NAMED else ""),
            )  # fmt: skip

    def _errors(self) -> Iterator[str]:
        errors = self.plan.errors
        if errors:
            cells = [self._say("cell_at", line=each.line, column=each.column, text=each.value) for each in errors]
            more = self._say("columns_more", count=len(cells) - _NAMED) if len(cells) > _NAMED else ""
            yield self._count("errors", len(errors), cells=", ".join(cells[:_NAMED]) + more)

    def _changes(self) -> Iterator[str]:
        for row in self.plan.changed[:_MOST]:
            at = {"line": row.read.source.line, "number": row.number}
            for change in row.changes:
                yield from self._changed(change, at, refused=row.refused)
            if row.refused is not None:
                yield self._say("changed_not_taken", **at, reason=self.wording.refusal(row.refused))
        if len(self.plan.changed) > _MOST:
            yield self._count("more_changed", len(self.plan.changed) - _MOST)
        if any(row.refused is None for row in self.plan.changed):
            yield self._say("take_with")
        if any(change.changed_here for row in self.plan.changed for change in row.changes):
            yield self._say("take_changed_here")

    def _not_taken(self) -> Iterator[str]:
        """What was asked for as a whole and is not taken: it cannot be, or was changed here and nobody named it."""
        refused = [
            (row, change) for row in self.plan.changed for change in row.changes if self._is_left(row, change)
        ] if self.asked_all else []  # fmt: skip
        for row, change in refused[:_MOST]:
            at = {"line": row.read.source.line, "number": row.number}
            yield from self._changed(change, at, refused=None)
        if len(refused) > _MOST:
            yield self._count("more_not_taken", len(refused) - _MOST)
        if any(change.refused is None for _, change in refused):
            yield self._say("take_changed_here")

    def _is_left(self, row: ChangedRow, change: Change) -> bool:
        named = (row.incident, change.key) in self.named
        return change.refused is not None or (change.changed_here and not named)

    def _changed(self, change: Change, at: Mapping[str, object], *, refused: Refused | None) -> Iterator[str]:
        for cell in cells_told(change, self.wording):
            yield self._say("changed_row", **at, column=cell.column, old=cell.old, new=cell.new)
        if change.changed_here:
            yield self._say("changed_here", **at, old=stood_in_the_sheet(change))
        if change.closes and change.refused is None:
            yield self._say("would_close", **at)
        if refused is None and change.refused is not None:
            yield self._say("changed_not_taken", **at, reason=self.wording.refusal(change.refused))

    def _done(self, done: ImportDone) -> Iterator[str]:
        yield self._say("done", imported=done.imported, taken=done.taken)
        if done.series:
            yield self._say("done_number" if done.imported == 1 else "done_numbers", numbers=self._series(done.series))
        if self.plan.bad:
            yield self._count("skipped", len(self.plan.bad))

    def _series(self, series: Sequence[tuple[str, str]]) -> str:
        """Each place and each year counts for itself, so of each the first and the last."""
        told = [first if first == last else self._say("from_to", first=first, last=last) for first, last in series]
        more = self._say("columns_more", count=len(told) - _NAMED) if len(told) > _NAMED else ""
        return ", ".join(told[:_NAMED]) + more


def said_of_reading(sheet: Sheet, odd: OddLetters | None, texts: Texts) -> Iterator[str]:
    """What was left out above the headings, where these stand, and whether the letters look as people write them."""
    if sheet.above:
        yield texts.say("import.above_heading", lines="; ".join(sheet.above[:_NAMED]))
    if sheet.second:
        yield texts.say("import.heading_in_two_rows", words=" | ".join(sheet.second[:_NAMED]))
    for column, lines in sheet.alone:
        yield texts.count("import.formulas_alone", len(lines), column=column, lines=_lines(lines))
    if odd is not None:
        yield texts.count(f"import.odd_letters{'' if odd.is_guess else '_within'}", odd.cells, sample=odd.sample)


def _lines(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:_NAMED])) + (" ..." if len(lines) > _NAMED else "")
