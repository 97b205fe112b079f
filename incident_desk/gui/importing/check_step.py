"""The third step: what would happen, in numbers, in rows, with every problem; and the one button that does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.declarations import FieldKind
from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.importing.change_list import ChangeList
from incident_desk.gui.importing.coming_rows import Rows, rows_of_incidents, rows_of_list, still_needed
from incident_desk.gui.importing.presenter import Importing
from incident_desk.gui.importing.sheet_view import SheetView
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.support.paths import documents_folder
from incident_desk.usecases.importing.bad_rows import said_problem
from incident_desk.usecases.importing.directory_plan import DirectoryPlan
from incident_desk.usecases.importing.plan import ImportPlan, NewThing
from incident_desk.usecases.importing.problems import RowProblem

_PROBLEMS = 200
_NAMED = 12


class CheckStep(QWidget):
    """Signals: `choice_changed` what would be taken changed; `saved` name of the file with the rows that stay out."""

    choice_changed = Signal()
    saved = Signal(str)

    def __init__(self, session: Session, importing: Importing, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._importing, self._theme = session, importing, theme
        self.counts = PlainLabel("", theme, self, role="panel")
        self.needed = Note(theme, self, icon="info-circle", ink="ink2", icon_ink="petrol", role="body")
        self.added = Note(theme, self, icon="plus", ink="ink2", icon_ink="petrol", role="body")
        self.rows = SheetView(self.tr("The first rows as they will stand"), theme, self, at_most=8)
        self.problems = SheetView(self.tr("Rows that cannot come in"), theme, self, at_most=8)
        self.skip = TickBox(self.tr("Leave these rows out and bring the others in"), theme, self)
        self.save_bad = Button(self.tr("Save these rows as a file ..."), theme, self, icon="download")
        self.changes = ChangeList(session, theme, self)
        self._lay_out()
        self.skip.clicked.connect(self.choice_changed)
        self.changes.choice_changed.connect(self.choice_changed)
        self.save_bad.clicked.connect(self._save_bad)

    def _lay_out(self) -> None:
        theme, u = self._theme, self._theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * u)
        sums = Panel("", theme, self)
        for part in (self.counts, self.added, self.needed):
            sums.body.addWidget(part)
        self._bad = Panel(self.tr("Rows that cannot come in"), theme, self)
        self._bad_told = PlainLabel("", theme, self._bad, ink="ink2")
        for each in (self._bad_told, self.problems, self.skip):
            self._bad.body.addWidget(each)
        self._bad.body.addWidget(self.save_bad, 0, Qt.AlignmentFlag.AlignLeft)
        self._coming = Panel(self.tr("The first rows as they will stand"), theme, self)
        self._coming.body.addWidget(self.rows)
        for panel in (sums, self._bad, self.changes, self._coming):
            column.addWidget(panel)
        column.addStretch(1)

    # --- showing ---

    def forget(self) -> None:
        """Another sheet: what was ticked for the one before does not hold for it."""
        self.skip.setChecked(False)
        self.changes.show_rows(())

    def show_plan(self, plan: ImportPlan | DirectoryPlan) -> None:
        """What is ticked stays so: the same sheet may be looked at again."""
        self._say_counts(plan.counts())
        if isinstance(plan, ImportPlan):
            self._show_incidents(plan)
        else:
            self._show_list(plan)
        self._show_problems(list(plan.problems), plan.counts()["bad"], savable=isinstance(plan, ImportPlan))

    def _say_counts(self, counts: dict[str, int]) -> None:
        number = QLocale().toString
        words = self.tr("{rows} rows: {new} new, {here} already here, {changed} changed, {bad} with problems.")
        self.counts.setText(words.format(**{key: number(count) for key, count in counts.items()}))

    def _show_incidents(self, plan: ImportPlan) -> None:
        wording = self._session.wording
        places = {
            "inbox": self.tr("Inbox"),
            "identification": self.tr("Identification"),
            "conclusion": self.tr("Conclusion"),
        }
        self._show_rows(rows_of_incidents(plan, wording, self.tr("{word} (new)"), places, self.tr("Comes to")))
        missing = still_needed(plan, wording) if plan.new else ""
        self.needed.show_sentence(
            self.tr("Still to be completed later: {what}").format(what=missing) if missing else ""
        )
        self.added.show_sentence(self._said_new(plan.new_things()))
        self.changes.show_rows(plan.changed)

    def _show_list(self, plan: DirectoryPlan) -> None:
        self._show_rows(rows_of_list(plan))
        self.needed.show_sentence("")
        self.added.show_sentence("")
        self.changes.show_rows(())

    def _show_rows(self, rows: Rows) -> None:
        self.rows.show_rows(rows.heading, rows.numbers, rows.cells)
        self._coming.setVisible(bool(rows.cells))

    def _said_new(self, things: Sequence[NewThing]) -> str:
        """What the register gets beside the incidents."""
        kinds = {
            FieldKind.PLACE: self.tr("Places that are added: {names}"),
            FieldKind.PERSON: self.tr("People who are added: {names}"),
            FieldKind.CATEGORY: self.tr("Categories that are added: {names}"),
            FieldKind.SUBCATEGORY: self.tr("Subcategories that are added: {names}"),
        }
        sentences = []
        for kind, sentence in kinds.items():
            words = [thing.word.word for thing in things if thing.word.kind is kind]
            more = [self.tr("%n more", None, len(words) - _NAMED)] if len(words) > _NAMED else []
            if words:
                sentences.append(sentence.format(names=", ".join([*words[:_NAMED], *more])))
        return "\n".join(sentences)

    def _show_problems(self, problems: Sequence[RowProblem], rows: int, *, savable: bool) -> None:
        wording = self._session.wording
        shown = problems[:_PROBLEMS]
        cells = [[said_problem(each, wording)] for each in shown]
        self.problems.show_rows([self.tr("What is wrong")], [str(each.line) for each in shown], cells)
        self.problems.horizontalHeader().setStretchLastSection(True)
        told = self.tr("%n rows cannot be read. Mend them in the sheet, or say on the page before what they mean.",
                       None, rows)  # fmt: skip
        self._bad_told.setText(told)
        self.save_bad.setVisible(savable)
        self._bad.setVisible(bool(problems))

    # --- what is wanted ---

    def taken(self) -> list[str]:
        return self.changes.taken()

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
        return plan is not None and any(self.coming()) and (self.skips_bad or not plan.counts()["bad"])

    def _save_bad(self) -> None:
        reading = self._importing.reading
        if reading is not None:
            start = documents_folder() / self.tr("{name} - not read.csv").format(name=reading.file.path.stem)
            choose(
                self, Wanted.SAVED_FILE, self.tr("Save these rows"), start,
                lambda path: self._importing.write_bad_rows(path, lambda: self.saved.emit(path.name)), "CSV (*.csv)",
            )  # fmt: skip
