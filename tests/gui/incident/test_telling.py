"""What tells who somebody is, on the page of an incident: whom it names is looked for by any part of the name."""

from __future__ import annotations

from shiboken6 import delete

from incident_desk.domain import commands as c
from incident_desk.gui.telling.watch import TellingWatch
from incident_desk.gui.widgets.fields import ProseField
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage


def _watch(page: OpenPage) -> TellingWatch:
    watch = page.form_of("what_happened").cells["what_happened"].watch
    assert watch is not None
    return watch


def test_that_whoever_stands_on_the_record_is_looked_for_by_any_part(desk: Desk, open_incident: OpenIncident) -> None:
    record = desk.new("identification", fields={"what_happened": "tarrant slipped, said Quux"})
    desk.do(record, c.AddItem("people", {"name": "Bo Tarrant", "role": "affected"}))
    page = open_incident(desk, record)
    page.until(lambda: _watch(page).passages)
    assert _watch(page).passages == ["tarrant"]


def test_that_what_is_left_out_is_saved_with_the_text(desk: Desk, open_incident: OpenIncident) -> None:
    record = desk.new("identification", fields={"what_happened": "Mrs Tarrant slipped"})
    page = open_incident(desk, record)
    page.until(lambda: _watch(page).passages)
    _watch(page).leave_out.click()
    page.until(lambda: page.values["what_happened"] == "Mrs \u2588\u2588\u2588\u2588\u2588 slipped")


def test_that_an_answer_for_a_form_that_is_gone_is_dropped(desk: Desk, open_incident: OpenIncident) -> None:
    page = open_incident(desk, desk.new("identification"))
    watch = TellingWatch(ProseField(page.page.theme, page.page), page.page.session, page.page.theme, page.page)
    watch.field.set_text("Mrs Tarrant slipped")
    watch._soon.timeout.emit()
    delete(watch.field)
    delete(watch)
    page.settle()
    assert page.window.told == []


def test_that_nothing_is_asked_where_nobody_may_write(desk: Desk, open_incident: OpenIncident) -> None:
    record = desk.new("identification", fields={"what_happened": "Mrs Tarrant slipped"})
    page = open_incident(desk, record)
    page.until(lambda: _watch(page).passages)
    page.form_of("what_happened").set_read_only(True)
    _watch(page)._soon.timeout.emit()
    assert (_watch(page).passages, _watch(page).isVisible()) == ([], False)
