"""incident-desk upgrade: a register of an older version is backed up and brought up to date, as in the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from incident_desk.cli.desk import Desk
from incident_desk.cli.how_far import HowFar
from incident_desk.usecases.upgrade import upgrade

HELP = "back up a register of an older version, then bring it up to date"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--backup-to", metavar="DIR", help="folder for the backup; else that of the register")


def run(given: argparse.Namespace, desk: Desk) -> int:
    folder = Path(given.backup_to or Path(desk.address).parent)
    with HowFar(desk.texts, "cli.upgrade_how_far") as progress:
        backup = upgrade(desk.services, desk.address, folder, progress)
    print(desk.texts.say("cli.upgrade_done", name=Path(desk.address).name, backup=str(backup)))
    return 0
