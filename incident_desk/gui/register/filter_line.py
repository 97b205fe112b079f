"""The line in which a filter is typed, with a list of what fits below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.gui.language import language
from incident_desk.gui.paint import brush
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import announce
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.pick_list import PickList
from incident_desk.gui.widgets.pressed import ENTER
from incident_desk.usecases.register.filter_text import Suggestion, suggestions

_THROTTLE_MS, _LONGEST = 250, 4_000


class FilterLine(LineField):
    """Signals: `text_wanted` with what is typed, soon after the last key or at once on Enter; `left` on Down with no
    list open, and on Escape.
    """

    text_wanted = Signal(str)
    left = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, limit=_LONGEST)
        self._session, self._theme = session, theme
        self.setPlaceholderText(self.tr("Filter: words, or  priority: high   place: Ward 3   opened: this month"))
        self.setAccessibleName(self.tr("Filter"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setClearButtonEnabled(False)
        self._list = PickList(self, theme, self)
        self._list.name(self.tr("What fits"))
        self._offered: list[Suggestion] = []
        self._soon = QTimer(self, singleShot=True, interval=_THROTTLE_MS)
        self._soon.timeout.connect(self._tell)
        self.textEdited.connect(self._on_edited)
        self._list.row_chosen.connect(self.take)
        theme.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        self.setTextMargins(px(26), px(2), px(4), px(2))

    def put(self, text: str) -> None:
        """Shows a filter that was built or chosen."""
        self._soon.stop()
        self._list.close_list()
        self.setText(text)

    def ask_for(self, field: str) -> None:
        """Goes on typing with the field of that name: its values are offered."""
        fitting = suggestions(field, len(field), self._session.names, language())
        piece = next((each.insert for each in fitting if each.label == field), f"{field}: ")
        self.setText(f"{self.text().rstrip()} {piece}".lstrip())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.offer()

    def offer(self) -> None:
        """Opens the list with what fits before the cursor."""
        at = self.cursorPosition()
        self._offered = suggestions(self.text(), at, self._session.names, language())
        self._list.show_rows([(each.label, "") for each in self._offered])
        self._list.mark(None)

    def take(self, row: int) -> None:
        """Puts what was offered into the line."""
        chosen, at = self._offered[row], self.cursorPosition()
        text = self.text()
        self.setText(f"{text[: chosen.start]}{chosen.insert}{text[at:]}")
        self.setCursorPosition(chosen.start + len(chosen.insert))
        self._list.close_list()
        if chosen.insert.rstrip().endswith(":"):
            self.offer()
        else:
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_open = event.key(), self._list.is_open
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and is_open:
            row = self._list.walk(1 if key == Qt.Key.Key_Down else -1)
            announce(self, self._offered[row].label)
        elif key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.offer()
        elif key in ENTER and is_open and self._list.marked is not None:
            self.take(self._list.marked)
        elif key in ENTER:
            self._list.close_list()
            self._tell()
        elif key == Qt.Key.Key_Escape and is_open:
            self._list.close_list()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes what is marked in the list before it leaves the line."""
        if forward and self._list.is_open and self._list.marked is not None:
            self.take(self._list.marked)
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._list.close_list()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        brush.smooth(painter)
        at = QPointF(self._theme.px(10), self.height() / 2)
        brush.icon(painter, at, "filter", self._theme, colour="ink2", size=17)

    def _on_edited(self, text: str) -> None:
        self._soon.start()
        if text.strip():
            self.offer()
        else:
            self._list.close_list()

    def _tell(self) -> None:
        self._soon.stop()
        self.text_wanted.emit(self.text().strip())
