"""Letting a PC sign, entering its passphrase, withdrawing it: in the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.gui.trust.signing_panel import SigningPanel
from incident_desk.gui.trust.trust_page import TrustPage
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.menu import Menu
from incident_desk.support import station_keys
from tests.factories import Desk
from tests.gui.conftest import OpenWindow
from tests.storage.other_program import other_program

Open = Callable[[Desk], OpenWindow]
WORDS = "three dry words and a lamp"


@pytest.fixture(autouse=True)
def nothing_unlocked() -> Iterator[None]:
    station_keys.lock_all()
    yield
    station_keys.lock_all()


def panel_of(opened: OpenWindow) -> SigningPanel:
    page = opened.show("trust")
    assert isinstance(page, TrustPage)
    return page.signing


def type_over(line: LineField, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def stations(panel: SigningPanel) -> list[tuple[str, ...]]:
    return panel.stations.facts


def enrolled(opened: OpenWindow) -> SigningPanel:
    """A PC without a keyring: the passphrase is asked once it turns out that one is needed."""
    panel = panel_of(opened)
    assert panel.state.text() == "No PC signs this register yet. An administrator can let one sign."
    assert not panel.unlock.isVisible() and not panel.withdraw.isVisible()
    panel.enrol.click()
    type_over(panel.name, "Ward office")
    assert not panel.rows["passphrase"].isVisible()
    panel.go.click()
    opened.until(panel.rows["passphrase"].isVisible)
    assert panel.warning.text() == (
        "This PC has no safe place for keys. Choose a passphrase that keeps the key of this PC."
    )
    type_over(panel.passphrase, WORDS)
    QTest.keyClick(panel.passphrase, Qt.Key.Key_Return)
    assert panel.rows["again"].wrong == "The two passphrases are not the same. Enter both again."
    type_over(panel.again, WORDS)
    QTest.keyClick(panel.again, Qt.Key.Key_Return)
    opened.until(lambda: stations(panel))
    opened.settle()
    return panel


def test_that_an_administrator_lets_this_pc_sign(desk: Desk, open_on: Open) -> None:
    desk.new("containment")
    panel = enrolled(open_on(desk))
    assert stations(panel) == [("Ward office", "this PC; it signs by itself")]
    newest = desk.register.queries.newest_signed()
    assert newest is not None
    assert panel.state.text().startswith(f"Signed up to entry {newest.head.index} by Ward office, ")
    assert not panel.enrol.isVisible() and panel.withdraw.isVisible()
    assert panel.passphrase.text() == panel.again.text() == ""


def test_that_the_passphrase_is_asked_again_by_a_program_that_was_started_anew(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    panel = enrolled(opened)
    station_keys.lock_all()
    desk.new("inbox")
    panel = panel_of(opened)
    assert stations(panel) == [("Ward office", "this PC; it signs once its passphrase was entered")]
    panel.unlock.click()
    type_over(panel.passphrase, "some other dozen letters")
    panel.go.click()
    opened.until(lambda: panel.rows["passphrase"].wrong)
    assert panel.rows["passphrase"].wrong == "This is not the passphrase of this PC's key. Try again."
    type_over(panel.passphrase, WORDS)
    panel.go.click()
    opened.until(lambda: not panel.unlock.isVisible() and not panel.go.isVisible())
    opened.until(lambda: stations(panel) == [("Ward office", "this PC; it signs by itself")])


def test_that_a_pc_is_withdrawn_after_a_plain_word_about_it(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    panel = enrolled(opened)
    panel.withdraw.click()
    (menu,) = panel.findChildren(Menu)
    menu.actions()[0].trigger()
    menu.close()
    assert panel.warning.text() == (
        "What Ward office signs from now on counts no more. What it signed until now stays good."
    )
    assert panel.cancel.hasFocus() and panel.go.text() == "Withdraw Ward office"
    panel.go.click()
    opened.until(lambda: "withdrawn" in stations(panel)[0][1])
    assert panel.enrol.isVisible() and not panel.withdraw.isVisible()


def test_that_a_forged_signature_is_told_at_once(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    panel = enrolled(opened)
    with other_program(desk.address) as program:
        program.run("UPDATE signed_head SET signature = ?", b"\x07" * 64)
    panel = panel_of(opened)
    assert panel.wrong.isVisible() and not panel.state.isVisible()
    assert "is by no PC that was enrolled here. Check everything." in panel.wrong.text()


def test_that_who_is_no_administrator_reads_and_changes_nothing(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    panel = enrolled(opened)
    opened.window.session.set_actor(desk.acting_as("Maria Manager").submitter.actor)
    opened.until(lambda: not panel.withdraw.isVisible())
    assert stations(panel) and not panel.enrol.isVisible()
