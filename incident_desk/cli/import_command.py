"""incident-desk import FILE: an old list, or people, places, equipment, from a sheet. All of it or nothing."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from incident_desk.cli.desk import Desk, print_json
from incident_desk.cli.import_json import import_as_json
from incident_desk.cli.import_list_report import said_of_list
from incident_desk.cli.import_report import ImportReport, said_of_reading
from incident_desk.domain.commands import IMPORT_PLACES
from incident_desk.domain.errors import Refused
from incident_desk.usecases.files_out import must_not_replace, write_out
from incident_desk.usecases.importing.bad_rows import bad_rows_csv, said_problem, without_reasons
from incident_desk.usecases.importing.changes import Change, Choice
from incident_desk.usecases.importing.dates import DATE_ORDERS
from incident_desk.usecases.importing.directory_plan import DirectoryPlan, plan_directory
from incident_desk.usecases.importing.directory_run import run_directory
from incident_desk.usecases.importing.mapping import Closed, SheetMapping, folded
from incident_desk.usecases.importing.odd_letters import odd_letters
from incident_desk.usecases.importing.opening import OpenedSheet, open_sheet
from incident_desk.usecases.importing.plan import ImportPlan, plan_import
from incident_desk.usecases.importing.run import ImportDone, run_import
from incident_desk.usecases.importing.scales import with_one_as
from incident_desk.usecases.sheets import ENCODINGS, CsvForm

HELP = "take an old list in: incidents from a sheet (csv, xlsx, ods), or the lists of people, places, equipment"
_CHANGES = ("offer", "take", "leave")
_ONE_IS = ("least", "worst")


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the sheet")
    parser.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook; else the one with most rows")
    parser.add_argument("--letters", choices=ENCODINGS, help="how a text file writes letters; else found out")
    parser.add_argument("--mapping", metavar="FILE.toml", help="what the columns mean; else as last time, or guessed")
    parser.add_argument("--save-mapping", metavar="FILE.toml", help="write down what the columns mean")
    parser.add_argument("--preview", action="store_true", help="say what would come in, and write nothing")
    parser.add_argument("--bad-rows", metavar="FILE.csv", help="write the rows that cannot come in, with the reason")
    parser.add_argument("--skip-bad", action="store_true", help="leave such rows out, and take the others in")
    parser.add_argument("--every-row", action="store_true", help="also rows that look like headings, sums, a month")
    parser.add_argument("--date-order", choices=DATE_ORDERS, help="of day, month and year where a date can mean two")
    parser.add_argument("--zone", metavar="ZONE", help="time zone of the sheet's times; else that of the register")
    parser.add_argument("--closed", metavar="COLUMN=WORD,WORD", help="which rows were closed")
    parser.add_argument(
        "--changes", choices=_CHANGES, default="offer", help="in rows imported before: show, take, leave"
    )
    parser.add_argument(
        "--take", metavar="LINE[:COLUMN]", action="append", default=[],
        help="take what changed in this row, or in this cell of it; may be given several times",
    )  # fmt: skip
    parser.add_argument("--one-is", choices=_ONE_IS, help="of a scale of numbers in the sheet: the least or the worst")
    parser.add_argument("--into", choices=IMPORT_PLACES, help="where open rows land")
    parser.add_argument("--closed-into", choices=IMPORT_PLACES, help="where closed rows land")
    parser.add_argument("--as-list", choices=("people", "places", "equipment"), help="what else the sheet holds")
    parser.add_argument("--new-places", action="store_true", help="with --as-list: add places that are not here yet")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(given: argparse.Namespace, desk: Desk) -> int:
    for name in filter(None, (given.save_mapping, given.bad_rows)):
        must_not_replace(Path(name), _read_from(given))  # before anything is read that would be for nothing
    return _incidents(given, desk) if given.as_list is None else _directory(given, desk)


def _directory(given: argparse.Namespace, desk: Desk) -> int:
    """People, places or equipment."""
    sheet = without_reasons(desk.services.sheet_reader().read(Path(given.file), given.sheet, _form(given)))
    plan = plan_directory(desk.names(), desk.acting(), sheet, given.as_list, with_places=given.new_places)
    problems = [{"line": each.line, "reason": said_problem(each, desk.wording())} for each in plan.problems]
    kept = _bad_rows_kept(given, desk, plan)
    refused = bool(problems) and not given.skip_bad
    written = not given.preview and not refused
    if written:
        run_directory(desk.submitter(), plan, desk.services.new_id(), skip_bad=given.skip_bad)
    if given.json:
        print_json({**plan.counts(), "written": written, "fields": dict(plan.columns), "bad_rows": problems,
                    "unknown_places": list(plan.unknown_places), "new_places": list(plan.new_places)})  # fmt: skip
        return 1 if refused else 0
    say = desk.texts.say
    for line in said_of_reading(sheet, odd_letters(sheet), desk.texts):
        print(line)
    for line in said_of_list(plan, desk.texts):
        print(line)
    print(say("import.counts", **plan.counts()))
    for problem in problems:
        print(say("import.bad_row", **problem))
    if kept:
        print(say("import.bad_rows_written", name=given.bad_rows))
    if refused and not given.preview:
        raise Refused("import_rows_bad", count=plan.counts()["bad"])
    done = say("import.list_done", new=len(plan.new), changed=len(plan.changed))
    print(done if written else say("import.preview"))
    return 1 if refused else 0


def _incidents(given: argparse.Namespace, desk: Desk) -> int:
    files = desk.services.mapping_files()
    mapping = files.read(Path(given.mapping)) if given.mapping else None
    file, form = Path(given.file), _form(given)
    opened = open_sheet(desk.services, desk.register, file, sheet=given.sheet, form=form, given=mapping)
    opened = _as_asked(opened, given, desk)
    actor = desk.acting()
    plan = plan_import(desk.register, actor, opened.sheet, opened.source, opened.mapping)
    if given.save_mapping:
        files.write(Path(given.save_mapping), opened.mapping, _read_from(given))
    _bad_rows_kept(given, desk, plan)
    refused = bool(plan.bad) and not given.skip_bad
    done = None if given.preview or refused else _carried_out(given, desk, plan)
    if done is not None and done.imported:
        files.remember(opened.sheet.heading, opened.mapping)
    _tell(given, desk, opened, plan, done)
    return 1 if refused else 0


def _form(given: argparse.Namespace) -> CsvForm | None:
    """With the letters that were asked for; what stands between the cells is found out."""
    return CsvForm(given.letters, "") if given.letters else None


def _bad_rows_kept(given: argparse.Namespace, desk: Desk, plan: ImportPlan | DirectoryPlan) -> bool:
    """Writes the rows that cannot come in, where a file was named for them. Whether there are any to write."""
    if not given.bad_rows or not plan.bad:
        return False
    write_out(Path(given.bad_rows), bad_rows_csv(plan, desk.wording()), _read_from(given))
    return True


def _read_from(given: argparse.Namespace) -> tuple[Path]:
    return (Path(given.file),)


def _carried_out(given: argparse.Namespace, desk: Desk, plan: ImportPlan) -> ImportDone:
    take = _taken(given, plan)
    return run_import(desk.submitter(), plan, desk.services.new_id(), take=take, skip_bad=given.skip_bad)


def _taken(given: argparse.Namespace, plan: ImportPlan) -> list[Choice]:
    """What was named, row by row or cell by cell, or all of it. A cell that was changed here is named by itself."""
    if given.changes == "take":
        return [*(row.incident for row in plan.changed), *_named(given, plan)]
    return _named(given, plan)


def _named(given: argparse.Namespace, plan: ImportPlan) -> list[Choice]:
    found: list[Choice] = []
    for named in given.take:
        line, _, column = named.partition(":")
        rows = [row for row in plan.changed if str(row.read.source.line) == line.strip()]
        chosen: list[Choice] = [
            (row.incident, change.key) for row in rows for change in row.changes if _is_in(change, column)
        ] if column else [row.incident for row in rows]  # fmt: skip
        if not chosen:
            raise Refused("change_unknown", value=named)
        found += chosen
    return found


def _is_in(change: Change, column: str) -> bool:
    return folded(column) in {folded(cell.column) for cell in change.cells}


def _as_asked(opened: OpenedSheet, given: argparse.Namespace, desk: Desk) -> OpenedSheet:
    """The sheet with what was asked for beside its mapping, and without the doubts that this settles."""
    mapping = _answered(opened.mapping, given)
    if given.one_is:
        mapping = with_one_as(mapping, desk.names(), worst=given.one_is == "worst")
    return replace(
        opened, mapping=mapping, order_unproved=opened.order_unproved and not given.date_order,
        scales_unproved=() if given.one_is else opened.scales_unproved,
    )  # fmt: skip


def _answered(mapping: SheetMapping, given: argparse.Namespace) -> SheetMapping:
    answers = ("date_order", "zone", "into", "closed_into", "every_row")
    asked = {key: getattr(given, key) for key in answers if getattr(given, key)}
    if given.closed:
        column, _, words = given.closed.partition("=")
        asked["closed"] = Closed(column.strip(), tuple(word.strip() for word in words.split(",") if word.strip()))
    return replace(mapping, **asked)


def _tell(
    given: argparse.Namespace, desk: Desk, opened: OpenedSheet, plan: ImportPlan, done: ImportDone | None
) -> None:
    if given.json:
        print_json(import_as_json(opened, plan, done, desk.wording()))
        return
    named = _named(given, plan) if done is not None else ()
    report = ImportReport(opened, plan, done, desk.wording(), asked_all=given.changes == "take", named=named)
    for line in report.lines(show_changes=given.changes == "offer", preview=given.preview):
        print(line)
    for key, name in (("bad_rows_written", given.bad_rows if plan.bad else ""), ("mapping_saved", given.save_mapping)):
        if name:
            print(desk.texts.say(f"import.{key}", name=name))
    if plan.bad and not given.skip_bad and not given.preview:
        raise Refused("import_rows_bad", count=len(plan.bad))
