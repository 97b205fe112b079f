"""What the register page shows, in the words of an export: which records, which columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from incident_desk.gui.register.presenter import FirstRows
from incident_desk.usecases.export.exporting import Chosen
from incident_desk.usecases.register.listing import Listing
from incident_desk.usecases.rows import IncidentFilter

if TYPE_CHECKING:
    from incident_desk.gui.register.register_page import RegisterPage

_IN_ORDER = 50_000  # of so many the ids are kept, so that they stand in the file as they stand in the table

# Columns of the table that a sheet writes otherwise; the others have the same key there.
_WRITTEN = {
    "steps": ("status", "step"),
    "actions": ("actions_done", "actions_total"),
    "next_due": ("next_due", "next_due_what"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The table as it is. `listing` is None while it is still being read; `chosen` are ranges of its rows."""

    filter: IncidentFilter
    listing: Listing | None
    chosen: Sequence[tuple[int, int]]
    columns: Sequence[str]

    @property
    def chosen_count(self) -> int:
        return sum(last - first + 1 for first, last in self.chosen)

    def records(self, *, only_chosen: bool) -> Chosen:
        """Reads the register: not for the thread of the window."""
        listing = self.listing
        if only_chosen and listing is not None:
            return tuple(each for first, last in self.chosen for each in listing.ids(first, last - first + 1))
        if listing is None or listing.count > _IN_ORDER:
            return self.filter
        return tuple(listing.ids(0, listing.count))


def shown_by(page: RegisterPage) -> Shown:
    table, listing = page.table, page.table.rows.store.listing
    whole = None if isinstance(listing, FirstRows) else listing
    count = table.chosen_count()
    several = whole is not None and (count > 1 or (count == 1 and table.ticked))
    keys = [column.key for column in table.columns]
    return Shown(page.presenter.filter.filter, whole, table.chosen() if several else (), keys)


def written_columns(shown: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The columns of a sheet for those of the table."""
    there = set(known)
    keys = [key for column in shown for key in _WRITTEN.get(column, (column,))]
    return tuple(dict.fromkeys(key for key in keys if key in there))
