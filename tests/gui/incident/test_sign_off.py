"""Signing in place, the locked record, what stays open after it, and opening again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain.commands import SignOff
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.gui.incident.move_popover import MissingPopover, ReasonPopover
from incident_desk.gui.incident.sign_off_part import SignOffPart
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.secrets import set_secret
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage


def signing(shown: OpenPage) -> SignOffPart:
    part = shown.page.form.sign_off_part()
    assert part is not None
    return part


def test_that_the_big_button_leads_to_the_signature_and_signing_locks_the_steps(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("ready"))
    assert shown.page.head.next.words == "Sign ..."
    QTest.mouseClick(shown.page.head.next, Qt.MouseButton.LeftButton)
    panel = signing(shown).panel
    assert panel.isVisible()
    assert panel.secret_row.isHidden(), "Anna has no secret"
    assert shown.window.window.focusWidget() is panel.sign
    QTest.keyClick(panel.sign, Qt.Key.Key_Return)
    shown.until(lambda: shown.page.standing.isVisible())
    shown.settle()
    assert shown.field("summary").isReadOnly()  # type: ignore[attr-defined]  # a text field
    QTest.mouseClick(shown.page.head.next, Qt.MouseButton.LeftButton)
    QTest.keyClick(panel.sign, Qt.Key.Key_Return)
    shown.until(lambda: shown.values["status"] == Status.CONCLUDED)


def test_that_the_secret_is_asked_again_and_a_wrong_one_signs_nothing(desk: Desk, open_incident: OpenIncident) -> None:
    anna = desk.submitter.actor
    assert anna.id is not None
    shown = open_incident(desk, desk.new("ready"))
    set_secret(desk.register, anna, anna.id, "correct horse", uuid7())
    shown.page.session.bus.directories_changed.emit()
    shown.until(lambda: shown.page.session.names.people[anna.id or ""].has_secret)
    part = signing(shown)
    part.begin_signing("author")
    QTest.keyClicks(part.panel.secret, "wrong horse")
    QTest.keyClick(part.panel.secret, Qt.Key.Key_Return)
    shown.until(lambda: part.panel.secret_row.wrong)
    assert part.panel.secret.text() == ""
    assert not shown.stored.of("sign_offs")
    QTest.keyClicks(part.panel.secret, "correct horse")
    QTest.keyClick(part.panel.secret, Qt.Key.Key_Return)
    shown.until(lambda: shown.stored.of("sign_offs"))


def test_that_one_order_signs_once_however_often_it_is_tried(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("ready"))
    part = signing(shown)
    part.begin_signing("author")
    part.panel.sign_requested.emit("author", "")
    part.panel.sign_requested.emit("author", "")  # nobody heard what became of the first
    shown.until(lambda: [each.text for each in shown.window.told] == ["Signed.", "Signed."])
    assert len(shown.stored.of("sign_offs")) == 1


def test_that_signing_too_early_asks_for_what_is_missing(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("conclusion"))
    signing(shown).begin_signing("author")
    QTest.keyClick(signing(shown).panel.sign, Qt.Key.Key_Return)
    shown.until(lambda: isinstance(shown.page.moves.popover, MissingPopover))
    popover = shown.page.moves.popover
    assert isinstance(popover, MissingPopover)
    assert popover.forms[0].needs == ("review_written",)


def test_that_nobody_signs_what_changed_since_the_page_was_shown(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("ready"))
    part = signing(shown)
    part.begin_signing("author")
    bus = shown.page.session.bus
    bus.stop()  # the page has not heard of it yet
    desk.do(shown.record, SignOff("manager"))
    QTest.keyClick(part.panel.sign, Qt.Key.Key_Return)
    shown.until(
        lambda: shown.page.presenter.view is not None and len(shown.page.presenter.view.incident.signatures) == 1
    )
    shown.settle()
    assert [item.values["sign_off"] for item in shown.stored.of("sign_offs")] == ["manager"]


def test_that_a_locked_record_takes_what_comes_after_the_signature(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("signed"))
    assert "locked" in shown.page.standing.sentence
    assert shown.field("summary").isReadOnly()  # type: ignore[attr-defined]  # a text field
    addenda = shown.list_part("addenda")
    assert addenda.add.isVisible()
    QTest.keyClick(addenda.add, Qt.Key.Key_Return)
    form = addenda.form
    assert form is not None
    QTest.keyClicks(form.form.cells["what"].editor.widget, "The manufacturer answered.")
    QTest.keyClick(form.save, Qt.Key.Key_Return)
    shown.until(lambda: shown.stored.of("addenda"))
    shown.settle()
    assert shown.values["status"] == Status.CONCLUDED
    shown.page.look_at(Step.CONTAINMENT)
    assert not shown.list_part("measures").add.isVisible()


def test_that_opening_again_asks_why_and_voids_the_signatures(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("signed"))
    QTest.mouseClick(shown.page.standing.first, Qt.MouseButton.LeftButton)
    popover = shown.page.moves.popover
    assert isinstance(popover, ReasonPopover)
    QTest.keyClicks(popover.reason, "The test was not done")
    QTest.keyClick(popover.reason, Qt.Key.Key_Return)
    shown.until(lambda: shown.values["status"] == Status.OPEN)
    assert all("voided" in item.values for item in shown.stored.of("sign_offs"))
    shown.until(lambda: not shown.field("summary").isReadOnly())  # type: ignore[attr-defined]  # a text field
