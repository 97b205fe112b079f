"""Who was told, and what update was promised next: two lists that know of each other."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.commands import ChangeItem
from incident_desk.domain.lists import COMMUNICATIONS, PROMISES
from incident_desk.domain.records import Item
from incident_desk.domain.values import StatedTime, due_instant, from_micros
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.item_columns import is_ended, value_or_nothing
from incident_desk.gui.incident.list_part import ListPart
from incident_desk.gui.incident.part import Part, may_write
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.promise_block import PromiseBlock
from incident_desk.gui.incident.sub_head import SubHead
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme


class CommunicationPart(Part):
    """The promise that is due next stands above; writing its update keeps it."""

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self.block = PromiseBlock(theme, self)
        self.told = ListPart(COMMUNICATIONS, presenter, theme, self)
        self.promised = ListPart(PROMISES, presenter, theme, self)
        self.block.write_requested.connect(self._on_write_requested)
        self.block.move_requested.connect(self.promised.begin_changing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(1.5 * theme.u))
        column.addWidget(self.block)
        column.addWidget(self.told)
        column.addWidget(SubHead(PROMISES, self.promised.add, theme, self))
        column.addWidget(self.promised)

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        self.told.show_view(view, moments)
        self.promised.show_view(view, moments)
        promise = next_promise(view, moments)
        self.block.setVisible(promise is not None)
        if promise is not None:
            self.block.show_promise(promise, moments, writable=may_write(view, self.presenter))

    def tick(self, moments: Moments) -> None:
        view = self.presenter.view
        if view is not None:
            self.show_view(view, moments)

    def is_touched(self) -> bool:
        return self.told.is_touched() or self.promised.is_touched()

    def _on_write_requested(self, promise: Item) -> None:
        """The update is a message; saving it says that the promise was kept at that moment."""
        zone = self.session.names.settings.zone
        kept = StatedTime.at(from_micros(self.presenter.clock()), zone).to_json()
        whom = value_or_nothing(promise, "what")
        self.told.begin_adding({"whom": whom} if whom else None, [ChangeItem(promise.id, {"kept": kept})])


def next_promise(view: IncidentView, moments: Moments) -> Item | None:
    """The promise that is due first among those not kept."""
    waiting = [item for item in view.incident.record.of("promises") if not is_ended(PROMISES, item)]
    dated = [(due_instant(item.values.get("at"), moments.wording.zone), item) for item in waiting]
    known = [(due, item) for due, item in dated if due is not None]
    return min(known, key=lambda pair: pair[0])[1] if known else None
