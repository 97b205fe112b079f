"""incident-desk --selftest FILE: start, make a register, lead a report, write a PDF; proves every bundle."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from incident_desk.cli.desk import Desk
from incident_desk.domain.commands import RecordIncident
from incident_desk.domain.context import NOBODY
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.names import read_names
from incident_desk.usecases.new_register import make_register
from incident_desk.usecases.print_papers import print_record, write_paper
from incident_desk.usecases.submission import Submission, Submitter
from incident_desk.usecases.wording import Wording

HELP = "prove that this copy of the program works, and write a PDF"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.pdf")


def run(given: argparse.Namespace, desk: Desk) -> int:
    services = desk.services
    with tempfile.TemporaryDirectory() as folder:
        address = str(Path(folder) / "selftest.register")
        register = make_register(services, address, "general", organisation="Selftest", site_code="TEST", zone="UTC")
        desk.adopt(register)
        done = Submitter(register, services.new_id, NOBODY).submit(
            Submission(services.new_id(), (RecordIncident({"what_happened": "Grüße, 日本, عربي"}),))
        )
        if next(iter(register.verify("full")), None) is not None:
            raise SurroundingsFailed("register_damaged", name="selftest")
        wording = Wording(desk.texts, read_names(register.queries))
        printed = print_record(services, register, NOBODY, done.number, wording)
        write_paper(Path(given.file), printed.content)
        register.close()
    print(desk.texts.say("cli.selftest_done", name=given.file))
    return 0
