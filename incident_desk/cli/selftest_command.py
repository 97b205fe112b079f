"""incident-desk selftest FILE: proves that this copy of the program is whole, window included.

It loads Qt, so `app.py` runs it: the command line itself never does.
"""

from __future__ import annotations

import argparse

HELP = "prove that this copy of the program works, and write a PDF"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.pdf")
