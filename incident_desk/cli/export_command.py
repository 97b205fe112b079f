"""incident-desk export FILE: incidents as a sheet, as lines for other programs, or what is due as a calendar."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from incident_desk.cli.desk import Desk
from incident_desk.cli.list_command import declare_filter
from incident_desk.domain.errors import Refused
from incident_desk.usecases.export.content import ExportFormat
from incident_desk.usecases.export.exporting import Export, export_to_file, export_to_stream
from incident_desk.usecases.list_incidents import filter_of

HELP = "write incidents into a file: a sheet (csv, xlsx), lines of JSON, or due dates for a calendar (ics)"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?", help='"-": standard output (not for xlsx)')
    parser.add_argument("--out", metavar="FILE", help="the same as FILE")
    parser.add_argument("--format", choices=[str(each) for each in ExportFormat],
                        help="csv, xlsx, jsonl or ics; without it, as the name of the file ends")  # fmt: skip
    parser.add_argument("--columns", metavar="KEY,KEY", help="of a sheet: these columns, by their keys")
    parser.add_argument("--complete", action="store_true", help="of a sheet: every field there is")
    declare_filter(parser)


def run(given: argparse.Namespace, desk: Desk) -> int:
    name = _target(given)
    columns = tuple(key.strip() for key in (given.columns or "").split(",") if key.strip())
    wanted = filter_of(vars(given), desk.names())
    export = Export(_format(given.format, name), wanted, columns, given.complete)
    parts = (desk.services, desk.register, desk.actor(), export, desk.wording())
    if name == "-":
        if export.format is ExportFormat.XLSX:
            raise Refused("export_not_to_output", format=export.format)
        export_to_stream(*parts, sys.stdout.buffer)
        return 0
    exported = export_to_file(*parts, Path(name))
    print(desk.texts.count("cli.export_done", exported.incidents, name=name))
    return 0


def _target(given: argparse.Namespace) -> str:
    if given.file is not None and given.out is not None:
        raise Refused("target_twice", one=given.file, other=given.out)
    name: str | None = given.file if given.out is None else given.out
    if not name:
        raise Refused("argument_missing", command="export", value="FILE")
    return name


def _format(said: str | None, name: str) -> ExportFormat:
    ending = said or name.rpartition(".")[2].lower()
    if ending not in set(ExportFormat):
        raise Refused("export_format_unknown", options=[str(each) for each in ExportFormat])
    return ExportFormat(ending)
