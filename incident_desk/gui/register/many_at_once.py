"""What can be ordered for all chosen incidents, offered in their bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from incident_desk.domain.commands import Command
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.many_orders import ManyOrders
from incident_desk.gui.register.kept_columns import KeptColumns
from incident_desk.gui.register.many_popover import ManyPopover, Order, order_words
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.menu import Menu
from incident_desk.usecases.many_at_once import MOST, order_for_many

_ROOMY = 900  # pixels of the design: from here on each order has a button of its own
_ICONS = {
    Order.RESPONSIBLE: "user", Order.PLACE: "map-pin", Order.CATEGORY: "category", Order.CLOSE: "archive",
    Order.NOTE: "note",
}  # fmt: skip


class ManyAtOnce(QObject):
    """`parts` go into the bar of the chosen records, `orders.working` below it. Only coordinators see them."""

    def __init__(
        self, session: Session, theme: Theme, page: QWidget, table: KeptColumns, show: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._session, self._theme, self._page, self._table = session, theme, page, table
        self._count = 0
        self.orders = ManyOrders(session, theme, page, lambda: self._place_of(Order.NOTE), show)
        self.buttons = {order: self._make_button(order) for order in Order}
        self.more = Button(self.tr("Change ..."), theme, page, fit=Fit.BAR)
        self.more.clicked.connect(self._open_menu)
        self.too_many = PlainLabel("", theme, page, role="hint", ink="ink2")
        self.orders.busy_changed.connect(self._fit)
        session.actor_changed.connect(self._fit)
        page.installEventFilter(self)
        theme.changed.connect(self._fit)
        self.show_count(0)

    @property
    def parts(self) -> list[QWidget]:
        return [*self.buttons.values(), self.more, self.too_many]

    def show_count(self, count: int) -> None:
        """How many are chosen now."""
        self._count = count
        may, too_many = self._session.actor.may(Role.COORDINATOR), count > MOST
        in_menu = self._page.width() < self._theme.px(_ROOMY)
        for button in (*self.buttons.values(), self.more):
            button.setVisible(may and (button is self.more) == in_menu)
            button.setEnabled(not too_many and not self.orders.is_busy)
        sentence = self.tr("At most {count} incidents can be changed at once. Choose fewer.")
        self.too_many.setText(sentence.format(count=QLocale().toString(MOST)))
        self.too_many.setVisible(may and too_many)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.show_count(self._count)

    def _make_button(self, order: Order) -> Button:
        button = Button(f"{order_words(order)} ...", self._theme, self._page, icon=_ICONS[order], fit=Fit.BAR)
        button.clicked.connect(partial(self.ask, order))
        return button

    def _open_menu(self) -> None:
        menu = Menu(self.tr("Change ..."), self._page)
        for order in Order:
            menu.add(f"{order_words(order)} ...", partial(self.ask, order))
        menu.open_at(self.more.mapToGlobal(QPoint(0, 0)))

    # --- asking ---

    def ask(self, order: Order, *_: object) -> None:
        listing, chosen = self._table.rows.store.listing, self._table.chosen()
        if listing is None or not chosen:
            return

        def ids() -> list[str]:
            """Those that were chosen when it was asked, whatever moves in the table meanwhile."""
            return [record for first, last in chosen for record in listing.ids(first, last - first + 1)]

        popover = ManyPopover(order, self._count, self._session, self._theme, self._page)
        popover.ordered.connect(partial(self._order, ids))
        popover.ask(self._place_of(order))

    def _order(self, ids: Callable[[], Sequence[str]], command: Command) -> None:
        submitter, op_id = self._session.submitter, self._session.services.new_id()
        self.orders.carry_out(
            lambda progress: order_for_many(submitter, op_id, ids(), command, progress),
            lambda count: self.tr("%n incidents changed.", None, count),
        )

    def _place_of(self, order: Order) -> QRect:
        """The button, or where it was: the bar goes when nothing is chosen any more."""
        button = self.more if self.more.isVisible() else self.buttons[order]
        if button.isVisible():
            return QRect(button.mapTo(self._page, QPoint(0, 0)), button.size())
        foot = self._page.rect()
        return QRect(foot.center().x(), foot.bottom() - 1, 1, 1)
