"""The five boxes: filled with a tick is done, a heavy edge is now, a light one to come, a dashed one skipped."""

from __future__ import annotations

from incident_desk.reports.columns import Cell, Place, height, side_by_side, written
from incident_desk.reports.ink import (
    INK,
    INK_SECOND,
    INK_THIRD,
    LINE_STRONG,
    ORANGE,
    PAPER,
    PETROL,
    PETROL_TINT,
    Ink,
)
from incident_desk.reports.marks import tick
from incident_desk.reports.paper import HEAD, LABEL_STRONG, SMALL, Frame, Strip
from incident_desk.reports.sheet import Sheet
from incident_desk.usecases.papers import StepBox, StepState

_GAP = 4.0
_INDENT = 23.0  # room for digit or tick
_PAD = 4.5
_LINES = 3  # the boxes are at least this many lines high


def five_boxes(steps: tuple[StepBox, ...], frame: Frame) -> list[Strip]:
    width = (frame.width - _GAP * (len(steps) - 1)) / len(steps)
    lefts = [frame.left + number * (width + _GAP) for number in range(len(steps))]
    places = [Place(left + _INDENT, width - _INDENT - 4) for left in lefts]
    cells = [_cell(step, place.width) for step, place in zip(steps, places, strict=True)]
    least = LABEL_STRONG.leading + (_LINES - 1) * SMALL.leading
    spare = max(0.0, least - max(map(height, cells), default=0.0))

    def decorate(sheet: Sheet, top: float, bottom: float, first: bool, last: bool) -> None:
        for step, left in zip(steps, lefts, strict=True):
            _ground(sheet, step, left, width, top, bottom, first)

    return side_by_side(cells, places, _PAD, _PAD + spare, decorate)


def _cell(step: StepBox, width: float) -> Cell:
    name, line, missing = _inks(step.state)
    cell = written(step.name, LABEL_STRONG, width, name)
    for text in step.lines:
        cell += written(text, SMALL, width, line)
    if step.missing:
        cell += written(step.missing, SMALL, width, missing)
    return cell


def _inks(state: StepState) -> tuple[Ink, Ink, Ink]:
    if state is StepState.DONE:
        return PAPER, PAPER, PAPER
    if state is StepState.CURRENT:
        return INK, INK, ORANGE
    return INK_SECOND, INK_THIRD, ORANGE


def _ground(sheet: Sheet, step: StepBox, left: float, width: float, top: float, bottom: float, first: bool) -> None:
    grounds = {
        StepState.DONE: (PETROL, PETROL, 0.8),
        StepState.CURRENT: (PETROL_TINT, PETROL, 1.5),
        StepState.TO_COME: (None, LINE_STRONG, 0.6),
        StepState.SKIPPED: (None, LINE_STRONG, 0.6),
    }
    ground, edge, weight = grounds[step.state]
    dashed = step.state is StepState.SKIPPED
    sheet.panel(left, bottom, width, top - bottom, 3, ground, edge, weight, dashed)
    if not first:
        return
    middle = top - _PAD - LABEL_STRONG.leading / 2
    if step.state is StepState.DONE:
        sheet.draw(tick(left + _INDENT / 2 + 0.5, middle, 8, PAPER))
    else:
        ink = PETROL if step.state is StepState.CURRENT else INK_THIRD
        sheet.write(HEAD, str(step.number), left + 8, middle - HEAD.size * 0.357, ink)
