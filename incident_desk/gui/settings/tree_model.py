"""A tree of named things: places, categories. Plain nodes in, an item model out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from incident_desk.gui.widgets.dressing import tool_tip

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class NodeRole(IntEnum):
    NODE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the tree. `note` stands at its right; what is not `offered` any more is paler and says so."""

    key: str
    name: str
    note: str = ""
    offered: bool = True
    children: tuple[Node, ...] = field(default=())


@dataclass(slots=True)
class _Place:
    """Where a node stands: Qt asks for parents, which frozen nodes do not know. Numbers count through the tree."""

    node: Node
    number: int
    row: int
    parent: _Place | None
    children: list[_Place]


class TreeModel(QAbstractItemModel):
    """Shows whole trees; `index_of` finds a node again after another tree came in its place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._roots: list[_Place] = []
        self._places: list[_Place] = []  # by number: what an index points at stays alive as long as the tree
        self._shown: tuple[Node, ...] = ()

    def show_nodes(self, nodes: Sequence[Node]) -> bool:
        """False when the same tree is shown already."""
        if tuple(nodes) == self._shown:
            return False
        self.beginResetModel()
        self._shown = tuple(nodes)
        self._places = []
        self._roots = self._placed(self._shown, None)
        self.endResetModel()
        return True

    def index_of(self, key: str) -> QModelIndex:
        found = next((place for place in self._places if place.node.key == key), None)
        return QModelIndex() if found is None else self._index(found)

    def _index(self, place: _Place) -> QModelIndex:
        return self.createIndex(place.row, 0, place.number)

    def _placed(self, nodes: Sequence[Node], parent: _Place | None) -> list[_Place]:
        places = []
        for row, node in enumerate(nodes):
            place = _Place(node, len(self._places), row, parent, [])
            self._places.append(place)
            place.children = self._placed(node.children, place)
            places.append(place)
        return places

    def node(self, index: Index) -> Node | None:
        return self._place(index).node if index.isValid() else None

    def _place(self, index: Index) -> _Place:
        return self._places[index.internalId()]

    def _children(self, parent: Index) -> list[_Place]:
        return self._place(parent).children if parent.isValid() else self._roots

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  Qt's own
        children = self._children(parent)
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self._index(children[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has a second parent(), of objects
        above = self._place(index).parent if index.isValid() else None
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.column() > 0 else len(self._children(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 1

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role == NodeRole.NODE:
            return node
        if role == _DISPLAY:
            return node.name
        if role == _TOOL_TIP:
            return tool_tip(node.name)
        if role == _SPOKEN:
            gone = "" if node.offered else self.tr("not offered")
            return ", ".join(filter(None, (node.name, node.note, gone)))
        return None
