"""The foot of each page: which page of how many, what it covers, as of when, and how to prove it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from incident_desk.reports.columns import written
from incident_desk.reports.ink import INK, INK_SECOND, INK_THIRD, LINE_STRONG, ORANGE, Ink
from incident_desk.reports.lines import Line, Style, single_line
from incident_desk.reports.paper import LABEL, LABEL_STRONG, MARGIN_BOTTOM, MILLIMETRE, SMALL, SMALL_STRONG
from incident_desk.reports.qr import qr_squares
from incident_desk.reports.sheet import Sheet
from incident_desk.reports.tables import in_fours
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import FooterFacts, ListPaper, OverviewPaper, PaperHead

QR_SIZE = 22 * MILLIMETRE
_RULE_GAP = 7.0  # between the rule and the first line
_LINE = 10.4
_BETWEEN = 5.0  # from one part of a row to the next
_SHORT = 19  # characters of a hash that people compare: four groups of four
_CODE = "Code"


class _Part(NamedTuple):
    style: Style
    line: Line
    ink: Ink


class Footer:
    """Lines that are the same on each page, the page number and the code. `height` is what the foot takes.

    A row without parts stays free for the proof, where the hash is known only when the last page is there.
    """

    def __init__(self, texts: Texts, left: float, right: float, rows: Sequence[Sequence[_Part]]) -> None:
        self._texts, self._left, self._right = texts, left, right
        self._rows = rows
        self.height = MARGIN_BOTTOM + max(_RULE_GAP + _LINE * len(rows), QR_SIZE + 3)

    def paint(self, sheet: Sheet) -> None:
        top = self.height
        sheet.rule(self._left, self._right, top, 0.8, LINE_STRONG)
        x, y = self._left + self._page_room(), self._first_line
        for row in self._rows:
            for part in row:
                sheet.text(part.style, part.line, x, y, part.ink)
                x += part.line.width + _BETWEEN
            x, y = self._left, y - _LINE
        sheet.stamp(_CODE, self._right - QR_SIZE, top - 3 - QR_SIZE)

    def finish(self, sheet: Sheet, code: str, proof: Sequence[_Part] = ()) -> None:
        """Write what is known only when the last page is there: how many there are, the code, and the proof."""
        y = self._first_line
        below = self._painted(sheet, proof, y - _LINE * next((n for n, row in enumerate(self._rows) if not row), 0))
        for page in range(1, sheet.pages + 1):
            line = single_line(self._texts.say("papers.page_of", page=page, pages=sheet.pages), LABEL_STRONG)
            sheet.add_to_page(page, f"{INK} rg {sheet.letters.paint(LABEL_STRONG, line, self._left, y)}{below}")
        sheet.define(_CODE, QR_SIZE, QR_SIZE, f"{INK} rg {qr_squares(code, QR_SIZE)} f")

    def _painted(self, sheet: Sheet, row: Sequence[_Part], y: float) -> str:
        x, painted = self._left, ""
        for part in row:
            painted += f" {part.ink} rg {sheet.letters.paint(part.style, part.line, x, y)}"
            x += part.line.width + _BETWEEN
        return painted

    @property
    def _first_line(self) -> float:
        return self.height - _RULE_GAP - LABEL_STRONG.size * 0.714 + 1

    def _page_room(self) -> float:
        """Room for the page number, whatever it will be."""
        widest = self._texts.say("papers.page_of", page="0000", pages="0000")
        return single_line(widest, LABEL_STRONG).width + 8


def record_footer(facts: FooterFacts, zone: str, texts: Texts, left: float, right: float) -> Footer:
    first, last = facts.entries
    rows = [
        [
            _part(facts.number, LABEL_STRONG),
            _part(texts.say("papers.entries", first=first, last=last), LABEL, INK_SECOND),
        ],
        _as_of(facts.as_of, zone, texts),
        _hash(texts.say("papers.data_hash"), facts.sha256),
        _head(facts.head, texts),
        *_remarks(facts.read_only, facts.remark, texts, right - left - QR_SIZE - 10),
    ]
    return Footer(texts, left, right, rows)


def record_code(facts: FooterFacts) -> str:
    """What the code of a record says: the same as the foot, for a camera."""
    first, last = facts.entries
    return f"{facts.number} {first}-{last} SHA256:{facts.sha256}"


def list_footer(paper: ListPaper | OverviewPaper, texts: Texts, left: float, right: float) -> Footer:
    rows: list[list[_Part]] = [
        [_part(texts.say("papers.register", id=paper.register), LABEL, INK_SECOND)],
        _as_of(paper.as_of, paper.zone, texts),
        [],  # the hash of the data
        _head(paper.head, texts),
        *_remarks(paper.read_only, paper.remark, texts, right - left - QR_SIZE - 10),
    ]
    return Footer(texts, left, right, rows)


def finish_list(footer: Footer, sheet: Sheet, paper: ListPaper | OverviewPaper, sha256: str, texts: Texts) -> None:
    head = f" HEAD:{paper.head.index}" if paper.head else ""
    code = f"{paper.register}{head} SHA256:{sha256}"
    footer.finish(sheet, code, _hash(texts.say("papers.data_hash"), sha256))


def _part(words: str, style: Style, ink: Ink = INK) -> _Part:
    return _Part(style, single_line(words, style), ink)


def _as_of(as_of: str, zone: str, texts: Texts) -> list[_Part]:
    words = (texts.say("papers.as_of", as_of=as_of), texts.say("papers.zone", zone=zone))
    return [_part(each, SMALL, INK_SECOND) for each in words]


def _hash(label: str, digits: str) -> list[_Part]:
    """The short form stands out: it is what two people compare over the telephone."""
    grouped = in_fours(digits)
    parts = [_part(label, SMALL, INK_SECOND), _part(grouped[:_SHORT], SMALL_STRONG)]
    return [*parts, _part(grouped[_SHORT:].strip(), SMALL, INK_SECOND)] if grouped[_SHORT:] else parts


def _head(head: PaperHead | None, texts: Texts) -> list[_Part]:
    if head is None:
        return [_part(texts.say("papers.no_head"), SMALL, INK_SECOND)]
    index = f"{head.index:,}"
    if texts.language == "de":
        index = index.replace(",", ".")
    return _hash(texts.say("papers.log_head", index=index), head.hash)


def _remarks(read_only: bool, remark: str, texts: Texts, width: float) -> list[list[_Part]]:
    rows = [[_part(texts.say("papers.read_only"), SMALL_STRONG, ORANGE)]] if read_only else []
    for each in written(remark, SMALL, width) if remark else []:
        rows.append([_Part(SMALL, each.line, INK_THIRD)])
    return rows
