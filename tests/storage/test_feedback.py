"""The slip for whoever reported: what was found, done and is still to come, and nobody's name."""

from __future__ import annotations

from incident_desk.domain import commands as c
from incident_desk.support.texts import Texts
from incident_desk.usecases.feedback import feedback
from incident_desk.usecases.names import read_names
from incident_desk.usecases.wording import Wording
from tests.factories import Desk


def slip(desk: Desk, record: str) -> dict[str, list[tuple[str, ...]]]:
    made = feedback(desk.register.queries, Wording(Texts("en"), read_names(desk.register.queries)), record)
    return {table.title: [row.cells for row in table.rows] for table in made.tables}


def test_that_it_tells_what_was_found_done_and_is_still_to_come(own_desk: Desk) -> None:
    desk = own_desk
    record = desk.new("ready")
    desk.do(
        record, c.AddItem("actions", {"what": "New keys", "kind": "corrective", "done": "2026-11-20"}),
        c.AddItem("actions", {"what": "A second pump", "kind": "preventive", "due": "2090-01-31"}),
    )  # fmt: skip
    told = slip(desk, record)
    assert told["What we found"][0] == ("Cause", "Decimal point typed twice")
    assert told["What was done"] == [("At once", "Pump taken out of use"), ("Since then", "New keys")]
    assert told["What is still to come"] == [("31 Jan 2090", "A second pump")]


def test_that_nobody_is_named_on_it(own_desk: Desk) -> None:
    desk = own_desk
    record = desk.new("reaction", fields={"what_happened": "Mrs Tarrant fell, Anna Berg saw it"})
    desk.do(
        record, c.ChangeFields({"cause": "Tarrant wore no shoes"}),
        c.AddItem("people", {"name": "Bo Tarrant", "role": "affected"}),
        c.AddItem("actions", {"what": "Anna Berg asks for shoes", "kind": "corrective"}),
    )  # fmt: skip
    told = str(slip(desk, record))
    assert "Tarrant" not in told
    assert "Berg" not in told
    assert "wore no shoes" in told


def test_that_a_report_that_waits_has_a_slip_too(own_desk: Desk) -> None:
    told = slip(own_desk, own_desk.new("inbox"))
    assert list(told) == ["What was reported"]
