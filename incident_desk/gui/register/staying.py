"""Whether chosen rows are the same records in a newer listing: a table knows them by their places alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from incident_desk.gui.register.page_store import PageStore
from incident_desk.usecases.register.listing import Listing

MOST = 5_000  # rows; of more nobody can say so quickly enough
Ranges = Sequence[tuple[int, int]]
"""Of rows, first and last."""


def seen(store: PageStore, chosen: Ranges) -> dict[int, str]:
    """What stood at the chosen places when a person saw them: the listing itself may have moved since."""
    if not _can_be_compared(chosen):
        return {}
    lines = ((place, store.known_line(place)) for first, last in chosen for place in range(first, last + 1))
    return {place: line.row.id for place, line in lines if line is not None}


def stay(chosen: Ranges, known: Mapping[int, str], before: Listing | None, newer: Listing) -> bool:
    """Asked on a thread. Where it cannot be said, they do not."""
    if before is None or not _can_be_compared(chosen):
        return not chosen
    return all(_ids(first, last, known, before) == newer.ids(first, last - first + 1) for first, last in chosen)


def _ids(first: int, last: int, known: Mapping[int, str], listing: Listing) -> list[str]:
    here = [known[place] for place in range(first, last + 1) if place in known]
    return here if len(here) > last - first else listing.ids(first, last - first + 1)


def _can_be_compared(chosen: Ranges) -> bool:
    return sum(last - first + 1 for first, last in chosen) <= MOST
