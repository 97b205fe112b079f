"""What stands at the right of the filter: saved filters, how the table looks, what goes in and out.

The filter is what one types in: without room for both, what is used now and then waits in a menu.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from incident_desk.gui.register.kept_table import KeptTables
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Fit, IconButton
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.menu import Menu


class RegisterTools(FlowRow):
    """Signals: `filter_chosen` text; `save_requested`; `columns_requested`; `duplicates_requested`; `density_toggled`;
    `preview_toggled`; `bring_in_requested` a sheet; `hand_out_requested` what is shown.
    """

    filter_chosen = Signal(str)
    save_requested = Signal()
    columns_requested = Signal()
    duplicates_requested = Signal()
    density_toggled = Signal(bool)
    preview_toggled = Signal(bool)
    bring_in_requested = Signal()
    hand_out_requested = Signal()

    def __init__(self, kept: KeptTables, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, gap=6)
        self._kept = kept
        self._text = ""
        self.saved = Button(self.tr("Saved filters"), theme, self, icon="bookmark", fit=Fit.BAR)
        self.columns = Button(self.tr("Columns"), theme, self, icon="columns-3", fit=Fit.BAR)
        self.duplicates = Button(self.tr("Find duplicates"), theme, self, icon="arrows-join", fit=Fit.BAR)
        self.density = _Switch("layout-rows", self.tr("More room between the rows"), theme, self)
        self.preview = _Switch("layout-sidebar-right", self.tr("Preview beside the table (Space)"), theme, self)
        self.bring_in = Button(self.tr("Bring in ..."), theme, self, icon="upload", fit=Fit.BAR)
        self.hand_out = Button(self.tr("Hand out ..."), theme, self, icon="file-export", fit=Fit.BAR)
        self.bring_in.setAccessibleDescription(self.tr("An old list of incidents, from a sheet"))
        self.hand_out.setAccessibleDescription(self.tr("What the table shows, as a sheet or a calendar"))
        self.more = Button(self.tr("More"), theme, self, icon="dots", fit=Fit.BAR)
        self._rare = (self.duplicates, self.bring_in, self.hand_out)
        self._look = (self.columns, self.density, self.preview)
        self._folded: tuple[QAbstractButton, ...] = ()
        self.more.hide()
        self.add(self.saved, self.columns, self.duplicates, self.density, self.preview, self.bring_in, self.hand_out,
                 self.more)  # fmt: skip
        self.saved.clicked.connect(self._open_saved)
        self.more.clicked.connect(self._open_more)
        self.columns.clicked.connect(self.columns_requested)
        self.duplicates.clicked.connect(self.duplicates_requested)
        self.bring_in.clicked.connect(self.bring_in_requested)
        self.hand_out.clicked.connect(self.hand_out_requested)
        self.density.clicked.connect(lambda: self.density_toggled.emit(self.density.isChecked()))
        self.preview.clicked.connect(lambda: self.preview_toggled.emit(self.preview.isChecked()))

    def fit(self, room: int) -> None:
        """Folds away as much as that many pixels ask for: first what is rare, then how the table looks."""
        folds: tuple[tuple[QAbstractButton, ...], ...] = ((), self._rare, (*self._look, *self._rare))
        for folded in folds:
            for part in (*self._look, *self._rare):
                part.setVisible(part not in folded)
            self.more.setVisible(bool(folded))
            self._folded = folded
            if self.sizeHint().width() <= room:
                break
        self.more.setAccessibleDescription(", ".join(part.accessibleName() for part in self._folded))
        self.arrange()

    def place_of(self, button: QWidget) -> QWidget:
        """Where it stands: itself, or the button whose menu has it."""
        return self.more if button in self._folded else button

    def show_text(self, text: str) -> None:
        """The filter that could be saved."""
        self._text = text

    def saved_menu(self) -> Menu:
        """Where the side bar has no room for them they are here as well."""
        menu = Menu(self.saved.words, self)
        filters = self._kept.current.filters
        for saved in filters:
            menu.add(saved.name, partial(self.filter_chosen.emit, saved.text), checked=saved.text == self._text)
        if filters:
            menu.addSeparator()
        menu.add(self.tr("Save this filter ..."), self.save_requested.emit, enabled=bool(self._text))
        return menu

    def more_menu(self) -> Menu:
        """What is folded away; an entry does what its button does."""
        menu = Menu(self.more.words, self)
        for part in self._folded:
            menu.add(part.accessibleName(), part.click, checked=part.isChecked() if part.isCheckable() else None)
        return menu

    def _open_saved(self) -> None:
        self.saved_menu().open_below(self.saved)

    def _open_more(self) -> None:
        self.more_menu().open_below(self.more)


class _Switch(IconButton):
    """An icon that is on or off."""

    def __init__(self, icon: str, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(icon, name, theme, parent)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:
        mark(self, on=on)
