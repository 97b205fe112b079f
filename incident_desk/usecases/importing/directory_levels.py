"""Lists of places with a column for each level: a building, its floor, a room on it. Every level is a place of its own.

A room 12 stands in many buildings, so that each place is known by those around it, from outside in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from incident_desk.usecases.importing.guessing.headings import EXACT, fits, place_levels
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.importing.row_texts import SheetRow

PATH = "path"  # among the values of such a place the names from outside in; no field of it


def levels_of(heading: Sequence[str]) -> tuple[str, ...]:
    """The columns of levels from outside in, where there are several; none where a column says which place it is in."""
    if any(fits(name, "places").get("parent") == EXACT and not _level(name) for name in heading):
        return ()
    found: dict[int, str] = {}
    for name in heading:
        level = _level(name)
        if level:
            found.setdefault(level, name)
        elif "name" in fits(name, "places"):
            return ()
    return tuple(found[level] for level in sorted(found)) if len(found) > 1 else ()


def path_key(path: Sequence[str]) -> str:
    """A place by those around it, however their names are spelt: a building "A, B" is no B in A."""
    return "".join(f"\n{folded(name)}" for name in path)


def parent_key(values: Mapping[str, Any]) -> str:
    """The place around another one, as `path_key` or the word for it says it."""
    return path_key(values[PATH][:-1]) if PATH in values else folded(str(values.get("parent") or ""))


def _level(name: str) -> int:
    """From 1 for the outermost; 0 for what is no level."""
    return next((n for n, words in enumerate(place_levels(), 1) if folded(name) in words), 0)


def places_of(row: SheetRow, levels: Sequence[str], said: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The places a row names, from outside in. What else the row says is said of the innermost."""
    texts = [(column, " ".join(row.text(column).split())) for column in levels]
    path: list[str] = []
    filled = [text for _, text in texts if text]
    for text in filled:
        around = {"parent": ", ".join(path)} if path else {}
        path.append(text)
        more = {key: value for key, value in said.items() if key not in ("name", "parent")}
        yield {"name": text, **around, **(more if len(path) == len(filled) else {}), PATH: tuple(path)}
