"""incident-desk show NUMBER: one incident, whole, as it stands or as it stood."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk, print_json
from incident_desk.cli.past_options import declare_moment, moment_given
from incident_desk.usecases.show_incident import whole, whole_as_of, whole_text

HELP = "show one incident, whole, with its journal, now or as it stood"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="number or id")
    declare_moment(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(given: argparse.Namespace, desk: Desk) -> int:
    queries, wording, moment = desk.register.queries, desk.wording(), moment_given(given)
    if given.json and moment is not None:
        print_json(whole_as_of(queries, given.number, wording, moment))
    elif given.json:
        print_json(whole(queries, given.number, wording))
    else:
        for line in whole_text(queries, given.number, wording, moment):
            print(line)
    return 0
