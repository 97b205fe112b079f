"""From the record to its paper: every own word comes along, and the foot proves the data in the file."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace

import pypdf

from incident_desk.domain import commands as c
from incident_desk.reports.render import render_record
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import (
    DrawingBlock,
    Fact,
    FactsBlock,
    JournalBlock,
    MatrixBlock,
    Organisation,
    PaperSize,
    RecordPaper,
    TableBlock,
)
from incident_desk.usecases.record_paper import record_paper
from incident_desk.usecases.wording import Wording
from tests.domain.names import NAMES, wording
from tests.equipment import listed, row
from tests.factories import PACK, Chain, an_id, led_to

OWN_WORDS = {
    "what_happened": "Alpha ran too fast",
    "cause": "Bravo was typed twice",
    "summary": "Charlie sums it up",
    "review_worked": "Delta noticed at once",
    "review_challenges": "Echo was not there",
    "review_better": "Foxtrot on the ward",
    "device.serial": "Golf 88-1",
    "device.story": "Hotel was heard humming",
}
REASON = "India had to be looked at again"


def told() -> Chain:
    chain = led_to("conclusion")
    chain.do(c.ChangeFields(OWN_WORDS), c.AddItem("whys", {"what": "Juliet did not ask"}))
    chain.do(c.MoveToStep("reaction", reason=REASON))
    return chain


def paper_of(chain: Chain) -> RecordPaper:
    return record_paper(chain.record.id, chain.entries, wording("en"), PaperSize.A4, Organisation("St Brigid"), None)


def test_that_every_own_word_is_in_the_sections_of_the_paper() -> None:
    """Not only in the journal at the end, which tells each word as well."""
    sections = [block for block in paper_of(told()).sections if not isinstance(block, JournalBlock)]
    for text in (*OWN_WORDS.values(), "Juliet did not ask"):
        assert text in str(sections), text


def test_that_the_plan_is_told_step_by_step_with_what_is_open_and_what_an_earlier_plan_left() -> None:
    chain = led_to("containment")
    chain.do(c.ChangeFields({"plan": "dose.1"}), c.TickPlan("stop", done="2026-11-12T09:00", note="Line left in"))
    (table,) = [block for block in paper_of(chain).sections if getattr(block, "title", "") == "Steps of the plan"]
    assert isinstance(table, TableBlock)
    assert [row.cells for row in table.rows] == [
        ("Stop it. Line left in", "Anna Berg", "12 Nov 2026, 09:00"),
        ("Call the doctor", "Leads the response", "open"),
    ]
    chain.do(c.ChangeFields({"plan": None}))
    (table,) = [block for block in paper_of(chain).sections if getattr(block, "title", "") == "Steps of the plan"]
    assert isinstance(table, TableBlock)
    assert [row.cells[0] for row in table.rows] == ["Stop it. Line left in"]


def fact(paper: RecordPaper, label: str) -> Fact:
    (found,) = [each for each in paper.facts if each.label == label]
    return found


def test_that_a_report_whose_time_nobody_stated_was_made_when_it_was_recorded() -> None:
    chain = led_to("identification")
    recorded = wording("en").moment(chain.entries[0].recorded_at)
    assert fact(paper_of(chain), "Reported") == Fact("Reported", recorded, "when it was recorded")
    chain.do(c.ChangeFields({"reported": "2026-11-12"}))
    assert fact(paper_of(chain), "Reported") == Fact("Reported", "12 Nov 2026")


def test_that_people_affected_are_those_of_the_extent_until_prioritisation_says_more() -> None:
    chain = led_to("containment")
    assert fact(paper_of(chain), "People affected").value == "not stated"
    chain.do(c.ChangeFields({"extent_patients": "1 patient"}))
    stated = Fact("People affected", "1 patient", "Patients or customers")
    assert fact(paper_of(chain), "People affected") == stated
    chain.do(c.ChangeFields({"extent_staff": "2 nurses"}))
    both = Fact("People affected", "1 patient; 2 nurses", "Patients or customers; Staff")
    assert fact(paper_of(chain), "People affected") == both
    chain.do(c.ChangeFields({"people_affected": "Three people"}))
    assert fact(paper_of(chain), "People affected") == Fact("People affected", "Three people")


def test_that_headings_have_neither_numbers_nor_ids() -> None:
    chain = led_to("prioritisation")
    chain.do(c.ChangeFields({"workload": 3, "extent_areas": "Ward 3"}), c.RatePriority("3", "2", "2", "4"))
    sections = paper_of(chain).sections
    (matrix,) = [block for block in sections if isinstance(block, MatrixBlock)]
    assert (matrix.title, matrix.hint) == ("Matrix", "how bad, and how likely again")
    titles = [block.title for block in sections if isinstance(block, FactsBlock)]
    assert "Effects and workload" in titles
    assert not [title for title in titles if title[0].isdigit()]


def test_that_a_rating_by_another_matrix_is_not_drawn_into_this_one() -> None:
    chain = led_to("prioritisation")
    chain.do(c.RatePriority("3", "2", "2", "4"))
    newer = replace(PACK, matrix=replace(PACK.matrix, version=PACK.matrix.version + 1))
    told = replace(wording("en"), names=replace(NAMES, pack=newer))
    paper = record_paper(chain.record.id, chain.entries, told, PaperSize.A4, Organisation("St Brigid"), None)
    (block,) = [
        block for block in paper.sections if isinstance(block, MatrixBlock | FactsBlock) and block.title == "Matrix"
    ]
    assert isinstance(block, FactsBlock)
    assert [each.value for each in block.facts] == ["High"]


def test_that_the_journal_on_paper_gives_the_reasons() -> None:
    (journal,) = [block for block in paper_of(told()).sections if isinstance(block, JournalBlock)]
    assert [line.reason for line in journal.lines if line.reason] == [REASON]


def test_that_the_hash_at_the_foot_is_that_of_the_data_in_the_file() -> None:
    chain = told()
    paper = paper_of(chain)
    [content] = pypdf.PdfReader(io.BytesIO(render_record(paper))).attachments["record.json"]
    assert hashlib.sha256(content).hexdigest() == paper.footer.sha256
    data = json.loads(content)
    assert len(data["journal"]) == data["position"] == chain.record.position
    assert {key: data["values"][key] for key in OWN_WORDS} == OWN_WORDS


def test_that_equipment_is_told_once_piece_by_piece_or_in_own_words() -> None:
    pump = replace(row(1, "Infusion pump", asset="A-4711"), id=an_id(1))
    names = replace(NAMES, equipment=listed(pump))
    chain = led_to("containment")
    chain.context = replace(chain.context, equipment={pump.id})
    chain.do(c.ChangeFields({"equipment": [an_id(1)]}))

    def paper() -> RecordPaper:
        return record_paper(
            chain.record.id, chain.entries, Wording(Texts("en"), names), PaperSize.A4, Organisation("St Brigid"), None
        )

    assert "Equipment" not in [each.label for each in paper().facts]
    assert str(paper().sections).count("A-4711") >= 1
    chain.do(c.ChangeFields({"extent_equipment": "all pumps of the ward"}))
    assert fact(paper(), "Equipment").value == "all pumps of the ward"


def test_that_the_cause_is_drawn_on_paper_with_the_words_of_its_lists() -> None:
    chain = led_to("reaction")
    chain.do(
        c.AddItem("timeline", {"when": "2026-11-12T08:00", "what": "Alarm sounded"}),
        c.AddItem("timeline", {"when": "2026-11-12T09:00", "what": "Alarm silent"}),
        c.AddItem("factors", {"kind": "machine", "what": "Keys too near", "root": True}),
    )
    paper = paper_of(chain)
    drawn = [block.title for block in paper.sections if isinstance(block, DrawingBlock)]
    assert drawn == ["What happened when", "Contributing factors"]
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(render_record(paper))).pages)
    sections = text[: text.index("Journal")]
    assert sections.count("Keys too near") == 2  # drawn, and in the list below
    assert sections.count("Alarm silent") == 2
