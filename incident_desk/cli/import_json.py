"""What an import would do or did, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from incident_desk.usecases.importing.bad_rows import said_problem
from incident_desk.usecases.importing.changes import ChangedRow
from incident_desk.usecases.importing.changes_told import stands_here
from incident_desk.usecases.importing.list_facts import ListTold, lists_told
from incident_desk.usecases.importing.opening import OpenedSheet
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.importing.problems import RowProblem
from incident_desk.usecases.importing.run import ImportDone
from incident_desk.usecases.wording import Wording


def import_as_json(opened: OpenedSheet, plan: ImportPlan, done: ImportDone | None, wording: Wording) -> dict[str, Any]:
    """One flat object, for other programs."""
    told = {
        "source": plan.source, "mapping": str(opened.origin), **plan.counts(), **_columns(plan), **_file(opened),
        **_unproved(opened), **_rows(plan, wording), **_known(plan),
    }  # fmt: skip
    if done is not None:
        told["done"] = {"imported": done.imported, "taken": done.taken, "first": done.first, "last": done.last,
                        "numbers": [{"first": first, "last": last} for first, last in done.series]}  # fmt: skip
    return told


def _columns(plan: ImportPlan) -> dict[str, Any]:
    return {
        "fields": {key: list(source.columns) for key, source in plan.mapping.fields.items()},
        "lists": {each.key: _list(plan, each) for each in lists_told(plan)},
        "unknown_words": [
            {"field": each.field, "word": each.word, "rows": each.rows, "becomes": each.suggested}
            for each in plan.unknown
        ],
    }


def _file(opened: OpenedSheet) -> dict[str, Any]:
    sheet, odd = opened.sheet, opened.odd
    return {
        "tab": sheet.name, "tabs_not_read": list(sheet.others), "left_out_above": list(sheet.above),
        "second_row_of_headings": list(sheet.second),
        "odd_letters": {"cells": odd.cells, "sample": odd.sample} if odd else None,
        "formulas_alone": {column: list(lines) for column, lines in sheet.alone},
    }  # fmt: skip


def _unproved(opened: OpenedSheet) -> dict[str, Any]:
    return {
        "date_by_content": opened.date_by_content, "order_unproved": opened.order_unproved,
        "order_mixed": opened.order_mixed, "scales_unproved": list(opened.scales_unproved),
        "number_unproved": opened.number_unproved,
    }  # fmt: skip


def _rows(plan: ImportPlan, wording: Wording) -> dict[str, Any]:
    def cells(problems: Sequence[RowProblem]) -> list[dict[str, Any]]:
        return [
            {"line": each.line, "column": each.column, "value": each.value, "code": each.code,
             "reason": said_problem(each, wording)}
            for each in problems
        ]  # fmt: skip

    return {
        "bad_rows": cells(list(plan.problems)), "read_in_part": cells(plan.remarks), "errors": cells(plan.errors),
        "totals": list(plan.others.totals), "without_number": list(plan.without_key),
        "no_incidents": {sort: list(lines) for sort, lines in plan.others.by_sort().items()},
        "twice": [{"number": each.value, "lines": list(each.lines)} for each in plan.twice],
        "set_aside": list(plan.set_aside), "zone_unsaid": plan.zone_unsaid,
        "changes": [_change(row, wording) for row in plan.changed],
    }  # fmt: skip


def _known(plan: ImportPlan) -> dict[str, Any]:
    return {
        "numbers_here": [
            {"source": each.source, "same": each.same, "other": each.other, "taken_as_changes": each.taken}
            for each in plan.numbers_here
        ],
        "known_by_what_they_tell": plan.told_here,
        "known_but_for_one_cell": plan.corrected,
        "not_in_the_sheet": plan.missing.count,
    }


def _list(plan: ImportPlan, told: ListTold) -> dict[str, Any]:
    source = plan.mapping.lists[told.key]
    return {
        "columns": list(source.columns), "split": source.split, "lines": told.lines, "rows": told.rows,
        "first": list(told.first), "still_to_be_completed": [field.key for field in told.lacking],
    }  # fmt: skip


def _change(row: ChangedRow, wording: Wording) -> dict[str, Any]:
    """`here`: what the register says, where that is not what the sheet said before."""
    return {
        "line": row.read.source.line, "number": row.number, "can_be_taken": row.refused is None,
        "cells": [
            {"column": cell.column, "old": cell.old, "new": cell.new, "can_be_taken": change.refused is None,
             "changed_here": change.changed_here,
             **({"here": stands_here(change, wording)} if change.changed_here else {})}
            for change in row.changes
            for cell in change.cells
        ],
        "closes": any(change.closes for change in row.changes),
    }  # fmt: skip
