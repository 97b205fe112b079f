"""One editor for every kind of field: the one place that knows which."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.gui.forms.chosen_editors import ChoiceEditor, ChoicesEditor, YesNoEditor
from incident_desk.gui.forms.editor import FieldEditor
from incident_desk.gui.forms.equipment_editor import EquipmentEditor
from incident_desk.gui.forms.pointed_editors import DateEditor, PickEditor, TimeEditor
from incident_desk.gui.forms.typed_editors import LineEditor, NumberEditor, ProseEditor
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme

_PLAIN: dict[FieldKind, type[LineEditor | ProseEditor | NumberEditor | ChoiceEditor | ChoicesEditor | YesNoEditor]] = {
    FieldKind.TEXT: LineEditor,
    FieldKind.PROSE: ProseEditor,
    FieldKind.NUMBER: NumberEditor,
    FieldKind.CHOICE: ChoiceEditor,
    FieldKind.CHOICES: ChoicesEditor,
    FieldKind.YES_NO: YesNoEditor,
}
_OF_THE_REGISTER: dict[FieldKind, type[TimeEditor | DateEditor | PickEditor | EquipmentEditor]] = {
    FieldKind.TIME: TimeEditor,
    FieldKind.DATE: DateEditor,
    FieldKind.PERSON: PickEditor,
    FieldKind.PLACE: PickEditor,
    FieldKind.EQUIPMENT: EquipmentEditor,
    FieldKind.CATEGORY: PickEditor,
    FieldKind.SUBCATEGORY: PickEditor,
}


def make_editor(field: Field, session: Session, theme: Theme, parent: QWidget) -> FieldEditor:
    """The editor of a field, with the options that the register's sector pack gives it."""
    declared = session.names.pack.with_options(field)
    if field.kind in _PLAIN:
        return _PLAIN[field.kind](declared, theme, parent, parent)
    return _OF_THE_REGISTER[field.kind](declared, session, theme, parent, parent)
