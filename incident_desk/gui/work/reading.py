"""What My work asks the register, in one go and off the UI thread: rows as they are stored, not yet in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from incident_desk.domain.context import Actor
from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.gates import missing
from incident_desk.domain.incident import Incident
from incident_desk.domain.lists import LISTS
from incident_desk.domain.packs.model import Pack, SignOff
from incident_desk.domain.records import Item, Record
from incident_desk.domain.values import from_micros
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.support.drafts import Draft, DraftStore
from incident_desk.usecases.knowledge.rows import KnowledgeRow
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.putting_off import come_back
from incident_desk.usecases.rows import IncidentFilter, IncidentRow, WorkRow

_MOST_LINES, _MOST_RECORDS = 2_000, 60
_MOST_TO_LOOK_AT = 6
_FARTHEST_ZONE = 14 * 3_600_000_000  # there a day ends so long before it ends in UTC
_IN_CONCLUSION = IncidentFilter(statuses=frozenset({Status.OPEN}), steps=frozenset({Step.CONCLUSION}))


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty to report with what its ring needs: since when it runs."""

    row: WorkRow
    whom: str
    what: str
    since: int


@dataclass(frozen=True, slots=True)
class ToSign:
    """A record whose signature is asked of the acting person."""

    row: IncidentRow
    sign_off: SignOff


@dataclass(frozen=True, slots=True)
class Work:
    owed: tuple[WorkRow, ...]
    duties: tuple[Duty, ...]
    to_sign: tuple[ToSign, ...]
    questions: tuple[WorkRow, ...]
    drafts: tuple[Draft, ...]
    late: int
    back: tuple[tuple[IncidentRow, date], ...] = ()  # put off until a day that has come
    to_look_at: tuple[KnowledgeRow, ...] = ()  # of the page Knowledge, past its day


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose work: `everybody` or what the actor owes. A register without a list of people has only everybody's."""

    actor: Actor
    everybody: bool
    now: int
    zone: str
    register_id: str
    pack: Pack

    @property
    def owner(self) -> str | None:
        return None if self.everybody else self.actor.id


def read_work(queries: Queries, asked: Asked, drafts: DraftStore) -> Work:
    rows = _owed(queries, asked.owner, None)
    return Work(
        tuple(row for row in rows if row.list not in {"obligations", "questions"}),
        tuple(_duties(queries, [row for row in rows if row.list == "obligations"])),
        tuple(_to_sign(queries, asked)),
        tuple(row for row in rows if row.list == "questions"),
        tuple(_own_drafts(drafts, asked)),
        overdue_count(queries, asked.actor.id, asked.now, asked.zone),
        tuple(come_back(queries, asked.now, asked.zone, asked.owner, _MOST_RECORDS)),
        tuple(queries.knowledge().overdue(today(asked.now, asked.zone).isoformat(), asked.owner, _MOST_TO_LOOK_AT)),
    )


def overdue_count(queries: Queries, owner: str | None, now: int, zone: str) -> int:
    """How much of what somebody owes is overdue: the number in the side bar. None: of what anybody owes."""
    rows = _owed(queries, owner, now + _FARTHEST_ZONE)
    return sum(is_late(row, now) for row in rows)


def is_late(row: WorkRow, now: int) -> bool:
    """What is due on a day is late from the next day on."""
    if row.due is None:
        return False
    return row.due < now


def due_on_day(row: WorkRow) -> bool:
    """Whether a day is stated, without an hour."""
    declared = LISTS[row.list]
    return declared.due is not None and declared.field(declared.due).kind is FieldKind.DATE


def due_day(row: WorkRow, zone: str) -> date:
    """The day that was stated; the register keeps its last moment."""
    return today(row.due or 0, zone)


def today(now: int, zone: str) -> date:
    return from_micros(now).astimezone(ZoneInfo(zone)).date()


def _owed(queries: Queries, owner: str | None, until: int | None) -> list[WorkRow]:
    rows = queries.work(owner, until, _MOST_LINES)
    if owner is None:
        return rows
    questions = [row for row in queries.work(None, until, _MOST_LINES) if row.list == "questions"]
    return [*rows, *(row for row in questions[:_MOST_RECORDS] if _concerns(queries, row, owner))]


def _concerns(queries: Queries, question: WorkRow, person: str) -> bool:
    """Nobody owns a question: it waits for who leads the record, and for who reported."""
    record = queries.record("incident", question.incident)
    return record is not None and person in {record.values.get("responsible"), record.values.get("reporter")}


def _duties(queries: Queries, rows: list[WorkRow]) -> Iterable[Duty]:
    for row in rows[:_MOST_RECORDS]:
        found, record = queries.row(row.incident), queries.record("incident", row.incident)
        item = _item(record, row)
        if found is not None and item is not None:
            whom, what = (_words(item, key) for key in ("whom", "what"))
            yield Duty(row, whom, what, found.opened_at)


def _item(record: Record | None, row: WorkRow) -> Item | None:
    items = record.of(row.list) if record is not None else ()
    return next((item for item in items if item.id == row.item), None)


def _words(item: Item, key: str) -> str:
    value = item.values.get(key)
    return value if isinstance(value, str) else ""  # an erased one says nothing


def _to_sign(queries: Queries, asked: Asked) -> Iterable[ToSign]:
    """Records that lack nothing but signatures, and the signature that the person may give."""
    nearly_done = [row for row in queries.board(_IN_CONCLUSION) if row.missing <= 1]
    for row in nearly_done[:_MOST_RECORDS]:
        record = queries.record("incident", row.id)
        wanted = None if record is None else _signature_asked(Incident(record), asked)
        if wanted is not None:
            yield ToSign(row, wanted)


def _signature_asked(incident: Incident, asked: Asked) -> SignOff | None:
    if set(missing(incident, asked.pack)) - {"signed_off"}:
        return None
    given = {item.values.get("sign_off") for item in incident.signatures}
    open_ones = (each for each in asked.pack.sign_offs if each.needed and each.key not in given)
    return next((each for each in open_ones if asked.actor.may(each.role)), None)


def _own_drafts(drafts: DraftStore, asked: Asked) -> Iterable[Draft]:
    return (draft for draft in drafts.all(asked.register_id) if draft.person == (asked.actor.id or ""))
