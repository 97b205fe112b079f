"""The first sheet: three ways to begin, and below them what the chosen one needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.packs.model import Pack
from incident_desk.gui.first_start.demo_form import DemoForm
from incident_desk.gui.first_start.open_form import OpenForm
from incident_desk.gui.first_start.own_form import OwnForm
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile

OWN, OPEN, DEMO = "own", "open", "demo"


class StartSheet(Panel):
    """Signal: `way_chosen` with own, open or demo."""

    way_chosen = Signal(str)

    def __init__(
        self, packs: Mapping[str, Pack], demos: Sequence[str], known: Sequence[str], folder: Path, theme: Theme,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__("", theme, parent)
        self.ways = ChoiceTiles(
            [
                Tile(OWN, self.tr("Start a register"), self.tr("your own, a file on this PC"), "plus"),
                Tile(OPEN, self.tr("Open a register"), self.tr("a file, or on a server"), "folder"),
                Tile(DEMO, self.tr("Look at the demo"), self.tr("invented incidents to try"), "eye"),
            ],
            theme, self,
        )  # fmt: skip
        self.ways.take_label(self.tr("How do you want to begin?"))
        self.own = OwnForm(packs, folder, theme, self)
        self.open = OpenForm(known, folder, theme, self)
        self.demo = DemoForm({key: packs[key] for key in demos}, theme, self)
        self._bodies: dict[str, OwnForm | OpenForm | DemoForm] = {OWN: self.own, OPEN: self.open, DEMO: self.demo}
        self._lay_out()
        self.ways.code_chosen.connect(self.choose)

    def _lay_out(self) -> None:
        u = self._theme.u
        column = QVBoxLayout()
        column.setContentsMargins(2 * u, u, 2 * u, u)
        column.setSpacing(2 * u)
        column.addWidget(PlainLabel(self.tr("How do you want to begin?"), self._theme, self, role="page-title"))
        column.addWidget(self.ways)
        for body in self._bodies.values():
            column.addWidget(body)
        self.body.addLayout(column)

    def choose(self, way: str) -> None:
        self.ways.set_code(way)
        for key, body in self._bodies.items():
            body.setVisible(key == way)
        self.way_chosen.emit(way)

    @property
    def way(self) -> str:
        return self.ways.code() or OWN

    def focus_first(self) -> None:
        self._bodies[self.way].focus_first()
