"""A list of incidents as a paper: what each row shows, and the same list once more from the data of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from incident_desk.domain.values import from_micros
from incident_desk.domain.vocabulary import (
    KIND_NAMES,
    PRIORITY_NAMES,
    STATUS_NAMES,
    STEP_NAMES,
    Priority,
    Status,
    Step,
)
from incident_desk.usecases import papers as p
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import IncidentFilter, IncidentRow
from incident_desk.usecases.wording import Wording


def list_paper(
    queries: Queries, rows: Iterator[IncidentRow], said: Callable[[Wording], str], wording: Wording,
    size: p.PaperSize, title: str, house: p.Organisation, *, read_only: bool,
) -> p.ListPaper:  # fmt: skip
    head = queries.head_of_records()
    return p.ListPaper(
        house, wording.language, wording.zone_name, size, title, said(wording), _columns(wording),
        (_row(row, wording) for row in rows), wording.moment_with_zone(queries.last_change()),
        p.PaperHead(head.index, head.words.replace(" ", "")) if head else None, read_only, "",
        wording.texts.say("record.list_empty"), queries.settings().register_id,
    )  # fmt: skip


def list_again(data: Mapping[str, Any], wording: Wording, size: p.PaperSize, house: p.Organisation, *,
               read_only: bool) -> p.ListPaper:  # fmt: skip
    """The list that gave these data, for a reader who holds a file against it: the names are those of then."""
    head = data["head"]
    marks = _marks(wording.language)
    rows = (
        tuple(marks[column].get(word, word) if column in marks else word for column, word in enumerate(row))
        for row in data["rows"]
    )
    return p.ListPaper(
        house, wording.language, wording.zone_name, size, data["title"], data["definition"], _columns(wording), rows,
        data["as_of"], p.PaperHead(head["index"], head["words"]) if head else None, read_only, "",
        wording.texts.say("record.list_empty"), data["register"],
    )  # fmt: skip


def definition(wanted: IncidentFilter, wording: Wording) -> str:
    """What was filtered for, in words: every number on paper says what it counts."""
    language, names = wording.language, wording.names
    conditions = [STEP_NAMES[step][language] for step in sorted(wanted.steps)]
    conditions += [STATUS_NAMES[status][language] for status in sorted(wanted.statuses)]
    conditions += [KIND_NAMES[kind][language] for kind in sorted(wanted.kinds)]
    conditions += [PRIORITY_NAMES[priority][language] for priority in sorted(wanted.priorities)]
    if names is not None:
        conditions += [text for text in (
            names.category(wanted.category, language) if wanted.category else "",
            names.person(wanted.responsible), names.place(_outermost(wanted.places, names)),
        ) if text]  # fmt: skip
    if wanted.since is not None:
        conditions.append(wording.texts.say("record.list_since", day=_day(wanted.since, wording)))
    if wanted.until is not None:  # the first moment that is not meant any more
        conditions.append(wording.texts.say("record.list_until", day=_day(wanted.until - 1, wording)))
    if not conditions:
        return wording.texts.say("record.list_all")
    return wording.texts.say("record.list_where", conditions=", ".join(conditions))


def _outermost(places: frozenset[str], names: Names) -> str | None:
    """The place that was asked for: the others lie in it."""
    return next((place for place in sorted(places) if names.places[place].parent not in places), None)


def _day(instant: int, wording: Wording) -> str:
    return wording.day(from_micros(instant).astimezone(ZoneInfo(wording.zone)).date())


def _columns(wording: Wording) -> tuple[p.Column, ...]:
    shares = (("number", 2.2), ("title", 5), ("step", 2.4), ("priority", 1.5), ("place", 2.4), ("responsible", 1.9),
              ("discovered", 2.1))  # fmt: skip
    return tuple(p.Column(wording.texts.say(f"record.column_{key}"), share) for key, share in shares)


def _row(row: IncidentRow, wording: Wording) -> tuple[p.ListCell, ...]:
    language = wording.language
    step: p.ListCell = STATUS_NAMES[row.status][language]
    if row.step is not None:
        concluded = row.status is Status.CONCLUDED
        step = p.StepMark(int(row.step), str(step) if concluded else STEP_NAMES[row.step][language], concluded)
    return (
        row.number, row.title, step, p.PriorityMark(row.priority, PRIORITY_NAMES[row.priority][language]),
        row.place_name, row.responsible_name, wording.stored(row.discovered),
    )  # fmt: skip


_STEP, _PRIORITY = 2, 3  # which columns show marks


def _marks(language: str) -> Mapping[int, Mapping[str, p.ListCell]]:
    """What is drawn beside the words of those columns, by the words."""
    steps: dict[str, p.ListCell] = {
        STEP_NAMES[step][language]: p.StepMark(int(step), STEP_NAMES[step][language]) for step in Step
    }
    done = STATUS_NAMES[Status.CONCLUDED][language]
    steps[done] = p.StepMark(int(Step.CONCLUSION), done, concluded=True)
    names = {level: PRIORITY_NAMES[level][language] for level in Priority}
    return {_STEP: steps, _PRIORITY: {name: p.PriorityMark(level, name) for level, name in names.items()}}
