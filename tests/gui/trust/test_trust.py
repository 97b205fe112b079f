"""The page Trust in the real window: what stands behind the register, the check, and a paper held against it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from incident_desk.domain.commands import AddNote, ChangeFields
from incident_desk.gui.trust.trust_page import TrustPage
from incident_desk.support.texts import Texts
from incident_desk.usecases.names import read_names
from incident_desk.usecases.newest_entry import newest_entry
from incident_desk.usecases.print_papers import print_record
from incident_desk.usecases.wording import Wording
from tests.factories import Desk
from tests.gui.conftest import OpenWindow
from tests.storage.other_program import other_program

Open = Callable[[Desk], OpenWindow]


def trust_of(opened: OpenWindow) -> TrustPage:
    page = opened.show("trust")
    assert isinstance(page, TrustPage)
    return page


def facts_of(page: TrustPage) -> dict[str, str]:
    return {row[0]: row[1] for row in page.facts.facts.facts}


def printed(opened: OpenWindow, record: str, folder: Path) -> Path:
    desk = opened.desk
    wording = Wording(Texts("en"), read_names(desk.register.queries))
    paper = print_record(opened.host.services, desk.register, desk.submitter.actor, record, wording)
    (folder / paper.name).write_bytes(paper.content)
    return folder / paper.name


def drop(opened: OpenWindow, path: Path) -> bool:
    """A file let go over the middle of the window. Whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window, at = opened.window, QPoint(opened.window.width() // 2, opened.window.height() // 2)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, data, left, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(at.toPointF(), copy, data, left, none))
    return enter.isAccepted()


# --- what stands behind it ------------------------------------------------------------------------


def test_that_a_new_register_says_what_is_proved_and_what_to_do(desk: Desk, open_on: Open) -> None:
    desk.new("containment")
    page = trust_of(open_on(desk))
    facts = facts_of(page)
    count = newest_entry(desk.register.queries)
    assert facts["Written down"].startswith(f"{count} entries since ")
    assert facts["Sealed"] == "Not yet. The next signature, print or backup seals what is written."
    assert facts["Last checked"] == "never on this PC"
    assert page.facts.state.text().startswith("Nobody has checked everything on this PC yet.")
    assert not page.facts.wrong.isVisible()


def test_that_a_check_is_remembered_over_a_restart(desk: Desk, open_on: Open) -> None:
    desk.new("containment")
    opened = open_on(desk)
    page = trust_of(opened)
    page.check.full.click()
    opened.until(lambda: page.check.holds.text())
    opened.settle()
    told = facts_of(page)["Last checked"]
    assert told.startswith("everything holds, ")
    assert page.facts.state.text() == "Nothing was changed behind the program's back, as far as it was checked."
    assert facts_of(page)["Remembered by this PC"].startswith("This PC has seen it up to entry ")
    opened.window.close()
    assert facts_of(trust_of(open_on(desk)))["Last checked"] == told


def test_that_what_did_not_hold_is_still_said_later(desk: Desk, open_on: Open) -> None:
    desk.new("containment")
    with other_program(desk.address) as other:
        other.run("UPDATE incident SET title = 'Nothing happened'")
    opened = open_on(desk)
    page = trust_of(opened)
    page.check.full.click()
    opened.until(lambda: page.check.broken.text())
    opened.settle()
    assert facts_of(page)["Last checked"].startswith("1 thing did not hold, ")
    assert page.facts.wrong.text() == "At the last check something did not hold. Check everything again."


# --- the check ------------------------------------------------------------------------------------


def test_that_a_sound_register_is_said_to_hold(desk: Desk, open_on: Open) -> None:
    desk.new("containment")
    opened = open_on(desk)
    section = trust_of(opened).check
    section.full.click()
    assert section.working.isVisible()
    assert not section.full.isEnabled()
    opened.until(lambda: section.holds.text())
    newest = newest_entry(desk.register.queries)
    entries = f"Entries checked: {newest}; the newest is entry {newest}."
    assert section.holds.text() == f"Everything holds. {entries} The register shows what they say."
    assert not section.broken.isVisible()
    section.recent.click()
    opened.until(lambda: not section.working.isVisible())
    assert section.holds.text().startswith("Everything holds. ")


def test_that_what_it_says_and_what_the_check_says_are_one_truth(desk: Desk, open_on: Open) -> None:
    desk.register.take_head()
    record = desk.new("containment")
    opened = open_on(desk)
    page = trust_of(opened)
    opened.until(lambda: "Written down" in facts_of(page))
    desk.do(record, AddNote("Looked at again"))
    page.check.full.click()
    opened.until(lambda: page.check.holds.text())
    opened.settle()
    newest = newest_entry(desk.register.queries)
    assert facts_of(page)["Written down"].startswith(f"{newest} entries since ")
    assert f"the newest is entry {newest}." in page.check.holds.text()


def test_that_an_edit_behind_its_back_is_named(desk: Desk, open_on: Open) -> None:
    desk.new("containment")
    with other_program(desk.address) as other:
        assert other.run("UPDATE incident SET title = 'Nothing happened'") == 1
    opened = open_on(desk)
    section = trust_of(opened).check
    section.full.click()
    opened.until(lambda: section.broken.text())
    assert section.broken.text() == "One thing does not hold."
    item = section.breaks.itemAt(0)
    assert item is not None
    sentence = item.widget()
    assert isinstance(sentence, QLabel)
    assert 'under "Title" was changed behind the program\'s back' in sentence.text()
    assert section.holds.text() == ""


def test_that_a_check_can_be_stopped(desk: Desk, open_on: Open) -> None:
    for _ in range(3):
        desk.new("inbox")
    opened = open_on(desk)
    section = trust_of(opened).check
    section.check("full")
    section.working.stop_button.click()
    opened.until(lambda: not section.working.isVisible())
    assert section.stopped.text().startswith("Stopped.")
    assert section.holds.text() == ""
    assert section.full.isEnabled()


# --- a paper --------------------------------------------------------------------------------------


def test_that_a_paper_dropped_on_any_page_is_checked(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    record = desk.new("containment")
    opened = open_on(desk)
    file = printed(opened, record, tmp_path)
    opened.show("board")
    assert drop(opened, file)
    page = opened.window.page
    assert isinstance(page, TrustPage)
    opened.until(lambda: page.paper.holds.text())
    assert page.paper.holds.text().startswith("Unchanged, and up to date.")
    assert page.paper.name.text() == file.name
    page.paper.open_button.click()
    assert (opened.window.page.key, opened.window._record_of(opened.window.page)) == ("incident", record)


def test_that_another_file_is_not_taken(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    opened.show("board")
    assert not drop(opened, tmp_path / "photo.png")
    assert opened.window.page.key == "board"


def test_that_nobody_checks_a_paper_before_saying_who_they_are(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    file = printed(opened, desk.new("containment"), tmp_path)
    opened.window.lock()
    opened.settle()
    assert drop(opened, file)
    assert opened.window.page.key == "sign_in"


def test_that_what_changed_since_is_said(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    record = desk.new("containment")
    opened = open_on(desk)
    file = printed(opened, record, tmp_path)
    desk.do(record, ChangeFields({"title": "Another title"}))
    page = trust_of(opened)
    page.take(file)
    opened.until(lambda: page.paper.holds.text())
    assert "as it stood at entry" in page.paper.holds.text()
    assert "Changed in the record since: Title." in [label.text() for label in page.paper.findChildren(QLabel)]
    page.paper.print_button.click()
    assert opened.window.page.key == "papers"


def test_that_an_altered_paper_is_told_where(
    desk: Desk, open_on: Open, tmp_path: Path, program: Callable[[str], str]
) -> None:
    record = desk.new("reaction")
    opened = open_on(desk)
    file = printed(opened, record, tmp_path)
    subprocess.run([program("qpdf"), file, "--pages", ".", "1", "--", tmp_path / "cut.pdf"], check=True)
    page = trust_of(opened)
    page.take(tmp_path / "cut.pdf")
    opened.until(lambda: page.paper.broken.text())
    assert page.paper.broken.text().startswith("Changed. ")
    assert "Page 2 is missing." in [label.text() for label in page.paper.findChildren(QLabel)]
    assert not page.paper.holds.isVisible()


def test_that_what_is_no_paper_is_said_in_the_message_bar(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    (tmp_path / "odd.pdf").write_text("not a paper")
    opened = open_on(desk)
    page = trust_of(opened)
    page.take(tmp_path / "odd.pdf")
    opened.until(lambda: opened.told)
    assert opened.told[-1].text.startswith("odd.pdf is no PDF file.")
    assert not page.paper.name.isVisible()


def test_that_reading_a_paper_can_be_stopped(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    file = printed(opened, desk.new("containment"), tmp_path)
    page = trust_of(opened)
    page.take(file)
    page.paper.working.stop_button.click()
    assert not page.paper.working.isVisible()
    opened.settle()
    assert page.paper.holds.text() == page.paper.broken.text() == page.paper.unsure.text() == ""
