"""What is typed into the form reaches the register: saved on leaving a field, kept as a draft before that.

Choices are saved at once after a short pause. A text is saved when its field is left, or after a long pause
inside it, so that the journal holds sentences and not their beginnings. While the register cannot be written
it is tried again and again, and what was typed stays where it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from incident_desk.domain.commands import ChangeFields
from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.journal.entries import ERASED
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.forms.form_cell import FormCell
from incident_desk.gui.incident.drafting import DraftKeeper
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.save_teller import SaveTeller
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.save_state import SaveState
from incident_desk.support.drafts import Draft
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.submission import Done

_PAUSE, _LONG_PAUSE, _DRAFT_AFTER = 800, 5_000, 1_000  # milliseconds
_RETRY = 10_000


class Saver(QObject):
    """Signals: `state_changed` SaveState; `unsaved_changed` when the set of fields that are not saved yet is
    another.
    """

    state_changed = Signal(object)
    unsaved_changed = Signal()

    def __init__(self, presenter: IncidentPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._drafts = DraftKeeper(presenter.session, self)
        self._forms: list[FieldForm] = []
        self._view: IncidentView | None = None
        self._unsaved: dict[str, Any] = {}
        self._under_way: list[dict[str, Any]] = []  # what was sent and is not answered yet
        self._refused: dict[str, tuple[Any, str]] = {}  # key -> the value as it was refused, why
        self._left: dict[str, dict[str, Any]] = {}  # record -> what was unsaved when another one was shown
        self._teller = SaveTeller(self)
        self._teller.state_changed.connect(self.state_changed)
        self._in_trouble = self._no_drafts = False
        self._conflicts: dict[str, str] = {}  # key -> who wrote the other text
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)
        self._retry = QTimer(self, singleShot=True, interval=_RETRY)
        self._retry.timeout.connect(self.flush)
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
        for timer in (self._timer, self._retry, self._draft_timer):
            timer.stop()
        if self._unsaved:
            self._left[self._presenter.record] = dict(self._unsaved)
        self._forms, self._view, self._under_way = [], None, []
        for each in (self._unsaved, self._refused, self._conflicts):
            each.clear()
        self._in_trouble = False
        self._teller.forget()

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
        self._say_refused()

    def _restore(self, form: FieldForm, key: str) -> None:
        if key in self._unsaved and key not in form.changes():
            form.write(key, self._unsaved[key])
        if key in self._conflicts:
            bar, words = form.cells[key].conflict, self._words(key)
            if key in form.changes():
                if bar is None or bar.theirs.text() != words:  # a bar that stands may just be being pressed
                    form.show_conflict(key, words, self._conflicts[key])
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
            if key not in self._conflicts and not self._is_refused(key, value)
        }  # fmt: skip

    def _is_refused(self, key: str, value: Any) -> bool:
        return key in self._refused and self._refused[key][0] == value

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
        self._tell()

    # --- saving ---

    def flush(self) -> None:
        """Saves what can be saved now; while something else is written, as soon as that is done."""
        self._timer.stop()
        self._collect()
        fields = self.to_send()
        if fields and not self._under_way and self._presenter.idle:
            self._send(fields)

    def _send(self, fields: dict[str, Any]) -> None:
        record = self._presenter.record
        self._under_way.append(fields)
        self._tell()
        self._presenter.order(
            [ChangeFields(fields)], done=partial(self._on_saved, record, fields),
            refused=partial(self._on_refused, record, fields), failed=partial(self._on_failed, record, fields),
            drafted=True,
        )  # fmt: skip

    def _on_became_idle(self) -> None:
        waits = self._timer.isActive() or self._retry.isActive()
        if not waits and not self._under_way and self.to_send():
            self._timer.start(_PAUSE)

    def _answered(self, sent: dict[str, Any]) -> None:
        self._under_way = [each for each in self._under_way if each is not sent]

    def _on_saved(self, record: str, sent: dict[str, Any], result: Done) -> None:
        self._answered(sent)
        self._in_trouble = False
        if record != self._presenter.record:
            self._forget_left(record, sent)
            return
        for key, value in sent.items():
            if self._unsaved.get(key) == value:
                del self._unsaved[key]
                self._refused.pop(key, None)
        self._teller.note_saved()
        if not self._unsaved:
            self._draft_timer.stop()
            self._drafts.discard(record)
        self._tell()
        self.unsaved_changed.emit()

    def _forget_left(self, record: str, sent: dict[str, Any]) -> None:
        """The draft of a record that was left goes once all that was typed there is saved."""
        left = {key: value for key, value in self._left.pop(record, {}).items() if sent.get(key) != value}
        if left:
            self._left[record] = left
        else:
            self._drafts.discard(record)

    def _on_refused(self, record: str, sent: dict[str, Any], refused: Refused) -> None:
        self._answered(sent)
        if record != self._presenter.record:
            return  # its draft stays and is offered when the record is opened again
        self._tell()
        if isinstance(refused, EditConflict):
            return  # the newer state is being read, and `show` puts both texts side by side
        sentence = self._presenter.session.wording.refusal(refused)
        meant = refused.field if refused.field in sent else None
        for key in sent if meant is None else (meant,):
            self._refused[key] = (sent[key], "" if meant is None else sentence)
        self._say_refused()
        if not any(meant in form.cells for form in self._forms):
            self._presenter.session.explain(refused)
        self._keep_draft()

    def _say_refused(self) -> None:
        """The reason stands at a field as long as what was refused stands in it, whatever else the field says."""
        for key, (value, sentence) in self._refused.items():
            if sentence and key in self._unsaved and self._unsaved[key] == value:
                for form in self._forms:
                    form.set_wrong(key, sentence)

    def _on_failed(self, record: str, sent: dict[str, Any], error: BaseException) -> None:
        """Trouble around the register passes: it is said once, and tried again until it works."""
        self._answered(sent)
        session, here = self._presenter.session, record == self._presenter.record
        if here and isinstance(error, SurroundingsFailed):
            if not self._in_trouble:
                session.explain(error, self._try_again)
            self._in_trouble = True
            self._retry.start()
        else:
            session.explain(error)
            if here:  # a fault of ours comes again with the same text
                self._refused |= {key: (value, "") for key, value in sent.items()}
        if here:
            self._keep_draft()
            self._tell()

    def _try_again(self) -> None:
        self._in_trouble = False
        self._retry.stop()
        self.flush()

    # --- what is said of it ---

    @property
    def state(self) -> SaveState:
        return self._teller.state

    def _tell(self) -> None:
        self._teller.tell(unsaved=bool(self._unsaved), under_way=bool(self._under_way), in_trouble=self._in_trouble)

    # --- typing ---

    def _on_edited(self, key: str) -> None:
        self._collect()
        self._say_refused()
        self._tell()
        self.unsaved_changed.emit()
        self._timer.start(_LONG_PAUSE if self._is_typing(key) else _PAUSE)
        if not self._draft_timer.isActive():
            self._draft_timer.start()

    def _is_typing(self, key: str) -> bool:
        """Whether the focus is in a text. Asked of the window: a window behind others has no focus of its own."""
        cell = next((form.cells[key] for form in self._forms if key in form.cells), None)
        focused = cell.window().focusWidget() if cell is not None else None
        return isinstance(focused, QLineEdit | QPlainTextEdit) and self._cell_of(focused) is not None

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        left = self._cell_of(old)
        if left is not None and self._unsaved and left is not self._cell_of(new):
            self._say_refused()  # what the field itself says on leaving it is less
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
        """The page goes off the screen: saves, behind what is still being written, and keeps a draft in case
        that does not succeed.
        """
        self._timer.stop()
        self._collect()
        if not self._unsaved or self._view is None:
            return
        fields = {
            key: value for key, value in self.to_send().items()
            if not any(key in sent and sent[key] == value for sent in self._under_way)
        }  # fmt: skip
        if fields:
            self._send(fields)
        try:
            self._drafts.keep_now(self._presenter.record, self._view.position, dict(self._unsaved))
        except OSError:
            self._on_draft_failed()

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
        self._no_drafts = False
        self._teller.note_draft(kept=True)
        self._tell()

    def _on_draft_failed(self) -> None:
        """Said once; typing goes on."""
        if not self._no_drafts:
            sentence = self.tr("The draft cannot be kept on this disk. What you type is safe once it is saved.")
            self._presenter.session.messages.warning(sentence)
        self._no_drafts = True
        self._teller.note_draft(kept=False)
        self._tell()
