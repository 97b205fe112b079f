"""Type to choose a person or a place: three letters suffice; the list opens below the field, in the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.dressing import Painted, announce, end_loosely
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.pressed import ENTER

_MOST_SHOWN, _ROW = 8, 30
_DETAIL = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Pick:
    """One person or place: `detail` tells two of the same name apart."""

    id: str
    text: str
    detail: str = ""


def folded(text: str) -> str:
    """Without capitals and accents, so that "tomas" finds "Tomás"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def matching(picks: Iterable[tuple[str, Pick]], typed: str) -> list[Pick]:
    """Those of which every typed word begins a word; a text that begins with all of it comes first."""
    wanted = folded(typed).split()
    whole = " ".join(wanted)
    found = [
        (not key.startswith(whole), number, pick)
        for number, (key, pick) in enumerate(picks)
        if all(f" {word}" in f" {key}" for word in wanted)
    ]
    return [pick for _, _, pick in sorted(found, key=lambda hit: hit[:2])]


class _Row(QStyledItemDelegate):
    """Text, and the detail behind it in ink3."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        painter.save()
        brush.smooth(painter)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            painter.fillRect(option.rect, tokens.tint)
        room = QRectF(option.rect).adjusted(px(10), 0, -px(10), 0)
        ink = tokens.petrol if here else tokens.ink
        taken = brush.words(painter, room, str(index.data()), self._theme, role="body", colour=ink)
        room.setLeft(room.left() + taken + px(10))
        if room.width() > px(24):
            detail = str(index.data(_DETAIL))
            brush.words(painter, room, detail, self._theme, role="hint", colour=tokens.ink2)
        painter.restore()


class _Sheet(Painted):
    """The paper under the list."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.column = QVBoxLayout(self)
        self._on_theme_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        brush.smooth(painter)
        brush.box(painter, self.rect().toRectF(), self._theme.px(5), tokens.paper, tokens.line2)

    def _on_theme_changed(self) -> None:
        edge = self._theme.px(4)
        self.column.setContentsMargins(edge, edge, edge, edge)
        super()._on_theme_changed()


class _Line(LineField):
    """The line hands the keys that move in the list on to the field."""

    key_pressed = Signal(QKeyEvent)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(False)
        self.key_pressed.emit(event)
        if not event.isAccepted():
            event.setAccepted(True)
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()


class PickField(CompositeField):
    """Signal: `id_chosen` with the id a person chose, or None after emptying the field.

    Up and Down walk in the list, Enter or Tab take what is marked, Escape closes it. A text that fits nothing
    stays where it is and is said to be wrong.
    """

    id_chosen = Signal(object)

    def __init__(self, picks: Sequence[Pick], theme: Theme, parent: QWidget | None, *, placeholder: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen: Pick | None = None
        self._line = _Line(theme, self, placeholder=placeholder)
        self._model = QStandardItemModel(self)
        self._sheet = _Sheet(theme, self)
        self._list = QListView(self._sheet)
        self._shown: list[Pick] = []
        self._lay_out()
        self.set_picks(picks)
        self.setFocusProxy(self._line)
        self._line.textEdited.connect(self._on_edited)
        self._line.key_pressed.connect(self._on_key_pressed)
        self._line.left.connect(self._on_left)
        self._line.refused.connect(self.problem_found)
        self._list.clicked.connect(self._on_row_clicked)
        theme.changed.connect(self._fit_list)

    def set_picks(self, picks: Sequence[Pick]) -> None:
        """Offers other people or places; what is chosen stays."""
        self._picks = [(folded(f"{pick.text} {pick.detail}"), pick) for pick in picks]

    def chosen(self) -> str | None:
        """The id of what is chosen; None while nothing is, or while the text fits nothing."""
        return None if self._chosen is None else self._chosen.id

    def set_chosen(self, id: str | None, text: str = "") -> None:
        """Shows a choice; one that is no longer offered is shown under `text`."""
        known = next((pick for _, pick in self._picks if pick.id == id), None)
        self._chosen = None if id is None else known or Pick(id, text or id)
        self._line.setText("" if self._chosen is None else self._chosen.text)
        self._close_list()

    def problem(self) -> str:
        """What is wrong with the text, as a sentence; "" when nothing is."""
        if self._chosen is not None or not self._line.text().strip():
            return ""
        return self.tr("This is not on the list. Choose one of the list, or empty the field.")

    def edits(self) -> list[QWidget]:
        return [self._line]

    def take_label(self, label: str) -> None:
        super().take_label(label)
        self._list.setAccessibleName(self.tr("{label}, choices").format(label=label))

    @property
    def list_open(self) -> bool:
        return not self._sheet.isHidden()

    def _on_edited(self, text: str) -> None:
        before = self._chosen
        self._chosen = None
        self.problem_found.emit("")
        if text.strip():
            self._offer(matching(self._picks, text))
        else:
            self._close_list()
        if before is not None:
            self.id_chosen.emit(None)

    def _on_key_pressed(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
            event.accept()
        elif self.list_open and key in ENTER:
            self._take(self._list.currentIndex().row())
            event.accept()
        elif self.list_open and key == Qt.Key.Key_Escape:
            self._close_list()
            event.accept()

    def _on_left(self) -> None:
        meant = self._meant() if self.list_open else None
        if meant is not None:
            self._take(self._shown.index(meant))
        self._close_list()
        self.problem_found.emit(self.problem())

    def _on_row_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _meant(self) -> Pick | None:
        """The one that was meant although it was not taken: the only hit, or the only one of that name."""
        same = [pick for pick in self._shown if folded(pick.text) == folded(self._line.text().strip())]
        candidates = same or self._shown
        return candidates[0] if len(candidates) == 1 else None

    def _walk(self, by: int) -> None:
        if not self.list_open:
            self._offer(matching(self._picks, self._line.text() if self._chosen is None else ""))
            return
        row = (self._list.currentIndex().row() + by) % len(self._shown)
        self._list.setCurrentIndex(self._model.index(row, 0))
        announce(self._line, f"{self._shown[row].text}, {self._shown[row].detail}".rstrip(", "))

    def _offer(self, picks: list[Pick]) -> None:
        self._shown = picks[:50]
        self._model.clear()
        for pick in self._shown:
            item = QStandardItem(pick.text)
            item.setData(pick.detail, _DETAIL)
            item.setData(f"{pick.text}, {pick.detail}".rstrip(", "), Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            self._model.appendRow(item)
        self._sheet.setVisible(bool(self._shown))
        if self._shown:
            self._list.setCurrentIndex(self._model.index(0, 0))
            self._fit_list()

    def _take(self, row: int) -> None:
        pick = self._shown[row]
        self.set_chosen(pick.id)
        self.problem_found.emit("")
        self.id_chosen.emit(pick.id)

    def _close_list(self) -> None:
        self._sheet.hide()

    def _fit_list(self) -> None:
        rows = min(len(self._shown), _MOST_SHOWN)
        self._list.setFixedHeight(rows * self._theme.px(_ROW) + 2 * self._list.frameWidth())

    def _lay_out(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Row(self._theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet.column.addWidget(self._list)
        self._sheet.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._line)
        column.addWidget(self._sheet)
        end_loosely(column)
