"""What an entry of the list of equipment holds, and how two spellings of its numbers are held against each other."""

from __future__ import annotations

CODE_KEYS = ("asset", "serial", "lot", "udi")
"""What stands on a piece of equipment itself, and what a hand scanner reads from it."""
EQUIPMENT_KEYS = ("name", *CODE_KEYS, "maker", "model", "place", "active")


def folded_code(code: str) -> str:
    """A number without capitals and blanks: labels, lists and people write it in many ways."""
    return "".join(code.casefold().split())
