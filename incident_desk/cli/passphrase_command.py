"""incident-desk passphrase --recovery-key FILE.pdf: another passphrase and recovery key for a register file."""

from __future__ import annotations

import argparse
from pathlib import Path

from incident_desk.cli.asking import new
from incident_desk.cli.desk import Desk
from incident_desk.cli.encrypt_command import copies, declare_copies, declare_paper
from incident_desk.cli.protecting import carry_out
from incident_desk.usecases.protection import CHANGED, Order

HELP = "change the passphrase of a register file"


def declare(parser: argparse.ArgumentParser) -> None:
    declare_paper(parser)
    parser.add_argument("--new-passphrase-file", metavar="FILE", help="file whose first line is the new passphrase")
    declare_copies(parser)


def run(given: argparse.Namespace, desk: Desk) -> int:
    desk.services.open_register(desk.address).close()  # asks for the one there is first
    passphrase = new(desk.services, desk.address, given.new_passphrase_file)
    order = Order(
        CHANGED, desk.address, given.acting, passphrase, Path(given.recovery_key), copies(given.backups)
    )  # fmt: skip
    carry_out(desk, order)
    return 0
