"""The page Knowledge on a real register, and what an incident's page says of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.domain import commands as c
from incident_desk.domain import knowledge_orders as k
from incident_desk.domain.knowledge import KnowledgeKind
from incident_desk.gui.incident.incident_page import IncidentPage
from incident_desk.gui.knowledge.knowledge_page import KnowledgePage
from incident_desk.gui.papers.papers_page import PapersPage
from incident_desk.gui.report.place_field import PlaceField
from incident_desk.gui.report.report_page import ReportPage
from incident_desk.gui.work.work_page import WorkPage
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.acting import REPORTER_ONLY
from incident_desk.usecases.knowledge.reading import KnownRecord, read_known
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk
from tests.gui.conftest import OpenOn, OpenWindow


def problem(desk: Desk, *incidents: str, title: str = "Pumps stop") -> str:
    return desk.do(None, k.OpenKnowledge("problem", {"title": title}, incidents)).id


def known(desk: Desk, record: str) -> KnownRecord:
    found = read_known(desk.register.queries, record)
    assert found is not None
    return found


def page_of(opened: OpenWindow, record: str = "") -> KnowledgePage:
    page = opened.show("knowledge", record)
    assert isinstance(page, KnowledgePage)
    return page


def incident_page(opened: OpenWindow, record: str) -> IncidentPage:
    page = opened.show("incident", record)
    assert isinstance(page, IncidentPage)
    opened.until(lambda: page.presenter.view is not None and page.presenter.view.id == record)
    return page


def test_that_an_empty_page_says_what_belongs_there(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk)
    page = page_of(opened)
    opened.until(lambda: page.nothing.isVisible())
    assert "Press New" in page.nothing.text()


def test_that_a_record_is_opened_filled_in_and_saved(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk)
    page = page_of(opened)
    page.asking.open_new(KnowledgeKind.IMPROVEMENT, page.new)
    assert page.asking.popover is not None
    page.asking.popover.form.write("title", "Quieter alarms at night")
    page.asking.popover.confirm.click()
    opened.until(lambda: page.view.shown is not None)
    assert page.view.shown is not None and page.view.form is not None
    record = page.view.shown.record.id
    assert known(desk, record).number == f"IMPR-{known(desk, record).record.values['year']}-0001"
    page.view.form.write("better", "Nobody is woken for nothing")
    page.view.save.click()
    opened.until(lambda: known(desk, record).record.values.get("better") == "Nobody is woken for nothing")


def test_that_a_title_that_is_missing_is_said_at_its_field(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk)
    page = page_of(opened)
    page.asking.open_new(KnowledgeKind.PROBLEM, page.new)
    popover = page.asking.popover
    assert popover is not None
    popover.confirm.click()
    opened.until(lambda: popover.form.cells["title"].row.wrong)
    assert page.asking.popover is popover


def test_that_an_incident_is_linked_by_its_number_and_taken_out_with_a_reason(desk: Desk, open_on: OpenOn) -> None:
    incident, record = desk.new("containment"), problem(desk)
    opened = open_on(desk)
    page = page_of(opened, record)
    opened.until(lambda: page.view.shown is not None)
    assert page.view.shown is not None
    page.asking.link(page.view.shown, page.view.link)
    assert page.asking.popover is not None
    page.asking.popover.form.write("linked", str(desk.record(incident).values["number"]))
    page.asking.popover.confirm.click()
    opened.until(lambda: known(desk, record).incidents)
    opened.until(lambda: page.view.shown is not None and page.view.shown.incidents)
    row = known(desk, record).incidents[0]
    assert page.view.shown is not None
    page.asking.take_out(page.view.shown, row, page.view.link)
    page.asking.popover.form.write("reason", "Another pump")
    page.asking.popover.confirm.click()
    opened.until(lambda: not known(desk, record).incidents)


def test_that_the_list_is_narrowed_by_kind_and_words(desk: Desk, open_on: OpenOn) -> None:
    problem(desk)
    problem(desk, title="Doors jam")
    desk.do(None, k.OpenKnowledge("hazard", {"title": "Wet floor"}))
    opened = open_on(desk)
    page = page_of(opened)
    opened.until(lambda: len(page.list.records.lines) == 3)
    page.choose_kind(KnowledgeKind.PROBLEM)
    opened.until(lambda: len(page.list.records.lines) == 2)
    QTest.keyClicks(page.finder, "doors")
    opened.until(lambda: [line.title for line in page.list.records.lines] == ["Doors jam"])


def test_that_an_incident_says_what_it_belongs_to_and_leads_there(desk: Desk, open_on: OpenOn) -> None:
    incident = desk.new("containment")
    record = problem(desk, incident)
    opened = open_on(desk)
    page = incident_page(opened, incident)
    opened.until(lambda: page.knowing.linked.buttons)
    page.knowing.linked.buttons[0].click()
    opened.until(lambda: opened.window.page.key == "knowledge")
    shown = opened.window.page
    assert isinstance(shown, KnowledgePage)
    assert shown.record == record


def test_that_a_published_lesson_is_offered_where_its_category_comes_up(desk: Desk, open_on: OpenOn) -> None:
    fields = {"title": "Pump alarms", "article_text": "Look at the battery first", "category": "device"}
    article = desk.do(None, k.OpenKnowledge("article", fields)).id
    incident = desk.new("containment")
    opened = open_on(desk)
    page = incident_page(opened, incident)
    opened.settle()
    assert not page.knowing.lessons.isVisible()  # it is a draft
    desk.do(article, k.PublishArticle(article, "2090-01-01"))
    desk.do(incident, c.AddNote("looked again"))
    opened.until(lambda: page.knowing.lessons.isVisible())
    assert "Pump alarms" in page.knowing.lessons.buttons[0].accessibleName()


def test_that_a_problem_is_opened_from_an_incident_with_what_it_is_about(desk: Desk, open_on: OpenOn) -> None:
    incident = desk.new("containment")
    opened = open_on(desk)
    page = incident_page(opened, incident)
    page.knowing.ask_title(KnowledgeKind.PROBLEM)
    assert page.knowing.popover is not None
    QTest.keyClick(page.knowing.popover.confirm, Qt.Key.Key_Return)
    opened.until(lambda: desk.register.queries.knowledge().of_incident(incident))
    (row,) = desk.register.queries.knowledge().of_incident(incident)
    assert (row.kind, row.category, row.incidents) == (KnowledgeKind.PROBLEM, "device", 1)


def published(desk: Desk, title: str, review_by: str = "2090-01-31", **applies: object) -> str:
    fields = {"title": title, "article_text": "Look at the battery first.", **applies}
    record = desk.do(None, k.OpenKnowledge("article", fields)).id
    desk.do(record, k.PublishArticle(record, review_by))
    return record


def report_page(opened: OpenWindow) -> ReportPage:
    page = opened.show("report")
    assert isinstance(page, ReportPage)
    return page


def choose_place(page: ReportPage, place: str) -> None:
    field = page.sheet.findChild(PlaceField)
    assert field is not None
    field.set_chosen(place)
    field.id_chosen.emit(place)


def test_that_lessons_of_a_place_stand_beside_the_report_and_lead_to_the_article(desk: Desk, open_on: OpenOn) -> None:
    article = published(desk, "Pump alarms", place="WARD3")
    published(desk, "Doors", place="PRESS")
    opened = open_on(desk)
    page = report_page(opened)
    lessons = page.aside.lessons
    assert lessons.isHidden()
    choose_place(page, str(known(desk, article).record.values["place"]))
    opened.until(lambda: not lessons.isHidden())
    assert [button.accessibleName() for button in lessons.buttons] == ["Pump alarms"]
    lessons.buttons[0].click()
    opened.until(lambda: isinstance(opened.window.page, KnowledgePage) and opened.window.page.record == article)


def test_that_who_has_not_said_who_they_are_is_shown_no_lesson(desk: Desk, open_on: OpenOn) -> None:
    article = published(desk, "Pump alarms", place="WARD3")
    nobody = Desk(desk.register, Submitter(desk.register, uuid7, REPORTER_ONLY), desk.address)
    opened = open_on(nobody)
    opened.window.session.set_actor(REPORTER_ONLY)
    page = report_page(opened)
    choose_place(page, str(known(desk, article).record.values["place"]))
    opened.settle()
    assert page.aside.lessons.isHidden()


def test_that_my_work_names_what_is_past_its_day_to_whom_it_belongs(desk: Desk, open_on: OpenOn) -> None:
    mine = published(desk, "Pump alarms", "2020-01-31", owner="Anna Berg")
    published(desk, "Of a colleague", "2020-01-31", owner="Maria Manager")
    published(desk, "Not due for long", owner="Anna Berg")
    opened = open_on(desk)
    page = opened.show("work")
    assert isinstance(page, WorkPage)
    opened.until(lambda: page.to_look_at.buttons)
    assert [button.accessibleName().split(" ", 1)[1] for button in page.to_look_at.buttons] == ["Pump alarms"]
    page.whose.edits()[1].click()  # type: ignore[attr-defined]  # a button
    opened.until(lambda: len(page.to_look_at.buttons) == 2)
    page.whose.edits()[0].click()  # type: ignore[attr-defined]  # a button
    opened.until(lambda: len(page.to_look_at.buttons) == 1)
    page.to_look_at.buttons[0].click()
    opened.until(lambda: isinstance(opened.window.page, KnowledgePage) and opened.window.page.record == mine)


def test_that_a_record_is_printed_from_its_page(desk: Desk, open_on: OpenOn) -> None:
    record = problem(desk, desk.new("containment"))
    opened = open_on(desk)
    page = page_of(opened, record)
    opened.until(lambda: page.view.shown is not None)
    page.view.print.click()
    papers = opened.window.page
    assert isinstance(papers, PapersPage)
    opened.until(lambda: "Page 1 of 1" in papers.where.text())
    assert papers.choice.print_button.isEnabled()
    assert papers.choice.known.chosen() == record


def test_that_what_is_not_saved_yet_is_not_printed(desk: Desk, open_on: OpenOn) -> None:
    opened = open_on(desk)
    page = page_of(opened, problem(desk))
    opened.until(lambda: page.view.shown is not None)
    assert page.view.form is not None
    page.view.form.write("symptom", "It stops")
    page.view.form.edited.emit("symptom")
    assert page.view.print.isHidden()


def test_that_an_incident_that_comes_again_proposes_a_problem_with_all_of_them(desk: Desk, open_on: OpenOn) -> None:
    alike = [desk.new("containment") for _ in range(3)]
    opened = open_on(desk)
    page = incident_page(opened, alike[1])
    opened.until(lambda: page.knowing.again.buttons)
    assert page.knowing.again.sentence == "3 incidents of the same category at this place within 30 days."
    assert desk.register.queries.knowledge().of_incident(alike[0]) == []  # nobody was asked yet
    page.knowing.again.buttons[0].click()
    assert page.knowing.popover is not None
    page.knowing.popover.confirm.click()
    opened.until(lambda: desk.register.queries.knowledge().of_incident(alike[0]))
    assert all(desk.register.queries.knowledge().of_incident(each) for each in alike)
    opened.until(lambda: page.knowing.again.isHidden())


def test_that_who_may_not_open_a_problem_is_asked_for_none(desk: Desk, open_on: OpenOn) -> None:
    alike = [desk.new("containment") for _ in range(3)]
    opened = open_on(desk.acting_as("Otto Auditor"))
    page = incident_page(opened, alike[0])
    opened.settle()
    assert page.knowing.again.isHidden()
