"""What somebody puts into a paper beside its pages is told: a program that only saves it again puts nothing there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from incident_desk.usecases.checking.answers import PaperAnswer
from incident_desk.usecases.checking.files import RECORD_DATA
from tests.paper_check.conftest import Printer, attach


def _author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = "Dr. Nobody"


def _own_property(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Approved"] = "Dr. Nobody"


def _metadata(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as properties:
        properties["dc:creator"] = ["Dr. Nobody"]


def _outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Approved by Dr. Nobody", 0))


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('approved')"))


def _script_on_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.Launch, F=String("calc.exe")))


def _note_that_opens(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Popup, Rect=Array([0, 0, 0, 0]), Contents=String("void since 3 May")
    )
    pdf.pages[0].Annots = Array([note])


def _file_on_a_page(pdf: pikepdf.Pdf) -> None:
    inside = Dictionary(Type=Name.Filespec, F=String("more.txt"), EF=Dictionary(F=pdf.make_stream(b"more")))
    note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 0, 0]), F=2, FS=inside)
    pdf.pages[0].Annots = Array([note])


def _other_data_for_some(pdf: pikepdf.Pdf) -> None:
    """Programs take the one or the other."""
    pdf.attachments[RECORD_DATA].obj.EF.F = pdf.make_stream(b"{}")
    pdf.attachments[RECORD_DATA].obj.EF.UF = pdf.make_stream(pdf.attachments[RECORD_DATA].obj.EF.UF.read_bytes())


def _same_name_twice(pdf: pikepdf.Pdf) -> None:
    attach(pdf, "other", b"{}")
    pdf.attachments["other"].obj.UF = String(RECORD_DATA)


PUT_IN: list[tuple[Callable[[pikepdf.Pdf], None], str]] = [
    (_author, 'Beside its pages the file says: "Dr. Nobody".'),
    (_own_property, 'Beside its pages the file says: "Dr. Nobody".'),
    (_metadata, 'Beside its pages the file says: "Dr. Nobody".'),
    (_outline, 'Beside its pages the file says: "Approved by Dr. Nobody".'),
    (_script, "would do something of its own when somebody opens it or clicks into it: JavaScript."),
    (_script_on_a_page, "would do something of its own when somebody opens it or clicks into it: Launch."),
    (_note_that_opens, 'A note was laid on page 1: "void since 3 May".'),
    (_file_on_a_page, "Another file was put inside: more.txt."),
    (_other_data_for_some, f"Another file was put inside: {RECORD_DATA}."),
    (_same_name_twice, f"Another file was put inside: {RECORD_DATA}."),
]


@pytest.mark.parametrize(("put_in", "sentence"), PUT_IN, ids=[put_in.__name__ for put_in, _ in PUT_IN])
def test_that_what_is_put_in_is_named(
    put_in: Callable[[pikepdf.Pdf], None], sentence: str, printer: Printer, tmp_path: Path
) -> None:
    file = printer.print(printer.desk.new("containment"))
    assert printer.check(_changed(file, lambda _: None, tmp_path)).answer is PaperAnswer.RESAVED
    forged = _changed(file, put_in, tmp_path)
    check = printer.check(forged)
    assert (check.answer, check.holds) == (PaperAnswer.ALTERED, False)
    assert any(sentence in line for line in printer.told(forged)), printer.told(forged)


def _changed(file: Path, change: Callable[[pikepdf.Pdf], None], folder: Path) -> Path:
    target = folder / f"{change.__name__.strip('<>')}.pdf"
    with pikepdf.open(file) as pdf:
        change(pdf)
        pdf.save(target)
    return target
