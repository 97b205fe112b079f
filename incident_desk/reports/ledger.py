"""The journal entry by entry, for reading word by word: each value as it was and as it became, in full."""

from __future__ import annotations

from incident_desk.reports.column_widths import places_of
from incident_desk.reports.columns import Cell, written
from incident_desk.reports.ink import INK_SECOND, INK_THIRD
from incident_desk.reports.paper import CELL, CELL_STRONG, FINE, Frame, Strip
from incident_desk.reports.prose import section_head
from incident_desk.reports.tables import in_fours, table_strips
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import Column, LedgerBlock, LedgerChange, LedgerLine


def ledger_block(block: LedgerBlock, frame: Frame, texts: Texts) -> list[Strip]:
    columns = (
        Column(texts.say("journal_paper.number"), 6),
        Column(texts.say("journal_paper.when_and_who"), 24),
        Column(texts.say("journal_paper.what"), 70),
    )
    places = places_of(columns, frame, [(line.number, in_fours(line.digits), "") for line in block.lines])
    rows: list[list[Cell]] = [
        [
            written(line.number, CELL_STRONG, places[0].width),
            _when_and_who(line, places[1].width),
            _what(line, places[2].width, texts),
        ]
        for line in block.lines
    ]
    nothing = texts.say("papers.nothing_here")
    return section_head(block.title, block.hint, frame) + table_strips(columns, places, rows, nothing, frame)


def _when_and_who(line: LedgerLine, width: float) -> Cell:
    who = written(line.who, CELL_STRONG, width)
    return written(line.when, CELL, width, INK_SECOND) + who + written(in_fours(line.digits), FINE, width, INK_THIRD)


def _what(line: LedgerLine, width: float, texts: Texts) -> Cell:
    cell = written(line.what, CELL, width)
    for change in line.changes:
        cell += _change(change, width, texts)
    if line.reason:
        cell += written(texts.say("papers.reason", reason=line.reason), CELL, width)
    return cell


def _change(change: LedgerChange, width: float, texts: Texts) -> Cell:
    if not change.old:
        return written(texts.say("journal_paper.stated", label=change.label, text=change.new), CELL, width)
    cell = written(change.label, CELL_STRONG, width, INK_SECOND)
    cell += written(texts.say("journal_paper.before", text=change.old), CELL, width, INK_SECOND)
    after = change.new or texts.say("journal_paper.emptied")
    return cell + written(texts.say("journal_paper.after", text=after), CELL, width)
