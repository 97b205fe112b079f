"""A session on a real register, and a place to put forms on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from tests.factories import Desk
from tests.gui.conftest import OpenOn, OpenWindow


@pytest.fixture
def window(open_on: OpenOn, desk: Desk) -> OpenWindow:
    return open_on(desk)


@pytest.fixture
def session(window: OpenWindow) -> Session:
    return window.window.session


@pytest.fixture
def theme(window: OpenWindow) -> Theme:
    return window.window.theme


@pytest.fixture
def sheet(window: OpenWindow) -> Iterator[QWidget]:
    """An empty page; what is put on it is shown."""
    page = QWidget()
    QVBoxLayout(page)
    page.resize(700, 600)
    page.show()
    yield page
    page.close()
    page.deleteLater()
