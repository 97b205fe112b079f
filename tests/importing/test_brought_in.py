"""What one import brought in is found again: all of it and nothing else, on three engines."""

from __future__ import annotations

import pytest

from incident_desk.usecases.names import read_names
from incident_desk.usecases.register.brought_in import brought_in_filter
from incident_desk.usecases.register.filter_text import read_filter
from incident_desk.usecases.register.order import Order
from tests.importing.tables import STORY, Imports, mapping, table

MEANT = mapping(old_number="No", what_happened="Text")
FIRST = table("No|Text", f"1|{STORY}", f"2|{STORY} b")
GROWN = table("No|Text", f"1|{STORY}", f"2|{STORY} b", f"3|{STORY} c")
OTHER = table("No|Text", f"1|{STORY} d")


def fitting(imports: Imports, text: str, language: str = "en") -> list[str]:
    """The old numbers of what fits a typed filter, and whether it came from a list."""
    queries = imports.desk.register.queries
    read = read_filter(text, read_names(queries), language, queries.clock())
    assert read.problems == ()
    rows = queries.listing(read.filter, Order("number", descending=False)).rows(0, 100)
    assert {row.id for row in queries.incidents(read.filter, limit=100)} == {row.id for row in rows}
    return [str(imports.desk.record(row.id).values.get("old_number", "own")) for row in rows]


@pytest.fixture
def brought(imports_anywhere: Imports) -> Imports:
    imports = imports_anywhere
    imports.desk.new("inbox")
    imports.take_in(FIRST, MEANT)
    imports.take_in(OTHER, MEANT, 'ward "A".csv')
    return imports


def test_that_what_came_from_a_list_is_found(brought: Imports) -> None:
    assert fitting(brought, "imported: yes") == ["1", "2", "1"]
    assert fitting(brought, "imported: no") == ["own"]
    assert fitting(brought, "-imported: yes") == ["own"]
    assert fitting(brought, 'imported: "old list.csv"') == ["1", "2"]
    assert fitting(brought, 'Alte Liste: "WARD ""A"""', "de") == ["1"]
    assert fitting(brought, "imported: lunar") == []
    assert fitting(brought, "imported_on: today") == ["1", "2", "1"]
    assert fitting(brought, "Übernommen: gestern", "de") == []
    assert fitting(brought, "imported_on: none") == ["own"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_an_import_shows_what_it_brought_in_alone(brought: Imports, language: str) -> None:
    queries, names = brought.desk.register.queries, read_names(brought.desk.register.queries)
    brought.desk.submitter.clock = lambda: queries.clock() + 2_000_000  # its moment is told to the second
    plan = brought.plan(GROWN, MEANT)
    done = brought.run(plan)
    assert (done.imported, done.first) == (1, done.last)
    text = brought_in_filter(queries, names, language, plan.source, done.first)
    assert fitting(brought, text, language) == ["3"]
    whole = brought_in_filter(queries, names, language, plan.source)
    assert whole == ('old list: "old list.csv"' if language == "en" else 'Alte Liste: "old list.csv"')
    assert fitting(brought, whole, language) == ["1", "2", "3"]
