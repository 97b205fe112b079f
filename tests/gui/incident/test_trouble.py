"""What goes wrong around a save: a busy register, a full disk, a colleague in between, a record that is left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from incident_desk.domain.commands import ChangeFields
from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.gui.messages import Tone
from incident_desk.storage.dialects.sqlite import driver
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage


@contextmanager
def busy(desk: Desk) -> Iterator[None]:
    """Another program writes and does not come to an end."""
    other = driver().connect(desk.address, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def fail_to_save(shown: OpenPage) -> None:
    shown.write("extent_areas", "Ward 3")
    shown.page.saver.flush()
    shown.until(lambda: shown.window.told)


def test_that_a_busy_register_leaves_the_text_unsaved_and_try_again_saves_it(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("containment"))
    with busy(desk):
        fail_to_save(shown)
        assert [(each.tone, each.button) for each in shown.window.told] == [(Tone.TROUBLE, "Try again")]
        assert shown.window.window.status_line.text("saved") == "Not saved; it is tried again"
        assert shown.field("extent_areas").text() == "Ward 3"  # type: ignore[attr-defined]  # a line
    shown.write("extent_areas", " and 4")
    again = shown.window.told[0].action
    assert again is not None
    again()
    shown.until(lambda: shown.values.get("extent_areas") == "Ward 3 and 4")
    shown.until(lambda: shown.window.window.status_line.text("saved").startswith("All changes saved"))


def test_that_it_is_tried_again_by_itself_and_said_once(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    shown.page.saver._retry.setInterval(50)
    with busy(desk):
        fail_to_save(shown)
        shown.until(lambda: shown.page.saver._under_way)  # the second try
    shown.until(lambda: shown.values.get("extent_areas") == "Ward 3")
    assert len(shown.window.told) == 1


def test_that_a_disk_that_keeps_no_draft_does_not_keep_the_register_from_it(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("containment"))
    folder: Path = shown.page.session.services.data_dir / "drafts"
    folder.write_text("no folder")
    shown.write("extent_areas", "Ward 3")
    assert shown.page.leave()
    shown.until(lambda: shown.values.get("extent_areas") == "Ward 3")
    assert shown.window.told[0].text.startswith("The draft cannot be kept on this disk.")


def test_that_what_is_typed_while_a_save_runs_is_saved_too_when_the_record_is_left(
    desk: Desk, open_incident: OpenIncident
) -> None:
    other = desk.new("containment")
    shown = open_incident(desk, desk.new("containment"))
    shown.write("extent_areas", "Ward 3")
    shown.page.saver.flush()
    shown.write("extent_areas", " and 4")
    shown.write("extent_staff", "Two")
    shown.window.window.show_page("incident", other)
    shown.until(lambda: shown.values.get("extent_staff") == "Two")
    assert shown.values.get("extent_areas") == "Ward 3 and 4"
    shown.settle()
    assert shown.page.saver._left == {}


# --- orders that wait --------------------------------------------------------------------------------


def test_that_an_order_that_waited_does_not_overwrite_what_came_in_between(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("containment"))
    carl, refused = desk.acting_as("Carl Coordinator"), list[Refused]()

    def meanwhile(_: object) -> None:
        carl.do(shown.record, ChangeFields({"what_happened": "Carl saw it himself."}))

    shown.page.presenter.order([ChangeFields({"title": "Mine"})], done=meanwhile)
    shown.page.presenter.order([ChangeFields({"what_happened": "My text"})], refused=refused.append)
    shown.until(lambda: refused)
    assert isinstance(refused[0], EditConflict)
    assert shown.values["what_happened"] == "Carl saw it himself."


def test_that_what_one_wrote_oneself_in_between_is_nobody_elses(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    refused = list[Refused]()
    for title in ("One", "Two", "Three"):
        shown.page.presenter.order([ChangeFields({"title": title})], refused=refused.append)
    shown.until(lambda: shown.values["title"] == "Three")
    assert refused == []


def test_that_an_order_is_written_in_the_name_of_who_gave_it(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    shown.page.presenter.order([ChangeFields({"title": "One"})])
    shown.page.presenter.order([ChangeFields({"title": "Two"})])
    shown.page.session.set_actor(desk.acting_as("Carl Coordinator").submitter.actor)
    shown.until(lambda: shown.values["title"] == "Two")
    assert desk.register.queries.entries(shown.record)[-1].actor == desk.person("Anna Berg")
