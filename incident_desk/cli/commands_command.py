"""incident-desk commands: every command that `apply` takes."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.schema import command_schemas

HELP = "list every command that apply takes"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="a JSON Schema of each, by name")


def run(given: argparse.Namespace, desk: Desk) -> int:
    """With a register (-r) the fields of its sector pack are among the fields."""
    questions = desk.names().pack.all_questions() if given.register else ()
    schemas = command_schemas(questions)
    if given.json:
        print_json(schemas)
        return 0
    for name, schema in schemas.items():
        print(f"{name:<20} {schema['description']}")
        print(f"{'':<20}   {', '.join(schema['properties'])}")
    return 0
