"""A walk through every part of the kit: names, focus, hostile text, nothing cut off, in all looks and sizes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.popover import Popover
from tests.gui.kit.widget_gallery import HOSTILE, LONG, PAGES

Open = Callable[[QWidget], QWidget]


@pytest.fixture(params=list(PAGES))
def gallery(request: pytest.FixtureRequest, theme: Theme, opened: Open) -> Iterator[QWidget]:
    page = PAGES[request.param](theme)
    opened(page)
    yield page


def focusable(page: QWidget) -> list[QWidget]:
    return [
        part
        for part in page.findChildren(QWidget)
        if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None and not isinstance(part, QScrollArea)
    ]  # fmt: skip


def test_that_everything_one_can_reach_has_a_name(gallery: QWidget) -> None:
    nameless = [part for part in focusable(gallery) if not part.accessibleName()]
    assert focusable(gallery)
    assert not nameless, [(type(part).__name__, part.parent()) for part in nameless]


def test_that_qt_tells_the_names_to_screen_readers(gallery: QWidget) -> None:
    for part in focusable(gallery):
        interface = QAccessible.queryAccessibleInterface(part)
        if isinstance(part, QTabBar):  # its tabs have the names
            continue
        if isinstance(part, QComboBox):  # its name is its value on Linux; the label tells the question
            assert interface.relations(QAccessible.RelationFlag.Label)
        else:
            assert interface.text(QAccessible.Text.Name) == part.accessibleName()


def test_that_tab_reaches_everything_once(gallery: QWidget) -> None:
    """While a popover is open: everything in it, and nothing else."""
    page = next((part for part in gallery.findChildren(Popover) if part.isVisible()), gallery)
    here = QApplication.focusWidget()
    first = here if here is not None and page.isAncestorOf(here) else focusable(page)[0]
    first.setFocus()
    seen = {first}
    here = first
    for _ in range(len(focusable(page)) + 5):
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget() or first
        if here is first:
            break
        seen.add(here)
    groups = {part.parent() for part in seen if isinstance(part, QAbstractButton) and part.autoExclusive()}
    unreached = [
        part for part in focusable(page) if part not in seen and part.parent() not in groups and not _in_group(part)
    ]
    assert not unreached, [(type(part).__name__, part.accessibleName()) for part in unreached]
    assert all(page.isAncestorOf(part) for part in seen)


def _in_group(part: QWidget) -> bool:
    """Of an exclusive group Tab reaches one; arrow keys reach the others."""
    return isinstance(part, QAbstractButton) and (part.group() is not None or part.autoExclusive())


def test_that_no_shortcut_comes_from_an_ampersand(gallery: QWidget) -> None:
    assert not [b.text() for b in gallery.findChildren(QAbstractButton) if not b.shortcut().isEmpty()]


def test_that_no_label_and_no_tool_tip_reads_markup(gallery: QWidget) -> None:
    for label in gallery.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    for part in gallery.findChildren(QWidget):
        assert "<b>" not in part.toolTip()
        assert "<img" not in part.toolTip()


def test_that_hostile_text_stands_in_every_kind_of_place(theme: Theme) -> None:
    page = PAGES["incident"](theme)
    shown = [label.text() for label in page.findChildren(QLabel)]
    shown += [field.text() for field in page.findChildren(QLineEdit)]
    assert shown.count(HOSTILE) >= 4
    page.deleteLater()


@pytest.mark.parametrize(
    ("percent", "language"),
    [
        (80, QLocale.Language.English),
        (100, QLocale.Language.German),
        (200, QLocale.Language.English),
        (250, QLocale.Language.German),
    ],
)
@pytest.mark.parametrize("name", list(PAGES))
def test_that_nothing_is_cut_off_or_lies_on_its_neighbour(
    name: str, percent: int, language: QLocale.Language, theme: Theme, opened: Open
) -> None:
    QLocale.setDefault(QLocale(language))
    theme.set_zoom(percent)
    gallery = PAGES[name](theme)
    opened(gallery)
    size = gallery.minimumSizeHint().expandedTo(gallery.size())
    gallery.resize(size.width(), max(size.height(), gallery.heightForWidth(size.width())))
    gallery.grab()
    QApplication.sendPostedEvents()
    for label in gallery.findChildren(PlainLabel):
        if label.isVisible() and label.text() and label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
    cut = [button.words for button in gallery.findChildren(Button) if button.isVisible() and button.toolTip()]
    assert not [words for words in cut if words != LONG]
    assert not list(overlapping(gallery))


def overlapping(page: QWidget) -> Iterator[tuple[str, str]]:
    """Pairs of leaves that lie on each other, popovers aside."""
    leaves = [part for part in page.findChildren(QWidget) if part.isVisible() and _is_leaf(part)]
    places = [(part, QRect(part.mapTo(page, QPoint()), part.size())) for part in leaves]
    for number, (part, place) in enumerate(places):
        for other, there in places[number + 1 :]:
            if place.intersects(there) and not part.isAncestorOf(other) and not other.isAncestorOf(part):
                yield (
                    f"{type(part).__name__} {part.accessibleName()}",
                    f"{type(other).__name__} {other.accessibleName()}",
                )


def _named(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName()}"


def _is_leaf(part: QWidget) -> bool:
    inside_popover = False
    above = part.parentWidget()
    while above is not None:
        inside_popover = inside_popover or type(above).__name__ == "Popover"
        above = above.parentWidget()
    leaf = isinstance(part, QLabel | QAbstractButton | QLineEdit | QPlainTextEdit)
    hidden = (isinstance(part, QLabel) and not part.text()) or isinstance(part, QToolButton)
    return leaf and not inside_popover and not hidden


def test_that_light_and_dark_and_high_contrast_all_paint(
    gallery: QWidget, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = [gallery.grab().toImage()]
    theme.set_mode("dark")
    pictures.append(gallery.grab().toImage())
    monkeypatch.setattr(theme, "_has_high_contrast", lambda: True)
    theme.refresh()
    pictures.append(gallery.grab().toImage())
    assert all(first != second for first, second in itertools.combinations(pictures, 2))
