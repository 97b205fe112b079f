"""The search page: what the box at the top holds is looked for while it is typed; the last wish wins."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.page import Page
from incident_desk.gui.search.hits import HitList
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.usecases.rows import FoundRow

_THROTTLE_MS = 150
_LIMIT = 200


class SearchPage(Page):
    """See `page.Page` for its signals."""

    key = "search"
    help_topic = "search"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(session, theme, parent)
        self._text = ""
        self._asked = 0
        self._said = PlainLabel("", theme, self, role="body", ink="ink2")
        self._panel = Panel("", theme, self)
        self.hits = HitList(theme, self)
        self._panel.body.addWidget(self.hits)
        u = theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * u, u, 2 * u, 2 * u)
        column.setSpacing(u)
        column.addWidget(self._said)
        column.addWidget(self._panel, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_THROTTLE_MS)
        self._soon.timeout.connect(self._look)
        self.hits.opened.connect(self.open_incident_requested)

    def title(self) -> str:
        return self.tr("Search")

    def enter(self) -> None:
        self._look()

    def look_for(self, text: str) -> None:
        """Soon; typing on replaces the wish."""
        self._text = text
        self._soon.start()

    def open_exact(self, text: str) -> None:
        """Enter: a whole number opens its record at once; anything else goes into the list."""
        self._text = text
        self.session.read(lambda queries: queries.find_incident(text), self._on_exact)

    def _on_exact(self, record: str | None) -> None:
        if record is not None:
            self.open_incident_requested.emit(record)
        else:
            self._look()
            self.hits.go_in()

    def _look(self) -> None:
        self._asked += 1
        asked, text = self._asked, self._text
        self.session.read(lambda queries: queries.search(text, _LIMIT), lambda found: self._take(asked, found))

    def _take(self, asked: int, found: list[FoundRow]) -> None:
        if asked != self._asked:
            return
        self.hits.model_of_hits.show(found, self.session.wording)
        self._panel.setVisible(bool(found))
        self._said.setText(self._sentence(len(found)))

    def _sentence(self, count: int) -> str:
        if not self._text.strip():
            return self.tr("All records, newest first. Type a number, a word, a person or a place above.")
        if not count:
            return self.tr("Nothing holds all of these words. Try fewer words, or the beginning of one.")
        if count == _LIMIT:
            return self.tr("The newest %n records", None, count)
        return self.tr("%n records", None, count)
