"""incident-desk access: who printed, exported, backed up and signed in, and that somebody looked it through."""

from __future__ import annotations

import argparse

from incident_desk.cli.amounts import none_or_more
from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.access_log import SHORT_HASH, AccessLine, access_all, check_may_read, review
from incident_desk.usecases.access_rows import ACCESS_KINDS, AccessFilter
from incident_desk.usecases.list_incidents import day_bounds, iso
from incident_desk.usecases.names import Names
from incident_desk.usecases.references import person_id
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.wording import Wording

HELP = "who printed, exported, backed up and signed in, newest first"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--person", metavar="NAME", help="what this person did")
    parser.add_argument("--kind", choices=ACCESS_KINDS)
    parser.add_argument("--since", metavar="DATE", help="on or after this day (2026-11-01)")
    parser.add_argument("--until", metavar="DATE", help="before the end of this day")
    parser.add_argument("--record", metavar="NUMBER", help="only what names this incident")
    parser.add_argument("--limit", type=none_or_more, default=100, metavar="N", help="at most so many; 0: all")
    parser.add_argument("--review", metavar="NOTE", help="write down that you looked this through")
    parser.add_argument("--json", action="store_true", help="an array of entries")


def run(given: argparse.Namespace, desk: Desk) -> int:
    queries, actor, wording = desk.register.queries, desk.acting(), desk.wording()
    wanted = _wanted(given, desk, desk.names())
    check_may_read(actor, wanted)
    last = queries.access_last()
    lines = access_all(queries, wanted, wording, given.limit or None)
    if given.json:
        print_json([_document(line) for line in lines])
    else:
        for line in lines:
            print(_told(line, wording))
        if not lines:
            print(desk.texts.say("access.nothing"))
    if given.review is not None:
        review(desk.register, desk.services.new_id, actor, wanted, last, given.review)
        if not given.json:
            print(desk.texts.say("access.review_done", last=last))
    return 0


def _wanted(given: argparse.Namespace, desk: Desk, names: Names) -> AccessFilter:
    since, until = day_bounds(given.since, given.until, names.settings.zone)
    return AccessFilter(
        person_id(given.person, names.people.values()) if given.person else None, given.kind, since, until,
        incident_id(given.record, desk.register.queries) if given.record else None,
    )  # fmt: skip


def _document(line: AccessLine) -> dict[str, object]:
    return {
        "position": line.position, "recorded_at": iso(line.recorded_at), "who": line.who, "kind": line.kind,
        "what": line.what, "number": line.number or None, "entry": line.upto, "sha256": line.sha256 or None,
        "note": line.note or None,
    }  # fmt: skip


def _told(line: AccessLine, wording: Wording) -> str:
    told = f"{line.position:>6}  {wording.moment(line.recorded_at)}  {line.who} {line.what}"
    told += f" ({line.note})" if line.note else ""
    return told + (f"  sha256 {line.sha256[:SHORT_HASH]}" if line.sha256 else "")
