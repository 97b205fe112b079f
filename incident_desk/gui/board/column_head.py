"""The head of a column: step box, name, how many of the limit; over it a pill and a line, never a block."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from incident_desk.domain.limits import over
from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.flags import paint_pill, pill_width
from incident_desk.gui.paint.steps import paint_column_box
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted


class ColumnHead(Painted):
    """Shows the step and its count. Its spoken name says both."""

    def __init__(self, step: Step, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._step = step
        self._count = 0
        self._limit = 0
        self.show_count(0, 0)

    def show_count(self, count: int, limit: int) -> None:
        """`limit` 0: none is set."""
        self._count, self._limit = count, limit
        self.setAccessibleName(f"{said(STEP_NAMES[self._step])}, {self._words()}")
        self.updateGeometry()
        self.update()

    @property
    def over(self) -> int:
        return over(self._count, self._limit)

    def _words(self) -> str:
        if self._limit:
            return self.tr("{count} of {limit}").format(count=self._count, limit=self._limit)
        return str(self._count)

    def sizeHint(self) -> QSize:
        rows = 2 if self.over else 1
        return QSize(self._theme.px(180), self._theme.px(30 + 20 * (rows - 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(90), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        side = theme.px(22)
        row = QRectF(theme.px(10), 0, self.width() - theme.px(18), theme.px(30))
        paint_column_box(painter, QRectF(row.left(), row.center().y() - side / 2, side, side), int(self._step), theme)
        taken = self._paint_count(painter, row, theme)
        name = row.adjusted(side + theme.px(8), 0, -taken - theme.px(4), 0)
        brush.words(painter, name, said(STEP_NAMES[self._step]), theme, role="column-head", colour=theme.tokens.ink)
        if self.over:
            below = QRectF(row.left(), row.bottom(), row.width(), theme.px(18))
            text = self.tr("%n over the limit", None, self.over)
            brush.words(painter, below, text, theme, role="hint-strong", colour=theme.tokens.high)
        painter.end()

    def _paint_count(self, painter: QPainter, row: QRectF, theme: Theme) -> float:
        words = self._words()
        if self.over:
            at = QPointF(row.right(), row.center().y() - theme.px(11))
            paint_pill(painter, at, words, theme, icon="alert-triangle", colour="high", from_right=True)
            return pill_width(words, theme, "alert-triangle")
        return brush.words(painter, row, words, theme, role="countdown", colour=theme.tokens.ink2, align=brush.RIGHT)
