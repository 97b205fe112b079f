"""A register with a printed record, and other programs that do things to the file."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]  # ships no types

from incident_desk.app import wire
from incident_desk.support.texts import Texts
from incident_desk.usecases.checking.answers import PaperCheck
from incident_desk.usecases.checking.check import check_paper
from incident_desk.usecases.checking.files import RECORD_DATA
from incident_desk.usecases.checking.told import details, said
from incident_desk.usecases.files_out import write_out
from incident_desk.usecases.names import read_names
from incident_desk.usecases.print_papers import draw_record, log_printed
from incident_desk.usecases.services import Services
from incident_desk.usecases.shown import Gaps
from incident_desk.usecases.wording import Wording
from tests.factories import Desk, open_desk


def attach(pdf: pikepdf.Pdf, name: str, content: bytes) -> None:
    """A file inside the file, in the place of one of that name."""
    pdf.attachments[name] = pikepdf.AttachedFileSpec(
        pdf, content, filename=name, description="", mime_type="application/json", creation_date="", mod_date=""
    )


def with_data(path: Path, data: bytes, name: str = RECORD_DATA) -> Path:
    """The file with other data in the place of its own, as pikepdf puts them there."""
    target = path.with_name(f"forged-{path.name}")
    with pikepdf.open(path) as pdf:
        attach(pdf, name, data)
        pdf.save(target)
    return target


def data_in(path: Path, name: str = RECORD_DATA) -> bytes:
    with pikepdf.open(path) as pdf:
        return pdf.attachments[name].get_file().read_bytes()


def drawn_over(path: Path, draw: Callable[[Canvas], None]) -> Path:
    """The file with something drawn over its first page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    draw(canvas)
    canvas.save()
    writer = pypdf.PdfWriter(clone_from=path)
    writer.pages[0].merge_page(pypdf.PdfReader(buffer).pages[0])
    target = path.with_name(f"over-{path.name}")
    writer.write(target)
    return target


@dataclass
class Printer:
    """Prints records of a register to files, and holds files against it."""

    desk: Desk
    services: Services
    folder: Path

    def at(self, desk: Desk) -> Printer:
        return replace(self, desk=desk)

    def print(self, record: str, name: str = "paper.pdf", *, logged: bool = True, language: str = "en", size: str = "a4",
              position: int | None = None, gaps: Gaps | None = None) -> Path:  # fmt: skip
        register = self.desk.register
        printed = draw_record(self.services, register, record, self.wording(language), size, position, gaps)
        if logged:
            log_printed(self.services, register, self.desk.submitter.actor, printed)
        write_out(self.folder / name, printed.content)
        return self.folder / name

    def check(self, path: Path) -> PaperCheck:
        return check_paper(self.services, self.desk.register, path)

    def told(self, path: Path, language: str = "en") -> list[str]:
        check = self.check(path)
        return [said(check, self.wording(language)), *details(check, self.wording(language))]

    def wording(self, language: str = "en") -> Wording:
        return Wording(Texts(language), read_names(self.desk.register.queries))


@pytest.fixture
def services(tmp_path: Path) -> Services:
    (tmp_path / "data").mkdir()
    return wire(tmp_path / "data", "en")


@pytest.fixture
def printer(tmp_path: Path, services: Services) -> Iterator[Printer]:
    with open_desk(str(tmp_path / "ward.register")) as desk:
        yield Printer(desk, services, tmp_path)


@pytest.fixture
def resaved(program: Callable[[str], str]) -> Callable[..., Path]:
    """The file once more as qpdf writes it: other bytes, the same content."""
    qpdf = program("qpdf")

    def save(path: Path, *how: str) -> Path:
        target = path.with_name(f"resaved-{path.name}")
        subprocess.run([qpdf, *(how or ("--linearize", "--object-streams=generate")), path, target], check=True)
        return target

    return save
