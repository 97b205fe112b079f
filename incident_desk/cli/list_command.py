"""incident-desk list: incidents, newest first."""

from __future__ import annotations

import argparse

from incident_desk.cli.amounts import none_or_more
from incident_desk.cli.desk import Desk, print_json
from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_NAMES, Kind, Priority, Status, Step
from incident_desk.usecases.list_incidents import filter_of, flat, listed
from incident_desk.usecases.rows import IncidentRow

HELP = "list incidents, newest first"


def declare(parser: argparse.ArgumentParser) -> None:
    declare_filter(parser)
    parser.add_argument("--limit", type=none_or_more, default=50, metavar="N", help="at most so many; 0: all")
    parser.add_argument("--json", action="store_true", help="an array of flat objects")


def declare_filter(parser: argparse.ArgumentParser) -> None:
    """The conditions that lists and list papers share."""
    parser.add_argument("--step", choices=[step.key for step in Step])
    parser.add_argument("--status", choices=[str(status) for status in Status])
    parser.add_argument("--kind", choices=[str(kind) for kind in Kind])
    parser.add_argument("--priority", choices=[str(priority) for priority in Priority])
    parser.add_argument("--department", metavar="NAME", help="name or code of a place; its places count too")
    parser.add_argument("--category", metavar="KEY")
    parser.add_argument("--responsible", metavar="NAME")
    parser.add_argument("--since", metavar="DATE", help="recorded on or after this day (2026-11-01)")
    parser.add_argument("--until", metavar="DATE", help="recorded before the end of this day")


def run(given: argparse.Namespace, desk: Desk) -> int:
    names = desk.names()
    rows = listed(desk.register.queries, filter_of(vars(given), names), given.limit or None)
    if given.json:
        print_json([flat(row, names) for row in rows])
        return 0
    wording = desk.wording()
    for row in rows:
        print(f"{row.number:<18} {wording.moment(row.opened_at):<20} {_stands(row, wording.language):<16} {row.title}")
    return 0


def _stands(row: IncidentRow, language: str) -> str:
    """The step of an open incident, else what became of it."""
    if row.status is Status.OPEN and row.step is not None:
        return STEP_NAMES[row.step][language]
    return STATUS_NAMES[row.status][language]
