"""Carrying an import out: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from incident_desk.domain.chains import PACK
from incident_desk.domain.commands import Command, ImportIncident
from incident_desk.domain.context import Actor, Context, RecordNumber
from incident_desk.domain.decisions import decide
from incident_desk.domain.decisions.importing import came_up
from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.records import Record
from incident_desk.domain.values import from_micros
from incident_desk.usecases.importing.changes import Change, ChangedRow, Choice, new_in
from incident_desk.usecases.importing.making import Maker
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.importing.who_may import must_be_allowed
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Progress, UnitOfWork
from incident_desk.usecases.stopping import tell
from incident_desk.usecases.submission import Done, Submitter

Chosen = tuple[ChangedRow, Sequence[Change]]
_TOGETHER = 200
_MOST_NAMED = 500  # more changed records than these are not named one by one


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What came in. `series`: the first and the last number of each place and year, in the order of the sheet."""

    done: Done
    imported: int
    taken: int
    series: tuple[tuple[str, str], ...] = ()

    @property
    def first(self) -> str:
        """The number of one record that is new, "" where none is."""
        return self.series[0][0] if self.series else ""

    @property
    def last(self) -> str:
        return self.series[-1][1] if self.series else ""


def run_import(
    submitter: Submitter, plan: ImportPlan, op_id: str, *, take: Collection[Choice] = (), skip_bad: bool = False,
    progress: Progress | None = None,
) -> ImportDone:  # fmt: skip
    """Takes the new rows in, and of the changed rows the changes named by `take`.

    Raises Refused where a row cannot be read, unless such rows are left out; `stopped` where progress asks to stop.
    """
    if plan.bad and not skip_bad:
        raise Refused("import_rows_bad", count=len(plan.bad))
    chosen = [(row, changes) for row in plan.changed if (changes := row.chosen(take))]
    if not plan.new and not chosen:
        return ImportDone(Done(op_id, "", "", 0, ()), 0, 0)
    done = submitter.once(op_id, lambda: _carried_out(submitter, plan, chosen, op_id, progress))
    numbers = done.number.split()
    return ImportDone(done, len(plan.new), len(chosen), tuple(zip(numbers[::2], numbers[1::2], strict=True)))


def _carried_out(
    submitter: Submitter, plan: ImportPlan, chosen: Sequence[Chosen], op_id: str, progress: Progress | None
) -> Done:
    with submitter.register.write(submitter.clock) as work:
        work.guard_directories()  # one import after the other, so that none takes in what the other just did
        if plan.finder.brought_in_since(row.source for row in plan.new):
            raise Refused("import_meanwhile")  # whoever imported the same since was first; the plan is made again
        submitter.forget_names()
        names, actor = submitter.names(), submitter.acting()
        must_be_allowed(actor, "incidents")
        maker = Maker(work, actor, submitter.new_id, op_id, names.pack, names.pack_version)
        words = [thing.word for thing in plan.new_things()]
        words += [word for _, changes in chosen for word in new_in(changes)]
        maker.make(list({word.identity: word for word in words}.values()), submitter.register.queries.chain_of(PACK))
        importer = _Importer(submitter, work, actor, names, maker, op_id)
        steps = importer.steps(plan, chosen)
        total = len(plan.new) + len(chosen)
        for n, _ in enumerate(steps, 1):
            if n % _TOGETHER == 0:
                tell(progress, n, total)
        done = importer.done()
        work.commit(op_id, done.to_json(), lambda: tell(progress, total, total))
    submitter.forget_names()
    return done


class _Importer:
    """The rows of one import inside its unit of work."""

    def __init__(
        self, submitter: Submitter, work: UnitOfWork, actor: Actor, names: Names, maker: Maker, op_id: str
    ) -> None:
        self._submitter, self._work, self._actor = submitter, work, actor
        self._names, self._maker, self._op_id = names, maker, op_id
        self._zone = ZoneInfo(names.settings.zone)
        self._people = {*names.people, *maker.made.values()}
        self._places = {*names.places, *maker.made.values()}
        self._equipment = {*names.equipment, *maker.made.values()}
        self._series: dict[tuple[str, int], tuple[RecordNumber, RecordNumber]] = {}  # first and last by unit and year
        self._changed: list[tuple[str, str]] = []

    def steps(self, plan: ImportPlan, chosen: Sequence[Chosen]) -> Iterator[None]:
        for n, row in enumerate(plan.new, 1):
            command = row.command(plan.source, self._maker.made)
            record = Record(self._submitter.new_id(), CHAIN_KIND)
            self._append(record, command, self._number(command))
            if n % _TOGETHER == 0:
                self._work.flush()
            yield
        self._work.flush()
        for changed, changes in chosen:
            record = self._work.lock(CHAIN_KIND, [changed.incident])[changed.incident]
            if record.position != changed.position:
                raise EditConflict((), record.position)
            self._append(record, changed.command(changes, self._maker.made), None)
            yield

    def _append(self, record: Record, command: Command, number: RecordNumber | None) -> None:
        drafts = decide(record, command, self._context(number))
        after = self._work.append(record, drafts, self._actor.id, self._op_id, self._work.now())
        self._changed.append((CHAIN_KIND, after.id))
        if number is not None:
            first, _ = self._series.get((number.unit, number.year), (number, number))
            self._series[number.unit, number.year] = first, number

    def _context(self, number: RecordNumber | None) -> Context:
        settings = self._names.settings
        return Context(
            self._work.now(), settings.zone, self._actor, self._maker.pack, self._maker.pack_version,
            settings.language, self._submitter.new_id, number, self._people, self._places,
            self._equipment,
        )  # fmt: skip

    def _number(self, command: ImportIncident) -> RecordNumber:
        """The next number of the place's unit, or the site's, in the year in which it came up."""
        place = self._names.places.get(str(command.fields.get("place")))
        unit = (place.unit if place else "") or self._names.settings.site_code
        instant = came_up(command.fields, self._names.settings.zone, self._work.now())
        return self._work.next_number(unit, from_micros(instant).astimezone(self._zone).year)

    def done(self) -> Done:
        """Its number names the first and the last record of each series: thousands are nobody's to read."""
        number = " ".join(f"{first} {last}" for first, last in self._series.values())
        named = tuple(self._changed) if len(self._changed) <= _MOST_NAMED else ()
        return Done(self._op_id, "", number, 0, (), named)
