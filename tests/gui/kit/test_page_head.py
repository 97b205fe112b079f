"""The head of a page in little room: the page's name stays whole, the day goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from incident_desk.gui.page_head import PageHead
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel

Open = Callable[[QWidget], QWidget]


def _head(theme: Theme, opened: Open, page: QWidget, width: int) -> tuple[PlainLabel, PlainLabel]:
    head = PageHead(theme, page)
    page.resize(width, 80)
    head.resize(width, 80)
    opened(page)
    head.show_page("Settings", own_head=False, back=True)
    title, day = head.findChildren(PlainLabel)
    return title, day


@pytest.mark.parametrize("zoom", [100, 200])
def test_that_the_day_goes_before_the_name_of_the_page_is_cut(
    theme: Theme, opened: Open, page: QWidget, zoom: int
) -> None:
    theme.set_zoom(zoom)
    title, day = _head(theme, opened, page, theme.px(380))
    assert not day.isVisible()
    assert not title.is_elided()


def test_that_the_day_comes_back_with_room(theme: Theme, opened: Open, page: QWidget) -> None:
    title, day = _head(theme, opened, page, 380)
    head = title.parentWidget()
    assert head is not None
    head.resize(900, 80)
    assert day.isVisible()
    head.resize(380, 80)
    assert not day.isVisible()
