"""A form for a list of fields: shows values, tells what a person changed, marks what is missing or wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import ERASED
from incident_desk.domain.values import normalise
from incident_desk.gui.forms.editors import make_editor
from incident_desk.gui.forms.field_grid import FieldGrid
from incident_desk.gui.forms.form_cell import FormCell
from incident_desk.gui.session import Session
from incident_desk.gui.telling.watch import TellingWatch
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ProseField
from incident_desk.usecases.telling import is_read


class FieldForm(QWidget):
    """Editors side by side. A field that a person touched keeps what was typed when other values are shown.

    Signals: `edited` key, when a person changed a field; `mine_kept` and `theirs_taken` key, the answers to a
    conflict.
    """

    edited = Signal(str)
    mine_kept = Signal(str)
    theirs_taken = Signal(str)

    def __init__(self, fields: Sequence[Field], session: Session, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: dict[str, Any] = {}
        self._touched: set[str] = set()
        self._grid = FieldGrid(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid)
        self.cells = {field.key: self._add(field, theme) for field in fields}

    def _add(self, field: Field, theme: Theme) -> FormCell:
        cell = FormCell(make_editor(field, self._session, theme, self), theme, self._grid)
        if is_read(field) and isinstance(cell.editor.widget, ProseField):
            cell.watch = TellingWatch(cell.editor.widget, self._session, theme, cell)
            cell.row.add_below(cell.watch)
        self._grid.add(cell, cell.editor.room)
        cell.editor.edited.connect(lambda: self._on_cell_edited(field))
        cell.mine_kept.connect(lambda: self.mine_kept.emit(field.key))
        cell.theirs_taken.connect(lambda: self.theirs_taken.emit(field.key))
        return cell

    # --- showing ---

    def show_values(self, values: Mapping[str, Any], missing: Collection[str] = ()) -> None:
        """Shows a record's values. What somebody is typing stays, and counts as a change of the new value."""
        pending = self.changes()
        for key, cell in self.cells.items():
            self._shown[key] = values.get(key)
            if key not in pending or self._same(key, pending[key]):
                self._touched.discard(key)
                self._show(cell, values.get(key))
            cell.row.set_missing(key in missing)
        self._tell_category(values.get("category"))

    def show_value(self, key: str, value: Any) -> None:
        """Puts a value back, as if nobody had touched the field."""
        self._touched.discard(key)
        self._show(self.cells[key], value)
        self.cells[key].row.set_wrong("")

    def write(self, key: str, value: Any) -> None:
        """Puts a value in as if a person had typed it: from a draft, or what another form suggests."""
        self.cells[key].editor.set_value(value)
        self._touched.add(key)

    def _show(self, cell: FormCell, value: Any) -> None:
        cell.editor.set_value(None if value is ERASED else value)
        cell.show_erased(value is ERASED)

    def set_near(self, near: frozenset[str]) -> None:
        """Who stands on the record: a narrative that names them says so."""
        for cell in self.cells.values():
            if cell.watch is not None:
                cell.watch.set_near(near)

    # --- what changed ---

    def changes(self) -> dict[str, Any]:
        """Key and new value, only for what differs from what was shown."""
        values = {key: self.cells[key].editor.value() for key in self.cells if key in self._touched}
        return {key: value for key, value in values.items() if not self._same(key, value)}

    def _same(self, key: str, value: Any) -> bool:
        shown = self._shown.get(key)
        try:
            plain = normalise(self.cells[key].editor.field, value, self._session.names.settings.zone)
        except Refused:
            return False
        return bool(plain == shown) or (plain is None and shown is ERASED)

    def values(self) -> dict[str, Any]:
        """Everything that stands in the form now; what is not stated is left out."""
        values = {key: cell.editor.value() for key, cell in self.cells.items()}
        return {key: value for key, value in values.items() if value is not None}

    # --- states ---

    def set_wrong(self, field_key: str, sentence: str) -> bool:
        """Says at the field what is wrong; False when the form has no such field."""
        cell = self.cells.get(field_key)
        if cell is not None:
            cell.row.set_wrong(sentence)
        return cell is not None

    def clear_wrong(self) -> None:
        for cell in self.cells.values():
            cell.row.set_wrong("")

    def set_read_only(self, read_only: bool) -> None:
        for cell in self.cells.values():
            cell.editor.set_read_only(read_only)

    def set_visible(self, keys: Collection[str]) -> None:
        """Shows only these fields."""
        for key, cell in self.cells.items():
            cell.setVisible(key in keys)
        self._grid.arrange()

    def show_conflict(self, key: str, theirs: str, who: str) -> None:
        self.cells[key].show_conflict(theirs, who)

    def clear_conflict(self, key: str) -> None:
        self.cells[key].clear_conflict()

    def focus_field(self, key: str) -> bool:
        if key in self.cells:
            self.cells[key].row.focus_field()
        return key in self.cells

    def can_undo(self) -> bool:
        """Whether a text field that has the focus can take back typed text itself."""
        return any(cell.editor.can_undo() for cell in self.cells.values())

    # --- what fields say to each other ---

    def _on_cell_edited(self, field: Field) -> None:
        self._touched.add(field.key)
        if field.kind is FieldKind.CATEGORY:
            self._tell_category(self.cells[field.key].editor.value())
        elif field.kind is FieldKind.SUBCATEGORY:
            self._fill_category(self.cells[field.key].editor.value())
        self.cells[field.key].row.set_wrong("")
        self.edited.emit(field.key)

    def _tell_category(self, category: Any) -> None:
        """What is only half typed is no category yet."""
        known = category if self._session.names.pack.category(str(category or "")) is not None else None
        for cell in self.cells.values():
            before = cell.editor.value()
            cell.editor.set_chosen_category(known)
            if before is not None and cell.editor.value() is None:
                self._touched.add(cell.editor.field.key)

    def _fill_category(self, subcategory: Any) -> None:
        """A subcategory chosen first says its category too."""
        cell = self.cells.get("category")
        known = self._session.names.pack.subcategory(str(subcategory or ""))
        if cell is not None and known is not None and cell.editor.value() is None:
            self.write("category", known.key.split(".")[0])
            self._tell_category(cell.editor.value())
