"""Texts put in order, and looked for without regard to capitals, alike on three engines.

Engines put words in order as each was told to, and SQLite knows the capitals of ASCII alone. So texts are put in
order here; where SQLite has an index of nearly that order, little is left to do.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from incident_desk.support.words import folded

LONGEST = 80  # characters of a text by which it is put in order


class _Plain(dict[int, str]):
    """Letters without capitals and accents, each looked at once: to fold whole texts takes four times as long."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = folded(chr(code))
        return plain


_PLAIN = _Plain()


def order_key(text: str) -> str:
    text = text[:LONGEST]
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def nearly(column: sa.ColumnElement[Any], engine: str) -> sa.ColumnElement[Any]:
    """The order of SQLite's index of titles; servers come as near as they can."""
    return column.collate("NOCASE") if engine == "sqlite" else sa.func.lower(column)


class Texts:
    """Texts with row numbers, in the order in which they came where they are equal."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._numbers = array("q")
        self._unstated = array("q")

    def add(self, rows: Sequence[Any]) -> None:
        stated = [row for row in rows if row[0]]
        self._keys += [order_key(text) for text, _ in stated]
        self._numbers.extend([no for _, no in stated])
        if len(stated) < len(rows):
            self._unstated.extend([no for text, no in rows if not text])

    def in_order(self, *, descending: bool) -> array[int]:
        """What is not stated comes last."""
        places = sorted(range(len(self._keys)), key=self._keys.__getitem__, reverse=descending)
        numbers = array("q", map(self._numbers.__getitem__, places))
        numbers.extend(self._unstated)
        return numbers


def contains(column: sa.ColumnElement[Any], text: str, engine: str) -> sa.ColumnElement[bool]:
    if engine != "sqlite":
        return sa.func.lower(column).contains(text.lower(), autoescape=True)
    within: sa.ColumnElement[str] = column
    for letter in sorted({each for each in text if not each.isascii()}):
        if len(letter.lower()) == len(letter.upper()) == 1:
            within = sa.func.replace(within, letter.upper(), letter.lower())
    return sa.func.lower(within).contains(_lower(text), autoescape=True)


def _lower(text: str) -> str:
    """As SQLite does, once the other letters are small."""
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
