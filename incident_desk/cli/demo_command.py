"""incident-desk demo DIR: a register with sample incidents in all five steps, and one PDF of each kind."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from incident_desk.cli.amounts import none_or_more, one_or_more
from incident_desk.cli.desk import Desk
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
    for made in make_demo(desk.services, Path(given.dir), given.pack, given.size, language, given.seed, _Told(desk)):
        print(made)
    return 0


class _Told:
    """How far it is, on standard error: on one line of a terminal, else a line for each tenth of a large demo."""

    def __init__(self, desk: Desk) -> None:
        self._texts = desk.texts
        self._tenths = 0

    def __call__(self, done: int, of: int) -> None:
        words = self._texts.say("cli.demo_written", done=done, of=of)
        if sys.stderr.isatty():
            print(f"\r{words}", end="" if done < of else "\n", file=sys.stderr, flush=True)
        elif of >= _LARGE and 10 * done // of > self._tenths:
            self._tenths = 10 * done // of
            print(words, file=sys.stderr, flush=True)


_LARGE = 10_000
