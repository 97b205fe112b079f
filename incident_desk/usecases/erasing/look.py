"""What would go: every text and file of one incident that tells of somebody, before anything is erased."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.erasure import Lost, Tells, lost, texts_in
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.journal.entries import ERASED, Entry
from incident_desk.domain.records import Item, Record, fold
from incident_desk.support.words import folded
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.resolving import incident_id

_FILES = "attachments"
_SHORTEST = 2  # letters; one alone stands in every text
_CODINGS = ("utf-8", "utf-16-le", "utf-16-be")


@dataclass(frozen=True, slots=True)
class FileHere:
    """An attached file whose content is still there. `found`: its name, its note or its bytes hold the words."""

    place: str
    name: str
    size: int
    found: bool


@dataclass(frozen=True, slots=True)
class Look:
    """One incident as it stands at `position`."""

    id: str
    number: str
    position: int
    words: tuple[str, ...]
    lost: Lost
    files: tuple[FileHere, ...]

    @property
    def finds(self) -> bool:
        return bool(self.lost.positions) or any(file.found for file in self.files)


def look(queries: Queries, reference: str, words: Sequence[str]) -> Look:
    """Raises Refused for an incident nobody knows, and for words too short to look for."""
    id_, tells = incident_id(reference, queries), telling(words)
    entries = queries.entries(id_)
    blank = Record(id_, CHAIN_KIND)
    record = fold(blank, entries)
    files = tuple(_file(queries, item, words, tells) for item in files_of(record).values())
    number = str(record.values.get("number", ""))
    return Look(id_, number, record.position, tuple(words), lost(blank, entries, tells), files)


def telling(words: Sequence[str]) -> Tells:
    """Whether a text holds one of the words, however its letters and blanks are written."""
    sought = [_plain(each) for each in words]
    if not sought or min(map(len, sought)) < _SHORTEST:
        raise Refused("erase_words_short", "words")
    return lambda value: any(each in plain for plain in map(_plain, texts_in(value)) for each in sought)


def _plain(text: str) -> str:
    return " ".join(folded(text).split())


def files_of(record: Record) -> Mapping[str, Item]:
    """The files whose content may still be there, by their places; one that was taken off its list is, too."""
    files = [item for item in record.items.values() if item.list == _FILES and "sha256" in item.values]
    return {f"{_FILES}.{item.ordinal}": item for item in sorted(files, key=lambda item: item.ordinal)}


def entries_about(entries: Sequence[Entry], items: Sequence[Item]) -> Iterator[int]:
    """The entries whose personal part tells of these lines of lists."""
    ids = {item.id for item in items}
    return (entry.position for entry in entries if entry.data.get("item") in ids and entry.personal_keys)


def _file(queries: Queries, item: Item, words: Sequence[str], tells: Tells) -> FileHere:
    values: Mapping[str, Any] = item.values
    name = "" if values.get("name") in (None, ERASED) else str(values["name"])
    found = tells([name, values.get("note")]) or _in_content(queries, bytes.fromhex(values["sha256"]), words)
    return FileHere(f"{_FILES}.{item.ordinal}", name, int(values.get("size") or 0), found)


def _in_content(queries: Queries, sha256: bytes, words: Sequence[str]) -> bool:
    """Whether the bytes hold a word as it is written. What is packed, as in most papers, is for somebody to read."""
    sought = [word.encode(coding).lower() for word in words for coding in _CODINGS]
    overlap, before = max(map(len, sought)) - 1, b""
    for chunk in queries.content(sha256):
        here = before + chunk.lower()
        if any(each in here for each in sought):
            return True
        before = here[-overlap:]
    return False
