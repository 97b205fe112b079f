"""What a change would replace, in words: for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Iterable

from incident_desk.domain.sheet_lists import SHEET_LISTS
from incident_desk.usecases.importing.changes import CellChange, Change, Edit, ListEdit
from incident_desk.usecases.wording import Wording


def cells_told(change: Change, wording: Wording) -> tuple[CellChange, ...]:
    """Its cells as they stood and stand in the sheet. What was changed here since is told as one: what stands here
    becomes what the sheet says now."""
    if not change.changed_here:
        return change.cells
    column, new = ", ".join(cell.column for cell in change.cells), _together(cell.new for cell in change.cells)
    return (CellChange(column, stands_here(change, wording), new),)


def stood_in_the_sheet(change: Change) -> str:
    return _together(cell.old for cell in change.cells)


def stands_here(change: Change, wording: Wording) -> str:
    """What the register says now of what would be replaced; "" for nothing."""
    told = [(_label(edit, wording), _here(edit, wording)) for edit in change.edits]
    if len(told) == 1:
        return told[0][1]
    return "; ".join(f"{label}: {text}" for label, text in told if text)


def _here(edit: Edit, wording: Wording) -> str:
    if isinstance(edit, ListEdit):
        return "; ".join(edit.here if edit.here is not None else edit.old)
    return wording.value(wording.field(edit.field), edit.old)


def _label(edit: Edit, wording: Wording) -> str:
    return SHEET_LISTS[edit.field].label[wording.language] if isinstance(edit, ListEdit) else wording.label(edit.field)


def _together(texts: Iterable[str]) -> str:
    return ", ".join(filter(None, (text.strip() for text in texts)))
