"""What somebody wrote is as high as its lines, from the moment it is there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.words import Words
from tests.gui.kit.conftest import page, theme, theme_of_the_kit  # noqa: F401  fixtures

STORY = "The lift stopped between two floors and the alarm stayed silent. " * 12


@pytest.mark.parametrize("text", ["", "Short", STORY, "w" * 2000])
def test_that_it_has_a_height_before_anybody_has_seen_it(
    text: str,
    theme: Theme,  # noqa: F811  the fixture
    page: QWidget,  # noqa: F811
) -> None:
    words = Words(text, theme, page)
    assert words.sizeHint().height() >= theme.metrics("body").height()
    column = QVBoxLayout(page)
    column.addWidget(words)
    assert column.minimumSize().height() >= theme.metrics("body").height()


def test_that_a_place_without_height_is_left_again(theme: Theme, page: QWidget) -> None:  # noqa: F811
    column = QVBoxLayout(page)
    words = Words(STORY, theme, page)
    column.addWidget(words)
    column.addStretch(1)
    page.resize(500, 4000)
    page.show()
    QApplication.processEvents()
    lines = words.height()
    assert lines == words.sizeHint().height() > 3 * theme.metrics("body").height()
    words.setPlainText(STORY * 3)
    QApplication.processEvents()
    assert words.height() == words.sizeHint().height() > 2 * lines
