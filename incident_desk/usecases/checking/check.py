"""A PDF file held against the register: is it a paper of this register, unchanged, and does the record still say that?

A file is ours when its SHA-256 stands in the access log, or when the paper drawn anew from the journal has the same
bytes. What was saved again by another program is taken apart: the attached data against the record at its position,
then words and picture of each page against the paper drawn anew.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from incident_desk.usecases.checking.answers import PaperAnswer, PaperCheck
from incident_desk.usecases.checking.files import JOURNAL_DATA, LIST_DATA, OVERVIEW_DATA
from incident_desk.usecases.checking.journal import JournalCheck
from incident_desk.usecases.checking.list import ListCheck
from incident_desk.usecases.checking.record import RecordCheck
from incident_desk.usecases.ports import Progress, Register
from incident_desk.usecases.services import Services
from incident_desk.usecases.stopping import tell


def check_paper(services: Services, register: Register, path: Path, progress: Progress | None = None) -> PaperCheck:
    """Reads the file in a process of its own. Writes nothing. How long it takes is not known before: `progress` hears
    (0, 0) many times a second.
    """
    reader = services.paper_reader()
    while_waiting = partial(tell, progress, 0, 0)
    file = reader.read(path, while_waiting)
    printed = register.queries.printing(file.sha256)
    if not file.data_name:
        return PaperCheck(PaperAnswer.NO_DATA, path.name)
    asked = (services, register, reader, file, printed, while_waiting)
    if file.data_name in (LIST_DATA, OVERVIEW_DATA):
        return ListCheck(*asked).run()
    if file.data_name == JOURNAL_DATA:
        return JournalCheck(*asked).run()
    return RecordCheck(*asked).run()
