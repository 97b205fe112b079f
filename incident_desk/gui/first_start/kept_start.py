"""What is typed for a register that does not exist yet is kept on disk like any other draft."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from incident_desk.gui.first_start.own_form import OwnForm
from incident_desk.support.drafts import DraftStore

_MS = 1200
_NOT_YET, _SUBJECT = "new", "register"


class KeptStart(QObject):
    """Puts a kept draft back into the form at once; forgets it when the register is being made."""

    def __init__(self, form: OwnForm, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._drafts = form, DraftStore(data_dir)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_MS)
        self._soon.timeout.connect(self._keep)
        draft = self._drafts.find(_NOT_YET, _SUBJECT)
        if draft is not None:
            form.set_values(draft.values)
        form.edited.connect(self._soon.start)
        form.make_requested.connect(self._forget)

    def _keep(self) -> None:
        try:
            self._drafts.keep(_NOT_YET, _SUBJECT, "", self._form.values())
        except OSError:
            self._form.make.setAccessibleDescription(self.tr("The draft cannot be kept on this disk."))

    def _forget(self) -> None:
        self._soon.stop()
        self._drafts.discard(_NOT_YET, _SUBJECT)
