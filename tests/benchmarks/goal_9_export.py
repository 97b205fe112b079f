"""Goal 9: incidents as CSV and XLSX files, beside csv.writer and hand-made XML on a cursor; memory as it grows."""

from __future__ import annotations

import csv
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from incident_desk.files.exporting import xlsx_parts
from incident_desk.files.exporting.csv_sheet import write_csv
from incident_desk.files.exporting.xlsx_sheet import write_xlsx
from incident_desk.storage.queries import SqlQueries
from incident_desk.storage.register import open_register
from incident_desk.support.texts import Texts
from incident_desk.usecases.export.content import ExportFormat, Sheet
from incident_desk.usecases.export.exporting import Export, content_of
from incident_desk.usecases.names import read_names
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.wording import Wording
from tests.benchmarks.bench import Bench
from tests.benchmarks.results import Compared, Counted, Finding, Told
from tests.benchmarks.timing import in_turn, timed

CSV, XLSX = 1.2, 1.3
LIST, WHOLE = 100_000, 20_000  # the newest, of more than that
GROWTH = 20  # MiB, however many there are
ROUNDS = 5
_TIMES = ("occurred_earliest", "discovered_earliest", "reported_earliest", "opened_at", "step_since", "changed_at",
          "concluded_at")  # fmt: skip
_AS_TEXT = ", ".join(f"strftime('%Y-%m-%d %H:%M', i.{name} / 1000000, 'unixepoch')" for name in _TIMES)
# The same facts in the same order; codes stay codes, times are those of Greenwich.
_ROWS = f"""
    SELECT lower(hex(i.id)), i.number, i.position, i.title, i.kind, i.status, i.step, i.priority, d.name, p.name,
        i.category, i.subcategory, r.name, {_AS_TEXT}, i.missing, i.measures_in_force, i.actions_done,
        i.actions_total, strftime('%Y-%m-%d %H:%M', i.next_due / 1000000, 'unixepoch'), i.next_due_what,
        i.review_date, i.anonymous
    FROM incident i LEFT JOIN place p ON p.id = i.place LEFT JOIN place d ON d.id = p.parent
        LEFT JOIN person r ON r.id = i.responsible
    WHERE i.opened_at >= ?
    ORDER BY i.opened_at DESC, i.no DESC
"""
_OF_FIELDS = (
    "SELECT incident, key, ordinal, text, number, earliest FROM field_value WHERE line = 0"
    " AND incident IN (SELECT no FROM incident WHERE opened_at >= ?) ORDER BY incident"
)
_SINCE = "SELECT opened_at FROM incident ORDER BY opened_at DESC LIMIT 1 OFFSET ?"
_WITH_NO = _ROWS.replace("SELECT ", "SELECT i.no, ", 1).replace("ORDER BY i.opened_at DESC, i.no DESC", "ORDER BY i.no")


def measure(bench: Bench) -> Iterator[Finding]:
    path = bench.folder / "exported"
    with (
        closing(open_register(str(bench.register))) as register,
        closing(sqlite3.connect(f"{bench.register.as_uri()}?mode=ro", uri=True)) as bare,
        register.snapshot() as queries,
    ):
        lists, whole = (_since(bare, min(bench.size, most)) for most in (LIST, WHOLE))
        jobs = {
            "csv": timed(_into(path, lambda file: write_csv(_sheet(queries, lists), file))),
            "bare csv": timed(_into(path, lambda file: _bare_csv(bare, lists, file))),
            "xlsx": timed(_into(path, lambda file: write_xlsx(_sheet(queries, lists, ExportFormat.XLSX), file))),
            "bare xlsx": timed(_into(path, lambda file: _bare_xlsx(bare, lists, file))),
            "complete": timed(_into(path, lambda file: write_csv(_sheet(queries, whole, complete=True), file))),
            "bare complete": timed(_into(path, lambda file: _bare_complete(bare, queries, whole, file))),
        }
        median = {name: series.median for name, series in in_turn(jobs, ROUNDS, warm=1, at_most=120).items()}
    of_list, of_whole = (f"{min(bench.size, most):,}" for most in (LIST, WHOLE))
    yield Compared(f"{of_list} as CSV", median["csv"], median["bare csv"], "csv.writer on a cursor, three joins", CSV)
    yield Compared(f"{of_list} as XLSX", median["xlsx"], median["bare xlsx"], "XML by hand on the same cursor", XLSX)
    floor = "csv.writer on two cursors, every field of a record in a row"
    yield Compared(f"{of_whole} whole records as CSV", median["complete"], median["bare complete"], floor, CSV)
    for format_ in (ExportFormat.CSV, ExportFormat.XLSX):
        grown = _grown(bench, format_)
        yield Told(f"memory grows over all of them, {format_}", f"{grown} MiB")
        yield Counted(f"MiB beyond {GROWTH} that memory grows, {format_}", max(0, grown - GROWTH), 0)


def _since(bare: sqlite3.Connection, count: int) -> int:
    """Since when so many came up."""
    return int(bare.execute(_SINCE, (count - 1,)).fetchone()[0])


def _sheet(
    queries: SqlQueries, since: int, format_: ExportFormat = ExportFormat.CSV, *, complete: bool = False
) -> Sheet:  # fmt: skip
    wording = Wording(Texts("en"), read_names(queries))
    content, _ = content_of(queries, Export(format_, IncidentFilter(since=since), complete=complete), wording)
    assert isinstance(content, Sheet)
    return content


def _into(path: Path, write: Callable[[BinaryIO], None]) -> Callable[[], None]:
    def work() -> None:
        with path.open("w+b") as file:
            write(file)

    return work


def _bare_csv(bare: sqlite3.Connection, since: int, file: BinaryIO) -> None:
    with open(file.fileno(), "w", newline="", encoding="utf-8-sig", closefd=False) as text:
        csv.writer(text, quoting=csv.QUOTE_ALL).writerows(bare.execute(_ROWS, (since,)))


def _bare_complete(bare: sqlite3.Connection, queries: SqlQueries, since: int, file: BinaryIO) -> None:
    keys = [column.heading for column in _sheet(queries, since, complete=True).columns]
    places: dict[str, int] = {}
    values = bare.execute(_OF_FIELDS, (since,))
    waiting = values.fetchone()
    with open(file.fileno(), "w", newline="", encoding="utf-8-sig", closefd=False) as text:
        write = csv.writer(text, quoting=csv.QUOTE_ALL).writerow
        for no, *facts in bare.execute(_WITH_NO, (since,)):
            row: list[object] = [*facts, *[None] * (len(keys) - len(facts))]
            while waiting is not None and waiting[0] == no:
                _, key, _, words, number, instant = waiting
                at = places.setdefault(key, len(facts) + len(places) % (len(keys) - len(facts)))
                row[at] = words if words is not None else number if number is not None else instant
                waiting = values.fetchone()
            write(row)


def _bare_xlsx(bare: sqlite3.Connection, since: int, file: BinaryIO) -> None:
    """As thin as an XLSX file can be written, packed no harder than the product packs it."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in (("[Content_Types].xml", xlsx_parts.CONTENT_TYPES), ("_rels/.rels", xlsx_parts.RELATIONS),
                              ("xl/_rels/workbook.xml.rels", xlsx_parts.WORKBOOK_RELATIONS),
                              ("xl/workbook.xml", xlsx_parts.workbook("Register", 1, 1))):  # fmt: skip
            archive.writestr(name, content)
        with archive.open(xlsx_parts.SHEET_PATH, "w") as sheet:
            sheet.write(xlsx_parts.sheet_head(()).encode())
            lines: list[str] = []
            for row in bare.execute(_ROWS, (since,)):
                lines.append("<row>")
                for value in row:
                    if value.__class__ is str:
                        text = value
                        if "&" in text or "<" in text or ">" in text:
                            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                        lines.append(f'<c t="inlineStr"><is><t>{text}</t></is></c>')
                    else:
                        lines.append("<c/>" if value is None else f"<c><v>{value}</v></c>")
                lines.append("</row>")
                if len(lines) > 6000:
                    sheet.write("".join(lines).encode())
                    lines.clear()
            sheet.write(("".join(lines) + "</sheetData></worksheet>").encode())


def _grown(bench: Bench, format_: ExportFormat) -> int:
    """By how many MiB a process of its own is larger after all of them than after the first thousand."""
    command = [sys.executable, "-m", "tests.benchmarks.export_memory", str(bench.register), str(format_),
               str(bench.folder / "grown")]  # fmt: skip
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
