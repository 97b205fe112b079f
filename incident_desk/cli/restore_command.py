"""incident-desk restore FILE --to REF: a backup becomes a register again, as a new epoch."""

from __future__ import annotations

import argparse
from pathlib import Path

from incident_desk.cli.desk import Desk
from incident_desk.usecases.restore import Order, restore

HELP = "make a register from a backup; the restore is written into its journal"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the backup")
    parser.add_argument("--to", metavar="REF", required=True, help="path of the restored register; see --in-place")
    parser.add_argument("--reason", default="", help="why it is restored")
    parser.add_argument("--instead-of", metavar="REF", help="the register it takes the place of, to name what is lost")

    parser.add_argument(
        "--in-place", action="store_true",
        help="the register at --to is kept under another name; close it everywhere before",
    )  # fmt: skip
    parser.add_argument("--despite-breaks", action="store_true", help="restore a backup in which not everything holds")


def run(given: argparse.Namespace, desk: Desk) -> int:
    order = Order(
        Path(given.file), Path(given.to), given.reason, given.instead_of, given.acting,
        despite=given.despite_breaks, in_place=given.in_place,
    )  # fmt: skip
    restored = restore(desk.services, order)
    desk.adopt(restored.register)
    say = desk.texts.say
    print(say("cli.restore_done", name=given.to, epoch=restored.epoch))
    if restored.kept is not None:
        print(say("cli.restore_kept", name=str(restored.kept)))
    if restored.breaks:
        print(desk.texts.count("cli.restore_breaks", len(restored.breaks)))
    if restored.lost_entries:
        print(desk.texts.count("cli.restore_lost", restored.lost_entries))
    if restored.lost_numbers:
        print(say("cli.restore_lost_records"))
    for number in restored.lost_numbers:
        print(f"  {number}")
    for first, last in restored.skipped:
        print(say("cli.restore_skipped", first=first, last=last))
    return 0
