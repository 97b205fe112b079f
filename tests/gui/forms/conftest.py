"""A session on a real register without the window around it, and a place to put forms on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from incident_desk.app import wire
from incident_desk.gui.language import install_language
from incident_desk.gui.messages import Messages
from incident_desk.gui.session import Session
from incident_desk.gui.tasks import TaskRunner
from incident_desk.gui.theme.manager import Theme
from tests.factories import Desk, open_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One register for the tests of a module: each leads incidents of its own."""
    with open_desk(str(tmp_path_factory.mktemp("forms") / "forms.register")) as made:
        yield made


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Iterator[Theme]:
    install_language(qapp, "en")
    made = Theme(qapp)
    made.set_mode("light")
    yield made
    made.deleteLater()


@pytest.fixture
def session(desk: Desk, theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    tasks = TaskRunner()
    services = wire(tmp_path_factory.mktemp("data"), "en")
    made = Session(desk.register, services, desk.submitter.actor, tasks, Messages())
    yield made
    made.bus.stop()
    tasks.close()
    made.deleteLater()


@pytest.fixture
def sheet(session: Session) -> Iterator[QWidget]:
    """An empty page; what is put on it is shown."""
    page = QWidget()
    QVBoxLayout(page)
    page.resize(700, 600)
    page.show()
    yield page
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
