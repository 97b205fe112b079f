"""What is typed in a form of the settings is kept on disk until it is saved, and offered again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from incident_desk.gui.session import Session
from incident_desk.gui.settings.entry_form import EntryForm, same
from incident_desk.support.drafts import DraftStore

_MS = 1200


class Keeper(QObject):
    """One draft per entry: `subject` names it, such as "person <id>"."""

    def __init__(self, form: EntryForm, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._session = form, session
        self._drafts = DraftStore(session.services.data_dir)
        self._subject = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_MS)
        self._soon.timeout.connect(self._keep)
        form.edited.connect(self._soon.start)

    @property
    def _register(self) -> str:
        return self._session.names.settings.register_id

    def begin(self, subject: str) -> list[str]:
        """The form shows another entry now; what this person typed there before comes back into it. Gives the
        fields over which somebody else wrote since.
        """
        self._soon.stop()
        self._subject = f"settings {subject}"
        draft = self._drafts.find(self._register, self._subject)
        if draft is None or draft.person != (self._session.actor.id or ""):
            return []
        typed, over = draft.values["typed"], draft.values["over"]
        self._form.write(typed)
        self._soon.stop()
        shown = self._form.shown
        return [key for key in self._form.changes() if not same(over.get(key), shown[key])]

    def keep_now(self) -> None:
        """Before the form shows something else."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    def forget(self) -> None:
        """Saved, or put back."""
        self._soon.stop()
        self._drafts.discard(self._register, self._subject)

    def _keep(self) -> None:
        changes = self._form.changes()
        if not changes:
            self._drafts.discard(self._register, self._subject)
            return
        try:
            values = {"typed": changes, "over": self._form.shown}
            self._drafts.keep(self._register, self._subject, self._session.actor.id or "", values)
        except OSError:
            self._session.messages.warning(self.tr("The draft cannot be kept on this disk. Save the change now."))
