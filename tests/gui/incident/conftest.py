"""The page of an incident in the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from incident_desk.domain.records import Record
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.incident.incident_page import IncidentPage
from incident_desk.gui.incident.list_part import ListPart
from tests.factories import Desk
from tests.gui.conftest import OpenOn, OpenWindow


@dataclass
class OpenPage:
    """An incident's page, and what a person does on it."""

    page: IncidentPage
    record: str
    window: OpenWindow
    desk: Desk

    def until(self, condition: Callable[[], object]) -> None:
        self.window.until(condition)

    def settle(self) -> None:
        """Until everything ordered is written and shown."""
        self.until(lambda: self.page.presenter.idle and self.page.presenter.session.tasks.running == 0)

    @property
    def values(self) -> dict[str, object]:
        """What the register holds."""
        return dict(self.stored.values)

    @property
    def stored(self) -> Record:
        return self.desk.record(self.record)

    def form_of(self, key: str) -> FieldForm:
        return next(form for form in self.page.form.forms() if key in form.cells)

    def field(self, key: str) -> QWidget:
        """The widget one types into."""
        widget = self.form_of(key).cells[key].editor.widget
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            return widget
        found = widget.findChild(QLineEdit)
        assert found is not None
        return found

    def write(self, key: str, text: str) -> None:
        """Types into a field and stays in it."""
        self.field(key).setFocus()
        QTest.keyClicks(self.field(key), text)

    def leave_field(self) -> None:
        """Tab: the focus goes on."""
        focused = self.page.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    def show_tab(self, widget: QWidget) -> None:
        """Journal, messages or files, beside the form or in its place."""
        for tabs in (self.page.panes.beside, self.page.panes.middle):
            if tabs.indexOf(widget) >= 0:
                tabs.setCurrentWidget(widget)

    def list_part(self, key: str) -> ListPart:
        parts = [part for section in self.page.form.sections for part in section.findChildren(ListPart)]
        found = next(part for part in parts if part.declared.key == key)
        self.until(found.isVisible)
        return found

    @property
    def kinds(self) -> list[str]:
        """The kinds of all entries of the record."""
        return [entry.kind for entry in self.desk.register.queries.entries(self.record)]


OpenIncident = Callable[..., OpenPage]


@pytest.fixture
def open_incident(open_on: OpenOn) -> OpenIncident:
    """Opens the window as the desk's person and shows an incident."""

    def open_page(desk: Desk, incident: str, size: tuple[int, int] = (1440, 900)) -> OpenPage:
        window = open_on(desk)
        window.window.resize(*size)
        page = window.show("incident", incident)
        assert isinstance(page, IncidentPage)
        shown = OpenPage(page, incident, window, desk)
        shown.until(lambda: page.presenter.view is not None and page.presenter.view.id == incident)
        shown.settle()
        return shown

    return open_page
