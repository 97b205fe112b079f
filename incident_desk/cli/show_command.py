"""incident-desk show NUMBER: one incident, whole."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.show_incident import whole, whole_text

HELP = "show one incident, whole, with its journal"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="number or id")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(given: argparse.Namespace, desk: Desk) -> int:
    if given.json:
        print_json(whole(desk.register.queries, given.number, desk.wording()))
        return 0
    for line in whole_text(desk.register.queries, given.number, desk.wording()):
        print(line)
    return 0
