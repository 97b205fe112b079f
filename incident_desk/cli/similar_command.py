"""incident-desk similar NUMBER: earlier incidents that tell of much the same."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.similar import similar_to

HELP = "earlier incidents that tell of much the same as one incident"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="number or id")
    parser.add_argument("--json", action="store_true", help="an array of incidents with the words in common")


def run(given: argparse.Namespace, desk: Desk) -> int:
    queries = desk.register.queries
    record = queries.record("incident", incident_id(given.number, queries))
    assert record is not None  # its id was looked up
    found = similar_to(queries, record)
    if given.json:
        print_json([{"number": each.row.number, "title": each.row.title, "words": each.words} for each in found])
        return 0
    for each in found:
        print(f"{each.row.number}  {each.row.title}  ({', '.join(each.words)})")
    if not found:
        print(desk.texts.say("cli.similar_none"))
    return 0
