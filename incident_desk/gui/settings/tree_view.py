"""The tree on screen: every name literally, its note at the right, the current line marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.settings.tree_model import Node, NodeRole, TreeModel
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import letter

_ROW, _INDENT = 30, 20
Index = QModelIndex | QPersistentModelIndex


class NodeDelegate(QStyledItemDelegate):
    """Paints one line of the tree."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(NodeRole.NODE)
        tokens, px, area = self._theme.tokens, self._theme.px, QRectF(option.rect)
        brush.smooth(painter)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            brush.box(painter, area.adjusted(1, 1, -1, -1), px(5), tokens.tint)
        if option.state & QStyle.StateFlag.State_HasFocus:
            brush.box(painter, area.adjusted(1, 1, -1, -1), px(5), None, tokens.petrol, width=px(2))
        room = area.adjusted(px(8), 0, -px(10), 0)
        note = node.note if node.offered else self.tr("not offered")
        if note:
            right = brush.words(painter, room, note, self._theme, role="hint", colour=tokens.ink3, align=brush.RIGHT)
            room.setRight(room.right() - right - px(12))
        ink = tokens.petrol if selected else tokens.ink if node.offered else tokens.ink3
        role = "body-strong" if node.children and not index.parent().isValid() else "body"
        brush.words(painter, room, node.name, self._theme, role=role, colour=ink)


class Tree(QTreeView):
    """Signal: `node_marked` key, "" when nothing is. `folded`: only the uppermost lines are shown at first."""

    node_marked = Signal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget, *, folded: bool = False) -> None:
        super().__init__(parent)
        self._theme, self._folded = theme, folded
        self.nodes = TreeModel(self)
        self.setAccessibleName(name)
        self.setModel(self.nodes)
        self.setItemDelegate(NodeDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        letter(self, "body", theme)
        theme.changed.connect(self._indent)
        self._indent()

    def _indent(self) -> None:
        self.setIndentation(self._theme.px(_INDENT))

    def show_nodes(self, nodes: Sequence[Node], marked: str | None = None) -> None:
        """Shows a tree; what was marked and what was folded together stays so."""
        wanted = marked or self.marked()
        before = {node.key: self.isExpanded(self.nodes.index_of(node.key)) for node in self._parents()}
        if self.nodes.show_nodes(nodes):
            for node in self._parents():
                self.setExpanded(self.nodes.index_of(node.key), before.get(node.key, not self._folded))
        self.mark(wanted)

    def _parents(self) -> list[Node]:
        found: list[Node] = []
        waiting = [self.nodes.index(row, 0) for row in range(self.nodes.rowCount())]
        while waiting:
            index = waiting.pop()
            node = self.nodes.node(index)
            if node is not None and node.children:
                found.append(node)
                waiting += [self.nodes.index(row, 0, index) for row in range(len(node.children))]
        return found

    def marked(self) -> str:
        node = self.nodes.node(self.currentIndex())
        return node.key if node else ""

    def mark(self, key: str) -> None:
        index = self.nodes.index_of(key)
        if not index.isValid() and self.nodes.rowCount():
            index = self.nodes.index(0, 0)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
            self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is marked stays in sight when the window gets its size, or another one."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.node_marked.emit(self.marked())

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """An arrow where something can be folded together, on paper also beside the marked line."""
        painter.fillRect(rect, self._theme.tokens.paper)
        node = self.nodes.node(index)
        if node is None or not node.children:
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        left = QRectF(rect).right() - self._theme.px(_INDENT)
        middle = QRectF(rect).center()
        middle.setX(left)
        brush.icon(painter, middle, name, self._theme, colour="ink2", size=16)
