"""The head of the assistant: the mark and the name of the program."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.labels import PlainLabel

_MARK, _LEFT = 28, 24


class Head(Painted):
    """Says which program this is; beside it, where one came from a register, the way back."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._row = QHBoxLayout(self)
        self._row.addWidget(PlainLabel("Incident Desk", theme, self, role="panel"))
        words = self.tr("incidents from the report to the signed paper")
        self._row.addWidget(PlainLabel(words, theme, self, role="body", ink="ink2", lines=1), 1)
        self._space()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def offer_way_back(self, name: str) -> Button:
        words = self.tr("Back to {register}").format(register=name)
        self.back = Button(words, self._theme, self, icon="arrow-left")
        self._row.addWidget(self.back)
        return self.back

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(_LEFT + _MARK + 12), px(13), px(_LEFT), px(13))
        self._row.setSpacing(px(12))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(58))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), self._theme.px
        painter.fillRect(self.rect(), self._theme.tokens.side)
        mark = QRect(px(_LEFT), round((self.height() - px(_MARK)) / 2), px(_MARK), px(_MARK))
        self._theme.app_mark(_MARK).paint(painter, mark)
        low = self.height() - 1
        brush.hairline(painter, QPointF(0, low), QPointF(self.width(), low), self._theme)
