"""Rows that changed since they were imported: each change offered by itself, to be taken or left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.declarations import FieldKind
from incident_desk.gui.importing.change_tick import ChangeTick
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.usecases.importing.changes import Change, ChangedRow

_AT_A_TIME = 40  # rows
_TEXTS = (FieldKind.TEXT, FieldKind.PROSE)


class ChangeList(Panel):
    """Signal: `choice_changed`. Nothing is ticked at first: what the register says now may be newer."""

    choice_changed = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Changed since the last time"), theme, parent)
        self._session = session
        self._rows: tuple[ChangedRow, ...] = ()
        self._shown = 0
        self._parts: list[QWidget] = []
        self._every = False  # all were ticked, also those that are not shown
        self._but: set[tuple[str, str]] = set()  # ... and these taken out again
        self.boxes: dict[tuple[str, str], ChangeTick] = {}
        told = self.tr("Tick what the register shall take over from the sheet. What is not ticked stays as it is.")
        self.body.addWidget(PlainLabel(told, theme, self, ink="ink2"))
        self.all = TickBox(self.tr("All of them"), theme, self)
        self.more = Button("", theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.body.addWidget(self.all)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.all.clicked.connect(self._on_all)
        self.more.clicked.connect(self._show_more)

    def show_rows(self, rows: Sequence[ChangedRow]) -> None:
        """What was ticked stays ticked where it is there still."""
        ticked = {choice for choice, box in self.boxes.items() if box.isChecked()}
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._rows, self._parts, self.boxes, self._shown = tuple(rows), [], {}, 0
        self._every = self._every and bool(rows)
        self.setVisible(bool(rows))
        self.all.setVisible(len(self._takeable()) > 1)
        self._add_rows()
        for choice, box in self.boxes.items():
            box.setChecked(self._is_wanted(choice) if self._every else choice in ticked and box.isEnabled())
        self._show_all_of_them()

    @property
    def can_be_taken(self) -> bool:
        return bool(self._takeable())

    def focus_first(self) -> None:
        able = [box for box in self.boxes.values() if box.isEnabled()]
        (self.all if self.all.isVisible() or not able else able[0]).setFocus()

    def taken(self) -> list[tuple[str, str]]:
        """The changes that are wanted, each by its incident and its key."""
        if self._every:
            return [choice for choice in self._takeable() if choice not in self._but]
        return [choice for choice, box in self.boxes.items() if box.isChecked()]

    def _takeable(self) -> list[tuple[str, str]]:
        return [(row.incident, change.key) for row in self._rows for change in row.changes if change.refused is None]

    def _is_wanted(self, choice: tuple[str, str]) -> bool:
        return self._every and choice not in self._but and self.boxes[choice].isEnabled()

    # --- building ---

    def _add_rows(self) -> None:
        """The next rows, below those that stand there."""
        for row in self._rows[self._shown : self._shown + _AT_A_TIME]:
            self._add(row)
        self._shown += _AT_A_TIME
        hidden = len(self._rows) - self._shown
        self.more.set_text(self.tr("Show more: %n rows are not shown, and All of them takes them too", None, hidden))
        self.more.setVisible(hidden > 0)

    def _add(self, row: ChangedRow) -> None:
        line = self.tr("{number}, line {line}").format(number=row.number, line=row.read.source.line)
        self._keep(PlainLabel(line, self._theme, self, role="hint-strong", ink="ink2"))
        for change in row.changes:
            box = ChangeTick(change, self._hint(change), self._theme, self)
            box.clicked.connect(partial(self._on_one, (row.incident, change.key)))
            box.setAccessibleDescription(line)
            self.boxes[row.incident, change.key] = box
            self._keep(box)

    def _hint(self, change: Change) -> str:
        """What somebody has to know before ticking it."""
        if change.refused is not None:
            return self._session.wording.refusal(change.refused)
        said = []
        if change.closes:
            said.append(self.tr("Taking this over concludes the incident: imported, steps not recorded."))
        elif not change.edits:
            said.append(self.tr("No field of the incident changes; the cell is kept in its row as it stood."))
        said += self._said_since(change)
        return " ".join(said)

    def _said_since(self, change: Change) -> list[str]:
        """What somebody wrote into the register since then would be overwritten."""
        stood, wording = {cell.old.strip() for cell in change.cells}, self._session.wording
        found = []
        for edit in change.edits:
            declared = wording.field(edit.field)
            if declared is not None and declared.kind in _TEXTS and isinstance(edit.old, str):
                text = edit.old.strip()
                if text and text not in stood:
                    found.append(self.tr("The register says now: “{text}”").format(text=_short(text)))
        return found

    def _keep(self, part: QWidget) -> None:
        self.body.insertWidget(self.body.indexOf(self.more), part)
        self._parts.append(part)

    # --- ticking ---

    def _on_all(self) -> None:
        self._every, self._but = self.all.isChecked(), set()
        for box in self.boxes.values():
            box.setChecked(self._every and box.isEnabled())
        self.choice_changed.emit()

    def _on_one(self, choice: tuple[str, str], *_: object) -> None:
        if self._every:
            (self._but.discard if self.boxes[choice].isChecked() else self._but.add)(choice)
        self._show_all_of_them()
        self.choice_changed.emit()

    def _show_all_of_them(self) -> None:
        takeable = self._takeable()
        self._every = self._every or (bool(takeable) and len(self.taken()) == len(takeable))
        self.all.setChecked(self._every and not self._but)

    def _show_more(self) -> None:
        there = set(self.boxes)
        self._add_rows()
        added = [choice for choice in self.boxes if choice not in there]
        for choice in added:
            self.boxes[choice].setChecked(self._is_wanted(choice))
        for choice in added:
            if self.boxes[choice].isEnabled():
                self.boxes[choice].setFocus()
                return


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else plain[:76] + " ..."
