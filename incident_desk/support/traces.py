"""Where an error came from, without the values it came from: its message may quote a record, a name or a secret.

Only places in the code and kinds of errors leave here, for the log and for the report after a crash.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

_OURS = Path(__file__).resolve().parents[1]
_MOST_LINKS, _MOST_PLACES = 12, 60  # errors in a row, places of each


def told_error(error: BaseException) -> str:
    """Places and kinds, the first cause first; one line each."""
    return "\n".join(line for link in _chain(error) for line in _told(link))


def told_places(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Of an error that is gone itself."""
    return "\n".join([kind.__qualname__, *_places(trace)])


def place_in_code(file: str, line: int | None, name: str) -> str:
    """Below our package by its path there, elsewhere by its name alone: a path may tell whose computer it is."""
    path = Path(file)
    shown = path.relative_to(_OURS.parent).as_posix() if path.is_relative_to(_OURS) else path.name
    return f"{shown}:{line or 0} {name}"


def _chain(error: BaseException) -> list[BaseException]:
    """An error with what led to it, as Python would tell it; the first one first."""
    found: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and all(link is not each for each in found) and len(found) < _MOST_LINKS:
        found.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return found[::-1]


def _told(error: BaseException) -> Iterator[str]:
    yield type(error).__qualname__
    yield from _places(error.__traceback__)
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions[:_MOST_LINKS]:
            yield from _told(each)


def _places(trace: TracebackType | None) -> list[str]:
    """The innermost last. Lines of code are not read: they would be, from the disk, for nothing."""
    frames = [(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in traceback.walk_tb(trace)]
    return [f"  {place_in_code(*each)}" for each in frames[-_MOST_PLACES:]]
