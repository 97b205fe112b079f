"""What somebody wrote here since the sheet last said it: that is not to be overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from incident_desk.domain.journal.entries import ERASED, OF_RECORD, Entry
from incident_desk.domain.records import Record

_BY_THE_SHEET = frozenset({"imported", "sheet_changes_taken"})


class WrittenHere:
    """Asks the journal of one record, and reads it only where a value is not what the sheet said before."""

    def __init__(self, record: Record, entries: Callable[[str], Sequence[Entry]]) -> None:
        self._values, self._entries = record.values, cache(lambda: entries(record.id))

    def is_other(self, key: str, before: Any) -> bool:
        """Whether a field says something that somebody wrote here. `before`: as the sheet said it before.

        What the sheet filled is not written here, though it may be read otherwise now: by another meaning of its
        columns, or because a name means something else by now.
        """
        now = self._values.get(key)
        if now is ERASED:
            return True
        return now != before and self._last_writer(f"{OF_RECORD}{key}") not in _BY_THE_SHEET

    def _last_writer(self, key: str) -> str:
        """The kind of the last entry that wrote the field; one that nobody wrote is empty as the sheet left it."""
        entries = self._entries()
        return next((entry.kind for entry in reversed(entries) if key in entry.data), "imported")


def says_the_same(here: Any, sheet: Any) -> bool:
    """Whether the register has it as the sheet does. Where a line of a text breaks tells nothing."""
    if isinstance(here, str) and isinstance(sheet, str):
        return here.split() == sheet.split()
    return bool(here == sheet)
