"""Texts that a spreadsheet would take for a formula: guarded in our CSV files, and given back as they were.

A spreadsheet that opens a CSV file computes every text that begins with one of `_FORMULA`. Such a text gets one
leading apostrophe, and so does one that would look guarded without being so; hence every guarded text reads back to
exactly one text. The first heading of a file says whether its texts are guarded, however often a spreadsheet
opened and saved it in between.
"""

from __future__ import annotations

import re

ID_HEADING = "Incident Desk id"
GUARDED_ID_HEADING = f"{ID_HEADING}, guarded"

_FORMULA = r"=+\-@\t\r\n"
SUSPECT = frozenset("=+-@\t\r\n'")  # what a text that needs a guard begins with
_NEEDS_GUARD = re.compile(f"'*[{_FORMULA}]")
_GUARDED = re.compile(f"'+[{_FORMULA}]")


def guarded(text: str) -> str:
    return f"'{text}" if _NEEDS_GUARD.match(text) else text


def unguarded(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text


def is_guarded(first_heading: str) -> bool:
    """Whether the texts of a file whose first column has this heading are guarded."""
    return first_heading.strip() == GUARDED_ID_HEADING
