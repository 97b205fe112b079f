"""Rows that changed since they were imported: each change offered by itself, to be taken or left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.gui.importing.change_tick import ChangeTick
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.usecases.importing.changes import Change, ChangedRow
from incident_desk.usecases.importing.changes_told import cells_told, stood_in_the_sheet

_AT_A_TIME = 40  # rows


class ChangeList(Panel):
    """Signal: `choice_changed`. Nothing is ticked at first: what the register says now may be newer. Where it is, the
    tick for all of them leaves it alone: who sees both texts decides."""

    choice_changed = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Changed since the last time"), theme, parent)
        self._session = session
        self._rows: tuple[ChangedRow, ...] = ()
        self._shown = 0
        self._parts: list[QWidget] = []
        self._takeable: tuple[tuple[str, str], ...] = ()  # by incident and key
        self._at_once: frozenset[tuple[str, str]] = frozenset()  # those of them that overwrite nobody's words
        self._ticked: set[tuple[str, str]] = set()  # also of rows that are not shown; the boxes only mirror it
        self.boxes: dict[tuple[str, str], ChangeTick] = {}
        told = self.tr("Tick what the register shall take over from the sheet. What is not ticked stays as it is.")
        self.body.addWidget(PlainLabel(told, theme, self, ink="ink2"))
        self.all = TickBox(self.tr("All of them"), theme, self)
        told = self.tr("All of them leaves out what was changed here since: tick that by itself.")
        self.left = PlainLabel(told, theme, self, ink="ink2", role="hint")
        self.more = Button("", theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.body.addWidget(self.all)
        self.body.addWidget(self.left)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.all.clicked.connect(self._on_all)
        self.more.clicked.connect(self._show_more)

    def show_rows(self, rows: Sequence[ChangedRow]) -> None:
        """What was ticked stays ticked where it is there still."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._rows, self._parts, self.boxes, self._shown = tuple(rows), [], {}, 0
        self._takeable = tuple(
            (row.incident, change.key) for row in rows for change in row.changes if change.refused is None
        )
        self._at_once = frozenset(
            (row.incident, change.key)
            for row in rows
            for change in row.changes
            if change.refused is None and not change.changed_here
        )
        self._ticked.intersection_update(self._takeable)
        self.setVisible(bool(rows))
        self.all.setVisible(len(self._at_once) > 1)
        self.left.setVisible(self.all.isVisibleTo(self) and len(self._at_once) < len(self._takeable))
        self._add_rows()
        self._mirror()

    @property
    def can_be_taken(self) -> bool:
        return bool(self._takeable)

    def first(self) -> QWidget:
        """Of what can be ticked."""
        able = [box for box in self.boxes.values() if box.isEnabled()]
        return self.all if self.all.isVisible() or not able else able[0]

    def taken(self) -> list[tuple[str, str]]:
        """The changes that are wanted, each by its incident and its key."""
        return [choice for choice in self._takeable if choice in self._ticked]

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
            box = ChangeTick(change, cells_told(change, self._session.wording), self._hint(change), self._theme, self)
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
        if change.changed_here:
            words = self.tr("Changed here since; the sheet said “{text}” before.")
            said.append(words.format(text=_short(stood_in_the_sheet(change))))
        return " ".join(said)

    def _keep(self, part: QWidget) -> None:
        self.body.insertWidget(self.body.indexOf(self.more), part)
        self._parts.append(part)

    # --- ticking ---

    def _on_all(self) -> None:
        if self.all.isChecked():
            self._ticked |= self._at_once
        else:
            self._ticked -= self._at_once
        self._mirror()
        self.choice_changed.emit()

    def _on_one(self, choice: tuple[str, str], *_: object) -> None:
        (self._ticked.add if self.boxes[choice].isChecked() else self._ticked.discard)(choice)
        self._mirror()
        self.choice_changed.emit()

    def _mirror(self) -> None:
        for choice, box in self.boxes.items():
            box.setChecked(choice in self._ticked)
        self.all.setChecked(bool(self._at_once) and self._at_once <= self._ticked)

    def _show_more(self) -> None:
        there = set(self.boxes)
        self._add_rows()
        self._mirror()
        added = (box for choice, box in self.boxes.items() if choice not in there and box.isEnabled())
        first = next(added, None)
        if first is not None:
            first.show()  # what is not in sight yet gets no keyboard
            first.setFocus()


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else plain[:76] + " ..."
