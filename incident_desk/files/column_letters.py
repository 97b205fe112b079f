"""Columns as spreadsheet programs name them."""

from __future__ import annotations


def letters(column: int) -> str:
    """A, B, ... Z, AA, counted from 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
