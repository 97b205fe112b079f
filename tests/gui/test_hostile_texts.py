"""Texts that break careless programs, all the way: form, register, inbox, record's page, journal, search, paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from incident_desk.domain.commands import AcceptReport
from incident_desk.domain.vocabulary import Status
from incident_desk.gui.incident.incident_page import IncidentPage
from incident_desk.gui.report.report_page import ReportPage
from incident_desk.gui.widgets.journal_view import JournalModel
from incident_desk.support.texts import Texts
from incident_desk.usecases.names import read_names
from incident_desk.usecases.print_papers import print_record
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.wording import Wording
from tests import hostile
from tests.factories import Desk
from tests.gui.conftest import OpenWindow
from tests.reports import readers

# Pasted as they are; what a paper shows of controls and directions is tested with the papers.
PASTED = [text for text in (*hostile.TEXTS, *hostile.LINES) if text.strip()]

_WAITING = IncidentFilter(statuses=frozenset({Status.INBOX}))


def on_one_sheet(number: int, text: str) -> str:
    return f"sheet{number:02}: {text}"


def as_lines(text: str) -> str:
    """What ends a line is \\n in the register; Qt's field takes the two separators of Unicode for such ends too."""
    for end in ("\r\n", "\r", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return text


def report(opened: OpenWindow, text: str) -> None:
    """Pasted into the first question of the quick report and sent with Ctrl+Enter."""
    page = opened.show("report")
    assert isinstance(page, ReportPage)
    field = opened.window.focusWidget()
    assert field is not None
    QApplication.clipboard().setText(text)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    waiting = opened.desk.register.queries.count(_WAITING)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.until(lambda: opened.desk.register.queries.count(_WAITING) == waiting + 1)


def shows(page: IncidentPage, record: str) -> bool:
    return page.presenter.view is not None and page.presenter.view.id == record


@pytest.mark.slow
def test_that_every_text_goes_all_the_way_unchanged(
    desk: Desk, open_on: Callable[[Desk], OpenWindow], tmp_path: Path
) -> None:
    opened = open_on(desk)
    texts = [on_one_sheet(number, text) for number, text in enumerate(PASTED)]
    for text in texts:
        report(opened, text)
    filed = {row.what_happened: row.row.id for row in desk.register.queries.inbox()}
    assert set(filed) == {as_lines(text) for text in texts}
    opened.show("inbox")
    for text, record in filed.items():
        desk.do(record, AcceptReport())
        page = opened.show("incident", record)
        assert isinstance(page, IncidentPage)
        opened.until(partial(shows, page, record))
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel))
        said = page.findChild(JournalModel)
        assert said is not None and said.rowCount() >= 2
        found = desk.register.queries.search(text.split(":")[0])
        assert record in [hit.row.id for hit in found]
    assert desk.breaks() == []
    assert not [told for told in opened.told if told.button]


@pytest.mark.slow
@pytest.mark.parametrize("text", ["<b>x", "R&D", "if a<b and c>d", "=cmd|'/C calc'!A0", "'; DROP TABLE incident;--"])
def test_that_markup_stands_on_the_paper_as_it_was_typed(
    text: str, desk: Desk, open_on: Callable[[Desk], OpenWindow], tmp_path: Path
) -> None:
    opened = open_on(desk)
    report(opened, text)
    row = desk.register.queries.inbox()[0].row
    wording = Wording(Texts("en"), read_names(desk.register.queries))
    actor = desk.submitter.actor
    printed = print_record(opened.window.session.services, desk.register, actor, row.number, wording)
    for page in readers.both(printed.content, tmp_path).values():
        assert text in page
