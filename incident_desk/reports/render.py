"""The door of this package: a paper goes in, the bytes of a PDF come out. Same paper, same bytes."""

from __future__ import annotations

from incident_desk.reports.incident_list import draw_list
from incident_desk.reports.journal import draw_journal
from incident_desk.reports.overview import draw_overview
from incident_desk.reports.record import draw_record
from incident_desk.usecases.checking.files import JOURNAL_DATA, LIST_DATA, OVERVIEW_DATA, RECORD_DATA
from incident_desk.usecases.papers import JournalPaper, ListPaper, OverviewPaper, RecordPaper

_JSON = "application/json"


def render_record(paper: RecordPaper) -> bytes:
    """The record as PDF, with its data attached, so that the hash at the foot of each page can be checked."""
    sheet = draw_record(paper)
    sheet.attach(RECORD_DATA, _JSON, paper.data)
    return sheet.finish()


def render_journal(paper: JournalPaper) -> bytes:
    """The journal as PDF, with everything attached that is needed to work its chain out again."""
    sheet = draw_journal(paper)
    sheet.attach(JOURNAL_DATA, _JSON, paper.data)
    return sheet.finish()


def render_list(paper: ListPaper) -> bytes:
    """The list as PDF, with its rows attached as data."""
    sheet, data = draw_list(paper)
    sheet.attach_packed(LIST_DATA, _JSON, data.packed, data.size)
    return sheet.finish()


def render_overview(paper: OverviewPaper) -> bytes:
    """A paper about many incidents as PDF, with its data attached."""
    sheet = draw_overview(paper)
    sheet.attach(OVERVIEW_DATA, _JSON, paper.data)
    return sheet.finish()
