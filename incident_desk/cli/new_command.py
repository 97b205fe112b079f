"""incident-desk new REF: a register with a sector pack."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from incident_desk.cli.desk import Desk
from incident_desk.support.addresses import is_server
from incident_desk.support.synchronised_folders import synchronised_by
from incident_desk.usecases.new_register import make_register

HELP = "make a register"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF", help="path of the new file, or the address of an empty database")
    parser.add_argument("--pack", default="general", help="sector pack: hospital, factory or general")
    parser.add_argument("--site", default="SITE", metavar="CODE", help="code that begins the numbers of records")
    parser.add_argument("--organisation", default="", metavar="NAME", help="name printed on papers")
    parser.add_argument("--zone", default=None, metavar="ZONE", help="time zone, such as Europe/Berlin")


def run(given: argparse.Namespace, desk: Desk) -> int:
    services = desk.services
    register = make_register(
        services, given.ref, given.pack, organisation=given.organisation, site_code=given.site,
        zone=given.zone or services.local_zone,
    )  # fmt: skip
    desk.adopt(register)
    if not is_server(given.ref) and (service := synchronised_by(Path(given.ref))):
        told = desk.texts.say("trouble.synchronised_folder", name=Path(given.ref).name, service=service)
        print(told, file=sys.stderr)
    print(desk.texts.say("cli.new_done", name=given.ref, pack=given.pack))
    return 0
