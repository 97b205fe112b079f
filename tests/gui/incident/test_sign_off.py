"""Signing in place, the locked record, what stays open after it, and opening again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from incident_desk.domain.commands import SignOff
from incident_desk.domain.vocabulary import Status, Step
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.incident.move_popover import MissingPopover, ReasonPopover
from incident_desk.gui.incident.needs import missing_by_section
from incident_desk.gui.incident.sign_off_part import SignOffPart
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.secrets import set_secret
from tests.factories import REVIEW, Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage


def signing(shown: OpenPage) -> SignOffPart:
    part = shown.page.form.sign_off_part()
    assert part is not None
    return part


def held_down(key: Qt.Key) -> QKeyEvent:
    """What a key that is not let go sends again and again."""
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)


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


def test_that_a_line_says_who_is_to_sign_it(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("ready"))
    said = {label.text() for label in signing(shown).findChildren(QLabel)}
    assert "Not signed yet. To be signed by: Manager." in said
    assert "Not signed yet; this signature may be left out. To be signed by: Auditor." in said


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
    assert popover.forms[0].needs == ("summary", "review_written")


def test_that_the_sheet_leads_back_to_the_signature_and_signs_nothing_by_itself(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("conclusion"))
    part = signing(shown)
    part.begin_signing("author")
    QTest.keyClick(part.panel.sign, Qt.Key.Key_Return)
    shown.until(lambda: isinstance(shown.page.moves.popover, MissingPopover))
    popover = shown.page.moves.popover
    assert isinstance(popover, MissingPopover)
    for form in popover.forms[0].findChildren(FieldForm):
        for key in form.cells:
            form.write(key, REVIEW[key])
    QTest.keyClick(popover.go, Qt.Key.Key_Return)
    shown.until(lambda: part.panel.isVisible())
    shown.settle()
    assert part.panel.note.text() == "Nothing is missing any more. Sign now."
    assert shown.window.window.focusWidget() is part.panel.sign
    assert not shown.stored.of("sign_offs")
    QApplication.sendEvent(part.panel.sign, held_down(Qt.Key.Key_Return))
    shown.settle()
    assert not shown.stored.of("sign_offs"), "Enter was still held down from the sheet"
    QTest.keyClick(part.panel.sign, Qt.Key.Key_Return)
    shown.until(lambda: shown.stored.of("sign_offs"))
    shown.settle()
    (signature,) = shown.stored.of("sign_offs")
    assert signature.values["position"] == shown.stored.position - 1, "what was written in the sheet is covered"


def test_that_a_sheet_filled_in_part_asks_for_the_rest(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("conclusion"))
    part = signing(shown)
    part.begin_signing("author")
    QTest.keyClick(part.panel.sign, Qt.Key.Key_Return)
    shown.until(lambda: isinstance(shown.page.moves.popover, MissingPopover))
    first = shown.page.moves.popover
    assert isinstance(first, MissingPopover)
    first.forms[0].findChildren(FieldForm)[0].write("summary", "A typing error")
    QTest.keyClick(first.go, Qt.Key.Key_Return)
    shown.until(lambda: shown.page.moves.popover is not first and isinstance(shown.page.moves.popover, MissingPopover))
    second = shown.page.moves.popover
    assert isinstance(second, MissingPopover)
    assert second.forms[0].needs == ("review_written",)
    assert part.panel.isHidden()


def test_that_summary_and_review_each_say_what_they_lack(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("conclusion"))
    view = shown.page.presenter.view
    assert view is not None
    assert missing_by_section(view, Step.CONCLUSION) == {
        "summary": ["summary"], "review": ["review_written"], "sign_off": ["signed_off"],
    }  # fmt: skip


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
