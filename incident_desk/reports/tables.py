"""Tables with open sides: measures, duties, the journal, attached files. Column heads stand again overleaf."""

from __future__ import annotations

from collections.abc import Sequence

from incident_desk.reports.column_widths import heading, places_of
from incident_desk.reports.columns import Cell, Place, Written, row_strip, side_by_side, strip_of, written
from incident_desk.reports.ink import CRITICAL, INK, INK_SECOND, INK_THIRD, LINE, LINE_STRONG, SUNKEN, Ink
from incident_desk.reports.lines import Style, break_lines, single_line
from incident_desk.reports.paper import CELL, CELL_STRONG, FINE, Frame, Strip
from incident_desk.reports.prose import section_head
from incident_desk.reports.sheet import Sheet
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import (
    Attachment,
    AttachmentsBlock,
    Column,
    Emphasis,
    JournalBlock,
    JournalLine,
    Row,
    TableBlock,
)

_ABOVE = _BELOW = 3.0  # makes a row of one line 17 points high
_BESIDE = 5.0  # between the parts of a change
_CHANGE = "\u2192"  # from the old value to the new one


def table_block(block: TableBlock, frame: Frame, texts: Texts) -> list[Strip]:
    places = places_of(block.columns, frame, [row.cells for row in block.rows])
    rows = [_row(row, places) for row in block.rows]
    empty = block.empty or texts.say("papers.nothing_here")
    return section_head(block.title, block.hint, frame) + table_strips(block.columns, places, rows, empty, frame)


def journal_block(block: JournalBlock, frame: Frame, texts: Texts) -> list[Strip]:
    columns = (
        Column(texts.say("papers.journal_when"), 19),
        Column(texts.say("papers.journal_who"), 18),
        Column(texts.say("papers.journal_what"), 63),
    )
    places = places_of(columns, frame, [(line.when, line.who, "") for line in block.lines])
    rows = [
        [
            written(line.when, CELL, places[0].width, INK_SECOND),
            written(line.who, CELL_STRONG, places[1].width),
            _told(line, places[2].width, texts),
        ]
        for line in block.lines
    ]
    head = section_head(block.title, block.hint, frame)
    return head + table_strips(columns, places, rows, texts.say("papers.nothing_here"), frame)


def attachments_block(block: AttachmentsBlock, frame: Frame, texts: Texts) -> list[Strip]:
    columns = (
        Column(texts.say("papers.file_name"), 58),
        Column(texts.say("papers.file_size"), 10),
        Column(texts.say("papers.file_added"), 32),
    )
    places = places_of(columns, frame, [(file.name, file.size, file.added) for file in block.files])
    rows = [_file(file, places) for file in block.files]
    head = section_head(block.title, block.hint, frame)
    return head + table_strips(columns, places, rows, texts.say("papers.nothing_here"), frame)


def in_fours(digits: str) -> str:
    """A hash as people compare it: in groups of four."""
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))


def column_heads(columns: Sequence[Column], places: list[Place], frame: Frame) -> Strip:
    cells = [heading(column.label, place.width) for column, place in zip(columns, places, strict=True)]

    def decorate(sheet: Sheet, top: float, bottom: float, first: bool, last: bool) -> None:
        sheet.panel(frame.left, bottom, frame.width, top - bottom, 0, SUNKEN)
        sheet.rule(frame.left, frame.right, top, 0.8, LINE_STRONG)

    head = row_strip(cells, places, 3, 3, decorate)
    head.keep = True
    return head


def table_strips(
    columns: Sequence[Column], places: list[Place], rows: list[list[Cell]], empty: str, frame: Frame
) -> list[Strip]:
    if not rows:
        return [strip_of(written(empty, CELL, frame.width, INK_THIRD), Place(frame.left, frame.width))]

    def decorate(sheet: Sheet, top: float, bottom: float, first: bool, last: bool) -> None:
        if last:
            sheet.rule(frame.left, frame.right, bottom, 0.5, LINE)

    head = column_heads(columns, places, frame)
    strips = [head]
    for row in rows:
        strips += side_by_side(row, places, _ABOVE, _BELOW, decorate, head)
    return strips


def _row(row: Row, places: list[Place]) -> list[Cell]:
    last = len(places) - 1
    cells = []
    for number, (text, place) in enumerate(zip(row.cells, places, strict=True)):
        style, ink = _voice(row.emphasis, number, last)
        cells.append(written(text, style, place.width, ink))
    return cells


def _voice(emphasis: Emphasis, number: int, last: int) -> tuple[Style, Ink]:
    if emphasis is Emphasis.FADED:
        return CELL, INK_THIRD
    if number == last and emphasis is Emphasis.ALERT:
        return CELL_STRONG, CRITICAL
    if number == 0 or (number == last and emphasis is Emphasis.STRONG):
        return CELL_STRONG, INK
    return CELL, INK


def _told(line: JournalLine, width: float, texts: Texts) -> Cell:
    """What happened, the change with the old value struck through, and the reason."""
    cell = written(line.what, CELL, width) if line.what else []
    change = _change_beside(line, cell, width) or _change_below(line, width)
    if line.reason:
        change += written(texts.say("papers.reason", reason=line.reason), CELL, width, INK_THIRD)
    return cell + change


def _change_beside(line: JournalLine, cell: Cell, width: float) -> Cell:
    """Old and new value behind the sentence where all three fit on one line; takes the sentence's line end."""
    if not cell or cell[-1].line.rightmost or not (line.old or line.new):
        return []
    parts = [(single_line(text, CELL), ink, struck) for text, ink, struck in _change_parts(line)]
    x = cell[-1].line.width + _BESIDE
    if len(cell) > 1 or x + sum(part.width + _BESIDE for part, _, _ in parts) > width or "\n" in line.old + line.new:
        return []
    cell[-1] = cell[-1]._replace(drop=0.0)
    change: Cell = []
    for part, ink, struck in parts:
        change.append(Written(part, CELL, ink, 0.0, x, struck))
        x += part.width + _BESIDE
    change[-1] = change[-1]._replace(drop=CELL.leading)
    return change


def _change_parts(line: JournalLine) -> list[tuple[str, Ink, bool]]:
    old = [(line.old, INK_THIRD, True)] if line.old else []
    return old + ([(_CHANGE, INK_SECOND, False), (line.new, INK, False)] if line.new else [])


def _change_below(line: JournalLine, width: float) -> Cell:
    """The old value struck through on lines of its own, the new one below it behind an arrow."""
    change = [each._replace(struck=True) for each in written(line.old, CELL, width, INK_THIRD)] if line.old else []
    if line.new:
        arrow = single_line(_CHANGE, CELL)
        indent = arrow.width + 4
        change.append(Written(arrow, CELL, INK_SECOND, 0.0))
        for each in break_lines(line.new, CELL, width - indent):
            change.append(Written(each, CELL, INK, CELL.leading, indent))
    return change


def _file(file: Attachment, places: list[Place]) -> list[Cell]:
    return [
        written(file.name, CELL_STRONG, places[0].width)
        + written(in_fours(file.sha256), FINE, places[0].width, INK_THIRD),
        written(file.size, CELL, places[1].width),
        written(file.added, CELL, places[2].width),
    ]
