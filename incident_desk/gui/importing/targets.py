"""What a column of the sheet can go to: a field, the number of the row, or nowhere, so that it stays as it stood."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.language import said
from incident_desk.usecases.importing.guessing.guess import guess_source
from incident_desk.usecases.importing.mapping import CLOSED_ON, Closed, FieldSource, SheetMapping
from incident_desk.usecases.names import Names
from incident_desk.usecases.sheets import Sheet

KEEP, KEY, CLOSED = "=keep", "=key", "=closed"
_OLD_NUMBER = "old_number"


def target_of(mapping: SheetMapping, column: str) -> str:
    """Where a column goes."""
    for key, source in mapping.fields.items():
        if column in source.columns:
            return key
    if column in mapping.key:
        return KEY
    return CLOSED if mapping.closed is not None and mapping.closed.column == column else KEEP


def with_target(
    mapping: SheetMapping, column: str, target: str, sheet: Sheet, names: Names, *, is_unique: bool
) -> SheetMapping:
    """The mapping with a column that goes elsewhere; several columns of one field are put together."""
    changed = _without(mapping, column)
    if target == KEY:
        return replace(changed, key=(column,))
    if target == CLOSED:
        return replace(changed, closed=Closed(column))
    if target == KEEP:
        return changed
    there = changed.fields.get(target)
    if there is not None:
        return changed.with_source(target, replace(there, columns=(*there.columns, column)))
    if target == _OLD_NUMBER and is_unique:
        changed = replace(changed, key=(column,))
    return changed.with_source(target, guess_source(target, column, sheet, changed, names))


def _without(mapping: SheetMapping, column: str) -> SheetMapping:
    fields: dict[str, FieldSource] = {}
    for key, source in mapping.fields.items():
        rest = tuple(each for each in source.columns if each != column)
        if rest:
            fields[key] = source if rest == source.columns else replace(source, columns=rest)
    closed = None if mapping.closed is not None and mapping.closed.column == column else mapping.closed
    return replace(mapping, fields=fields, key=tuple(each for each in mapping.key if each != column), closed=closed)


def targets_of(names: Names) -> list[tuple[str | None, str]]:
    """What all columns of a sheet are offered: what is no field first, then the fields step by step."""
    entries: list[tuple[str | None, str]] = [
        (KEEP, QCoreApplication.translate("Targets", "keep in the row as it stood")),
        (KEY, QCoreApplication.translate("Targets", "names the row: number in the old list")),
        (CLOSED, QCoreApplication.translate("Targets", "says whether the row was closed")),
        (CLOSED_ON, QCoreApplication.translate("Targets", "the day on which it was closed")),
    ]
    fields = [field for field in names.pack.all_fields() if not field.retired]
    for step in Step:
        of_step = [(field.key, said(field.label)) for field in fields if field.step is step]
        if of_step:
            entries += [(None, f"– {said(STEP_NAMES[step])} –"), *of_step]
    return entries
