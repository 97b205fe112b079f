"""incident-desk search TEXT: incidents that hold every word, newest first or best first."""

from __future__ import annotations

import argparse

from incident_desk.cli.amounts import one_or_more
from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.find_records import find_records
from incident_desk.usecases.list_incidents import flats

HELP = "find incidents by words, numbers or names"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("--limit", type=one_or_more, default=50, metavar="N")
    parser.add_argument("--ranked", action="store_true", help="the best first, among the newest that hold the words")
    parser.add_argument("--json", action="store_true", help="an array of flat objects")


def run(given: argparse.Namespace, desk: Desk) -> int:
    names = desk.names()
    found = find_records(desk.register.queries, names, given.text, given.limit, ranked=given.ranked)
    if given.json:
        every = flats(desk.register.queries, [each.row for each in found], names)
        pairs = zip(every, found, strict=True)
        print_json([{**row, "snippet": each.snippet, "found_in": each.where} for row, each in pairs])
        return 0
    for each in found:
        print(f"{each.row.number:<18} {each.row.title}\n    {each.snippet}")
    return 0
