"""One line of a list, added or changed in place: a panel that opens under its button, with Save and Cancel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.commands import AddItem, ChangeItem, Command
from incident_desk.domain.declarations import ItemList
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Item
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.language import said
from incident_desk.gui.paint.edges import paint_sheet
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note


def opening_keys(declared: ItemList) -> list[str]:
    """What is asked when a line begins: everything before the field that ends it."""
    keys = [field.key for field in declared.fields]
    return keys[: keys.index(declared.done)] if declared.done in keys else keys


def ending_keys(declared: ItemList) -> list[str]:
    """What is asked when a line ends: lifted and why, done and the proof, the answer."""
    keys = [field.key for field in declared.fields]
    return keys[keys.index(declared.done) :] if declared.done in keys else []


class ItemForm(Painted):
    """Signals: `save_requested` with the command, `remove_requested` with the item, `cancelled` (also by Escape).

    The opener shows and hides it.
    """

    save_requested = Signal(object)
    remove_requested = Signal(object)
    cancelled = Signal()

    def __init__(self, declared: ItemList, session: Session, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self.declared = declared
        self._session = session
        self._item: Item | None = None
        self._title = PlainLabel("", theme, self, role="body-strong")
        self.form = FieldForm(declared.fields, session, theme, self)
        self._problem = Note(theme, self)
        self.save = Button(self.tr("Save"), theme, self, weight=Weight.PRIMARY)
        self.cancel = Button(self.tr("Cancel"), theme, self, weight=Weight.QUIET)
        self.remove = Button(self.tr("Take off the list"), theme, self, weight=Weight.DANGER)
        self.save.clicked.connect(self._on_save_clicked)
        self.remove.clicked.connect(lambda: self.remove_requested.emit(self._item))
        self.cancel.clicked.connect(self.cancelled.emit)
        self._lay_out()

    # --- what it is about ---

    def begin_adding(self, values: Mapping[str, Any] | None = None) -> None:
        """An empty line; `values` are filled in already."""
        title = self.tr("New: {one}").format(one=said(self.declared.one))
        self._begin(None, title, opening_keys(self.declared), values or {})

    def begin_changing(self, item: Item, values: Mapping[str, Any] | None = None) -> None:
        title = self.tr("Change: {one}").format(one=said(self.declared.one))
        keys = [field.key for field in self.declared.fields]
        ended = self.declared.done is not None and self.declared.done in item.values
        self._begin(item, title, keys if ended else opening_keys(self.declared), values or {})

    def begin_ending(self, item: Item, title: str, values: Mapping[str, Any] | None = None) -> None:
        """Asks only for what ends the line."""
        self._begin(item, title, ending_keys(self.declared), values or {})
        self.remove.hide()

    def _begin(self, item: Item | None, title: str, keys: list[str], values: Mapping[str, Any]) -> None:
        self._item = item
        self._title.setText(title)
        self.setAccessibleName(title)
        self.remove.setVisible(item is not None)
        self._problem.show_sentence("")
        stored = dict(item.values) if item is not None else {}
        for key in self.form.cells:
            self.form.show_value(key, None)
        self.form.show_values(stored)
        self.form.set_visible(keys)
        for key, value in values.items():
            self.form.write(key, value)

    @property
    def item(self) -> Item | None:
        return self._item

    def focus_first(self) -> None:
        for key, cell in self.form.cells.items():
            if not cell.isHidden():
                self.form.focus_field(key)
                return

    # --- what comes of it ---

    def is_touched(self) -> bool:
        return bool(self.form.changes())

    def command(self) -> Command | None:
        """What saving means; None when nothing changed."""
        if self._item is None:
            return AddItem(self.declared.key, self.form.values())
        changes = self.form.changes()
        return ChangeItem(self._item.id, changes) if changes else None

    def lacking(self) -> list[str]:
        """Needed fields that are not filled in; each is marked."""
        stands = self.form.values() | (dict(self._item.values) if self._item is not None else {})
        absent = [key for key in self.declared.needed if stands.get(key) is None]
        for key in self.form.cells:
            self.form.cells[key].row.set_missing(key in absent)
        return absent

    def refuse(self, refused: Refused) -> None:
        """Says what the register would not take: at its field, else above the buttons."""
        sentence = self._session.wording.refusal(refused)
        if refused.field is None or not self.form.set_wrong(refused.field, sentence):
            self._problem.show_sentence(sentence)

    def _on_save_clicked(self) -> None:
        absent = self.lacking()
        if absent:
            self.form.focus_field(absent[0])
            return
        command = self.command()
        if command is None:
            self.cancelled.emit()
        else:
            self.save_requested.emit(command)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save_clicked()
        else:
            super().keyPressEvent(event)

    # --- looks ---

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_sheet(QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -2), self._theme, radius=9)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(self.form)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.remove)
        column.addLayout(row)
        self._space()

    def _space(self) -> None:
        u = self._theme.u
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(2 * u, 2 * u, 2 * u, 2 * u)
            layout.setSpacing(round(1.5 * u))

    def _on_theme_changed(self) -> None:
        self._space()
        super()._on_theme_changed()
