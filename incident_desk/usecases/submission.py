"""The one way in: commands about one record become entries, state rows and an op id in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from zoneinfo import ZoneInfo

from incident_desk.domain import chains, directory, equipment, knowledge_orders, pack_editing
from incident_desk.domain.commands import AcceptReport, Command, JoinReport, RecordIncident, SignOff
from incident_desk.domain.context import Actor, Context, RecordNumber
from incident_desk.domain.decisions import decide, decide_join
from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.incident import CHAIN_KIND as INCIDENT
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record, colliding, touched
from incident_desk.domain.values import from_micros
from incident_desk.usecases.acting import still_acting
from incident_desk.usecases.errors import AlreadyDone
from incident_desk.usecases.knowledge.carrying_out import carry_out as carry_out_knowledge
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.ports import Register, UnitOfWork
from incident_desk.usecases.resolving import resolve


@dataclass(frozen=True, slots=True)
class Submission:
    """Orders about one record. `seen` is the journal position the person had on screen; None: whatever it is."""

    op_id: str
    commands: Sequence[Command]
    record: str | None = None
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it. `changed` names the records to re-read, as (kind, id)."""

    op_id: str
    id: str
    number: str
    position: int
    entries: tuple[str, ...]
    changed: tuple[tuple[str, str], ...] = ()
    repeated: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "op_id": self.op_id, "id": self.id, "number": self.number, "position": self.position,
            "entries": list(self.entries), "changed": [list(each) for each in self.changed],
        }  # fmt: skip

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> Done:
        changed = tuple((kind, record) for kind, record in data["changed"])
        return Done(data["op_id"], data["id"], data["number"], data["position"], tuple(data["entries"]), changed, True)


@dataclass(slots=True)
class Submitter:
    """Carries submissions out. `new_id` makes ids (UUIDv7); `clock` only where a demo is given a past."""

    register: Register
    new_id: Callable[[], str]
    actor: Actor
    clock: Callable[[], int] | None = None
    _names: tuple[Hashable, Names] | None = field(default=None)

    def names(self) -> Names:
        """The directories, read again when anyone changed them."""
        stamp = self.register.queries.directories_stamp()
        if self._names is None or self._names[0] != stamp:
            self._names = (stamp, read_names(self.register.queries))
        return self._names[1]

    def forget_names(self) -> None:
        self._names = None

    def acting(self) -> Actor:
        """Who acts, with the roles they have now."""
        return still_acting(self.actor, self.names())

    def submit(self, submission: Submission) -> Done:
        """Raises Refused, EditConflict or SurroundingsFailed; nothing is written then."""
        return self.once(submission.op_id, lambda: self._carry_out(submission))

    def once(self, op_id: str, carry_out: Callable[[], Done]) -> Done:
        """What `carry_out` gives, or what came of the same op id before."""
        try:
            return carry_out()
        except AlreadyDone as done:
            return Done.from_json(done.result)
        except Refused:
            before = self.register.queries.op_result(op_id)
            if before is not None:
                return Done.from_json(before)
            raise

    def _carry_out(self, submission: Submission) -> Done:
        names = self.names()
        commands = [resolve(command, names, self.register.queries) for command in submission.commands]
        kind = kind_of(commands)
        record_id = submission.record or self._new_record(kind)
        joins = [command.into for command in commands if isinstance(command, JoinReport)]
        named = [each for command in commands for each in knowledge_orders.named_incidents(command)]
        with self.register.write(self.clock) as work:
            if kind in _OF_EACH_OTHER:
                work.guard_directories()
                self.forget_names()  # somebody may have changed them while this waited
                names = self.names()
            run = Run(work, submission, still_acting(self.actor, names), names, self.new_id)
            run.lock(kind, [record_id, *joins])
            run.lock_incidents(named)
            for command in commands:
                run.carry_out(record_id, command)
            done = run.done(record_id)
            if run.changed:
                work.commit(submission.op_id, done.to_json())
        if kind not in {INCIDENT, chains.KNOWLEDGE}:
            self.forget_names()
        return done

    def _new_record(self, kind: str) -> str:
        """The id of a record that is about to be, or of the one that every register has once."""
        return self.register.queries.chain_of(kind) if kind in _ONCE else self.new_id()


class Run:
    """One submission inside its unit of work: decides, appends, and remembers what changed."""

    def __init__(
        self, work: UnitOfWork, submission: Submission, actor: Actor, names: Names, new_id: Callable[[], str]
    ) -> None:
        self.work = work
        self.submission = submission
        self.actor = actor
        self.names = names
        self.new_id = new_id
        self.records: dict[str, Record] = {}
        self.entries: list[str] = []
        self.changed: dict[str, str] = {}
        self._theirs: frozenset[tuple[str, str]] = frozenset()
        self._now = 0

    def lock(self, kind: str, ids: Sequence[str]) -> None:
        there = ids if self.submission.record is not None or kind in _ONCE else ids[1:]
        self.records = {ids[0]: Record(ids[0], kind)} | (self.work.lock(kind, there) if there else {})
        # A clock that jumped back does not turn the chain round, nor the times in its entries.
        self._now = max(self.work.now(), *(record.changed_at for record in self.records.values()))
        self._theirs = self._touched_since(self.records[ids[0]])

    def lock_incidents(self, ids: Sequence[str]) -> None:
        """Incidents that a record of another kind names; always after that record, so that nobody waits in a ring."""
        if ids:
            self.records |= self.work.lock(INCIDENT, ids)
            self._now = max(self._now, *(record.changed_at for record in self.records.values()))

    @property
    def now(self) -> int:
        return self._now

    def hold(self, record: Record) -> None:
        """Takes a record that the unit of work has locked already, as it stands."""
        self.records = {record.id: record}
        self._now = max(self.work.now(), record.changed_at)

    def _touched_since(self, record: Record) -> frozenset[tuple[str, str]]:
        """What others changed since the person looked; only the same things collide."""
        seen = self.submission.seen
        if self.submission.record is not None and not record.position:
            raise Refused("record_unknown")
        if seen is None or seen == record.position:
            return frozenset()
        if seen > record.position:
            raise EditConflict((), record.position)
        later = self.work.entries(record.id, seen)
        return frozenset().union(*(touched(entry.data) for entry in later))

    def context(self, command: Command | None = None, record: Record | None = None) -> Context:
        new = isinstance(command, RecordIncident) and record is not None and not record.position
        number = self._number(command.fields.get("place")) if new and isinstance(command, RecordIncident) else None
        return Context(
            self._now, self.names.settings.zone, self.actor, self.names.pack, self.names.pack_version,
            self.names.settings.language, self.new_id,
            number, self.names.people, self.names.places, self.names.equipment,
        )  # fmt: skip

    def _number(self, place: Any) -> RecordNumber:
        """The next number of the place's unit (or the site) in the year of the register's zone."""
        found = self.names.places.get(place) if isinstance(place, str) else None
        unit = (found.unit if found else "") or self.names.settings.site_code
        year = from_micros(self._now).astimezone(ZoneInfo(self.names.settings.zone)).year
        return self.work.next_number(unit, year)

    def carry_out(self, record_id: str, command: Command) -> None:
        record = self.records[record_id]
        if isinstance(command, SignOff) and self._theirs:  # nobody signs what they have not seen
            raise EditConflict(tuple(sorted({key for _, key in self._theirs})), record.position)
        if isinstance(command, JoinReport):
            target = self.records[command.into]
            leaving, receiving = decide_join(record, target, command, self.context())
            self.append(record, leaving)
            self.append(target, receiving)
            return
        if record.kind == chains.KNOWLEDGE:
            carry_out_knowledge(self, record_id, command)
            return
        self.append(record, self._decide(record, command), self._actor_of(command))
        if isinstance(command, RecordIncident) and command.accept:
            self.carry_out(record_id, AcceptReport(command.fields.get("responsible")))

    def _decide(self, record: Record, command: Command) -> list[EntryDraft]:
        if record.kind == INCIDENT:
            return decide(record, command, self.context(command, record))
        if isinstance(command, directory.AddPerson | directory.ChangePerson):
            drafts = directory.decide_person(record, command, self.actor)
            others = [each.roles for each in self.names.people.values() if each.active and each.id != record.id]
            directory.check_administrator(record, drafts, others)
            return drafts
        if isinstance(command, directory.AddPlace | directory.ChangePlace):
            drafts = directory.decide_place(record, command, self.actor)
            parents = {place.id: place.parent for place in self.names.places.values()}
            directory.check_circle(record, drafts, parents)
            return drafts
        if isinstance(command, equipment.AddEquipment | equipment.ChangeEquipment):
            drafts = equipment.decide_equipment(record, command, self.actor)
            equipment.check_asset(record, drafts, self.names.equipment.assets)
            return drafts
        if isinstance(command, pack_editing.PackOrder):
            return pack_editing.decide_pack(record, command, self.actor, self.new_id)
        if isinstance(command, directory.ChangeSettings):
            return directory.decide_settings(record, command, self.actor)
        raise ValueError(f"{type(command).__name__} is not about a {record.kind}")

    def _actor_of(self, command: Command) -> str | None:
        anonymous = isinstance(command, RecordIncident) and command.anonymous
        return None if anonymous else self.actor.id

    def append(self, record: Record, drafts: Sequence[EntryDraft], actor: str | Literal[""] | None = "") -> None:
        """Writes the drafts, unless one of them touches what somebody else changed meanwhile."""
        both = self._collisions(drafts) if self._theirs else []
        if both:
            raise EditConflict(tuple(both), record.position)
        by = self.actor.id if actor == "" else actor
        self.records[record.id] = self.work.append(record, drafts, by, self.submission.op_id, self._now)
        if drafts:
            self.entries += [draft.kind for draft in drafts]
            self.changed[record.id] = record.kind

    def _collisions(self, drafts: Sequence[EntryDraft]) -> list[str]:
        mine = frozenset().union(*(touched(draft.data) for draft in drafts))
        return sorted({key for _, key in colliding(mine, self._theirs)})

    def done(self, record_id: str) -> Done:
        record = self.records[record_id]
        number = str(record.values.get("number") or record.values.get("code") or record.values.get("asset") or "")
        changed = tuple((kind, each) for each, kind in self.changed.items())
        return Done(self.submission.op_id, record_id, number, record.position, tuple(self.entries), changed)


_KINDS: dict[type[Command], str] = {
    directory.AddPerson: chains.PERSON,
    directory.ChangePerson: chains.PERSON,
    directory.AddPlace: chains.PLACE,
    directory.ChangePlace: chains.PLACE,
    equipment.AddEquipment: chains.EQUIPMENT,
    equipment.ChangeEquipment: chains.EQUIPMENT,
    directory.ChangeSettings: chains.SETTINGS,
    **dict.fromkeys(pack_editing.PACK_ORDERS, chains.PACK),
    **dict.fromkeys(knowledge_orders.KNOWLEDGE_ORDERS, chains.KNOWLEDGE),
}
_ONCE = frozenset({chains.SETTINGS, chains.PACK})
# Whether one of them may change depends on the others: the last administrator, a place that lies in another, an
# asset number that another piece of equipment has.
_OF_EACH_OTHER = frozenset({chains.PERSON, chains.PLACE, chains.EQUIPMENT})


def kind_of(commands: Sequence[Command]) -> str:
    """The kind of chain the commands are about. They must all be about the same one."""
    kinds = {_KINDS.get(type(command), INCIDENT) for command in commands}
    if len(kinds) != 1:
        raise ValueError("a submission is about one record")
    return kinds.pop()
