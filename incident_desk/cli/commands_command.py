"""incident-desk commands: every command that `apply` takes."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.schema import command_schemas

HELP = "list every command that apply takes"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="a JSON Schema of each, by name")


def run(given: argparse.Namespace, desk: Desk) -> int:
    """With a register (-r) the fields of its sector pack and the site's own are among the fields."""
    schemas = command_schemas(desk.names().pack.all_fields()) if given.register else command_schemas()
    if given.json:
        print_json(schemas)
        return 0
    for name, schema in schemas.items():
        print(f"{name:<20} {schema['description']}")
        print(f"{'':<20}   {', '.join(schema['properties'])}")
    return 0
