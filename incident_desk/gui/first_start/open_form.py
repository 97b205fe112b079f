"""Opening a register that is there: one known on this PC, another file, or one on a server."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.first_start.row_button import RowButton
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Rule

_LONGEST_ADDRESS = 2000


class OpenForm(QWidget):
    """Signal: `open_requested` address."""

    open_requested = Signal(str)

    def __init__(self, known: Sequence[str], folder: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._folder = theme, folder
        self.rows = [self._row(address) for address in known]
        self.choose = Button(self.tr("Choose a file ..."), theme, self, icon="folder",
                             weight=Weight.NORMAL if known else Weight.PRIMARY)  # fmt: skip
        self.address = LineField(theme, self, placeholder="postgresql://name@server/register", limit=_LONGEST_ADDRESS)
        self.go = Button(self.tr("Open"), theme, self)
        help_ = self.tr("The person who looks after the server gives you its address.")
        self.address_row = FormRow(self.tr("Register on a server"), self.address, theme, self, help=help_)
        self._lay_out()
        self.choose.clicked.connect(self._on_choose_clicked)
        self.go.clicked.connect(self._on_go)
        self.address.returnPressed.connect(self._on_go)

    def _row(self, address: str) -> RowButton:
        title, detail, there = said_address(address)
        row = RowButton(title, detail, self._theme, self, note="" if there else self.tr("not there now"))
        row.clicked.connect(lambda: self.open_requested.emit(address))
        return row

    def _lay_out(self) -> None:
        px, u = self._theme.px, self._theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * u)
        if self.rows:
            known = QVBoxLayout()
            known.setSpacing(px(6))
            known.addWidget(
                PlainLabel(self.tr("Opened before on this PC"), self._theme, self, role="field-label", ink="ink2")
            )
            for row in self.rows:
                known.addWidget(row)
            column.addLayout(known)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Rule(self._theme, self))
        server = QHBoxLayout()
        server.setSpacing(u)
        server.addWidget(self.address_row, 1, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.addSpacing(round(self._theme.metrics("field-label").height()) + px(2))
        beside.addWidget(self.go)
        beside.addStretch(1)
        server.addLayout(beside)
        column.addLayout(server)

    def focus_first(self) -> None:
        first = self.rows[0] if self.rows else self.choose
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choose_clicked(self) -> None:
        choose(
            self, Wanted.FILE, self.tr("Open a register"), self._folder,
            lambda path: self.open_requested.emit(str(path)), self.tr("Registers (*.register)"),
        )  # fmt: skip

    def _on_go(self) -> None:
        address = self.address.text().strip()
        self.address_row.set_missing(not address)
        if address:
            self.open_requested.emit(address)
        else:
            self.address_row.focus_field()


def said_address(address: str) -> tuple[str, str, bool]:
    """A register's name, where it is, and whether it is there; a password in an address is not shown."""
    if "://" in address:
        scheme, _, rest = address.partition("://")
        where = rest.rpartition("@")[2]
        return where.rpartition("/")[2] or where, f"{scheme}://{where}", True
    path = Path(address)
    return path.name.removesuffix(".register"), str(path.parent), path.is_file()
