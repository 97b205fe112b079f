"""Three questions in the first step, and what their answers propose."""

from __future__ import annotations

from incident_desk.domain.fields import INTERRUPTION, RECTIFIABLE, SINGLE
from incident_desk.gui.incident.fields_part import FieldsPart
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident


def test_that_three_answers_propose_what_it_is(desk: Desk, open_incident: OpenIncident) -> None:
    page = open_incident(desk, desk.new("identification"))
    form = page.form_of(INTERRUPTION)
    part = form.parent()
    assert isinstance(part, FieldsPart)
    assert part.proposal.text() == ""
    for key in (SINGLE, INTERRUPTION, RECTIFIABLE):
        form.write(key, True)
        form.edited.emit(key)
    assert part.proposal.text() == "By these answers it is an incident."
    form.write(RECTIFIABLE, False)
    form.edited.emit(RECTIFIABLE)
    assert part.proposal.text().startswith("By these answers it is part of a problem")
    form.write(INTERRUPTION, False)
    form.edited.emit(INTERRUPTION)
    assert part.proposal.text().startswith("By these answers it is a request")
