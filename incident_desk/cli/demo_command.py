"""incident-desk demo DIR: a register with sample incidents in all five steps, and one PDF of each kind."""

from __future__ import annotations

import argparse
from pathlib import Path

from incident_desk.cli.amounts import one_or_more
from incident_desk.cli.desk import Desk
from incident_desk.usecases.demo import make_demo

HELP = "make a register with sample incidents, and one PDF of each kind"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dir", metavar="DIR", help="folder for the register and the papers")
    parser.add_argument("--size", type=one_or_more, default=24, metavar="N", help="how many incidents")
    parser.add_argument("--pack", default="hospital", choices=("hospital", "factory"))


def run(given: argparse.Namespace, desk: Desk) -> int:
    for made in make_demo(desk.services, Path(given.dir), given.pack, given.size, desk.texts.language):
        print(made)
    return 0
