"""Help beside the page: a text for every screen in both languages, links that lead somewhere, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from incident_desk.gui.help_panel import FIRST_TOPIC, help_text
from incident_desk.gui.language import install_language
from incident_desk.gui.pages import PAGES
from incident_desk.support.resources import resource
from tests.factories import Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]
LANGUAGES = ("en", "de")
TOPICS = (
    "start",
    "insights",
    "knowledge",
    "plan",
    "board",
    "inbox",
    "incident",
    "report",
    "work",
    "search",
    "register",
    "duplicates",
    "many",
    "papers",
    "import",
    "settings",
    "erase",
    "sign_in",
    "trust",
    "backup",
)
_LINK = re.compile(r"\]\(([^)]*)\)")
_IT_WORDS = re.compile(
    r"!|\b(?:please|successfully|invalid|submit|ticket|database|server error|bitte|erfolgreich|Datenbank|Hash)\b", re.I
)


@pytest.fixture
def in_english(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "en")
    yield
    install_language(qapp, "en")


def page(language: str, topic: str) -> str:
    return resource("help", language, f"{topic}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_each_topic_has_its_page_and_there_are_no_others(language: str) -> None:
    assert {path.stem for path in resource("help", language).glob("*.md")} == set(TOPICS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_that_a_page_is_short_plain_and_leads_only_to_other_pages(language: str, topic: str) -> None:
    text = page(language, topic)
    assert text.startswith("# ")
    assert len(text.split()) < 330
    assert _IT_WORDS.findall(text) == []
    assert {link.removesuffix(".md") for link in _LINK.findall(text)} <= set(TOPICS)
    assert "<" not in text
    assert "![" not in text


@pytest.mark.parametrize("topic", TOPICS)
def test_that_both_languages_say_the_same_in_the_same_order(topic: str) -> None:
    def shape(text: str) -> list[str]:
        marks = [re.match(r"(#+ |- |\d+\. |)", line) for line in text.splitlines() if line.strip()]
        return [mark[1] for mark in marks if mark]

    assert shape(page("en", topic)) == shape(page("de", topic))
    assert _LINK.findall(page("en", topic)) == _LINK.findall(page("de", topic))


def test_that_every_page_is_reached_from_the_first() -> None:
    seen, open_ones = set(), {FIRST_TOPIC}
    while open_ones:
        topic = open_ones.pop()
        seen.add(topic)
        open_ones |= {link.removesuffix(".md") for link in _LINK.findall(page("en", topic))} - seen
    assert seen == set(TOPICS)


def test_that_f1_opens_the_help_of_the_page_and_follows_it(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    window = opened.window
    incident = desk.new("identification")
    window.actions_of_window["help"].trigger()
    assert window.help.isVisible()
    assert window.help.text.hasFocus()
    assert window.help.text.toPlainText().startswith("The board")
    for spec in PAGES:
        window.show_page(spec.key, incident if spec.key == "incident" else "")
        opened.settle()
        shown = window.page.help_topic
        assert shown == spec.key
        assert window.help.topic == spec.key
        assert window.help.text.toPlainText()
    window.actions_of_window["help"].trigger()
    assert not window.help.isVisible()


def test_that_escape_closes_it_and_the_focus_goes_back(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window.head.focus_search()
    before = QApplication.focusWidget()
    opened.window.actions_of_window["help"].trigger()
    QTest.keyClick(opened.window.help.text, Qt.Key.Key_Escape)
    assert not opened.window.help.isVisible()
    assert QApplication.focusWidget() is before


def test_that_a_link_shows_the_other_page_and_the_house_the_first(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    panel = opened.window.help
    panel.open_on("inbox")
    panel.text.anchorClicked.emit(QUrl("board.md"))
    assert panel.topic == "board"
    assert panel.text.toPlainText().startswith("The board")
    QTest.mouseClick(panel._home, Qt.MouseButton.LeftButton)
    assert panel.topic == FIRST_TOPIC


@pytest.mark.parametrize("link", ["../../../etc/passwd", "https://example.org/x", "file:///etc/passwd", "nothing.md"])
def test_that_any_other_link_leads_to_the_first_page(in_english: None, link: str) -> None:
    topic = QUrl(link).path().removesuffix(".md")
    assert help_text(topic) == page("en", FIRST_TOPIC)


def test_that_nothing_is_ever_fetched(desk: Desk, open_on: Open) -> None:
    text = open_on(desk).window.help.text
    kind = QTextDocument.ResourceType.ImageResource.value
    assert text.loadResource(kind, QUrl.fromLocalFile("/etc/passwd")) is None
    assert text.openLinks() is False


def test_that_the_language_of_the_window_is_that_of_the_help(qapp: QApplication, in_english: None) -> None:
    install_language(qapp, "de")
    assert help_text("board") == page("de", "board")


def test_that_headings_and_keys_are_set_in_the_type_of_the_window(desk: Desk, open_on: Open) -> None:
    window = open_on(desk).window
    window.help.open_on("board")
    document = window.help.text.document()
    ranges = list(document.begin().textFormats())  # what a range tells lives as long as the range
    first = ranges[0].format.font()
    assert first.pointSizeF() == window.theme.font("popover-title").pointSizeF()
    block, fixed = document.begin(), []
    while block.isValid():
        fixed += [each for each in block.textFormats() if each.format.fontFixedPitch()]
        block = block.next()
    assert fixed == []
