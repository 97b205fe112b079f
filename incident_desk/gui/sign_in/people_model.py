"""The people of a register as a list model: who, what they do, whether a secret is asked."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from incident_desk.gui.widgets.dressing import tool_tip
from incident_desk.usecases.rows import PersonRow

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class PersonRole(IntEnum):
    PERSON = int(Qt.ItemDataRole.UserRole) + 1


class PeopleModel(QAbstractListModel):
    """People in the order they are given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._people: list[PersonRow] = []

    @property
    def people(self) -> Sequence[PersonRow]:
        return self._people

    def show_people(self, people: Sequence[PersonRow]) -> None:
        if list(people) != self._people:
            self.beginResetModel()
            self._people = list(people)
            self.endResetModel()

    def row_of(self, person: str | None) -> int | None:
        return next((row for row, each in enumerate(self._people) if each.id == person), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        if role == PersonRole.PERSON:
            return person
        if role == _DISPLAY:
            return person.name
        if role == _SPOKEN:
            return self._spoken(person)
        if role == _TOOL_TIP:
            return tool_tip("\n".join(filter(None, (person.name, person.job, person.unit))))
        return None

    def _spoken(self, person: PersonRow) -> str:
        secret = self.tr("asks for a password") if person.has_secret else ""
        gone = "" if person.active else self.tr("no longer here")
        return ", ".join(filter(None, (person.name, person.job, person.unit, secret, gone)))
