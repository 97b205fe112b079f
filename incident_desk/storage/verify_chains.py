"""Verify, the chains: order, hashes, parts, and the state and index rows against what the entries add up to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from incident_desk.domain.erasure import ERASED_ENTRY
from incident_desk.domain.journal.entries import GENESIS, commitment_of, entry_from, hash_of_covered
from incident_desk.domain.records import Record, fold
from incident_desk.domain.upcasters import newest, upcast
from incident_desk.storage import tables as t
from incident_desk.storage.field_values import Row
from incident_desk.storage.projection import Rows
from incident_desk.storage.state_rows import rows_with_search
from incident_desk.storage.verify_contents import NamedContent, named_in
from incident_desk.storage.verify_rows import Head
from incident_desk.usecases.rows import VerifyBreak

_TABLES = [*(table for tables in t.STATE_OF_RECORD.values() for table in tables), t.search_text]
_COLUMNS: dict[str, tuple[str, ...]] = {table.name: tuple(column.name for column in table.c) for table in _TABLES}
_NAMES = (("incident", "number"), ("person", "name"), ("place", "name"), ("equipment", "name"),
          ("knowledge", "number"))  # fmt: skip
_newest = cache(newest)


@dataclass(slots=True)
class Chain:
    """One chain as it stands in the register. Looking for breaks finds the contents it names, too."""

    head: Head
    state: Rows
    journal: Sequence[Row]
    named: list[NamedContent] = field(default_factory=list)

    @property
    def label(self) -> str:
        """A record as people know it: its number, else its name, else its id."""
        for table, column in _NAMES:
            for row in self.state.get(table, {}).values():
                name = row[_COLUMNS[table].index(column)]
                if name:
                    return str(name)
        return {"settings": "settings", "pack": "sector pack", "access": "access log"}.get(self.head.kind, self.head.id)

    def breaks(self) -> Iterator[VerifyBreak]:
        if not self.journal:
            yield VerifyBreak("entries_missing", {"record": self.label, "kind": self.head.kind, "count": 0})
            return
        broken = self._broken_link()
        if broken is not None:
            yield broken
            return
        try:
            entries = [
                entry if entry.version == _newest(entry.kind) else upcast(entry)
                for entry in [entry_from(row[1:7], row[12], row[14]) for row in self.journal]
            ]
            wanted = rows_with_search(self.head.no, fold(Record(self.head.id, self.head.kind), entries))
            self.named += named_in(entries)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError):  # forged: nothing else gets here
            yield VerifyBreak("entry_unreadable", {"record": self.label})
            return
        yield from self._differences(wanted)

    def _broken_link(self) -> VerifyBreak | None:
        """The chain from its first entry to its head: order, parts, hashes."""
        head, before, expected = self.head, GENESIS, 0
        erased = _erased(self.journal)
        for row in self.journal:
            expected += 1
            (
                _, position, recorded_at, actor, op_id, kind, version, open_commitment, personal_commitment, previous,
                own, *parts,
            ) = row  # fmt: skip
            if position == expected - 1:
                return self._break("entry_doubled", {"position": position})
            if position != expected:
                return self._break("entry_missing", {"position": expected})
            if previous != before or own != hash_of_covered(
                head.id, head.kind, position, recorded_at, actor, op_id, kind, version, open_commitment,
                personal_commitment, previous,
            ):  # fmt: skip
                return self._break("entry_changed", {"position": expected})
            if not _parts_hold(parts, open_commitment, personal_commitment, gone=position in erased):
                return self._break("entry_text_changed", {"position": expected})
            before = own
        if head.position != expected or head.hash != before:
            return self._break("chain_end_cut", {"position": head.position, "count": expected})
        return None

    def _break(self, code: str, facts: Mapping[str, Any]) -> VerifyBreak:
        return VerifyBreak(code, {"record": self.label, **facts})

    def _differences(self, wanted: Rows) -> Iterator[VerifyBreak]:
        if {name: rows for name, rows in wanted.items() if rows} == self.state:
            return
        for table in sorted({*wanted, *self.state}):
            rows, found = wanted.get(table, {}), self.state.get(table, {})
            code = "index_differs" if table == "search_text" else "state_differs"
            for key in sorted({*rows, *found}, key=str):
                if rows.get(key) != found.get(key):
                    yield self._break(code, _what_differs(table, rows.get(key), found.get(key)))


def _erased(journal: Sequence[Row]) -> frozenset[int]:
    """The entries whose personal parts an erasure took, as a later entry of the chain tells."""
    found: set[int] = set()
    for row in journal:
        if row[5] == ERASED_ENTRY and row[12] is not None:
            with suppress(ValueError, TypeError, LookupError, RecursionError):  # its own bytes do not hold
                found |= {each for each in json.loads(row[12])["positions"] if each < row[1]}
    return frozenset(found)


def _parts_hold(
    parts: Sequence[bytes | None], open_commitment: bytes, personal_commitment: bytes | None, *, gone: bool
) -> bool:
    """Each part is there and is what its commitment promised, or lawfully `gone`."""
    open_salt, open_content, personal_salt, personal_content = parts
    if open_salt is None or open_content is None or commitment_of(open_salt, open_content) != open_commitment:
        return False
    if personal_salt is None or personal_content is None:
        return personal_salt is None and personal_content is None and (personal_commitment is None or gone)
    return commitment_of(personal_salt, personal_content) == personal_commitment


def _what_differs(table: str, wanted: Any, found: Any) -> dict[str, Any]:
    if wanted is None or found is None:
        row = dict(zip(_COLUMNS[table], wanted or found, strict=True))
        what = row.get("key") or row.get("list") or table
        return {"field": what, "journal": _shown(table, wanted), "register": _shown(table, found)}
    n, field_ = next((n, name) for n, name in enumerate(_COLUMNS[table]) if wanted[n] != found[n])
    value = "text" if table == "field_value" and field_ in {"kind", "text", "number", "earliest", "latest"} else field_
    name = wanted[_COLUMNS[table].index("key")] if value == "text" and "key" in _COLUMNS[table] else field_
    return {"field": name, "journal": wanted[n], "register": found[n]}


def _shown(table: str, values: Any) -> Any:
    if values is None:
        return None
    row = dict(zip(_COLUMNS[table], values, strict=True))
    return row.get("text") or row.get("what") or row.get("value") or row.get("name") or "..."
