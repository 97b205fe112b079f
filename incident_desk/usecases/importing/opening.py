"""A sheet as it is opened for import: read, and with the mapping that fits it best so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from incident_desk.domain.errors import Refused
from incident_desk.usecases.importing.bad_rows import without_reasons
from incident_desk.usecases.importing.guessing.date_evidence import date_evidence
from incident_desk.usecases.importing.guessing.guess import date_by_content, guess_mapping
from incident_desk.usecases.importing.guessing.number_evidence import number_columns, number_evidence
from incident_desk.usecases.importing.mapping import MappingFiles, SheetMapping, check_mapping
from incident_desk.usecases.importing.odd_letters import OddLetters, odd_letters
from incident_desk.usecases.importing.own_files import as_written, is_own, own_mapping, zones_of
from incident_desk.usecases.importing.scales import unproved_scales
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.ports import Progress, Register
from incident_desk.usecases.services import Services
from incident_desk.usecases.sheets import CsvForm, Sheet

_NO_TEXT = re.compile("[\0\ud800-\udfff]")


class Origin(StrEnum):
    """Where a mapping comes from."""

    GIVEN = "given"
    OWN = "own"  # the sheet was written by our own export
    REMEMBERED = "remembered"  # decided on this PC for a sheet with the same headings
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    """`source` is the name under which the list is known from now on.

    `order_unproved`: nothing in the sheet shows whether the day or the month comes first, and nobody said it for it.
    `scales_unproved`: fields read from bare numbers of which nobody said whether 1 is the least or the worst.
    `odd`: letters that nobody writes.
    `order_mixed`: dates of the sheet show the day first, others the month. `number_unproved`: a number of which nothing
    shows whether its sign parts thousands or decimals.
    """

    sheet: Sheet
    source: str
    mapping: SheetMapping
    origin: Origin
    order_unproved: bool = False
    date_by_content: str = ""  # the column taken for when it happened though its heading does not say so
    scales_unproved: tuple[str, ...] = ()
    odd: OddLetters | None = None
    order_mixed: bool = False
    number_unproved: str = ""


def open_sheet(
    services: Services, register: Register, path: Path, *, sheet: str | None = None, form: CsvForm | None = None,
    given: SheetMapping | None = None, progress: Progress | None = None,
) -> OpenedSheet:  # fmt: skip
    """Raises SurroundingsFailed for a file that cannot be read, Refused for a mapping that does not fit it."""
    read = as_written(without_reasons(services.sheet_reader().read(path, sheet, form, progress)))
    names = read_names(register.queries)
    if given is not None:
        check_mapping(given, read.heading, names)
    mapping, origin = _best(read, names, given, services.mapping_files())
    found = OpenedSheet(read, source_name(path, read), mapping, origin, odd=odd_letters(read))
    return found if origin in (Origin.GIVEN, Origin.OWN) else _in_doubt(found, names)


def source_name(path: Path, sheet: Sheet) -> str:
    """The file, and the sheet within it where its name says more, as text: the name of a file may be none."""
    name = path.name if sheet.name in ("", path.name, path.stem) else f"{path.name}, {sheet.name}"
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", name)


def _best(sheet: Sheet, names: Names, given: SheetMapping | None, files: MappingFiles) -> tuple[SheetMapping, Origin]:
    if given is not None:
        return given, Origin.GIVEN
    if is_own(sheet.heading):
        return own_mapping(sheet.heading, names, zones_of(sheet)), Origin.OWN
    remembered = files.remembered(sheet.heading)
    if remembered is not None and _fits(remembered, sheet, names):
        return remembered, Origin.REMEMBERED
    return guess_mapping(sheet, names), Origin.GUESSED


def _in_doubt(opened: OpenedSheet, names: Names) -> OpenedSheet:
    """A day above 12 says more about the order of dates than a sheet of last year; numbers say little of levels."""
    evidence = date_evidence(opened.sheet, opened.mapping, names)
    mapping = evidence.kept_to(opened.mapping)
    opened = replace(opened, mapping=mapping, order_unproved=not evidence.proved, order_mixed=not evidence.fitting)
    if opened.origin is not Origin.GUESSED:
        return opened
    number = number_evidence(opened.sheet, number_columns(mapping, names)).doubtful
    return replace(
        opened, scales_unproved=unproved_scales(mapping, names), number_unproved=number,
        date_by_content=date_by_content(mapping),
    )  # fmt: skip


def _fits(mapping: SheetMapping, sheet: Sheet, names: Names) -> bool:
    """A remembered mapping may name a field of another register's pack."""
    try:
        check_mapping(mapping, sheet.heading, names)
    except Refused:
        return False
    return True
