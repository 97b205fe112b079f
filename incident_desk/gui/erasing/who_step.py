"""Whose data, on what legal ground, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.gui.erasing.presenter import Asked
from incident_desk.gui.erasing.scope import Scope
from incident_desk.gui.forms.pointed_editors import people
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import LineField, ProseField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.pick_field import PickField

_LONGEST = 500  # of basis and reason, as the journal takes them


class WhoStep(QWidget):
    """Signal: `entered` on Enter in a line."""

    entered = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.lead = PlainLabel("", theme, self, ink="ink2")
        self.person = PickField(people(session), theme, self, placeholder=self.tr("Three letters of the name"))
        self.words = ProseField(theme, self, rows=3)
        self.basis, self.reason = (LineField(theme, self, limit=_LONGEST) for _ in range(2))
        self.rows = self._make_rows(theme)
        panel = Panel(self.tr("Whose data, and why"), theme, self)
        panel.body.addWidget(self.lead)
        for row in self.rows.values():
            panel.body.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)
        for line in (self.basis, self.reason):
            line.returnPressed.connect(self.entered)

    def _make_rows(self, theme: Theme) -> dict[str, FormRow]:
        spelt = self.tr("One name in a line, as it may be written: the whole name, the family name, a nickname.")
        basis = self.tr("Without the name, for it stays in the journal: Article 17 GDPR, request of 20 November.")
        return {
            "person": FormRow(self.tr("Somebody on the list of people"), self.person, theme, self,
                              hint=self.tr("leave it empty for a patient or visitor")),
            "words": FormRow(self.tr("Names to look for"), self.words, theme, self, help=spelt),
            "basis": FormRow(self.tr("On whose request or by which law"), self.basis, theme, self, help=basis),
            "reason": FormRow(self.tr("Reason"), self.reason, theme, self, hint=self.tr("without the name")),
        }  # fmt: skip

    def begin(self, scope: Scope, number: str, person: str) -> None:
        """Empty lines; what must be kept no longer has its ground already."""
        whole = scope is Scope.WHOLE
        self.lead.setText(self._lead(scope).format(number=number))
        self.person.set_picks(people(self._session))
        self.person.set_chosen(person or None)
        self.words.set_text("")
        self.basis.setText(self.tr("Retention rule of this register") if whole else "")
        self.reason.setText(self.tr("The time for which it has to be kept is over") if whole else "")
        for key, row in self.rows.items():
            row.set_wrong("")
            row.setVisible(key in ("basis", "reason") or not whole)

    def _lead(self, scope: Scope) -> str:
        if scope is Scope.WHOLE:
            return self.tr("Everything personal in {number} is erased; figures, dates and codes stay for the counts.")
        if scope is Scope.HERE:
            return self.tr("The names are looked for in {number}, in its history too. Nothing is erased yet.")
        return self.tr("The names are looked for in every incident, in its history too. Nothing is erased yet.")

    def focus_first(self) -> None:
        row = next(row for row in self.rows.values() if not row.isHidden())
        row.focus_field()

    def asked(self) -> Asked:
        words = tuple(filter(None, (" ".join(line.split()) for line in self.words.text().splitlines())))
        return Asked(self.person.chosen(), words, self.basis.text(), self.reason.text())

    def explain(self, refused: Refused) -> bool:
        """Says at its line what is refused; False where there is none."""
        row = self.rows.get(refused.field or "")
        if row is None or row.isHidden():
            return False
        for each in self.rows.values():
            each.set_wrong("")
        row.set_wrong(self._session.wording.refusal(refused))
        row.focus_field()
        return True
