"""Papers are PDF/A-3b with their data inside: two other programs say so, and they do notice when one is not."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import page as validation
import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # ships no types

from incident_desk.reports.render import render_list, render_record
from incident_desk.usecases.papers import Organisation, PaperSize
from tests.reports.hostile import FIXTURES, MIXED, RIGHT_TO_LEFT
from tests.reports.papers import german_paper, list_paper, long_record_paper, record_paper
from tests.reports.test_safety import _png

PAPERS: dict[str, Callable[[], bytes]] = {
    "record": lambda: render_record(record_paper()),
    "record with logo, on letter paper": lambda: render_record(
        record_paper(organisation=Organisation("House", "Road 1", _png(40, 20)), size=PaperSize.LETTER)
    ),
    "long record": lambda: render_record(long_record_paper()),
    "German record": lambda: render_record(german_paper()),
    "hostile title": lambda: render_record(record_paper(title="\n".join((*FIXTURES, *RIGHT_TO_LEFT, *MIXED)))),
    "list": lambda: render_list(list_paper()),
    "hostile list": lambda: render_list(list_paper(rows=[tuple([text] * 7) for text in (*FIXTURES, *MIXED)])),
}


def failures(content: bytes) -> list[str]:
    report = validation.validate_pdf_bytes(content, profile="3b")
    assert report.is_compliant == (not report.failures)
    return sorted({each.rule_id for each in report.failures})


@pytest.mark.parametrize("paper", PAPERS)
def test_that_every_paper_is_one_for_archives(paper: str, tmp_path: Path, program: Callable[[str], str]) -> None:
    content = PAPERS[paper]()
    assert failures(content) == []
    (tmp_path / "paper.pdf").write_bytes(content)
    told = subprocess.run(
        [program("qpdf"), "--check", tmp_path / "paper.pdf"], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stderr) == (0, "")


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(render_record(record_paper()))) as pdf:
        change(pdf)
        pdf.save(buffer)
    return buffer.getvalue()


def _without_colours(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _without_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def _as_part_two(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"part>3", b"part>2"))


def _with_a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _with_data_of_no_relation(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF[0]["/AFRelationship"]


@pytest.mark.parametrize(
    "change", [_without_colours, _without_metadata, _as_part_two, _with_a_script, _with_data_of_no_relation]
)
def test_that_the_validator_notices(change: Callable[[pikepdf.Pdf], None]) -> None:
    assert failures(changed(lambda pdf: None)) == []
    assert failures(changed(change)) != []


def test_that_the_validator_notices_letters_that_are_not_inside() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(100, 700, "in a font of the reader")
    canvas.save()
    assert any("FONT" in rule for rule in failures(buffer.getvalue()))


def test_that_the_file_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(render_record(record_paper()))) as pdf, pdf.open_metadata() as told:
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("3", "B")
        assert told["dc:title"] == str(pdf.docinfo["/Title"])
