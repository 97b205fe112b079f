"""An order about a knowledge record inside its transaction: it writes in the record and in the incidents it names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from incident_desk.domain import knowledge_orders as o
from incident_desk.domain.commands import Command
from incident_desk.domain.decisions.drafting import Case
from incident_desk.domain.incident import Incident
from incident_desk.domain.records import Record
from incident_desk.domain.values import from_micros

if TYPE_CHECKING:
    from incident_desk.usecases.submission import Run


def carry_out(run: Run, record_id: str, command: Command) -> None:
    """The chains of the record and of the incidents that the order names are locked already."""
    run.actor.must("knowledge", *o.MAY)
    if not isinstance(command, o.LinkIncident | o.UnlinkIncident):
        record, case = run.records[record_id], Case(Incident(run.records[record_id]), run.context())
        run.append(record, o.decide_knowledge(record, command, case, _number(run, command)))
    for incident in dict.fromkeys(o.named_incidents(command)):
        _link(run, run.records[record_id], run.records[incident], command)


def _link(run: Run, record: Record, incident: Record, command: Command) -> None:
    if not record.position:
        raise o.unknown(command)
    if isinstance(command, o.UnlinkIncident):
        mine, theirs = o.unlink(record, incident, command.reason)
    else:
        mine, theirs = o.link(record, incident, run.new_id())
    run.append(record, mine)
    run.append(incident, theirs)


def _number(run: Run, command: Command) -> tuple[str, int, int] | None:
    """The next number of that kind in the year of the register's zone."""
    if not isinstance(command, o.OpenKnowledge):
        return None
    unit = o.prefix_of(command)
    year = from_micros(run.now).astimezone(ZoneInfo(run.names.settings.zone)).year
    number = run.work.next_number(unit, year)
    return number.unit, number.year, number.serial
