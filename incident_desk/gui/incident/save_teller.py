"""The words for where typed text stands: saved, on its way, waiting, or kept as a draft."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTime, Signal

from incident_desk.gui.save_state import SaveState


class SaveTeller(QObject):
    """Signal: `state_changed` SaveState, when another one is to be said."""

    state_changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.state = SaveState()
        self._saved_at = self._draft_at = ""

    def forget(self) -> None:
        """Another record is shown, of which nothing is known yet."""
        self._saved_at = self._draft_at = ""

    def note_saved(self) -> None:
        self._saved_at = _now()

    def note_draft(self, *, kept: bool) -> None:
        self._draft_at = _now() if kept else ""

    def tell(self, *, unsaved: bool, under_way: bool, in_trouble: bool) -> None:
        state = SaveState(self._waiting(under_way, in_trouble) if unsaved else self._saved(), not unsaved)
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _saved(self) -> str:
        return self.tr("All changes saved {time}").format(time=self._saved_at) if self._saved_at else ""

    def _waiting(self, under_way: bool, in_trouble: bool) -> str:
        if under_way:
            return self.tr("Saving ...")
        if in_trouble:
            return self.tr("Not saved; it is tried again")
        if self._draft_at:
            return self.tr("Not saved yet; draft kept {time}").format(time=self._draft_at)
        return self.tr("Not saved yet")


def _now() -> str:
    return QTime.currentTime().toString("HH:mm")
