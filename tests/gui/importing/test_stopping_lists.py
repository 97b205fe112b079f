"""Stop means stop, also for a list of people that is being brought in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from incident_desk.gui.importing.import_page import At, ImportPage
from incident_desk.gui.importing.presenter import What
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


def test_that_nobody_of_a_list_comes_in_after_stop(desk: Desk, open_on: Open, tmp_path: Path) -> None:
    sheet = tmp_path / "people.csv"
    sheet.write_text("Name;Job\nZoe Zorn;Nurse\nYan Yu;Porter\n", encoding="utf-8")
    opened = open_on(desk)
    page = opened.show("import")
    assert isinstance(page, ImportPage)
    page.importing.choose_what(What.PEOPLE)
    page.take(sheet)
    opened.settle()
    page.importing.make_plan()
    opened.settle()
    before = desk.register.queries.people()
    with desk.register.write():  # it waits, so that there is time to stop it
        page.importing.bring_in((), skip_bad=False)
        QTest.mouseClick(page.working.stop_button, Qt.MouseButton.LeftButton)
    opened.settle()
    assert desk.register.queries.people() == before
    assert (page.at, page.working.isHidden(), page.importing.plan is not None) == (At.CHECK, True, True)
    page.importing.bring_in((), skip_bad=False)
    opened.settle()
    assert len(desk.register.queries.people()) == len(before) + 2
    assert page.at is At.DONE
