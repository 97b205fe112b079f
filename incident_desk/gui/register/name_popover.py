"""Asks for the name of a saved filter, in place."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.popover import Popover

_LONGEST, _WIDTH = 60, 320


class NamePopover(Popover):
    """Signal: `named` with what was written; it is never empty."""

    named = Signal(str)

    def __init__(self, title: str, name: str, theme: Theme, page: QWidget) -> None:
        super().__init__(title, theme, page, width=_WIDTH)
        self.field = LineField(theme, self, limit=_LONGEST)
        self.field.setText(name)
        self._row = FormRow(self.tr("Name"), self.field, theme, self)
        save = Button(self.tr("Save"), theme, self, weight=Weight.PRIMARY)
        cancel = Button(self.tr("Cancel"), theme, self)
        buttons = FlowRow(theme, self)
        buttons.add(save, cancel)
        self.body.addWidget(PlainLabel(title, theme, self, role="popover-title"))
        self.body.addWidget(self._row)
        self.body.addWidget(buttons)
        self.field.returnPressed.connect(self._on_save)
        save.clicked.connect(self._on_save)
        cancel.clicked.connect(self.close_popover)
        self.closed.connect(self.deleteLater)

    def ask(self, anchor: QRect) -> None:
        self.open_at(anchor, self.field)
        self.field.selectAll()

    def _on_save(self) -> None:
        name = self.field.text().strip()
        if not name:
            self._row.set_wrong(self.tr("Give it a name by which you know it again."))
            return
        self.close_popover()
        self.named.emit(name)
