"""Signatures, two in a row: who signed, when, and what it means. One that is missing is a line for a pen."""

from __future__ import annotations

from incident_desk.reports.columns import Cell, Place, Written, baseline, side_by_side, written
from incident_desk.reports.ink import INK, INK_SECOND, INK_THIRD, LINE_STRONG, PETROL
from incident_desk.reports.lines import NO_LINE, Style, single_line
from incident_desk.reports.marks import ticked_box
from incident_desk.reports.paper import CELL, LABEL, SMALL, STRONG, Frame, Strip
from incident_desk.reports.prose import section_head
from incident_desk.reports.sheet import Sheet
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import SignatureBlock, SignatureBox

_GAP = 8.0
_PAD = 8.0
_ABOVE, _BELOW = 4.0, 6.0
_PEN = 20.0  # room to write above the line
_TICK = 9.0
_CAPTION = Style(SMALL.weight, SMALL.size, 10.4)
_DATE_AT = 0.66  # where on the line the date begins, as part of it


def signature_block(block: SignatureBlock, frame: Frame, texts: Texts) -> list[Strip]:
    strips = section_head(block.title or texts.say("papers.signatures"), block.hint, frame)
    width = (frame.width - _GAP) / 2
    lefts = [frame.left, frame.left + width + _GAP]
    places = [Place(left + _PAD, width - 2 * _PAD) for left in lefts]
    for start in range(0, len(block.boxes), 2):
        boxes = block.boxes[start : start + 2]
        cells = [_cell(box, places[0].width, texts) for box in boxes]
        cells += [[] for _ in range(2 - len(cells))]
        row = side_by_side(cells, places, _ABOVE, _BELOW, _Boxes(boxes, lefts, width, texts))
        row[0].gap = _GAP if start else 0.0
        strips += row
    return strips


def _cell(box: SignatureBox, width: float, texts: Texts) -> Cell:
    cell = written(box.label, LABEL, width * 0.6, INK_THIRD)
    meaning = texts.say("papers.meaning", meaning=box.meaning)
    if box.name is not None:
        cell += written(box.name, STRONG, width)
        cell += written(box.when, CELL, width)
    else:
        date = single_line(texts.say("papers.date_and_time"), _CAPTION)
        cell.append(Written(NO_LINE, SMALL, INK, _PEN))
        cell.append(Written(date, _CAPTION, INK_THIRD, 0.0, width * _DATE_AT))
        cell += written(texts.say("papers.name_and_signature"), _CAPTION, width * _DATE_AT, INK_THIRD)
    return cell + written(meaning, CELL, width, INK_SECOND)


class _Boxes:
    """Edges of a row of signatures, the tick of a signed one, the pen line of one that is not."""

    def __init__(self, boxes: tuple[SignatureBox, ...], lefts: list[float], width: float, texts: Texts) -> None:
        self._boxes, self._lefts, self._width, self._texts = boxes, lefts, width, texts

    def __call__(self, sheet: Sheet, top: float, bottom: float, first: bool, last: bool) -> None:
        for box, left in zip(self._boxes, self._lefts, strict=False):
            sheet.panel(left, bottom, self._width, top - bottom, 4 if first and last else 0, None, LINE_STRONG)
            if first:
                self._state(sheet, box, left, top - _ABOVE)

    def _state(self, sheet: Sheet, box: SignatureBox, left: float, top: float) -> None:
        right = left + self._width - _PAD
        y = baseline(top, LABEL)
        if box.name is None:
            sheet.write(SMALL, self._texts.say("papers.not_signed"), right, y, INK_THIRD, right=True)
            pen = top - self._label_height(box) - _PEN + 1.5
            sheet.rule(left + _PAD, left + _PAD + (right - left - _PAD) * (_DATE_AT - 0.04), pen, 0.7, INK)
            sheet.rule(left + _PAD + (right - left - _PAD) * _DATE_AT, right, pen, 0.7, INK)
            return
        ticked_box(sheet, right - _TICK, top - LABEL.leading + 0.5, _TICK)
        if box.entry is not None:
            words = self._texts.say("papers.signed_at", entry=box.entry)
            sheet.write(SMALL, words, right - _TICK - 4, y, PETROL, right=True)

    def _label_height(self, box: SignatureBox) -> float:
        label = written(box.label, LABEL, (self._width - 2 * _PAD) * 0.6)
        return sum(each.drop for each in label)
