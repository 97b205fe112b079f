"""Editors of what points somewhere: a time, a day, a person, a place, a category."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.values import StatedTime
from incident_desk.gui.forms.date_field import DateField
from incident_desk.gui.forms.editor import FieldEditor
from incident_desk.gui.forms.field_grid import Room
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.pick_field import Pick, PickField
from incident_desk.gui.widgets.time_field import TimeField


def typed(field: CompositeField) -> str:
    """What stands in the first line, understood or not."""
    line = field.edits()[0]
    return line.text().strip() if isinstance(line, QLineEdit) else ""


def _can_undo(field: CompositeField) -> bool:
    lines = [line for line in field.edits() if isinstance(line, QLineEdit)]
    return any(line.hasFocus() and line.isUndoAvailable() for line in lines)


class TimeEditor(FieldEditor):
    """A time as people state it."""

    def __init__(self, field: Field, session: Session, theme: Theme, parent: QObject, owner: QWidget) -> None:
        self._time = TimeField(session.names.settings.zone, theme, owner)
        super().__init__(field, self._time, parent)
        self._time.value_changed.connect(self._tell)
        for line in self._time.edits():
            if isinstance(line, QLineEdit):
                line.textEdited.connect(self._tell)

    @property
    def room(self) -> Room:
        return Room.MORE

    def value(self) -> Any:
        if self._time.problem():
            return typed(self._time)
        stated = self._time.value()
        return None if stated is None else stated.to_json()

    def can_undo(self) -> bool:
        return _can_undo(self._time)

    def _show(self, plain: Any) -> None:
        self._time.set_value(None if plain is None else StatedTime.from_json(plain))


class DateEditor(FieldEditor):
    """A calendar day."""

    def __init__(self, field: Field, session: Session, theme: Theme, parent: QObject, owner: QWidget) -> None:
        self._date = DateField(session.names.settings.zone, theme, owner)
        super().__init__(field, self._date, parent)
        self._date.value_changed.connect(self._tell)

    def value(self) -> Any:
        if self._date.problem():
            return typed(self._date)
        day = self._date.value()
        return None if day is None else day.isoformat()

    def set_read_only(self, read_only: bool) -> None:
        self._date.line.setReadOnly(read_only)

    def can_undo(self) -> bool:
        return _can_undo(self._date)

    def _show(self, plain: Any) -> None:
        self._date.set_value(None if plain is None else date.fromisoformat(plain))


class PickEditor(FieldEditor):
    """A person, a place, a category or a subcategory, found by typing."""

    def __init__(self, field: Field, session: Session, theme: Theme, parent: QObject, owner: QWidget) -> None:
        self._session = session
        self._category: str | None = None
        self._pick = PickField((), theme, owner)
        super().__init__(field, self._pick, parent)
        self._offer()
        self._pick.id_chosen.connect(self._tell)
        first = self._pick.edits()[0]
        if isinstance(first, QLineEdit):
            first.textEdited.connect(self._tell)
        session.names_changed.connect(self._offer)

    def value(self) -> Any:
        if self._pick.problem():
            return typed(self._pick)
        return self._pick.chosen()

    def set_read_only(self, read_only: bool) -> None:
        first = self._pick.edits()[0]
        if isinstance(first, QLineEdit):
            first.setReadOnly(read_only)

    def can_undo(self) -> bool:
        return _can_undo(self._pick)

    def set_chosen_category(self, category: str | None) -> None:
        if self.field.kind is not FieldKind.SUBCATEGORY or category == self._category:
            return
        self._category = category
        chosen = self._pick.chosen()
        if category and chosen and not chosen.startswith(f"{category}."):
            self._pick.set_chosen(None)
        self._offer()

    def _show(self, plain: Any) -> None:
        words = self._session.wording.value(self.field, plain)
        self._pick.set_chosen(plain, words)

    def _offer(self) -> None:
        self._pick.set_picks(_PICKS[self.field.kind](self._session, self._category))


def people(session: Session, category: str | None = None) -> Sequence[Pick]:
    """Everybody who is still active, by name; job or department tell two of the same name apart."""
    active = sorted((p for p in session.names.people.values() if p.active), key=lambda p: p.name.casefold())
    return [Pick(p.id, p.name, ", ".join(filter(None, (p.job, p.unit)))) for p in active]


def places(session: Session, category: str | None = None) -> Sequence[Pick]:
    """Every active place with the way to it, outermost first."""
    active = sorted((p for p in session.names.places.values() if p.active), key=lambda p: p.path)
    return [Pick(p.id, p.spoken, " > ".join(p.path[:-1])) for p in active]


def _categories(session: Session, category: str | None) -> Sequence[Pick]:
    return [Pick(c.key, said(c.name), said(c.help)) for c in session.names.pack.offered]


def _subcategories(session: Session, category: str | None) -> Sequence[Pick]:
    """Those of the category; all of them, with their category, while none is chosen."""
    chosen = session.names.pack.category(category or "")
    if chosen is not None:
        return [Pick(sub.key, said(sub.name)) for sub in chosen.offered]
    return [Pick(sub.key, said(sub.name), said(c.name)) for c in session.names.pack.offered for sub in c.offered]


_PICKS = {
    FieldKind.PERSON: people,
    FieldKind.PLACE: places,
    FieldKind.CATEGORY: _categories,
    FieldKind.SUBCATEGORY: _subcategories,
}
