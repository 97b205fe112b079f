"""What every editor of a field can do, whatever it looks like."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.declarations import Field
from incident_desk.gui.forms.field_grid import Room


class FieldEditor(QObject):
    """Edits one field. Signal: `edited` when a person changed something, never when the program shows a value.

    `value` gives what `domain.values.normalise` accepts, None when nothing is stated; what cannot be
    understood is given as it was typed, so that the refusal names it. `set_value` takes plain forms.
    """

    edited = Signal()

    def __init__(self, field: Field, widget: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.field = field
        self.widget = widget
        self._showing = False

    @property
    def room(self) -> Room:
        """How much of a form's width the editor likes."""
        return Room.USUAL

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, plain: Any) -> None:
        """Shows a value without telling that somebody edited it."""
        self._showing = True
        try:
            self._show(plain)
        finally:
            self._showing = False

    def set_read_only(self, read_only: bool) -> None:
        self.widget.setEnabled(not read_only)

    def set_chosen_category(self, category: str | None) -> None:
        """Editors of what depends on the category hear of it here."""

    def can_undo(self) -> bool:
        """Whether the field itself has typed text to take back."""
        return False

    def _show(self, plain: Any) -> None:
        raise NotImplementedError

    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()
