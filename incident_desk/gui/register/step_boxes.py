"""The five digits in squares, as a widget."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.domain.vocabulary import Step
from incident_desk.gui.paint.steps import five_boxes_width, paint_five_boxes
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted


class StepBoxes(Painted):
    """`now` None: all five are done. The words beside it say the same, so it has no name of its own."""

    def __init__(self, now: Step | None, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._now = now
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(five_boxes_width(self._theme, digits=True)) + 1, self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_five_boxes(QPainter(self), 0, self.height() / 2, self._now, self._theme, digits=True)
