"""The third step: what would happen, in numbers, in rows, with every problem; and the one button that does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.importing.change_list import ChangeList
from incident_desk.gui.importing.check_facts import CheckFacts
from incident_desk.gui.importing.coming_rows import PlanFacts, Rows, rows_of_incidents, rows_of_list
from incident_desk.gui.importing.landing import landing_names
from incident_desk.gui.importing.open_questions import OpenQuestions
from incident_desk.gui.importing.places_part import PlacesPart
from incident_desk.gui.importing.presenter import Importing, Reading
from incident_desk.gui.importing.sheet_view import SheetView
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.support.paths import documents_folder
from incident_desk.usecases.importing.bad_rows import said_problem
from incident_desk.usecases.importing.directory_plan import DirectoryPlan
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.importing.problems import RowProblem

_PROBLEMS = 200


class CheckStep(QWidget):
    """Signals: `choice_changed` what would be taken changed; `saved` name of the file with the rows that stay out;
    `answered` key of a question, the mapping from now on; `places_wanted` whether places that are not here are made;
    `tab_chosen` name of another tab of the workbook.
    """

    choice_changed = Signal()
    saved = Signal(str)
    answered = Signal(str, object)
    places_wanted = Signal(bool)
    tab_chosen = Signal(str)

    def __init__(self, session: Session, importing: Importing, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._importing, self._theme = session, importing, theme
        self._ticked: TickBox | None = None  # for which the rows are being looked at anew
        self.counts = PlainLabel("", theme, self, role="panel")
        self.questions = OpenQuestions(session, importing, theme, self)
        self.places = PlacesPart(theme, self)
        self.facts = CheckFacts(session, theme, self)
        self.rows = SheetView(self.tr("The first rows as they will stand"), theme, self, at_most=8)
        self.problems = SheetView(self.tr("Rows that cannot come in"), theme, self, at_most=8, sentences=True)
        self.skip = TickBox(self.tr("Leave these rows out and bring the others in"), theme, self)
        self.save_bad = Button(self.tr("Save these rows as a file ..."), theme, self, icon="download")
        self.changes = ChangeList(session, theme, self)
        told = self.tr("Cells that are read in part, or not at all")
        self.remarks = SheetView(told, theme, self, at_most=8, sentences=True)
        self._lay_out()
        self.skip.clicked.connect(self.choice_changed)
        self.changes.choice_changed.connect(self.choice_changed)
        self.save_bad.clicked.connect(self._save_bad)
        self.questions.answered.connect(self.answered)
        self.facts.tab_chosen.connect(self.tab_chosen)
        self.places.wanted.connect(self._on_places)
        self.facts.every_row_wanted.connect(self._on_every_row)

    def _lay_out(self) -> None:
        theme, u = self._theme, self._theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * u)
        sums = Panel("", theme, self)
        sums.body.addWidget(self.counts)
        sums.body.addWidget(self.facts)
        self._bad = Panel(self.tr("Rows that cannot come in"), theme, self)
        self._bad_told = PlainLabel("", theme, self._bad, ink="ink2")
        for each in (self._bad_told, self.problems, self.skip):
            self._bad.body.addWidget(each)
        self._bad.body.addWidget(self.save_bad, 0, Qt.AlignmentFlag.AlignLeft)
        self._coming = Panel(self.tr("The first rows as they will stand"), theme, self)
        self._coming.body.addWidget(self.rows)
        self._in_part = Panel(self.tr("Cells that are read in part, or not at all"), theme, self)
        told = self.tr("These rows come in. What could not be read stays with the incident as it stood in the sheet.")
        self._in_part.body.addWidget(PlainLabel(told, theme, self._in_part, ink="ink2"))
        self._in_part.body.addWidget(self.remarks)
        for panel in (self.questions, self.places, self._bad, sums, self.changes, self._in_part, self._coming):
            column.addWidget(panel)
        column.addStretch(1)

    # --- showing ---

    def forget(self) -> None:
        """Another sheet: what was ticked for the one before does not hold for it."""
        self.skip.setChecked(False)
        self.changes.show_rows(())

    def show_plan(self, plan: ImportPlan | DirectoryPlan, facts: PlanFacts | None) -> None:
        """What is ticked stays so: the same sheet may be looked at again."""
        reading = self._importing.reading
        if reading is None:
            return
        self._say_counts(plan.counts())
        if isinstance(plan, ImportPlan) and facts is not None:
            self._show_incidents(plan, facts, reading)
        elif isinstance(plan, DirectoryPlan):
            self._show_list(plan, reading)
        self._show_problems(list(plan.problems), plan.counts()["bad"])

    def _say_counts(self, counts: dict[str, int]) -> None:
        number = QLocale().toString
        words = self.tr("%Ln rows: {new} new, {here} already here, {changed} changed, {bad} with problems.",
                        None, counts["rows"])  # fmt: skip
        said = words.format(**{key: number(count) for key, count in counts.items()})
        self.counts.setText(
            said if counts["rows"] else self.tr("No row stands below the heading, so nothing comes in.")
        )

    def _show_incidents(self, plan: ImportPlan, facts: PlanFacts, reading: Reading) -> None:
        wording = self._session.wording
        self._show_rows(rows_of_incidents(plan, wording, self.tr("{word} (new)"), landing_names(), self.tr("Comes to")))
        self.questions.show_questions()
        self.places.hide()
        self.facts.show_incidents(plan, facts, reading)
        self.changes.show_rows(plan.changed)
        self._fill_problems(self.remarks, plan.remarks, self.tr("What stands there"))
        self._in_part.setVisible(bool(plan.remarks))

    def _show_list(self, plan: DirectoryPlan, reading: Reading) -> None:
        self._show_rows(rows_of_list(plan))
        self.questions.hide()
        self.places.show_plan(plan)
        self._in_part.hide()
        self.facts.show_list(reading)
        self.changes.show_rows(())

    def _show_rows(self, rows: Rows) -> None:
        self.rows.show_rows(rows.heading, rows.numbers, rows.cells, rows.parted)
        self._coming.setVisible(bool(rows.cells))

    def _show_problems(self, problems: Sequence[RowProblem], rows: int) -> None:
        self._fill_problems(self.problems, problems, self.tr("What is wrong"))
        told = self.tr("%n rows cannot be read. Mend them in the sheet, or say on the page before what they mean.",
                       None, rows)  # fmt: skip
        self._bad_told.setText(told)
        self._bad.setVisible(bool(problems))

    def _fill_problems(self, view: SheetView, problems: Sequence[RowProblem], heading: str) -> None:
        wording, shown = self._session.wording, problems[:_PROBLEMS]
        view.show_rows([heading], [str(each.line) for each in shown], [[said_problem(p, wording)] for p in shown])

    # --- what is wanted ---

    def _on_every_row(self, wanted: bool) -> None:
        mapping = self._importing.mapping
        if mapping is not None:
            self._ticked = self.facts.every_row
            self.answered.emit("every_row", replace(mapping, every_row=wanted))

    def _on_places(self, wanted: bool) -> None:
        self._ticked = self.places.tick
        self.places_wanted.emit(wanted)

    def asked_next(self) -> QWidget | None:
        """Where the keyboard is wanted before the button: once where it ticked something, else at what is open."""
        ticked, self._ticked = self._ticked, None
        if ticked is not None and not ticked.isHidden():
            return ticked
        if self.asks:
            return self.questions.first_open()
        if self.is_ready:
            return None
        if self._bad.isHidden():
            return self.changes.first() if self.offers_changes else None
        if self.places.is_open:
            return self.places.tick
        return None if self.skips_bad else self.skip

    def taken(self) -> list[tuple[str, str]]:
        return self.changes.taken()

    @property
    def offers_changes(self) -> bool:
        return isinstance(self._importing.plan, ImportPlan) and self.changes.can_be_taken

    @property
    def asks(self) -> bool:
        """Whether something is to be said before anything comes in."""
        return isinstance(self._importing.plan, ImportPlan) and self.questions.is_open

    @property
    def skips_bad(self) -> bool:
        return self.skip.isChecked()

    def coming(self) -> tuple[int, int]:
        """How many would be new and how many changed, as it is chosen."""
        plan = self._importing.plan
        if plan is None:
            return 0, 0
        changed = len(self.taken()) if isinstance(plan, ImportPlan) else len(plan.changed)
        return len(plan.new), changed

    @property
    def is_ready(self) -> bool:
        """Whether something comes in, and no row stands against it."""
        plan = self._importing.plan
        bad = plan is not None and bool(plan.counts()["bad"])
        return plan is not None and any(self.coming()) and not self.asks and (self.skips_bad or not bad)

    def _save_bad(self) -> None:
        reading = self._importing.reading
        if reading is not None:
            start = documents_folder() / self.tr("{name} - not read.csv").format(name=reading.file.path.stem)
            choose(
                self, Wanted.SAVED_FILE, self.tr("Save these rows"), start,
                lambda path: self._importing.write_bad_rows(path, lambda: self.saved.emit(path.name)), "CSV (*.csv)",
            )  # fmt: skip
