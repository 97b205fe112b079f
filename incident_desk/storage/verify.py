"""Verify: re-link the chains, replay them, compare with the state tables, check the log and the index.

Every break is one `VerifyBreak` whose sentence names the record as people know it. Memory stays flat:
chains are read one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from incident_desk.domain.journal.entries import GENESIS, Entry, Part, read
from incident_desk.domain.journal.log import EMPTY_LOG, next_head
from incident_desk.domain.records import Record, fold
from incident_desk.domain.upcasters import upcast
from incident_desk.storage import tables as t
from incident_desk.storage import verify_contents
from incident_desk.storage.engine import Database
from incident_desk.storage.journal_rows import entries_query, link_of
from incident_desk.storage.queries import SqlQueries
from incident_desk.storage.state_rows import rows_with_search
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.rows import VerifyBreak

_BATCH = 500  # chains read at once


class Verification:
    """One run. `chains` and `entries` count what it looked at."""

    def __init__(self, database: Database, queries: SqlQueries, progress: Progress | None) -> None:
        self._database = database
        self._queries = queries
        self._progress = progress
        self.chains = 0
        self.entries = 0
        self._stopped = False
        self._named: list[verify_contents.NamedContent] = []

    def run(self, scope: str, record: str | None) -> Iterator[VerifyBreak]:
        with self._database.snapshot() as connection:
            if scope == "full":
                for problem in self._database.dialect.structure_problems(connection):
                    yield VerifyBreak("file_damaged", {"problem": problem})
            yield from self._chains(connection, scope, record)
            if scope == "full" and not self._stopped:
                yield from self._log(connection)
                yield from _orphans(connection)
                yield from _counters(connection)
                yield from verify_contents.check(connection, self._named)

    # --- chains ---

    def _chains(self, connection: sa.Connection, scope: str, record: str | None) -> Iterator[VerifyBreak]:
        heads = list(connection.execute(_heads(scope, record)))
        if record is not None and not heads:
            yield VerifyBreak("chain_missing", {"record": record})
        for start in range(0, len(heads), _BATCH):
            batch = {head.no: head for head in heads[start : start + _BATCH]}
            if self._progress is not None and not self._progress(start, len(heads)):
                self._stopped = True
                return
            yield from self._batch(connection, batch)

    def _batch(self, connection: sa.Connection, heads: Mapping[int, Any]) -> Iterator[VerifyBreak]:
        numbers = list(heads)
        state = _state_rows(connection, numbers)
        journal = connection.execute(entries_query().where(t.journal.c.chain.in_(numbers)))
        seen = set()
        for no, rows in groupby(journal, key=lambda row: row.chain):
            seen.add(no)
            yield from self._chain(heads[no], list(rows), state.get(no, {}))
        for no in numbers:
            if no not in seen:
                facts = {"record": _label(heads[no], state.get(no, {})), "kind": heads[no].kind, "count": 0}
                yield VerifyBreak("entries_missing", facts)

    def _chain(self, head: Any, rows: list[Any], state: Mapping[str, Any]) -> Iterator[VerifyBreak]:
        self.chains += 1
        self.entries += len(rows)
        label = _label(head, state)
        breaks = list(_links(head, rows, label))
        yield from breaks
        if breaks:
            return
        try:
            entries = _entries(rows)
            wanted = rows_with_search(head.no, fold(Record(head.id, head.kind), entries))
            self._named += verify_contents.named_in(label, entries)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError):  # forged: nothing else gets here
            yield VerifyBreak("entry_unreadable", {"record": label})
            return
        yield from _compare(label, wanted, state)

    # --- log ---

    def _log(self, connection: sa.Connection) -> Iterator[VerifyBreak]:
        query = (
            sa.select(t.log, t.journal.c.hash)
            .outerjoin(
                t.journal,
                sa.and_(t.journal.c.chain == t.log.c.chain, t.journal.c.position == t.log.c.position),
            )
            .order_by(t.log.c.log_index)
        )
        head = EMPTY_LOG
        with connection.execute(query, execution_options={"yield_per": 5000}) as rows:
            for row in rows:
                if row.log_index != head.index + 1:
                    yield VerifyBreak("log_gap", {"index": head.index + 1})
                    return
                if row.hash is None:
                    yield VerifyBreak("log_entry_missing", {"index": row.log_index})
                    return
                head = next_head(head, row.hash)
                if head.hash != row.log_hash:
                    yield VerifyBreak("log_broken", {"index": row.log_index})
                    return
        total = connection.execute(sa.select(sa.func.count()).select_from(t.journal)).scalar_one()
        pending = connection.execute(sa.select(sa.func.coalesce(sa.func.sum(t.chain.c.pending), 0))).scalar_one()
        if head.index + int(pending) != total:
            yield VerifyBreak("log_count", {"logged": head.index + int(pending), "entries": total})


def _heads(scope: str, record: str | None) -> sa.Select[Any]:
    query = sa.select(t.chain).order_by(t.chain.c.no)
    if scope == "record":
        return query.where(t.chain.c.id == record)
    if scope == "recent":
        return query.where(t.chain.c.pending.is_not(None))
    return query


def _links(head: Any, rows: list[Any], label: str) -> Iterator[VerifyBreak]:
    """The chain from its first entry to its head: order, parts, hashes."""
    previous = GENESIS
    for expected, row in enumerate(rows, 1):
        facts = {"record": label, "position": expected}
        if row.position != expected:
            yield VerifyBreak("entry_missing", facts)
            return
        link = link_of(row)
        if link.previous_hash != previous or link.computed_hash() != link.hash:
            yield VerifyBreak("entry_changed", facts)
            return
        if not _parts_hold(row):
            yield VerifyBreak("entry_text_changed", facts)
            return
        previous = link.hash
    if head.position != len(rows) or head.hash != previous:
        yield VerifyBreak("chain_end_cut", {"record": label, "position": head.position, "count": len(rows)})


def _parts_hold(row: Any) -> bool:
    """Each part is there and is what its commitment promised."""
    if row.open_salt is None or Part(row.open_salt, row.open_content).commitment != row.open_commitment:
        return False
    if row.personal_commitment is None:
        return row.personal_salt is None
    if row.personal_salt is None:
        return False
    return bool(Part(row.personal_salt, row.personal_content).commitment == row.personal_commitment)


def _entries(rows: list[Any]) -> list[Entry]:
    return [upcast(read(link_of(row), row.open_content, row.personal_content)) for row in rows]


def _state_rows(connection: sa.Connection, numbers: list[int]) -> dict[int, dict[str, dict[tuple[Any, ...], Any]]]:
    """Every state and index row of these chains, by chain, table and key."""
    found: dict[int, dict[str, dict[tuple[Any, ...], Any]]] = {}
    tables = [table for tables in t.STATE_OF_RECORD.values() for table in tables] + [t.search_text]
    for table in tables:
        owner = next(iter(table.primary_key))
        keys = [column.name for column in table.primary_key]
        for row in connection.execute(sa.select(table).where(owner.in_(numbers))).mappings():
            key = tuple(row[name] for name in keys)
            found.setdefault(key[0], {}).setdefault(table.name, {})[key] = dict(row)
    return found


def _compare(label: str, wanted: Mapping[str, Any], there: Mapping[str, Any]) -> Iterator[VerifyBreak]:
    for table in sorted({*wanted, *there}):
        rows, found = wanted.get(table, {}), there.get(table, {})
        code = "index_differs" if table == "search_text" else "state_differs"
        for key in sorted({*rows, *found}, key=str):
            if rows.get(key) != found.get(key):
                yield VerifyBreak(code, {"record": label, **_what_differs(table, rows.get(key), found.get(key))})


def _what_differs(table: str, wanted: Any, found: Any) -> dict[str, Any]:
    if wanted is None or found is None:
        row = wanted or found
        what = row.get("key") or row.get("list") or table
        return {"field": what, "journal": _shown(wanted), "register": _shown(found)}
    field = next(name for name in wanted if wanted[name] != found[name])
    value = "text" if table == "field_value" and field in {"kind", "text", "number", "earliest", "latest"} else field
    name = wanted["key"] if value == "text" and "key" in wanted else field
    return {"field": name, "journal": wanted[field], "register": found[field]}


def _shown(row: Any) -> Any:
    if row is None:
        return None
    return row.get("text") or row.get("what") or row.get("value") or row.get("name") or "..."


def _label(head: Any, state: Mapping[str, Any]) -> str:
    """A record as people know it: its number, else its name, else its id."""
    for table, column in (("incident", "number"), ("person", "name"), ("place", "name")):
        for row in state.get(table, {}).values():
            if row[column]:
                return str(row[column])
    return str({"settings": "settings", "pack": "sector pack", "access": "access log"}.get(head.kind, head.id))


def _orphans(connection: sa.Connection) -> Iterator[VerifyBreak]:
    """State rows of no chain, or of a chain of another kind."""
    for kind, tables in t.STATE_OF_RECORD.items():
        for table in tables:
            owner = next(iter(table.primary_key))
            query = (
                sa.select(owner).outerjoin(t.chain, t.chain.c.no == owner)
                .where(sa.or_(t.chain.c.no.is_(None), t.chain.c.kind != kind)).distinct().limit(20)
            )  # fmt: skip
            for (no,) in connection.execute(query):
                yield VerifyBreak("row_without_chain", {"table": table.name, "row": no})


def _counters(connection: sa.Connection) -> Iterator[VerifyBreak]:
    """A counter never stands below the highest number it gave."""
    highest = (
        sa.select(t.incident.c.unit, t.incident.c.year, sa.func.max(t.incident.c.serial).label("serial"))
        .group_by(t.incident.c.unit, t.incident.c.year).subquery()
    )  # fmt: skip
    same = sa.and_(t.counter.c.unit == highest.c.unit, t.counter.c.year == highest.c.year)
    query = (
        sa.select(highest, t.counter.c.last)
        .outerjoin(t.counter, same)
        .where(sa.or_(t.counter.c.last.is_(None), t.counter.c.last < highest.c.serial))
    )
    for row in connection.execute(query):
        yield VerifyBreak("counter_behind", {"unit": row.unit, "year": row.year, "serial": row.serial})
