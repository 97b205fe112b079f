"""Records found, as a list: number, steps and priority, title, the words around the find, place and date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from incident_desk.domain.vocabulary import PRIORITY_NAMES, STATUS_NAMES, STEP_NAMES
from incident_desk.gui.delegates.line_delegate import LineDelegate, show_plainly
from incident_desk.gui.language import said
from incident_desk.gui.models.line_model import LINE, Index, LineModel
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.priority import paint_priority_words
from incident_desk.gui.paint.steps import five_boxes_width, paint_five_boxes
from incident_desk.gui.search.marking import Part, strong_parts
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.find_records import sought_words
from incident_desk.usecases.rows import FoundRow, IncidentRow

_ROW, _SNIPPET_ROW = 60, 82
_NUMBER, _PRIORITY = 150, 100  # columns of the first line


@dataclass(frozen=True, slots=True)
class Hit:
    """A row with what is shown of it; `when` in the words of the screen."""

    found: FoundRow
    when: str
    snippet: tuple[Part, ...]

    @property
    def row(self) -> IncidentRow:
        return self.found.row

    @property
    def state(self) -> str:
        """The step, or what the record is instead."""
        row = self.row
        return said(STEP_NAMES[row.step]) if row.step and not row.concluded_at else said(STATUS_NAMES[row.status])

    @property
    def spoken(self) -> str:
        row = self.row
        parts = (row.number, row.title, said(PRIORITY_NAMES[row.priority]), self.state, row.place_name, self.when)
        return ", ".join(part for part in (*parts, self.found.snippet) if part)


def hits_of(found: Sequence[FoundRow], when: Sequence[str], text: str) -> list[Hit]:
    words = sought_words(text)
    return [
        Hit(each, moment, tuple(strong_parts(each.snippet, words)) if each.snippet else ())
        for each, moment in zip(found, when, strict=True)
    ]


class HitModel(LineModel[Hit]):
    """Hits in the order the register gave them. Signal: `more_requested` when the end comes into sight."""

    more_requested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._more = False

    def words(self, line: Hit) -> str:
        return f"{line.row.number}, {line.row.title}"

    def spoken(self, line: Hit) -> str:
        return line.spoken

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Asked once: the next page comes by `append`."""
        self._more = False
        self.more_requested.emit()

    def show(self, hits: Sequence[Hit], *, more: bool) -> None:
        self._more = more
        self.put(hits)

    def append(self, hits: Sequence[Hit], *, more: bool) -> None:
        if hits:
            self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(hits) - 1)
            self.lines += hits
            self.endInsertRows()
        self._more = more


class _Delegate(LineDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(_ROW, theme, parent)
        self.with_snippets = False

    def show_snippets(self, shown: bool) -> None:
        self.with_snippets, self.high = shown, _SNIPPET_ROW if shown else _ROW

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        hit: Hit = index.data(LINE)
        rect = QRectF(option.rect)
        self._paint_ground(painter, rect, option)
        inner = rect.adjusted(px(12), px(8), -px(12), -px(8))
        head = QRectF(inner.left(), inner.top(), inner.width(), theme.metrics("hint-strong").height())
        self._paint_head(painter, head, hit)
        title = QRectF(inner.left(), head.bottom() + px(1), inner.width(), theme.metrics("card-title").height())
        ink = tokens.ink2 if hit.row.concluded_at else tokens.ink
        brush.words(painter, title, hit.row.title, theme, role="card-title", colour=ink)
        if self.with_snippets:
            foot = QRectF(inner.left(), title.bottom(), inner.width(), theme.metrics("hint").height())
            self._paint_snippet(painter, foot, hit)
        brush.hairline(painter, rect.bottomLeft(), rect.bottomRight(), theme)

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        theme = self._theme
        area = rect.adjusted(0, 1, 0, -1)
        brush.smooth(painter)
        if option.state & QStyle.StateFlag.State_HasFocus:
            brush.box(painter, area, theme.px(5), theme.tokens.tint, theme.tokens.petrol, width=theme.px(2))
        elif option.state & QStyle.StateFlag.State_Selected:
            brush.box(painter, area, theme.px(5), theme.tokens.tint)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            brush.box(painter, area, theme.px(5), theme.tokens.sunken)

    def _paint_head(self, painter: QPainter, head: QRectF, hit: Hit) -> None:
        """In columns, so that the eye can run down: number, steps, priority; place and date at the right."""
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        row, x = hit.row, head.left()
        taken = brush.words(painter, head, row.number, theme, role="hint-strong", colour=tokens.ink2)
        x += max(px(_NUMBER), taken + px(14))
        wide = five_boxes_width(theme) + px(16)
        level = QRectF(x + wide, head.top(), px(_PRIORITY), head.height())
        if row.step is not None:
            paint_five_boxes(painter, x, head.center().y(), None if row.concluded_at else row.step, theme)
            paint_priority_words(painter, level, row.priority, theme)
        else:  # not on its way: it has no priority either
            room = QRectF(x, head.top(), level.right() - x, head.height())
            brush.words(painter, room, hit.state, theme, role="hint", colour=tokens.ink3)
        rest = QRectF(level.right(), head.top(), head.right() - level.right(), head.height())
        when = brush.words(painter, rest, hit.when, theme, role="hint", colour=tokens.ink3, align=brush.RIGHT)
        place = rest.adjusted(0, 0, -when - px(18), 0)
        brush.words(painter, place, row.place_name, theme, role="hint", colour=tokens.ink2, align=brush.RIGHT)

    def _paint_snippet(self, painter: QPainter, room: QRectF, hit: Hit) -> None:
        theme, tokens = self._theme, self._theme.tokens
        left = QRectF(room)
        for piece, strong in hit.snippet:
            role, colour = ("hint-strong", tokens.ink) if strong else ("hint", tokens.ink2)
            # A blank at an end is not part of what is laid out, so it is added to the place of the next piece.
            taken = brush.words(painter, left, piece, theme, role=role, colour=colour)
            left.setLeft(left.left() + max(taken, theme.metrics(role).horizontalAdvance(piece)))
            if left.width() < theme.px(12):
                return


class HitList(QListView):
    """Signals: `opened` id; `left` when Up is pressed on the first hit, or Escape: back to the search box."""

    opened = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model_of_hits = HitModel(self)
        self._delegate = _Delegate(theme, self)
        self.setModel(self.model_of_hits)
        self.setItemDelegate(self._delegate)
        show_plainly(self, self.tr("Records found"))
        self.clicked.connect(self._open)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_hits(self, hits: Sequence[Hit], *, more: bool) -> None:
        """The current record stays current where it is among the new hits."""
        known = self.current()
        self._delegate.show_snippets(any(hit.snippet for hit in hits))
        self.model_of_hits.show(hits, more=more)
        row = next((n for n, hit in enumerate(hits) if hit.row.id == known), None)
        if row is not None:
            self.setCurrentIndex(self.model_of_hits.index(row))

    def current(self) -> str | None:
        """The id of the current record."""
        index = self.currentIndex()
        return self.model_of_hits.lines[index.row()].row.id if index.isValid() else None

    def go_in(self) -> None:
        """From the search box into the list."""
        if self.model_of_hits.rowCount():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.currentIndex().isValid():
                self.setCurrentIndex(self.model_of_hits.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and row <= 0):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model_of_hits.lines[index.row()].row.id)
