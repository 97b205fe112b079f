"""What an import would do or did, as lines to read and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from incident_desk.usecases.importing.bad_rows import said_problem
from incident_desk.usecases.importing.mapping import CLOSED_ON, NEW, FieldSource, folded
from incident_desk.usecases.importing.opening import OpenedSheet
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.importing.run import ImportDone
from incident_desk.usecases.wording import Wording

_MOST = 20


@dataclass(frozen=True, slots=True)
class ImportReport:
    opened: OpenedSheet
    plan: ImportPlan
    done: ImportDone | None
    wording: Wording

    def as_json(self) -> dict[str, Any]:
        plan = self.plan
        told: dict[str, Any] = {"source": plan.source, "mapping": str(self.opened.origin), **plan.counts()}
        told["fields"] = {key: list(source.columns) for key, source in plan.mapping.fields.items()}
        told["unknown_words"] = [
            {"field": each.field, "word": each.word, "rows": each.rows, "becomes": each.suggested}
            for each in plan.unknown
        ]
        told["bad_rows"] = [
            {"line": each.line, "column": each.column, "value": each.value, "code": each.code,
             "reason": said_problem(each, self.wording)}
            for each in plan.problems
        ]  # fmt: skip
        told["tab"], told["tabs_not_read"] = self.opened.sheet.name, list(self.opened.sheet.others)
        told["totals"] = list(plan.totals)
        told["changes"] = [
            {"line": row.read.source.line, "number": row.number, "can_be_taken": row.refused is None,
             "cells": [{"column": cell.column, "old": cell.old, "new": cell.new} for cell in row.cells]}
            for row in plan.changed
        ]  # fmt: skip
        if self.done is not None:
            done = self.done
            told["done"] = {"imported": done.imported, "taken": done.taken, "first": done.first, "last": done.last}
        return told

    def lines(self, *, show_changes: bool, dry_run: bool) -> Iterator[str]:
        yield from self._mapping()
        yield self._say("counts", **self.plan.counts())
        yield from (self._say("total_line", line=line) for line in self.plan.totals)
        yield from self._bad()
        if show_changes:
            yield from self._changes()
        if self.done is not None:
            yield from self._done(self.done)
        elif dry_run:
            yield self._say("dry_run")

    def _say(self, key: str, **facts: object) -> str:
        return self.wording.texts.say(f"import.{key}", **facts)

    def _mapping(self) -> Iterator[str]:
        mapping = self.plan.mapping
        if others := self.opened.sheet.others:
            yield self._say("read_from_tab", tab=self.opened.sheet.name, others=", ".join(others))
        yield self._say(f"how_{self.opened.origin}")
        for key, source in mapping.fields.items():
            yield self._say("maps_to", columns=" + ".join(source.columns), field=self._label(key))
            yield from self._meanings(key, source)
        rest = [name for name in self.plan.heading if name not in mapping.columns()]
        if rest:
            yield self._say("kept_as_it_stood", columns=", ".join(rest))
        if mapping.key:
            yield self._say("key_by", columns=", ".join(mapping.key))
        if mapping.closed is not None:
            words = ", ".join(mapping.closed.words)
            yield self._say("closed_by" if words else "closed_where_filled", column=mapping.closed.column, words=words)
        yield self._say(f"dates_{mapping.date_order}")
        if self.opened.order_unproved:
            yield self._say("order_unproved")
        if mapping.midnight_unknown:
            yield self._say("midnight_unknown")
        for each in self.plan.unknown[:_MOST]:
            key = "would_be_new" if each.suggested == NEW else "left_out"
            yield self._say(key, word=each.word, field=self._label(each.field), count=each.rows)

    def _meanings(self, key: str, source: FieldSource) -> Iterator[str]:
        """Words that stand for something else: a level, a choice, a place by its own name."""
        field = self.wording.field(key)
        for word, meaning in list(source.words.items())[:_MOST]:
            said = self.wording.value(field, meaning)
            if said and folded(said) != folded(word):
                yield self._say("word_means", word=word, meaning=said)

    def _label(self, key: str) -> str:
        return self._say("closed_on") if key == CLOSED_ON else self.wording.label(key)

    def _bad(self) -> Iterator[str]:
        problems = list(self.plan.problems)
        for problem in problems[:_MOST]:
            yield self._say("bad_row", line=problem.line, reason=said_problem(problem, self.wording))
        if len(problems) > _MOST:
            yield self._say("more_bad_rows", count=len(problems) - _MOST)

    def _changes(self) -> Iterator[str]:
        for row in self.plan.changed[:_MOST]:
            at = {"line": row.read.source.line, "number": row.number}
            for cell in row.cells:
                yield self._say("changed_row", **at, column=cell.column, old=cell.old, new=cell.new)
            if row.refused is not None:
                yield self._say("changed_not_taken", **at, reason=self.wording.refusal(row.refused))
        if any(row.refused is None for row in self.plan.changed):
            yield self._say("take_with")

    def _done(self, done: ImportDone) -> Iterator[str]:
        yield self._say("done", imported=done.imported, taken=done.taken)
        if done.first:
            yield self._say("done_numbers", first=done.first, last=done.last)
        if self.plan.bad:
            yield self._say("skipped", count=len(self.plan.bad))
