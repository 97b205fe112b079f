"""What is typed into the form reaches the register: saved on leaving a field, kept as a draft before that.

Choices are saved at once after a short pause. A text is saved when its field is left, or after a long pause
inside it, so that the journal holds sentences and not their beginnings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTime, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from incident_desk.domain.commands import ChangeFields
from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.journal.entries import ERASED
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.forms.form_cell import FormCell
from incident_desk.gui.incident.drafting import DraftKeeper
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.support.drafts import Draft
from incident_desk.usecases.submission import Done

_PAUSE, _LONG_PAUSE, _DRAFT_AFTER = 800, 5_000, 1_000  # milliseconds


class Saver(QObject):
    """Signals: `state_changed` with a sentence for the status line; `unsaved_changed` when the set of fields
    that are not saved yet is another.
    """

    state_changed = Signal(str)
    unsaved_changed = Signal()

    def __init__(self, presenter: IncidentPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._drafts = DraftKeeper(presenter.session, self)
        self._forms: list[FieldForm] = []
        self._view: IncidentView | None = None
        self._unsaved: dict[str, Any] = {}
        self._sent: dict[str, Any] = {}
        self._refused: dict[str, Any] = {}
        self._conflicts: dict[str, str] = {}  # key -> who wrote the other text
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)
        self._draft_timer = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._draft_timer.timeout.connect(self._keep_draft)
        self._drafts.kept.connect(self._on_draft_kept)
        self._drafts.failed.connect(self._on_draft_failed)
        presenter.became_idle.connect(self._on_became_idle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    # --- what is watched ---

    def begin(self, record: str) -> None:
        """Another record is shown: nothing of the one before is left."""
        self._timer.stop()
        self._forms, self._view = [], None
        for each in (self._unsaved, self._sent, self._refused, self._conflicts):
            each.clear()

    def watch(self, forms: Sequence[FieldForm]) -> None:
        """These forms are on screen now. What is not saved yet is written into them again."""
        self._forms = list(forms)
        for form in forms:
            form.edited.connect(self._on_edited)
            form.mine_kept.connect(self._on_mine_kept)
            form.theirs_taken.connect(self._on_theirs_taken)

    def show(self, view: IncidentView, missing: frozenset[str]) -> None:
        """Shows a newer state of the record. Texts that a colleague changed under one's hands are put beside."""
        for key, who in self._collisions(view).items():
            self._conflicts[key] = who
        self._view = view
        for form in self._forms:
            form.show_values(view.values, missing)
            for key in form.cells:
                self._restore(form, key)
        self._forget_saved()

    def _restore(self, form: FieldForm, key: str) -> None:
        if key in self._unsaved and key not in form.changes():
            form.write(key, self._unsaved[key])
        if key in self._conflicts:
            if key in form.changes():
                form.show_conflict(key, self._words(key), self._conflicts[key])
            else:
                self._settle(key)

    def _words(self, key: str) -> str:
        wording = self._presenter.session.wording
        return wording.value(wording.field(key), self._view.values.get(key)) if self._view else ""

    def _collisions(self, view: IncidentView) -> dict[str, str]:
        """Fields with unsaved text that somebody else changed since the last look, and who did."""
        if self._view is None or view.position == self._view.position:
            return {}
        others = [
            entry for entry in view.entries
            if entry.position > self._view.position and not self._presenter.is_own(entry.op_id)
        ]  # fmt: skip
        keys = [key for key in self._unsaved if any(f"={key}" in entry.data for entry in others)]
        return {key: view.changed_by(key, self._view.position) for key in keys}

    # --- what is not saved yet ---

    @property
    def unsaved(self) -> dict[str, Any]:
        return dict(self._unsaved)

    @property
    def conflicts(self) -> Mapping[str, str]:
        return dict(self._conflicts)

    def to_send(self) -> dict[str, Any]:
        """What may be written now: everything unsaved but what collides and what was refused as it stands."""
        return {
            key: value for key, value in self._unsaved.items()
            if key not in self._conflicts and (key not in self._refused or self._refused[key] != value)
        }  # fmt: skip

    def _collect(self) -> None:
        for form in self._forms:
            changes = form.changes()
            for key in form.cells:
                if key in changes:
                    self._unsaved[key] = changes[key]
                else:
                    self._unsaved.pop(key, None)

    def _forget_saved(self) -> None:
        before = set(self._unsaved)
        self._collect()
        stands = self._view.values if self._view is not None else {}
        shown = {key for form in self._forms for key in form.cells}
        for key in [key for key in self._unsaved if key not in shown and stands.get(key) == self._unsaved[key]]:
            del self._unsaved[key]
        if before and not self._unsaved:
            self._draft_timer.stop()
            self._drafts.discard(self._presenter.record)
        if before != set(self._unsaved):
            self.unsaved_changed.emit()

    # --- saving ---

    def flush(self) -> None:
        """Saves what can be saved now; while something else is written, as soon as that is done."""
        self._timer.stop()
        self._collect()
        fields = self.to_send()
        if not fields or self._sent or not self._presenter.idle:
            return
        self._sent = fields
        record = self._presenter.record
        self._presenter.order(
            [ChangeFields(fields)], done=partial(self._on_saved, record), refused=partial(self._on_refused, record)
        )

    def _on_became_idle(self) -> None:
        if self._unsaved and not self._sent and not self._timer.isActive():
            self._timer.start(_PAUSE)

    def _on_saved(self, record: str, result: Done) -> None:
        if record != self._presenter.record:
            self._drafts.discard(record)
            return
        for key, value in self._sent.items():
            if self._unsaved.get(key) == value:
                del self._unsaved[key]
                self._refused.pop(key, None)
        self._sent = {}
        if not self._unsaved:
            self._draft_timer.stop()
            self._drafts.discard(self._presenter.record)
            time = QTime.currentTime().toString("HH:mm")
            self.state_changed.emit(self.tr("All changes saved {time}").format(time=time))
        self.unsaved_changed.emit()

    def _on_refused(self, record: str, refused: Refused) -> None:
        if record != self._presenter.record:
            return  # its draft stays and is offered when the record is opened again
        sent, self._sent = self._sent, {}
        if isinstance(refused, EditConflict):
            return  # the newer state is being read, and `show` puts both texts side by side
        sentence = self._presenter.session.wording.refusal(refused)
        wrong = [refused.field] if refused.field in sent else list(sent)
        for key in wrong:
            if key is not None:
                self._refused[key] = sent[key]
        if not any(form.set_wrong(refused.field or "", sentence) for form in self._forms):
            self._presenter.session.explain(refused)
        self._keep_draft()

    def _on_edited(self, key: str) -> None:
        self._collect()
        self.unsaved_changed.emit()
        focused = QApplication.focusWidget()
        typing = isinstance(focused, QLineEdit | QPlainTextEdit) and self._cell_of(focused) is not None
        self._timer.start(_LONG_PAUSE if typing else _PAUSE)
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        left = self._cell_of(old)
        if left is not None and self._unsaved and left is not self._cell_of(new):
            self.flush()

    def _cell_of(self, widget: QWidget | None) -> FormCell | None:
        """The field of a watched form in which a widget stands."""
        while widget is not None:
            if isinstance(widget, FormCell):
                return widget if any(widget in form.cells.values() for form in self._forms) else None
            widget = widget.parentWidget()
        return None

    # --- conflicts ---

    def _on_mine_kept(self, key: str) -> None:
        self._settle(key)
        self.flush()

    def _on_theirs_taken(self, key: str) -> None:
        self._unsaved.pop(key, None)
        self._settle(key)
        for form in self._forms:
            if key in form.cells and self._view is not None:
                form.show_value(key, self._view.values.get(key))
        self._forget_saved()

    def _settle(self, key: str) -> None:
        self._conflicts.pop(key, None)
        for form in self._forms:
            if key in form.cells:
                form.clear_conflict(key)

    # --- drafts ---

    def _keep_draft(self) -> None:
        if self._unsaved and self._view is not None:
            self._drafts.keep(self._presenter.record, self._view.position, dict(self._unsaved))

    def leave(self) -> None:
        """The page goes off the screen: saves, and leaves a draft in case that does not succeed."""
        self._collect()
        if self._unsaved and self._view is not None:
            self._drafts.keep_now(self._presenter.record, self._view.position, dict(self._unsaved))
            self.flush()

    def find_draft(self, view: IncidentView) -> Draft | None:
        """Text of an earlier session that is not in the register; one that is there by now is thrown away."""
        draft = self._drafts.find(view.id)
        if draft is None:
            return None
        fields = draft.values.get("fields", {})
        if all(view.values.get(key) == value for key, value in fields.items()):
            self._drafts.discard(view.id)
            return None
        return draft

    def take_draft(self, draft: Draft) -> None:
        """Puts the text of a draft back; what was changed since stands beside it to choose."""
        since = int(draft.values.get("position", 0))
        for key, value in draft.values.get("fields", {}).items():
            if self._view is None or self._view.values.get(key) is ERASED:
                continue
            self._unsaved[key] = value
            changed = any(entry.position > since and f"={key}" in entry.data for entry in self._view.entries)
            if changed:
                self._conflicts[key] = self._view.changed_by(key, since)
            for form in self._forms:
                if key in form.cells:
                    self._restore(form, key)
        self._timer.start(_PAUSE)
        self.unsaved_changed.emit()

    def throw_draft_away(self) -> None:
        self._drafts.discard(self._presenter.record)

    def _on_draft_kept(self) -> None:
        time = QTime.currentTime().toString("HH:mm")
        self.state_changed.emit(self.tr("Draft kept {time}").format(time=time))

    def _on_draft_failed(self) -> None:
        self.state_changed.emit(self.tr("The draft cannot be kept on this PC; leave the field to save it"))
