"""An order belongs to who gave it, at every door: however long it waits for the register, and whoever came since."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import incident_desk
from incident_desk.domain.commands import AcceptReport, ChangeFields
from incident_desk.gui.importing.import_page import ImportPage
from incident_desk.gui.importing.presenter import Importing, What
from incident_desk.gui.inbox.inbox_page import InboxPage
from incident_desk.gui.incident.incident_page import IncidentPage
from incident_desk.gui.papers.papers_page import PapersPage
from incident_desk.gui.register.register_page import RegisterPage
from incident_desk.gui.session import Session
from incident_desk.gui.settings.people_section import PeopleSection
from incident_desk.gui.settings.settings_page import SettingsPage
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.secrets import set_secret
from tests.factories import Desk
from tests.gui.conftest import OpenWindow
from tests.gui.test_writers import held_up

Open = Callable[[Desk], OpenWindow]
SECRET = "correct horse"
GUI = Path(incident_desk.__file__).parent / "gui"


@contextmanager
def overtaken(opened: OpenWindow) -> Iterator[Session]:
    """What Anna orders within waits for the register; she goes, Carl comes, and only then it is written."""
    desk, session = opened.desk, opened.window.session
    with desk.register.write():
        yield session
        opened.window.lock()
        session.set_actor(desk.acting_as("Carl Coordinator").submitter.actor)
    opened.settle()


@contextmanager
def overtaken_in_the_queue(opened: OpenWindow) -> Iterator[None]:
    """Nothing of what Anna orders within has begun when she goes and Carl comes."""
    with held_up(opened):
        yield
        opened.window.session.set_actor(opened.desk.acting_as("Carl Coordinator").submitter.actor)


def by_anna(desk: Desk, record: str, kind: str) -> bool:
    """Whether the last entry is of that kind, and hers."""
    last = desk.register.queries.entries(record)[-1]
    return (last.kind, last.actor) == (kind, desk.person("Anna Berg"))


def log_of(desk: Desk, kind: str) -> list[str | None]:
    """Who stands in the access log for what went out."""
    queries = desk.register.queries
    return [entry.actor for entry in queries.entries(queries.chain_of("access")) if entry.kind == kind]


def incident_page(opened: OpenWindow, incident: str) -> IncidentPage:
    page = opened.show("incident", incident)
    assert isinstance(page, IncidentPage)
    opened.until(lambda: page.presenter.view is not None and page.presenter.idle)
    return page


# --- one incident ---


def test_that_an_order_stays_with_who_gave_it(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    with overtaken(opened) as session:
        session.submit(incident, [ChangeFields({"title": "Anna's"})], said="Saved.")
    assert by_anna(desk, incident, "fields_changed")
    assert (opened.told[-1].text, opened.told[-1].button) == ("Saved.", ""), "Carl is not offered to take it back"


def test_that_taking_back_stays_with_who_did_it(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    done = desk.do(incident, ChangeFields({"title": "Anna's"}))
    with overtaken(open_on(desk)) as session:
        session.undo(incident, done.op_id)
    assert by_anna(desk, incident, "undone")


def test_that_what_waits_on_the_page_of_an_incident_stays_with_who_ordered_it(desk: Desk, open_on: Open) -> None:
    incident = desk.new("containment")
    opened = open_on(desk)
    page = incident_page(opened, incident)
    with overtaken(opened):
        page.presenter.order([ChangeFields({"title": "One"})], said="Saved.")
        page.files.attach_picture(QImage(8, 8, QImage.Format.Format_RGB32))
    opened.until(lambda: desk.record(incident).of("attachments"))
    entries = desk.register.queries.entries(incident)[-2:]
    assert [entry.actor for entry in entries] == [desk.person("Anna Berg")] * 2
    opened.until(lambda: page.presenter.idle)
    assert [message.button for message in opened.told if message.text == "Saved."] == [""]
    page.act("undo")
    assert opened.told[-1].text == "There is nothing of yours to take back on this record."


def test_that_an_undo_on_the_page_of_an_incident_stays_with_who_pressed_it(desk: Desk, open_on: Open) -> None:
    incident = desk.new("containment")
    opened = open_on(desk)
    page = incident_page(opened, incident)
    page.presenter.order([ChangeFields({"title": "One"})])
    opened.until(lambda: desk.record(incident).values["title"] == "One" and page.presenter.idle)
    with overtaken(opened):
        page.act("undo")
    opened.until(lambda: desk.record(incident).values["title"] != "One")
    assert by_anna(desk, incident, "undone")


def test_that_a_signature_is_of_who_typed_the_secret(desk: Desk, open_on: Open) -> None:
    incident, anna = desk.new("ready"), desk.person("Anna Berg")
    opened = open_on(desk)
    page = incident_page(opened, incident)
    set_secret(desk.register, desk.submitter.actor, anna, SECRET, uuid7())
    part = page.form.sign_off_part()
    assert part is not None
    part.begin_signing("author")
    with overtaken(opened):
        part.panel.sign_requested.emit("author", SECRET)
    opened.until(lambda: desk.record(incident).of("sign_offs"))
    assert by_anna(desk, incident, "signed")
    (given,) = desk.record(incident).of("sign_offs")
    assert given.values["person"] == anna


def test_that_a_decision_in_the_inbox_is_taken_back_by_who_made_it(desk: Desk, open_on: Open) -> None:
    report = desk.new("inbox")
    opened = open_on(desk)
    page = opened.show("inbox")
    assert isinstance(page, InboxPage)
    opened.until(lambda: page.list.current() is not None)
    with overtaken(opened):
        page._on_ordered([AcceptReport(desk.person("Anna Berg"))], "Taken over.")
    opened.until(lambda: opened.told)
    assert by_anna(desk, report, "accepted")
    assert (opened.told[-1].text, opened.told[-1].button) == ("Taken over.", "")
    page.act("undo")
    assert opened.told[-1].text == "There is nothing of yours to take back here."


# --- many ---


def test_that_an_order_for_many_stays_with_who_gave_it(desk: Desk, open_on: Open) -> None:
    incidents = [desk.new("identification") for _ in range(2)]
    opened = open_on(desk)
    page = opened.show("register")
    assert isinstance(page, RegisterPage)
    with overtaken(opened):
        page.many._order(lambda: incidents, ChangeFields({"place_detail": "at the lift"}))
    assert all(by_anna(desk, incident, "fields_changed") for incident in incidents)
    assert (opened.told[-1].text, opened.told[-1].button) == ("2 incidents changed.", "")
    page.act("undo")
    assert opened.told[-1].text == "There is nothing of yours to take back here."


def test_that_the_undo_of_many_stays_with_who_pressed_it(desk: Desk, open_on: Open) -> None:
    incidents = [desk.new("identification") for _ in range(2)]
    opened = open_on(desk)
    page = opened.show("register")
    assert isinstance(page, RegisterPage)
    page.many._order(lambda: incidents, ChangeFields({"place_detail": "at the lift"}))
    opened.settle()
    with overtaken(opened):
        page.act("undo")
    assert all(by_anna(desk, incident, "undone") for incident in incidents)


def test_that_giving_work_over_stays_with_who_gave_it(desk: Desk, open_on: Open) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = opened.show("settings")
    assert isinstance(page, SettingsPage)
    page.show_section(PeopleSection.key)
    section = page.section
    assert isinstance(section, PeopleSection)
    section.list.mark(desk.person("Anna Berg"))
    part = section.open_work
    opened.until(lambda: part.state.text())
    part.to.set_chosen(desk.person("Maria Manager"))
    with overtaken(opened):
        part._on_give_clicked()
    assert desk.record(incident).values["responsible"] == desk.person("Maria Manager")
    assert by_anna(desk, incident, "fields_changed")


# --- lists that come in ---


def planned(opened: OpenWindow, folder: Path, what: What, text: str) -> Importing:
    page = opened.show("import")
    assert isinstance(page, ImportPage)
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    page.importing.choose_what(what)
    page.importing.look(path)
    opened.settle()
    page.importing.make_plan()
    opened.settle()
    assert page.importing.plan is not None
    return page.importing


def test_that_a_list_of_people_comes_in_by_who_brought_it(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    importing = planned(opened, tmp_path, What.PEOPLE, "Name;Job\nZoe Zorn;Nurse\n")
    with overtaken(opened):
        importing.bring_in((), skip_bad=False)
    assert by_anna(desk, desk.person("Zoe Zorn"), "person_added")


def test_that_a_list_of_incidents_comes_in_by_who_brought_it(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    text = "No;What happened\n1;The lift stopped between two floors and nobody heard the alarm\n"
    importing = planned(opened, tmp_path, What.INCIDENTS, text)
    with overtaken(opened):
        importing.bring_in((), skip_bad=False)
    (row,) = desk.register.queries.incidents(IncidentFilter(set_aside=False))
    assert desk.register.queries.entries(row.id)[0].actor == desk.person("Anna Berg")


# --- what goes out ---


def test_that_a_paper_was_saved_by_who_saved_it(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    incident = desk.new("identification")
    opened = open_on(desk)
    page = opened.show("papers", incident)
    assert isinstance(page, PapersPage)
    opened.until(lambda: page._printed is not None)
    printed = page._printed
    assert printed is not None
    opened.settle()
    with overtaken_in_the_queue(opened):
        page.out.save_to(tmp_path / "paper.pdf", printed)
    assert log_of(desk, "printed")[-1:] == [desk.person("Anna Berg")]


def test_that_a_backup_was_made_by_who_asked_for_it(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    opened = open_on(desk)
    with overtaken_in_the_queue(opened):
        opened.window.backups.choose(tmp_path / "backups")
    assert log_of(desk, "backed_up")[-1:] == [desk.person("Anna Berg")]


# --- trouble ---


@pytest.mark.parametrize("stays", [True, False])
def test_that_only_who_gave_an_order_is_offered_to_try_it_again(stays: bool, desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    session = opened.window.session

    def fails() -> object:
        raise SurroundingsFailed("register_busy", name="ward")

    session.carry_out(fails, again=lambda: None)  # type: ignore[arg-type]  # it gives nothing
    if not stays:
        session.set_actor(desk.acting_as("Carl Coordinator").submitter.actor)
    opened.settle()
    assert opened.told[-1].button == ("Try again" if stays else "")


# --- the rule ---


def nested(node: ast.AST, depth: int = 0) -> Iterator[ast.AST]:
    """All that stands in a function within a function: what runs later, and may run on a thread."""
    for child in ast.iter_child_nodes(node):
        deeper = depth + isinstance(child, ast.FunctionDef | ast.Lambda)
        if deeper > 1:
            yield child
        yield from nested(child, deeper)


def test_that_nothing_that_runs_later_asks_the_session_who_acts() -> None:
    late = [
        f"{path.relative_to(GUI)}:{node.lineno}"
        for path in sorted(GUI.rglob("*.py"))
        for node in nested(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("submitter", "actor")
        and ast.unparse(node.value).endswith("session")
    ]  # fmt: skip
    assert late == []
