"""By which column the register table is ordered."""

from __future__ import annotations

from dataclasses import dataclass

from incident_desk.domain.text import SOURCE_LANGUAGE

OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Order:
    """`column`: a key of `columns.py`. What is not stated comes last, whichever way the order runs.

    Where a time, a number, a day or a text is equal, the row number follows, the same way round. Records of one code or
    name come newest first. Names and texts are put in order without regard to capitals and accents, those of codes by
    their wording in `language`, choices as they are declared.
    """

    column: str = OPENED
    descending: bool = True
    language: str = SOURCE_LANGUAGE


NEWEST_FIRST = Order()
