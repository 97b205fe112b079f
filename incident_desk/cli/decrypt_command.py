"""incident-desk decrypt: a register file that opens without its passphrase again."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk
from incident_desk.cli.encrypt_command import copies, declare_copies
from incident_desk.cli.protecting import carry_out
from incident_desk.usecases.protection import DECRYPTED, Order

HELP = "take the passphrase off a register file"


def declare(parser: argparse.ArgumentParser) -> None:
    declare_copies(parser)


def run(given: argparse.Namespace, desk: Desk) -> int:
    carry_out(desk, Order(DECRYPTED, desk.address, given.acting, folders=copies(given.backups)))
    return 0
