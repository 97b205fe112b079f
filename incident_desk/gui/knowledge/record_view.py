"""One knowledge record: what it is, its form, the incidents it comes from, its journal, and what can be done now."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.knowledge import RISK_FIELDS, KnowledgeKind, KnowledgeState, asked
from incident_desk.domain.knowledge_orders import ChangeKnowledge
from incident_desk.gui.forms.field_form import FieldForm
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Fit, IconButton, Weight
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.journal_view import JournalView
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.line_list import LineList
from incident_desk.gui.widgets.marks import NumberBox
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.gui.widgets.section_head import SectionHead
from incident_desk.usecases.journal_lines import journal_lines
from incident_desk.usecases.knowledge.reading import KnownRecord
from incident_desk.usecases.rows import IncidentRow

_JOURNAL = 220  # pixels of the design in which the newest entries can be read


class LinkedIncident(QWidget):
    """One incident that the record comes from. Signals: `opened`, `taken_out`."""

    opened = Signal()
    taken_out = Signal()

    def __init__(self, row: IncidentRow, theme: Theme, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        words = f"{row.number}   {row.title}"
        self.open = Button(words, theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.take_out = IconButton("x", self.tr("Take {number} out").format(number=row.number), theme, self, size=16)
        self.take_out.setVisible(writable)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.open)
        line.addWidget(PlainLabel(said(row.standing), theme, self, role="hint", ink="ink2", lines=1))
        line.addStretch(1)
        line.addWidget(self.take_out)
        self.open.clicked.connect(self.opened)
        self.take_out.clicked.connect(self.taken_out)


class RecordView(QWidget):
    """Signals: `incident_requested` id; `action_requested` what to do ("conclude", "publish", "reopen",
    "link"); `take_out_requested` IncidentRow; `saved`.
    """

    incident_requested = Signal(str)
    action_requested = Signal(str)
    take_out_requested = Signal(object)
    saved = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.shown: KnownRecord | None = None
        self._typed: dict[str, dict[str, Any]] = {}  # of records that could not be saved as they were left
        self._writing: int | None = None
        self.form: FieldForm | None = None
        self.number = NumberBox("", theme, self)
        self.standing = PlainLabel("", theme, self, role="hint-strong", ink="ink2", lines=1)
        self.title = PlainLabel("", theme, self, role="record-title", lines=2)
        self.risk = Note(theme, self, icon="scale", ink="ink2", icon_ink="petrol", role="body")
        self.save = Button(self.tr("Save"), theme, self, weight=Weight.PRIMARY)
        self.back = Button(self.tr("Discard changes"), theme, self, weight=Weight.QUIET)
        self.conclude = Button("", theme, self)
        self.publish = Button("", theme, self)
        self.reopen = Button(self.tr("Open again ..."), theme, self)
        self.print = Button(self.tr("Print ..."), theme, self, icon="printer")
        self.link = Button(self.tr("Add an incident ..."), theme, self, icon="link", fit=Fit.BAR)
        self.none = PlainLabel(self.tr("No incident is linked yet."), theme, self, ink="ink2")
        self.journal = JournalView(theme, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """Head and buttons stay in sight; form, incidents and journal scroll below them."""
        theme, u = self._theme, self._theme.u
        top = FlowRow(theme, self)
        top.add(self.number, self.standing)
        self._buttons = FlowRow(theme, self)
        self._buttons.add(self.save, self.back, self.publish, self.conclude, self.reopen, self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(u)
        for part in (top, self.title, self.risk, self._buttons):
            column.addWidget(part)
        column.addWidget(Scrolling(self, self._body()), 1)

    def _body(self) -> QWidget:
        theme = self._theme
        body = QWidget(self)
        mark(body, kind="inside")
        self._form_room, incidents = QVBoxLayout(), QVBoxLayout()
        self.incidents: LineList[LinkedIncident] = LineList(incidents)
        incidents.addWidget(self.none)
        incidents.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.journal.setMinimumHeight(theme.px(_JOURNAL))
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.u, 0)
        column.setSpacing(theme.u)
        column.addLayout(self._form_room)
        column.addWidget(SectionHead(self.tr("Incidents"), theme, body))
        column.addLayout(incidents)
        column.addWidget(SectionHead(self.tr("Journal"), theme, body))
        column.addWidget(self.journal, 1)
        return body

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_now)
        self.back.clicked.connect(self._discard)
        for button, action in (
            (self.conclude, "conclude"), (self.publish, "publish"), (self.reopen, "reopen"), (self.link, "link"),
            (self.print, "print"),
        ):  # fmt: skip
            button.clicked.connect(partial(self.action_requested.emit, action))

    # --- showing ---

    def show_known(self, known: KnownRecord) -> None:
        """What somebody is typing about the same record stays."""
        again = self.shown is not None and self.shown.record.id == known.record.id
        kind_before = self.shown.form.kind if self.shown is not None else None
        self.shown = known
        if self.form is None or kind_before is not known.form.kind or not again:
            self._make_form(known)
        assert self.form is not None
        self.form.show_values(known.record.values)
        for key, value in self._typed.pop(known.record.id, {}).items():
            self.form.write(key, value)
        self._show_head(known)
        self._show_incidents(known)
        lines = journal_lines(known.entries, self._session.wording)
        self.journal.set_lines(lines, self._session.names.settings.zone)
        sentence = self.tr("Entry {position}").format(position=known.record.position)
        self.journal.set_chain(sentence, unbroken=True)
        self._look()

    def _make_form(self, known: KnownRecord) -> None:
        if self.form is not None:
            self._form_room.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        fields = [asked(field, self._session.names.pack) for field in known.form.fields]
        self.form = FieldForm(fields, self._session, self._theme, self)
        self.form.edited.connect(self._look)
        self.form.mine_kept.connect(self.form.clear_conflict)
        self.form.theirs_taken.connect(self._take_theirs)
        self._form_room.addWidget(self.form)
        self.form.show()

    def _show_head(self, known: KnownRecord) -> None:
        wording = self._session.wording
        self.number.set_number(known.number)
        self.standing.setText(f"{said(known.form.one)}, {said(known.form.states[known.state])}")
        self.title.setText(wording.value(None, known.record.values.get("title")))
        values = known.record.values
        risks = [
            f"{said(field.label)}: {wording.value(field, values[field.key])}"
            for field in RISK_FIELDS
            if field.key in values
        ]
        self.risk.show_sentence(". ".join(risks))
        self.setAccessibleName(f"{known.number}, {self.title.text()}")

    def _show_incidents(self, known: KnownRecord) -> None:
        self.incidents.clear()
        for row in known.incidents:
            line = LinkedIncident(row, self._theme, self, writable=self.may_write)
            line.opened.connect(partial(self.incident_requested.emit, row.id))
            line.taken_out.connect(partial(self.take_out_requested.emit, row))
            self.incidents.add(line)
        self.none.setVisible(not known.incidents)

    @property
    def may_write(self) -> bool:
        from incident_desk.domain.knowledge_orders import MAY

        return self._session.actor.may(*MAY) and not self._session.register.read_only

    def _look(self, *_: object) -> None:
        known, form = self.shown, self.form
        if known is None or form is None:
            return
        concluded, may = known.state is KnowledgeState.CONCLUDED, self.may_write
        form.set_read_only(concluded or not may)
        changed = bool(form.changes())
        article = known.form.kind is KnowledgeKind.ARTICLE
        published = known.state is KnowledgeState.PUBLISHED
        self.conclude.set_text(self.tr("Withdraw ...") if article else self.tr("Conclude ..."))
        self.publish.set_text(self.tr("Looked at again ...") if published else self.tr("Publish ..."))
        shown = {
            self.save: may and not concluded and changed, self.back: may and changed,
            self.conclude: may and not concluded and not changed, self.reopen: may and concluded,
            self.publish: may and article and not concluded and not changed, self.link: may,
            self.print: not changed,  # the paper tells what stands in the register
        }  # fmt: skip
        for button, visible in shown.items():
            button.setVisible(visible)
        self._buttons.arrange()
        self._hold(changed)

    def _hold(self, changed: bool) -> None:
        """What closing the window would lose keeps it open once."""
        writers = self._session.writers
        if changed and self._writing is None:
            said_then = self.tr("A change on the page Knowledge is not saved yet. Closed now, it is lost.")
            self._writing = writers.begin(said_then)
        elif not changed and self._writing is not None:
            writers.end(self._writing)
            self._writing = None

    # --- saving ---

    def save_now(self) -> None:
        """Saves what was changed. What is refused is said at its field, and nothing typed is lost."""
        known, form = self.shown, self.form
        changes = form.changes() if form is not None and self.may_write else {}
        if known is None or not changes:
            return
        id_ = known.record.id

        def refused(why: Refused) -> None:
            self._refused(id_, changes, why)

        self._session.submit(
            id_, (ChangeKnowledge(id_, changes),), seen=known.record.position, said=self.tr("Saved."),
            done=lambda _: self.saved.emit(), refused=refused, undoable=False,
        )  # fmt: skip

    def _refused(self, id_: str, changes: dict[str, Any], why: Refused) -> None:
        here = self.shown is not None and self.shown.record.id == id_
        if not here:
            self._typed[id_] = changes
            self._session.explain(why)
        elif isinstance(why, EditConflict):
            self._session.explain(why)
            self.saved.emit()  # what a colleague wrote is read; what is typed stays above it
        elif self.form is None or not self.form.set_wrong(why.field or "", self._session.wording.refusal(why)):
            self._session.explain(why)

    def _discard(self) -> None:
        if self.shown is not None and self.form is not None:
            for key in self.form.changes():
                self.form.show_value(key, self.shown.record.values.get(key))
            self._look()

    def _take_theirs(self, key: str) -> None:
        if self.shown is not None and self.form is not None:
            self.form.show_value(key, self.shown.record.values.get(key))
            self.form.clear_conflict(key)
            self._look()

    def fit_actor(self) -> None:
        """Somebody else sits here."""
        if self.shown is not None:
            self._show_incidents(self.shown)
            self._look()
