"""Parts in a row that goes on in the next line where the width ends, so that nothing is cut off."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted


class FlowLayout(QLayout):
    """Left to right, then below; parts keep their own size and stand in the middle of their line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(height for _, height in lines) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        return QSize(sum(s.width() for s in sizes) + gaps, max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line, height in self._lines(rect.width()):
            left = rect.left()
            for item in line:
                size = _size_of(item, rect.width())
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += height + self.spacing()

    def _lines(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        lines: list[tuple[list[QLayoutItem], int]] = []
        room = -1
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size_of(item, width)
            if size.width() > room:
                lines.append(([], 0))
                room = width
            line, height = lines[-1]
            lines[-1] = ([*line, item], max(height, size.height()))
            room -= size.width() + self.spacing()
        return lines


def _size_of(item: QLayoutItem, width: int) -> QSize:
    """As the part likes it, but no wider than the line; words then wrap."""
    liked = item.sizeHint()
    wide = min(liked.width(), width)
    return QSize(wide, item.heightForWidth(wide) if item.hasHeightForWidth() else liked.height())


class FlowRow(Painted):
    """A row of buttons or pills that wraps. `gap` in pixels of the design."""

    def __init__(self, theme: Theme, parent: QWidget | None, *, gap: float = 8) -> None:
        super().__init__(theme, parent)
        self._gap = gap
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow.setSpacing(theme.px(gap))

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._flow.addWidget(widget)

    def _on_theme_changed(self) -> None:
        self._flow.setSpacing(self._theme.px(self._gap))
        super()._on_theme_changed()
