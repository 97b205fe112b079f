"""Parts in a row that goes on in the next line where the width ends, so that nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.placing import Placing, size_in


class FlowRow(Placing):
    """Left to right, then below; parts keep their own size and stand in the middle of their line.

    `gap` between parts and `between` lines are pixels of the design.
    """

    def __init__(self, theme: Theme, parent: QWidget | None, *, gap: float = 8, between: float | None = None) -> None:
        super().__init__(theme, parent)
        self._gap, self._between = gap, gap if between is None else between
        self._parts: list[QWidget] = []

    def add(self, *parts: QWidget) -> None:
        for part in parts:
            hidden = part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
            part.setParent(self)
            part.setVisible(not hidden)
            self._parts.append(part)
        self.arrange()

    def places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        top = 0
        for line in self._lines(width):
            high = max(size.height() for _, size in line)
            left = 0
            for part, size in line:
                yield part, QRect(QPoint(left, top + (high - size.height()) // 2), size)
                left += size.width() + self._theme.px(self._gap)
            top += high + self._theme.px(self._between)

    def sizeHint(self) -> QSize:
        sizes = [part.sizeHint() for part in self._shown()]
        gaps = self._theme.px(self._gap) * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        size = QSize(0, 0)
        for part in self._shown():
            size = size.expandedTo(part.minimumSizeHint())
        return size

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _lines(self, width: int) -> Iterator[list[tuple[QWidget, QSize]]]:
        line: list[tuple[QWidget, QSize]] = []
        room = width
        for part in self._shown():
            size = size_in(part, width)
            if line and size.width() > room:
                yield line
                line, room = [], width
            line.append((part, size))
            room -= size.width() + self._theme.px(self._gap)
        if line:
            yield line
