"""The table with its columns: which are shown, how wide, in which order the rows stand; all of it is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.vocabulary import STATUS_NAMES, Status
from incident_desk.gui.clock import Clock
from incident_desk.gui.language import language, said
from incident_desk.gui.register.kept_table import KeptTables
from incident_desk.gui.register.lines import LineMaker
from incident_desk.gui.register.page_store import PageStore
from incident_desk.gui.register.register_delegate import PADDING
from incident_desk.gui.register.register_model import TICKS, RegisterModel
from incident_desk.gui.register.register_table import COMFORTABLE, COMPACT, RegisterTable, Width
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.menu import Menu
from incident_desk.usecases.register.columns import Column, ColumnKind, column_of
from incident_desk.usecases.register.order import NEWEST_FIRST, Order

_MINUTE_MS, _REST_MS = 60_000, 400
_ARROW = 22  # pixels of the design beside a heading
# What is left of a width where there is little room. Numbers, boxes and priorities are never cut.
_BEARS = {
    ColumnKind.TEXT: 0.65, ColumnKind.PLACE: 0.55, ColumnKind.CODE: 0.6, ColumnKind.PERSON: 0.5, ColumnKind.TIME: 0.75,
}  # fmt: skip
_NEWEST_FIRST = frozenset({ColumnKind.TIME, ColumnKind.DAY, ColumnKind.COUNT, ColumnKind.SHARE, ColumnKind.NUMBER})


class KeptColumns(RegisterTable):
    """Signals: `order_wanted` Order; `chooser_requested`; `columns_shown` after other ones are shown."""

    order_wanted = Signal(object)
    chooser_requested = Signal()
    columns_shown = Signal()

    def __init__(
        self, session: Session, kept: KeptTables, store: PageStore, theme: Theme, parent: QWidget, clock: Clock
    ) -> None:
        self._session, self._kept, self._clock = session, kept, clock
        self.rows = RegisterModel(store, self._maker([]), parent)
        super().__init__(self.rows, theme, parent)
        self.order = self._kept_order()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self.head.sort_requested.connect(self._on_sort)
        self.head.menu_requested.connect(self._on_menu)
        self.head.sectionMoved.connect(self._on_moved)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)  # a drag tells of each pixel
        self._rest.timeout.connect(self._keep_widths)
        self.widths_changed.connect(self._rest.start)
        session.names_changed.connect(self._on_names)
        session.actor_changed.connect(self._on_actor)
        self.show_kept()

    def start(self) -> None:
        """On screen: what is due is said anew each minute."""
        self._minute.start()
        self._on_minute()

    def stop(self) -> None:
        self._minute.stop()
        self._keep_now()

    # --- columns ---

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.rows.maker.columns

    def show_kept(self) -> None:
        """As the person who is here left it; the rows stay chosen, and where they are."""
        self._keep_now()
        self.drawing.own_id = self._session.actor.id
        self.order = self._kept_order()
        columns = self._kept.columns()
        row, chosen, top = self.current_row(), self.chosen(), self.verticalScrollBar().value()
        self._put_in_order()
        self.rows.show_columns(self._maker(columns))
        self.set_density(COMFORTABLE if self._kept.current.comfortable else COMPACT)
        titles = [n for n, column in enumerate(columns) if column.key == "title"]
        self.set_widths([self._width(column) for column in columns], *titles or (-1,))
        self._show_order()
        if row >= 0:
            self.choose_again(chosen, row, top)
        self.columns_shown.emit()

    def _on_names(self) -> None:
        """Names of people and places are said anew; the columns only where other ones are declared now."""
        if self._kept.columns() == list(self.columns) and self._kept_order() == self.order:
            self._on_minute()
        else:
            self.show_kept()

    def _on_actor(self) -> None:
        """Another person has chosen nothing yet."""
        self._rest.stop()
        self.show_kept()
        if self.current_row() >= 0:
            self.go_to(self.current_row())

    def show_columns(self, keys: list[str]) -> None:
        self._kept.change(columns=tuple(keys))
        self.show_kept()

    def _maker(self, columns: list[Column]) -> LineMaker:
        return LineMaker(columns, self._session.wording, self._clock())

    def _on_minute(self) -> None:
        self.rows.say_anew(self._maker(list(self.columns)))

    def _width(self, column: Column) -> Width:
        """As the person made it; else for so many letters, and for its heading with the arrow."""
        kept = self._kept.current.widths.get(column.key)
        if kept is not None:
            return Width(kept, kept, chosen=True)
        scale, metrics = self._theme.scale, self._theme.metrics("cell")
        letters = column.width_hint * metrics.horizontalAdvance("n") / scale
        if column.kind is ColumnKind.STEPS:
            letters = metrics.horizontalAdvance(said(STATUS_NAMES[Status.INBOX])) / scale + 3
        heading = self._theme.metrics("cell-strong").horizontalAdvance(said(column.label)) / scale
        wanted = max(letters, heading + _ARROW) + 2 * PADDING
        return Width(wanted, min(wanted, max(heading + 2 * PADDING, wanted * _BEARS.get(column.kind, 1.0))))

    def _keep_now(self) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self._keep_widths()

    def _keep_widths(self) -> None:
        widths = {column.key: width.wanted for column, width in zip(self.columns, self.widths(), strict=True)
                  if width.chosen}  # fmt: skip
        self._kept.change(widths={**self._kept.current.widths, **widths})

    def _on_moved(self, section: int, old: int, new: int) -> None:
        """The model takes the order that the heads have, once the hand has let go."""
        QTimer.singleShot(0, self, self._take_order_of_heads)

    def _take_order_of_heads(self) -> None:
        visual = [self.head.logicalIndex(place) for place in range(1, self.head.count())]
        keys = [self.columns[section - 1].key for section in visual]
        if keys != [column.key for column in self.columns]:
            self.show_columns(keys)

    def _put_in_order(self) -> None:
        """Heads that were dragged go back to the order of the model, which is a new one now."""
        self.head.blockSignals(True)
        for section in range(self.head.count()):
            self.head.moveSection(self.head.visualIndex(section), section)
        self.head.blockSignals(False)

    # --- order of the rows ---

    def _on_sort(self, section: int) -> None:
        column = self.columns[section - 1]
        if column.sortable:
            same = column.key == self.order.column
            self._sort(column, not self.order.descending if same else column.kind in _NEWEST_FIRST)

    def _sort(self, column: Column, descending: bool) -> None:
        self.order = Order(column.key, descending, language())
        self._kept.change(order=column.key, descending=descending)
        self._show_order()
        self.order_wanted.emit(self.order)

    def _kept_order(self) -> Order:
        """By a column that is declared no more nothing can be put in order."""
        kept = self._kept.current
        column = column_of(kept.order, self._session.names)
        return Order(kept.order, kept.descending, language()) if column and column.sortable else NEWEST_FIRST

    def _show_order(self) -> None:
        keys = [column.key for column in self.columns]
        section = keys.index(self.order.column) + 1 if self.order.column in keys else -1
        way = Qt.SortOrder.DescendingOrder if self.order.descending else Qt.SortOrder.AscendingOrder
        self.head.setSortIndicator(section, way)

    # --- the menu of a head ---

    def _on_menu(self, section: int, place: QPoint) -> None:
        menu = Menu(self.tr("Column"), self)
        if TICKS < section <= len(self.columns):
            column = self.columns[section - 1]
            for words, act in self._entries(column):
                menu.add(words, act)
            menu.addSeparator()
        menu.add(self.tr("Columns ..."), self.chooser_requested.emit)
        menu.add(self.tr("Usual columns"), lambda: self.show_columns([]))
        menu.open_at(place)

    def _entries(self, column: Column) -> list[tuple[str, Callable[[], object]]]:
        entries: list[tuple[str, Callable[[], object]]] = []
        if column.sortable:
            entries += [
                (self.tr("Sort upwards"), lambda: self._sort(column, False)),
                (self.tr("Sort downwards"), lambda: self._sort(column, True)),
            ]
        if len(self.columns) > 1:
            rest = [each.key for each in self.columns if each is not column]
            entries.append((self.tr("Hide this column"), lambda: self.show_columns(rest)))
        return entries
