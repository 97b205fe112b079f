"""The search box of the window: what is found while somebody types stands below it, the whole on the search page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from incident_desk.gui.main_window import MainWindow
    from incident_desk.gui.search.glance import Glance
    from incident_desk.gui.search.search_page import SearchPage
    from incident_desk.usecases.find_records import Named


class Finding(QObject):
    """Joins the search box in the head, the sheet below it and the search page."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._glance: Glance | None = None
        head = window.head
        head.search_requested.connect(lambda text: self._search_page().open_exact(text))
        head.search_typed.connect(self._on_typed)
        head.hits_requested.connect(self._go_into_hits)

    @property
    def glance(self) -> Glance:
        """What is found while somebody types, below the search box. It is made when it is first needed."""
        from incident_desk.gui.search.glance import Glance

        if self._glance is None:
            window = self._window
            self._glance = Glance(window.session, window.head.box, window.theme, window)
            self._glance.record_chosen.connect(lambda record: window.show_page("incident", record))
            self._glance.named_chosen.connect(self._show_all_of)
            self._glance.all_chosen.connect(lambda text: self._search_page().open_exact(text))
        return self._glance

    @property
    def is_begun(self) -> bool:
        """Whether anybody has looked for anything."""
        return self._glance is not None

    def begin(self) -> None:
        self._window.head.focus_search()
        if not self._on_search_page and not self._window.only_reports():
            self.glance.offer_examples()

    def close(self) -> None:
        if self._glance is not None:
            self._glance.close_sheet()

    @property
    def _on_search_page(self) -> bool:
        return self._window.page.key == "search"

    def _search_page(self) -> SearchPage:
        from incident_desk.gui.search.search_page import SearchPage

        page = self._window.page_of("search")
        assert isinstance(page, SearchPage)
        return page

    def _go_into_hits(self) -> None:
        self._search_page().hits.go_in()

    def _on_typed(self, text: str) -> None:
        """On the search page the list follows; elsewhere the first hits stand below the box."""
        if self._on_search_page:
            self._search_page().look_for(text)
        elif not self._window.only_reports():
            self.glance.look_for(text)

    def _show_all_of(self, named: Named) -> None:
        self._window.head.box.clear()
        self._search_page().look_for_all_of(named)
        self._window.show_page("search")
