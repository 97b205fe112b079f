"""Verify, the files: every content that an entry of the journal ever named is there, and is what its hash says.

Contents are never replaced: those of a file that was taken off again, or of a logo before the present one, stay too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from incident_desk.domain.journal.entries import Entry
from incident_desk.storage import contents
from incident_desk.usecases.rows import VerifyBreak

_OF_FILE, _OF_LOGO = ".sha256", "=logo"
_CODES = {_OF_FILE: "file_content", _OF_LOGO: "logo"}


@dataclass(frozen=True, slots=True)
class NamedContent:
    """Which record's journal names it, and as what."""

    record: str
    key: str
    sha256: bytes


def named_in(label: str, entries: Iterable[Entry]) -> Iterator[NamedContent]:
    """What the entries of one chain name. After an erasure a name may be gone; then its content is as well."""
    found: dict[tuple[str, str], None] = {}
    for entry in entries:
        for key in (_OF_FILE, _OF_LOGO):
            pair = entry.data.get(key)
            found |= {(key, value): None for value in pair if isinstance(value, str)} if isinstance(pair, list) else {}
    for key, value in found:
        if value:
            yield NamedContent(label, key, bytes.fromhex(value))


def check(connection: sa.Connection, named: Iterable[NamedContent]) -> Iterator[VerifyBreak]:
    known: dict[bytes, str | None] = {}
    for each in named:
        if each.sha256 not in known:
            known[each.sha256] = _problem(connection, each.sha256)
        problem = known[each.sha256]
        if problem is not None:
            facts = {"record": each.record} if each.key == _OF_FILE else {}
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
