"""incident-desk restore FILE --to REF: a backup becomes a register again, as a new epoch."""

from __future__ import annotations

import argparse
from pathlib import Path

from incident_desk.cli.desk import Desk
from incident_desk.usecases.restore import restore

HELP = "make a register from a backup; the restore is written into its journal"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the backup")
    parser.add_argument(
        "--to", metavar="REF", required=True, help="path of the restored register; nothing may be there"
    )
    parser.add_argument("--reason", default="", help="why it is restored")
    parser.add_argument("--instead-of", metavar="REF", help="the register it takes the place of, to name what is lost")


def run(given: argparse.Namespace, desk: Desk) -> int:
    restored = restore(desk.services, Path(given.file), Path(given.to), given.reason, given.instead_of)
    desk.adopt(restored.register)
    print(desk.texts.say("cli.restore_done", name=given.to, epoch=restored.epoch))
    if restored.lost_entries:
        print(desk.texts.count("cli.restore_lost", restored.lost_entries))
    for number in restored.lost_numbers:
        print(f"  {number}")
    return 0
