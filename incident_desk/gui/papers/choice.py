"""The left side of the reports page: which paper, of what, in which language, on which size; and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.papers.known_field import KnownField
from incident_desk.gui.papers.list_filters import ListFilters
from incident_desk.gui.papers.nameless import Nameless
from incident_desk.gui.papers.record_field import RecordField
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile
from incident_desk.support.texts import Texts
from incident_desk.usecases.day_papers import DAY_PAPERS
from incident_desk.usecases.feedback import KIND as FEEDBACK
from incident_desk.usecases.knowledge.paper import KIND as KNOWLEDGE
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.shown import Gaps
from incident_desk.usecases.wording import Wording


@dataclass(frozen=True, slots=True)
class WantedPaper:
    """A paper as it was chosen: a record or its journal, or a list of what the filter lets through."""

    record: str | None
    list_of: IncidentFilter | None
    wording: Wording
    size: str
    is_journal: bool = False
    gaps: Gaps | None = None
    known: str | None = None  # a knowledge record
    day: str = ""  # one of DAY_PAPERS, of whose `list_of` the place or the days count; or FEEDBACK


class PaperChoice(Panel):
    """Signals: `changed` when another paper is wanted; `print_requested`; `save_requested`; `show_requested`."""

    changed = Signal()
    print_requested = Signal()
    save_requested = Signal()
    show_requested = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Which paper"), theme, parent)
        self._session = session
        self.kind = ChoiceTiles(
            [
                Tile("record", self.tr("Incident record")), Tile("list", self.tr("List of incidents")),
                Tile("journal", self.tr("Journal as proof")),
                Tile(FEEDBACK, self.tr("Slip for who reported")), Tile("handover", self.tr("Shift handover")),
                Tile("morning", self.tr("Morning list")), Tile("agenda", self.tr("Agenda of the meeting")),
                Tile("ranked", self.tr("What comes first")), Tile("contacts", self.tr("Whom to call")),
                Tile("period", self.tr("Report of a period")), Tile(KNOWLEDGE, self.tr("Knowledge record")),
            ], theme, self,
        )  # fmt: skip
        self.record = RecordField(session, theme, self, placeholder=self.tr("a number, or words of what happened"))
        self.known = KnownField(session, theme, self)
        self.nameless = Nameless(theme, self)
        self.filters = ListFilters(session, theme, self)
        self.language = ChoiceField([("en", "English"), ("de", "Deutsch")], theme, self)
        self.paper_size = ChoiceField([("a4", "A4"), ("letter", "Letter")], theme, self)
        self.show_button = Button(self.tr("Show"), theme, self)
        self.print_button = Button(self.tr("Print ..."), theme, self, weight=Weight.PRIMARY, icon="printer")
        self.save_button = Button(self.tr("Save as PDF ..."), theme, self, icon="download")
        self.remark = PlainLabel("", theme, self, role="hint", ink="ink2")
        self.record_row = FormRow(self.tr("Record"), self.record, theme, self)
        self.known_row = FormRow(self.tr("Knowledge record"), self.known, theme, self)
        self._lay_out()
        self._connect()
        self.set_kind("record")
        self.say("")
        self.offer(ready=False)

    def start(self) -> None:
        """The register's own language and A4, until somebody chooses otherwise."""
        if self.language.code() is None:
            self.language.set_code(self._session.names.settings.language)
            self.paper_size.set_code("a4")

    def set_kind(self, code: str) -> None:
        self.kind.set_code(code)
        self._on_kind_chosen(code, tell=False)

    @property
    def is_list(self) -> bool:
        return self.kind.code() == "list"

    def wanted(self) -> WantedPaper | None:
        """None while no record is chosen. Raises Refused where a condition is not possible any more."""
        wording = Wording(Texts(self.language.code() or "en"), self._session.names)
        size = self.paper_size.code() or "a4"
        if self.is_list:
            return WantedPaper(None, self.filters.wanted(), wording, size)
        kind = self.kind.code() or ""
        if kind in DAY_PAPERS:
            where = self.filters.wanted_span() if kind == "period" else self.filters.wanted_place()
            return WantedPaper(None, where, wording, size, day=kind)
        if kind == KNOWLEDGE:
            known = self.known.chosen()
            return WantedPaper(None, None, wording, size, known=known) if known else None
        record = self.record.chosen()
        if record is None:
            return None
        if kind == FEEDBACK:
            return WantedPaper(record, None, wording, size, day=kind)
        if kind == "journal":
            return WantedPaper(record, None, wording, size, is_journal=True)
        return WantedPaper(record, None, wording, size, gaps=self.nameless.wanted())

    def offer(self, *, ready: bool) -> None:
        """Whether there is a paper to print or save."""
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def say(self, remark: str, *, ask: bool = False) -> None:
        """`ask`: the paper is made only when the button for it is pressed."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.show_button.setVisible(ask)

    def _lay_out(self) -> None:
        theme = self._theme
        inside = QWidget()
        mark(inside, kind="inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addWidget(FormRow(self.tr("Kind"), self.kind, theme, inside))
        column.addWidget(self.record_row)
        column.addWidget(self.known_row)
        column.addWidget(self.nameless)
        column.addWidget(self.filters)
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(12))
        beside.addWidget(FormRow(self.tr("Language of the paper"), self.language, theme, inside), 1)
        beside.addWidget(FormRow(self.tr("Paper"), self.paper_size, theme, inside), 1)
        column.addLayout(beside)
        column.addWidget(self.remark)
        buttons = FlowRow(theme, inside)
        buttons.add(self.show_button, self.print_button, self.save_button)
        column.addWidget(buttons)
        column.addStretch(1)
        scroll = Scrolling(self, inside)
        self.body.addWidget(scroll, 1)

    def _connect(self) -> None:
        self.kind.code_chosen.connect(self._on_kind_chosen)
        self.record.id_chosen.connect(lambda _: self.changed.emit())
        self.record.number_missing.connect(self._on_number_missing)
        self.known.id_chosen.connect(lambda _: self.changed.emit())
        self.nameless.changed.connect(self.changed)
        self.filters.changed.connect(self.changed)
        self.language.code_chosen.connect(lambda _: self.changed.emit())
        self.paper_size.code_chosen.connect(lambda _: self.changed.emit())
        self.show_button.clicked.connect(self.show_requested)
        self.print_button.clicked.connect(self.print_requested)
        self.save_button.clicked.connect(self.save_requested)

    def _on_kind_chosen(self, code: str, *, tell: bool = True) -> None:
        self.record_row.setVisible(code in ("record", "journal", FEEDBACK))
        self.known_row.setVisible(code == KNOWLEDGE)
        if code == KNOWLEDGE and tell:
            self.known.read()
        self.nameless.setVisible(code == "record")
        self.filters.setVisible(code == "list" or (code in DAY_PAPERS and code != "contacts"))
        self.filters.show_only(
            ("since", "until") if code == "period" else ("department",) if code in DAY_PAPERS else ()
        )
        if tell:
            self.changed.emit()

    def _on_number_missing(self, number: str) -> None:
        empty = self.tr("Type the number of the record, or a few words of what happened.")
        unknown = self.tr("No record has the number {number}.").format(number=number)
        self.record_row.set_wrong(unknown if number else empty)
