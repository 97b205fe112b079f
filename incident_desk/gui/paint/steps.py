"""The five boxes and the digits in squares: they mean steps and nothing else."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from incident_desk.domain.vocabulary import Step
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.look import Look


class StepState(Enum):
    DONE = auto()
    NOW = auto()
    TO_COME = auto()


def state_of(step: Step, now: Step | None) -> StepState:
    """How a step stands in a record that is in `now`; None: all five are done."""
    if now is None or step < now:
        return StepState.DONE
    return StepState.NOW if step == now else StepState.TO_COME


def five_boxes_width(look: Look, *, digits: bool = False) -> float:
    edge, gap = _sizes(look, digits)
    return 5 * edge + 4 * gap


def five_boxes_height(look: Look, *, digits: bool = False) -> int:
    return _sizes(look, digits)[0]


def _sizes(look: Look, digits: bool) -> tuple[int, int]:
    return (look.px(22), look.px(8)) if digits else (look.px(9), look.px(2))


def paint_five_boxes(
    painter: QPainter, x: float, middle: float, now: Step | None, look: Look, *, digits: bool = False
) -> float:
    """The steps of a record in a row, vertically centred on `middle`. `now` None: all are done."""
    edge, gap = _sizes(look, digits)
    for step in Step:
        rect = QRectF(round(x) + (step - 1) * (edge + gap), round(middle - edge / 2), edge, edge)
        paint_step_box(painter, rect, state_of(step, now), look, digit=step if digits else None)
    return five_boxes_width(look, digits=digits)


def paint_step_box(
    painter: QPainter, rect: QRectF, state: StepState, look: Look, *, digit: int | None = None
) -> None:
    """One box: filled = done, heavy outline with tint = now, light outline = to come."""
    tokens = look.tokens
    radius = min(look.px(3), rect.width() / 4)
    with brush.kept(painter):
        if state is StepState.DONE:
            brush.box(painter, rect, radius, tokens.petrol)
        elif state is StepState.NOW:
            brush.box(painter, rect, radius, tokens.tint2, tokens.petrol, 2 if digit else 1.6)
        else:
            brush.box(painter, rect, radius, tokens.paper, tokens.line2, 1.2)
        if digit is not None:
            _digit(painter, rect, digit, _digit_colour(state, look), look)


def _digit_colour(state: StepState, look: Look) -> QColor:
    colours = {StepState.DONE: look.tokens.onpetrol, StepState.NOW: look.tokens.petrol}
    return colours.get(state, look.tokens.ink2)


def _digit(painter: QPainter, rect: QRectF, digit: int, colour: QColor, look: Look) -> None:
    role = "body-strong" if rect.width() < look.px(25) else "section"
    painter.setFont(look.font(role))
    painter.setPen(colour)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(int(digit)))


def paint_column_box(painter: QPainter, rect: QRectF, digit: int, look: Look) -> None:
    """The digit of a step in a solid petrol square, for heads of columns and pages."""
    with brush.kept(painter):
        brush.box(painter, rect, look.px(3), look.tokens.petrol)
        _digit(painter, rect, digit, look.tokens.onpetrol, look)


def paint_rail_box(painter: QPainter, rect: QRectF, step: Step, state: StepState, look: Look) -> None:
    """The box of a step in the rail: a tick once done, solid now, an outline to come."""
    tokens = look.tokens
    with brush.kept(painter):
        if state is StepState.TO_COME:
            brush.box(painter, rect, look.px(5), tokens.desk, tokens.line2, look.px(1.5))
            _digit(painter, rect, step, tokens.ink2, look)
            return
        brush.box(painter, rect, look.px(5), tokens.petrol)
        if state is StepState.DONE:
            paint_tick(painter, rect, tokens.onpetrol)
        else:
            _digit(painter, rect, step, tokens.onpetrol, look)


def paint_tick(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A tick inside a square, for boxes and rings."""
    unit = rect.width() / 18
    pen = QPen(colour, max(1.6, unit * 1.9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    with brush.kept(painter):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = ((4.6, 9.4), (7.7, 12.4), (13.4, 6.2))
        painter.drawPolyline(QPolygonF([rect.topLeft() + QPointF(x * unit, y * unit) for x, y in corners]))
