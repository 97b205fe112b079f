"""One door to the writers."""

from __future__ import annotations

from typing import BinaryIO

from incident_desk.files.exporting.calendar import write_calendar
from incident_desk.files.exporting.csv_sheet import write_csv
from incident_desk.files.exporting.json_lines import write_lines
from incident_desk.files.exporting.xlsx_sheet import write_xlsx
from incident_desk.usecases.export.content import Calendar, Content, ExportFormat, Lines, Sheet


def write_export(format_: ExportFormat, content: Content, file: BinaryIO) -> None:
    """Writes content of the kind that the format takes. The file can be read and sought in."""
    match format_, content:
        case ExportFormat.CSV, Sheet():
            write_csv(content, file)
        case ExportFormat.XLSX, Sheet():
            write_xlsx(content, file)
        case ExportFormat.JSONL, Lines():
            write_lines(content, file)
        case ExportFormat.ICS, Calendar():
            write_calendar(content, file)
        case _:
            raise TypeError(f"{type(content).__name__} is not what {format_} holds")
