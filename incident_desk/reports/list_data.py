"""The data inside a list: what its pages show, as JSON, packed while the rows pass by and never held as a whole."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

from incident_desk.usecases.papers import ListCell, ListPaper

_TOGETHER = 500  # rows that are packed at once
_PACKING = 6


class ListData:
    """Takes the rows one by one. `packed` and `size` hold once it is finished."""

    def __init__(self, paper: ListPaper) -> None:
        self.packed = b""
        self.size = 0
        self._parts: list[bytes] = []
        self._hash = hashlib.sha256()
        self._packer = zlib.compressobj(_PACKING)
        self._waiting: list[list[str]] = []
        self._between = ""
        self._write(_opening(_facts(paper)))

    def add(self, cells: tuple[ListCell, ...]) -> None:
        self._waiting.append([in_words(cell) for cell in cells])
        if len(self._waiting) == _TOGETHER:
            self._pack_waiting()

    def finish(self) -> str:
        """The hash of the whole, in hex."""
        self._pack_waiting()
        self._write("\n]}\n")
        self.packed = b"".join((*self._parts, self._packer.flush()))
        return self._hash.hexdigest()

    def _pack_waiting(self) -> None:
        if self._waiting:
            self._write(self._between + ",\n".join(map(_json, self._waiting)))
            self._waiting, self._between = [], ",\n"

    def _write(self, text: str) -> None:
        content = text.encode("utf-8", "surrogatepass")
        self.size += len(content)
        self._hash.update(content)
        self._parts.append(self._packer.compress(content))


def in_words(cell: ListCell) -> str:
    return cell if isinstance(cell, str) else cell.word


def _facts(paper: ListPaper) -> dict[str, Any]:
    head = {"index": paper.head.index, "words": paper.head.hash} if paper.head else None
    return {
        "register": paper.register, "title": paper.title, "definition": paper.definition, "as_of": paper.as_of,
        "head": head, "columns": [column.label for column in paper.columns],
    }  # fmt: skip


def _opening(facts: Mapping[str, Any]) -> str:
    return f'{_json(facts)[:-1]},"rows":[\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
