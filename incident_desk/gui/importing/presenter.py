"""What the import page asks of the use cases, and when: read the sheet, plan, bring in. One job at a time."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from incident_desk.domain.errors import Refused
from incident_desk.gui.importing.coming_rows import PlanFacts, facts_of
from incident_desk.gui.language import language
from incident_desk.gui.session import Session
from incident_desk.gui.working import ProgressTeller
from incident_desk.usecases.files_out import write_out
from incident_desk.usecases.importing.bad_rows import bad_rows_csv
from incident_desk.usecases.importing.changes import Choice
from incident_desk.usecases.importing.directory_kinds import What as Listed
from incident_desk.usecases.importing.directory_plan import DirectoryPlan, plan_directory
from incident_desk.usecases.importing.directory_run import run_directory
from incident_desk.usecases.importing.glance import ColumnGlance, columns_at_a_glance
from incident_desk.usecases.importing.mapping import SheetMapping, check_mapping
from incident_desk.usecases.importing.opening import OpenedSheet, Origin, open_sheet
from incident_desk.usecases.importing.plan import ImportPlan, plan_import
from incident_desk.usecases.importing.run import ImportDone, run_import
from incident_desk.usecases.register.brought_in import brought_in_filter
from incident_desk.usecases.sheets import CsvForm, ReadingStopped, SheetFile
from incident_desk.usecases.submission import Done

T = TypeVar("T")
DATE_ORDER = "date_order"  # of the questions that only a person can answer
_LARGE = 2000  # rows


class What(StrEnum):
    """What the rows of the sheet are."""

    INCIDENTS = "incidents"
    PEOPLE = "people"
    PLACES = "places"
    EQUIPMENT = "equipment"


_LISTED: dict[What, Listed] = {What.PEOPLE: "people", What.PLACES: "places", What.EQUIPMENT: "equipment"}


class Job(StrEnum):
    READING = "reading"
    PLANNING = "planning"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read."""

    file: SheetFile
    opened: OpenedSheet
    form: CsvForm | None
    columns: tuple[ColumnGlance, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """What came in."""

    what: What
    new: int
    changed: int
    left_out: int
    series: tuple[tuple[str, str], ...] = ()  # the first and the last number of each place and year
    filter: str = ""  # of the register, which shows these incidents and no others


class Importing(QObject):
    """Signals: `began` Job; `progressed` (done, of); `ended` after each; `read`; `planned`; `finished` Finished;
    `failed` error, which is never that somebody stopped it.
    """

    began = Signal(object)
    progressed = Signal(int, int)
    ended = Signal()
    read = Signal()
    planned = Signal()
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._teller: ProgressTeller | None = None
        self._job = Job.READING
        self._left_alone = False
        self.what = What.INCIDENTS
        self.reading: Reading | None = None
        self.mapping: SheetMapping | None = None
        self.touched: set[str] = set()  # columns about which somebody has decided
        self.settled: set[str] = set()  # questions that somebody has answered
        self.makes_places = False  # that a list names and that are not here yet
        self.plan: ImportPlan | DirectoryPlan | None = None
        self.facts: PlanFacts | None = None  # of a plan of incidents

    # --- what is there ---

    @property
    def is_busy(self) -> bool:
        return self._teller is not None

    @property
    def is_half_done(self) -> bool:
        return self.reading is not None

    @property
    def is_writing(self) -> bool:
        return self._teller is not None and self._job is Job.WRITING

    @property
    def is_remembered(self) -> bool:
        """Whether somebody has decided about such a sheet before."""
        return self.reading is not None and self.reading.opened.origin is Origin.REMEMBERED

    def choose_what(self, what: What) -> None:
        """What the rows are. A plan that was made was of other things."""
        self.what, self.makes_places = what, False
        self.plan = self.facts = None

    def forget(self) -> None:
        """The next sheet begins with nothing chosen."""
        self.stop()
        self.reading = self.mapping = self.plan = self.facts = None
        self.touched, self.settled = set(), set()
        self._walk_again()

    def change(self, mapping: SheetMapping) -> None:
        if self.mapping is not None and self.mapping.date_order != mapping.date_order:
            self.settled.add(DATE_ORDER)
        self.mapping, self.plan = mapping, None

    def answer(self, question: str, mapping: SheetMapping) -> None:
        """What the sheet does not say somebody has said; the rows are looked at anew."""
        self.settled.add(question)
        self.touched.add("")
        self.change(mapping)
        self.make_plan()

    def make_places(self, wanted: bool) -> None:
        """Whether places that are not here yet come in with the list that names them; it is looked at anew."""
        self.makes_places, self.plan = wanted, None
        self.make_plan()

    # --- the three jobs ---

    def look(self, path: Path) -> None:
        """Reads a file that was chosen anew, in the form that fits it best."""
        self._read(path, None, None)

    def read_again(self, form: CsvForm | None, sheet: str | None) -> None:
        """The same file in another text form, or another sheet of it."""
        if self.reading is not None:
            self._read(self.reading.file.path, form, sheet)

    def _read(self, path: Path, form: CsvForm | None, sheet: str | None) -> None:
        session = self._session

        def work(teller: ProgressTeller) -> Reading:
            reader = session.services.sheet_reader()
            file = reader.look(path, teller)
            used = form or file.form
            opened = open_sheet(session.services, session.register, path, sheet=sheet, form=used, progress=teller)
            return Reading(file, opened, used, columns_at_a_glance(opened.sheet))

        self._carry_out(Job.READING, work, self._on_read)

    def _on_read(self, reading: Reading) -> None:
        """What was decided stays where the sheet has the same columns still."""
        before = self.reading
        same = (
            before is not None
            and before.file.path == reading.file.path
            and before.opened.sheet.heading == reading.opened.sheet.heading
        )
        if not same or not self.touched:
            self.mapping, self.touched, self.settled = reading.opened.mapping, set(), set()
            self.makes_places = False
        self.reading, self.plan = reading, None
        self._leave_alone()
        self.read.emit()

    def _leave_alone(self) -> None:
        """Looking for waste Python would walk a large sheet again and again, and hold up the window for it."""
        if self.reading is not None and len(self.reading.opened.sheet.rows) > _LARGE:
            gc.freeze()
            self._left_alone = True

    def _walk_again(self) -> None:
        """The sheet is gone: what became waste meanwhile is taken away, what stays is left alone as at the start."""
        if self._left_alone:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._left_alone = False

    def make_plan(self) -> None:
        """What would happen; nothing is written."""
        reading, mapping, session, what = self.reading, self.mapping, self._session, self.what
        if reading is None or mapping is None:
            return
        sheet, source = reading.opened.sheet, reading.opened.source
        submitter = session.submitter  # of who asked
        with_places = self.makes_places

        def work(teller: ProgressTeller) -> tuple[ImportPlan | DirectoryPlan, PlanFacts | None]:
            if what is What.INCIDENTS:
                plan = plan_import(session.register, submitter.actor, sheet, source, mapping, teller)
                return plan, facts_of(plan)
            names, actor = submitter.names(), submitter.actor
            return plan_directory(names, actor, sheet, _LISTED[what], with_places=with_places), None

        self._carry_out(Job.PLANNING, work, self._on_planned)

    def _on_planned(self, planned: tuple[ImportPlan | DirectoryPlan, PlanFacts | None]) -> None:
        self.plan, self.facts = planned
        self._leave_alone()
        self.planned.emit()

    def bring_in(self, take: Collection[Choice], *, skip_bad: bool) -> None:
        """All of it or nothing. `take`: the changes of rows that are here already which are taken over."""
        plan, submitter, op_id = self.plan, self._session.submitter, self._session.services.new_id()
        wanted, speech = frozenset(take), language()

        def of_incidents(teller: ProgressTeller, plan: ImportPlan) -> tuple[ImportDone, str]:
            done = run_import(submitter, plan, op_id, take=wanted, skip_bad=skip_bad, progress=teller)
            queries = submitter.register.queries
            return done, brought_in_filter(queries, submitter.names(), speech, plan.source, done.first)

        if isinstance(plan, ImportPlan):
            incidents = plan
            self._carry_out(
                Job.WRITING,
                lambda teller: of_incidents(teller, incidents),
                lambda told: self._on_in(incidents, *told, len(wanted)),
            )
        elif plan is not None:
            listed = plan
            self._carry_out(
                Job.WRITING,
                lambda teller: run_directory(submitter, listed, op_id, skip_bad=skip_bad, progress=teller),
                lambda done: self._on_listed(listed, done),
            )

    def _on_in(self, plan: ImportPlan, done: ImportDone, shown_by: str, taken: int) -> None:
        session = self._session
        session.announce(done.done)
        if self.facts is not None and self.facts.things:
            session.bus.directories_changed.emit()
        if done.imported:
            self.remember()
        told = Finished(What.INCIDENTS, done.imported, taken, len(plan.bad), done.series, shown_by)
        self.reading = self.plan = self.facts = None
        self._walk_again()
        self.finished.emit(told)

    def _on_listed(self, plan: DirectoryPlan, done: Done) -> None:
        self._session.announce(done)
        self.reading = self.plan = None
        self._walk_again()
        self.finished.emit(Finished(What(plan.what), len(plan.new), len(plan.changed), plan.counts()["bad"]))

    # --- files beside it ---

    def keep_decisions(self) -> None:
        """What somebody said about the columns outlives the window; a guess is made, and asked about, anew."""
        reading = self.reading
        unsaid = reading is not None and reading.opened.order_unproved and DATE_ORDER not in self.settled
        if self.touched and not unsaid and not self.is_busy:
            self.remember()

    def remember(self) -> None:
        """What the columns mean, for the next sheet with these headings on this PC."""
        reading, mapping, session = self.reading, self.mapping, self._session
        if reading is not None and mapping is not None:
            files, heading = session.services.mapping_files(), reading.opened.sheet.heading
            session.tasks.run(lambda: files.remember(heading, mapping), None, session.explain)

    def write_bad_rows(self, target: Path, done: Callable[[], None]) -> None:
        plan, session, keep = self.plan, self._session, self._sheet_read()
        if plan is not None:
            looked_at, wording = plan, session.wording
            session.write(
                self._said_at_close(target), lambda: write_out(target, bad_rows_csv(looked_at, wording), keep),
                lambda _: done(),
            )  # fmt: skip

    def write_mapping(self, target: Path, done: Callable[[], None]) -> None:
        mapping, session, keep = self.mapping, self._session, self._sheet_read()
        if mapping is not None:
            files = session.services.mapping_files()
            session.write(self._said_at_close(target), lambda: files.write(target, mapping, keep), lambda _: done())

    def _said_at_close(self, target: Path) -> str:
        words = self.tr("{name} is still being saved. Closed now, the file may be missing.")
        return words.format(name=target.name)

    def _sheet_read(self) -> tuple[Path, ...]:
        return (self.reading.file.path,) if self.reading is not None else ()

    def use_mapping(self, path: Path) -> None:
        """A mapping out of a file takes the place of what was guessed."""
        session = self._session
        files = session.services.mapping_files()
        session.tasks.run(lambda: files.read(path), self._on_mapping, session.explain)

    def _on_mapping(self, mapping: SheetMapping) -> None:
        reading = self.reading
        if reading is None:
            return
        try:
            check_mapping(mapping, reading.opened.sheet.heading, self._session.names)
        except Refused as refused:
            self._session.explain(refused)
            return
        self.change(mapping)
        self.touched = set(reading.opened.sheet.heading)
        self.read.emit()

    # --- one job at a time ---

    def stop(self) -> None:
        if self._teller is not None:
            self._teller.stop()

    def _carry_out(self, job: Job, work: Callable[[ProgressTeller], T], done: Callable[[T], None]) -> None:
        self.stop()
        teller = ProgressTeller(self, self._session.tasks)
        teller.progressed.connect(self.progressed)
        self._teller, self._job = teller, job

        def answered(result: T) -> None:
            wanted = self._end(teller)
            if wanted or job is Job.WRITING:  # what is written is written
                done(result)

        def failed(error: BaseException) -> None:
            wanted = self._end(teller)
            stopped = isinstance(error, ReadingStopped) or (isinstance(error, Refused) and error.code == "stopped")
            if wanted and not stopped:
                self.failed.emit(error)

        self.began.emit(job)
        teller.carry_out(self._session.tasks, work, answered, failed)

    def _end(self, teller: ProgressTeller) -> bool:
        """Whether its answer is still waited for."""
        if self._teller is not teller:
            return False
        self._teller = None
        self.ended.emit()
        return True
