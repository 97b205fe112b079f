"""The form of one step: its sections below each other, scrolled to and filled in."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from incident_desk.domain.declarations import Section
from incident_desk.domain.fields import SECTIONS
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.clock import Moments
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.incident import imported_part
from incident_desk.gui.incident.communication_part import CommunicationPart
from incident_desk.gui.incident.list_part import ListPart
from incident_desk.gui.incident.needs import missing_by_section
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.section import SectionView, fields_of
from incident_desk.gui.incident.sign_off_part import SignOffPart
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark

_QUESTIONS = "category_questions"
_SHOWN_BESIDE = frozenset({"files"})  # the pane at the right has them
_COMES_TO_REST = (0, 60, 200, 450)  # milliseconds; parts that wrap are laid out over several turns of the event loop
_WIDEST = 960  # of the form, in pixels of the design


class StepForm(QScrollArea):
    """Signals: `forms_changed` after other forms stand here; `line_opened` when one opened in a list;
    `gate_closed` when signing asks for more, with the key of the signature.

    `notices` is a column above the sections, for what concerns the whole record.
    """

    forms_changed = Signal()
    line_opened = Signal()
    gate_closed = Signal(object, str)

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter, self._theme = presenter, theme
        self.step = Step.IDENTIFICATION
        self.sections: list[SectionView] = []
        self._made_for: tuple[object, ...] = ()
        self._category: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QFrame()
        mark(self._sheet, kind="paper")
        self.setWidget(self._sheet)
        self._column = QVBoxLayout(self._sheet)
        self.notices = QVBoxLayout()
        self._column.addLayout(self.notices)
        self._place = QVBoxLayout()
        self._column.addLayout(self._place)
        self._column.addStretch(1)
        theme.changed.connect(self._space)
        self._space()

    # --- showing ---

    def show_view(self, view: IncidentView, step: Step, moments: Moments) -> None:
        """Shows a step of a record; keeps what stands there when it is the same one."""
        own = tuple(field for field in view.pack.fields if field.step is step)
        made_for, category = (view.id, step, view.pack.id, view.pack.version, own), view.values.get("category")
        if made_for != self._made_for:
            self._made_for, self.step = made_for, step
            self._build(view)
        elif category != self._category:
            self._renew_questions(view)
        self._category = category
        missing = missing_by_section(view, step)
        for section in self.sections:
            section.show_view(view, moments, missing.get(section.section.key, []))

    def forget(self) -> None:
        """The next record shown gets a fresh form, with nothing of what was typed."""
        self._made_for = ()

    def tick(self, moments: Moments) -> None:
        for section in self.sections:
            section.tick(moments)

    def forms(self) -> list[FieldForm]:
        return [form for section in self.sections for form in section.forms()]

    def is_touched(self) -> bool:
        """Whether a line is being written that only its Save button keeps."""
        return any(section.is_touched() for section in self.sections)

    def _build(self, view: IncidentView) -> None:
        for old in list(self.sections):
            self._drop(old)
        for section in SECTIONS:
            if section.step is self.step and section.key not in _SHOWN_BESIDE:
                self._add(section, view, len(self.sections))
        self.verticalScrollBar().setValue(0)
        self.forms_changed.emit()

    def _renew_questions(self, view: IncidentView) -> None:
        """Another category asks other questions; everything else stays as it stands."""
        keys = [section.key for section in SECTIONS if section.step is self.step and section.key not in _SHOWN_BESIDE]
        if _QUESTIONS not in keys:
            return
        for old in [each for each in self.sections if each.section.key == _QUESTIONS]:
            self._drop(old)
        section = next(each for each in SECTIONS if each.key == _QUESTIONS)
        self._add(section, view, keys.index(_QUESTIONS))
        self.forms_changed.emit()

    def _add(self, section: Section, view: IncidentView, number: int) -> None:
        fields = fields_of(section, view)
        if section.key == _QUESTIONS and not fields:
            return
        if section.key == imported_part.SECTION and not imported_part.is_shown(view):
            return
        part = SectionView(section, fields, self._presenter, self._theme, self._sheet)
        self.sections.insert(number, part)
        self._place.insertWidget(number, part)
        self._listen(part)

    def _drop(self, section: SectionView) -> None:
        self.sections.remove(section)
        self._place.removeWidget(section)
        section.hide()
        section.deleteLater()

    def _listen(self, section: SectionView) -> None:
        for part in section.parts:
            if isinstance(part, SignOffPart):
                part.gate_closed.connect(self.gate_closed)
                part.opened.connect(self._on_form_opened)
            for lists in (part,) if isinstance(part, ListPart) else _lists_in(part):
                lists.opened.connect(self._on_form_opened)

    # --- going somewhere ---

    def go_to_section(self, key: str) -> None:
        """Scrolls a section to the top and puts the focus on its first missing field, else into it."""
        # A form that was built just now is laid out after this turn of the event loop.
        QTimer.singleShot(0, self, lambda: self._go_to(key))

    def _go_to(self, key: str) -> None:
        section = next((each for each in self.sections if each.section.key == key), None)
        if section is None:
            return
        top = section.mapTo(self._sheet, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(max(0, top - self._theme.u))
        for child in section.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
                child.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def sign_off_part(self) -> SignOffPart | None:
        parts = [part for section in self.sections for part in section.parts]
        return next((part for part in parts if isinstance(part, SignOffPart)), None)

    def add_message(self) -> None:
        """Opens an empty line of the messages told."""
        for section in self.sections:
            for part in section.parts:
                if isinstance(part, CommunicationPart):
                    part.told.begin_adding()

    def _on_form_opened(self, form: QWidget) -> None:
        for wait in _COMES_TO_REST:
            QTimer.singleShot(wait, form, lambda: self._bring_into_sight(form))
        self.line_opened.emit()

    def _bring_into_sight(self, form: QWidget) -> None:
        if form.isVisible():
            self.ensureWidgetVisible(form, 0, 2 * self._theme.u)

    # --- looks ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _space(self) -> None:
        u = self._theme.u
        bar = self.width() - self.viewport().width()  # the scroll bar takes its room from the margin
        side = max(3 * u, self.width() - 3 * u - self._theme.px(_WIDEST)) - bar
        self._column.setContentsMargins(3 * u, 2 * u, side, 3 * u)
        self._column.setSpacing(2 * u)
        self._place.setSpacing(3 * u)
        self.notices.setSpacing(u)


def _lists_in(part: QWidget) -> tuple[ListPart, ...]:
    return (part.told, part.promised) if isinstance(part, CommunicationPart) else ()
