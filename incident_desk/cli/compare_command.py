"""incident-desk compare NUMBER: what differs between two moments of one incident."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from incident_desk.cli.desk import Desk, print_json
from incident_desk.domain.word_changes import How, Piece
from incident_desk.usecases.compare import Comparison, Difference, compare
from incident_desk.usecases.list_incidents import iso
from incident_desk.usecases.past_moment import moment_of
from incident_desk.usecases.record_as_of import Standing
from incident_desk.usecases.wording import Wording

HELP = "what differs between two moments of one incident"
_MARKS = {How.SAME: ("", ""), How.GONE: ("[-", "-]"), How.NEW: ("{+", "+}")}


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="number or id")
    parser.add_argument("--from", dest="first", metavar="MOMENT", required=True, help="an entry (3) or a day's end")
    parser.add_argument("--to", dest="second", metavar="MOMENT", required=True, help="an entry (12) or a day's end")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(given: argparse.Namespace, desk: Desk) -> int:
    moments = moment_of(given.first, "--from"), moment_of(given.second, "--to")
    queries, wording = desk.register.queries, desk.wording()
    found = compare(queries, given.number, *moments, wording)
    if given.json:
        print_json(_document(found))
        return 0
    for line in _lines(found, wording):
        print(line)
    return 0


def _document(found: Comparison) -> dict[str, object]:
    return {
        "from": _moment(found.before), "to": _moment(found.after),
        "differences": [
            {"key": each.key, "where": each.where, "label": each.label, "became": str(each.became), "old": each.old,
             "new": each.new, "words": [{"how": str(piece.how), "text": piece.text} for piece in each.pieces]}
            for each in found.differences
        ],
    }  # fmt: skip


def _moment(stood: Standing) -> dict[str, object]:
    return {"position": stood.position, "at": iso(stood.record.changed_at)}


def _lines(found: Comparison, wording: Wording) -> Iterator[str]:
    yield found.before.told(wording)
    yield found.after.told(wording)
    if not found.differences:
        yield wording.texts.say("past.no_difference")
    for each in found.differences:
        yield f"  {_named(each)}: {marked_words(each.pieces)}"


def _named(each: Difference) -> str:
    return f"{each.where}, {each.label}" if each.where else each.label


def marked_words(pieces: tuple[Piece, ...]) -> str:
    """What went in [- -], what came in {+ +}: no colour is needed to tell them apart."""
    return "".join(f"{_MARKS[piece.how][0]}{piece.text}{_MARKS[piece.how][1]}" for piece in pieces)
