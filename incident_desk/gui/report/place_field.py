"""Where it happened: a place of the list, or the reporter's own words. Nobody is kept from reporting by a list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from incident_desk.gui.forms.pointed_editors import places
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.pick_field import PickField


class PlaceField(PickField):
    """Signals: `edited`; `left_with` the words that are on no list, or ""."""

    edited = Signal()
    left_with = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(places(session), theme, parent)
        self._session = session
        self.id_chosen.connect(self._on_chosen)
        line = self.edits()[0]
        assert isinstance(line, QLineEdit)
        self._words_line = line
        line.textEdited.connect(lambda _: self.edited.emit())
        line.editingFinished.connect(self._on_finished)
        session.names_changed.connect(lambda: self.set_picks(places(session)))

    def problem(self) -> str:
        """What is on no list goes into the report as it was written."""
        return ""

    def own_words(self) -> str:
        return "" if self.chosen() is not None else self._words_line.text().strip()

    def show_place(self, place: str | None, own_words: str = "") -> None:
        self.set_chosen(place, self._session.names.place(place) if place else "")
        if place is None:
            self._words_line.setText(own_words)
        self._on_finished()

    def _on_chosen(self, _: object) -> None:
        self._on_finished()
        self.edited.emit()

    def _on_finished(self) -> None:
        self.left_with.emit(self.own_words())
