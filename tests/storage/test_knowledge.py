"""Knowledge records on each engine: opened, linked, concluded, found, and the same when they are replayed."""

from __future__ import annotations

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain import knowledge_orders as k
from incident_desk.domain.equipment import AddEquipment
from incident_desk.domain.errors import Refused
from incident_desk.domain.knowledge import KnowledgeKind, KnowledgeState
from incident_desk.storage import schema
from incident_desk.storage.engine import open_database
from incident_desk.storage.register import needs_upgrade, open_register, upgrade_register
from incident_desk.support.texts import Texts
from incident_desk.usecases.journal_lines import journal_lines
from incident_desk.usecases.knowledge.rows import KnowledgeFilter, KnowledgeRow
from incident_desk.usecases.names import read_names
from incident_desk.usecases.wording import Wording
from tests.factories import Desk
from tests.storage.other_program import other_program


@pytest.fixture
def desk(own_desk: Desk) -> Desk:
    return own_desk


def problem(desk: Desk, *incidents: str, **fields: object) -> str:
    return desk.do(None, k.OpenKnowledge("problem", {"title": "Pumps stop", **fields}, incidents)).id


def article(desk: Desk, **fields: object) -> str:
    known = {"title": "Pump alarms", "article_text": "Look at the battery first.", **fields}
    return desk.do(None, k.OpenKnowledge("article", known)).id


def row(desk: Desk, record: str) -> KnowledgeRow:
    found = desk.register.queries.knowledge().row(record)
    assert found is not None
    return found


def told(desk: Desk, record: str, language: str = "en") -> list[str]:
    wording = Wording(Texts(language), read_names(desk.register.queries))
    return [line.what for line in journal_lines(desk.register.queries.entries(record), wording)]


def test_that_a_problem_and_its_incidents_know_of_each_other_in_both_chains(desk: Desk) -> None:
    first, second = desk.new("identification"), desk.new("signed")
    number = desk.record(first).values["number"]
    found = problem(desk, first, owner="Carl Coordinator", due_by="2026-12-01", place="WARD3")
    desk.do(found, k.LinkIncident(found, desk.record(second).values["number"]))
    shown = row(desk, found)
    assert shown.number.startswith("PROB-2") and shown.number.endswith("-0001")
    assert (shown.title, shown.owner, shown.due, shown.incidents) == (
        "Pumps stop", desk.person("Carl Coordinator"), "2026-12-01", 2,
    )  # fmt: skip
    queries = desk.register.queries.knowledge()
    assert [each.id for each in queries.incidents_of(found)] == [second, first]
    assert [each.id for each in queries.of_incident(first)] == [found]
    assert told(desk, found) == [
        f"opened it: Problem {shown.number}", f"linked {number} to it",
        f"linked {desk.record(second).values['number']} to it",
    ]  # fmt: skip
    assert told(desk, second)[-1] == f"linked it to Problem {shown.number}"
    assert told(desk, second, "de")[-1] == f"hat es verknüpft mit Problem {shown.number}"
    assert desk.breaks() == []


def test_that_a_link_changes_nothing_of_a_signed_incident(desk: Desk) -> None:
    incident = desk.new("signed")
    before = desk.record(incident)
    problem(desk, incident)
    after = desk.record(incident)
    assert (after.values, after.items) == (before.values, before.items)
    assert after.position == before.position + 1


def test_that_an_incident_is_taken_out_again_with_a_reason(desk: Desk) -> None:
    incident = desk.new("identification")
    found = problem(desk, incident)
    desk.do(found, k.LinkIncident(found, incident))  # it is there already
    assert row(desk, found).position == 2
    with pytest.raises(Refused, match="reason_missing"):
        desk.do(found, k.UnlinkIncident(found, incident, " "))
    desk.do(found, k.UnlinkIncident(found, incident, "Another pump"))
    assert desk.register.queries.knowledge().of_incident(incident) == []
    assert told(desk, incident)[-1].startswith("took it out of Problem PROB-")
    with pytest.raises(Refused, match="knowledge_not_linked"):
        desk.do(found, k.UnlinkIncident(found, incident, "Again"))
    desk.do(found, k.LinkIncident(found, incident))
    assert row(desk, found).incidents == 1
    assert desk.breaks() == []


def test_that_what_is_concluded_is_changed_only_after_it_is_opened_again(desk: Desk) -> None:
    found = problem(desk)
    desk.do(found, k.ConcludeKnowledge(found, "The battery was exchanged"))
    assert row(desk, found).state is KnowledgeState.CONCLUDED
    with pytest.raises(Refused, match="knowledge_concluded"):
        desk.do(found, k.ChangeKnowledge(found, {"symptom": "It stops"}))
    with pytest.raises(Refused, match="knowledge_concluded"):
        desk.do(found, k.ConcludeKnowledge(found, "Again"))
    desk.do(found, k.ReopenKnowledge(found, "It stopped again"))
    desk.do(found, k.ChangeKnowledge(found, {"symptom": "It stops"}))
    assert told(desk, found)[1:] == ["concluded it", "opened it again", "wrote How it shows"]
    assert desk.breaks() == []


@pytest.mark.parametrize("name", ["Rosa Reporter", "Otto Auditor"])
def test_that_only_coordinators_and_managers_write_here(desk: Desk, name: str) -> None:
    found = problem(desk)
    other = desk.acting_as(name)
    with pytest.raises(Refused, match="not_allowed"):
        problem(other)
    with pytest.raises(Refused, match="not_allowed"):
        other.do(found, k.ConcludeKnowledge(found, "Done"))
    desk.acting_as("Maria Manager").do(found, k.ConcludeKnowledge(found, "Done"))


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (k.OpenKnowledge("problem", {}), "knowledge_needs"),
        (k.OpenKnowledge("article", {"title": "No text"}), "knowledge_needs"),
        (k.OpenKnowledge("story", {"title": "T"}), "choice_unknown"),
        (k.OpenKnowledge("problem", {"title": "T", "danger": "Of another kind"}), "field_unknown"),
        (k.OpenKnowledge("problem", {"title": "T", "owner": "Nobody Known"}), "person_unknown"),
        (k.OpenKnowledge("problem", {"title": "T"}, ("X-1-1",)), "record_unknown_number"),
    ],
)
def test_that_what_cannot_be_opened_is_refused_and_takes_no_number(
    desk: Desk, order: k.OpenKnowledge, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        desk.do(None, order)
    assert row(desk, problem(desk)).number.endswith("-0001")


def test_that_a_void_incident_teaches_nothing(desk: Desk) -> None:
    incident = desk.new("identification")
    desk.do(incident, c.VoidIncident("A test"))
    with pytest.raises(Refused, match="knowledge_not_linkable"):
        problem(desk, incident)


def test_that_records_are_listed_by_kind_state_and_words(desk: Desk) -> None:
    first, second = problem(desk, symptom="The Müller pump stops"), article(desk)
    third = problem(desk, title="Doors")
    desk.do(third, k.ConcludeKnowledge(third, "Solved"))

    def listed(**wanted: object) -> list[str]:
        return [each.id for each in desk.register.queries.knowledge().listed(KnowledgeFilter(**wanted))]  # type: ignore[arg-type]

    assert listed() == [third, second, first]
    assert listed(kind=KnowledgeKind.PROBLEM) == [third, first]
    assert listed(kind=KnowledgeKind.PROBLEM, states=frozenset({KnowledgeState.OPEN})) == [first]
    assert listed(text="PUMP mull") == [first]
    assert listed(text="pump") == [second, first]
    assert listed(text="100%_") == []
    queries = desk.register.queries.knowledge()
    assert queries.find(row(desk, first).number) == first == queries.find(first.upper())
    assert queries.find("PROB\x00") is None and queries.find("nothing") is None


def test_that_articles_are_offered_where_they_apply_once_they_are_published(desk: Desk) -> None:
    pump = desk.do(None, AddEquipment("Pump", asset="A-1")).id
    ward = next(each.id for each in desk.register.queries.places() if each.code == "WARD3")
    of_category, of_place = article(desk, category="device"), article(desk, place="WARD3")
    of_pump = article(desk, equipment=["A-1"])
    queries = desk.register.queries.knowledge()
    assert queries.articles_for("device", ward, [pump]) == []  # drafts
    for each in (of_category, of_place, of_pump):
        desk.do(each, k.PublishArticle(each, "2027-01-31"))
    assert [each.id for each in queries.articles_for("device", None, ())] == [of_category]
    assert [each.id for each in queries.articles_for(None, ward, ())] == [of_place]
    assert [each.id for each in queries.articles_for(None, None, [pump])] == [of_pump]
    assert len(queries.articles_for("device", ward, [pump])) == 3
    assert queries.articles_for(None, None, ()) == []
    desk.do(of_pump, k.ConcludeKnowledge(of_pump, "The pump is gone"))
    assert queries.articles_for(None, None, [pump]) == []
    assert [each.id for each in queries.overdue("2027-02-01")] == [of_category, of_place]
    assert queries.overdue("2027-01-31") == []
    assert queries.overdue("2027-02-01", owner=desk.person("Anna Berg")) == []
    with pytest.raises(Refused, match="review_missing"):
        desk.do(of_place, k.PublishArticle(of_place, ""))
    found = problem(desk)
    with pytest.raises(Refused, match="knowledge_no_article"):
        desk.do(found, k.PublishArticle(found, "2027-01-31"))
    assert desk.breaks() == []


def test_that_a_hazard_is_rated_by_the_matrix_before_and_after(desk: Desk) -> None:
    fields = {"title": "Wet floor", "severity_before": "5", "likelihood_before": "4"}
    hazard = desk.do(None, k.OpenKnowledge("hazard", fields)).id
    assert row(desk, hazard).risk == "critical"
    desk.do(hazard, k.ChangeKnowledge(hazard, {"severity_after": "5", "likelihood_after": "1"}))
    assert row(desk, hazard).risk == "medium"
    changed = desk.register.queries.entries(hazard)[-1].data
    assert changed["=risk_after"] == [None, "medium"] and "=matrix" not in changed
    with pytest.raises(Refused, match="choice_unknown"):
        desk.do(hazard, k.ChangeKnowledge(hazard, {"severity_after": "9"}))
    assert desk.breaks() == []


def test_that_two_people_who_change_different_fields_both_keep_theirs(desk: Desk) -> None:
    found = problem(desk)
    seen = row(desk, found).position
    desk.do(found, k.ChangeKnowledge(found, {"symptom": "It stops"}), seen=seen)
    desk.acting_as("Carl Coordinator").do(found, k.ChangeKnowledge(found, {"solution": "A battery"}), seen=seen)
    assert row(desk, found).position == 3


def test_that_verify_names_a_link_that_no_entry_told_of(desk: Desk) -> None:
    problem(desk, desk.new("identification"))
    with other_program(desk.address) as program:
        program.run("DELETE FROM knowledge_link")
    assert desk.breaks() == ["state_differs"]


def test_that_a_register_of_the_version_before_becomes_this_one(desk: Desk) -> None:
    incident = desk.new("identification")
    database = open_database(desk.address)
    schema.downgrade(database, "0005")
    database.dispose()
    assert needs_upgrade(desk.address)
    upgrade_register(desk.address)
    register = open_register(desk.address)
    try:
        again = Desk(register, desk.submitter, desk.address)
        assert register.queries.row(incident) is not None
        assert again.breaks() == []
    finally:
        register.close()
