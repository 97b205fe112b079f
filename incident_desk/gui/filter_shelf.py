"""Puts the saved filters below the pages of the side bar, once the window has shown what one sees first."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from incident_desk.gui.page import Page

if TYPE_CHECKING:
    from incident_desk.gui.main_window import MainWindow
    from incident_desk.gui.register.kept_table import KeptTables
    from incident_desk.gui.register.saved_filters import SavedFilters


class FilterShelf(QObject):
    """`shown`: the list in the side bar. It is loaded late, and so is what it shows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shown: SavedFilters | None = None
        window.settled.connect(self._show)

    @cached_property
    def kept(self) -> KeptTables:
        """How people left the table."""
        from incident_desk.gui.register.kept_table import KeptTables

        return KeptTables(self._window.session, self._window.settings, self)

    def mark(self, text: str | None) -> None:
        """Which filter the register shows; None while another page is in front."""
        if self.shown is not None:
            self.shown.mark(text)

    def follow(self, page: Page) -> None:
        """Another page is in front; the register says by itself what it shows."""
        if page.key != "register":
            self.mark(None)

    def _show(self) -> None:
        from incident_desk.gui.register.saved_filters import SavedFilters

        window = self._window
        self.shown = SavedFilters(self.kept, window.session.messages, window.theme, window.side_bar)
        self.shown.chosen.connect(self._on_chosen)
        window.side_bar.add_below_pages(self.shown)

    def _on_chosen(self, text: str) -> None:
        from incident_desk.gui.register.register_page import RegisterPage

        self._window.show_page("register")
        if isinstance(self._window.page, RegisterPage):
            self._window.page.show_filter(text)
