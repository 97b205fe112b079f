"""The list of equipment: what each piece is called, the numbers that stand on it, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.equipment import AddEquipment, ChangeEquipment
from incident_desk.domain.equipment_keys import CODE_KEYS, EQUIPMENT_KEYS
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.forms.equipment_editor import detail_of
from incident_desk.gui.forms.pointed_editors import places
from incident_desk.gui.session import Session
from incident_desk.gui.settings.tree_model import Node
from incident_desk.gui.settings.tree_section import TreeSection
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import EmptyState
from incident_desk.gui.widgets.pick_field import PickField
from incident_desk.support.words import folded
from incident_desk.usecases.names import Names
from incident_desk.usecases.submission import Done

_KEYS = tuple(key for key in EQUIPMENT_KEYS if key != "active")
_SOON_MS = 120


class EquipmentSection(TreeSection):
    """The line above the list narrows it; a scanned label in it marks its piece. Signal: `sheet_requested`, to bring
    a list in.
    """

    sheet_requested = Signal()

    key = "equipment"
    icon = "tool"
    roles = (Role.ADMINISTRATOR, Role.COORDINATOR)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Equipment"), session, theme, parent)
        self.tree.setRootIsDecorated(False)  # one list, in which nothing lies in anything
        self.finder = LineField(theme, self, placeholder=self.tr("Name or number, or scan the label"))
        self._find = FormRow(self.tr("Find"), self.finder, theme, self)
        self.sides.left.insertWidget(0, self._find)
        self.count = PlainLabel("", theme, self, role="hint", ink="ink3")
        self.sides.left.insertWidget(2, self.count)
        self.add = self.add_button(self.tr("Add equipment"))
        self.adding.addStretch(1)
        self.none = EmptyState(
            self.tr("No equipment is listed yet. Add a piece, or bring in the list you have."), theme, self,
            action=self.tr("Add equipment"), other=self.tr("Bring in a sheet"),
        )  # fmt: skip
        self.nothing = EmptyState(self.tr("No equipment is listed yet."), theme, self)
        for state in (self.none, self.nothing):
            self.sides.left.addWidget(state)
        self.sides.left.addStretch(0)
        self._folded: dict[str, str] = {}  # what is sought in, of the names it was made of
        self._folded_of: Names | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._show_found)
        self.add.clicked.connect(self.begin_new)
        self.none.action_requested.connect(self.begin_new)
        self.none.other_requested.connect(self.sheet_requested)
        self.finder.textEdited.connect(self._on_find_edited)
        self.finder.returnPressed.connect(self._on_scanned)

    def fill_form(self) -> None:
        form, theme = self.editor.form, self.theme
        said = {
            "asset": self.tr("Asset number"), "serial": self.tr("Serial number"), "lot": self.tr("Lot"),
            "udi": self.tr("UDI"), "maker": self.tr("Maker"), "model": self.tr("Model"),
        }  # fmt: skip
        self._place = PickField((), theme, form)
        form.add(form.row("name", self.tr("Name"), LineField(theme, form)))
        for left, right in (("asset", "serial"), ("lot", "udi"), ("maker", "model")):
            form.add(*(form.row(key, said[key], LineField(theme, form)) for key in (left, right)))
        form.rows["asset"].set_help(self.tr("That of the inventory. No two pieces have the same."))
        form.rows["udi"].set_help(self.tr("As it stands on the label, or its first part (UDI-DI)."))
        form.add(form.row("place", self.tr("Stands at"), self._place))

    # --- the list ---

    def enter(self) -> None:
        super().enter()
        there = bool(self.session.names.equipment)
        for part in (self._find, self.tree, self.count):
            part.setVisible(there)
        self.add.setVisible(there and self.may_edit)
        self.none.setVisible(not there and self.may_edit)
        self.nothing.setVisible(not there and not self.may_edit)

    def make_nodes(self) -> Sequence[Node]:
        equipment, wanted = self.session.names.equipment, folded(self.finder.text()).split()
        texts = self._texts() if wanted else {}
        rows = [row for row in equipment.values() if all(f" {word}" in texts[row.id] for word in wanted)]
        narrowed = self.tr("{shown} of {all}").format(shown=len(rows), all=len(equipment))
        self.count.setText(narrowed if wanted else self.tr("%n pieces", None, len(equipment)))
        return [Node(row.id, row.name, row.asset or row.serial or row.lot, row.active) for row in rows]

    def _texts(self) -> dict[str, str]:
        """What is sought in, by the id of its piece: made once for a list, which may be thousands long."""
        names, wording = self.session.names, self.session.wording
        if self._folded_of is not names:
            self._folded_of = names
            self._folded = {
                row.id: folded(f" {row.name}, {detail_of(row, names, wording)}") for row in names.equipment.values()
            }
        return self._folded

    def _on_find_edited(self) -> None:
        self._soon.start()

    def _show_found(self) -> None:
        self.tree.show_nodes(self.make_nodes())

    def _on_scanned(self) -> None:
        """What a whole number means is shown among all the others."""
        self._soon.stop()
        found = self.session.names.equipment.meant_by(self.finder.text())
        if len(found) == 1:
            self.finder.clear()
            self.tree.show_nodes(self.make_nodes(), found[0].id)
            return
        self._show_found()
        if not self.tree.nodes.rowCount():
            self.session.messages.info(self.tr("No piece of equipment has this number."))

    # --- one piece ---

    def show_line(self, key: str) -> None:
        row = self.session.names.equipment.get(key)
        if row is None:
            return
        self._place.set_picks(places(self.session))
        values = {each: getattr(row, each) or None for each in _KEYS}
        self.editor.show_entry(
            f"equipment {key}", values, chain=key, seen=row.position, title=row.spoken, read_only=not self.may_edit
        )

    def show_new(self) -> None:
        """At the place of the one that was marked: whoever walks through a ward adds one after the other."""
        self._place.set_picks(places(self.session))
        marked = self.session.names.equipment.get(self.adding_at)
        values = {"place": marked.place if marked else None}
        self.editor.show_entry("new equipment", values, title=self.tr("New equipment"), new=True)

    def save(self, changes: dict[str, Any]) -> None:
        if self.is_new:
            values = self.editor.form.values()
            texts = {key: values[key] or "" for key in (*CODE_KEYS, "maker", "model")}
            order = AddEquipment(values["name"] or "", place=values["place"], **texts)
            self.editor.submit(None, (order,), self.tr("{name} added.").format(name=order.name))
        else:
            key = self.tree.marked()
            self.editor.submit(key, (ChangeEquipment(key, changes),), self.tr("Equipment saved."))

    def offer(self, key: str, *, offered: bool) -> None:
        row = self.session.names.equipment[key]
        said = self.tr("{name} is offered again.") if offered else self.tr("{name} is not offered any more.")
        order = ChangeEquipment(key, {"active": offered})
        self.session.submit(key, (order,), seen=row.position, said=said.format(name=row.spoken), undoable=False)

    def key_of(self, done: Done) -> str | None:
        return done.id
