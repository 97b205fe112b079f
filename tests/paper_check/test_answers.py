"""Each answer about a PDF file, with files that other programs made of ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image
from pypdf.annotations import FreeText
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # ships no types

from incident_desk.domain import commands as c
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import exact_bytes
from incident_desk.storage.register import open_register
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.back_up import back_up
from incident_desk.usecases.checking.answers import PaperAnswer
from incident_desk.usecases.checking.check import check_paper
from incident_desk.usecases.erasing.erase import Order as Erasure
from incident_desk.usecases.erasing.erase import erase
from incident_desk.usecases.erasing.look import look
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.restore import Order, restore
from incident_desk.usecases.submission import Submitter
from tests.factories import Desk, open_desk
from tests.paper_check.conftest import Printer, attach, data_in, drawn_over, with_data
from tests.storage.other_program import other_program

Resave = Callable[..., Path]


@pytest.fixture
def record(printer: Printer) -> str:
    return printer.desk.new(
        "reaction", fields={"title": "Pump too fast", "what_happened": "The pump ran too fast. Nobody was hurt."}
    )


# --- what holds -----------------------------------------------------------------------------------


def test_that_a_fresh_paper_equals_the_record(printer: Printer, record: str) -> None:
    file = printer.print(record)
    check = printer.check(file)
    assert (check.answer, check.holds) == (PaperAnswer.EQUAL, True)
    assert check.position == check.present == check.common == printer.desk.position(record)
    told = printer.told(file)
    assert told[0].startswith("Unchanged, and up to date.")
    assert told[1].startswith("Made on ")
    assert told[1].endswith(" by Anna Berg.")


def test_that_a_paper_that_was_never_logged_is_known_by_drawing_it_anew(printer: Printer, record: str) -> None:
    for language, size in (("en", "a4"), ("de", "letter")):
        file = printer.print(record, logged=False, language=language, size=size)
        check = printer.check(file)
        assert (check.answer, check.printed) == (PaperAnswer.EQUAL, None)


def test_that_a_paper_from_a_read_only_copy_is_known(printer: Printer, record: str, tmp_path: Path) -> None:
    printer.desk.register.take_head()
    copy = tmp_path / "copy" / "ward.register"
    copy.parent.mkdir()
    printer.desk.register.copy_to(copy)
    opened = open_register(str(copy))
    opened._read_only = True  # who runs the tests may write anywhere
    try:
        reader = Desk(opened, Submitter(opened, uuid7, printer.desk.submitter.actor), str(copy))
        file = printer.at(reader).print(record, "from-copy.pdf")
    finally:
        opened.close()
    assert "read-only copy" in pypdf.PdfReader(file).pages[0].extract_text()
    assert printer.check(file).answer is PaperAnswer.EQUAL


def test_that_what_changed_since_is_named(printer: Printer, record: str) -> None:
    file = printer.print(record)
    position = printer.desk.position(record)
    printer.desk.do(record, c.ChangeFields({"title": "Another title", "place_detail": "Bed 4"}))
    printer.desk.do(record, c.AddItem("actions", {"what": "Ask the maker", "kind": "corrective"}))
    check = printer.check(file)
    assert (check.answer, check.holds) == (PaperAnswer.AS_OF, True)
    assert (check.position, check.present) == (position, position + 2)
    told = printer.told(file)
    assert "as it stood at entry" in told[0]
    assert told[2] == "Changed in the record since: Title; Exact place; Actions."
    assert printer.told(file, "de")[2].startswith("Im Vorgang seither geändert: Titel; ")


def test_that_a_note_alone_changes_no_field(printer: Printer, record: str) -> None:
    file = printer.print(record)
    printer.desk.do(record, c.AddNote("Seen by the night shift."))
    check = printer.check(file)
    assert (check.answer, check.changed) == (PaperAnswer.AS_OF, ())


@pytest.mark.parametrize(
    "how",
    [
        (),
        ("--qdf", "--object-streams=disable"),
        ("--recompress-flate", "--compression-level=9"),
        ("--min-version=2.0",),
    ],
)
def test_that_a_file_that_was_saved_again_equals_the_record(
    how: tuple[str, ...], printer: Printer, record: str, resaved: Resave
) -> None:
    file = resaved(printer.print(record), *how)
    assert printer.check(file).answer is PaperAnswer.RESAVED
    printer.desk.do(record, c.ChangeFields({"title": "Another title"}))
    check = printer.check(file)
    assert (check.answer, check.holds, "title" in check.changed) == (PaperAnswer.RESAVED_AS_OF, True, True)


def test_that_pypdf_saving_it_changes_nothing(printer: Printer, record: str, tmp_path: Path) -> None:
    file = printer.print(record)
    pypdf.PdfWriter(clone_from=file).write(tmp_path / "again.pdf")
    assert printer.check(tmp_path / "again.pdf").answer is PaperAnswer.RESAVED


# --- what does not --------------------------------------------------------------------------------


def test_that_a_word_changed_on_a_page_is_named(printer: Printer, record: str, resaved: Resave) -> None:
    def write(canvas: Canvas) -> None:
        canvas.drawString(100, 400, "approved")

    check = printer.check(drawn_over(printer.print(record), write))
    assert check.answer is PaperAnswer.ALTERED
    assert not check.holds
    assert [(each.what, each.page) for each in check.on_pages] == [("words", 1)]
    assert "approved" in check.on_pages[0].file


def test_that_a_white_box_over_a_word_is_seen(printer: Printer, record: str) -> None:
    def cover(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(60, 690, 40, 12, stroke=0, fill=1)

    file = drawn_over(printer.print(record), cover)
    check = printer.check(file)
    assert [(each.what, each.page) for each in check.on_pages] == [("looks", 1)]
    assert printer.told(file)[-1] == "Page 1 looks different: something was drawn over it or replaced."


def test_that_a_note_laid_over_a_page_is_seen(printer: Printer, record: str, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=printer.print(record))
    writer.add_annotation(0, FreeText(text="void", rect=(60, 600, 160, 630)))
    writer.write(tmp_path / "note.pdf")
    assert printer.check(tmp_path / "note.pdf").answer is PaperAnswer.ALTERED


def test_that_pages_taken_out_or_put_in_are_named(printer: Printer, record: str, program: Callable[[str], str]) -> None:
    file = printer.print(record)
    pages = len(pypdf.PdfReader(file).pages)
    assert pages > 1
    without, more = file.with_name("without.pdf"), file.with_name("more.pdf")
    subprocess.run([program("qpdf"), file, "--pages", ".", f"1-{pages - 1}", "--", without], check=True)
    subprocess.run([program("qpdf"), file, "--pages", ".", f"1-{pages},1", "--", more], check=True)
    assert [(each.what, each.page) for each in printer.check(without).on_pages] == [("missing", pages)]
    assert [(each.what, each.page) for each in printer.check(more).on_pages] == [("added", pages + 1)]


def test_that_data_changed_by_one_letter_are_named(printer: Printer, record: str) -> None:
    file = printer.print(record)
    forged = with_data(file, data_in(file).replace(b"ran too fast", b"ran too last"))
    check = printer.check(forged)
    assert check.answer is PaperAnswer.ALTERED
    assert {each.key for each in check.in_data} == {"=what_happened", "what_happened"}
    assert (
        'What happened: the file says "The pump ran too last. Nobody was hurt.", '
        'the register "The pump ran too fast. Nobody was hurt.".'
    ) in printer.told(forged)


def test_that_data_of_another_version_under_pages_of_this_one_are_named(printer: Printer, record: str) -> None:
    file = printer.print(record)
    data = json.loads(data_in(file))
    data["program"] = "Incident Desk 0.0.9"
    check = printer.check(with_data(file, exact_bytes(data)))
    assert (check.answer, [each.key for each in check.in_data]) == (PaperAnswer.ALTERED, ["program"])


def test_that_data_written_otherwise_are_no_data_of_ours(printer: Printer, record: str) -> None:
    file = printer.print(record)
    for data in (json.dumps(json.loads(data_in(file)), indent=1).encode(), b"{}", b"\xff", b"[]", b"null", b""):
        check = printer.check(with_data(file, data))
        assert (check.answer, check.in_data[0].what) == (PaperAnswer.ALTERED, "form")


def test_that_a_file_put_inside_is_named(printer: Printer, record: str) -> None:
    file = printer.print(record)
    with pikepdf.open(file) as pdf:
        attach(pdf, "more.txt", b"x")
        pdf.save(file.with_name("more.pdf"))
    check = printer.check(file.with_name("more.pdf"))
    assert [(each.what, each.file) for each in check.on_pages] == [("attached", "more.txt")]


def test_that_pages_of_one_record_with_data_of_another_are_told(printer: Printer, record: str) -> None:
    other = printer.desk.new("containment", fields={"what_happened": "Somebody slipped."})
    pages, data = printer.print(record, "one.pdf"), printer.print(other, "two.pdf")
    check = printer.check(with_data(pages, data_in(data)))
    assert check.answer is PaperAnswer.OTHER_RECORD
    assert (check.number, check.other) == tuple(printer.desk.record(each).values["number"] for each in (other, record))


def test_that_a_paper_of_another_register_is_told(printer: Printer, record: str, tmp_path: Path) -> None:
    file = printer.print(record)
    with open_desk(str(tmp_path / "other.register")) as other:
        other.new("reaction")
        check = printer.at(other).check(file)
    assert (check.answer, check.other) == (
        PaperAnswer.OTHER_REGISTER, printer.desk.register.queries.settings().register_id,
    )  # fmt: skip


def test_that_a_paper_of_before_a_restore_is_told(printer: Printer, record: str, tmp_path: Path) -> None:
    desk, services = printer.desk, printer.services
    kept = printer.print(record, "kept.pdf")
    backup = back_up(desk.register, tmp_path / "backups", services, desk.submitter.actor)
    before = desk.position(record)
    desk.do(record, c.ChangeFields({"title": "Lost in the restore"}))
    lost = printer.print(record, "lost.pdf")
    new = printer.print(desk.new("containment"), "new.pdf")
    order = Order(backup, tmp_path / "again.register", "The disk broke", by="Anna Berg")
    restore(services, order).register.close()
    restored = open_register(str(order.target))
    try:
        again = printer.at(Desk(restored, Submitter(restored, uuid7, desk.submitter.actor), str(order.target)))
        assert again.check(kept).answer is PaperAnswer.EQUAL
        again.desk.do(record, c.ChangeFields({"title": "Went on otherwise"}))
        check = again.check(lost)
        assert (check.answer, check.common, check.position) == (PaperAnswer.OTHER_EPOCH, before, before + 1)
        assert again.check(new).answer is PaperAnswer.OTHER_EPOCH
        other_way = again.print(record, "after.pdf")
    finally:
        restored.close()
    assert printer.check(other_way).answer is PaperAnswer.OTHER_EPOCH


def test_that_a_register_older_than_the_paper_is_told(printer: Printer, record: str, tmp_path: Path) -> None:
    old = tmp_path / "old" / "ward.register"
    old.parent.mkdir()
    printer.desk.register.copy_to(old)
    printer.desk.do(record, c.ChangeFields({"title": "Written later"}))
    files = [printer.print(record, "later.pdf"), printer.print(printer.desk.new("containment"), "new.pdf")]
    opened = open_register(str(old))
    try:
        aged = printer.at(Desk(opened, printer.desk.submitter, str(old)))
        checks = [aged.check(file) for file in files]
    finally:
        opened.close()
    assert [each.answer for each in checks] == [PaperAnswer.NEWER] * 2
    assert checks[0].present == checks[0].position - 1
    assert checks[1].present == 0


def test_that_a_register_changed_behind_the_programs_back_is_what_differs(printer: Printer, record: str) -> None:
    file = printer.print(record)
    no = "(SELECT no FROM chain WHERE id = (SELECT id FROM incident LIMIT 1))"
    with other_program(printer.desk.address) as sqlite:
        sqlite.run(
            "UPDATE journal_part SET content = CAST(replace(CAST(content AS TEXT), 'too fast', 'too slow') AS BLOB) "
            f"WHERE chain = {no} AND content LIKE '%too fast%'"
        )
    check = printer.check(file)
    assert check.answer is PaperAnswer.REGISTER_DIFFERS
    assert [each.code for each in check.breaks] == ["entry_text_changed"]
    assert not check.holds


def test_that_a_record_that_does_not_hold_is_told_with_a_paper_that_does(printer: Printer, record: str) -> None:
    file = printer.print(record)
    with other_program(printer.desk.address) as sqlite:
        sqlite.run("UPDATE incident SET title = 'Behind the back' WHERE title IS NOT NULL")
    check = printer.check(file)
    assert (check.answer, check.holds) == (PaperAnswer.EQUAL, False)
    assert {each.code for each in check.breaks} >= {"state_differs"}


def test_that_pages_of_another_version_are_not_proved(printer: Printer, record: str) -> None:
    """A paper that an older program drew: its pages may look otherwise, and its data say who drew it."""
    file = printer.print(record)
    data = json.loads(data_in(file))
    data["program"] = "Incident Desk 0.0.9"

    def write(canvas: Canvas) -> None:
        canvas.drawString(100, 400, "as 0.0.9 drew it")

    older = with_data(drawn_over(file, write), exact_bytes(data))
    check = printer.check(older)
    assert (check.answer, check.other, check.holds) == (PaperAnswer.PAGES_UNPROVED, "Incident Desk 0.0.9", False)


# --- what is no paper -----------------------------------------------------------------------------


def test_that_a_picture_of_a_paper_says_nothing(printer: Printer, record: str, tmp_path: Path) -> None:
    Image.new("L", (200, 300), 255).save(tmp_path / "scan.pdf")
    assert printer.check(tmp_path / "scan.pdf").answer is PaperAnswer.NO_DATA


def test_that_what_cannot_be_read_is_said(
    printer: Printer, record: str, program: Callable[[str], str], tmp_path: Path
) -> None:
    file = printer.print(record)
    (tmp_path / "no.pdf").write_text("not a paper")
    (tmp_path / "half.pdf").write_bytes(b"%PDF-1.7\n" + file.read_bytes()[20:3000])
    subprocess.run(
        [program("qpdf"), "--encrypt", "secret", "secret", "256", "--", file, tmp_path / "locked.pdf"], check=True
    )
    for name, code in (
        ("no.pdf", "paper_no_pdf"), ("half.pdf", "paper_damaged"), ("locked.pdf", "paper_locked"),
        ("gone.pdf", "file_missing"),
    ):  # fmt: skip
        with pytest.raises(SurroundingsFailed) as caught:
            printer.check(tmp_path / name)
        assert caught.value.code == code


def test_that_one_may_stop_waiting(printer: Printer, record: str) -> None:
    file = printer.print(record)
    with pytest.raises(Refused) as caught:
        check_paper(printer.services, printer.desk.register, file, lambda done, of: False)
    assert caught.value.code == "stopped"


def test_that_the_reading_process_has_neither_register_nor_window_at_hand() -> None:
    loaded = "import sys, incident_desk.files.papers.worker; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"PySide6", "sqlalchemy", "reportlab", "incident_desk.usecases.ports"} & set(modules)


def test_that_a_paper_from_before_an_erasure_is_no_forgery(printer: Printer, record: str) -> None:
    desk = printer.desk
    desk.do(record, c.ChangeFields({"cause": "Ida Quorn mistyped", "place_detail": "Ida Quorn's desk"}))
    desk.do(record, c.ChangeFields({"place_detail": None}))
    logged, other = printer.print(record, "logged.pdf"), printer.print(record, "other.pdf", logged=False)
    other.write_bytes(other.read_bytes() + b"\n%\n")
    then = desk.position(record)
    found = look(desk.register.queries, record, ["Ida Quorn"])
    texts = {each.place: "A nurse mistyped" for each in found.lost.found}
    erase(desk.submitter, uuid7(), record, Erasure(found.words, "Article 17", "asked", texts, frozenset(), then))
    assert printer.check(logged).answer is PaperAnswer.AS_OF
    check = printer.check(other)
    assert (check.answer, check.in_data, check.holds) == (PaperAnswer.ERASED_SINCE, (), False)
    after = printer.print(record, "after.pdf", logged=False)
    assert printer.check(after).answer is PaperAnswer.EQUAL
    assert "Ida" not in data_in(after).decode()
    assert printer.check(printer.print(record, "then.pdf", logged=False, position=then)).answer is PaperAnswer.AS_OF
