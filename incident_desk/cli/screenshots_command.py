"""incident-desk screenshots DIR: pictures of the window's pages, for machines without a screen.

The one command that needs the window: `app.py` runs it, so that the command line itself never loads Qt.
"""

from __future__ import annotations

import argparse

HELP = "write a picture of each page of the window"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dir", metavar="DIR", help="folder for the pictures")
    parser.add_argument("--size", default="1440x900", metavar="WxH")
    parser.add_argument("--dark", action="store_true")
