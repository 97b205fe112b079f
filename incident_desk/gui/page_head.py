"""The head of a page: its name, the day, and the search box that finds anything."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from incident_desk.gui.language import language
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import IconButton
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.search_box import SearchBox

_SEARCH_WIDTH = 380  # at most


class PageHead(Painted):
    """Signals: `search_typed` while typing; `search_requested` on Enter; `hits_requested` on Down; `back_requested`;
    `help_requested`.
    """

    search_requested = Signal(str)
    search_typed = Signal(str)
    hits_requested = Signal()
    back_requested = Signal()
    help_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._back = IconButton("arrow-left", self.tr("Back"), theme, self)
        self._title = PlainLabel("", theme, self, role="page-title", lines=1)
        self._day = PlainLabel("", theme, self, role="body", ink="ink3", lines=1)
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        words = self.tr("Find a number, word, person or place")
        self._search = SearchBox(theme, self, placeholder=words, shortcut=keys)
        self._search.search_requested.connect(self.search_requested)
        self._search.textEdited.connect(self.search_typed)
        self._search.list_requested.connect(self.hits_requested)
        self._search.left.connect(self.back_requested)
        self._back.clicked.connect(self.back_requested)
        self.help = IconButton("help", self.tr("Help for this page (F1)"), theme, self)
        self.help.clicked.connect(self.help_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._back)
        self._row.addWidget(self._title)
        self._row.addWidget(self._day, 1)
        self._row.addWidget(self._search, 1)
        self._row.addWidget(self.help)
        self._fit()

    def _fit(self) -> None:
        u = self._theme.u
        self._row.setContentsMargins(3 * u, u, 2 * u, u)
        self._row.setSpacing(2 * u)
        self._search.setMaximumWidth(self._theme.px(_SEARCH_WIDTH))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where there is not room for all, the day goes first; the page's name is never cut before it."""
        title = self._title.sizeHint().width()
        self._title.setMinimumWidth(min(title, self.width() // 2))
        others = [self._search.minimumSizeHint().width(), self.help.sizeHint().width()]
        if not self._back.isHidden():
            others.append(self._back.sizeHint().width())
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - title - sum(others)
        self._day.setVisible(room - self._row.spacing() * (len(others) + 1) >= self._day.sizeHint().width())

    def _on_theme_changed(self) -> None:
        self._fit()
        super()._on_theme_changed()

    def show_page(self, title: str, own_head: bool, *, back: bool) -> None:
        self.setVisible(not own_head)
        self._title.setText(title)
        self._back.setVisible(back)
        form = "dddd, d. MMM yyyy" if language() == "de" else "dddd, d MMM yyyy"
        self._day.setText(QLocale().toString(QDate.currentDate(), form))
        self._make_room()

    @property
    def box(self) -> SearchBox:
        return self._search

    def focus_search(self) -> None:
        self.show()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
