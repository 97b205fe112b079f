"""The six things that write a register or a copy of it, each small enough to fail at every single call.

Each has ids of its own for its orders, so that the same again is the same order, and tells `done OP_ID` once it knows
that an order was carried out.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.register import needs_upgrade, open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.acting import actor_named
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.back_up import back_up
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.importing.mapping import NEW, FieldSource
from incident_desk.usecases.importing.plan import plan_import
from incident_desk.usecases.importing.run import run_import
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submission, Submitter
from incident_desk.usecases.upgrade import upgrade
from tests.factories import an_id, make_register, open_desk
from tests.faults.forks import Tell
from tests.importing.tables import STORY, mapping, table

OLD = Path(__file__).resolve().parents[1] / "registers" / "0.1.0.register"
RECORD, NAMED = an_id(7_000), "record.id"


@dataclass(frozen=True)
class Place:
    """A folder with a register, its backups, and what the program keeps for itself."""

    folder: Path

    @property
    def register(self) -> Path:
        return self.folder / "a.register"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def services(self) -> Services:
        return wire(self.folder / "data", "en")


Act = Callable[[Place, Tell], None]


@dataclass(frozen=True)
class Operation:
    """`prepare` makes the register that `act` then works on. Where it is idempotent, the same twice counts once."""

    name: str
    prepare: Callable[[Place], None]
    act: Act
    idempotent: bool = True


@contextmanager
def opened(place: Place, name: str = "") -> Iterator[Submitter]:
    register = open_register(str(place.register))
    try:
        submitter = Submitter(register, uuid7, NOBODY)
        yield Submitter(register, uuid7, actor_named(name, submitter.names())) if name else submitter
    finally:
        register.close()


def twice(order: Callable[[], str], tell: Tell) -> None:
    """As a person does whom a sentence told that it did not work: the same order once more, in the same program."""
    try:
        done = order()
    except SurroundingsFailed as failed:
        tell("failed", failed.code)
        done = order()
    tell("done", done)


# --- what is there before ---------------------------------------------------------------------------


def _empty(place: Place) -> None:
    (place.folder / "data").mkdir()
    make_register(str(place.register)).close()


def _with_record(place: Place) -> None:
    _empty(place)
    with opened(place) as submitter:
        done = submitter.submit(Submission(RECORD, (c.RecordIncident({"title": "The pump"}, accept=True),)))
        submitter.register.take_head()
    (place.folder / NAMED).write_text(done.id, encoding="ascii")


def _ready_to_sign(place: Place) -> None:
    (place.folder / "data").mkdir()
    with open_desk(str(place.register)) as desk:
        (place.folder / NAMED).write_text(desk.new("ready"), encoding="ascii")


def _old(place: Place) -> None:
    (place.folder / "data").mkdir()
    shutil.copy(OLD, place.register)


def _record(place: Place) -> str:
    return (place.folder / NAMED).read_text(encoding="ascii")


# --- done -------------------------------------------------------------------------------------------


def save(place: Place, tell: Tell) -> None:
    """A report, a change and a line of a list, each its own transaction."""
    incident = _report(place, tell)
    with opened(place) as submitter:
        change = c.ChangeFields({"what_happened": f"{STORY}, twice", "place": "Ward 3"})
        for number, command in ((7_002, change), (7_003, c.AddItem("measures", {"what": "Wiped"}))):
            order = Submission(an_id(number), (command,), incident)
            twice(partial(_order, submitter, order), tell)


def _order(submitter: Submitter, order: Submission) -> str:
    return submitter.submit(order).op_id


def _report(place: Place, tell: Tell) -> str:
    """The id of the record."""
    report = c.RecordIncident({"title": "Report", "what_happened": STORY}, accept=True)
    order = Submission(an_id(7_001), (report,))
    with opened(place) as submitter:
        twice(partial(_order, submitter, order), tell)
        return submitter.submit(order).id


def sign(place: Place, tell: Tell) -> None:
    """Both signatures, and the head that each of them takes."""
    with opened(place, "Anna Berg") as submitter:
        for number, role in ((7_010, "author"), (7_011, "manager")):
            order = Submission(an_id(number), (c.SignOff(role),), _record(place))
            twice(partial(_order, submitter, order), tell)
            with suppress(SurroundingsFailed):
                submitter.register.take_head()


def attach(place: Place, tell: Tell) -> None:
    content = bytes(range(256)) * 120
    with opened(place) as submitter:
        twice(lambda: attach_bytes(submitter, _record(place), content, an_id(7_020), name="photo.png").op_id, tell)


def bring_in(place: Place, tell: Tell) -> None:
    """A sheet with places and categories that the register does not know yet. The same sheet again brings nothing."""
    sheet = table("Nr|Ort|Art|Text", *(f"{n}|Hall {n % 2}|Kind {n % 3}|{STORY} {n}" for n in range(6)))
    meant = mapping(what_happened="Text", old_number="Nr")
    for key, column in (("place", "Ort"), ("category", "Art")):
        meant = meant.with_source(key, FieldSource((column,), others=NEW))
    with opened(place) as submitter:

        def import_it() -> str:
            plan = plan_import(submitter.register, NOBODY, sheet, "old list.csv", meant)
            return run_import(submitter, plan, an_id(7_030)).done.op_id

        twice(import_it, tell)


def migrate(place: Place, tell: Tell) -> None:
    """An order without an op id: the register is of this version afterwards."""

    def bring_up() -> str:
        if needs_upgrade(str(place.register)):
            upgrade(place.services, str(place.register), place.backups)
        return "up"

    twice(bring_up, tell)


def make_backup(place: Place, tell: Tell) -> None:
    with opened(place) as submitter:
        twice(lambda: back_up(submitter.register, place.backups, place.services, NOBODY).name, tell)


def save_with_rollback_journal(place: Place, tell: Tell) -> None:
    """A report where there is only the standard library's SQLite, which may be too old for WAL."""
    sys.modules["sqlcipher3"] = None  # type: ignore[assignment]  # its import fails from now on
    sqlite.driver.cache_clear()
    _report(place, tell)


OPERATIONS = (
    Operation("save", _empty, save),
    Operation("save, rollback journal", _empty, save_with_rollback_journal),
    Operation("sign", _ready_to_sign, sign),
    Operation("attach", _with_record, attach),
    Operation("import", _empty, bring_in),
    Operation("migrate", _old, migrate),
    Operation("backup", _with_record, make_backup, idempotent=False),
)
