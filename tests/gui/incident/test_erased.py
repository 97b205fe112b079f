"""An incident in which something was erased, or that is under legal hold, says so on its page and stays usable."""

from __future__ import annotations

from incident_desk.domain.commands import AddItem, ChangeFields, HoldIncident
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.erasing.erase import Order, erase
from incident_desk.usecases.erasing.look import look
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident

NAME = "Lavinia Gorse"


def test_that_the_page_says_what_was_erased_and_that_it_is_held(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("conclusion", fields={"reporter_name": NAME})
    desk.do(incident, ChangeFields({"cause": f"{NAME} mistyped", "summary": f"{NAME} again"}))
    desk.do(incident, AddItem("people", {"name": NAME, "role": "witness"}))
    attach_bytes(desk.submitter, incident, b"x", uuid7(), name=f"{NAME}.txt")
    found = look(desk.register.queries, incident, [NAME])
    anew = {each.place: "A nurse mistyped" if each.place == "=cause" else None for each in found.lost.found}
    files = frozenset(file.place for file in found.files)
    erase(desk.submitter, uuid7(), incident, Order(found.words, "Article 17", "asked", anew, files, found.position))
    desk.do(incident, HoldIncident("A claim is open"))
    shown = open_incident(desk, incident)
    shown.until(lambda: shown.page.kept.isVisible())
    assert "Article 17" in shown.page.kept.sentence
    assert "legal hold" in shown.page.kept.sentence
    assert shown.values["cause"] == "A nurse mistyped"


def test_that_other_incidents_show_no_such_notice(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("conclusion"))
    shown.settle()
    assert shown.page.kept.isHidden()
