"""incident-desk encrypt --recovery-key FILE.pdf: a register file that only a passphrase opens."""

from __future__ import annotations

import argparse
from pathlib import Path

from incident_desk.cli.asking import new
from incident_desk.cli.desk import Desk
from incident_desk.cli.protecting import carry_out
from incident_desk.usecases.protection import ENCRYPTED, Order

HELP = "protect a register file with a passphrase"


def declare(parser: argparse.ArgumentParser) -> None:
    declare_paper(parser)
    declare_copies(parser)


def declare_paper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--recovery-key", metavar="FILE", required=True,
        help="PDF to print and lock away: it opens the register when the passphrase is lost",
    )  # fmt: skip


def declare_copies(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--backups", metavar="DIR", action="append", default=[],
        help="folder of backups, to name those that stay as they are (may be given several times)",
    )  # fmt: skip


def run(given: argparse.Namespace, desk: Desk) -> int:
    passphrase = new(desk.services, desk.address, given.passphrase_file)
    order = Order(
        ENCRYPTED, desk.address, given.acting, passphrase, Path(given.recovery_key), copies(given.backups)
    )  # fmt: skip
    carry_out(desk, order)
    return 0


def copies(folders: list[str]) -> tuple[Path, ...]:
    return tuple(map(Path, folders))
