"""The victim of test_import_kills: imports a sheet of many rows as soon as it is told, and says when it is done."""

from __future__ import annotations

import os
import sys

from incident_desk.domain.context import NOBODY
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.importing.mapping import NEW, FieldSource, SheetMapping
from incident_desk.usecases.importing.plan import plan_import
from incident_desk.usecases.importing.run import run_import
from incident_desk.usecases.sheets import Sheet
from incident_desk.usecases.submission import Submitter
from tests.importing.tables import STORY, mapping, table

ROWS = 1200


def big() -> tuple[Sheet, SheetMapping]:
    sheet = table("Nr|Ort|Art|Text", *(f"{n}|Hall {n % 7}|Kind {n % 3}|{STORY} {n}" for n in range(ROWS)))
    meant = mapping(what_happened="Text", old_number="Nr")
    for key, column in (("place", "Ort"), ("category", "Art")):
        meant = meant.with_source(key, FieldSource((column,), others=NEW))
    return sheet, meant


def main(address: str) -> None:
    register = open_register(address)
    sheet, meant = big()
    plan = plan_import(register, NOBODY, sheet, "big.csv", meant)
    os.write(1, b"planned\n")
    sys.stdin.readline()
    run_import(Submitter(register, uuid7, NOBODY), plan, uuid7())
    os.write(1, b"done\n")


if __name__ == "__main__":
    main(sys.argv[1])
