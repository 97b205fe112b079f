"""Verify, the files: every content that an entry of the journal ever named is there, and is what its hash says.

Contents are never replaced: those of a file that was taken off again, or of a logo before the present one, stay too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import sqlalchemy as sa

from incident_desk.domain.erasure import ERASED_ENTRY
from incident_desk.domain.journal.entries import Entry
from incident_desk.storage import contents
from incident_desk.usecases.rows import VerifyBreak

_OF_FILE, _OF_LOGO = ".sha256", "=logo"
_REMEMBERED = 10_000
_NAMING = (_OF_FILE, _OF_LOGO)
_CODES = {_OF_FILE: "file_content", _OF_LOGO: "logo"}


@dataclass(frozen=True, slots=True)
class NamedContent:
    """What a record's journal names, and as what."""

    key: str
    sha256: bytes


def named_in(entries: Iterable[Entry]) -> Iterator[NamedContent]:
    """What the entries of one chain name, but for what an erasure took, as its entry tells."""
    found: dict[tuple[str, str], None] = {}
    gone: set[str] = set()
    for entry in entries:
        if entry.kind == ERASED_ENTRY:
            gone.update(entry.data["contents"])
        for key in _NAMING:
            if key in entry.data and isinstance(pair := entry.data[key], list):
                found |= {(key, value): None for value in pair if isinstance(value, str)}
    for key, value in found:
        if value and (key == _OF_LOGO or value not in gone):
            yield NamedContent(key, bytes.fromhex(value))


class Contents:
    """Reads each content that is named, and remembers what it found of the last ones: many records share a file."""

    def __init__(self, connection: sa.Connection) -> None:
        self._problem = lru_cache(maxsize=_REMEMBERED)(lambda sha256: _problem(connection, sha256))

    def breaks(self, record: str, named: Iterable[NamedContent]) -> Iterator[VerifyBreak]:
        for each in named:
            problem = self._problem(each.sha256)
            if problem is not None:
                facts = {"record": record} if each.key == _OF_FILE else {}
                yield VerifyBreak(f"{_CODES[each.key]}_{problem}", {**facts, "sha256": each.sha256.hex()})


def _problem(connection: sa.Connection, sha256: bytes) -> str | None:
    digest = hashlib.sha256()
    size = 0
    for chunk in contents.read(connection, sha256):
        digest.update(chunk)
        size += len(chunk)
    if digest.digest() == sha256:
        return None
    return "missing" if size == 0 else "changed"
