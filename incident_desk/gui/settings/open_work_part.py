"""What a person still has in hand, and the way to give it to somebody else: for who leaves, and who is away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.lists import LISTS
from incident_desk.domain.vocabulary import Role
from incident_desk.gui.forms.pointed_editors import people
from incident_desk.gui.language import said
from incident_desk.gui.many_orders import ManyOrders
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.open_lines import OpenLine, OpenLines
from incident_desk.gui.widgets.pick_field import PickField
from incident_desk.usecases.open_work import OpenWork, give_over, open_work
from incident_desk.usecases.rows import PersonRow


class OpenWorkPart(QWidget):
    """What is owed inside incidents is named; it stays with its owner there. `show` brings the part into sight.

    Signal: `opened` id of an incident.
    """

    opened = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget, show: Callable[[], None]) -> None:
        super().__init__(parent)
        self._session, self._page = session, parent
        self._person: PersonRow | None = None
        self._work: OpenWork | None = None
        self._orders = ManyOrders(session, theme, parent, self._place, show)
        title = self.tr("Open work")
        self.state = Note(theme, self, icon="checklist", ink="ink2", role="body")
        self.list = OpenLines(title, theme, self)
        self.to = PickField((), theme, self, placeholder=self.tr("Three letters of the name"))
        self.row = FormRow(self.tr("Give these incidents to"), self.to, theme, self)
        self.give = Button(self.tr("Give over"), theme, self, icon="arrow-right")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.u)
        line = QHBoxLayout()
        line.setSpacing(theme.u)
        line.addWidget(self.row, 1)
        line.addWidget(self.give, 0, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(PlainLabel(title, theme, self, role="section"))
        column.addWidget(self.state)
        column.addWidget(self.list)
        column.addLayout(line)
        column.addWidget(self._orders.working)
        self.list.opened.connect(self.opened)
        self.to.id_chosen.connect(self._look)
        self.give.clicked.connect(self._on_give_clicked)
        self._orders.busy_changed.connect(self._look)
        session.bus.incidents_changed.connect(self._on_incidents_changed)

    # --- showing ---

    def show_person(self, person: PersonRow) -> None:
        again = self._person is not None and self._person.id == person.id
        self._person = person
        if not again:
            self._work = None
            self.to.set_chosen(None)
            self._show()
        others = [pick for pick in people(self._session) if pick.id != person.id]
        self.to.set_picks(others)
        self._read(person)

    def _read(self, person: PersonRow) -> None:
        self._session.read(lambda queries: open_work(queries, person.id), self._take)

    def _take(self, work: OpenWork) -> None:
        if self._person is not None and work.person == self._person.id:
            self._work = work
            self._show()

    def _on_incidents_changed(self) -> None:
        if self._person is not None and self.isVisible():
            self._read(self._person)

    def _show(self) -> None:
        work, person = self._work, self._person
        self.list.show_lines(list(_lines(work)) if work else [])
        self.state.show_sentence(self._sentence(work, person) if work and person else "")
        session = self._session
        may = session.actor.may(Role.COORDINATOR) and not session.register.read_only
        may_give = may and bool(work and work.incidents)
        self.row.setVisible(may_give)
        self.give.setVisible(may_give)
        self._look()

    def _sentence(self, work: OpenWork, person: PersonRow) -> str:
        number = QLocale().toString
        told = []
        if work.count:
            told.append(self.tr("Open incidents: {count}.").format(count=number(work.count)))
        if work.lines:
            told.append(self.tr("Still owed in incidents: {count}.").format(count=number(len(work.lines))))
        return " ".join(told) or self.tr("{name} has nothing open.").format(name=person.name)

    def _look(self) -> None:
        self.give.setEnabled(self.to.chosen() is not None and not self._orders.is_busy)

    # --- giving over ---

    def _on_give_clicked(self) -> None:
        work, to = self._work, self.to.chosen()
        if work is None or to is None:
            return
        name, submitter = self._session.names.person(to), self._session.submitter
        op_id = self._session.services.new_id()

        def said(count: int) -> str:
            return self.tr("%n incidents are with {name} now.", None, count).format(name=name)

        self._orders.carry_out(lambda progress: give_over(submitter, work, to, op_id, progress), said)

    def _place(self) -> QRect:
        beside = self.give if self.give.isVisible() else self.state
        return QRect(beside.mapTo(self._page, QPoint(0, 0)), beside.size())


def _lines(work: OpenWork) -> Iterator[OpenLine]:
    for row in work.incidents:
        yield OpenLine(row.id, row.number, row.title, said(row.standing))
    for line in work.lines:
        owed = said(LISTS[line.list].one)
        yield OpenLine(line.incident, line.number, line.what, owed[:1].upper() + owed[1:])
