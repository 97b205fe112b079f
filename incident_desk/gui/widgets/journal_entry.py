"""One entry of the journal as it is painted: time, thread, who, what, old and new, reason."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from incident_desk.gui.models.line_model import LINE, Index
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.lines import Lines, broken, paint_lines
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.journal_lines import Change, JournalLine

_THREAD, _WORDS, _RIGHT, _GAP, _ARROW = 44, 58, 6, 11, 23


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with its clock time; `day` is said on the first entry of a day."""

    line: JournalLine
    clock: str
    day: str

    def in_words(self) -> str:
        line = self.line
        parts = [f"{self.clock}, {line.who} {line.what}", *map(_in_words, line.changes), _reason(line)]
        return " ".join(_as_sentence(part) for part in parts if part)


def _as_sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _in_words(change: Change) -> str:
    if change.old and change.new:
        sentence = QCoreApplication.translate("Journal", "{label}: from {old} to {new}")
    elif change.old:
        sentence = QCoreApplication.translate("Journal", "{label}: {old}, taken away")
    else:
        sentence = "{label}: {new}"
    return sentence.format(label=change.label, old=change.old, new=change.new)


def _reason(line: JournalLine) -> str:
    if not line.reason:
        return ""
    return QCoreApplication.translate("Journal", "Reason: {reason}").format(reason=line.reason)


@dataclass(frozen=True)
class _Piece:
    """A paragraph of an entry, broken to the width it has."""

    lines: Lines
    role: str
    colour: QColor
    indent: float = 0
    struck: bool = False
    arrow: bool = False
    beside: str = ""  # the new value, where both fit on one line


class EntryDelegate(QStyledItemDelegate):
    """Paints entries over a list of `Shown`, as high as their words."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        height = sum(piece.lines.height for piece in self._pieces(index.data(LINE), width))
        return QSize(self._theme.px(160), round(height) + self._theme.px(_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        area = QRectF(option.rect)
        self._paint_state(painter, area, option)
        shown: Shown = index.data(LINE)
        theme, px = self._theme, self._theme.px
        brush.smooth(painter)
        day = self._day_height(shown)
        top = area.top() + day
        self._paint_thread(painter, area.adjusted(0, day, 0, 0), day, index)
        row = QRectF(area.left(), top, px(_THREAD) - px(8), theme.metrics("hint-strong").height())
        brush.words(painter, row, shown.clock, theme, role="hint", colour=theme.tokens.ink3, align=brush.RIGHT)
        self._paint_pieces(painter, area, self._pieces(shown, option.rect.width()))
        painter.restore()

    def _paint_state(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, tokens.tint)
        if option.state & QStyle.StateFlag.State_HasFocus:
            brush.smooth(painter)
            brush.box(painter, area.adjusted(1, 0, -1, -1), px(4), None, tokens.petrol, width=px(2))

    def _paint_thread(self, painter: QPainter, area: QRectF, day: float, index: Index) -> None:
        """The thread runs to the first entry of all; the newest box is filled."""
        tokens, px = self._theme.tokens, self._theme.px
        edge, x = px(8), area.left() + px(_THREAD)
        middle = area.top() + self._theme.metrics("hint-strong").height() / 2
        last = index.row() == index.model().rowCount() - 1
        painter.setPen(QPen(tokens.line2, 1))
        if not last:
            painter.drawLine(QPointF(x, middle + edge / 2), QPointF(x, area.bottom()))
        if index.row():
            painter.drawLine(QPointF(x, area.top() - day), QPointF(x, middle - edge / 2))
        mark = QRectF(x - edge / 2, middle - edge / 2, edge, edge)
        fill = tokens.petrol if index.row() == 0 else tokens.paper
        brush.box(painter, mark, px(2), fill, tokens.petrol, width=max(1.4, px(1.4)))

    def _paint_pieces(self, painter: QPainter, area: QRectF, pieces: list[_Piece]) -> None:
        theme, px = self._theme, self._theme.px
        top = area.top()
        for piece in pieces:
            at = QPointF(area.left() + px(_WORDS) + piece.indent, top)
            if piece.arrow:
                middle = QPointF(at.x() - px(20), top + piece.lines.line_height / 2)
                brush.icon(painter, middle, "arrow-narrow-right", theme, colour="ink2", size=15)
            paint_lines(painter, at, piece.lines, theme, role=piece.role, colour=piece.colour)
            if piece.struck:
                self._strike(painter, at, piece)
            if piece.beside:
                self._paint_beside(painter, at, piece)
            top += piece.lines.height

    def _paint_beside(self, painter: QPainter, at: QPointF, piece: _Piece) -> None:
        theme, px = self._theme, self._theme.px
        left = at.x() + brush.width_of(piece.lines.lines[0], piece.role, theme) + px(8)
        brush.icon(painter, QPointF(left, at.y() + piece.lines.line_height / 2), "arrow-narrow-right", theme, size=15)
        place = QPointF(left + px(_ARROW), at.y())
        brush.line(painter, place, piece.beside, theme, role="hint-strong", colour=theme.tokens.ink)

    def _strike(self, painter: QPainter, at: QPointF, piece: _Piece) -> None:
        painter.setPen(QPen(piece.colour, 1))
        for number, line in enumerate(piece.lines.lines):
            y = round(at.y() + (number + 0.55) * piece.lines.line_height) + 0.5
            width = brush.width_of(line, piece.role, self._theme)
            painter.drawLine(QPointF(at.x(), y), QPointF(at.x() + width, y))

    def _day_height(self, shown: Shown) -> float:
        return float(round(self._theme.metrics("hint").height())) if shown.day else 0.0

    def _pieces(self, shown: Shown, width: int) -> list[_Piece]:
        tokens, px = self._theme.tokens, self._theme.px
        room = max(px(60), width - px(_WORDS) - px(_RIGHT))
        line = shown.line
        pieces = [_Piece(self._broken(shown.day, "hint", room), "hint", tokens.ink3)] if shown.day else []
        pieces.append(_Piece(self._broken(line.who, "hint-strong", room), "hint-strong", tokens.ink))
        pieces.append(_Piece(self._broken(line.what, "hint", room), "hint", tokens.ink))
        for change in line.changes:
            pieces += self._change(change, room)
        if reason := _reason(line):
            pieces.append(_Piece(self._broken(reason, "hint", room), "hint", tokens.ink3))
        return pieces

    def _change(self, change: Change, room: float) -> list[_Piece]:
        """Old value struck through, arrow, new value: on one line if they fit, else one below the other."""
        tokens, indent = self._theme.tokens, self._theme.px(20)
        if change.old and change.new and self._fits(change, room):
            old = self._broken(change.old, "hint", room)
            return [_Piece(old, "hint", tokens.ink3, struck=True, beside=change.new)]
        pieces = []
        if change.old:
            old = self._broken(change.old, "hint", room)
            pieces.append(_Piece(old, "hint", tokens.ink3, struck=True))
        if change.new and change.old:
            new = self._broken(change.new, "hint-strong", room - indent)
            pieces.append(_Piece(new, "hint-strong", tokens.ink, indent=indent, arrow=True))
        return pieces

    def _fits(self, change: Change, room: float) -> bool:
        old = brush.width_of(change.old, "hint", self._theme)
        new = brush.width_of(change.new, "hint-strong", self._theme)
        plain = not set("\n\r") & set(change.old + change.new)
        return plain and old + self._theme.px(8 + _ARROW) + new <= room

    def _broken(self, text: str, role: str, room: float) -> Lines:
        return broken(text, role, room, self._theme)
