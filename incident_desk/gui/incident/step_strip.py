"""The five boxes across the top, where the page is too narrow for the rail: press one to look at its step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.steps import paint_rail_box
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted, tool_tip
from incident_desk.gui.widgets.pressed import PaintedButton, touch_of
from incident_desk.gui.widgets.step_rail import RailStep

_BOX = 27


class _StepButton(PaintedButton):
    def __init__(self, step: Step, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.step = step
        self._shown: RailStep | None = None
        self._looked_at = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, shown: RailStep, looked_at: bool) -> None:
        self._shown, self._looked_at = shown, looked_at
        name = said(STEP_NAMES[self.step])
        self.setAccessibleName(", ".join(filter(None, (name, shown.note))))
        self.setToolTip(tool_tip(name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_BOX + 16), self._theme.px(_BOX + 26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_BOX + 8), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        brush.smooth(painter)
        theme, px, tokens = self._theme, self._theme.px, self._theme.tokens
        if self.hasFocus():
            brush.box(painter, self.area(), px(6), None, tokens.petrol, width=px(2))
        elif self._looked_at or touch_of(self).hovered:
            brush.box(painter, self.area(), px(6), tokens.tint)
        edge = px(_BOX)
        box = QRectF((self.width() - edge) / 2, px(4), edge, edge)
        paint_rail_box(painter, box, self.step, self._shown.state, theme)
        below = QRectF(px(2), box.bottom() + px(2), self.width() - 2 * px(2), theme.metrics("small").height())
        strong = self._shown.ink in {"high", "crit"}
        colour = tokens.colour(self._shown.ink if strong else "ink2")
        words = self._shown.note if strong else said(STEP_NAMES[self.step])
        role = "small-strong" if strong or self._looked_at else "small"
        brush.words(painter, below, words, theme, role=role, colour=colour, align=brush.CENTRE)


class StepStrip(Painted):
    """Signal: `step_requested` with a Step."""

    step_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Steps"))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px(2))
        self._row.setContentsMargins(theme.u, 0, theme.u, theme.px(4))
        self._buttons = {step: _StepButton(step, theme, self) for step in Step}
        for button in self._buttons.values():
            button.clicked.connect(self._on_clicked)
            self._row.addWidget(button, 1, Qt.AlignmentFlag.AlignVCenter)

    def set_steps(self, steps: Sequence[RailStep], looked_at: Step) -> None:
        for shown in steps:
            self._buttons[shown.step].show_step(shown, shown.step is looked_at)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _StepButton):
            self.step_requested.emit(button.step)
