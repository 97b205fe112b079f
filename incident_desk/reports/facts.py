"""Key facts in a grid of four columns, as on a form: a small label, the value, a remark below."""

from __future__ import annotations

from incident_desk.reports.columns import Cell, Place, side_by_side, written
from incident_desk.reports.ink import INK, INK_SECOND, INK_THIRD, LINE, LINE_STRONG, ORANGE
from incident_desk.reports.paper import FACT, LABEL, SMALL, Frame, Strip
from incident_desk.reports.prose import section_head
from incident_desk.reports.sheet import Sheet
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import Fact, FactsBlock

COLUMNS = 4
_PAD = 7.0  # between the upright line and the text
_ABOVE, _BELOW = 3.0, 4.0


def facts_grid(facts: tuple[Fact, ...], frame: Frame, texts: Texts) -> list[Strip]:
    """Rows of four, wide facts by themselves; strong lines close the grid above and below, light ones part rows and
    columns. Where a row has fewer facts, its last one has the room of those that are not there.
    """
    width = frame.width / COLUMNS
    lefts = [frame.left + column * width for column in range(COLUMNS)]
    places = [Place(left + (_PAD if column else 0), width - 2 * _PAD) for column, left in enumerate(lefts)]
    strips: list[Strip] = []
    rows = _rows(facts)
    for n, row in enumerate(rows):
        room = places[: len(row)]
        if len(row) < COLUMNS:
            room[-1] = Place(room[-1].x, frame.right - _PAD - room[-1].x)
        cells = [_cell(fact, place.width, texts) for fact, place in zip(row, room, strict=True)]
        lines = _Lines(frame, lefts[: len(row)], n == 0, n == len(rows) - 1)
        strips += side_by_side(cells, room, _ABOVE, _BELOW, lines)
    return strips


def _rows(facts: tuple[Fact, ...]) -> list[list[Fact]]:
    """Four in a row, and a wide one by itself; their order stays."""
    rows: list[list[Fact]] = []
    for fact in facts:
        if not rows or fact.wide or rows[-1][-1].wide or len(rows[-1]) == COLUMNS:
            rows.append([])
        rows[-1].append(fact)
    return rows


def facts_block(block: FactsBlock, frame: Frame, texts: Texts) -> list[Strip]:
    return section_head(block.title, block.hint, frame) + facts_grid(block.facts, frame, texts)


def _cell(fact: Fact, width: float, texts: Texts) -> Cell:
    cell = written(fact.label, LABEL, width, INK_THIRD)
    if fact.missing:
        cell += written(fact.value or texts.say("papers.missing"), FACT, width, ORANGE)
    elif fact.value:
        cell += written(fact.value, FACT, width, INK)
    if fact.remark:
        cell += written(fact.remark, SMALL, width, INK_SECOND)
    return cell


class _Lines:
    """The lines round one row of facts."""

    def __init__(self, frame: Frame, lefts: list[float], opens: bool, closes: bool) -> None:
        self._frame, self._lefts, self._opens, self._closes = frame, lefts, opens, closes

    def __call__(self, sheet: Sheet, top: float, bottom: float, first: bool, last: bool) -> None:
        left, right = self._frame.left, self._frame.right
        if first and self._opens:
            sheet.rule(left, right, top, 0.8, LINE_STRONG)
        for x in self._lefts[1:]:
            sheet.upright(x, bottom, top, 0.5, LINE)
        if last:
            strong = self._closes
            sheet.rule(left, right, bottom, 0.8 if strong else 0.5, LINE_STRONG if strong else LINE)
