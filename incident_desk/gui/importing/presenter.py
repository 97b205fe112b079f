"""What the import page asks of the use cases, and when: read the sheet, plan, bring in. One job at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from incident_desk.domain.errors import Refused
from incident_desk.gui.session import Session
from incident_desk.gui.working import ProgressTeller
from incident_desk.usecases.importing.bad_rows import bad_rows_csv
from incident_desk.usecases.importing.directory_plan import DirectoryPlan, plan_directory
from incident_desk.usecases.importing.directory_plan import What as Listed
from incident_desk.usecases.importing.directory_run import run_directory
from incident_desk.usecases.importing.glance import ColumnGlance, columns_at_a_glance
from incident_desk.usecases.importing.mapping import SheetMapping, check_mapping
from incident_desk.usecases.importing.opening import OpenedSheet, open_sheet
from incident_desk.usecases.importing.plan import ImportPlan, plan_import
from incident_desk.usecases.importing.run import ImportDone, run_import
from incident_desk.usecases.print_papers import write_paper
from incident_desk.usecases.sheets import CsvForm, ReadingStopped, SheetFile

T = TypeVar("T")


class What(StrEnum):
    """What the rows of the sheet are."""

    INCIDENTS = "incidents"
    PEOPLE = "people"
    PLACES = "places"


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
    first: str = ""
    last: str = ""


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
        self.what = What.INCIDENTS
        self.reading: Reading | None = None
        self.mapping: SheetMapping | None = None
        self.touched: set[str] = set()  # columns about which somebody has decided
        self.plan: ImportPlan | DirectoryPlan | None = None

    # --- what is there ---

    @property
    def is_busy(self) -> bool:
        return self._teller is not None

    @property
    def is_half_done(self) -> bool:
        return self.reading is not None

    def forget(self) -> None:
        """The next sheet begins with nothing chosen."""
        self.stop()
        self.reading = self.mapping = self.plan = None
        self.touched = set()

    def change(self, mapping: SheetMapping) -> None:
        self.mapping, self.plan = mapping, None

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
            self.mapping, self.touched = reading.opened.mapping, set()
        self.reading, self.plan = reading, None
        self.read.emit()

    def make_plan(self) -> None:
        """What would happen; nothing is written."""
        reading, mapping, session, what = self.reading, self.mapping, self._session, self.what
        if reading is None or mapping is None:
            return
        sheet, source = reading.opened.sheet, reading.opened.source

        def work(teller: ProgressTeller) -> ImportPlan | DirectoryPlan:
            if what is What.INCIDENTS:
                return plan_import(session.register, session.actor, sheet, source, mapping, teller)
            listed: Listed = "people" if what is What.PEOPLE else "places"
            return plan_directory(session.submitter.names(), session.actor, sheet, listed)

        self._carry_out(Job.PLANNING, work, self._on_planned)

    def _on_planned(self, plan: ImportPlan | DirectoryPlan) -> None:
        self.plan = plan
        self.planned.emit()

    def bring_in(self, take: Collection[str], *, skip_bad: bool) -> None:
        """All of it or nothing. `take`: incidents whose changed rows are taken over."""
        plan, session, op_id = self.plan, self._session, self._session.services.new_id()

        def of_incidents(teller: ProgressTeller, plan: ImportPlan) -> ImportDone:
            return run_import(session.submitter, plan, op_id, take=take, skip_bad=skip_bad, progress=teller)

        if isinstance(plan, ImportPlan):
            incidents = plan
            self._carry_out(
                Job.WRITING, lambda teller: of_incidents(teller, incidents), lambda done: self._on_in(incidents, done)
            )
        elif plan is not None:
            listed = plan
            self._carry_out(
                Job.WRITING,
                lambda _: run_directory(session.submitter, listed, op_id, skip_bad=skip_bad),
                lambda done: self._on_listed(listed, done.changed),
            )

    def _on_in(self, plan: ImportPlan, done: ImportDone) -> None:
        session, reading, mapping = self._session, self.reading, self.mapping
        session.announce(done.done)
        if plan.new_things():
            session.bus.directories_changed.emit()
        if done.imported and reading is not None and mapping is not None:
            files, heading = session.services.mapping_files(), reading.opened.sheet.heading
            session.tasks.run(lambda: files.remember(heading, mapping), None, session.explain)
        told = Finished(What.INCIDENTS, done.imported, done.taken, len(plan.bad), done.first, done.last)
        self.reading = self.plan = None
        self.finished.emit(told)

    def _on_listed(self, plan: DirectoryPlan, changed: Collection[tuple[str, str]]) -> None:
        self._session.bus.announce(changed)
        self.reading = self.plan = None
        self.finished.emit(Finished(What(plan.what), len(plan.new), len(plan.changed), plan.counts()["bad"]))

    # --- files beside it ---

    def write_bad_rows(self, target: Path, done: Callable[[], None]) -> None:
        plan, session = self.plan, self._session
        if isinstance(plan, ImportPlan):
            incidents, wording = plan, session.wording
            session.tasks.run(
                lambda: write_paper(target, bad_rows_csv(incidents, wording)), lambda _: done(), session.explain
            )

    def write_mapping(self, target: Path, done: Callable[[], None]) -> None:
        mapping, session = self.mapping, self._session
        if mapping is not None:
            files = session.services.mapping_files()
            session.tasks.run(lambda: files.write(target, mapping), lambda _: done(), session.explain)

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
        teller = ProgressTeller(self)
        teller.progressed.connect(self.progressed)
        self._teller = teller

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
        self._session.tasks.run(lambda: work(teller), answered, failed)

    def _end(self, teller: ProgressTeller) -> bool:
        """Whether its answer is still waited for."""
        if self._teller is not teller:
            return False
        self._teller = None
        self.ended.emit()
        return True
