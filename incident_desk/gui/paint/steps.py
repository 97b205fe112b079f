"""The five boxes and the digits in squares: they mean steps and nothing else."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from incident_desk.domain.vocabulary import Step
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme


class StepState(Enum):
    DONE = auto()
    NOW = auto()
    TO_COME = auto()


def state_of(step: Step, now: Step | None) -> StepState:
    """How a step stands in a record that is in `now`; None: all five are done."""
    if now is None or step < now:
        return StepState.DONE
    return StepState.NOW if step == now else StepState.TO_COME


def five_boxes_width(theme: Theme, *, digits: bool = False) -> float:
    edge, gap = _sizes(theme, digits)
    return 5 * edge + 4 * gap


def _sizes(theme: Theme, digits: bool) -> tuple[int, int]:
    return (theme.px(22), theme.px(8)) if digits else (theme.px(9), theme.px(2))


def paint_five_boxes(
    painter: QPainter, x: float, middle: float, now: Step | None, theme: Theme, *, digits: bool = False
) -> float:
    """The steps of a record in a row, vertically centred on `middle`. `now` None: all are done."""
    edge, gap = _sizes(theme, digits)
    for step in Step:
        rect = QRectF(round(x) + (step - 1) * (edge + gap), round(middle - edge / 2), edge, edge)
        paint_step_box(painter, rect, state_of(step, now), theme, digit=step if digits else None)
    return five_boxes_width(theme, digits=digits)


def paint_step_box(
    painter: QPainter, rect: QRectF, state: StepState, theme: Theme, *, digit: int | None = None
) -> None:
    """One box: filled = done, heavy outline with tint = now, light outline = to come."""
    tokens = theme.tokens
    radius = min(theme.px(3), rect.width() / 4)
    brush.smooth(painter)
    if state is StepState.DONE:
        brush.box(painter, rect, radius, tokens.petrol)
    elif state is StepState.NOW:
        brush.box(painter, rect, radius, tokens.tint2, tokens.petrol, width=2 if digit else 1.6)
    else:
        brush.box(painter, rect, radius, tokens.paper, tokens.line2, width=1.2)
    if digit is not None:
        _digit(painter, rect, digit, _digit_colour(state, theme), theme)


def _digit_colour(state: StepState, theme: Theme) -> QColor:
    colours = {StepState.DONE: theme.tokens.onpetrol, StepState.NOW: theme.tokens.petrol}
    return colours.get(state, theme.tokens.ink2)


def _digit(painter: QPainter, rect: QRectF, digit: int, colour: QColor, theme: Theme) -> None:
    role = "body-strong" if rect.width() < theme.px(25) else "section"
    brush.words(painter, rect, str(int(digit)), theme, role=role, colour=colour, align=brush.CENTRE)


def paint_column_box(painter: QPainter, rect: QRectF, digit: int, theme: Theme) -> None:
    """The digit of a step in a solid petrol square, for heads of columns and pages."""
    brush.smooth(painter)
    brush.box(painter, rect, theme.px(3), theme.tokens.petrol)
    _digit(painter, rect, digit, theme.tokens.onpetrol, theme)


def paint_rail_box(painter: QPainter, rect: QRectF, step: Step, state: StepState, theme: Theme) -> None:
    """The box of a step in the rail: a tick once done, solid now, an outline to come."""
    tokens = theme.tokens
    brush.smooth(painter)
    if state is StepState.TO_COME:
        brush.box(painter, rect, theme.px(5), tokens.desk, tokens.line2, width=theme.px(1.5))
        _digit(painter, rect, step, tokens.ink2, theme)
        return
    brush.box(painter, rect, theme.px(5), tokens.petrol)
    if state is StepState.DONE:
        paint_tick(painter, rect, tokens.onpetrol)
    else:
        _digit(painter, rect, step, tokens.onpetrol, theme)


def paint_tick(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A tick inside a square, for boxes and rings."""
    unit = rect.width() / 18
    pen = QPen(colour, max(1.6, unit * 1.9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    brush.smooth(painter)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = ((4.6, 9.4), (7.7, 12.4), (13.4, 6.2))
    painter.drawPolyline(QPolygonF([rect.topLeft() + QPointF(x * unit, y * unit) for x, y in corners]))
