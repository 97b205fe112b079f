"""Columns as wide as their words need, so that no word is cut while there is room beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_desk.domain.vocabulary import Priority
from incident_desk.reports.column_widths import PAD, heading, places_of, shared
from incident_desk.reports.lines import longest_word, single_line
from incident_desk.reports.paper import CELL, CELL_STRONG, COLUMN_HEAD, Frame
from incident_desk.reports.render import render_list, render_record
from incident_desk.usecases.papers import Column, Emphasis, PriorityMark, Row, StepMark, TableBlock
from tests.reports.papers import list_paper, record_paper
from tests.reports.readers import both

FRAME = Frame(50, 550, 800, 50)
NARROW = tuple(
    Column(label, share)
    for label, share in (
        ("Action", 5), ("Kind", 1.2), ("Owner", 1.8), ("Due", 1.4), ("Effectiveness", 1.2), ("Done", 1.8), ("Proof", 3),
    )
)  # fmt: skip
CELLS = ("Replace the seal of the door and write to the maker", "Corrective", "Constantin Abernathy-Whitcombe",
         "12 Nov 2026", "Intermediate", "14 Nov 2026, 10:00", "Photograph of the replacement")  # fmt: skip


def test_that_no_word_of_a_table_is_cut(tmp_path: Path) -> None:
    table = TableBlock("Actions", NARROW, (Row(CELLS, Emphasis.STRONG),))
    words = [word for text in (*CELLS, *(column.label for column in NARROW)) for word in text.split()]
    for text in both(render_record(record_paper(sections=(table,))), tmp_path).values():
        assert [word for word in words if word not in text.split()] == []


def test_that_no_word_of_a_list_is_cut(tmp_path: Path) -> None:
    columns = (Column("Number", 1), Column("Title", 12), Column("Priority", 1), Column("Step", 1))
    row = ("WARD3-2026-0042", "Wet floor", PriorityMark(Priority.CRITICAL, "Critical"), StepMark(3, "Prioritisation"))
    for text in both(render_list(list_paper(columns=columns, rows=[row])), tmp_path).values():
        assert {"Critical", "Prioritisation", "Number", "Priority"} <= set(text.split())


def test_that_each_column_holds_its_longest_word() -> None:
    places = places_of(NARROW, FRAME, [CELLS])
    for place, cell in zip(places, CELLS, strict=True):
        assert place.width >= longest_word([cell], CELL_STRONG)
    assert places[-1].x + places[-1].width + PAD == pytest.approx(FRAME.right)


def test_that_columns_keep_their_shares_where_words_fit() -> None:
    assert shared(100, [3, 1], [10, 10]) == [75, 25]


def test_that_a_narrow_column_takes_from_the_others_by_their_shares() -> None:
    assert shared(100, [6, 3, 1], [0, 0, 40]) == pytest.approx([40, 20, 40])


def test_that_widening_one_column_may_make_another_too_narrow() -> None:
    assert shared(100, [8, 1, 1], [0, 12, 60]) == pytest.approx([28, 12, 60])


def test_that_only_the_widest_give_in_where_all_need_too_much() -> None:
    assert shared(100, [1, 1, 1], [20, 90, 70]) == pytest.approx([20, 40, 40])


def test_that_a_word_beyond_all_measure_claims_no_room() -> None:
    assert longest_word(["W" * 10_000, "wet floor"], CELL) == pytest.approx(single_line("floor", CELL).width)


def test_that_a_heading_that_is_too_wide_becomes_smaller_before_it_is_cut() -> None:
    whole = single_line("Benachrichtigungspflicht", COLUMN_HEAD).width
    (line,) = heading("Benachrichtigungspflicht", whole * 0.8)
    assert line.line.width <= whole * 0.8
    assert line.style.size < COLUMN_HEAD.size
    assert [each.style for each in heading("Pflicht", whole)] == [COLUMN_HEAD]
    assert len(heading("Benachrichtigungspflicht", whole * 0.3)) > 1
