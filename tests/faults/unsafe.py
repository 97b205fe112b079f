"""Operations as a careless program would do them: each must be caught by the check that the real ones pass."""

from __future__ import annotations

from incident_desk.domain import commands as c
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.submission import Submission
from tests.factories import an_id
from tests.faults.forks import Tell
from tests.faults.operations import Place, opened, save, twice
from tests.importing.tables import STORY


def save_told_too_early(place: Place, tell: Tell) -> None:
    """Acknowledges before the commit."""
    for number in (7_001, 7_002, 7_003):
        tell("done", an_id(number))
    save(place, lambda *_: None)


def save_under_two_ids(place: Place, tell: Tell) -> None:
    """Sends the same report twice, with an order id of its own each time."""
    report = c.RecordIncident({"title": "Report", "what_happened": STORY}, accept=True)
    for _ in range(2):
        with opened(place) as submitter:
            twice(lambda: submitter.submit(Submission(uuid7(), (report,))).op_id, tell)
    save(place, tell)


def backup_under_its_name_at_once(place: Place, tell: Tell) -> None:
    """Writes the copy where people look for finished ones."""
    place.backups.mkdir(exist_ok=True)
    with opened(place) as submitter:
        submitter.register.copy_to(place.backups / "a-20261123-060000.backup.register")


def backup_that_leaves_its_copy(place: Place, tell: Tell) -> None:
    place.backups.mkdir(exist_ok=True)
    with opened(place) as submitter:
        submitter.register.copy_to(place.backups / ".a-20261123-060000.tmp")
