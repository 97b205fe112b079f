"""A list of an incident as a table whose lines are added, changed and ended in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from incident_desk.domain.commands import Command, RemoveItem
from incident_desk.domain.declarations import ItemList
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Item
from incident_desk.gui.clock import Moments
from incident_desk.gui.forms.item_form import ItemForm
from incident_desk.gui.incident.item_columns import COLUMNS, LineContext, cells, header, is_ended
from incident_desk.gui.incident.item_rows import Line, TableHead, TableRow
from incident_desk.gui.incident.list_words import WORDS
from incident_desk.gui.incident.part import Part, may_write
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.submission import Done


class ListPart(Part):
    """Signal: `opened` when a form opened in it, so that it can be scrolled into view.

    `add` is the button that adds a line; who lays the part out decides where it stands.
    """

    opened = Signal(object)

    def __init__(self, declared: ItemList, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self.declared = declared
        self._words = WORDS[declared.key]
        self._columns = COLUMNS[declared.key]
        self._names = [header(declared, column) for column in self._columns]
        self._view: IncidentView | None = None
        self._writable = False
        self._lines: dict[str, Line] = {}
        self._form: ItemForm | None = None
        self._seen = 0
        self._also: Sequence[Command] = ()
        self.add = Button(self._words.said(self._words.add), theme, self, weight=Weight.QUIET, fit=Fit.BAR, icon="plus")
        self.add.clicked.connect(self._on_add_clicked)
        self._head = TableHead(self._names, self._columns, theme, self)
        self._empty = PlainLabel(self._words.said(self._words.empty), theme, self, ink="ink2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._empty)

    # --- showing ---

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        self._view = view
        self._writable = may_write(view, self.presenter, follow_up=self.declared.follow_up)
        items = view.incident.record.of(self.declared.key)
        context = LineContext(moments, self.session.actor.id)
        if [item.id for item in items] != list(self._lines):
            self._rebuild(items, context)
        for item in items:
            self._show_line(self._lines[item.id], item, context)
        self.add.setVisible(self._writable and bool(self._words.add))
        self._head.setVisible(bool(items))
        self._empty.setVisible(not items and bool(self._empty.text()))

    def tick(self, moments: Moments) -> None:
        if self._view is not None:
            self.show_view(self._view, moments)

    @property
    def items(self) -> tuple[Item, ...]:
        return self._view.incident.record.of(self.declared.key) if self._view else ()

    def _rebuild(self, items: Sequence[Item], context: LineContext) -> None:
        """Lines come and go; the form that is open stays where it is, under its line."""
        for gone in [key for key in self._lines if key not in {item.id for item in items}]:
            line = self._lines.pop(gone)
            line.hide()
            line.deleteLater()
        kept, self._lines = self._lines, {}
        for number, item in enumerate(items):
            line = kept.get(item.id) or self._new_line(item, context)
            self._lines[item.id] = line
            self._column.insertWidget(1 + number, line)
        self._place_form()

    def _new_line(self, item: Item, context: LineContext) -> Line:
        row = TableRow(cells(self.declared, item, context), self._names, self._columns, self.theme, self)
        line = Line(row, self._words.said(self._words.end), self.theme, self)
        row.clicked.connect(lambda: self._on_row_clicked(item.id))
        if line.end is not None:
            line.end.clicked.connect(lambda: self._on_end_clicked(item.id))
        return line

    def _show_line(self, line: Line, item: Item, context: LineContext) -> None:
        line.row.set_cells(cells(self.declared, item, context))
        line.row.setEnabled(True)
        open_line = self._writable and not is_ended(self.declared, item)
        line.show_end(open_line, any_open=self._writable and bool(self._words.end))
        self._head.spare = line.end_width()
        self._head.update()

    # --- forms in place ---

    def _on_add_clicked(self) -> None:
        self.begin_adding()

    def begin_adding(self, values: Mapping[str, Any] | None = None, also: Sequence[Command] = ()) -> None:
        """Opens an empty line below the list. `also` is written together with it."""
        form = self._fresh_form(also)
        form.begin_adding(values)
        self._open(form)

    def begin_changing(self, item: Item, values: Mapping[str, Any] | None = None) -> None:
        form = self._fresh_form()
        form.begin_changing(item, values)
        self._open(form)

    def begin_ending(self, item: Item) -> None:
        form = self._fresh_form()
        name = self.session.wording.value(None, next(iter(self._naming(item)), ""))
        form.begin_ending(item, self._words.said(self._words.ending).format(name=name))
        self._open(form)

    def _naming(self, item: Item) -> list[Any]:
        return [item.values[key] for key in ("what", "whom", "name") if key in item.values]

    def _fresh_form(self, also: Sequence[Command] = ()) -> ItemForm:
        self._drop_form()
        self._also = also
        self._seen = self._view.position if self._view else 0
        form = ItemForm(self.declared, self.session, self.theme, self)
        form.save_requested.connect(self._on_save_requested)
        form.remove_requested.connect(self._on_remove_requested)
        form.cancelled.connect(self.close_form)
        self._form = form
        return form

    def _open(self, form: ItemForm) -> None:
        self._place_form()
        form.show()
        form.focus_first()
        # The layout knows the form's place only after this turn of the event loop.
        QTimer.singleShot(0, form, lambda: self.opened.emit(form))

    def _place_form(self) -> None:
        if self._form is None:
            return
        self._column.removeWidget(self._form)
        item = self._form.item
        line = self._lines.get(item.id) if item is not None else None
        self._column.insertWidget(self._column.count() if line is None else self._column.indexOf(line) + 1, self._form)

    def close_form(self) -> None:
        """Puts the focus back where the form was opened from, unless a person has gone on to another field."""
        form = self._form
        if form is None:
            return
        focused = QApplication.focusWidget()
        inside = focused is None or form.isAncestorOf(focused)
        item = form.item
        line = self._lines.get(item.id) if item is not None else None
        self._drop_form()
        if inside:
            (line.row if line is not None else self.add).setFocus()

    def _drop_form(self) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    @property
    def form(self) -> ItemForm | None:
        return self._form

    def is_touched(self) -> bool:
        return self._form is not None and self._form.is_touched()

    # --- orders ---

    def open_line(self, item_id: str) -> None:
        """The line opens to be changed, where it stands on this list and may be changed."""
        self._on_row_clicked(item_id)

    def _on_row_clicked(self, item_id: str) -> None:
        item = next((each for each in self.items if each.id == item_id), None)
        if item is not None and self._writable and self._words.add and not self.declared.fixed:
            self.begin_changing(item)

    def _on_end_clicked(self, item_id: str) -> None:
        item = next((each for each in self.items if each.id == item_id), None)
        if item is not None:
            self.begin_ending(item)

    def _on_save_requested(self, command: Command) -> None:
        self._order([command, *self._also])

    def _on_remove_requested(self, item: Item) -> None:
        said_so = self.tr("Taken off: {one}.").format(one=said(self.declared.one))
        self._order([RemoveItem(item.id)], said_so)

    def _order(self, commands: Sequence[Command], said_so: str = "") -> None:
        form = self._form

        def done(result: Done) -> None:
            if self._form is form:
                self.close_form()

        def refused(error: Refused) -> None:
            if form is not None and self._form is form:
                form.refuse(error)
            else:
                self.session.explain(error)

        self.presenter.order(commands, seen=self._seen, said=said_so, done=done, refused=refused, hears=self)
