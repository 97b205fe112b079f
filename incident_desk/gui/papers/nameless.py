"""Whether a record is printed without names, and which further words are left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.usecases.shown import Gaps


class Nameless(QWidget):
    """Signal: `changed` when another paper is wanted."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.tick = TickBox(self.tr("Without names, for somebody outside"), theme, self)
        self.words = LineField(theme, self)
        self.words.setPlaceholderText(self.tr("several with commas between them"))
        self._row = FormRow(self.tr("Leave out these words as well"), self.words, theme, self)
        told = self.tr(
            "People become Person 1, Person 2. Names and numbers of people become black bars, on the pages and in the "
            "data inside. Read the pages before they go out: no program finds every name."
        )
        self._told = PlainLabel(told, theme, self, role="hint", ink="ink2")
        self.nowhere = PlainLabel("", theme, self, role="hint", ink="ink2")
        self.telling = Note(theme, self, icon="user-question", ink="ink2", icon_ink="high")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for part in (self.tick, self.telling, self._told, self._row, self.nowhere):
            column.addWidget(part)
        self._show_rest(ticked=False)
        self.tick.toggled.connect(self._on_tick)
        self.words.editingFinished.connect(self._on_words)
        self._last = ""

    def wanted(self) -> Gaps | None:
        """None: the paper names everybody."""
        if not self.tick.isChecked():
            return None
        return Gaps(tuple(word for each in self.words.text().split(",") if (word := each.strip())))

    def say_nowhere(self, words: Sequence[str]) -> None:
        """Words that were to be left out, and stand nowhere: mistyped, perhaps."""
        told = self.tr("Found nowhere in the record: {words}").format(words=", ".join(words))
        self.nowhere.setText(told if words else "")
        self.nowhere.setVisible(bool(words) and self.tick.isChecked())

    def say_telling(self, passages: int) -> None:
        """How many passages in the texts of the paper that is shown tell who somebody is."""
        told = self.tr("In %n places its texts tell who somebody is.", None, passages)
        self.telling.show_sentence(told if passages else "")

    def _on_tick(self, ticked: bool) -> None:
        self._show_rest(ticked=ticked)
        self.changed.emit()

    def _on_words(self) -> None:
        """Leaving the field unchanged makes no new paper."""
        if self.words.text() != self._last:
            self._last = self.words.text()
            self.changed.emit()

    def _show_rest(self, *, ticked: bool) -> None:
        self._told.setVisible(ticked)
        self._row.setVisible(ticked)
        self.nowhere.setVisible(ticked and bool(self.nowhere.text()))
