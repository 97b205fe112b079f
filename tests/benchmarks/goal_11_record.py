"""Goal 11: the record of one incident on three pages, beside the same words set by Platypus."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # has no stubs

from incident_desk.domain.vocabulary import Kind, Status
from incident_desk.reports.render import render_record
from incident_desk.storage.register import SqlRegister, open_register
from incident_desk.support.resources import resource
from incident_desk.support.texts import Texts
from incident_desk.usecases.names import read_names
from incident_desk.usecases.papers import Organisation, PaperSize, RecordPaper
from incident_desk.usecases.record_paper import record_paper
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.wording import Wording
from tests.benchmarks.bench import Bench
from tests.benchmarks.platypus import FONT, platypus_pdf
from tests.benchmarks.record_parts import parts_of
from tests.benchmarks.results import Compared, Finding
from tests.benchmarks.timing import Job, in_turn, timed

WARM, FIRST = 1.3, 1.2
PAGES = 3
ROUNDS, PROCESSES = 25, 9
_ROOT = Path(__file__).parents[2]


def measure(bench: Bench) -> Iterator[Finding]:
    with closing(open_register(str(bench.register))) as register:
        paper = _paper_of_three_pages(register)
    parts, font = parts_of(paper), str(resource("fonts", FONT))
    jobs: dict[str, Job] = {
        "program": timed(lambda: render_record(paper)), "platypus": timed(lambda: platypus_pdf(parts, font)),
    }  # fmt: skip
    warm = {name: series.median for name, series in in_turn(jobs, ROUNDS).items()}
    files = {"program": bench.folder / "paper.pickle", "platypus": bench.folder / "parts.pickle"}
    files["program"].write_bytes(pickle.dumps(paper))
    files["platypus"].write_bytes(pickle.dumps((parts, font)))
    jobs = {name: _process(name, file) for name, file in files.items()}
    first = {name: series.median for name, series in in_turn(jobs, PROCESSES, warm=1).items()}
    pages = _pages(platypus_pdf(parts, font))
    floor = f"Platypus, the same words on {pages} pages"
    yield Compared(f"record of {PAGES} pages, warm", warm["program"], warm["platypus"], floor, WARM)
    yield Compared("first of the session, with imports", first["program"], first["platypus"], floor, FIRST)


def _paper_of_three_pages(register: SqlRegister) -> RecordPaper:
    names = read_names(register.queries)
    wording = Wording(Texts("en"), names)
    concluded = IncidentFilter(statuses=frozenset({Status.CONCLUDED}), kinds=frozenset({Kind.INCIDENT}))
    organisation = Organisation(names.settings.organisation, names.settings.address)
    for row in register.queries.incidents(concluded, limit=100):
        entries = register.queries.entries(row.id)
        head = register.queries.head_covering(row.id, entries[-1].position)
        paper = record_paper(row.id, entries, wording, PaperSize.A4, organisation, head)
        if _pages(render_record(paper)) == PAGES:
            return paper
    raise RuntimeError(f"no record of {PAGES} pages among a hundred")


def _pages(content: bytes) -> int:
    with closing(pypdfium2.PdfDocument(content)) as document:
        return len(document)


def _process(which: str, file: Path) -> Job:
    command = [sys.executable, "-m", "tests.benchmarks.record_first", which, str(file)]

    def job() -> float:
        told = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
        if told.returncode:
            raise RuntimeError(told.stderr[-2000:])
        return float(told.stdout)

    return job
