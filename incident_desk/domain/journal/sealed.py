"""Entries as they are sealed: their links with the salted parts, and whether each follows from the one before it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from incident_desk.domain.journal.entries import GENESIS, Link, Part, hash_of_covered


class Sealed(NamedTuple):
    """A link and its parts. A part that is gone was erased, or never was."""

    link: Link
    open: Part | None
    personal: Part | None


class Flaw(StrEnum):
    MISSING = "missing"  # an entry before it
    LINK = "link"  # what the hash covers, or the hash itself
    TEXT = "text"  # what was written


def first_flaw(chain: Iterable[Sealed], erased: Collection[int] = ()) -> tuple[int, Flaw] | None:
    """The first entry that does not hold, and what of it; None where all do. `erased`: entries whose personal part was
    erased lawfully.
    """
    before = GENESIS
    for expected, (link, opened, personal) in enumerate(chain, 1):
        if link.position != expected:
            return expected, Flaw.MISSING
        if link.previous_hash != before or hash_of_covered(*link[:-1]) != link.hash:
            return expected, Flaw.LINK
        if opened is None or opened.commitment != link.open_commitment:
            return expected, Flaw.TEXT
        if personal is None and link.personal_commitment is not None and expected not in erased:
            return expected, Flaw.TEXT
        if personal is not None and personal.commitment != link.personal_commitment:
            return expected, Flaw.TEXT
        before = link.hash
    return None
