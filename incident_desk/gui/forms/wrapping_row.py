"""Small parts in a row, each as wide as it likes; what does not fit goes into the next row."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted


class WrappingRow(Painted):
    """Takes parts in order; `gap` and `between` rows are pixels of the design. Hidden parts leave no gap."""

    def __init__(self, theme: Theme, parent: QWidget | None, *, gap: float = 8, between: float = 4) -> None:
        super().__init__(theme, parent)
        self._gap, self._between = gap, between
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        part.setParent(self)
        part.setVisible(True)
        self._parts.append(part)
        self.arrange()

    def arrange(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(place)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        gaps = self._theme.px(self._gap) * max(0, len(self._shown()) - 1)
        wide = sum(part.sizeHint().width() for part in self._shown()) + gaps
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        wide = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        high = max((part.sizeHint().height() for part in self._shown()), default=0)
        return QSize(wide, high)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()

    def _on_theme_changed(self) -> None:
        self.arrange()
        super()._on_theme_changed()

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _rows(self, width: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        room = -1
        for part in self._shown():
            wide = part.sizeHint().width()
            if wide > room or not rows:
                rows.append([])
                room = width
            rows[-1].append(part)
            room -= wide + self._theme.px(self._gap)
        return rows

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        top = 0
        for row in self._rows(width):
            high = max(part.sizeHint().height() for part in row)
            left = 0
            for part in row:
                size = part.sizeHint()
                wide = min(size.width(), max(width, 1))
                yield part, QRect(left, top + (high - size.height()) // 2, wide, size.height())
                left += wide + self._theme.px(self._gap)
            top += high + self._theme.px(self._between)
