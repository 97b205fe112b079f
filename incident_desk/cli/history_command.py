"""incident-desk history NUMBER FIELD: every value that a field of one incident ever had."""

from __future__ import annotations

import argparse

from incident_desk.cli.compare_command import marked_words
from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.field_history import PastValue, history_of
from incident_desk.usecases.list_incidents import iso
from incident_desk.usecases.wording import Wording

HELP = "every value that a field of one incident ever had, newest first"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="number or id")
    parser.add_argument("field", metavar="FIELD", help="key or label, such as place, measures.what or Title")
    parser.add_argument("--json", action="store_true", help="an array of values")


def run(given: argparse.Namespace, desk: Desk) -> int:
    queries, wording = desk.register.queries, desk.wording()
    values = history_of(queries, given.number, given.field, wording)
    if given.json:
        print_json([_document(each) for each in values])
        return 0
    for each in values:
        print(_line(each, wording))
    if not values:
        print(desk.texts.say("past.never_written"))
    return 0


def _document(each: PastValue) -> dict[str, object]:
    return {
        "position": each.line.position, "recorded_at": iso(each.line.recorded_at), "who": each.line.who,
        "line": each.line.item or None, "old": each.change.old, "new": each.change.new, "reason": each.line.reason,
    }  # fmt: skip


def _line(each: PastValue, wording: Wording) -> str:
    reason = f" ({each.line.reason})" if each.line.reason else ""
    told = marked_words(each.pieces)
    return f"{each.line.position:>4}  {wording.moment(each.line.recorded_at)}  {each.line.who}: {told}{reason}"
