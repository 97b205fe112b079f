"""Random commands of several people: after every step journal, state tables and memory tell the same.

For any sequence of commands, replay(journal) == state tables == what the decisions gave, on every
engine; and at the end every chain verifies.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from incident_desk.domain import commands as c
from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import CORE_FIELDS, RATING_KEYS
from incident_desk.domain.lists import BY_HAND, LISTS
from incident_desk.domain.records import Record, fold
from incident_desk.domain.vocabulary import Kind, Step
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.submission import Done, Submission, Submitter
from incident_desk.usecases.undo import undo
from tests import hostile
from tests.factories import NAMES, PACK, STAGES, Desk, commands_to
from tests.own_fields import DECLARED, OWN_FIELDS

PEOPLE = ("Anna Berg", "Anna Berg", "Anna Berg", *NAMES)  # she may do everything, so she acts most
TEXTS = st.sampled_from(["x", "y", "Ward 3", *(t for t in hostile.TEXTS if len(t) < 60), "a\x00b"])
TIMES = st.sampled_from([
    "2026-11-12", "2026-11-12T08:31", "2027-10-31T02:30", {"precision": "unknown"},
    {"at": "2026-11-12T08:00", "precision": "about"}, {"date": "2028-02-29"},
    {"earliest": "2026-11-12T08:00", "latest": "2026-11-12T09:00", "precision": "between", "zone": "Asia/Tokyo"},
])  # fmt: skip
BY_KIND: dict[FieldKind, st.SearchStrategy[Any]] = {
    FieldKind.TEXT: TEXTS,
    FieldKind.PROSE: TEXTS,
    FieldKind.YES_NO: st.booleans(),
    FieldKind.TIME: TIMES,
    FieldKind.DATE: st.sampled_from(["2026-12-01", "2028-02-29"]),
    FieldKind.NUMBER: st.integers(-3, 3) | st.floats(allow_nan=False, width=32),
    FieldKind.PERSON: st.sampled_from([*NAMES]),
    FieldKind.PLACE: st.sampled_from(["Ward 3", "PRESS", "Room 312"]),
    FieldKind.EQUIPMENT: st.sampled_from([[], ["a pump that nobody listed"]]),
    FieldKind.CATEGORY: st.sampled_from(["device", "medication", "Gerät"]),
    FieldKind.SUBCATEGORY: st.sampled_from(["device.pump", "device.monitor", "medication.dose"]),
}


def value_of(field: Field) -> st.SearchStrategy[Any]:
    codes = [option.code for option in field.options] or ["1"]
    if field.kind is FieldKind.CHOICE:
        return st.none() | st.sampled_from(codes)
    if field.kind is FieldKind.CHOICES:
        return st.lists(st.sampled_from(codes), unique=True, max_size=3)
    return st.none() | BY_KIND[field.kind]


def some_of(fields: tuple[Field, ...], most: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    chosen = st.lists(st.sampled_from(fields), unique_by=lambda field: field.key, max_size=most)
    return chosen.flatmap(lambda few: st.fixed_dictionaries({field.key: value_of(field) for field in few}))


# Here and there something that is refused: a field of the matrix, a NUL, a subcategory of another category.
OF_INCIDENT = (*(field for field in CORE_FIELDS if field.key not in RATING_KEYS), *PACK.all_questions(), *DECLARED)
FIELDS = some_of(OF_INCIDENT)
LINES = st.sampled_from([*BY_HAND, LISTS["sign_offs"]]).flatmap(
    lambda declared: st.builds(
        c.AddItem, st.just(declared.key), some_of(declared.fields, 3).map(lambda f: {"what": "x", "whom": "y", **f})
        if {"what", "whom"} <= {field.key for field in declared.fields}
        else some_of(declared.fields, 3).map(lambda f: {declared.needed[0]: "x", **f}),
    )
)  # fmt: skip
REASONS = st.sampled_from(["because", "because", "because", ""])
CODES = st.sampled_from("12345")
WRITING = st.one_of(
    st.builds(c.ChangeFields, FIELDS, REASONS),
    st.builds(c.ChangeFields, FIELDS),
    LINES,
    st.builds(c.AddNote, TEXTS),
    st.builds(c.RatePriority, CODES, CODES, CODES, CODES, st.sampled_from(["", "high", "low"]), REASONS),
)
STANDING = st.one_of(
    st.builds(c.AcceptReport, st.none() | st.just("Anna Berg")),
    st.builds(c.MarkNotReportable, REASONS),
    st.builds(c.ReturnToInbox, REASONS),
    st.builds(
        c.MoveToStep, st.sampled_from([step.key for step in Step]), st.just({}) | FIELDS, REASONS, st.booleans(),
        st.booleans(),
    ),
    st.builds(c.TakeShortPath, REASONS),
    st.builds(c.SignOff, st.sampled_from(["author", "manager", "witness", "king"])),
    st.builds(c.ConcludeIncident, REASONS, st.booleans()),
    st.builds(c.ReopenIncident, REASONS),
    st.builds(c.VoidIncident, REASONS),
    st.builds(c.ReinstateIncident, REASONS),
)  # fmt: skip


def going_on(record: Record) -> list[c.Command]:
    """What somebody would do next with a record that stands where this one does; the most telling first."""
    why, step = "because", record.values.get("step")
    by_status: dict[str, list[c.Command]] = {
        "inbox": [c.AcceptReport("Anna Berg"), c.MarkNotReportable(why)],
        "not_reportable": [c.ReturnToInbox(why), c.VoidIncident(why)],
        "void": [c.ReinstateIncident(why)],
        "concluded": [c.ReopenIncident(why), c.AddItem("addenda", {"what": "x"}), c.VoidIncident(why)],
        "joined": [c.VoidIncident(why), c.AddNote(why)],
    }
    signatures = [c.SignOff(key) for key in ("author", "manager", "witness")]
    forward = [c.MoveToStep(each.key, {}, why, override=True) for each in Step if step is not None and each > step][:1]
    back = [c.MoveToStep(each.key, {}, why) for each in Step if step is not None and each < step][-1:]
    rated = c.RatePriority("2", "3", "4", "5")
    open_now = [
        *(signatures if step == 5 else [rated]), *forward, c.ReopenIncident(why), c.ConcludeIncident(why, True),
        *back, c.TakeShortPath(why), c.AddItem("follow_ups", {"what": "x"}), c.VoidIncident(why),
    ]  # fmt: skip
    return by_status.get(str(record.values["status"]), open_now)


# Drawn inside the rules: hypothesis writes the strategies of a rule's arguments out, and these are long.
ORDERS = st.lists(STANDING, min_size=1, max_size=2) | st.lists(WRITING, min_size=1, max_size=2)
# What stands first is drawn most: there the most rules meet.
LATE_FIRST = st.sampled_from(STAGES[::-1])


class Watched:
    """The register, and what each decision gave in memory before anything was stored."""

    def __init__(self, register: Any) -> None:
        self._register = register
        self.given: dict[str, Record] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._register, name)

    def write(self, *clock: Any) -> WatchedWork:
        self.given = {}
        return WatchedWork(self._register.write(*clock), self.given)


class WatchedWork:
    def __init__(self, work: Any, given: dict[str, Record]) -> None:
        self._work = work
        self._given = given

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)

    def __enter__(self) -> WatchedWork:
        self._work.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._work.__exit__(kind, error, trace)

    def append(self, *order: Any) -> Record:
        record: Record = self._work.append(*order)
        self._given[record.id] = record
        return record


class Commands(RuleBasedStateMachine):
    """Several people, several incidents of one register that other examples use too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.register = Watched(desk.register)
        actors = {name: desk.acting_as(name).submitter.actor for name in NAMES}
        self.submitters = {name: Submitter(self.register, uuid7, actor) for name, actor in actors.items()}
        self.records: dict[str, Record] = {}
        self.touched: set[str] = set()
        self.done: dict[str, list[str]] = {}

    def attempt(self, act: Callable[[], Done]) -> Done | None:
        """What was done, or None for a refusal, which must leave everything as it was."""
        try:
            done = act()
        except Refused:
            return None
        for kind, record in done.changed:
            assert kind == "incident"
            self.records[record] = self.register.given[record]
            self.touched.add(record)
            if not done.repeated:
                self.done.setdefault(record, []).append(done.op_id)
        return done

    def one(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.records)))

    @initialize(stage=LATE_FIRST, kind=st.sampled_from([str(kind) for kind in Kind]))
    def begin_somewhere(self, stage: str, kind: str) -> None:
        first, *_ = commands_to("inbox", place="Ward 3", responsible="Anna Berg", kind=kind)
        done = self.attempt(lambda: self.submitters["Anna Berg"].submit(Submission(uuid7(), (first,))))
        assert done is not None
        self.lead(done.id, stage)

    def lead(self, incident: str, stage: str) -> None:
        """As far as its kind and standing go; the rest is refused."""
        _, *rest = commands_to(stage, place="Ward 3", responsible="Anna Berg")
        for command in rest:
            order = Submission(uuid7(), (command,), incident)
            self.attempt(lambda order=order: self.submitters["Anna Berg"].submit(order))  # type: ignore[misc]  # bound now

    @rule(stage=LATE_FIRST, data=st.data())
    def lead_on(self, stage: str, data: st.DataObject) -> None:
        self.lead(self.one(data), stage)

    @rule(
        who=st.sampled_from(PEOPLE), kind=st.sampled_from([*map(str, Kind), "x"]), anonymous=st.booleans(),
        accept=st.booleans(), titled=st.booleans(), data=st.data(),
    )  # fmt: skip
    def report(self, who: str, kind: str, anonymous: bool, accept: bool, titled: bool, data: st.DataObject) -> None:
        fields = data.draw(FIELDS)
        given = {"title": "Report", **fields} if titled else fields
        order = Submission(uuid7(), (c.RecordIncident(given, kind, anonymous, accept),))
        done = self.attempt(lambda: self.submitters[who].submit(order))
        if done is not None:
            again = self.submitters[who].submit(order)
            assert (again.id, again.number, again.position, again.repeated) == (
                done.id,
                done.number,
                done.position,
                True,
            )

    @rule(data=st.data())
    def go_on(self, data: st.DataObject) -> None:
        incident = self.one(data)
        command = data.draw(st.sampled_from(going_on(self.records[incident])))
        order = Submission(uuid7(), (command,), incident)
        self.attempt(lambda: self.submitters["Anna Berg"].submit(order))

    @rule(who=st.sampled_from(PEOPLE), data=st.data())
    def command(self, who: str, data: st.DataObject) -> None:
        incident, orders = self.one(data), data.draw(ORDERS)
        seen = data.draw(st.none() | st.just(self.records[incident].position) | st.integers(1, 9))
        self.attempt(lambda: self.submitters[who].submit(Submission(uuid7(), orders, incident, seen)))

    @rule(who=st.sampled_from(PEOPLE), reason=REASONS, remove=st.booleans(), data=st.data())
    def change_a_line(self, who: str, reason: str, remove: bool, data: st.DataObject) -> None:
        incident = self.one(data)
        lines = sorted(self.records[incident].items)
        if not lines:
            return
        line = data.draw(st.sampled_from(lines))
        fields = data.draw(some_of(LISTS[self.records[incident].items[line].list].fields, 3))
        order: c.Command = c.RemoveItem(line, reason) if remove else c.ChangeItem(line, fields, reason)
        self.attempt(lambda: self.submitters[who].submit(Submission(uuid7(), (order,), incident)))

    @rule(who=st.sampled_from(PEOPLE), data=st.data())
    def join(self, who: str, data: st.DataObject) -> None:
        report, target = self.one(data), self.one(data)
        order = Submission(uuid7(), (c.JoinReport(target),), report)
        self.attempt(lambda: self.submitters[who].submit(order))

    @rule(who=st.sampled_from(PEOPLE), last=st.booleans(), data=st.data())
    def take_back(self, who: str, last: bool, data: st.DataObject) -> None:
        incident = self.one(data)
        ops = self.done[incident]
        op = ops[-1] if last else data.draw(st.sampled_from(ops))
        self.attempt(lambda: undo(self.submitters[who], incident, op, uuid7()))

    @rule(who=st.sampled_from(PEOPLE), content=st.binary(max_size=9), name=TEXTS, data=st.data())
    def attach(self, who: str, content: bytes, name: str, data: st.DataObject) -> None:
        incident = self.one(data)
        self.attempt(lambda: attach_bytes(self.submitters[who], incident, content, uuid7(), name=name))

    @rule()
    def take_a_head(self) -> None:
        assert self.register.take_head().index >= sum(record.position for record in self.records.values())

    @invariant()
    def memory_journal_and_state_tell_the_same(self) -> None:
        self.check(self.touched)
        self.touched = set()

    def check(self, incidents: Iterable[str]) -> None:
        for incident in incidents:
            record = self.records[incident]
            entries = self.register.queries.entries(incident)
            replayed = fold(Record(incident, "incident"), entries)
            assert replayed == record
            assert self.register.queries.record("incident", incident) == record
            row = self.register.queries.row(incident)
            assert (row.position, row.number, str(row.status), row.title) == (
                record.position, record.values["number"], record.values["status"], record.values["title"],
            )  # fmt: skip

    def teardown(self) -> None:
        self.check(self.records)
        for incident in self.records:
            assert list(self.register.verify("record", incident)) == []


def _examples(engine: str) -> settings:
    """Servers answer more slowly, and the rules are the same; the long checks look further on all of them."""
    usual = settings.default.max_examples if settings.default else 40
    on_a_file = 40 if usual <= 100 else usual
    return settings(
        max_examples=on_a_file if engine == "sqlite" else on_a_file // 10,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.slow
def test_that_any_sequence_of_commands_is_told_alike_by_memory_journal_and_state(
    engine_name: str, own_desk: Desk
) -> None:
    own_desk.do(None, *OWN_FIELDS)

    class OnThisDesk(Commands):
        def __init__(self) -> None:
            super().__init__(own_desk)

    run_state_machine_as_test(OnThisDesk, settings=_examples(engine_name))
    own_desk.register.take_head()
    assert own_desk.breaks() == []


# --- one long walk ------------------------------------------------------------------------------------

PALETTE: tuple[dict[str, Any], ...] = (
    {"summary": "x", "workload": 1}, {"summary": None}, {"title": "y", "kind": "near_miss"}, {"kind": "incident"},
    {"place": "Press hall", "category": "medication"}, {"subcategory": "device.pump", "weakness": ["skill"]},
    {"extent_areas": "z", "no_measure_reason": "none"}, {"device.started": "2026-11-12", "device.hours": 2.5},
    {"cause": "c", "test_result": "passed", "deferral": "start_now"}, {"weakness": ["system", "process"]},
)  # fmt: skip
TAKEN = {
    "reported", "accepted", "not_reportable", "returned_to_inbox", "joined", "fields_changed", "item_added",
    "item_changed", "item_removed", "rated", "moved", "moved_back", "concluded", "signed", "signature_voided",
    "reopened", "voided", "reinstated", "noted", "undone",
}  # fmt: skip


class Walk(Commands):
    """The same checks after each step, but the steps come from one seed and lead far into each record's life."""

    def __init__(self, desk: Desk, seed: int) -> None:
        super().__init__(desk)
        self.chance = random.Random(seed)

    def step(self) -> None:
        incident = self.chance.choice(sorted(self.records)[-12:])
        record, act = self.records[incident], self.chance.randrange(10)
        submitter = self.submitters[self.chance.choice(PEOPLE)]
        lines = sorted(line for line, item in record.items.items() if not item.removed)
        if act < 4:
            self.order(incident, self.chance.choice(going_on(record)))
        elif act < 6:
            self.order(incident, c.ChangeFields(self.chance.choice(PALETTE)))
        elif act == 6 and lines:
            line = self.chance.choice(lines)
            self.order(incident, self.chance.choice([c.ChangeItem(line, {"what": "w"}), c.RemoveItem(line, "r")]))
        elif act == 7:
            op_id = self.chance.choice(self.done[incident][-3:])
            self.attempt(lambda: undo(submitter, incident, op_id, uuid7()))
        elif act == 8:
            waiting = [each for each in sorted(self.records) if self.records[each].values["status"] == "inbox"]
            self.order(self.chance.choice(waiting or [incident]), c.JoinReport(incident))
            self.order(incident, c.AddItem("whys", {"what": "w"}))
        else:
            self.begin_somewhere(
                self.chance.choice(("inbox", "inbox", *STAGES)), self.chance.choice([str(kind) for kind in Kind])
            )
            self.order(incident, c.AddNote("n"))

    def order(self, incident: str, command: c.Command) -> None:
        submitter = self.submitters[self.chance.choice(PEOPLE)]
        self.attempt(lambda: submitter.submit(Submission(uuid7(), (command,), incident)))


@pytest.mark.slow
def test_that_a_long_walk_through_every_kind_of_entry_holds(own_desk: Desk) -> None:
    walk = Walk(own_desk, seed=2)
    walk.begin_somewhere("ready", "incident")
    for _ in range(300):
        walk.step()
        walk.memory_journal_and_state_tell_the_same()
    walk.teardown()
    own_desk.register.take_head()
    assert own_desk.breaks() == []
    taken = {entry.kind for record in walk.records for entry in own_desk.register.queries.entries(record)}
    assert taken == TAKEN
