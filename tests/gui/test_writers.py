"""What is being written keeps the window open once, and says what becomes of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

from incident_desk.domain.commands import AddNote, ChangeFields
from incident_desk.gui.importing.import_page import ImportPage
from incident_desk.gui.importing.presenter import What
from incident_desk.gui.incident.incident_page import IncidentPage
from incident_desk.gui.messages import Messages
from incident_desk.gui.papers.papers_page import PapersPage
from incident_desk.gui.writers import Writers
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


@contextmanager
def held_up(opened: OpenWindow) -> Iterator[None]:
    """Every job that is begun within waits until the end."""
    go_on = threading.Event()
    for _ in range(4):
        opened.window.session.tasks.run(go_on.wait)
    try:
        yield
    finally:
        go_on.set()
    opened.settle()


def keeps_open(opened: OpenWindow, words: str) -> None:
    told = len(opened.told)
    assert not opened.window.may_close()
    assert opened.told[-1].text == words
    assert opened.window.may_close(), "it was said"
    assert len(opened.told) == told + 1


def test_that_what_is_said_of_one_is_said_of_all_that_it_fits(qapp: object) -> None:
    messages, told = Messages(), list[str]()
    messages.told.connect(lambda message: told.append(message.text))
    writers = Writers(messages)
    one, other, third = writers.begin("A file."), writers.begin("A backup."), writers.begin("A file.")
    assert [writers.may_close() for _ in range(3)] == [False, False, True]
    assert told == ["A file.", "A backup."]
    writers.begin("A file.")
    assert not writers.may_close()
    for number in (one, other, third):
        writers.end(number)
    assert writers.may_close()


def test_that_a_backup_keeps_the_window_open(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    with held_up(opened):
        opened.window.backups.choose(tmp_path / "backups")
        keeps_open(opened, "A backup is still being written. Closed now, it may be missing.")
    assert opened.window.may_close()
    assert not opened.window.backups.running


def test_that_a_backup_that_failed_keeps_nothing_open(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    (tmp_path / "no folder").write_text("")
    with held_up(opened):
        opened.window.backups.choose(tmp_path / "no folder")
    assert opened.told[-1].button == "Try again"
    assert opened.window.may_close()


def test_that_a_paper_keeps_the_window_open(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = opened.show("papers", desk.new("identification"))
    assert isinstance(page, PapersPage)
    opened.until(lambda: page._printed is not None)
    opened.settle()
    printed = page._printed
    assert printed is not None
    with held_up(opened):
        page.out.save_to(tmp_path / "paper.pdf", printed)
        keeps_open(opened, "paper.pdf is still being saved. Closed now, the file may be missing.")
    assert opened.window.may_close()
    assert (tmp_path / "paper.pdf").exists()


def test_that_rows_that_are_kept_keep_the_window_open(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    page = opened.show("import")
    assert isinstance(page, ImportPage)
    sheet = tmp_path / "list.csv"
    sheet.write_text("Name;Role\nZoe Zorn;juggler\n", encoding="utf-8")
    page.importing.choose_what(What.PEOPLE)
    page.importing.look(sheet)
    opened.settle()
    page.importing.make_plan()
    opened.settle()
    done = list[bool]()
    with held_up(opened):
        page.importing.write_bad_rows(tmp_path / "bad.csv", lambda: done.append(True))
        keeps_open(opened, "bad.csv is still being saved. Closed now, the file may be missing.")
    assert done == [True]
    assert opened.window.may_close()


def test_that_a_note_on_its_way_keeps_the_window_open_once_and_is_written(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = opened.show("incident", incident)
    assert isinstance(page, IncidentPage)
    opened.until(lambda: page.presenter.view is not None and page.presenter.idle)
    with held_up(opened):
        for text in ("The pump was taken away", "The family was told"):
            page.presenter.order([AddNote(text)])
        keeps_open(opened, "A change of this incident is still being saved. Closed now, it is lost.")
    opened.until(lambda: page.presenter.idle)
    assert [entry.kind for entry in desk.register.queries.entries(incident)].count("noted") == 2
    assert opened.window.may_close()


def test_that_text_kept_as_a_draft_keeps_nothing_open(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = opened.show("incident", incident)
    assert isinstance(page, IncidentPage)
    opened.until(lambda: page.presenter.view is not None and page.presenter.idle)
    with held_up(opened):
        page.presenter.order([ChangeFields({"title": "Pump stopped"})], drafted=True)
        assert opened.window.may_close()


def test_that_files_being_attached_keep_the_window_open_once(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = opened.show("incident", incident)
    assert isinstance(page, IncidentPage)
    opened.until(lambda: page.presenter.view is not None and page.presenter.idle)
    with held_up(opened):
        for _ in range(2):
            page.files.attach_picture(QImage(8, 8, QImage.Format.Format_RGB32))
        keeps_open(opened, "A file is still being attached. Closed now, it may be missing.")
    opened.until(lambda: len(desk.record(incident).of("attachments")) == 2 and page.presenter.idle)
    assert opened.window.may_close()
