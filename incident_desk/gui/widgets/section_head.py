"""The head of a section: what stands beside the title goes below it where the width ends; no word is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.placing import Placing, size_in

_GAP, _BELOW, _ABOVE_RULE = 12, 2, 6  # pixels of the design

Sized = tuple[QWidget, QSize]


class SectionHead(Placing):
    """Title, what the section holds in ink2, what is missing and a button at the right, a hairline below."""

    def __init__(
        self, title: str, theme: Theme, parent: QWidget | None, *, hint: str = "", role: str = "section"
    ) -> None:
        super().__init__(theme, parent)
        self.title = PlainLabel(title, theme, self, role=role)
        self.hint = PlainLabel(hint, theme, self, role="body", ink="ink2")
        self._right: list[QWidget] = []
        self._kept: dict[QWidget, Callable[[], int]] = {}

    def add_right(self, part: QWidget, *, room: Callable[[], int] | None = None) -> None:
        """`room`: so wide a place is kept for a part that comes and goes, so that nothing below moves with it."""
        hidden = part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        part.setParent(self)
        part.setVisible(not hidden)
        self._right.append(part)
        if room is not None:
            self._kept[part] = room
        self.arrange()

    def places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        top = 0
        for left, right in self._lines(width):
            high = max(size.height() for _, size in (*left, *right))
            yield from self._in_line(left, 0, top, high)
            yield from self._in_line(right, width - self._wide(right), top, high)
            top += high + self._theme.px(_BELOW)

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        highs = [max(size.height() for _, size in (*left, *right)) for left, right in lines]
        between = self._theme.px(_BELOW) * (len(lines) - 1)
        return sum(highs) + between + self._theme.px(_ABOVE_RULE) + self._rule

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self.heightForWidth(max(self.width(), self._theme.px(300))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        below = self.height() - self._rule
        brush.hairline(QPainter(self), QPointF(0, below), QPointF(self.width(), below), self._theme)

    @property
    def _rule(self) -> int:
        return 2 if self._theme.high_contrast else 1

    def _lines(self, width: int) -> list[tuple[list[Sized], list[Sized]]]:
        """What stands at the left and at the right of each line: all in one, or the hint below, or the rest too."""
        title: list[Sized] = [(self.title, size_in(self.title, width))]
        hint: list[Sized] = [(self.hint, size_in(self.hint, width))] if self.hint.text().strip() else []
        right = [(part, self._size(part, width)) for part in self._right if part in self._kept or not part.isHidden()]
        if self._wide([*title, *hint, *right]) <= width:
            return [(title + hint, right)]
        if self._wide([*title, *right]) <= width:
            return [(title, right), (hint, [])]
        first: list[tuple[list[Sized], list[Sized]]]
        first = [(title + hint, [])] if self._wide([*title, *hint]) <= width else [(title, []), (hint, [])]
        rest = [right] if self._wide(right) <= width else [[each] for each in right]
        return [line for line in (*first, *(([], part) for part in rest)) if line[0] or line[1]]

    def _size(self, part: QWidget, width: int) -> QSize:
        size = size_in(part, width)
        return size.expandedTo(QSize(min(width, self._kept[part]()), 0)) if part in self._kept else size

    def _in_line(self, parts: Sequence[Sized], left: int, top: int, high: int) -> Iterator[tuple[QWidget, QRect]]:
        for part, size in parts:
            if not part.isHidden():
                own = QSize(min(size.width(), part.sizeHint().width()), size.height())
                yield part, QRect(QPoint(left + size.width() - own.width(), top + (high - own.height()) // 2), own)
            left += size.width() + self._theme.px(_GAP)

    def _wide(self, parts: Sequence[Sized]) -> int:
        return sum(size.width() for _, size in parts) + self._theme.px(_GAP) * max(0, len(parts) - 1)
