"""What use cases need from outside, as protocols. `app.py` hands in the real ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from incident_desk.domain.context import RecordNumber
from incident_desk.domain.journal.entries import Entry, EntryDraft
from incident_desk.domain.journal.log import Head
from incident_desk.domain.journal.sealed import Sealed
from incident_desk.domain.journal.signed_heads import SignedHead
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.records import Record
from incident_desk.usecases.access_rows import AccessFilter, AccessPage
from incident_desk.usecases.erasing_ports import ErasingRegister, ErasingWork
from incident_desk.usecases.export.pages import ColumnPage, DueLine
from incident_desk.usecases.figure_rows import FigureRows
from incident_desk.usecases.knowledge.rows import KnowledgeQueries
from incident_desk.usecases.register.listing import Listing
from incident_desk.usecases.register.order import Order
from incident_desk.usecases.rows import (
    EquipmentRow,
    FoundRow,
    ImportedRow,
    InboxRow,
    IncidentFilter,
    IncidentRow,
    Narrowed,
    PersonRow,
    PlaceRow,
    Presence,
    Settings,
    VerifyBreak,
    WorkRow,
)

Progress = Callable[[int, int], bool]  # (done, of) -> False asks to stop


@dataclass(frozen=True, slots=True)
class FileKey:
    """What an encrypted register is written under. The salt begins its file; nobody sees the key."""

    salt: bytes
    key: bytes = field(repr=False)


class LoneFile(Protocol):
    """A register file that nobody else has open."""

    def rewrite(self, target: Path, key: FileKey | None, progress: Progress | None = None) -> None:
        """Everything in it as a new file, encrypted where there is a key; not yet checked."""
        ...

    def let_go(self) -> None:
        """The last thing before another file takes its place, which a system may not do to one that is open."""
        ...


class UnitOfWork(ErasingWork, Protocol):
    """One transaction. Rolled back unless committed. The only door to writing."""

    def lock(self, kind: str, ids: Sequence[str]) -> dict[str, Record]:
        """The records of these chains, locked in order; a record at position 0 where there is none yet."""
        ...

    def lock_to_append(self, kind: str, record_id: str) -> Record:
        """Locks a chain whose entries add up to nothing, without reading them: the record has its position alone."""
        ...

    def guard_directories(self) -> None:
        """Holds off everybody else who would change people, places or equipment. Comes before `lock`."""
        ...

    def now(self) -> int:
        """The register's clock as the unit of work began, microseconds UTC."""
        ...

    def next_number(self, unit: str, year: int) -> RecordNumber: ...
    def raise_counter(self, unit: str, year: int, serial: int) -> None:
        """The next number of the unit is above `serial`."""
        ...

    def append(self, record: Record, drafts: Iterable[EntryDraft], actor: str | None, op_id: str, at: int) -> Record:
        """Entries on the record's chain and its state rows. Gives the record as it stands then."""
        ...

    def entries(self, record_id: str, after: int = 0) -> list[Entry]: ...

    def entries_of(self, op_id: str) -> list[tuple[str, str, Entry]]:
        """(chain kind, chain id, entry) of everything one op wrote."""
        ...

    def store_content(self, sha256: bytes, chunks: Iterable[bytes]) -> None: ...

    def set_secret(self, person: str, hashed: str | None) -> None: ...

    def set_attempts(self, person: str, failures: int, locked_until: int) -> None: ...

    def flush(self) -> None:
        """Sends what was appended so far and forgets it, so that many records fit into one transaction.

        A record must be locked again before it is appended to once more.
        """
        ...

    def commit(self, op_id: str, result: Mapping[str, Any], go_on: Callable[[], None] | None = None) -> None:
        """Raises AlreadyDone when the op id stands there already. `go_on` is called when all is written and nothing
        counts yet: what it raises leaves everything as it was.
        """
        ...


class Queries(Protocol):
    """Reading. Every method gives frozen rows; none of them writes."""

    def settings(self) -> Settings: ...
    def pack(self) -> tuple[Pack, str]:
        """The pack in force and the name of its version."""
        ...

    def pack_as_of(self, instant: int, op_id: str, named: int) -> tuple[Pack, str]:
        """The pack in force when an op wrote at an instant, or the version of number `named` if that is newer."""
        ...

    def directories_since(self, instant: int) -> list[tuple[str, str, Entry]]:
        """(kind, id, entry): every entry of people, places, equipment, settings written to at an instant or later."""
        ...

    def people(self) -> list[PersonRow]: ...
    def places(self) -> list[PlaceRow]: ...
    def equipment(self) -> list[EquipmentRow]: ...
    def knowledge(self) -> KnowledgeQueries: ...
    def secret(self, person: str) -> tuple[str, int, int] | None:
        """(hash, failures, locked until) or None without a secret."""
        ...

    def incidents(
        self, wanted: IncidentFilter, after: tuple[int, int] | None = None, limit: int = 50
    ) -> list[IncidentRow]:
        """Newest first; `after` is (opened_at, no) of the last row seen."""
        ...

    def count(self, wanted: IncidentFilter) -> int: ...
    def listing(self, wanted: IncidentFilter, order: Order, progress: Progress | None = None) -> Listing:
        """The register table, ready to be read at any place. Raises Refused("stopped") where progress asks to stop."""
        ...

    def first_rows(self, wanted: IncidentFilter, order: Order, limit: int) -> list[IncidentRow]:
        """How that listing begins, before it is ready; texts are in order but for accents."""
        ...

    def columns(
        self, keys: Sequence[str], wanted: IncidentFilter, after: tuple[int, int] | None = None, limit: int = 500
    ) -> ColumnPage:
        """A page of values, newest first, to be asked of a snapshot; `after` is `last` of the page before."""
        ...

    def columns_of(self, keys: Sequence[str], incidents: Sequence[str]) -> ColumnPage:
        """As `columns`, of these incidents in their order; one that is not there is left out."""
        ...

    def whole(self, numbers: Sequence[int]) -> list[tuple[IncidentRow, Record]]:
        """The incidents of these row numbers as lists show them, and whole; to be asked of a snapshot."""
        ...

    def imported(self, keys: Sequence[str]) -> list[ImportedRow]:
        """The incidents that were imported under these keys, the oldest first."""
        ...

    def imported_as(self, numbers: Sequence[int]) -> list[ImportedRow]:
        """Those of the incidents of these row numbers that were imported, in their order."""
        ...

    def numbers_from(self, source: str) -> list[int]:
        """The row numbers of the incidents that came from the list of this name, the oldest first."""
        ...

    def imported_count(self) -> int:
        """How many incidents came from lists."""
        ...

    def recorded(self, numbers: Sequence[int]) -> dict[int, int]:
        """By row number when an incident was recorded here: the moment of its first entry, microseconds UTC."""
        ...

    def imported_then(self, titles: Mapping[int, Collection[str]]) -> list[tuple[ImportedRow, int]]:
        """Incidents that were imported and came up at one of these moments, under one of the titles given for it;
        where no more came up at a moment than a few for each title all of them. Each with its moment."""
        ...

    def due_lines(self, numbers: Sequence[int]) -> list[DueLine]:
        """The open lines with a due date of the incidents of these row numbers."""
        ...

    def board(self, wanted: IncidentFilter, per_step: int = 2000) -> list[IncidentRow]:
        """Open incidents, by step, most urgent first."""
        ...

    def concluded(self, wanted: IncidentFilter, since: int, limit: int = 200) -> list[IncidentRow]:
        """What was concluded since that moment, the latest first."""
        ...

    def inbox(self, limit: int = 200) -> list[InboxRow]: ...
    def row(self, incident: str) -> IncidentRow | None: ...
    def row_as(self, record: Record) -> IncidentRow:
        """How lists would show an incident that stands so: as it stood once, under the names of now."""
        ...

    def find_incident(self, reference: str) -> str | None:
        """The id of a number or id, or None."""
        ...

    def record(self, kind: str, record_id: str) -> Record | None:
        """The record as the state tables have it."""
        ...

    def entries(self, record_id: str) -> list[Entry]: ...
    def printing(self, sha256: str) -> Entry | None:
        """The last entry of the access log that tells of a printed file with this SHA-256, in hex."""
        ...

    def sealed(self, record_id: str) -> list[Sealed]:
        """The same entries as they are sealed, as far as their parts are there."""
        ...

    def figures(self, bounds: Sequence[int]) -> FigureRows:
        """Counts by periods; `bounds`: the moments at which they begin, and the end of the last one."""
        ...

    def work(self, owner: str | None, until: int | None = None, limit: int = 500) -> list[WorkRow]:
        """Open lines of open incidents, earliest due first, then those without a day, of the newest incidents first;
        `owner` None: everybody's."""
        ...

    def search(
        self,
        text: str,
        limit: int = 50,
        *,
        ranked: bool = False,
        narrowed: Narrowed = ...,
        after: FoundRow | None = None,
    ) -> list[FoundRow]:
        """Newest first, or the best of the newest thousands first; `after` is the last record seen."""
        ...

    def count_found(self, text: str, narrowed: Narrowed = ..., most: int = 1000) -> int:
        """How many records a search finds, or one more than `most`."""
        ...

    def narratives(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """What happened, by row number, where it is stated and was not erased."""
        ...

    def content(self, sha256: bytes) -> Iterator[bytes]: ...
    def op_result(self, op_id: str) -> dict[str, Any] | None: ...
    def head(self) -> Head: ...
    def newest_signed(self) -> SignedHead | None:
        """The signed head that reaches furthest."""
        ...

    def last_signed_by(self, station: str, epoch: int) -> SignedHead | None: ...
    def head_covering(self, record_id: str, position: int) -> Head | None:
        """The first head whose log holds that entry, None when none does yet."""
        ...

    def head_of_records(self) -> Head | None:
        """The first head that holds every entry but those of the access log, None while one waits for the log."""
        ...

    def last_change(self) -> int:
        """When the last entry was written, those of the access log aside."""
        ...

    def log_hash(self, index: int) -> bytes | None: ...

    def waiting(self) -> int:
        """How many entries are not in the log yet."""
        ...

    def counters(self) -> dict[tuple[str, int], int]:
        """The last serial given of each unit and year."""
        ...

    def chain_of(self, kind: str) -> str:
        """The id of the one chain of a kind that every register has once: settings, pack, access."""
        ...

    def access_log(self, wanted: AccessFilter, before: int | None = None, limit: int = 100) -> AccessPage:
        """A page of the access log; `before` is that of the page before."""
        ...

    def access_last(self) -> int:
        """The position of the last entry of the access log."""
        ...

    def numbers_of(self, incidents: Collection[str]) -> dict[str, str]:
        """The numbers of incidents, by id."""
        ...

    def changes(self) -> int:
        """A number that differs after anyone wrote."""
        ...

    def changed_since(self, moment: int) -> list[tuple[str, str, int]]:
        """(chain kind, id, position) of chains changed since a moment of the register's clock."""
        ...

    def directories_stamp(self) -> Hashable:
        """Differs after anyone changed people, places, equipment, settings or the pack."""
        ...

    def clock(self) -> int:
        """The register's clock: microseconds UTC, of the server where there is one."""
        ...


class Register(ErasingRegister, Protocol):
    """An open register."""

    @property
    def name(self) -> str:
        """File name or server and database, for the status line."""
        ...

    @property
    def read_only(self) -> bool: ...
    @property
    def encrypted(self) -> bool:
        """Whether the file needs a passphrase."""
        ...

    def opens_with(self, key_of: Callable[[bytes], bytes]) -> bool:
        """Whether the key that is made from the file's salt is the one it was opened with."""
        ...

    @property
    def path(self) -> Path | None:
        """The file of a local register, None on a server."""
        ...

    @property
    def queries(self) -> Queries: ...
    def snapshot(self) -> AbstractContextManager[Queries]:
        """Queries that all see one moment of the register, however long they are used. Nobody waits for them."""
        ...

    def reading(self) -> AbstractContextManager[None]:
        """What this thread reads meanwhile may be interrupted: then it raises Refused("stopped"). It writes nothing."""
        ...

    def interrupt(self) -> None:
        """Ends every such reading, from any thread, and no writing. Comes back when they have ended."""
        ...

    def write(self, clock: Callable[[], int] | None = None) -> AbstractContextManager[UnitOfWork]:
        """A unit of work. `clock` stands in for the local clock where a demo register is given a past."""
        ...

    def take_head(self) -> Head:
        """Write everything that is not in the log yet into it, and give its end."""
        ...

    def add_signed_head(self, signed: SignedHead) -> None:
        """Beside the log, once and for all."""
        ...

    def verify(self, scope: str, record: str | None = None, progress: Progress | None = None) -> Iterator[VerifyBreak]:
        """`scope`: "full", "recent" (since the last head) or "record"."""
        ...

    def verified_counts(self) -> tuple[int, int]:
        """Chains and entries the last verify looked at."""
        ...

    def meet(self, me: Presence) -> list[Presence]:
        """Tells that this program has the register open; gives who else has."""
        ...

    def part(self, station: str) -> None:
        """This program closes the register."""
        ...

    def copy_to(self, target: Path) -> None:
        """A complete copy of a local register (VACUUM INTO), not yet checked."""
        ...

    def discard(self) -> None:
        """Takes back a register that was just made and never furnished: its file, or its tables."""
        ...

    def close(self) -> None: ...
