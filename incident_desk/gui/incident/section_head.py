"""The head of a section: what stands beside the title goes below it where the width ends; no word is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.placing import Placing, size_in

_GAP, _BELOW, _ABOVE_RULE = 12, 2, 6  # pixels of the design

Sized = tuple[QWidget, QSize]


class SectionHead(Placing):
    """Title, what the section holds in ink2, what is missing and a button at the right, a hairline below."""

    def __init__(self, title: str, hint: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.title = PlainLabel(title, theme, self, role="section")
        self.hint = PlainLabel(hint, theme, self, role="body", ink="ink2")
        self.hint.setVisible(bool(hint))
        self._right: list[QWidget] = []
        self._rule = Rule(theme, self)

    def add_right(self, part: QWidget) -> None:
        hidden = part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        part.setParent(self)
        part.setVisible(not hidden)
        self._right.append(part)
        self.arrange()

    def places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        top = 0
        for left, right in self._lines(width):
            high = max(size.height() for _, size in (*left, *right))
            yield from self._in_line(left, 0, top, high)
            yield from self._in_line(right, width - self._wide(right), top, high)
            top += high + self._theme.px(_BELOW)
        top += self._theme.px(_ABOVE_RULE - _BELOW)
        yield self._rule, QRect(0, top, width, self._rule.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self.heightForWidth(max(self.width(), self._theme.px(300))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def _lines(self, width: int) -> list[tuple[list[Sized], list[Sized]]]:
        """What stands at the left and at the right of each line: all in one, or the hint below, or the rest too."""
        title = _sized([self.title], width)
        hint = _sized([self.hint], width)
        right = _sized(self._right, width)
        if self._wide([*title, *hint, *right]) <= width:
            return [(title + hint, right)]
        if self._wide([*title, *right]) <= width:
            return [(title, right), (hint, [])]
        first: list[tuple[list[Sized], list[Sized]]]
        first = [(title + hint, [])] if self._wide([*title, *hint]) <= width else [(title, []), (hint, [])]
        rest = [right] if self._wide(right) <= width else [[each] for each in right]
        return [line for line in (*first, *(([], part) for part in rest)) if line[0] or line[1]]

    def _in_line(self, parts: Sequence[Sized], left: int, top: int, high: int) -> Iterator[tuple[QWidget, QRect]]:
        for part, size in parts:
            yield part, QRect(QPoint(left, top + (high - size.height()) // 2), size)
            left += size.width() + self._theme.px(_GAP)

    def _wide(self, parts: Sequence[Sized]) -> int:
        return sum(size.width() for _, size in parts) + self._theme.px(_GAP) * max(0, len(parts) - 1)


def _sized(parts: Sequence[QWidget], width: int) -> list[Sized]:
    return [(part, size_in(part, width)) for part in parts if not part.isHidden()]
