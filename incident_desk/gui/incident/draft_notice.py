"""Offers, once when a record is opened, a text of it that could not be saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.notices import Notice
from incident_desk.gui.incident.saving import Saver
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.drafts import Draft


class DraftNotice(Notice):
    """Put in or thrown away, by whoever looks at the record."""

    def __init__(self, saver: Saver, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, icon="pencil", colour="high")
        self._saver = saver
        self._draft: Draft | None = None
        self._offered_for = ""
        self.first_pressed.connect(self._on_taken)
        self.second_pressed.connect(self._on_refused)

    @property
    def is_free(self) -> bool:
        """Nothing is offered, and nothing typed that waits to be saved."""
        return self._draft is None and self.isHidden() and not self._saver.unsaved

    def forget(self) -> None:
        """What was offered is not any more; it is found again when the record is opened anew."""
        self._draft = None
        self.say("")

    def forget_all(self) -> None:
        """Somebody else sits here."""
        self._offered_for = ""
        self.forget()

    def offer(self, view: IncidentView, moments: Moments) -> None:
        """Once for each record that is opened."""
        if self._offered_for == view.id:
            return
        self._offered_for = view.id
        self._draft = self._saver.find_draft(view)
        if self._draft is None:
            return
        fields = ", ".join(moments.wording.label(key) for key in self._draft.values.get("fields", {}))
        sentence = self.tr("Text of {time} was not saved: {fields}.")
        words = sentence.format(time=moments.at(self._draft.kept_at), fields=fields)
        self.say(words, self.tr("Put it in"), self.tr("Throw it away"))

    def _on_taken(self) -> None:
        draft = self._draft
        self.forget()
        if draft is not None:
            self._saver.take_draft(draft)

    def _on_refused(self) -> None:
        self.forget()
        self._saver.throw_draft_away()
