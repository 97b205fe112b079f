"""The paper of a knowledge record: what it says, in both languages, and which one of the register it is about."""

from __future__ import annotations

import pytest

from incident_desk.domain import knowledge_orders as k
from incident_desk.domain.errors import Refused
from incident_desk.support.texts import Texts
from incident_desk.usecases.knowledge.paper import knowledge_paper
from incident_desk.usecases.names import read_names
from incident_desk.usecases.overview_paper import Overview
from incident_desk.usecases.wording import Wording
from tests.factories import Desk, an_id


def paper(desk: Desk, record: str, language: str = "en") -> Overview:
    queries = desk.register.queries
    return knowledge_paper(queries, Wording(Texts(language), read_names(queries)), record)


def rows(made: Overview) -> list[list[tuple[str, ...]]]:
    return [[row.cells for row in table.rows] for table in made.tables]


def test_that_it_tells_fields_risks_incidents_and_journal(own_desk: Desk) -> None:
    desk = own_desk
    incident = desk.new("containment")
    number = str(desk.record(incident).values["number"])
    fields = {"title": "Wet floor", "danger": "Somebody falls", "severity_before": "5", "likelihood_before": "4"}
    record = desk.do(None, k.OpenKnowledge("hazard", fields, (incident,))).id
    desk.do(record, k.ConcludeKnowledge(record, "The roof is mended"))
    made = paper(desk, record)
    assert made.title.endswith("-0001: Wet floor")
    assert made.definition.startswith("Hazard, Concluded. What could go wrong")
    content, incidents, journal = rows(made)
    assert content == [
        ("What could happen", "Somebody falls"), ("How bad without measures", "level 5"),
        ("How likely without measures", "level 4"), ("Risk without measures", "Critical"),
    ]  # fmt: skip
    assert [row[0] for row in incidents] == [number]
    assert [row[0] for row in journal] == ["1", "2", "3"]
    assert journal[-1][-1] == "Anna Berg concluded it (The roof is mended)"
    assert "Gefährdung, Abgeschlossen." in paper(desk, record, "de").definition


def test_that_a_paper_of_nothing_is_refused(own_desk: Desk) -> None:
    with pytest.raises(Refused, match="knowledge_unknown"):
        paper(own_desk, an_id(5))
    with pytest.raises(Refused, match="knowledge_unknown"):
        paper(own_desk, own_desk.new())
