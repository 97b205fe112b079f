"""Rows that changed since they were imported: each cell as it stood and as it stands, to be taken or left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.usecases.importing.changes import ChangedRow

_SHOWN = 100
_LONGEST = 120  # letters of a cell


class ChangeList(Panel):
    """Signal: `choice_changed`. Nothing is ticked at first: what the register says now may be newer."""

    choice_changed = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Changed since the last time"), theme, parent)
        self._session = session
        self._rows: tuple[ChangedRow, ...] = ()
        self._parts: list[QWidget] = []
        self.boxes: dict[str, TickBox] = {}
        told = self.tr("Tick what the register shall take over from the sheet. What is not ticked stays as it is.")
        self.body.addWidget(PlainLabel(told, theme, self, ink="ink2"))
        self.all = TickBox(self.tr("All of them"), theme, self)
        self.all.clicked.connect(self._on_all)
        self.body.addWidget(self.all)

    def show_rows(self, rows: Sequence[ChangedRow]) -> None:
        """What was ticked stays ticked where it is there still."""
        ticked, all_of_them = set(self.taken()), self.all.isChecked()
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._rows, self._parts, self.boxes = tuple(rows), [], {}
        self.setVisible(bool(rows))
        self.all.setVisible(sum(row.refused is None for row in rows) > 1)
        self.all.setChecked(all_of_them and bool(rows))
        for row in rows[:_SHOWN]:
            self._add(row)
        for record, box in self.boxes.items():
            box.setChecked(self.all.isChecked() or record in ticked)
        if len(rows) > _SHOWN:
            more = self.tr("%n more are not shown; All of them takes them too.", None, len(rows) - _SHOWN)
            self._keep(PlainLabel(more, self._theme, self, role="hint", ink="ink2"))

    def taken(self) -> list[str]:
        """The incidents whose changes are wanted."""
        able = [row.incident for row in self._rows if row.refused is None]
        if self.all.isChecked():  # those that are not shown, too
            return able
        return [record for record in able if record in self.boxes and self.boxes[record].isChecked()]

    def _add(self, row: ChangedRow) -> None:
        line = self.tr("{number}, line {line}").format(number=row.number, line=row.read.source.line)
        cells = "\n".join(
            self.tr("{column}: “{old}” becomes “{new}”").format(
                column=cell.column, old=_short(cell.old), new=_short(cell.new)
            )
            for cell in row.cells
        )
        if row.refused is None:
            box = TickBox(f"{line}\n{cells}", self._theme, self)
            box.clicked.connect(self._on_one)
            self.boxes[row.incident] = box
            self._keep(box)
        else:
            reason = self._session.wording.refusal(row.refused)
            self._keep(PlainLabel(f"{line}\n{cells}\n{reason}", self._theme, self, ink="ink2"))

    def _keep(self, part: QWidget) -> None:
        self.body.addWidget(part)
        self._parts.append(part)

    def _on_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(self.all.isChecked())
        self.choice_changed.emit()

    def _on_one(self) -> None:
        if not all(box.isChecked() for box in self.boxes.values()):
            self.all.setChecked(False)
        self.choice_changed.emit()


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 4] + " ..."
