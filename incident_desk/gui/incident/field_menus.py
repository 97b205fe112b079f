"""The history of a field from the field itself: by its menu, or by a key while one stands in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from incident_desk.domain.declarations import Field
from incident_desk.gui.forms.form_cell import FormCell
from incident_desk.gui.incident.step_form import StepForm
from incident_desk.gui.language import said
from incident_desk.gui.messages import Messages


class FieldMenus(QObject):
    """Signal: `history_requested` key and label of a field of the record itself."""

    history_requested = Signal(str, str)

    def __init__(self, form: StepForm, messages: Messages) -> None:
        super().__init__(form)
        self._form, self._messages = form, messages
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def ask_for_focused(self) -> None:
        """The field one stands in."""
        field = self._field_of(QApplication.focusWidget())
        if field is not None:
            self._ask(field)
        else:
            self._messages.info(self.tr("Go into a field of the form first; its history opens then."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ContextMenu or not isinstance(watched, QWidget):
            return False
        if not isinstance(event, QContextMenuEvent) or not self._form.isAncestorOf(watched):
            return False
        field = self._field_of(watched)
        if field is None:
            return False
        self._open(field, watched, event.globalPos())
        return True

    def _open(self, field: Field, watched: QWidget, at: QPoint) -> None:
        menu = _usual_menu(watched) or QMenu(watched)
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(self.tr("History of this field")).triggered.connect(lambda: self._ask(field))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _ask(self, field: Field) -> None:
        self.history_requested.emit(field.key, said(field.label))

    def _field_of(self, part: QWidget | None) -> Field | None:
        """The field of the record's own forms that a part belongs to; lines of lists have their history in the
        journal.
        """
        while part is not None and part is not self._form:
            if isinstance(part, FormCell):
                cell = part
                mine = any(cell in form.cells.values() for form in self._form.forms())
                return cell.editor.field if mine else None
            part = part.parentWidget()
        return None


def _usual_menu(part: QWidget) -> QMenu | None:
    """Copy, paste and the like, where there is something to copy."""
    for each in (part, part.parentWidget()):
        if isinstance(each, QLineEdit | QPlainTextEdit):
            return each.createStandardContextMenu()
    return None
