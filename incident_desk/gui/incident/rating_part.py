"""The matrix in the form: the answer, what it suggests and why, and the decision."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.domain.fields import RATING_KEYS
from incident_desk.domain.vocabulary import PRIORITY_NAMES, Priority
from incident_desk.gui.clock import Moments
from incident_desk.gui.forms.rating_form import RatingForm
from incident_desk.gui.incident.part import Part, may_write
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import ChoiceField, LineField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.marks import PriorityChip

_SIDE_BY_SIDE = 590  # width of the form in pixels of the design from which the reasons stand beside the matrix


class RatingPart(Part):
    """Matrix left, reasons and decision right; below each other where there is no room."""

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(presenter, theme, parent)
        self.rating = RatingForm(presenter.session, theme, self)
        self.rating.edited.connect(self._on_edited)
        self._view: IncidentView | None = None
        self._chip_words = PlainLabel("", theme, self, role="body-strong", ink="ink2", lines=1)
        self.chip = PriorityChip(Priority.NOT_SET, theme, self, large=True)
        self._why = PlainLabel(self.tr("Why"), theme, self, role="body-strong")
        self._reasons = PlainLabel("", theme, self, role="hint", ink="ink2")
        self.take = Button("", theme, self, weight=Weight.PRIMARY)
        self.other = Button(self.tr("Other ..."), theme, self, weight=Weight.QUIET)
        self._other_panel = _OtherPriority(theme, self)
        self.take.clicked.connect(self._on_take_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self._other_panel.save.clicked.connect(self._on_other_saved)
        self._other_panel.cancel.clicked.connect(self._other_panel.hide)
        self._lay_out()

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        before, self._view = self._view, view
        if before is None or not self.is_touched() or before.id != view.id:
            self.rating.show_values(view.values)
        self.rating.setEnabled(may_write(view, self.presenter))
        self._tell()

    def is_touched(self) -> bool:
        """Whether the frames stand elsewhere than in the record."""
        stored = {key: self._view.values[key] for key in RATING_KEYS if key in self._view.values} if self._view else {}
        return self.rating.codes() != stored

    def _tell(self) -> None:
        view = self._view
        if view is None:
            return
        suggested, decided = self.rating.suggested(), view.incident.priority
        touched = self.is_touched()
        shown = suggested if touched or decided is Priority.NOT_SET else decided
        self._chip_words.setText(self.tr("Suggested") if touched or decided is Priority.NOT_SET else self.tr("Decided"))
        self.chip.set_level(shown or Priority.NOT_SET)
        self._reasons.setText("\n".join(f"• {reason}" for reason in self._sentences(view, touched)))
        self._why.setVisible(bool(self._reasons.text()))
        writable = may_write(view, self.presenter)
        if suggested is not None:
            self.take.set_text(self.tr("Take {level}").format(level=said(PRIORITY_NAMES[suggested])))
        undecided = touched or (suggested is not None and decided is not suggested)
        self.take.setVisible(writable and suggested is not None and undecided)
        self.other.setVisible(writable and suggested is not None)

    def _sentences(self, view: IncidentView, touched: bool) -> list[str]:
        sentences = self.rating.reasons() or [self.tr("Mark in the matrix how it was and how it could have been.")]
        reason = view.values.get("priority_reason")
        if reason is not None and not touched:
            words = self.session.wording.value(None, reason)
            sentences.append(self.tr("Another priority was chosen: {reason}").format(reason=words))
        return sentences

    def _on_edited(self) -> None:
        self._other_panel.hide()
        self._tell()

    def _on_take_clicked(self) -> None:
        command = self.rating.command()
        if command is not None:
            self.presenter.order([command])

    def _on_other_clicked(self) -> None:
        self._other_panel.begin(self.rating.suggested())

    def _on_other_saved(self) -> None:
        command = self.rating.command(self._other_panel.choice.code() or "", self._other_panel.reason.text())
        if command is None or not self._other_panel.is_complete():
            return

        def refused(error: Refused) -> None:
            self._other_panel.reason_row.set_wrong(self.session.wording.refusal(error))

        self.presenter.order([command], done=lambda _: self._other_panel.hide(), refused=refused, hears=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= self.theme.px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    def _lay_out(self) -> None:
        u = self.theme.u
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * u)
        self._row.addWidget(self.rating, 0)
        beside = QVBoxLayout()
        beside.setSpacing(u)
        head = QHBoxLayout()
        head.addWidget(self._chip_words)
        head.addWidget(self.chip)
        head.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.take)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        beside.addLayout(head)
        beside.addWidget(self._why)
        beside.addWidget(self._reasons)
        beside.addLayout(buttons)
        beside.addWidget(self._other_panel)
        beside.addStretch(1)
        self._row.addLayout(beside, 1)
        self._row.setAlignment(self.rating, Qt.AlignmentFlag.AlignTop)


class _OtherPriority(QWidget):
    """Another priority than the matrix gives, and why."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        levels = [(level.value, said(PRIORITY_NAMES[level])) for level in Priority if level is not Priority.NOT_SET]
        self.choice = ChoiceField(levels, theme, self)
        self.choice_row = FormRow(self.tr("Priority"), self.choice, theme, self)
        self.reason = LineField(theme, self)
        self.reason_row = FormRow(self.tr("Why another one"), self.reason, theme, self)
        self.save = Button(self.tr("Save"), theme, self, weight=Weight.PRIMARY)
        self.cancel = Button(self.tr("Cancel"), theme, self, weight=Weight.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice_row)
        column.addWidget(self.reason_row)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def begin(self, suggested: Priority | None) -> None:
        self.choice.set_code(None)
        self.reason.clear()
        self.show()
        self.choice.setFocus()

    def is_complete(self) -> bool:
        self.choice_row.set_missing(self.choice.code() is None)
        self.reason_row.set_missing(not self.reason.text().strip())
        return self.choice.code() is not None and bool(self.reason.text().strip())
