"""The list of people on screen: initials, name, job; a key where a secret is asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from incident_desk.gui.delegates.line_delegate import LineDelegate, show_plainly
from incident_desk.gui.models.line_model import LINE, Index
from incident_desk.gui.models.people_model import PeopleModel
from incident_desk.gui.paint import brush
from incident_desk.gui.paint.record import paint_initials
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import letter
from incident_desk.gui.widgets.pressed import ENTER
from incident_desk.usecases.rows import PersonRow

_ROW, _DISC = 44, 26
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class PersonDelegate(LineDelegate):
    """Paints one person."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person: PersonRow = index.data(LINE)
        tokens, px, area = self._theme.tokens, self._theme.px, QRectF(option.rect)
        brush.smooth(painter)
        self._paint_ground(painter, option, area)
        top = area.center().y() - px(_DISC) / 2
        paint_initials(painter, QPointF(area.left() + px(10), top), person.name, self._theme, size=_DISC)
        right = area.right() - px(12)
        if person.has_secret:
            right -= px(16)
            brush.icon(painter, QPointF(right, area.center().y()), "key", self._theme, colour="ink3", size=16)
            right -= px(8)
        if not person.active:
            room = QRectF(area.left(), area.top(), right - area.left(), area.height())
            gone = self.tr("no longer here")
            right -= brush.words(
                painter, room, gone, self._theme, role="hint", colour=tokens.ink3, align=brush.RIGHT
            ) + px(8)
        self._paint_words(painter, person, QRectF(area.left() + px(46), area.top(), 0, area.height()), right)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        inside = area.adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            brush.box(painter, inside, px(6), tokens.tint)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            brush.box(painter, inside, px(6), tokens.sunken)
        if option.state & QStyle.StateFlag.State_HasFocus:
            brush.box(painter, inside, px(6), None, tokens.petrol, width=px(2))

    def _paint_words(self, painter: QPainter, person: PersonRow, area: QRectF, right: float) -> None:
        tokens = self._theme.tokens
        detail = ", ".join(filter(None, (person.job, person.unit)))
        high, low = self._theme.metrics("body-strong").height(), self._theme.metrics("hint").height()
        top = area.center().y() - (high + (low if detail else 0)) / 2
        room = QRectF(area.left(), top, right - area.left(), high)
        ink = tokens.ink if person.active else tokens.ink3
        brush.words(painter, room, person.name, self._theme, role="body-strong", colour=ink)
        below = room.translated(0, high)
        below.setHeight(low)
        brush.words(painter, below, detail, self._theme, role="hint", colour=tokens.ink2)


class PeopleList(QListView):
    """Signals: `person_marked` id as one walks through the list; `person_taken` id by Enter or a click."""

    person_marked = Signal(str)
    person_taken = Signal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.people = PeopleModel(self)
        self.setModel(self.people)
        self.setItemDelegate(PersonDelegate(_ROW, theme, self))
        show_plainly(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        letter(self, "body", theme)
        self.clicked.connect(lambda index: self.person_taken.emit(self._id(index)))

    def sizeHint(self) -> QSize:
        """Seven people; fewer where the window is low."""
        return QSize(super().sizeHint().width(), self._theme.px(7 * _ROW + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(3 * _ROW))

    def show_people(self, people: Sequence[PersonRow], marked: str | None = None) -> None:
        """Shows these; keeps the mark where it was, unless another is wanted."""
        wanted = marked or self.marked()
        self.people.show(people)
        row = self.people.row_of(wanted)
        self.mark(wanted if row is not None else people[0].id if people else None)

    def marked(self) -> str | None:
        index = self.currentIndex()
        return self._id(index) if index.isValid() else None

    def mark(self, person: str | None) -> None:
        row = self.people.row_of(person)
        if row is not None:
            self.selectionModel().setCurrentIndex(self.people.index(row, 0), _SELECT)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.person_marked.emit(self._id(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self.person_taken.emit(self._id(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def _id(self, index: Index) -> str:
        person: PersonRow = index.data(LINE)
        return person.id
