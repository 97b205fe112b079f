"""The register page in the real window, over the records of a desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from incident_desk.gui.register.register_page import RegisterPage
from incident_desk.usecases.rows import IncidentRow
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]


@dataclass
class Shown:
    """The page and the window around it."""

    opened: OpenWindow
    page: RegisterPage

    @property
    def titles(self) -> list[str]:
        """The rows from top to bottom."""
        return [row.title for row in self.rows]

    @property
    def rows(self) -> list[IncidentRow]:
        rows = self.page.table.rows
        found = [rows.row_of(place) for place in range(rows.rowCount())]
        return [row for row in found if row is not None]

    @property
    def keys(self) -> list[str]:
        """The columns from left to right."""
        return [column.key for column in self.page.table.columns]

    def type_filter(self, text: str) -> None:
        self.page.filters.line.put(text)
        self.page.filters.line.text_wanted.emit(text)
        self.opened.settle()

    def place_of(self, record: str) -> int:
        return [row.id for row in self.rows].index(record)


@pytest.fixture
def show(open_on: Open) -> Callable[[Desk], Shown]:
    def open_page(desk: Desk) -> Shown:
        opened = open_on(desk)
        opened.window.resize(1600, 900)
        page = opened.show("register")
        assert isinstance(page, RegisterPage)
        opened.settle()
        return Shown(opened, page)

    return open_page


@pytest.fixture
def three(desk: Desk) -> list[str]:
    """Three records, oldest first, of different titles and steps."""
    stages = (("inbox", "Bolt loose"), ("containment", "Alarm silent"), ("reaction", "Cable cut"))
    return [desk.new(stage, fields={"title": title}) for stage, title in stages]
