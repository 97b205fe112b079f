"""The register page: the filter, the table, the current record beside it, and what can be done with the chosen ones."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from incident_desk.gui.clock import Clock, system_clock
from incident_desk.gui.page import Page
from incident_desk.gui.register.chosen_bar import ChosenBar
from incident_desk.gui.register.column_chooser import ColumnChooser
from incident_desk.gui.register.filter_bar import FilterBar
from incident_desk.gui.register.kept_columns import KeptColumns
from incident_desk.gui.register.kept_table import KeptTables
from incident_desk.gui.register.many_at_once import ManyAtOnce
from incident_desk.gui.register.name_popover import NamePopover
from incident_desk.gui.register.no_rows import NoRows
from incident_desk.gui.register.page_store import PAGE, QUICK, PageStore, Read
from incident_desk.gui.register.pane import Pane
from incident_desk.gui.register.presenter import FirstRows, Found, RegisterPresenter
from incident_desk.gui.register.preview import Preview
from incident_desk.gui.register.taking_out import TakingOut
from incident_desk.gui.register.tools import RegisterTools
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.panels import EmptyState
from incident_desk.gui.widgets.popover import Popover
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.register.filter_text import FilterText
from incident_desk.usecases.register.order import Order

_LOW = 42  # units of space: a page that is lower has no room for a table below rows of buttons
_LINE = 300  # pixels of the design that a filter needs to be read as it is typed


class RegisterPage(Page):
    """See `page.Page` for its signals; `print_requested` id of a record; `filter_shown` text of the filter."""

    print_requested = Signal(str)
    filter_shown = Signal(str)

    key = "register"
    help_topic = "register"

    def __init__(
        self, session: Session, theme: Theme, parent: QWidget, settings: SettingsFile, kept: KeptTables,
        clock: Clock = system_clock,
    ) -> None:  # fmt: skip
        super().__init__(session, theme, parent)
        self._kept = kept
        self._total = 0
        self._at_once = False  # the next newer listing is shown without being offered
        store = PageStore(session.tasks, self, at_once=QUICK if session.register.path is not None else 0)
        self.presenter = RegisterPresenter(session, store, clock, self)
        self.filters = FilterBar(session, theme, self, clock)
        self.tools = RegisterTools(kept, theme, self)
        self.table = KeptColumns(session, kept, store, theme, self, clock)
        self.preview = Preview(session, theme, self, clock)
        self.chosen = ChosenBar(theme, self)
        self.many = ManyAtOnce(session, theme, self, self.table, lambda: self.go_requested.emit(self.key))
        self.out = TakingOut(session, theme, self, settings)
        self.count = PlainLabel("", theme, self, role="hint", ink="ink2", lines=1)
        self.newer = Button("", theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self._none = EmptyState(self.tr("No incident is recorded yet. Reports that are filed appear here."),
                                theme, self, action=self.tr("Report an incident"),
                                other=self.tr("Bring in your old sheet"))  # fmt: skip
        self._unfit = EmptyState(self.tr("No incident fits this filter."), theme, self, action=self.tr("Clear filter"))
        self._stack = QStackedWidget(self)
        self._left = QWidget(self)
        self.pane = Pane(self._left, self.preview, kept, theme, self)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("Register")

    def enter(self) -> None:
        self._at_once = True  # nobody's hand is on the table
        self.table.start()
        self.presenter.order = self.table.order
        self.presenter.start()
        self.filters.look_for_imported()
        self.filter_shown.emit(self.presenter.filter.text)
        self.pane.fit()
        self.table.setFocus()

    def leave(self) -> bool:
        self.table.stop()
        self.presenter.stop()
        for popover in self.findChildren(Popover):
            popover.close_popover()
        return True

    def act(self, key: str) -> None:
        record = self._current_record()
        if key == "print" and self.table.chosen_count() > 1:
            self._print_list()
        elif key == "print" and record is not None:
            self.print_requested.emit(record)
        elif key == "undo":
            self.many.orders.undo_last()

    def show_filter(self, text: str) -> None:
        """As if it were typed."""
        self.presenter.show_text(text)

    # --- building ---

    def _lay_out(self) -> None:
        u = self.theme.u
        page = QVBoxLayout(self)
        page.setContentsMargins(3 * u, 0, 2 * u, u)
        page.setSpacing(u)
        self.filters.tools.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignVCenter)
        page.addWidget(self.filters)
        self.filters.facts.addWidget(self.newer)
        self.filters.facts.addWidget(self.count)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack.addWidget(self.table)
        for state in (self._none, self._unfit):
            self._stack.addWidget(NoRows(state, self.theme, self))
        column.addWidget(self._stack, 1)
        self.chosen.buttons.add(*self.many.parts)
        column.addWidget(self.chosen)
        column.addWidget(self.many.orders.working)
        page.addWidget(self.pane, 1)
        self.newer.hide()
        self.tools.density.setChecked(self._kept.current.comfortable)

    def _connect(self) -> None:
        presenter, table, rows = self.presenter, self.table, self.table.rows
        self.filters.text_wanted.connect(presenter.show_text)
        self.filters.line.left.connect(table.setFocus)
        self.tools.filter_chosen.connect(presenter.show_text)
        self.tools.save_requested.connect(self._save_filter)
        self.tools.columns_requested.connect(self._choose_columns)
        self.tools.duplicates_requested.connect(lambda: self.go_requested.emit("duplicates"))
        self.tools.density_toggled.connect(self._set_density)
        self.tools.preview_toggled.connect(self._set_preview)
        presenter.filter_read.connect(self._on_filter_read)
        presenter.begun.connect(self._on_begun)
        presenter.found.connect(self._on_found)
        presenter.renewed.connect(self._on_renewed)
        presenter.rows_read.connect(rows.refresh_rows)
        presenter.rows_read.connect(self.preview.refresh)
        self.newer.clicked.connect(self._show_newer)
        table.order_wanted.connect(self._on_order)
        table.chooser_requested.connect(self._choose_columns)
        table.current_changed.connect(self._on_current)
        table.chosen_changed.connect(self._on_chosen)
        table.opened.connect(self._open)
        table.peek_requested.connect(self._toggle_preview)
        table.left.connect(self._on_left)
        table.menu_requested.connect(self._open_menu)
        table.copy_requested.connect(self._copy)
        table.verticalScrollBar().valueChanged.connect(self._tell_sight)
        rows.store.page_read.connect(lambda _: self._on_current(table.current_row()))
        rows.store.failed.connect(lambda error: self.session.explain(error, self._show_newer))
        self.preview.open_requested.connect(self.open_incident_requested)
        self.preview.print_requested.connect(self.print_requested)
        self.preview.left.connect(table.setFocus)
        self.chosen.copy_requested.connect(self._copy)
        self.chosen.print_requested.connect(self._print_list)
        self.chosen.clear_requested.connect(self._clear_choice)
        self._none.action_requested.connect(lambda: self.go_requested.emit("report"))
        self._none.other_requested.connect(lambda: self.go_requested.emit("import"))
        self._unfit.action_requested.connect(lambda: presenter.show_text(""))
        self.session.actor_changed.connect(self._on_actor)
        self.pane.fitted.connect(self._on_fitted)
        self.theme.changed.connect(self.pane.fit)
        self.theme.changed.connect(self._fit_tools)

    # --- what was read ---

    def _on_filter_read(self, read: FilterText) -> None:
        self.filters.show_filter(read)
        self.tools.show_text(read.text)
        self.filter_shown.emit(read.text)

    def _on_begun(self, first: FirstRows) -> None:
        if not any(column.extra for column in self.table.columns):  # else they come with the listing
            self._show(Found(first, self._total, None, Read(first.rows(0, PAGE), {}), 0), to_top=True)

    def _on_found(self, found: Found) -> None:
        begun = isinstance(self.table.rows.store.listing, FirstRows)
        if begun and found.current is None:
            self.table.rows.replace_listing(found.listing, found.first, found.read)
            self._after(found)
        else:
            self._show(found, to_top=found.current is None)

    def _on_renewed(self, found: Found) -> None:
        """Shown where nothing jumps by it, or nobody's hand is there; else it is offered."""
        if self._stands_still(found):
            self.table.rows.replace_listing(found.listing, found.first, found.read)
            self._after(found)
        elif self._at_once or not self.table.rows.rowCount():
            self._show(found, to_top=False)
        else:
            self.newer.set_text(self.tr("%n changes: show", None, self.presenter.waiting))
            self.newer.show()

    def _stands_still(self, found: Found) -> bool:
        """The rows in sight are the same records, and so are the chosen ones wherever they are."""
        first, count = self.presenter.sight
        here = [row.id if (row := self.table.rows.row_of(place)) else "" for place in range(first, first + count)]
        there = [row.id for row in found.read.rows][first - found.first :][:count]
        chosen = self.table.chosen()
        in_sight = all(first <= start and end < first + count for start, end in chosen)
        return here == there and (in_sight or found.staying == chosen)

    def _show(self, found: Found, *, to_top: bool) -> None:
        """All rows anew; the current record stays current, and where it stood on screen."""
        table, before, top = self.table, self.table.current_row(), self.presenter.sight[0]
        table.rows.show_listing(found.listing)
        table.rows.store.fill(found.first, found.read)
        place = 0 if to_top or found.current is None else found.current
        if found.listing.count:
            table.go_to(place)
            table.verticalScrollBar().setValue(0 if to_top else max(0, place - max(0, before - top)))
        else:
            self.preview.show_record(None)
        self._after(found)

    def _after(self, found: Found) -> None:
        self._total = found.total
        self._at_once = False
        self.presenter.caught_up()
        self.newer.hide()
        empty = 0 if found.listing.count else (2 if self.presenter.filter.text else 1)
        self._stack.setCurrentIndex(empty)
        self._say_count(found.listing.count)
        self._tell_sight()
        self._on_current(self.table.current_row())

    def _say_count(self, count: int) -> None:
        if isinstance(self.table.rows.store.listing, FirstRows):
            self.count.setText(self.tr("Reading ..."))
        elif not self.presenter.filter.text:
            self.count.setText(self.tr("%Ln incidents", None, count))
        else:
            words = self.tr("{count} of %Ln incidents", None, self._total)
            self.count.setText(words.format(count=QLocale().toString(count)))

    def _show_newer(self) -> None:
        self._at_once = True
        self._tell_sight()
        self.presenter.renew()
        self.table.setFocus()

    def _on_order(self, order: Order) -> None:
        self.presenter.current = None  # the hand goes to the top of the new order
        self.presenter.show_order(order)

    def _on_actor(self) -> None:
        self.tools.density.setChecked(self._kept.current.comfortable)
        self.filters.show_filter(self.presenter.filter)  # nobody has no incidents of their own
        self.presenter.show_order(self.table.order)
        self.pane.fit()

    # --- the current record and the chosen ones ---

    def _on_current(self, place: int) -> None:
        row = self.table.rows.row_of(place) if place >= 0 else None
        self.presenter.current = row.no if row is not None else None
        self.preview.show_record(row.id if row is not None else None)

    def _current_record(self) -> str | None:
        row = self.table.rows.row_of(self.table.current_row())
        return row.id if row is not None else None

    def _on_chosen(self) -> None:
        count, self.presenter.chosen = self.table.chosen_count(), self.table.chosen()
        self.chosen.show_count(count)
        self.many.show_count(count)
        self.chosen.setVisible(count > 1 or (count == 1 and self.table.ticked))

    def _clear_choice(self) -> None:
        self.table.clear_choice()
        self.table.setFocus()

    def _on_left(self) -> None:
        """Escape: first the peek goes, then the choice."""
        if self.pane.peeks:
            self._set_preview(False)
        elif self.table.chosen_count():
            self.table.clear_choice()

    def _open(self, place: int) -> None:
        row = self.table.rows.row_of(place)
        if row is not None:
            self.open_incident_requested.emit(row.id)

    def _open_menu(self, place: QPoint) -> None:
        record, count = self._current_record(), self.table.chosen_count()
        menu = Menu(self.tr("Records"), self)
        if record is not None:
            menu.add(self.tr("Open"), lambda: self.open_incident_requested.emit(record), usual=True)
            menu.addSeparator()
        menu.add(self.tr("Copy"), self._copy)
        if record is not None:
            menu.add(self.tr("Print record ..."), lambda: self.print_requested.emit(record))
        menu.add(self.tr("Print list of %n records ...", None, max(1, count)), self._print_list)
        menu.open_at(place)

    def _copy(self) -> None:
        listing, meant = self.table.rows.store.listing, self.table.meant()
        if listing is not None and meant:
            self.out.copy(listing, meant, self.table.rows.maker)

    def _print_list(self) -> None:
        listing, meant = self.table.rows.store.listing, self.table.meant()
        if listing is not None and meant:
            self.out.print_list(listing, meant)

    def _tell_sight(self, *_: object) -> None:
        self.presenter.sight = self.table.rows_in_sight()

    # --- how it is looked at ---

    def _choose_columns(self) -> None:
        from incident_desk.usecases.register.columns import all_columns

        keys = [column.key for column in self.table.columns]
        chooser = ColumnChooser(keys, all_columns(self.session.names), self.theme, self)
        chooser.chosen.connect(self.table.show_columns)
        chooser.closed.connect(chooser.deleteLater)
        button = self.tools.place_of(self.tools.columns)
        chooser.open_below(QRect(button.mapTo(self, QPoint(0, 0)), button.size()))

    def _save_filter(self) -> None:
        text, button = self.presenter.filter.text, self.tools.saved
        words = ", ".join(term.label for term in self.presenter.filter.terms) or text
        popover = NamePopover(self.tr("Save this filter"), words[:60], self.theme, self)
        popover.named.connect(lambda name: self._on_filter_named(name, text))
        popover.ask(QRect(button.mapTo(self, QPoint(0, 0)), button.size()))

    def _on_filter_named(self, name: str, text: str) -> None:
        self._kept.save_filter(name, text)
        self.filter_shown.emit(self.presenter.filter.text)
        self.session.messages.good(self.tr("The filter {name} is saved.").format(name=name))

    def _set_density(self, comfortable: bool) -> None:
        self._kept.change(comfortable=comfortable)
        self.table.show_kept()

    def _set_preview(self, shown: bool) -> None:
        self.pane.show_preview(shown)
        if not shown:
            self.table.setFocus()

    def _toggle_preview(self) -> None:
        self._set_preview(self.preview.isHidden())

    def _on_fitted(self, shown: bool) -> None:
        self.tools.preview.setChecked(shown)
        self._on_current(self.table.current_row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pane.fit()
        self._fit_tools()
        self._tell_sight()

    def _fit_tools(self) -> None:
        """The line in which one types comes first, between the edges of the page and the gap."""
        self.tools.fit(self.width() - 6 * self.theme.u - self.theme.px(_LINE))
        self.filters.set_low(self.height() < _LOW * self.theme.u)
