"""Makes the small register of this version, once per release, for later versions to open:

    python -m tests.registers.make

It holds every kind of entry, a file, a person who left, a signed and a reopened record, and a head of
the log. Never made anew for a version that people use: their registers would not change with it either.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from incident_desk import __version__
from incident_desk.domain import commands as c
from incident_desk.domain import directory as d
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.secrets import set_secret
from incident_desk.usecases.undo import undo
from tests.factories import Desk, open_desk

FOLDER = Path(__file__).parent
STORY = 'Überdruck an der Presse 7; O\'Brien said "50%" <b>& more</b>\nsecond line 日本 👩‍👩‍👧'


def fill(desk: Desk) -> None:
    _led(desk)
    _triaged(desk)
    _directories(desk)
    desk.register.take_head()
    desk.do(desk.new(), c.AddNote("written after the last head"))


def _led(desk: Desk) -> None:
    """Records at every step, one signed, one signed and opened again, one void."""
    for stage in ("identification", "containment", "prioritisation", "reaction", "conclusion", "signed"):
        desk.new(stage, fields={"what_happened": STORY, "occurred": {"precision": "unknown"}})
    again = desk.new("signed")
    desk.do(again, c.AddItem("addenda", {"what": "Found later"}), c.ReopenIncident("A new fact"))
    desk.do(again, c.MoveToStep("reaction", reason="Look at it again"))
    void = desk.new("containment", kind="near_miss")
    desk.do(void, c.RatePriority("1", "1", "1", "1", "high", "A child was near"), c.VoidIncident("A test"))
    desk.do(desk.new("inbox"), c.VoidIncident("x"), c.ReinstateIncident("y"))
    short = desk.new("containment")
    desk.do(short, c.ChangeFields({"extent_areas": "Hall", "no_measure_reason": "Over"}), c.TakeShortPath("Solved"))
    _lines(desk, desk.new("reaction"))


def _lines(desk: Desk, incident: str) -> None:
    answers = {"device.serial": "88", "device.alarms": ["sound"], "device.hours": 12.5, "device.started": "2026-11-12"}
    undone = desk.do(incident, c.ChangeFields({**answers, "weakness": ["skill"], "cost": 12345.67}))
    undo(desk.submitter, incident, undone.op_id, uuid7())
    desk.do(incident, c.ChangeFields(answers, "Read from the label"))
    desk.do(incident, c.AddItem("actions", {"what": "Train", "kind": "corrective", "owner": "Maria Manager"}))
    action = desk.record(incident).of("actions")[0].id
    desk.do(incident, c.ChangeItem(action, {"done": "2026-11-20"}), c.AddItem("whys", {"what": "Why"}))
    desk.do(incident, c.RemoveItem(desk.record(incident).of("whys")[0].id, "twice"))
    attach_bytes(desk.submitter, incident, bytes(range(256)) * 8, uuid7(), name="photo.png", note="As found")


def _triaged(desk: Desk) -> None:
    for name, command in (
        ("Lost umbrella", c.MarkNotReportable("Not ours")),
        ("Same pump", c.JoinReport(desk.new("containment"), "The same pump")),
    ):
        desk.do(desk.new(fields={"title": name}), command)
    back = desk.new()
    desk.do(back, c.MarkNotReportable("x"), c.ReturnToInbox("y"))
    desk.do(None, c.RecordIncident({"what_happened": "Nobody says who"}, "hazard", anonymous=True))


def _directories(desk: Desk) -> None:
    rosa, maria = desk.person("Rosa Reporter"), desk.person("Maria Manager")
    desk.do(rosa, d.ChangePerson(rosa, {"active": False, "job": "Nurse"}))
    desk.do(None, d.AddPlace("Ward 4", "Main house", "WARD4", "department"))
    settings = desk.register.queries.settings().register_id
    desk.do(settings, d.ChangeSettings({"address": "1 Main Road\nTown", "emergency_phone": "112"}))
    set_secret(desk.register, desk.submitter.actor, maria, "correct horse", uuid7())


def main() -> int:
    target = FOLDER / f"{__version__}.register"
    if target.exists():
        sys.stderr.write(f"{target.name} is there already. Remove it first, if nobody uses that version yet.\n")
        return 1
    with tempfile.TemporaryDirectory() as folder, open_desk(str(Path(folder) / "new.register")) as desk:
        fill(desk)
        desk.register.copy_to(target)
    sys.stdout.write(f"{target.name}: {target.stat().st_size >> 10} KB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
