"""How a field that is being declared will look in the form of a record."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.declarations import Field
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Rule


class FieldPreview(QWidget):
    """A form of one field, to be tried out; nothing that is typed in it is kept."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._shown: tuple[Field, bool] | None = None
        self.form: FieldForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.u)
        self._column.addWidget(PlainLabel(self.tr("So it looks in the form"), theme, self, role="hint", ink="ink2"))
        self._column.addWidget(Rule(theme, self))

    def show_field(self, field: Field, *, needed: bool) -> None:
        if self._shown == (field, needed):
            return
        self._shown = (field, needed)
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = FieldForm([field], self._session, self._theme, self)
        self.form.show_values({}, (field.key,) if needed else ())
        self._column.insertWidget(1, self.form)
