"""One question of a form: label, state, field, help. The label is the field's buddy and its spoken name."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.composite import CompositeField, edits_of
from incident_desk.gui.widgets.dressing import Painted, announce, end_loosely
from incident_desk.gui.widgets.fields import LineField, ProseField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note


class FormRow(Painted):
    """Label above, field, help below in ink3 only where needed.

    `hint` stands beside the label ("a sentence or two"); `large` is for the few questions of the quick report.
    A missing value marks the label and dashes the edge; a wrong one gets a sentence below. What a field
    refuses is said in the same place until the next key.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        theme: Theme,
        parent: QWidget | None,
        *,
        help: str = "",
        hint: str = "",
        large: bool = False,
    ) -> None:
        super().__init__(theme, parent)
        self.field, self._label_text, self._hint_text = field, label, hint
        self._missing, self._wrong, self._ink = False, "", "ink" if large else "ink2"
        self._placeholder = field.placeholderText() if isinstance(field, QLineEdit | QPlainTextEdit) else ""
        self._label = PlainLabel(label, theme, self, role="panel" if large else "field-label")
        self._hint = PlainLabel(hint, theme, self, role="hint", ink="ink3")
        self._help = PlainLabel(help, theme, self, role="hint", ink="ink3")
        self._sentence = Note(theme, self)
        self._lay_out()
        self._name_the_field()
        self._listen()
        self._show_state()

    @property
    def label(self) -> str:
        return self._label_text

    def set_missing(self, missing: bool) -> None:
        """Marks the field as still needed before the record can go on."""
        self._missing = missing
        self._show_state()

    def set_wrong(self, sentence: str) -> None:
        """What is wrong and what to do; "" when all is well."""
        if sentence != self._wrong:  # said at each key; the form is laid out anew only where something changes
            self._wrong = sentence
            self._show_state()

    def set_help(self, text: str) -> None:
        self._help.setText(text)
        self._show_state()

    @property
    def wrong(self) -> str:
        return self._wrong

    def add_below(self, part: QWidget) -> None:
        """What belongs to the field and stands directly below it."""
        self._column.insertWidget(self._column.indexOf(self.field) + 1, part)

    def focus_field(self) -> None:
        edits_of(self.field)[0].setFocus()

    def _lay_out(self) -> None:
        self.field.setParent(self)
        self._head = FlowRow(self._theme, self, between=0)
        self._head.add(self._label, self._hint)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._head, self.field, self._help, self._sentence):
            self._column.addWidget(part)
        end_loosely(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._space()

    def _space(self) -> None:
        self._column.setSpacing(self._theme.px(2))

    def _name_the_field(self) -> None:
        edits = edits_of(self.field)
        self._label.setBuddy(edits[0])
        if isinstance(self.field, CompositeField):
            self.field.take_label(self._label_text)
        else:
            self.field.setAccessibleName(self._label_text)

    def _listen(self) -> None:
        if isinstance(self.field, LineField | ProseField):
            self.field.refused.connect(self._on_refused)
            self.field.textChanged.connect(self._on_text_changed)
        elif isinstance(self.field, CompositeField):
            self.field.problem_found.connect(self.set_wrong)

    def _on_refused(self, sentence: str) -> None:
        self.set_wrong(sentence)
        announce(self.field, sentence)

    def _on_text_changed(self) -> None:
        if self._wrong:
            self.set_wrong("")

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()

    def _show_state(self) -> None:
        missing = self._missing and not self._wrong
        needed = self.tr("needed to go on")
        self._label.set_ink("high" if missing else self._ink)
        self._hint.set_ink("high" if missing else "ink3")
        self._hint.setText(needed if missing else self._hint_text)
        self._hint.setVisible(bool(missing or self._hint_text))
        self._help.setVisible(bool(self._help.text()))
        self._sentence.show_sentence(self._wrong)
        state = "wrong" if self._wrong else "missing" if missing else ""
        for edit in edits_of(self.field):
            mark(edit, state=state)
        self._say(needed if missing else "")

    def _say(self, needed: str) -> None:
        parts = [needed, self._wrong, self._hint_text, self._help.text()]
        edits_of(self.field)[0].setAccessibleDescription(". ".join(filter(None, parts)))
        if isinstance(self.field, QLineEdit | QPlainTextEdit):
            self.field.setPlaceholderText(self.tr("Not stated yet") if needed else self._placeholder)
