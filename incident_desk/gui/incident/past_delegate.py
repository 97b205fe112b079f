"""Paints the look back: headings, labels beside values, and old beside new with the words that differ marked.

What went is struck through, what came is underlined and heavier: nobody has to see colours to tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from incident_desk.domain.word_changes import How, Piece
from incident_desk.gui.incident.past_lines import PastLine
from incident_desk.gui.models.line_model import LINE, Index
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme

_PAD, _BETWEEN, _HEADING_ABOVE = 8, 24, 14
_LABEL_SHARE = 0.3
_ROLE = "body"


class PastDelegate(QStyledItemDelegate):
    """Rows as high as their texts."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: PastLine = index.data(LINE)
        width = self._view.viewport().width()
        key = ("past", line, width)
        return QSize(self._theme.px(160), self._theme.remember(key, lambda: self._height(line, width)))

    def _height(self, line: PastLine, width: int) -> int:
        px = self._theme.px
        if line.is_heading:
            return round(self._theme.metrics("section").height()) + px(_HEADING_ABOVE + _PAD)
        columns = self._columns(line, width)
        return round(max(_tall(layout) for _, layout in columns) + self._above(line)) + 2 * px(_PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        line: PastLine = index.data(LINE)
        area, theme, px = QRectF(option.rect), self._theme, self._theme.px
        self._paint_state(painter, area, option)
        brush.smooth(painter)
        if line.is_heading:
            place = area.adjusted(px(_PAD), px(_HEADING_ABOVE), 0, 0)
            brush.words(painter, place, line.label, theme, role="section", colour=theme.tokens.ink)
        else:
            self._paint_line(painter, area, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRectF, line: PastLine) -> None:
        theme, px = self._theme, self._theme.px
        brush.hairline(painter, area.bottomLeft(), area.bottomRight(), theme)
        top = area.top() + px(_PAD)
        if line.pieces:
            row = QRectF(area.left() + px(_PAD), top, area.width() - 2 * px(_PAD), self._above(line))
            named = f"{line.label}   {line.remark}" if line.remark else line.label
            brush.words(painter, row, named, theme, role="hint-strong", colour=theme.tokens.ink2)
        for left, layout in self._columns(line, round(area.width())):
            painter.setPen(theme.tokens.ink)
            layout.draw(painter, QPointF(area.left() + left, top + self._above(line)))

    def _paint_state(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, tokens.tint)
        if option.state & QStyle.StateFlag.State_HasFocus:
            brush.box(painter, area.adjusted(1, 0, -1, -1), px(4), None, tokens.petrol, width=px(2))

    def _above(self, line: PastLine) -> float:
        return self._theme.metrics("hint-strong").height() + self._theme.px(2) if line.pieces else 0.0

    def _columns(self, line: PastLine, width: int) -> list[tuple[float, QTextLayout]]:
        """Where each column begins, and its text: label and value, or old and new."""
        px = self._theme.px
        room = width - 2 * px(_PAD) - px(_BETWEEN)
        share = 0.5 if line.pieces else _LABEL_SHARE
        first, second = max(px(60), room * share), max(px(60), room * (1 - share))
        left = px(_PAD), px(_PAD) + first + px(_BETWEEN)
        if not line.pieces:
            label, value = (Piece(line.label, How.SAME),), (Piece(line.value, How.SAME),)
            return [(left[0], self._laid(label, first, "ink2")), (left[1], self._laid(value, second, "ink"))]
        old = [piece for piece in line.pieces if piece.how is not How.NEW]
        new = [piece for piece in line.pieces if piece.how is not How.GONE]
        return [(left[0], self._side(old, first, "ink2")), (left[1], self._side(new, second, "ink"))]

    def _side(self, pieces: Sequence[Piece], width: float, ink: str) -> QTextLayout:
        if pieces:
            return self._laid(pieces, width, ink)
        nothing = QCoreApplication.translate("Past", "nothing stated")
        return self._laid([Piece(nothing, How.SAME)], width, "ink3")

    def _laid(self, pieces: Sequence[Piece], width: float, ink: str) -> QTextLayout:
        text = "".join(piece.text for piece in pieces).replace("\n", "\u2028")
        layout = QTextLayout(text, self._theme.font(_ROLE))
        layout.setFormats(list(self._formats(pieces, self._theme.tokens.colour(ink))))
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _formats(self, pieces: Sequence[Piece], ink: QColor) -> list[QTextLayout.FormatRange]:
        found, start = [], 0
        for piece in pieces:
            length = len(piece.text.encode("utf-16-le", "surrogatepass")) // 2  # as Qt counts
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, length, self._format(piece.how, ink)
            found.append(span)
            start += length
        return found

    def _format(self, how: How, ink: QColor) -> QTextCharFormat:
        tokens, look = self._theme.tokens, QTextCharFormat()
        look.setForeground(ink)
        if how is How.GONE:
            look.setFontStrikeOut(True)
            look.setForeground(tokens.crit)
            look.setBackground(tokens.crit_ground)
        elif how is How.NEW:
            look.setFontUnderline(True)
            look.setFontWeight(QFont.Weight.DemiBold)
            look.setForeground(tokens.ok)
            look.setBackground(tokens.ok_ground)
        return look


def _tall(layout: QTextLayout) -> float:
    return layout.boundingRect().height()
