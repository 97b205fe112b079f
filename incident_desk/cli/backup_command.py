"""incident-desk backup --to DIR: a checked copy of the register."""

from __future__ import annotations

import argparse
from pathlib import Path

from incident_desk.cli.desk import Desk
from incident_desk.usecases.back_up import back_up

HELP = "write a checked copy of the register"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="DIR", required=True, help="folder for the copy")


def run(given: argparse.Namespace, desk: Desk) -> int:
    written = back_up(desk.register, Path(given.to), desk.services, desk.actor())
    print(desk.texts.say("cli.backup_done", name=str(written)))
    return 0
