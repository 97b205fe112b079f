"""Typing, saving, conflicts, drafts, undo: nothing typed is lost and nothing is written in passing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain.commands import AddItem, ChangeFields
from incident_desk.domain.directory import ChangeSettings
from incident_desk.domain.errors import Refused
from incident_desk.gui.save_state import SaveState
from incident_desk.support.drafts import DraftStore
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage


def test_that_leaving_a_field_saves_it_as_one_entry(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    before = shown.kinds
    told: list[SaveState] = []
    shown.page.saved_state_changed.connect(told.append)
    shown.write("extent_areas", "Ward 3")
    assert "extent_areas" not in shown.values, "not while the field is being written"
    shown.leave_field()
    shown.until(lambda: shown.values.get("extent_areas") == "Ward 3")
    shown.settle()
    assert shown.kinds == [*before, "fields_changed"]
    assert told[-1].words.startswith("All changes saved") and told[-1].safe
    assert [each.words for each in told if not each.safe][-1] == "Saving ..."
    assert shown.page.saver.unsaved == {}


def test_that_a_choice_is_saved_by_itself(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("prioritisation"))
    combo = shown.form_of("capacity").cells["capacity"].editor.widget
    QTest.keyClick(combo, Qt.Key.Key_Down)
    combo.activated.emit(0)  # type: ignore[attr-defined]  # a combo box: what choosing with the mouse sends
    shown.until(lambda: shown.values.get("capacity") == "yes")


def test_that_what_the_register_refuses_stays_in_the_field_with_the_reason(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("identification"))
    field = shown.field("responsible")
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]  # a line
    QTest.keyClicks(field, "Nobody We Know")
    shown.leave_field()
    shown.until(lambda: shown.form_of("responsible").cells["responsible"].row.wrong)
    shown.settle()
    assert field.text() == "Nobody We Know"  # type: ignore[attr-defined]  # a line
    assert shown.values["responsible"] == desk.person("Anna Berg")


def test_that_one_refused_field_does_not_hold_up_the_others(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("prioritisation"))
    shown.write("workload", "ten")
    shown.leave_field()
    shown.until(lambda: shown.form_of("workload").cells["workload"].row.wrong)
    shown.write("effect_now", "Longer stay")
    shown.leave_field()
    shown.until(lambda: shown.values.get("effect_now") == "Longer stay")
    assert shown.field("workload").text() == "ten"  # type: ignore[attr-defined]  # a line


def test_that_a_reason_stands_at_its_field_as_long_as_what_was_refused(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("prioritisation"))
    shown.write("workload", "ten")
    shown.leave_field()
    shown.until(lambda: "workload" in shown.page.saver._refused)
    shown.settle()
    form = shown.form_of("workload")
    reason = form.cells["workload"].row.wrong
    assert "ten" in reason
    form.cells["workload"].row.set_wrong("")  # as a field does that finds nothing wrong itself
    form.edited.emit("workload")
    assert form.cells["workload"].row.wrong == reason
    form.cells["workload"].row.set_wrong("")
    desk.acting_as("Carl Coordinator").do(shown.record, ChangeFields({"extent_staff": "Two"}))
    shown.until(lambda: form.cells["workload"].row.wrong == reason)


def test_that_a_name_nobody_has_is_refused_at_its_field(desk: Desk) -> None:
    incident = desk.new("identification")
    for key, value in (("responsible", "Nobody"), ("place", "Nowhere")):
        with pytest.raises(Refused) as refused:
            desk.do(incident, ChangeFields({key: value}))
        assert refused.value.field == key


# --- colleagues ------------------------------------------------------------------------------------


def in_conflict(desk: Desk, open_incident: OpenIncident) -> OpenPage:
    """Anna types into a field that Carl changes under her hands."""
    shown = open_incident(desk, desk.new("containment"))
    shown.write("extent_areas", "Ward 3")
    desk.acting_as("Carl Coordinator").do(shown.record, ChangeFields({"extent_areas": "<b>Ward 5</b>"}))
    shown.until(lambda: shown.form_of("extent_areas").cells["extent_areas"].conflict)
    shown.settle()
    return shown


def test_that_both_texts_stand_side_by_side_and_mine_can_be_kept(desk: Desk, open_incident: OpenIncident) -> None:
    shown = in_conflict(desk, open_incident)
    bar = shown.form_of("extent_areas").cells["extent_areas"].conflict
    assert bar is not None
    assert bar.theirs.text() == "<b>Ward 5</b>"
    assert "Carl Coordinator" in bar.sentence
    shown.leave_field()
    shown.settle()
    assert shown.values["extent_areas"] == "<b>Ward 5</b>", "nothing is overwritten before somebody chose"
    QTest.mouseClick(bar.keep, Qt.MouseButton.LeftButton)
    shown.until(lambda: shown.values["extent_areas"] == "Ward 3")
    assert shown.form_of("extent_areas").cells["extent_areas"].conflict is None


def test_that_theirs_can_be_taken(desk: Desk, open_incident: OpenIncident) -> None:
    shown = in_conflict(desk, open_incident)
    before = shown.kinds
    bar = shown.form_of("extent_areas").cells["extent_areas"].conflict
    assert bar is not None
    QTest.mouseClick(bar.take, Qt.MouseButton.LeftButton)
    assert shown.field("extent_areas").text() == "<b>Ward 5</b>"  # type: ignore[attr-defined]  # a line
    shown.settle()
    assert shown.kinds == before
    assert shown.page.saver.unsaved == {}


def test_that_a_change_of_another_field_is_shown_and_disturbs_nobody(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    shown.write("extent_areas", "Ward 3")
    desk.acting_as("Carl Coordinator").do(shown.record, ChangeFields({"extent_staff": "Two"}))
    shown.until(lambda: shown.field("extent_staff").text() == "Two")  # type: ignore[attr-defined]  # a line
    assert shown.field("extent_areas").text() == "Ward 3"  # type: ignore[attr-defined]  # a line
    shown.leave_field()
    shown.until(lambda: shown.values.get("extent_areas") == "Ward 3")


# --- drafts -------------------------------------------------------------------------------------------


def draft_file(shown: OpenPage) -> Path:
    folder = shown.page.session.services.data_dir / "drafts"
    return next(iter(folder.glob("*.json")), folder / "none")


def test_that_typed_text_is_on_disk_within_two_seconds_and_gone_once_it_is_saved(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("containment"))
    shown.write("extent_areas", "Ward 3")
    shown.window.qtbot.waitUntil(lambda: draft_file(shown).exists(), timeout=2_000)
    kept = json.loads(draft_file(shown).read_text())
    assert kept["subject"] == f"incident {shown.record} {shown.page.session.actor.id}"
    assert kept["values"]["fields"] == {"extent_areas": "Ward 3"}
    shown.leave_field()
    shown.until(lambda: not draft_file(shown).exists())
    assert shown.values["extent_areas"] == "Ward 3"


def keep_draft(desk: Desk, data_dir: Path, incident: str, fields: dict[str, object], person: str = "Anna Berg") -> None:
    """What a program that crashed left behind."""
    register = desk.register.queries.settings().register_id
    values = {"position": desk.position(incident), "fields": fields}
    writer = desk.person(person)
    DraftStore(data_dir).keep(register, f"incident {incident} {writer}", writer, values)


def test_that_a_draft_is_offered_after_a_crash_and_put_in(
    desk: Desk, open_incident: OpenIncident, tmp_path: Path
) -> None:
    incident = desk.new("containment")
    keep_draft(desk, tmp_path / "data", incident, {"extent_areas": "Ward 3", "what_happened": "All of it, in order."})
    shown = open_incident(desk, incident)
    notice = shown.page.draft_notice
    shown.until(lambda: notice.isVisible())
    assert "Areas" in notice.sentence
    assert "extent_areas" not in shown.values
    QTest.mouseClick(notice.first, Qt.MouseButton.LeftButton)
    shown.until(lambda: shown.values.get("extent_areas") == "Ward 3")
    assert shown.values["what_happened"] == "All of it, in order.", "also what stands on another step"
    assert notice.isHidden()


def test_that_a_draft_can_be_thrown_away(desk: Desk, open_incident: OpenIncident, tmp_path: Path) -> None:
    incident = desk.new("containment")
    keep_draft(desk, tmp_path / "data", incident, {"extent_areas": "Ward 3"})
    shown = open_incident(desk, incident)
    shown.until(lambda: shown.page.draft_notice.isVisible())
    QTest.mouseClick(shown.page.draft_notice.second, Qt.MouseButton.LeftButton)
    shown.until(lambda: not draft_file(shown).exists())
    assert "extent_areas" not in shown.values


def test_that_a_draft_that_is_in_the_register_by_now_is_not_offered(
    desk: Desk, open_incident: OpenIncident, tmp_path: Path
) -> None:
    incident = desk.new("containment")
    keep_draft(desk, tmp_path / "data", incident, {"extent_areas": "Ward 3"})
    desk.do(incident, ChangeFields({"extent_areas": "Ward 3"}))
    shown = open_incident(desk, incident)
    shown.until(lambda: not draft_file(shown).exists())
    assert shown.page.draft_notice.isHidden()


def test_that_a_draft_meets_what_a_colleague_wrote_since(
    desk: Desk, open_incident: OpenIncident, tmp_path: Path
) -> None:
    incident = desk.new("containment")
    keep_draft(desk, tmp_path / "data", incident, {"extent_areas": "Ward 3"})
    desk.acting_as("Carl Coordinator").do(incident, ChangeFields({"extent_areas": "Ward 5"}))
    shown = open_incident(desk, incident)
    shown.until(lambda: shown.page.draft_notice.isVisible())
    QTest.mouseClick(shown.page.draft_notice.first, Qt.MouseButton.LeftButton)
    shown.until(lambda: shown.form_of("extent_areas").cells["extent_areas"].conflict)
    assert shown.values["extent_areas"] == "Ward 5"


def test_that_nobody_is_shown_the_draft_of_another(desk: Desk, open_incident: OpenIncident, tmp_path: Path) -> None:
    incident = desk.new("containment")
    keep_draft(desk, tmp_path / "data", incident, {"extent_areas": "Ward 3"}, "Carl Coordinator")
    shown = open_incident(desk, incident)
    shown.settle()
    assert shown.page.draft_notice.isHidden()
    shown.write("extent_staff", "Two")
    shown.leave_field()
    shown.until(lambda: shown.values.get("extent_staff") == "Two")
    shown.settle()
    assert json.loads(draft_file(shown).read_text())["values"]["fields"] == {"extent_areas": "Ward 3"}


def test_that_text_of_the_one_before_is_not_written_in_the_name_of_the_next(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("containment"))
    shown.write("extent_areas", "Ward 3")
    carl = desk.acting_as("Carl Coordinator").submitter.actor
    shown.page.session.set_actor(carl)
    shown.settle()
    assert shown.field("extent_areas").text() == ""  # type: ignore[attr-defined]  # a line
    assert shown.page.saver.unsaved == {}


# --- undo -----------------------------------------------------------------------------------------------


def test_that_ctrl_z_takes_typed_text_back_first_and_then_the_last_change_of_the_record(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("containment"))
    shown.write("extent_areas", "Ward 3")
    shown.leave_field()
    shown.until(lambda: shown.values.get("extent_areas") == "Ward 3")
    shown.settle()
    shown.write("extent_equipment", "Pump")
    field = shown.field("extent_equipment")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""  # type: ignore[attr-defined]  # a line
    assert shown.values["extent_areas"] == "Ward 3"
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shown.until(lambda: "extent_areas" not in shown.values)
    assert shown.kinds[-1] == "undone"


def test_that_only_own_changes_are_taken_back(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    shown = open_incident(desk, incident)
    desk.acting_as("Carl Coordinator").do(incident, AddItem("measures", {"what": "Doors kept open"}))
    shown.page.act("undo")
    shown.settle()
    assert "undone" not in shown.kinds
    assert "nothing of yours" in shown.window.told[-1].text


def test_that_a_change_of_the_settings_leaves_typed_text_alone(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    shown.write("extent_areas", "Ward 3")
    settings = desk.register.queries.chain_of("settings")
    desk.do(settings, ChangeSettings({"organisation": "St Brigid's"}))
    shown.until(lambda: shown.page.session.names.settings.organisation == "St Brigid's")
    shown.settle()
    assert shown.field("extent_areas").text() == "Ward 3"  # type: ignore[attr-defined]  # a line
