"""What is asked of a PDF file that somebody holds against the register, and what a reader of such files gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

# Under these names a paper carries its data.
RECORD_DATA, LIST_DATA, JOURNAL_DATA, OVERVIEW_DATA = "record.json", "list.json", "journal.json", "overview.json"


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A PDF file as it was read. `data` is what is attached under `data_name`, if it is a paper of ours; `others` are
    the names of all else that lies inside. `words` are those of each page. `wide` is the width of a page in points.
    """

    path: Path
    sha256: str
    title: str
    language: str
    wide: float
    pages: int
    data_name: str = ""
    data: bytes = b""
    others: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PageDifference:
    """Where a file does not show what the paper shows. `what`: "words" (then `paper` is what the paper says and `file`
    what the file says), "looks" (the same words, but not the same picture), "missing" and "added" (a whole page),
    "title", "spoken" (what a screen reader is told), "said" (elsewhere beside the pages), "deed" (what the file would
    do, as "JavaScript"), "note" (laid on a page).
    """

    what: str
    page: int = 0
    paper: str = ""
    file: str = ""


class PaperReader(Protocol):
    """Reads PDF files of anybody. Raises SurroundingsFailed for what is no PDF file, is damaged or has a password."""

    def read(self, path: Path, while_waiting: Callable[[], None]) -> PaperFile: ...

    def compare(self, path: Path, paper: bytes, while_waiting: Callable[[], None]) -> list[PageDifference]:
        """What of a file does not show what the paper shows, the first places of it."""
        ...
