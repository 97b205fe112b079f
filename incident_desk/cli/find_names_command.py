"""incident-desk find-names NUMBER: what in the narratives of one incident tells who somebody is."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.resolving import incident_id
from incident_desk.usecases.telling import Telling, Told

HELP = "what in the narratives of one incident tells who somebody is: names, telephone numbers, days of birth"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="number or id")
    parser.add_argument("--json", action="store_true", help="an array of passages")


def run(given: argparse.Namespace, desk: Desk) -> int:
    queries = desk.register.queries
    record = queries.record("incident", incident_id(given.number, queries))
    assert record is not None  # its id was looked up
    found = list(Telling(desk.names()).in_record(record))
    if given.json:
        print_json([_document(each) for each in found])
        return 0
    for each in found:
        print(f"{each.field.label[desk.services.language]}: {each.passage} ({each.what[desk.services.language]})")
    if not found:
        print(desk.texts.say("cli.names_nowhere"))
    return 0


def _document(each: Told) -> dict[str, str]:
    return {"field": each.field.key, "passage": each.passage, "what": each.what["en"]}
