"""A small form for one entry of the settings: rows by key, what was changed, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.gui.forms.chosen_editors import TickBoxes
from incident_desk.gui.forms.form_cell import ConflictBar
from incident_desk.gui.settings.answers_field import AnswersField
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.composite import edits_of
from incident_desk.gui.widgets.dressing import announce
from incident_desk.gui.widgets.fields import ChoiceField, LineField, ProseField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.pick_field import PickField

Field = LineField | ProseField | ChoiceField | PickField | TickBoxes | AnswersField


class EntryForm(QWidget):
    """Signals: `edited` when a person changed something; `entered` on Enter in a line. Empty is None, in what is shown
    and in what comes back.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields: dict[str, Field] = {}
        self.rows: dict[str, FormRow] = {}
        self._shown: dict[str, Any] = {}
        self._showing = False
        self._conflicts: dict[str, ConflictBar] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * theme.u)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    # --- building ---

    def row(self, key: str, label: str, field: Field, *, help: str = "", hint: str = "") -> FormRow:
        """Makes a row; `add` puts it in its place."""
        made = FormRow(label, field, self._theme, self, help=help, hint=hint)
        self._fields[key], self.rows[key] = field, made
        self._listen(field)
        return made

    def add(self, *rows: FormRow, shares: tuple[int, ...] = ()) -> None:
        """Rows side by side, one below the last ones."""
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(12))
        for number, each in enumerate(rows):
            line.addWidget(each, shares[number] if shares else 1)
        self._column.addLayout(line)

    def add_widget(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def _listen(self, field: Field) -> None:
        match field:
            case LineField():
                field.textEdited.connect(self._tell)
                field.returnPressed.connect(self.entered)
            case ProseField():
                field.textChanged.connect(self._tell)
            case ChoiceField():
                field.code_chosen.connect(self._tell)
            case PickField():
                field.id_chosen.connect(self._tell)
            case TickBoxes():
                field.ticked.connect(self._tell)
            case AnswersField():
                field.edited.connect(self._tell)

    def _tell(self, *_: object) -> None:
        if not self._showing:
            self.clear_wrong()
            self.edited.emit()

    # --- values ---

    def show_values(self, values: Mapping[str, Any]) -> None:
        """What stands in the register: what is typed over it counts as a change."""
        self._shown = {key: values.get(key) for key in self._fields}
        self._showing = True
        for key, field in self._fields.items():
            _set(field, values.get(key))
        self._showing = False
        self.clear_wrong()

    def write(self, values: Mapping[str, Any]) -> None:
        """Puts values in as if they had been typed: from a draft."""
        self._showing = True
        for key in values.keys() & self._fields.keys():
            _set(self._fields[key], values[key])
        self._showing = False
        self.edited.emit()

    def values(self) -> dict[str, Any]:
        return {key: _get(field) for key, field in self._fields.items()}

    @property
    def shown(self) -> dict[str, Any]:
        """What stood in the register when it was shown."""
        return dict(self._shown)

    def changes(self) -> dict[str, Any]:
        """Key and new value of what differs from what was shown."""
        return {key: value for key, value in self.values().items() if not same(value, self._shown.get(key))}

    # --- what a colleague wrote meanwhile ---

    @property
    def conflicts(self) -> dict[str, ConflictBar]:
        """The bars of fields where another value stands in the register than the one that was typed over."""
        return dict(self._conflicts)

    def show_conflict(self, key: str, who: str) -> None:
        """Puts what stands in the register beside what is typed, to choose."""
        self._settle(key)
        row, theirs = self.rows[key], self._shown.get(key)
        bar = ConflictBar(row.label, self._words(key, theirs), who, self._theme, self)
        bar.mine_kept.connect(lambda: self._on_chosen(key))
        bar.theirs_taken.connect(lambda: self._on_chosen(key, {key: theirs}))
        self._conflicts[key] = bar
        self._column.insertWidget(self._line_of(row), bar)
        bar.show()
        announce(bar, bar.accessibleName())

    def clear_conflicts(self) -> None:
        for key in self.conflicts:
            self._settle(key)

    def _on_chosen(self, key: str, theirs: Mapping[str, Any] | None = None) -> None:
        self._settle(key)
        self.write(theirs or {})

    def _settle(self, key: str) -> None:
        bar = self._conflicts.pop(key, None)
        if bar is not None:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()

    def _line_of(self, row: FormRow) -> int:
        """The number of the line in which a row stands."""
        for number in range(self._column.count()):
            line = self._column.itemAt(number)
            layout = line.layout() if line is not None else None
            if layout is not None and layout.indexOf(row) >= 0:
                return number
        return 0

    def _words(self, key: str, value: Any) -> str:
        """A value as its field would show it."""
        match self._fields[key]:
            case ChoiceField() as choice:
                return choice.itemText(choice.findData(value))
            case PickField() as pick:
                return pick.words_of(value)
            case TickBoxes() as boxes:
                return boxes.words_of(value or ())
            case AnswersField() as answers:
                return answers.words_of(value or ())
            case _:
                return str(value or "")

    # --- states ---

    def set_wrong(self, key: str | None, sentence: str) -> bool:
        """Says at a field what is wrong with it; False when there is no such field here."""
        row = self.rows.get(key or "")
        if row is not None:
            row.set_wrong(sentence)
            row.focus_field()
        return row is not None

    def problems(self) -> str:
        """The first sentence that a field has against what stands in it."""
        picks = (field for field in self._fields.values() if isinstance(field, PickField))
        return next((sentence for sentence in (pick.problem() for pick in picks) if sentence), "")

    def clear_wrong(self) -> None:
        for row in self.rows.values():
            row.set_wrong("")

    def set_read_only(self, read_only: bool) -> None:
        for field in self._fields.values():
            for edit in edits_of(field):
                if isinstance(edit, LineField | ProseField):
                    edit.setReadOnly(read_only)
                else:
                    edit.setEnabled(not read_only)

    def focus_first(self) -> None:
        next(iter(self.rows.values())).focus_field()


def _get(field: Field) -> Any:
    match field:
        case LineField():
            return field.text().strip() or None
        case ProseField():
            return field.text().strip() or None
        case ChoiceField():
            return field.code()
        case PickField():
            return field.chosen()
        case TickBoxes():
            return field.codes()
        case AnswersField():
            return field.value()


def _set(field: Field, value: Any) -> None:
    match field:
        case LineField():
            field.setText(value or "")
        case ProseField():
            field.set_text(value or "")
        case ChoiceField():
            field.set_code(value)
        case PickField():
            field.set_chosen(value)
        case TickBoxes():
            field.tick(value or [])
        case AnswersField():
            field.set_value(value or [])


def same(one: Any, other: Any) -> bool:
    if isinstance(one, list) or isinstance(other, list):
        return set(one or ()) == set(other or ())
    return bool((one or None) == (other or None))
