"""Reading the register: Core statements built once, frozen rows out, keyset paging.

What only a table in any order or a paper reads is loaded when it first does: a window opens without it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

from incident_desk.domain.chains import ACCESS
from incident_desk.domain.journal.entries import Entry
from incident_desk.domain.journal.sealed import Sealed
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Step
from incident_desk.storage import contents, directories, import_queries, searching, work_queries
from incident_desk.storage import export_queries as eq
from incident_desk.storage import incident_queries as iq
from incident_desk.storage import tables as t
from incident_desk.storage.directories import Directories, ShownNames
from incident_desk.storage.engine import Database
from incident_desk.storage.journal_rows import entries_query, entry_of, sealed_of
from incident_desk.storage.log_queries import RECORDS, LogQueries
from incident_desk.storage.projection import record_of
from incident_desk.storage.reading import Reader
from incident_desk.storage.search_words import sought
from incident_desk.storage.snippets import STORY, Looked, piece, searched_texts
from incident_desk.storage.types import id_bytes
from incident_desk.usecases.access_rows import AccessFilter, AccessPage
from incident_desk.usecases.export.pages import ColumnPage, DueLine
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.register.order import Order
from incident_desk.usecases.rows import (
    EVERYTHING,
    IN_INBOX,
    EquipmentRow,
    FoundRow,
    ImportedRow,
    InboxRow,
    IncidentFilter,
    IncidentRow,
    Narrowed,
    PersonRow,
    PlaceRow,
    Settings,
    WorkRow,
)

if TYPE_CHECKING:
    from incident_desk.storage.listing_orders import Known
    from incident_desk.storage.listing_pages import Source
    from incident_desk.usecases.figure_rows import FigureRows
    from incident_desk.usecases.knowledge.rows import KnowledgeQueries
    from incident_desk.usecases.register.listing import Listing

T = TypeVar("T")

_ENTRIES = entries_query().where(t.chain.c.id == sa.bindparam("id"))
_SECRET = sa.select(t.secret).where(t.secret.c.person == sa.bindparam("person"))
_OP = sa.select(t.op.c.result).where(t.op.c.op_id == sa.bindparam("op"))
_LAST_CHANGE = sa.select(t.chain.c.changed_at).where(RECORDS).order_by(t.chain.c.changed_at.desc()).limit(1)
_COUNTERS = sa.select(t.counter)
_CHAIN_OF = sa.select(t.chain.c.id).where(t.chain.c.kind == sa.bindparam("kind")).order_by(t.chain.c.no).limit(1)
_LENGTH_OF = sa.select(t.chain.c.position).where(t.chain.c.kind == sa.bindparam("kind")).order_by(t.chain.c.no).limit(1)
_NUMBERS_OF = (
    sa.select(t.chain.c.id, t.incident.c.number)
    .join(t.incident, t.incident.c.no == t.chain.c.no)
    .where(t.chain.c.id.in_(sa.bindparam("ids", expanding=True)))
)
_SINCE = sa.select(t.chain.c.kind, t.chain.c.id, t.chain.c.position).where(
    t.chain.c.changed_at >= sa.bindparam("since")
)


def _listed(narrowed: Narrowed) -> IncidentFilter:
    return IncidentFilter(statuses=narrowed.statuses, steps=narrowed.steps, since=narrowed.since)


class SqlQueries(LogQueries):
    """Everything that is read."""

    def __init__(self, database: Database, reader: Reader) -> None:
        super().__init__(reader)
        self._database = database
        self._directories = Directories(database)

    def close(self) -> None:
        self._reader.close()

    def _known(self, read: Callable[[sa.Connection], T]) -> T:
        return self._reader.call(lambda connection: self._directories.ask(connection, read))

    def settings(self) -> Settings:
        return self._known(directories.settings)

    def pack(self) -> tuple[Pack, str]:
        return self._known(directories.pack)

    def pack_as_of(self, instant: int, op_id: str, named: int) -> tuple[Pack, str]:
        from incident_desk.storage import past

        position = self._reader.call(lambda connection: past.pack_position(connection, instant, op_id, named))
        if position is None:
            return self.pack()
        return self._reader.call(lambda connection: past.pack_at(connection, position))

    def directories_since(self, instant: int) -> list[tuple[str, str, Entry]]:
        from incident_desk.storage import past

        rows = self._all(past.DIRECTORIES_SINCE, {"since": instant})
        return [(row.chain_kind, row.chain_id, entry_of(row)) for row in rows]

    def people(self) -> list[PersonRow]:
        return list(self._known(directories.people))

    def places(self) -> list[PlaceRow]:
        return list(self._known(directories.places))

    def equipment(self) -> list[EquipmentRow]:
        return list(self._known(directories.equipment))

    def knowledge(self) -> KnowledgeQueries:
        from incident_desk.storage.knowledge_queries import SqlKnowledgeQueries

        return SqlKnowledgeQueries(self._reader, self._rows_of)

    def secret(self, person: str) -> tuple[str, int, int] | None:
        rows = self._all(_SECRET, {"person": person})
        return (rows[0].hash, rows[0].failures, rows[0].locked_until) if rows else None

    def incidents(
        self, wanted: IncidentFilter, after: tuple[int, int] | None = None, limit: int = 50
    ) -> list[IncidentRow]:
        return self._rows(*iq.newest(wanted, after, limit, self._database.name))

    def _rows(self, query: sa.Select[Any], values: Mapping[str, Any]) -> list[IncidentRow]:
        def read(connection: sa.Connection) -> tuple[list[Any], ShownNames]:
            return self._directories.beside(connection, query, values, directories.shown_names)

        return iq.incident_rows(*self._reader.call(read))

    def _rows_of(self, numbers: Sequence[int]) -> list[IncidentRow]:
        found = self._all(iq.BY_NUMBERS, {"numbers": list(numbers)})
        return iq.incident_rows(found, self._known(directories.shown_names))

    def count(self, wanted: IncidentFilter) -> int:
        return int(self._all(*iq.counting(wanted, self._database.name))[0][0])

    def listing(self, wanted: IncidentFilter, order: Order, progress: Progress | None = None) -> Listing:
        from incident_desk.storage import listing

        return listing.listing(*self._for_listings(), wanted, order, progress)

    def first_rows(self, wanted: IncidentFilter, order: Order, limit: int) -> list[IncidentRow]:
        from incident_desk.storage import listing

        return listing.first_rows(*self._for_listings(), wanted, order, limit)

    def _for_listings(self) -> tuple[Source, Known]:
        from incident_desk.storage.listing_orders import Known
        from incident_desk.storage.listing_pages import Source

        names = self._known(directories.shown_names)
        return Source(self._reader, self._database, self._rows), Known(names, self.pack()[0])

    def columns(
        self, keys: Sequence[str], wanted: IncidentFilter, after: tuple[int, int] | None = None, limit: int = 500
    ) -> ColumnPage:
        return self._reader.call(lambda c: eq.page(c, self._database, tuple(keys), wanted, after, limit))

    def columns_of(self, keys: Sequence[str], incidents: Sequence[str]) -> ColumnPage:
        return self._reader.call(lambda c: eq.page_of(c, self._database, tuple(keys), incidents))

    def whole(self, numbers: Sequence[int]) -> list[tuple[IncidentRow, Record]]:
        names = self._known(directories.shown_names)
        return self._reader.call(lambda c: eq.whole(c, numbers, names))

    def imported(self, keys: Sequence[str]) -> list[ImportedRow]:
        return self._reader.call(lambda connection: import_queries.imported(connection, keys))

    def imported_as(self, numbers: Sequence[int]) -> list[ImportedRow]:
        return self._reader.call(lambda connection: import_queries.imported_as(connection, numbers))

    def numbers_from(self, source: str) -> list[int]:
        return self._reader.call(lambda connection: import_queries.numbers_from(connection, source))

    def imported_count(self) -> int:
        return self._reader.call(import_queries.imported_count)

    def recorded(self, numbers: Sequence[int]) -> dict[int, int]:
        return self._reader.call(lambda connection: import_queries.recorded(connection, numbers))

    def imported_then(self, titles: Mapping[int, Collection[str]]) -> list[tuple[ImportedRow, int]]:
        return self._reader.call(lambda connection: import_queries.imported_then(connection, titles))

    def due_lines(self, numbers: Sequence[int]) -> list[DueLine]:
        return self._reader.call(lambda c: eq.due_lines(c, numbers))

    def board(self, wanted: IncidentFilter, per_step: int = 2000) -> list[IncidentRow]:
        steps = [step for step in Step if not wanted.steps or step in wanted.steps]
        return [row for step in steps for row in self._rows(*iq.board(wanted, step, per_step, self._database.name))]

    def concluded(self, wanted: IncidentFilter, since: int, limit: int = 200) -> list[IncidentRow]:
        return self._rows(*iq.concluded(wanted, since, limit, self._database.name))

    def inbox(self, limit: int = 200) -> list[InboxRow]:
        rows = self.incidents(IN_INBOX, limit=limit)
        numbers = [row.no for row in rows]
        texts, recorded = self._texts(numbers, ("what_happened", "reporter_name")), self.recorded(numbers)
        return [
            InboxRow(
                row, texts.get((row.no, "what_happened"), row.title), texts.get((row.no, "reporter_name"), ""),
                recorded[row.no],
            )
            for row in rows
        ]  # fmt: skip

    def _texts(self, numbers: list[int], keys: tuple[str, ...]) -> dict[tuple[int, str], str]:
        rows = self._all(iq.TEXTS, {"numbers": numbers, "keys": list(keys)})
        return {(row.incident, row.key): row.text for row in rows if row.text is not None}

    def narratives(self, numbers: Sequence[int]) -> dict[int, str]:
        return {no: text for (no, _), text in self._texts(list(numbers), ("what_happened",)).items()}

    def row(self, incident: str) -> IncidentRow | None:
        found = self._rows(iq.BY_ID, {"id": id_bytes(incident)})
        return found[0] if found else None

    def row_as(self, record: Record) -> IncidentRow:
        from incident_desk.storage.past import list_values

        present = self.row(record.id)
        values = list_values(present.no if present else 0, record)
        return iq.incident_rows([values], self._known(directories.shown_names))[0]

    def find_incident(self, reference: str) -> str | None:
        if not reference.isprintable():  # no number holds such a character, and some servers refuse to be asked
            return None
        rows = self._all(iq.REFERENCE, {"reference": reference.strip()})
        return rows[0].id if rows else iq.existing_id(self._reader, reference)

    def record(self, kind: str, record_id: str) -> Record | None:
        if kind != "incident":
            raise ValueError("only incidents are read whole from the state tables")
        while True:  # again where somebody saved between two of these statements
            rows = self._all(iq.WHOLE, {"id": record_id})
            if not rows:
                return None
            key = {"incident": rows[0].no}
            items, values = self._all(iq.ITEMS, key), self._all(iq.VALUES, key)
            if self._all(iq.POSITION, key)[0].position == rows[0].position:
                break
        as_maps = [[row._mapping for row in each] for each in (rows, items, values)]
        return record_of(as_maps[0][0], as_maps[1], as_maps[2])

    def entries(self, record_id: str) -> list[Entry]:
        return [entry_of(row) for row in self._all(_ENTRIES, {"id": record_id})]

    def printing(self, sha256: str) -> Entry | None:
        from incident_desk.storage import access_queries

        return self._reader.call(lambda c: access_queries.printing(c, sha256))

    def sealed(self, record_id: str) -> list[Sealed]:
        return [sealed_of(row) for row in self._all(_ENTRIES, {"id": record_id})]

    def figures(self, bounds: Sequence[int]) -> FigureRows:
        from incident_desk.storage import figure_queries

        return self._reader.call(lambda c: figure_queries.figures(c, bounds))

    def work(self, owner: str | None, until: int | None = None, limit: int = 500) -> list[WorkRow]:
        return self._reader.call(lambda c: work_queries.work(c, self._database.name, owner, until, limit))

    def search(
        self, text: str, limit: int = 50, *, ranked: bool = False, narrowed: Narrowed = EVERYTHING,
        after: FoundRow | None = None,
    ) -> list[FoundRow]:  # fmt: skip
        wanted = sought(text, narrowed.also, narrowed.about)
        if not wanted.words and not wanted.about:
            place = None if after is None else (after.row.opened_at, after.row.no)
            return [FoundRow(row, "") for row in self.incidents(_listed(narrowed), place, limit)]

        def look(connection: sa.Connection) -> searching.Hits:
            search = searching.Search(self._database, connection, wanted, narrowed)
            return search.best(limit, after) if ranked and wanted.words else search.newest(limit, after)

        hits = self._reader.call(look)
        return self._found(hits, [each.text for each in wanted.words], frozenset().union(*narrowed.also.values()))

    def _found(self, hits: searching.Hits, words: list[str], sought_ids: frozenset[str]) -> list[FoundRow]:
        numbers = [*hits.numbers, *hits.by_part]
        by_part = set(hits.by_part)
        rows = {row.no: row for row in self._rows_of(numbers)}
        pieces = self._pieces([rows[no] for no in numbers if no in rows], words, self._names_of(sought_ids))
        return [FoundRow(rows[no], *pieces[no], no in by_part) for no in numbers if no in rows]

    def _names_of(self, ids: frozenset[str]) -> dict[str, str]:
        if not ids:
            return {}
        people = {each.id: each.name for each in self._known(directories.people)}
        known = people | {each.id: each.name for each in self._known(directories.places)}
        known |= {each.id: " ".join((each.name, *each.codes)) for each in self._known(directories.equipment)}
        return {each: known[each] for each in ids if each in known}

    def _pieces(self, rows: list[IncidentRow], words: list[str], names: dict[str, str]) -> dict[int, tuple[str, str]]:
        """(piece, field) by row number. Most often the words stand in the story, so that is looked at first.

        What stands in number and title is to be seen anyway.
        """
        looked = Looked(words)
        missing = {row.no: looked.missing(f"{row.number} {row.title}") for row in rows}
        stories = {no: text for (no, _), text in self._texts(list(missing), (STORY,)).items()}
        unseen = [no for no, left in missing.items() if left and Looked(left).missing(stories.get(no, ""))]
        texts = {no: {STORY: stories.get(no, "")} for no in missing}
        for row in rows:
            texts[row.no] |= {"place": row.place_name, "responsible": row.responsible_name}
        for no, key, text in self._reader.call(lambda connection: searched_texts(connection, unseen, names)):
            texts[no][key] = text
        return {no: piece(texts[no], left or words) for no, left in missing.items()}

    def count_found(self, text: str, narrowed: Narrowed = EVERYTHING, most: int = 1000) -> int:
        wanted = sought(text, narrowed.also, narrowed.about)
        if not wanted.words and not wanted.about:
            return min(self.count(_listed(narrowed)), most + 1)
        return self._reader.call(
            lambda connection: searching.Search(self._database, connection, wanted, narrowed).count(most)
        )

    def content(self, sha256: bytes) -> Iterator[bytes]:
        return self._reader.iterate(lambda connection: contents.read(connection, sha256))

    def op_result(self, op_id: str) -> dict[str, Any] | None:
        rows = self._all(_OP, {"op": op_id})
        return json.loads(rows[0].result) if rows else None

    def last_change(self) -> int:
        return int(self._all(_LAST_CHANGE)[0].changed_at)

    def counters(self) -> dict[tuple[str, int], int]:
        return {(row.unit, row.year): row.last for row in self._all(_COUNTERS)}

    def chain_of(self, kind: str) -> str:
        return str(self._all(_CHAIN_OF, {"kind": kind})[0].id)

    def access_log(self, wanted: AccessFilter, before: int | None = None, limit: int = 100) -> AccessPage:
        from incident_desk.storage import access_pages

        return self._reader.call(lambda connection: access_pages.page(connection, wanted, before, limit))

    def access_last(self) -> int:
        return int(self._all(_LENGTH_OF, {"kind": ACCESS})[0].position)

    def numbers_of(self, incidents: Collection[str]) -> dict[str, str]:
        rows = self._all(_NUMBERS_OF, {"ids": list(incidents)}) if incidents else ()
        return {row.id: row.number for row in rows}

    def changes(self) -> int:
        return self._reader.call(lambda connection: int(self._database.dialect.changes(connection)))

    def changed_since(self, moment: int) -> list[tuple[str, str, int]]:
        return [(row.kind, row.id, row.position) for row in self._all(_SINCE, {"since": moment})]

    def directories_stamp(self) -> Hashable:
        return self._reader.call(self._directories.stamp)

    def clock(self) -> int:
        return self._reader.call(lambda connection: int(self._database.dialect.now(connection)))
