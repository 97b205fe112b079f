"""incident-desk info: what this register is and what is in it."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.overview import overview

HELP = "say what the register is and what is in it"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(given: argparse.Namespace, desk: Desk) -> int:
    facts = overview(desk.register)
    if given.json:
        print_json(facts)
        return 0
    for key, value in facts.items():
        if not isinstance(value, dict):
            print(f"{desk.texts.say('cli.info_' + key)}: {value}")
    for step, count in facts["open_by_step"].items():
        print(f"  {desk.texts.say('cli.step_' + step)}: {count}")
    return 0
