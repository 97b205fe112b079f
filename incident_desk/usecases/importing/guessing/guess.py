"""A mapping for a sheet that nobody has mapped yet: right at first sight for most lists, easy to correct for others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.fields import CORE
from incident_desk.usecases.importing.guessing import headings
from incident_desk.usecases.importing.guessing.columns import Column, columns_of, date_order
from incident_desk.usecases.importing.guessing.kinds import kind_words, says_kinds
from incident_desk.usecases.importing.guessing.levels import (
    counts_from_the_worst,
    least_first,
    level_words,
    priority_words,
)
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
from incident_desk.usecases.importing.row_texts import SheetRow, texts_of
from incident_desk.usecases.importing.words import KnownWords
from incident_desk.usecases.names import Names
from incident_desk.usecases.sheets import Sheet

_TIMES = ("occurred", "discovered", "reported", CLOSED_ON)
_PROSE = frozenset({"what_happened", "immediate_action", "cause", "contributing", "review_better", "lesson"})
_CLOSED_WORDS = frozenset({
    "closed", "close", "done", "completed", "complete", "finished", "resolved", "concluded", "yes", "y", "x", "true",
    "archived", "abgeschlossen", "geschlossen", "erledigt", "beendet", "fertig", "ja", "j", "archiviert",
})  # fmt: skip
_BY_CONTENT = 30
_RISK = re.compile("risk|risiko", re.I)
_STANDS_IN = 45  # for a column that says it in a way of its own, where no other says it outright
_MANY = 5000  # rows that tell as much of one column as all of them
_DATES = 0.4  # or hours, under a heading that says so; the others are named as they cannot be read
_LIST = "list "  # before the key of a list, among those of fields
_LONGEST_LIST = 400  # letters on average: what is longer tells a story
_NEARLY_ALL = 0.95  # a number may stand twice by mistake, or be missing
_MIDNIGHTS = 0.1  # so many of the hours are 00:00 only where nobody knew them


def guess_mapping(sheet: Sheet, names: Names) -> SheetMapping:
    """By headings and contents. What is not recognised is not read; it stays in the row as it stood."""
    rows = texts_of(sheet)
    order = date_order(sheet.heading, rows)
    columns = columns_of(sheet.heading, rows, order)
    chosen = _chosen(columns, _labels(names))
    mapping = SheetMapping(
        _sources(chosen, names), key=_key(columns, chosen), closed=_closed(chosen.get("status")), date_order=order,
        midnight_unknown=any(column.midnights > _MIDNIGHTS for column in chosen.values()),
        decimal_sign=_decimal_sign(columns, chosen), lists=_lists(chosen),
    )  # fmt: skip
    return _with_seconds(_with_hour(mapping, chosen), columns, rows, names)


def _chosen(columns: Sequence[Column], labels: Mapping[str, str]) -> dict[str, Column]:
    """Field by field the column that says it best; each column says one thing."""
    scored = [
        (score, -n, key, column)
        for n, column in enumerate(columns)
        for key, score in _scores(column, labels).items()
        if column.count
    ]
    chosen: dict[str, Column] = {}
    used: set[str] = set()
    for _, _, key, column in sorted(scored, key=lambda each: each[:2], reverse=True):
        if key not in chosen and column.name not in used:
            chosen[key] = column
            used.add(column.name)
    return _told(chosen, [column for column in columns if column.name not in used])


def _labels(names: Names) -> dict[str, str]:
    """What the fields of this register are called, the site's own among them."""
    fields = [each for each in names.pack.all_fields() if not each.retired]
    return {folded(label): each.key for each in fields for label in each.label.values()}


def _scores(column: Column, labels: Mapping[str, str]) -> dict[str, int]:
    fits = headings.fits(column.name)
    own = labels.get(folded(column.name))
    if own is not None and (own not in CORE or not fits):
        fits = {**fits, own: headings.EXACT + 1}
    fits |= {_LIST + key: score for key, score in headings.fits(column.name, "lists").items()}
    named = {key: score for key, score in _by_words(fits, column).items() if _can_be(key, column)}
    if not named:
        named = _by_content(column)
    if "title" in named and column.length > 90 and column.is_told:  # "Summary" over a whole story
        named["what_happened"] = max(named.get("what_happened", 0), named.pop("title") - 5)
    return named


def _by_words(fits: Mapping[str, int], column: Column) -> dict[str, int]:
    """What the words decide where the heading leaves it open: kind or category, level or priority."""
    named = dict(fits)
    if "category" in named and says_kinds(column.name, column.words):
        named["kind"] = max(named.pop("category"), named.get("kind", 0))
    if "actual_column" in named and "priority" in named:
        is_level = column.numbers == 1 and _RISK.search(column.name)  # a priority of 1 is the highest for many
        del named["priority" if is_level else "actual_column"]
        named |= {"actual_column": _STANDS_IN} if is_level else {}
    if "actual_column" in named and counts_from_the_worst(column.name, column.words):
        named["actual_column"] = _STANDS_IN  # how bad and how likely in one code: a column of how bad alone goes first
    return named


def _can_be(key: str, column: Column) -> bool:
    """Whether the contents let a column be what its heading says."""
    if key in _TIMES:
        return (column.dates >= _DATES and not column.is_clocks) or _serials(column)
    if key == "hour":
        return column.clocks >= _DATES and not column.is_dates
    if key in ("cost", "downtime", "days_lost"):
        return column.numbers > 0.5
    if key == "status":
        return any(folded(word) in _CLOSED_WORDS for word in column.words) or column.is_few_words
    if key in _PROSE:
        return not column.is_dates
    if key.startswith(_LIST):
        told = column.dates < _DATES and column.numbers < 0.5 and not column.is_yes_no
        return told and not column.is_clocks and column.length < _LONGEST_LIST
    if key == "old_number":
        return not column.is_dates and column.length < 40 and not (column.distinct < column.count * 0.5)
    if key == "kind":
        return says_kinds(column.name, column.words)
    if key in ("place", "category", "subcategory", "detected_by", "responsible", "reporter_name"):
        return not column.is_dates and not column.is_clocks and column.length < 80
    if key in ("actual_column", "potential_column", "actual_row", "priority"):
        return column.distinct <= 25 and column.length < 40 and not column.is_dates and not column.is_yes_no
    return True


def _serials(column: Column) -> bool:
    """Days as a spreadsheet counts them, under a heading that says so."""
    return bool(column.sample) and all(
        text.replace(".", "", 1).isdecimal() and 20_000 <= float(text) <= 80_000 for text in column.sample
    )


def _by_content(column: Column) -> dict[str, int]:
    if column.is_dates:
        return {"occurred": _BY_CONTENT}
    if column.is_told:
        return {"what_happened": _BY_CONTENT + min(14, round(column.length / 20))}
    return {}


def _told(chosen: dict[str, Column], rest: Sequence[Column]) -> dict[str, Column]:
    """Something must tell what happened: the column told at most length, else the title."""
    if "what_happened" in chosen or "title" in chosen:
        return chosen
    longest = max((column for column in rest if not column.is_dates and not column.is_clocks and column.numbers < 0.5),
                  key=lambda column: column.length, default=None)  # fmt: skip
    return {**chosen, "what_happened": longest} if longest else chosen


def _key(columns: Sequence[Column], chosen: dict[str, Column]) -> tuple[str, ...]:
    """The column that names a row: the old number, else a first column of numbers that has no heading of its own.

    Rows that share their number, or have none, are told and known by what stands in them.
    """
    number = chosen.get("old_number")
    if number is not None:
        return (number.name,)
    first = next((column for column in columns if column.count), None)
    if (
        first is not None
        and first.filled >= _NEARLY_ALL
        and first.distinct >= _NEARLY_ALL * first.count
        and first.numbers == 1
        and first.length < 12
        and first not in chosen.values()
    ):
        return (first.name,)
    return ()


def _closed(status: Column | None) -> Closed | None:
    words = tuple(word for word in status.words if folded(word) in _CLOSED_WORDS) if status else ()
    return Closed(status.name, words) if status and words else None


def _with_hour(mapping: SheetMapping, chosen: dict[str, Column]) -> SheetMapping:
    """The hour in a column of its own belongs to the first time that has none."""
    hour = chosen.get("hour")
    for key in _TIMES[:3]:
        source = mapping.fields.get(key)
        if hour is not None and source is not None:
            return mapping.with_source(key, replace(source, columns=(*source.columns, hour.name)))
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
        key.removeprefix(_LIST): ListSource((column.name,)) for key, column in chosen.items() if key.startswith(_LIST)
    }


def _decimal_sign(columns: Sequence[Column], chosen: dict[str, Column]) -> str:
    numbers = [chosen[key] for key in ("cost", "downtime", "days_lost") if key in chosen]
    texts = [text.strip() for column in numbers for text in column.sample]
    commas, points = (sum(re.search(rf"[{sign}]\d{{1,2}}\D*$", text) is not None for text in texts) for sign in ",.")
    return "," if commas > points else "."


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
            codes, worst_first = least_first(matrix, rows=False), counts_from_the_worst(column.name, column.words)
            return level_words(column.words, declared, codes, known, worst_first=worst_first)
        case "actual_row" | "potential_row":
            return level_words(column.words, declared, least_first(matrix, rows=True), known)
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
