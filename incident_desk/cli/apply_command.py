"""incident-desk apply FILE|-: one command a line as JSON, one result a line as JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import IO

from incident_desk.cli.desk import Desk, print_json
from incident_desk.usecases.apply_lines import LineApplier
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.pins import HeadKeeper

HELP = "carry out commands: one JSON object a line, one JSON result a line"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.jsonl|-", help="file of commands, or - for standard input")


def run(given: argparse.Namespace, desk: Desk) -> int:
    applier = LineApplier(desk.register, desk.services, desk.actor(), desk.texts)
    keeper = HeadKeeper(desk.register)
    refused = 0
    with _opened(given.file) as source:
        for number, line in _lines(source):
            result = applier.apply(number, line)
            if result["ok"] and keeper.is_due(result["entries"]):
                with suppress(SurroundingsFailed):  # what was carried out stays; the next line asks again
                    desk.register.take_head()
            refused += not result["ok"]
            print_json(result, indent=None)
    if refused:
        print(desk.texts.count("cli.apply_refused", refused), file=sys.stderr)
    return 1 if refused else 0


def _opened(name: str) -> IO[bytes] | nullcontext[IO[bytes]]:
    if name == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except OSError:
        raise SurroundingsFailed("file_missing", name=name) from None


def _lines(source: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that hold something. Lines end at \\n only: other line ends are part of texts."""
    for number, line in enumerate(source, 1):
        if line.strip():
            yield number, line
