"""From the record to its paper: every own word comes along, and the foot proves the data in the file."""

from __future__ import annotations

import hashlib
import io
import json

import pypdf

from incident_desk.domain import commands as c
from incident_desk.reports.render import render_record
from incident_desk.usecases.papers import JournalBlock, Organisation, PaperSize, RecordPaper
from incident_desk.usecases.record_paper import record_paper
from tests.domain.names import wording
from tests.factories import Chain, led_to

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
