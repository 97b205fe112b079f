"""Type to choose a person, a place, a device, or press to see all: three letters suffice; the list opens below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.dressing import announce, end_loosely, tool_tip
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.pick_list import PickList
from incident_desk.gui.widgets.pressed import ENTER, PaintedButton, touch_of
from incident_desk.support.words import folded

_CHEVRON = 28  # pixels of the design
_MOST = 200  # rows; more are found by typing


@dataclass(frozen=True, slots=True)
class Pick:
    """One person or place: `detail` tells two of the same name apart."""

    id: str
    text: str
    detail: str = ""


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


class _Line(LineField):
    """The line hands the keys that move in the list on to the field, and says when it is pressed or left."""

    key_pressed = Signal(QKeyEvent)
    pressed = Signal()
    entered = Signal()
    left = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

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


class _Chevron(PaintedButton):
    """The sign that the field has a list; a press opens or closes it. By keys Down does."""

    def __init__(self, name: str, theme: Theme, line: QWidget) -> None:
        super().__init__(theme, line)
        self.setAccessibleName(name)
        self.setToolTip(tool_tip(name))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = self._theme.px(16)
        at = QPointF((self.width() - edge) / 2, self.height() / 2)
        colour = "petrol" if touch_of(self).hovered else "ink2"
        brush.icon(painter, at, "chevron-down", self._theme, colour=colour, size=16)


class PickField(CompositeField):
    """Signal: `id_chosen` with the id a person chose, or None after emptying the field.

    A press on the empty field or on its chevron shows all. Up and Down walk in the list, Enter or Tab take what is
    marked, Escape closes it. A text that fits nothing stays where it is and is said to be wrong; the list
    then shows nothing but that. `meant_by`: the ids that a whole number means; a hand scanner types one and Enter.
    """

    id_chosen = Signal(object)

    def __init__(
        self, picks: Sequence[Pick], theme: Theme, parent: QWidget | None, *, placeholder: str = "",
        meant_by: Callable[[str], Sequence[str]] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._meant_by = theme, meant_by
        self._chosen: Pick | None = None
        self._line = _Line(theme, self, placeholder=placeholder)
        self._chevron = _Chevron(self.tr("Show the list"), theme, self._line)
        self._list = PickList(self._line, theme, self)
        self._shown: list[Pick] = []
        self._hit = False
        self._lay_out()
        self.set_picks(picks)
        self.setFocusProxy(self._line)
        self._line.textEdited.connect(self._on_edited)
        self._line.key_pressed.connect(self._on_key_pressed)
        self._line.pressed.connect(self._on_pressed)
        self._line.entered.connect(self._on_entered)
        self._line.left.connect(self._on_left)
        self._chevron.clicked.connect(self._on_chevron)
        self._line.refused.connect(self.problem_found)
        self._list.row_chosen.connect(self._take)
        theme.changed.connect(self._place_chevron)

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
        if not self._line.hasFocus():
            self._line.setCursorPosition(0)  # a long name is read from its beginning
        self._close_list()

    def words_of(self, id: str | None) -> str:
        """What a choice is called here."""
        return next((pick.text for _, pick in self._picks if pick.id == id), id or "")

    def problem(self) -> str:
        """What is wrong with the text, as a sentence; "" when nothing is."""
        if self._chosen is not None or not self._line.text().strip():
            return ""
        return self.tr("This is not on the list. Choose one of the list, or empty the field.")

    def edits(self) -> list[QWidget]:
        return [self._line]

    def take_label(self, label: str) -> None:
        super().take_label(label)
        self._list.name(self.tr("{label}, choices").format(label=label))

    @property
    def list_open(self) -> bool:
        return self._list.is_open

    def _on_edited(self, text: str) -> None:
        before = self._chosen
        self._chosen = None
        self.problem_found.emit("")
        if text.strip():
            self._offer_for(text)
        else:
            self._close_list()
        if before is not None:
            self.id_chosen.emit(None)

    def _on_key_pressed(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
            event.accept()
        elif key in ENTER and self._take_meant():
            event.accept()
        elif self.list_open and key in ENTER:
            self._take_marked()
            event.accept()
        elif self.list_open and key == Qt.Key.Key_Escape:
            self._close_list()
            event.accept()

    def _on_pressed(self) -> None:
        if self._line.text().strip() == "":
            self._offer_all()

    def _on_chevron(self) -> None:
        was_open = self.list_open
        self._line.setFocus(Qt.FocusReason.MouseFocusReason)
        if was_open:
            self._close_list()
        else:
            self._offer_all()

    def _on_entered(self) -> None:
        """Whoever comes back to what was not on the list sees the list."""
        if self.problem():
            self._offer_for(self._line.text())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_chevron()

    def _on_left(self) -> None:
        meant = self._meant() if self.list_open else None
        if meant is not None:
            self._take(self._shown.index(meant))
        self._close_list()
        self._line.setCursorPosition(0)
        self.problem_found.emit(self.problem())

    def _meant(self) -> Pick | None:
        """The one that was meant although it was not taken: the only hit, or the only one of that name."""
        if not self._line.text().strip() or self._chosen is not None or not self._hit:
            return None
        same = [pick for pick in self._shown if folded(pick.text) == folded(self._line.text().strip())]
        candidates = same or self._shown
        return candidates[0] if len(candidates) == 1 else None

    def _walk(self, by: int) -> None:
        if not self.list_open:
            self._offer_for(self._line.text() if self._chosen is None else "")
            return
        if not self._shown:
            return
        row = self._list.walk(by)
        announce(self._line, f"{self._shown[row].text}, {self._shown[row].detail}".rstrip(", "))

    def _offer_for(self, text: str) -> None:
        self._offer(matching(self._picks, text))

    def _offer_all(self) -> None:
        self._offer([pick for _, pick in self._picks], hit=self._chosen is not None)
        here = next((row for row, pick in enumerate(self._shown) if pick == self._chosen), None)
        self._list.mark(here)

    def _offer(self, picks: list[Pick], *, hit: bool = True) -> None:
        if self._line.isReadOnly() or not self._line.isEnabled():
            return
        self._shown, self._hit = picks[:_MOST], hit and bool(picks)
        if self._shown or not self._picks:
            self._list.show_rows([(pick.text, pick.detail) for pick in self._shown])
            self._list.mark(0 if self._hit else None)
        else:
            self._say_none_fits()

    def _say_none_fits(self) -> None:
        """In the grey of a detail: it is no choice."""
        told = self.tr("No entry of the list fits.")
        self._list.show_rows([("", told)])
        self._list.mark(None)
        announce(self._line, told)

    def _take_meant(self) -> bool:
        """What a whole number means goes before what is marked; where it means several, they are offered."""
        typed = self._line.text().strip()
        if self._meant_by is None or self._chosen is not None or not typed:
            return False
        ids = frozenset(self._meant_by(typed))
        picks = [pick for _, pick in self._picks if pick.id in ids]
        offered = self.list_open and picks == self._shown
        if len(picks) == 1:
            self._shown = picks
            self._take(0)
        elif picks and not offered:
            self._offer(picks)
        return bool(picks) and not (len(picks) > 1 and offered)

    def _take_marked(self) -> None:
        row = self._list.marked
        if row is None:
            self.problem_found.emit(self.problem())
        else:
            self._take(row)

    def _take(self, row: int) -> None:
        if row >= len(self._shown):  # the line that says that none fits
            self._list.mark(None)
            return
        pick = self._shown[row]
        self.set_chosen(pick.id)
        self.problem_found.emit("")
        self.id_chosen.emit(pick.id)

    def _close_list(self) -> None:
        self._list.close_list()

    def _place_chevron(self) -> None:
        wide = self._theme.px(_CHEVRON)
        self._line.setTextMargins(0, 0, wide, 0)
        self._chevron.setGeometry(self._line.width() - wide, 0, wide, self._line.height())

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        end_loosely(column)
