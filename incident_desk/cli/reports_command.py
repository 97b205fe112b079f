"""incident-desk reports: the kinds of papers."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk
from incident_desk.usecases.print_papers import PAPER_KINDS

HELP = "list the kinds of papers"


def declare(parser: argparse.ArgumentParser) -> None:
    """Takes no arguments of its own."""


def run(given: argparse.Namespace, desk: Desk) -> int:
    for kind in PAPER_KINDS:
        print(f"{kind:<10} {desk.texts.say('cli.paper_' + kind)}")
    return 0
