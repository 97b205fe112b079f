"""The tree of places: where things happen, and which unit's code begins a record's number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from incident_desk.domain.directory import AddPlace, ChangePlace
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.session import Session
from incident_desk.gui.settings.tree_model import Node
from incident_desk.gui.settings.tree_section import TreeSection
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField, LineField
from incident_desk.gui.widgets.pick_field import Pick, PickField
from incident_desk.support.words import folded
from incident_desk.usecases.rows import PlaceRow
from incident_desk.usecases.submission import Done

_KEYS = ("name", "kind", "code", "parent")


class PlacesSection(TreeSection):
    key = "places"
    icon = "map-pin"
    roles = (Role.ADMINISTRATOR, Role.COORDINATOR)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Places"), session, theme, parent)
        self.add = self.add_button(self.tr("Add a place"))
        self.adding.addStretch(1)
        self.add.clicked.connect(self.begin_new)

    def fill_form(self) -> None:
        form, theme = self.editor.form, self.theme
        kinds = (
            ("site", self.tr("Site")), ("department", self.tr("Department")), ("place", self.tr("Place")),
        )  # fmt: skip
        self._parent = PickField((), theme, form, placeholder=self.tr("stands at the top"))
        form.add(form.row("name", self.tr("Name"), LineField(theme, form)))
        form.add(
            form.row("kind", self.tr("Kind"), ChoiceField(kinds, theme, form)),
            form.row("code", self.tr("Code"), LineField(theme, form, limit=40), hint=self.tr("such as W3 or HALL1")),
        )
        form.rows["code"].set_help(self.tr("Begins the numbers of its records. Empty: the code of what it lies in."))
        form.add(form.row("parent", self.tr("Lies in"), self._parent))

    def make_nodes(self) -> Sequence[Node]:
        return _below(None, _children(self.session.names.places))

    def show_line(self, key: str) -> None:
        place = self.session.names.places[key]
        self._offer_parents(without=key)
        values = {each: getattr(place, each) for each in _KEYS}
        self.editor.show_entry(
            f"place {key}", values, chain=key, seen=place.position, title=place.name, read_only=not self.may_edit
        )

    def show_new(self) -> None:
        self._offer_parents(without=None)
        place = self.session.names.places.get(self.adding_at)
        kind = "place" if place and place.kind != "site" else "department"
        values = {"kind": kind, "parent": self.adding_at or None}
        self.editor.show_entry("new place", values, title=self.tr("New place"), new=True)

    def _offer_parents(self, without: str | None) -> None:
        places = self.session.names.places
        below = _all_below(without, _children(places)) if without else set()
        offered = [place for place in places.values() if place.active and place.id not in below]
        self._parent.set_picks([Pick(each.id, each.name, ", ".join(each.path[:-1])) for each in offered])

    def save(self, changes: dict[str, Any]) -> None:
        if changes.get("code"):
            changes["code"] = changes["code"].upper()
        if self.is_new:
            values = self.editor.form.values()
            order = AddPlace(
                values["name"] or "", values["parent"], (values["code"] or "").upper(), values["kind"] or "place"
            )
            self.editor.submit(None, (order,), self.tr("{name} added.").format(name=order.name))
        else:
            key = self.tree.marked()
            self.editor.submit(key, (ChangePlace(key, changes),), self.tr("Place saved."))

    def offer(self, key: str, *, offered: bool) -> None:
        place = self.session.names.places[key]
        said = self.tr("{name} is offered again.") if offered else self.tr("{name} is not offered any more.")
        order = ChangePlace(key, {"active": offered})
        self.session.submit(key, (order,), seen=place.position, said=said.format(name=place.name), undoable=False)

    def key_of(self, done: Done) -> str | None:
        return done.id


def _children(places: Mapping[str, PlaceRow]) -> dict[str | None, list[PlaceRow]]:
    """Places by what they lie in, in the order of their names. One whose parent is gone stands at the top."""
    found: dict[str | None, list[PlaceRow]] = {}
    for place in sorted(places.values(), key=lambda place: folded(place.name)):
        found.setdefault(place.parent if place.parent in places else None, []).append(place)
    return found


def _below(parent: str | None, children: Mapping[str | None, Sequence[PlaceRow]]) -> tuple[Node, ...]:
    return tuple(
        Node(place.id, place.name, place.code, place.active, _below(place.id, children))
        for place in children.get(parent, ())
    )


def _all_below(place: str, children: Mapping[str | None, Sequence[PlaceRow]]) -> set[str]:
    """The place itself and all that lies in it: it cannot lie in any of them."""
    return {place}.union(*(_all_below(each.id, children) for each in children.get(place, ())))
