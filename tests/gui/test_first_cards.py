"""What the program has done when its first cards stand: it asked for what they show, and loaded what they need."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from typing import NamedTuple

import pytest

from incident_desk.support.settings import SettingsFile
from tests.factories import open_desk

# Just before the window takes the place of the opening picture; then it ends.
TELL = """
import os, sys
import sqlalchemy as sa
from incident_desk.gui.opening import Opening
asked = []
sa.event.listen(sa.Engine, "connect", lambda raw, record: raw.set_trace_callback(asked.append))
def tell(opening, window):
    from PySide6 import QtWidgets
    print(window.page.key, sum(column.list.cards.rowCount() for column in window.page.columns.values()))
    print(*(each.split()[0] for each in asked))
    print(*sorted(sys.modules))
    print(*sorted(vars(QtWidgets)), flush=True)
    os._exit(0)
Opening.give_way_to = tell
from incident_desk.__main__ import main
main()
"""
# What decides and writes, what stands beside the page, and what other pages show.
LATER = {
    "incident_desk.domain.commands", "incident_desk.domain.decisions", "incident_desk.domain.directory",
    "incident_desk.domain.equipment", "incident_desk.domain.pack_editing", "incident_desk.usecases.submission",
    "incident_desk.usecases.undo", "incident_desk.gui.work", "incident_desk.gui.register.saved_filters",
    "incident_desk.gui.register.kept_table", "incident_desk.gui.widgets.popover", "incident_desk.gui.help_panel",
    "incident_desk.gui.incident", "incident_desk.storage.listing", "incident_desk.storage.listing_orders",
    "incident_desk.storage.past", "incident_desk.storage.unit_of_work", "incident_desk.reports", "incident_desk.files",
    "alembic", "psycopg", "pymysql", "reportlab", "sqlalchemy.orm",
}  # fmt: skip
# Of these Qt's binding loads all, with their dozens of lists of names, to find out what one nameless part is.
NOT_MADE = {"QWizard", "QCalendarWidget", "QDialogButtonBox", "QTreeWidget", "QMdiArea", "QProxyStyle"}
MOST_ASKED = 18
"""Statements that read: what the file is, whose it is, its directories, the five columns and what was concluded."""


class Told(NamedTuple):
    page: str
    statements: list[str]
    modules: set[str]
    widgets: set[str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp("start")
    with open_desk(str(folder / "ward.register")) as desk:
        for stage in ("containment", "reaction"):
            desk.new(stage)
        register_id, person = desk.register.queries.settings().register_id, desk.person("Anna Berg")
    SettingsFile(folder).change(last_person={register_id: person})
    command = [sys.executable, "-c", TELL, "--data-dir", str(folder), "-r", str(folder / "ward.register")]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    page, statements, modules, widgets = run.stdout.splitlines()
    return Told(page, statements.split(), set(modules.split()), set(widgets.split()))


def test_that_the_window_comes_with_its_cards(told: Told) -> None:
    assert told.page == "board 2"


def test_that_what_is_not_needed_yet_is_loaded_later(told: Told) -> None:
    assert "incident_desk.gui.board.board_page" in told.modules
    assert not told.modules & LATER


def test_that_what_is_loaded_later_is_still_called_so() -> None:
    assert [name for name in sorted(LATER) if importlib.util.find_spec(name) is None] == []


def test_that_no_kind_of_widget_is_loaded_that_nobody_named(told: Told) -> None:
    assert "QListView" in told.widgets
    assert not told.widgets & NOT_MADE


def test_that_the_register_is_asked_no_more_than_it_takes_and_nothing_is_written(told: Told) -> None:
    assert told.statements.count("SELECT") <= MOST_ASKED
    assert set(told.statements) == {"SELECT", "PRAGMA"}
