"""incident-desk demo DIR: a register with sample incidents in all five steps, and one PDF of each kind."""

from __future__ import annotations

import argparse
from pathlib import Path

from incident_desk.cli.amounts import none_or_more, one_or_more
from incident_desk.cli.desk import Desk
from incident_desk.cli.how_far import HowFar
from incident_desk.usecases.demo import make_demo

HELP = "make a register with sample incidents, and one PDF of each kind"
_SEED = (
    "with the same number, size, pack and language a demo tells the same: texts, people, record numbers and their "
    "order, and times counted back from the moment it is made"
)


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dir", metavar="DIR", help="folder for the register and the papers")
    parser.add_argument("--size", type=one_or_more, default=24, metavar="N", help="how many incidents, up to a million")
    parser.add_argument("--pack", default="hospital", choices=("hospital", "factory"))
    parser.add_argument("--seed", type=none_or_more, default=0, metavar="N", help=_SEED)


def run(given: argparse.Namespace, desk: Desk) -> int:
    language = desk.texts.language
    with HowFar(desk.texts, "cli.demo_written", tenths_from=_LARGE) as tell:
        made = make_demo(desk.services, Path(given.dir), given.pack, given.size, language, given.seed, tell)
        register = next(made)
    for path in (register, *made):
        print(path)
    return 0


_LARGE = 10_000
