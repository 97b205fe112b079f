"""What a column of the sheet can go to: a field, lines of a list, the number of the row, or nowhere, so that it stays
as it stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.sheet_lists import SHEET_LISTS
from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.language import said
from incident_desk.usecases.importing.guessing.guess import guess_source
from incident_desk.usecases.importing.mapping import CLOSED_ON, Closed, FieldSource, ListSource, SheetMapping
from incident_desk.usecases.names import Names
from incident_desk.usecases.sheets import Sheet

KEEP, KEY, CLOSED = "=keep", "=key", "=closed"
LIST = "=list "  # before the key of a list
_OLD_NUMBER = "old_number"
S = TypeVar("S", FieldSource, ListSource)


def target_of(mapping: SheetMapping, column: str) -> str:
    """Where a column goes. What names the row is its number in the old list as well, where no other column is that."""
    number = mapping.fields.get(_OLD_NUMBER)
    if column in mapping.key and (number is None or column in number.columns):
        return KEY
    for key, source in mapping.fields.items():
        if column in source.columns:
            return key
    for key, lines in mapping.lists.items():
        if column in lines.columns:
            return LIST + key
    if column in mapping.key:
        return KEY
    return CLOSED if mapping.closed is not None and mapping.closed.column == column else KEEP


def with_target(
    mapping: SheetMapping, column: str, target: str, sheet: Sheet, names: Names, *, is_unique: bool
) -> SheetMapping:
    """The mapping with a column that goes elsewhere; several columns of one field are put together."""
    changed = _without(mapping, column)
    if target == KEY:
        keyed = replace(changed, key=(column,))
        return keyed if _OLD_NUMBER in keyed.fields else keyed.with_source(_OLD_NUMBER, FieldSource((column,)))
    if target == CLOSED:
        return replace(changed, closed=Closed(column))
    if target == KEEP:
        return changed
    if target.startswith(LIST):
        key = target.removeprefix(LIST)
        lines = changed.lists.get(key, ListSource(()))
        return changed.with_list(key, replace(lines, columns=(*lines.columns, column)))
    there = changed.fields.get(target)
    if there is not None:
        return changed.with_source(target, replace(there, columns=(*there.columns, column)))
    if target == _OLD_NUMBER and is_unique:
        changed = replace(changed, key=(column,))
    return changed.with_source(target, guess_source(target, column, sheet, changed, names))


def _without(mapping: SheetMapping, column: str) -> SheetMapping:
    closed = None if mapping.closed is not None and mapping.closed.column == column else mapping.closed
    return replace(
        mapping, fields=_rest(mapping.fields, column), lists=_rest(mapping.lists, column),
        key=tuple(each for each in mapping.key if each != column), closed=closed,
    )  # fmt: skip


def _rest(sources: Mapping[str, S], column: str) -> dict[str, S]:
    """The sources without a column, and without those that have no other."""
    found: dict[str, S] = {}
    for key, source in sources.items():
        rest = tuple(each for each in source.columns if each != column)
        if rest:
            found[key] = source if rest == source.columns else replace(source, columns=rest)
    return found


def targets_of(names: Names) -> list[tuple[str | None, str]]:
    """What all columns of a sheet are offered: what is no field first, then fields and lists step by step."""
    entries: list[tuple[str | None, str]] = [
        (KEEP, QCoreApplication.translate("Targets", "keep in the row as it stood")),
        (KEY, QCoreApplication.translate("Targets", "names the row: number in the old list")),
        (CLOSED, QCoreApplication.translate("Targets", "says whether the row was closed")),
        (CLOSED_ON, QCoreApplication.translate("Targets", "the day on which it was closed")),
    ]
    fields = [field for field in names.pack.all_fields() if not field.retired]
    for step in Step:
        of_step = [(field.key, said(field.label)) for field in fields if field.step is step]
        of_step += [(LIST + each.key, said(each.label)) for each in SHEET_LISTS.values() if each.declared.step is step]
        if of_step:
            entries += [(None, f"– {said(STEP_NAMES[step])} –"), *of_step]
    return entries
