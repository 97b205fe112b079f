"""The equipment an incident involves: any number of pieces, found by three letters or by a hand scanner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from incident_desk.domain.declarations import Field
from incident_desk.gui.forms.editor import FieldEditor
from incident_desk.gui.forms.field_grid import Room
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import IconButton
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.dressing import announce, end_loosely
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.line_list import LineList
from incident_desk.gui.widgets.pick_field import Pick, PickField
from incident_desk.usecases.names import Names
from incident_desk.usecases.rows import EquipmentRow
from incident_desk.usecases.wording import Wording


def equipment_picks(session: Session) -> list[Pick]:
    """Every piece in use, with the numbers and the place that tell two of the same name apart."""
    names, wording = session.names, session.wording
    return [Pick(row.id, row.name, detail_of(row, names, wording)) for row in names.equipment.values() if row.active]


def detail_of(row: EquipmentRow, names: Names, wording: Wording) -> str:
    return ", ".join(filter(None, (wording.numbers(row), row.maker, row.model, names.place(row.place))))


class _Line(QWidget):
    """One piece that was chosen. Signal: `gone` when it is taken away."""

    gone = Signal()

    def __init__(self, piece: str, words: str, detail: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.piece = piece
        self.words = PlainLabel(words, theme, self, role="body")
        self.detail = PlainLabel(detail, theme, self, role="hint", ink="ink2")
        self.leave = IconButton("circle-x", self.tr("Take {name} away").format(name=words), theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.words)
        row.addWidget(self.detail, 1)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        self.leave.clicked.connect(self.gone)


class EquipmentField(CompositeField):
    """Signals: `edited` when a person took a piece or took one away; `typed` at each key in the line."""

    edited = Signal()
    typed = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.pick = PickField(
            (), theme, self, placeholder=self.tr("Name or number, or scan the label"), meant_by=self._meant_by
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.pick)
        end_loosely(column)
        self._lines = LineList[_Line](column)
        self.setFocusProxy(self.pick)
        self.pick.id_chosen.connect(self._on_chosen)
        self.pick.problem_found.connect(self.problem_found)
        line = self.pick.edits()[0]
        if isinstance(line, QLineEdit):
            line.textEdited.connect(self.typed)
        session.names_changed.connect(self.offer)
        self.offer()

    def offer(self) -> None:
        """The pieces of the list as it is now; those that were chosen get the names they have now."""
        self.pick.set_picks(equipment_picks(self._session))
        self.show_pieces(self.pieces())

    def _meant_by(self, code: str) -> Sequence[str]:
        return [row.id for row in self._session.names.equipment.meant_by(code) if row.active]

    # --- what is chosen ---

    def pieces(self) -> list[str]:
        return [line.piece for line in self._lines]

    def show_pieces(self, pieces: Sequence[str]) -> None:
        self._lines.clear()
        for piece in pieces:
            self._add(piece)

    def unread(self) -> str:
        """What is typed and is none of the list."""
        line = self.pick.edits()[0]
        return line.text().strip() if isinstance(line, QLineEdit) and self.pick.chosen() is None else ""

    def empty_line(self) -> None:
        self.pick.set_chosen(None)

    def _on_chosen(self, piece: str | None) -> None:
        """The line is free for the next one at once."""
        if piece is None:
            return
        self.pick.set_chosen(None)
        if piece not in self.pieces():
            announce(self.pick.edits()[0], self._add(piece).words.text())
            self.edited.emit()

    def _add(self, piece: str) -> _Line:
        names, wording = self._session.names, self._session.wording
        row = names.equipment.get(piece)
        detail = detail_of(row, names, wording) if row else ""
        line = _Line(piece, row.name if row else piece, detail, self._theme, self)
        line.leave.setVisible(not self._read_only)
        line.gone.connect(lambda: self._on_gone(line))
        self._lines.add(line)
        return line

    def _on_gone(self, line: _Line) -> None:
        self._lines.drop(line)
        self.pick.setFocus()
        self.edited.emit()

    # --- as a field ---

    @property
    def _read_only(self) -> bool:
        line = self.pick.edits()[0]
        return isinstance(line, QLineEdit) and line.isReadOnly()

    def edits(self) -> list[QWidget]:
        return [*self.pick.edits(), *(line.leave for line in self._lines)]

    def take_label(self, label: str) -> None:
        self.setAccessibleName(label)
        self.pick.take_label(label)

    def set_read_only(self, read_only: bool) -> None:
        line = self.pick.edits()[0]
        if isinstance(line, QLineEdit):
            line.setReadOnly(read_only)
        self.pick.setVisible(not read_only or not self._lines)
        for each in self._lines:
            each.leave.setVisible(not read_only)


class EquipmentEditor(FieldEditor):
    """Several pieces of the register's list of equipment."""

    def __init__(self, field: Field, session: Session, theme: Theme, parent: QObject, owner: QWidget) -> None:
        self._equipment = EquipmentField(session, theme, owner)
        super().__init__(field, self._equipment, parent)
        self._equipment.edited.connect(self._tell)
        self._equipment.typed.connect(self._tell)

    @property
    def room(self) -> Room:
        return Room.WHOLE

    def value(self) -> Any:
        unread = self._equipment.unread()
        return [*self._equipment.pieces(), *([unread] if unread else [])] or None

    def set_read_only(self, read_only: bool) -> None:
        self._equipment.set_read_only(read_only)

    def can_undo(self) -> bool:
        line = self._equipment.pick.edits()[0]
        return isinstance(line, QLineEdit) and line.hasFocus() and line.isUndoAvailable()

    def _show(self, plain: Any) -> None:
        self._equipment.show_pieces(plain or ())
        self._equipment.empty_line()
