"""Deciding: `decide` turns a command into drafts, pure, and adds the results every later reader needs.

Results are what would need the pack to compute: the route and the list of what is still to be completed.
They ride on the last draft, so `apply` never needs rules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from incident_desk.domain import commands as c
from incident_desk.domain.context import Context
from incident_desk.domain.decisions import holding, importing, joining, moving, planning, reporting, standing, writing
from incident_desk.domain.decisions.drafting import Case
from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import PLAN
from incident_desk.domain.gates import missing
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import OF_RECORD, EntryDraft
from incident_desk.domain.records import RESULTS, Record, pairs, patched

_DECIDERS: dict[type[c.Command], Callable[[Case, Any], list[EntryDraft]]] = {
    c.RecordIncident: reporting.record_incident,
    c.ImportIncident: importing.import_incident,
    c.TakeSheetChanges: importing.take_sheet_changes,
    c.AcceptReport: reporting.accept_report,
    c.MarkNotReportable: reporting.mark_not_reportable,
    c.ReturnToInbox: reporting.return_to_inbox,
    c.ChangeFields: writing.change_fields,
    c.AddItem: writing.add_item,
    c.ChangeItem: writing.change_item,
    c.RemoveItem: writing.remove_item,
    c.AddNote: writing.add_note,
    c.TickPlan: planning.tick_plan,
    c.RatePriority: standing.rate_priority,
    c.MoveToStep: moving.move_to_step,
    c.TakeShortPath: moving.take_short_path,
    c.SignOff: standing.sign_off,
    c.ConcludeIncident: moving.conclude,
    c.ReopenIncident: standing.reopen,
    c.VoidIncident: standing.void,
    c.ReinstateIncident: standing.reinstate,
    c.HoldIncident: holding.hold,
    c.LiftHold: holding.lift,
}


_OF_RESULTS = frozenset(OF_RECORD + key for key in RESULTS)


def decide(record: Record, command: c.Command, context: Context) -> list[EntryDraft]:
    """The entries a command becomes, or Refused. No drafts: nothing would change."""
    return with_results(record, tried(record, command, context), context)


def tried(record: Record, command: c.Command, context: Context) -> list[EntryDraft]:
    """The same without the results, for who only asks whether it is refused."""
    decider = _DECIDERS.get(type(command))
    if decider is None:
        raise ValueError(f"no decision for {type(command).__name__}")
    return decider(Case(Incident(record), context), command)


def decide_join(
    report: Record, target: Record, command: c.JoinReport, context: Context
) -> tuple[list[EntryDraft], list[EntryDraft]]:
    """Entries for the joined report and for the incident that takes it in."""
    if not target.position:
        raise Refused("record_unknown", "into")
    leaving = joining.join_report(Case(Incident(report), context), command, Incident(target))
    receiving = joining.receive_joined(Case(Incident(target), context), Incident(report))
    return with_results(report, leaving, context), with_results(target, receiving, context)


def with_results(record: Record, drafts: Sequence[EntryDraft], context: Context) -> list[EntryDraft]:
    """The drafts, the last one carrying the new route and the new list of what is missing."""
    if not drafts:
        return []
    after = record
    for draft in drafts:
        after = patched(after, draft.data)
    incident = Incident(after)
    short = after.values.get("short_path")
    route = moving.SHORT_ROUTE if short else context.pack.route(incident.kind, incident.priority)
    results = {"route": list(map(int, route)), "missing": list(missing(incident, context.pack, route)) or None}
    last = drafts[-1]
    data = {key: value for key, value in last.data.items() if key not in _OF_RESULTS}
    data |= pairs(record.values, results)
    if plan := planning.plan_to_attach(Incident(record), incident, drafts, context.pack):
        data |= pairs(record.values, {PLAN: plan})
    return [*drafts[:-1], EntryDraft(last.kind, data, last.personal, last.version)]
