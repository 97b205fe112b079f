"""Papers for the day: for the next shift, for the morning, for a meeting, and whom to call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from incident_desk.domain.errors import Refused
from incident_desk.domain.figures.months import month_of, months_up_to
from incident_desk.domain.lists import LISTS
from incident_desk.domain.values import due_instant
from incident_desk.domain.vocabulary import PRIORITY_NAMES, ROLE_NAMES, STEP_NAMES, Priority, Role, Step
from incident_desk.usecases import papers as p
from incident_desk.usecases.insights import MONTHS, read_insights
from incident_desk.usecases.list_paper import definition
from incident_desk.usecases.overview_paper import Overview
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.ranked import ranked
from incident_desk.usecases.rows import IncidentFilter, IncidentRow, WorkRow
from incident_desk.usecases.wording import Wording

HOUR = 3_600_000_000  # microseconds
DAY = 24 * HOUR
SOON = 72 * HOUR  # duties are told so long before
_MOST = 60  # rows of one table: a list for the day that nobody can read to its end is none
_MOST_LINES = 2_000
_MOST_MONTHS = 60
EVERYWHERE = IncidentFilter()
_ORDER = {
    level: n
    for n, level in enumerate((Priority.CRITICAL, Priority.HIGH, Priority.MEDIUM, Priority.NOT_SET, Priority.LOW))
}


def handover(queries: Queries, wording: Wording, where: IncidentFilter = EVERYWHERE) -> Overview:
    """For the next shift: what is open, what is in force, what was promised, and who hands over to whom."""
    day = _Day(queries, wording, where)
    return day.overview(
        "handover",
        [
            day.incidents("open", day.board()),
            day.lines("in_force", "measures", lambda row: True),
            day.lines("promises", "promises", lambda row: True),
            day.lines("steps_due", "actions", lambda row: row.due is not None and row.due < day.now + DAY),
        ],
        ("handed_over", "taken_over"),
    )


def morning(queries: Queries, wording: Wording, where: IncidentFilter = EVERYWHERE) -> Overview:
    """What came since yesterday and what is due: measures past their check, promises, actions, duties of 72 hours."""
    day = _Day(queries, wording, where)
    board = day.board()
    return day.overview(
        "morning",
        [
            day.reports("new", day.inbox()),
            day.incidents("since_yesterday", [row for row in board if row.opened_at >= day.now - DAY]),
            day.incidents("back_today", [row for row in board if day.is_back(row)]),
            day.lines("measures_past", "measures", day.is_past),
            day.lines("promises", "promises", lambda row: row.due is not None and row.due < day.now + DAY),
            day.lines("duties", "obligations", lambda row: row.due is not None and row.due < day.now + SOON),
            day.lines("actions_past", "actions", day.is_past),
            day.lines("waiting_for", "questions", lambda row: True),
        ],
    )


def agenda(queries: Queries, wording: Wording, where: IncidentFilter = EVERYWHERE) -> Overview:
    """For the weekly meeting: what is new, what was put off, what is late, what can be concluded."""
    day = _Day(queries, wording, where)
    board = day.board()
    return day.overview(
        "agenda",
        [
            day.incidents("this_week", [row for row in board if row.opened_at >= day.now - 7 * DAY]),
            day.incidents("to_prioritise", [row for row in board if row.step is Step.PRIORITISATION]),
            day.incidents("put_off", [row for row in board if row.review_date is not None]),
            day.lines("actions_past", "actions", day.is_past),
            day.lines("actions_week", "actions", lambda row: day.now <= (row.due or 0) < day.now + 7 * DAY),
            day.lines("checks", "follow_ups", lambda row: row.due is not None and row.due < day.now + 7 * DAY),
            day.incidents("to_conclude", [row for row in board if row.step is Step.CONCLUSION]),
        ],
        ("led_by", "written_by"),
    )


def first_things(queries: Queries, wording: Wording, where: IncidentFilter = EVERYWHERE) -> Overview:
    """What is to be dealt with first, and why."""
    day = _Day(queries, wording, where)
    rows = [
        p.Row((each.row.number, each.row.title, each.row.department, each.row.responsible_name, each.why))
        for each in ranked(queries, wording, where)
    ]
    table = day.table("in_order", ("number", "title", "place", "responsible", "why"), rows)
    return day.overview("ranked", [table])


def contacts(queries: Queries, wording: Wording, where: IncidentFilter = EVERYWHERE) -> Overview:
    """Whom to call, on one page that hangs on the wall when the network is down."""
    day = _Day(queries, wording, where)
    people = sorted((each for each in queries.people() if each.active), key=lambda each: (each.unit, each.name))
    rows = [
        p.Row((each.name, each.job, each.unit, _roles(each.roles, wording.language), each.phone), p.Emphasis.STRONG)
        for each in people
    ]
    table = day.table("contacts", ("person", "job", "unit", "roles", "phone"), rows)
    return day.overview("contacts", [table])


def period(queries: Queries, wording: Wording, where: IncidentFilter = EVERYWHERE) -> Overview:
    """The figures of whole months for managers: those from `since` until `until`, or of the last twelve."""
    months, last = _months(queries, wording, where)
    found = read_insights(queries, wording, months, last)
    tables = [
        p.TableBlock(
            each.title, tuple(p.Column(label, 3.0 if n == 0 else 2.0) for n, label in enumerate(each.columns)),
            tuple(p.Row(row) for row in each.rows), wording.texts.say("day.nothing"),
            " ".join(filter(None, (each.definition, each.warning))),
        )
        for each in found
    ]  # fmt: skip
    shown = months_up_to(last, months)
    told = wording.texts.say("insights.period_told", first=f"{shown[0]:%Y-%m}", last=f"{shown[-1]:%Y-%m}")
    charts = {n: each.chart for n, each in enumerate(found) if each.chart is not None}
    title, as_of = wording.texts.say("insights.period_title"), wording.moment_with_zone(queries.clock())
    return Overview("period", title, told, as_of, tables, charts=charts)


def _months(queries: Queries, wording: Wording, where: IncidentFilter) -> tuple[int, date]:
    """How many whole months, and the last of them: none that is not over yet."""
    over = months_up_to(month_of(queries.clock(), wording.zone), 2)[0]
    last = min(over, month_of(where.until - 1, wording.zone)) if where.until is not None else over
    if where.since is None:
        return MONTHS[0], last
    first = month_of(where.since, wording.zone)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if not 1 <= count <= _MOST_MONTHS:
        raise Refused("period_months", "since", most=_MOST_MONTHS)
    return count, last


DAY_PAPERS: Mapping[str, Callable[[Queries, Wording, IncidentFilter], Overview]] = {
    "handover": handover, "morning": morning, "agenda": agenda, "ranked": first_things, "contacts": contacts,
    "period": period,
}  # fmt: skip

_SHARES = {
    "number": 2.0, "title": 4.6, "step": 1.9, "priority": 1.4, "place": 2.2, "responsible": 1.8, "due": 2.2,
    "what": 4.2, "of": 2.0, "owner": 1.8, "came": 1.9, "person": 2.4, "job": 2.4, "unit": 2.0, "roles": 2.4,
    "phone": 2.0, "why": 3.4,
}  # fmt: skip


@dataclass
class _Day:
    queries: Queries
    wording: Wording
    where: IncidentFilter

    def __post_init__(self) -> None:
        self.now = self.queries.clock()
        rows = self.queries.board(IncidentFilter(places=self.where.places))
        urgent = sorted(
            (row for row in rows if row.step is not None), key=lambda row: (_ORDER[row.priority], row.opened_at)
        )
        self._board, here = urgent, {row.id for row in rows}
        lines = self.queries.work(None, None, _MOST_LINES)
        self._cut = len(lines) == _MOST_LINES
        self._work = [line for line in lines if not self.where.places or line.incident in here]

    def say(self, key: str) -> str:
        return self.wording.texts.say(f"day.{key}")

    def overview(self, kind: str, tables: list[p.TableBlock], pens: tuple[str, ...] = ()) -> Overview:
        boxes = tuple(p.SignatureBox(self.say(pen), self.say(f"{pen}_meaning")) for pen in pens)
        return Overview(
            kind, self.say(f"{kind}_title"), self._told(kind), self.wording.moment_with_zone(self.now), tables,
            p.SignatureBlock(boxes) if boxes else None,
        )  # fmt: skip

    def _told(self, kind: str) -> str:
        """What it lists, of which place it is where it is not of all, and whether there is more than was looked at."""
        where = definition(IncidentFilter(places=self.where.places), self.wording) if self.where.places else ""
        many = self.wording.texts.say("day.many", count=_MOST_LINES) if self._cut else ""
        return " ".join(filter(None, (self.say(f"{kind}_told"), where, many)))

    # --- incidents ---

    def board(self) -> list[IncidentRow]:
        """What is open, the most urgent first, of these the oldest."""
        return self._board

    def inbox(self) -> list[IncidentRow]:
        rows = (each.row for each in self.queries.inbox())
        return [row for row in rows if not self.where.places or row.place in self.where.places]

    def is_back(self, row: IncidentRow) -> bool:
        """Put off until today or an earlier day."""
        back = due_instant(row.review_date, self.wording.zone) if row.review_date else None
        return back is not None and back < self.now + DAY

    def incidents(self, key: str, rows: Iterable[IncidentRow]) -> p.TableBlock:
        keys = ("number", "title", "step", "priority", "place", "responsible")
        return self.table(key, keys, [self._incident(row) for row in rows])

    def _incident(self, row: IncidentRow) -> p.Row:
        language = self.wording.language
        step = STEP_NAMES[row.step][language] if row.step else ""
        cells = (
            row.number,
            row.title,
            step,
            PRIORITY_NAMES[row.priority][language],
            row.department,
            row.responsible_name,
        )
        return p.Row(cells)

    def reports(self, key: str, rows: Iterable[IncidentRow]) -> p.TableBlock:
        said = [
            p.Row((row.number, row.title, row.department, self.wording.moment(row.opened_at)), p.Emphasis.STRONG)
            for row in rows
        ]
        return self.table(key, ("number", "title", "place", "came"), said)

    # --- lines of lists ---

    def is_past(self, row: WorkRow) -> bool:
        return row.due is not None and row.due < self.now

    def lines(self, key: str, of_list: str, wanted: Callable[[WorkRow], bool]) -> p.TableBlock:
        assert of_list in LISTS
        rows = [self._line(row) for row in self._work if row.list == of_list and wanted(row)]
        return self.table(key, ("what", "of", "owner", "due"), rows)

    def _line(self, row: WorkRow) -> p.Row:
        names = self.wording.names
        owner = names.person(row.owner) if names and row.owner else ""
        due = self.wording.moment(row.due) if row.due is not None else self.say("no_date")
        if self.is_past(row):
            return p.Row((row.what, row.number, owner, f"{due}, {self.say('past')}"), p.Emphasis.ALERT)
        return p.Row((row.what, row.number, owner, due), p.Emphasis.STRONG)

    # --- tables ---

    def table(self, key: str, columns: tuple[str, ...], rows: list[p.Row]) -> p.TableBlock:
        shown = list(islice(rows, _MOST))
        left = len(rows) - len(shown)
        hint = self.wording.texts.count("day.more", left) if left else ""
        heads = tuple(p.Column(self.say(f"column_{column}"), _SHARES[column]) for column in columns)
        return p.TableBlock(self.say(key), heads, tuple(shown), self.say("nothing"), hint)


def _roles(roles: Iterable[Role], language: str) -> str:
    return ", ".join(ROLE_NAMES[role][language] for role in sorted(roles))
