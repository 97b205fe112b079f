"""Looking at the demo: a register with sample incidents, made on this PC."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.packs.model import Pack
from incident_desk.gui.first_start.own_form import pack_tiles
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.tiles import ChoiceTiles


class DemoForm(QWidget):
    """Signal: `demo_requested` with the name of the sector pack."""

    demo_requested = Signal(str)

    def __init__(self, packs: Mapping[str, Pack], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        u = theme.u
        self.packs = ChoiceTiles(pack_tiles(packs), theme, self)
        self.packs.set_code(next(iter(packs), None))
        self.go = Button(self.tr("Open the demo"), theme, self, weight=Weight.PRIMARY, fit=Fit.LARGE)
        told = self.tr(
            "A register with invented people and incidents in all five steps. Try anything in it: it has nothing "
            "to do with a register of yours."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * u)
        column.addWidget(PlainLabel(told, theme, self, ink="ink2"))
        column.addWidget(FormRow(self.tr("Which one?"), self.packs, theme, self))
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.go.clicked.connect(lambda: self.demo_requested.emit(self.packs.code() or ""))

    def focus_first(self) -> None:
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)
