"""What a gate still asks for, ready to fill in where one stands: fields, the matrix, a measure, or where to go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.commands import AddItem, ChangeFields, Command
from incident_desk.domain.declarations import Field
from incident_desk.domain.errors import Refused
from incident_desk.domain.gates import CONDITIONS, need_fields
from incident_desk.domain.incident import Incident
from incident_desk.domain.lists import MEASURES
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.forms.rating_form import RatingForm
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note

_MEASURE_KEYS = ("what", "owner", "check_by")  # what a new measure is asked for here
_OF_PUTTING_OFF = ("deferral_reason", "review_date")


class MissingForm(QWidget):
    """Signals: `edited` when a person filled something in; `link_requested` with a need that is met elsewhere."""

    edited = Signal()
    link_requested = Signal(str)

    def __init__(
        self, needs: Sequence[str], incident: Incident, session: Session, theme: Theme, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.needs = tuple(needs)
        self._incident, self._session, self._theme = incident, session, theme
        self._forms: list[FieldForm] = []
        self._measure: FieldForm | None = None
        self._rating: RatingForm | None = None
        self._links: list[Button] = []
        self._first: FieldForm | RatingForm | None = None
        self._problem = Note(theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(1.5 * theme.u))
        self._build()
        self._column.addWidget(self._problem)

    # --- what is asked ---

    def _build(self) -> None:
        for group in self._grouped():
            if isinstance(group, str):
                self._add_need(group)
            else:
                self._add_fields(group)

    def _grouped(self) -> list[str | list[str]]:
        """Needs that are one field each, next to each other, share a form; the others stand alone."""
        groups: list[str | list[str]] = []
        for need in self.needs:
            keys = self._open_fields(need)
            if need in CONDITIONS and len(keys) != 1:
                groups.append(need)
            elif groups and isinstance(groups[-1], list):
                groups[-1] += keys
            else:
                groups.append(list(keys))
        return groups

    def _open_fields(self, need: str) -> list[str]:
        """The fields of a need that are not stated; all of them where they are stated but do not meet it."""
        if need in {"measure_or_none_needed", "priority_rated"}:
            return []
        keys = [key for key in need_fields(need, self._incident, self._session.names.pack) if self._field(key)]
        if need == "test_passed":
            return keys
        return [key for key in keys if key not in self._incident.values] or keys

    def _add_need(self, need: str) -> None:
        label = self._session.wording.need(need)
        self._column.addWidget(PlainLabel(label, self._theme, self, role="hint-strong", ink="high"))
        if need == "priority_rated":
            self._add_rating()
        elif need == "measure_or_none_needed":
            self._add_measure()
        elif keys := self._open_fields(need):
            if need == "extent_stated":
                hint = self.tr("One of these is enough.")
                self._column.addWidget(PlainLabel(hint, self._theme, self, role="hint", ink="ink3"))
            self._add_fields(keys, all_missing=need != "extent_stated")
        else:
            self._add_link(need)

    def _add_fields(self, keys: Sequence[str], *, all_missing: bool = True) -> None:
        fields = [field for key in keys if (field := self._field(key)) is not None]
        form = self._new_form(fields)
        form.show_values(self._incident.values, keys if all_missing else ())
        self._forms.append(form)
        if "deferral" in form.cells:
            self._show_putting_off(form)
            form.edited.connect(lambda: self._show_putting_off(form))

    def _new_form(self, fields: Sequence[Field]) -> FieldForm:
        form = FieldForm(fields, self._session, self._theme, self)
        form.edited.connect(self._on_form_edited)
        self._column.addWidget(form)
        self._first = self._first or form
        return form

    def _on_form_edited(self) -> None:
        self._problem.show_sentence("")
        self.edited.emit()

    def _show_putting_off(self, form: FieldForm) -> None:
        """Reason and date are asked only of what is put off."""
        put_off = form.cells["deferral"].editor.value() == "put_off"
        form.set_visible([key for key in form.cells if put_off or key not in _OF_PUTTING_OFF])

    def _add_measure(self) -> None:
        self._measure = self._new_form([MEASURES.field(key) for key in _MEASURE_KEYS])
        self._measure.show_values({}, ("what",))
        self._column.addWidget(PlainLabel(self.tr("or"), self._theme, self, role="hint", ink="ink2"))
        self._add_fields(["no_measure_reason"], all_missing=False)

    def _add_rating(self) -> None:
        self._rating = RatingForm(self._session, self._theme, self)
        self._rating.show_values(self._incident.values)
        self._rating.edited.connect(self.edited)
        self._column.addWidget(self._rating)
        self._first = self._first or self._rating

    def _add_link(self, need: str) -> None:
        condition = CONDITIONS.get(need)
        key = condition.list if condition is not None else ""
        button = Button(self._link_words(key), self._theme, self, weight=Weight.QUIET, fit=Fit.BAR, icon="arrow-right")
        button.clicked.connect(lambda: self.link_requested.emit(need))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._links.append(button)

    def _link_words(self, list_key: str) -> str:
        return {
            "actions": self.tr("Go to the actions"),
            "obligations": self.tr("Go to the duties to report"),
            "sign_offs": self.tr("Go to the sign-off"),
        }.get(list_key, self.tr("Go there"))

    def _field(self, key: str) -> Field | None:
        return self._session.names.field(key)

    # --- what was filled in ---

    def fields(self) -> dict[str, Any]:
        """Fields that were filled in here."""
        filled: dict[str, Any] = {}
        for form in self._forms:
            filled |= form.changes()
        return filled

    def commands(self) -> list[Command]:
        """What fills the record with what was filled in here; empty when nothing was."""
        commands: list[Command] = []
        if fields := self.fields():
            commands.append(ChangeFields(fields))
        if self._measure is not None and (values := self._measure.values()):
            commands.append(AddItem(MEASURES.key, values))
        if self._rating is not None and (rating := self._rating.command()) is not None:
            commands.append(rating)
        return commands

    def refuse(self, refused: Refused) -> None:
        """Says what was not taken: at its field where one of these is meant."""
        sentence = self._session.wording.refusal(refused)
        forms = [*([self._measure] if self._measure is not None else []), *self._forms]
        at = next((form for form in forms if form.set_wrong(refused.field or "", sentence)), None)
        if at is not None:
            at.focus_field(refused.field or "")
        else:
            self._problem.show_sentence(sentence)

    def say_missing(self, needs: Sequence[str]) -> None:
        """Says at its field what is still needed, and goes to the first."""
        places = [self._say_missing(need) for need in needs]
        first = next(iter(places), None)
        if isinstance(first, tuple):
            form, key = first
            form.focus_field(key)
        else:
            self.focus_first()

    def _say_missing(self, need: str) -> tuple[FieldForm, str] | None:
        sentence = self.tr("Still needed: {what}").format(what=self._session.wording.need(need))
        forms = [*([self._measure] if self._measure is not None else []), *self._forms]
        keys = ["what"] if need == "measure_or_none_needed" else self._open_fields(need)
        fields = [(form, key) for key in keys for form in forms if key in form.cells]
        empty = [(form, key) for form, key in fields if form.cells[key].editor.value() is None]
        if not empty:
            self._problem.show_sentence(sentence)
            return None
        for form, key in empty[:1] if need == "extent_stated" else empty:
            form.set_wrong(key, sentence)
        return empty[0]

    def focus_first(self) -> None:
        if isinstance(self._first, FieldForm):
            self._first.focus_field(next(iter(self._first.cells)))
        elif isinstance(self._first, RatingForm):
            self._first.matrix_view.setFocus()
        elif self._links:
            self._links[0].setFocus()
