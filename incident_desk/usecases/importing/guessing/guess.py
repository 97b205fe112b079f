"""A mapping for a sheet that nobody has mapped yet: right at first sight for most lists, easy to correct for others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.fields import CORE
from incident_desk.usecases.importing.guessing import headings
from incident_desk.usecases.importing.guessing.columns import Column, columns_of, date_order
from incident_desk.usecases.importing.guessing.kinds import kind_words
from incident_desk.usecases.importing.guessing.levels import least_first, level_words, priority_words
from incident_desk.usecases.importing.guessing.meanings import (
    LIST,
    TIMES,
    content_fits,
    holds_figures,
    is_day_by_content,
    scores,
)
from incident_desk.usecases.importing.guessing.number_evidence import number_evidence
from incident_desk.usecases.importing.mapping import (
    CLOSED_ON,
    IN_WORDS,
    LEAVE_OUT,
    NEW,
    REFUSE,
    Closed,
    FieldSource,
    ListSource,
    SheetMapping,
    folded,
)
from incident_desk.usecases.importing.other_rows import incidents_of
from incident_desk.usecases.importing.row_texts import SheetRow, texts_of
from incident_desk.usecases.importing.state_words import closing_words
from incident_desk.usecases.importing.words import KnownWords
from incident_desk.usecases.names import Names
from incident_desk.usecases.sheets import Sheet

_MANY = 5000  # rows that tell as much of one column as all of them
_NEARLY_ALL = 0.95  # a number may stand twice by mistake, or be missing
_MIDNIGHTS = 0.1  # so many of the hours are 00:00 only where nobody knew them


def guess_mapping(sheet: Sheet, names: Names) -> SheetMapping:
    """By headings and contents. What is not recognised is not read; it stays in the row as it stood."""
    rows, _ = incidents_of(texts_of(sheet), sheet.heading, set())
    order = date_order(sheet.heading, rows)
    columns = columns_of(sheet.heading, rows, order)
    chosen = _with_number(_chosen(columns, _labels(names)), columns)
    mapping = SheetMapping(
        _sources(chosen, names), key=_key(chosen), closed=_closed(chosen.get("status")), date_order=order,
        midnight_unknown=any(column.midnights > _MIDNIGHTS for column in chosen.values()),
        decimal_sign=_decimal_sign(sheet, chosen), lists=_lists(chosen),
    )  # fmt: skip
    mapping = _with_halves(_with_hour(mapping, chosen), columns)
    return _with_seconds(mapping, columns, rows, names)


def _chosen(columns: Sequence[Column], labels: Mapping[str, str]) -> dict[str, Column]:
    """Field by field the column that says it best, at equal headings by its contents; each column says one thing."""
    scored = [
        (score, content_fits(key, column), -n, key, column)
        for n, column in enumerate(columns)
        for key, score in scores(column, labels).items()
        if column.count and not _means_else(key, column, columns)
    ]
    chosen: dict[str, Column] = {}
    used: set[str] = set()
    for _, _, _, key, column in sorted(scored, key=lambda each: each[:3], reverse=True):
        if key not in chosen and column.name not in used:
            chosen[key] = column
            used.add(column.name)
    found = _dated(_told(chosen, [column for column in columns if column.name not in used]), columns)
    return {key: column for at in columns for key, column in found.items() if column is at}


def _means_else(key: str, column: Column, columns: Sequence[Column]) -> bool:
    return headings.means_else(column.name, key, (other.name for other in columns if other is not column))


def _labels(names: Names) -> dict[str, str]:
    """What the fields of this register are called, the site's own among them."""
    fields = [each for each in names.pack.all_fields() if not each.retired]
    return {folded(label): each.key for each in fields for label in each.label.values()}


def _told(chosen: dict[str, Column], rest: Sequence[Column]) -> dict[str, Column]:
    """Something must tell what happened: the column told at most length, else the title."""
    if "what_happened" in chosen or "title" in chosen:
        return chosen
    own = {key: column for key, column in chosen.items() if key not in CORE and column.is_told}
    texts = [column for column in rest if not column.is_dates and not column.is_clocks and column.numbers < 0.5]
    longest = max(
        [column for column in texts if column.is_told] or list(own.values()) or texts,
        key=lambda column: column.length, default=None,
    )  # fmt: skip
    if longest is None:
        return chosen
    return {key: column for key, column in chosen.items() if column is not longest} | {"what_happened": longest}


def _dated(chosen: dict[str, Column], columns: Sequence[Column]) -> dict[str, Column]:
    """When it happened is taken from contents alone only where no heading tells of it, and one column could."""
    if any(key in chosen for key in TIMES[:3]):
        return chosen
    used = {column.name for column in chosen.values()}
    days = [column for column in columns if column.name not in used and is_day_by_content(column)]
    return {**chosen, "occurred": days[0]} if len(days) == 1 else chosen


def date_by_content(mapping: SheetMapping) -> str:
    """The column that was taken for when it happened though no heading says so, "" where there is none."""
    source = mapping.fields.get("occurred")
    return source.columns[0] if source and "occurred" not in headings.fits(source.columns[0]) else ""


def _with_number(chosen: dict[str, Column], columns: Sequence[Column]) -> dict[str, Column]:
    """With a first column that counts the rows, though its heading does not say so, where none is the old number."""
    first = next((column for column in columns if column.count), None)
    if (
        first is not None
        and "old_number" not in chosen
        and first.filled >= _NEARLY_ALL
        and first.distinct >= _NEARLY_ALL * first.count
        and first.length < 12
        and (first.numbers == 1 or (headings.says_number(first.name) and holds_figures(first)))
        and first not in chosen.values()
        and not headings.vetoed(first.name, "old_number")
    ):
        return {**chosen, "old_number": first}
    return chosen


def _key(chosen: dict[str, Column]) -> tuple[str, ...]:
    """The column that names a row. Rows that share their number, or have none, are told and known by what they say."""
    return (chosen["old_number"].name,) if "old_number" in chosen else ()


def _closed(status: Column | None) -> Closed | None:
    words = closing_words(status.name, status.words) if status else ()
    return Closed(status.name, words) if status and words else None


def _with_hour(mapping: SheetMapping, chosen: dict[str, Column]) -> SheetMapping:
    """The hour in a column of its own belongs to the first time that has none."""
    hour = chosen.get("hour")
    for key in TIMES[:3]:
        source = mapping.fields.get(key)
        if hour is not None and source is not None:
            return mapping.with_source(key, replace(source, columns=(*source.columns, hour.name)))
    return mapping


def _with_halves(mapping: SheetMapping, columns: Sequence[Column]) -> SheetMapping:
    """AM and PM in a column of its own belong to the hour beside it."""
    for at, half in enumerate(columns):
        beside = {column.name for column in columns[max(0, at - 1) : at + 2]} if half.is_half_days else frozenset()
        for key in TIMES:
            source = mapping.fields.get(key)
            if source is not None and source.columns[-1] in beside and half.name not in mapping.columns():
                mapping = mapping.with_source(key, replace(source, columns=(*source.columns, half.name)))
    return mapping


def _with_seconds(
    mapping: SheetMapping, columns: Sequence[Column], rows: Sequence[SheetRow], names: Names
) -> SheetMapping:
    """A second column of the same meaning is read too where it is filled only in rows that leave the first empty."""
    for column in columns:
        fits = headings.fits(column.name)
        key = max(fits, key=fits.__getitem__, default="")
        declared, source = names.field(key), mapping.fields.get(key)
        if source is None or declared is None or declared.kind is not FieldKind.PROSE or not column.count:
            continue
        both = any(row.text(column.name) and any(map(row.text, source.columns)) for row in rows)
        if column.name not in mapping.columns() and not both:
            mapping = mapping.with_source(key, replace(source, columns=(*source.columns, column.name)))
    return mapping


def _lists(chosen: dict[str, Column]) -> dict[str, ListSource]:
    return {
        key.removeprefix(LIST): ListSource((column.name,)) for key, column in chosen.items() if key.startswith(LIST)
    }


def _decimal_sign(sheet: Sheet, chosen: dict[str, Column]) -> str:
    numbers = (chosen[key].name for key in ("cost", "downtime", "days_lost") if key in chosen)
    return number_evidence(sheet, numbers).sign


# --- what the words of a column mean -----------------------------------------------------------------


def _sources(chosen: dict[str, Column], names: Names) -> dict[str, FieldSource]:
    known, found = KnownWords(names), {}
    for key, column in chosen.items():
        source = FieldSource((column.name,)) if key == CLOSED_ON else _source(key, column, names, known)
        if source is not None:
            found[key] = source
    return found


def _source(key: str, column: Column, names: Names, known: KnownWords) -> FieldSource | None:
    declared = names.field(key)
    if declared is None:  # the hour and the status are no fields
        return None
    words = _meanings(declared, column, names, known)
    if words is None:
        return None
    if declared.kind not in IN_WORDS:
        return FieldSource((column.name,))
    return FieldSource((column.name,), words, NEW if declared.kind is FieldKind.PLACE else LEAVE_OUT)


def _meanings(declared: Field, column: Column, names: Names, known: KnownWords) -> dict[str, str] | None:
    """Words whose meaning is worked out; None where the column is not of this field after all."""
    matrix = names.pack.matrix
    match declared.key:
        case "actual_column" | "potential_column":
            return level_words(column.words, declared, least_first(matrix, rows=False), known, column.name)
        case "actual_row" | "potential_row":
            return level_words(column.words, declared, least_first(matrix, rows=True), known, column.name)
        case "priority":
            return priority_words(column.words, declared, known) or None
        case "kind":
            return kind_words(column.name, column.words) or None
        case _:
            return {}


def guess_source(key: str, column: str, sheet: Sheet, mapping: SheetMapping, names: Names) -> FieldSource:
    """How a column is read for a field that somebody gave it."""
    if key == CLOSED_ON:
        return FieldSource((column,))
    first = replace(sheet, rows=sheet.rows[:_MANY], lines=sheet.lines[:_MANY])
    at = columns_of([column], texts_of(first), mapping.date_order)[0]
    declared = names.field(key)
    others = LEAVE_OUT if declared is not None and declared.kind in IN_WORDS else REFUSE
    return _source(key, at, names, KnownWords(names)) or FieldSource((column,), {}, others)
