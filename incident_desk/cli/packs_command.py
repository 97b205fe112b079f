"""incident-desk packs: the sector packs that come with the program."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk

HELP = "list the sector packs"


def declare(parser: argparse.ArgumentParser) -> None:
    """Takes no arguments of its own."""


def run(given: argparse.Namespace, desk: Desk) -> int:
    for name in desk.services.pack_names():
        pack, _ = desk.services.load_pack(name)
        print(f"{name:<10} {pack.name[desk.texts.language]}: {pack.description[desk.texts.language]}")
    return 0
