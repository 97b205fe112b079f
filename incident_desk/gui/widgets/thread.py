"""What follows, one step after the other, as a short thread of squares; it stands beside a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.labels import PlainLabel

_SQUARE, _WORDS = 9, 24


class Thread(Painted):
    """Titles with a line of detail each, joined by a thin line; the first square is filled."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._title = PlainLabel(title, theme, self, role="section")
        self._heads: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(self._title)
        self._column.addSpacing(theme.u)
        self._steps = QVBoxLayout()
        self._column.addLayout(self._steps)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._space()

    def _space(self) -> None:
        self._steps.setContentsMargins(self._theme.px(_WORDS), 0, 0, 0)
        self._steps.setSpacing(self._theme.px(1))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def show_steps(self, steps: Sequence[tuple[str, str]]) -> None:
        self._clear()
        for title, detail in steps:
            head = PlainLabel(title, self._theme, self, role="body-strong")
            self._heads.append(head)
            self._steps.addWidget(head)
            self._steps.addWidget(PlainLabel(detail, self._theme, self, role="body", ink="ink2"))
            self._steps.addSpacing(round(1.5 * self._theme.u))
        self.update()

    def _clear(self) -> None:
        self._heads.clear()
        while (item := self._steps.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, edge = self._theme.tokens, self._theme.px(_SQUARE)
        middles = [head.y() + self._theme.metrics("body-strong").height() / 2 for head in self._heads]
        left = edge / 2
        for above, below in pairwise(middles):
            brush.hairline(painter, QPointF(left, above + edge), QPointF(left, below - edge), self._theme)
        brush.smooth(painter)
        for number, middle in enumerate(middles):
            square = QRectF(0, middle - edge / 2, edge, edge)
            brush.box(
                painter, square, self._theme.px(2), tokens.paper if number else tokens.petrol, tokens.petrol, width=1.5
            )
