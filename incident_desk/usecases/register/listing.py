"""The register table as it is read: any page of it at any place, however long it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from incident_desk.usecases.rows import IncidentRow


class Listing(Protocol):
    """All records of a filter in an order, as they stood when it was made. It holds no rows and is never closed.

    It may be asked from any thread. Others go on writing: rows that left the filter or moved since are left out, and
    `stale` is true from then on. Whoever shows the listing then asks for a new one.
    """

    @property
    def count(self) -> int: ...

    @property
    def stale(self) -> bool:
        """Whether a row was missed where it had stood."""
        ...

    def rows(self, first: int, count: int) -> list[IncidentRow]:
        """The rows from a place on, counted from 0; fewer at the end, and where some are gone."""
        ...

    def ids(self, first: int, count: int) -> list[str]:
        """The record ids of those rows, for acting on many at once."""
        ...

    def position_of(self, no: int) -> int | None:
        """The place of a row number (`IncidentRow.no`), None where it is not among them."""
        ...

    def extra(self, rows: Sequence[IncidentRow], keys: Sequence[str]) -> Mapping[tuple[int, str], Any]:
        """What extra columns (`Column.extra`) hold for rows of a page: (row number, key) -> value, as a record has it.

        A value is a text, a code, a list of codes, an id, a number, yes or no, or a stated time in its JSON form.
        What is not stated is not in it.
        """
        ...
