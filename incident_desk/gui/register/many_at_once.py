"""One order for all chosen incidents: offered in their bar, carried out beside the window, taken back by one undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from incident_desk.domain.commands import Command
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.register.kept_columns import KeptColumns
from incident_desk.gui.register.many_left import ManyLeft
from incident_desk.gui.register.many_popover import ManyPopover, Order, order_words
from incident_desk.gui.register.table_menu import TableMenu
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.working import ProgressTeller, Working
from incident_desk.usecases.many_at_once import MOST, Left, ManyDone, order_for_many, undo_many
from incident_desk.usecases.ports import Progress

_ROOMY = 900  # pixels of the design: from here on each order has a button of its own
_ICONS = {
    Order.RESPONSIBLE: "user", Order.PLACE: "map-pin", Order.CATEGORY: "category", Order.CLOSE: "archive",
    Order.NOTE: "note",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Changed:
    """What one order changed, so that it can be taken back."""

    op_id: str
    ids: tuple[str, ...]


class ManyAtOnce(QObject):
    """`parts` go into the bar of the chosen records, `working` below it. Only coordinators see them."""

    def __init__(self, session: Session, theme: Theme, page: QWidget, table: KeptColumns) -> None:
        super().__init__(page)
        self._session, self._theme, self._page, self._table = session, theme, page, table
        self._count = 0
        self._last: _Changed | None = None
        self._teller: ProgressTeller | None = None
        self._was_warned = False
        self.working = Working(theme, page)
        self.buttons = {order: self._make_button(order) for order in Order}
        self.more = Button(self.tr("Change ..."), theme, page, fit=Fit.BAR)
        self.more.clicked.connect(self._open_menu)
        self.too_many = PlainLabel("", theme, page, role="hint", ink="ink2")
        self.working.stop_requested.connect(self._on_stop)
        session.actor_changed.connect(self._on_actor)
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
            button.setEnabled(not too_many and self._teller is None)
        sentence = self.tr("At most {count} incidents can be changed at once. Choose fewer.")
        self.too_many.setText(sentence.format(count=QLocale().toString(MOST)))
        self.too_many.setVisible(may and too_many)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.show_count(self._count)

    def undo_last(self) -> None:
        """Takes back what the last order did, once."""
        if self._last is None:
            self._session.messages.info(self.tr("There is nothing of yours to take back here."))
        else:
            self._undo(self._last)

    def may_close(self) -> bool:
        """What runs is not dropped by a slip of the hand; closed once more, it is."""
        if self._teller is None or self._was_warned:
            return True
        self._was_warned = True
        words = self.tr("The incidents are still being changed. Closed now, none of them is.")
        self._session.messages.warning(words)
        return False

    def _make_button(self, order: Order) -> Button:
        button = Button(f"{order_words(order)} ...", self._theme, self._page, icon=_ICONS[order], fit=Fit.BAR)
        button.clicked.connect(partial(self.ask, order))
        return button

    def _open_menu(self) -> None:
        menu = TableMenu(self.tr("Change ..."), self._page)
        for order in Order:
            menu.add(f"{order_words(order)} ...", partial(self.ask, order))
        menu.open_at(self.more.mapToGlobal(QPoint(0, 0)))

    def _on_actor(self) -> None:
        """What somebody else did is not this person's to take back by a key."""
        self._last = None
        self.show_count(self._count)

    # --- asking and carrying out ---

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
        session, op_id = self._session, self._session.services.new_id()
        self._run(
            lambda progress: order_for_many(session.submitter, op_id, ids(), command, progress),
            self.tr("The incidents are being changed."), self._on_done,
        )  # fmt: skip

    def _undo(self, changed: _Changed) -> None:
        session, op_id = self._session, self._session.services.new_id()
        self._run(
            lambda progress: undo_many(session.submitter, op_id, changed.ids, changed.op_id, progress),
            self.tr("The incidents are being changed back."), partial(self._on_undone, changed),
        )  # fmt: skip

    def _run(self, work: Callable[[Progress], ManyDone], sentence: str, done: Callable[[ManyDone], None]) -> None:
        """One at a time. The same op is tried again where the register did not answer."""
        if self._teller is not None:
            self._session.messages.info(self.tr("The incidents are being changed."))
            return
        teller = ProgressTeller(self)
        teller.progressed.connect(self.working.show_progress)
        self._teller = teller
        self.working.start(sentence, can_stop=True)
        self.show_count(self._count)

        def answered(many: ManyDone) -> None:
            self._finish()
            self._session.announce(many.done)
            done(many)

        def failed(error: BaseException) -> None:
            self._finish()
            self._session.explain(error, lambda: self._run(work, sentence, done))

        self._session.tasks.run(lambda: work(teller), answered, failed)

    def _finish(self) -> None:
        if self._teller is not None:
            self._teller.deleteLater()
        self._teller = None
        self._was_warned = False
        self.working.finish()
        self.show_count(self._count)

    def _on_stop(self) -> None:
        if self._teller is not None:
            self._teller.stop()

    # --- what came of it ---

    def _on_done(self, many: ManyDone) -> None:
        changed = _Changed(many.done.op_id, tuple(record for _, record in many.done.changed))
        messages = self._session.messages
        if changed.ids:
            self._last = changed
            said = self.tr("%n incidents changed.", None, len(changed.ids))
            messages.good(self._with_left(said, many), self.tr("Undo"), lambda: self._undo(changed))
        else:
            messages.warning(self._with_left(self.tr("No incident changed."), many))
        self._show_left(many.left)

    def _on_undone(self, changed: _Changed, many: ManyDone) -> None:
        if self._last == changed:
            self._last = None
        said = self.tr("%n incidents changed back.", None, len(many.done.changed))
        self._session.messages.good(self._with_left(said, many))
        self._show_left(many.left)

    def _with_left(self, said: str, many: ManyDone) -> str:
        left = self.tr("%n were left as they are.", None, len(many.left))
        return f"{said} {left}" if many.left else said

    def _show_left(self, left: Sequence[Left]) -> None:
        if left and self._page.isVisible():
            popover = ManyLeft(left, self._session, self._theme, self._page)
            popover.open_at(self._place_of(Order.NOTE))

    def _place_of(self, order: Order) -> QRect:
        """The button, or where it was: the bar goes when nothing is chosen any more."""
        button = self.more if self.more.isVisible() else self.buttons[order]
        if button.isVisible():
            return QRect(button.mapTo(self._page, QPoint(0, 0)), button.size())
        foot = self._page.rect()
        return QRect(foot.center().x(), foot.bottom() - 1, 1, 1)
