"""Taking a list of people, places or equipment in: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from incident_desk.domain import directory as d
from incident_desk.domain import equipment as e
from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import Record, patched
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.importing.directory_plan import DirectoryPlan, ListedRow
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import UnitOfWork
from incident_desk.usecases.references import place_id
from incident_desk.usecases.submission import Done, Submitter


def run_directory(submitter: Submitter, plan: DirectoryPlan, op_id: str, *, skip_bad: bool = False) -> Done:
    """Adds what is new and changes what changed. Raises Refused where a row cannot be read, unless left out."""
    if plan.problems and not skip_bad:
        raise Refused("import_rows_bad", count=plan.counts()["bad"])
    if not plan.new and not plan.changed:
        return Done(op_id, "", "", 0, ())
    return submitter.once(op_id, lambda: _carried_out(submitter, plan, op_id))


_KINDS = {"people": d.PERSON, "places": d.PLACE, "equipment": e.EQUIPMENT}


def _carried_out(submitter: Submitter, plan: DirectoryPlan, op_id: str) -> Done:
    kind = _KINDS[plan.what]
    with submitter.register.write() as work:
        work.guard_directories()
        submitter.forget_names()
        names = submitter.names()
        actor = submitter.acting()
        ids = [submitter.new_id() for _ in plan.new]
        records = work.lock(kind, [row.known for row in plan.changed if row.known])
        writer = _writer(actor, names, plan, ids)
        for listed, record_id in zip(plan.new, ids, strict=True):
            record = Record(record_id, kind)
            drafts = writer.added(record, listed)
            if listed.values.get("active") is False:
                drafts = [*drafts, EntryDraft(f"{kind}_changed", {"=active": [True, False]})]
            _append(work, record, drafts, actor, op_id)
        for listed in plan.changed:
            record = records[str(listed.known)]
            _append(work, record, writer.changed(record, listed), actor, op_id)
        done = Done(op_id, "", "", 0, (), tuple((kind, each) for each in (*ids, *records)))
        work.commit(op_id, done.to_json())
    submitter.forget_names()
    return done


def _writer(actor: Actor, names: Names, plan: DirectoryPlan, ids: list[str]) -> _People | _Places | _Equipment:
    if plan.what == "people":
        return _People(actor, names)
    return _Places(actor, names, plan, ids) if plan.what == "places" else _Equipment(actor, names)


def _append(work: UnitOfWork, record: Record, drafts: list[EntryDraft], actor: Actor, op_id: str) -> None:
    work.append(record, drafts, actor.id, op_id, max(work.now(), record.changed_at))


class _People:
    """The last administrator keeps the role, whichever row comes first."""

    def __init__(self, actor: Actor, names: Names) -> None:
        self._actor = actor
        self._roles = {person.id: person.roles for person in names.people.values() if person.active}

    def added(self, record: Record, listed: ListedRow) -> list[EntryDraft]:
        values = listed.values
        roles = tuple(values.get("roles") or (str(Role.REPORTER),))
        self._roles[record.id] = frozenset(map(Role, roles))
        command = d.AddPerson(
            values["name"], roles, values.get("job", ""), values.get("unit", ""), values.get("phone", "")
        )
        return d.decide_person(record, command, self._actor)

    def changed(self, record: Record, listed: ListedRow) -> list[EntryDraft]:
        drafts = d.decide_person(record, d.ChangePerson(record.id, listed.values), self._actor)
        others = [roles for person, roles in self._roles.items() if person != record.id]
        d.check_administrator(record, drafts, others)
        if "roles" in listed.values:
            self._roles[record.id] = frozenset(map(Role, listed.values["roles"]))
        if listed.values.get("active") is False:
            self._roles.pop(record.id, None)
        return drafts


class _Places:
    """A place may lie in another one of the same sheet, above or below it there."""

    def __init__(self, actor: Actor, names: Names, plan: DirectoryPlan, ids: list[str]) -> None:
        self._actor, self._names = actor, names
        self._parents = {place.id: place.parent for place in names.places.values()}
        self._new: dict[str, str] = {}
        for listed, record_id in zip(plan.new, ids, strict=True):
            for word in (listed.values.get("code"), listed.values["name"]):
                if word:
                    self._new.setdefault(folded(str(word)), record_id)

    def added(self, record: Record, listed: ListedRow) -> list[EntryDraft]:
        values = self._with_parent(listed.values)
        command = d.AddPlace(values["name"], values.get("parent"), values.get("code", ""), values.get("kind", "place"))
        return self._checked(record, d.decide_place(record, command, self._actor))

    def changed(self, record: Record, listed: ListedRow) -> list[EntryDraft]:
        command = d.ChangePlace(record.id, self._with_parent(listed.values))
        return self._checked(record, d.decide_place(record, command, self._actor))

    def _checked(self, record: Record, drafts: list[EntryDraft]) -> list[EntryDraft]:
        d.check_circle(record, drafts, self._parents)
        for draft in drafts:
            if "=parent" in draft.data:
                self._parents[record.id] = draft.data["=parent"][1]
        return drafts

    def _with_parent(self, values: Mapping[str, Any]) -> dict[str, Any]:
        word = values.get("parent")
        if not word:
            return dict(values)
        new = self._new.get(folded(word))
        return {**values, "parent": new or place_id(str(word), self._names.places.values())}


class _Equipment:
    """An asset number names one piece, of those that are there and of those that come with it."""

    def __init__(self, actor: Actor, names: Names) -> None:
        self._actor, self._names = actor, names
        self._assets = dict(names.equipment.assets)

    def added(self, record: Record, listed: ListedRow) -> list[EntryDraft]:
        values = {key: value for key, value in self._with_place(listed.values).items() if key != "active"}
        return self._checked(record, e.decide_equipment(record, e.AddEquipment(**values), self._actor))

    def changed(self, record: Record, listed: ListedRow) -> list[EntryDraft]:
        command = e.ChangeEquipment(record.id, self._with_place(listed.values))
        return self._checked(record, e.decide_equipment(record, command, self._actor))

    def _checked(self, record: Record, drafts: list[EntryDraft]) -> list[EntryDraft]:
        e.check_asset(record, drafts, self._assets)
        for draft in drafts:
            before, after = draft.data.get("=asset", (None, None))
            if before:
                self._assets.pop(e.folded_code(before), None)
            if after:
                self._assets[e.folded_code(after)] = (record.id, patched(record, draft.data).values["name"])
        return drafts

    def _with_place(self, values: Mapping[str, Any]) -> dict[str, Any]:
        word = values.get("place")
        return {**values, "place": place_id(str(word), self._names.places.values())} if word else dict(values)
