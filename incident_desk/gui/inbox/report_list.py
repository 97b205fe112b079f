"""The waiting reports as a list: number and age, title, place and who reported."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from incident_desk.domain.vocabulary import KIND_NAMES, Kind
from incident_desk.gui.delegates.line_delegate import LineDelegate, show_plainly
from incident_desk.gui.language import said
from incident_desk.gui.models.line_model import LINE, Index, LineModel
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.edges import paint_focus_ring
from incident_desk.gui.paint.lines import broken, paint_lines
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.rows import InboxRow
from incident_desk.usecases.wording import Wording

translate = QCoreApplication.translate
_ROW = 82
_KIND_ICONS = {
    Kind.INCIDENT: "bandage", Kind.NEAR_MISS: "hand-stop", Kind.HAZARD: "alert-triangle", Kind.GOOD_CATCH: "bulb",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report with how long it has waited, in words."""

    report: InboxRow
    age: str


class ReportModel(LineModel[Waiting]):
    """Reports as the register gave them, newest first."""

    def words(self, line: Waiting) -> str:
        row = line.report.row
        parts = (row.number, row.title, said(KIND_NAMES[row.kind]), row.place_name, line.report.reporter_name)
        return ", ".join(part for part in parts if part)

    def tip(self, line: Waiting) -> str:
        words = translate("ReportList", "Double-click or Enter opens the whole report.")
        return f"{line.report.row.title}\n{words}"

    def show(self, rows: Sequence[InboxRow], wording: Wording) -> None:
        now = time.time_ns() // 1000
        self.put([Waiting(row, wording.duration(now - row.recorded_at)) for row in rows])


class _Delegate(LineDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, tokens = self._theme, self._theme.tokens
        waiting: Waiting = index.data(LINE)
        row = waiting.report
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.tint)
        inner = rect.adjusted(theme.px(14), theme.px(8), -theme.px(14), -theme.px(8))
        head = QRectF(inner.left(), inner.top(), inner.width(), theme.px(18))
        brush.smooth(painter)
        at = QPointF(head.left(), head.center().y())
        brush.icon(painter, at, _KIND_ICONS[row.row.kind], theme, colour="ink2", size=16)
        number = head.adjusted(theme.px(22), 0, 0, 0)
        brush.words(painter, number, row.row.number, theme, role="hint", colour=tokens.ink2)
        title = broken(row.row.title, "card-title", inner.width(), theme, 1)
        paint_lines(
            painter, QPointF(inner.left(), head.bottom() + 2), title, theme, role="card-title", colour=tokens.ink
        )
        foot = QRectF(inner.left(), head.bottom() + 4 + title.height, inner.width(), theme.px(18))
        beside = brush.width_of(row.row.number, "hint", theme) + brush.width_of(waiting.age, "hint", theme)
        line = head if beside + theme.px(6) <= number.width() else foot  # a number is never shortened
        age = brush.words(painter, line, waiting.age, theme, role="hint", colour=tokens.ink3, align=brush.RIGHT)
        where = ", ".join(part for part in (row.row.place_name, row.reporter_name) if part)
        room = foot.adjusted(0, 0, -age - theme.px(6) if line is foot else 0, 0)
        brush.words(painter, room, where, theme, role="hint", colour=tokens.ink3)
        brush.hairline(painter, QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()), theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect.adjusted(4, 4, -4, -4), theme.px(3), theme)


class ReportList(QListView):
    """Signals: `report_chosen` row or None; `opened` id, by double-click or Enter; `key_ordered` with one of the
    letters of triage.
    """

    report_chosen = Signal(object)
    opened = Signal(str)
    key_ordered = Signal(str)
    KEYS = "AQJN"

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.reports = ReportModel(self)
        self.setModel(self.reports)
        self.setItemDelegate(_Delegate(_ROW, theme, self))
        show_plainly(self, self.tr("Reports waiting"))

        self.activated.connect(lambda index: self.opened.emit(self.reports.lines[index.row()].report.row.id))

    def show_rows(self, rows: Sequence[InboxRow], wording: Wording, wanted: str | None = None) -> None:
        """Keeps the place in the list: after a triage the next report is current. One that is `wanted` comes first."""
        before = max(self.currentIndex().row(), 0)
        known = self.current()
        self.reports.show(rows, wording)
        places = {row.row.id: number for number, row in enumerate(rows)}
        kept = places.get(known.row.id if known else "", min(before, len(rows) - 1))
        at = places.get(wanted or "", kept)
        if rows:
            self.setCurrentIndex(self.reports.index(at))
        else:
            self.report_chosen.emit(None)

    def current(self) -> InboxRow | None:
        index = self.currentIndex()
        lines = self.reports.lines
        return lines[index.row()].report if index.isValid() and index.row() < len(lines) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.report_chosen.emit(self.reports.lines[current.row()].report if current.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if letter and letter in self.KEYS and not event.modifiers():
            if not event.isAutoRepeat():  # a key held down is meant for one report
                self.key_ordered.emit(letter)
            return
        super().keyPressEvent(event)
