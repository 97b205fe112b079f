"""incident-desk report KIND: a paper as a PDF file."""

from __future__ import annotations

import argparse
from pathlib import Path

from incident_desk.cli.amounts import one_or_more
from incident_desk.cli.desk import Desk
from incident_desk.cli.list_command import declare_filter
from incident_desk.domain.errors import Refused
from incident_desk.usecases.day_papers import DAY_PAPERS
from incident_desk.usecases.feedback import KIND as FEEDBACK
from incident_desk.usecases.files_out import write_out
from incident_desk.usecases.knowledge.paper import KIND as KNOWLEDGE
from incident_desk.usecases.list_incidents import filter_of
from incident_desk.usecases.print_journal import print_journal
from incident_desk.usecases.print_papers import (
    PAPER_KINDS,
    Printed,
    print_day,
    print_feedback,
    print_knowledge,
    print_list,
    print_record,
)
from incident_desk.usecases.shown import Gaps

HELP = "write a paper as a PDF file"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paper_kind", metavar="KIND", choices=PAPER_KINDS, help=", ".join(PAPER_KINDS))
    parser.add_argument("number", metavar="NUMBER", nargs="?", help="for a record or its journal: number or id")
    parser.add_argument("--out", metavar="FILE.pdf", required=True)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    parser.add_argument(
        "--entry", type=one_or_more, metavar="N", help="for a record or its journal: as it stood after this entry"
    )
    parser.add_argument(
        "--access-entry", type=one_or_more, metavar="N", help="for a journal: who printed, up to this entry of that log"
    )
    parser.add_argument(
        "--anonymised", action="store_true", help="for a record: without names, for somebody outside; read it first"
    )
    parser.add_argument(
        "--leave-out", metavar="WORDS", action="append", default=[], help="for --anonymised: words that go as well"
    )
    parser.add_argument("--from", dest="since_day", metavar="DATE", help="as --since")
    parser.add_argument("--to", dest="until_day", metavar="DATE", help="as --until")
    declare_filter(parser)


def run(given: argparse.Namespace, desk: Desk) -> int:
    given.since = given.since or given.since_day
    given.until = given.until or given.until_day
    if given.paper_kind != "record" and (given.anonymised or given.leave_out):
        raise Refused("anonymised_record_only")
    printed = _printed(given, desk)
    write_out(Path(given.out), printed.content)
    print(desk.texts.say("cli.report_done", name=given.out))
    if printed.nowhere:
        print(desk.texts.say("cli.report_nowhere", words=", ".join(printed.nowhere)))
    return 0


def _printed(given: argparse.Namespace, desk: Desk) -> Printed:
    if given.paper_kind in DAY_PAPERS:
        where = filter_of(vars(given), desk.names())
        return print_day(
            desk.services, desk.register, desk.actor(), given.paper_kind, where, desk.wording(), given.paper
        )
    return _printed_list(given, desk) if given.paper_kind == "list" else _printed_record(given, desk)


def _printed_record(given: argparse.Namespace, desk: Desk) -> Printed:
    if given.number is None:
        raise Refused("argument_missing", command=f"report {given.paper_kind}", value="NUMBER")
    asked = (desk.services, desk.register, desk.actor(), given.number, desk.wording(), given.paper, given.entry)
    if given.paper_kind == FEEDBACK:
        return print_feedback(desk.services, desk.register, desk.actor(), given.number, desk.wording(), given.paper)
    if given.paper_kind == KNOWLEDGE:
        return print_knowledge(desk.services, desk.register, desk.actor(), given.number, desk.wording(), given.paper)
    if given.paper_kind == "journal":
        return print_journal(*asked, given.access_entry)
    gaps = Gaps(tuple(given.leave_out)) if given.anonymised or given.leave_out else None
    return print_record(*asked, gaps)


def _printed_list(given: argparse.Namespace, desk: Desk) -> Printed:
    wanted = filter_of(vars(given), desk.names())
    return print_list(desk.services, desk.register, desk.actor(), wanted, desk.wording(), given.paper)
