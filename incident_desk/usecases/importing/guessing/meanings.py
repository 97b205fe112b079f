"""What a column can mean: what its heading says, as far as its contents let it, and how well these fit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from incident_desk.domain.fields import CORE
from incident_desk.usecases.importing.dates import is_run_together
from incident_desk.usecases.importing.guessing import headings
from incident_desk.usecases.importing.guessing.columns import Column
from incident_desk.usecases.importing.guessing.kinds import says_kinds
from incident_desk.usecases.importing.guessing.levels import counts_from_the_worst, known_levels
from incident_desk.usecases.importing.mapping import CLOSED_ON, folded
from incident_desk.usecases.importing.state_words import CLOSED, OPEN, closing_words
from incident_desk.usecases.importing.words import NO, YES

LIST = "list "  # before the key of a list, among those of fields
TIMES = ("occurred", "discovered", "reported", CLOSED_ON)
_PROSE = frozenset({"what_happened", "immediate_action", "cause", "contributing", "review_better", "lesson"})
_BY_CONTENT = 30
_STANDS_IN = 45  # for a column that says it in a way of its own, where no other says it outright
_NOT_TOLD = 45  # what a heading loses that speaks of a story where none is told
_RISK = re.compile("risk|risiko", re.I)
_DATES = 0.4  # or hours, under a heading that says so; the others are named as they cannot be read
_LONGEST_LIST = 400  # letters on average: what is longer tells a story
_NUMBER_OF_YEAR = re.compile(r"\d{2,4}\s?[-/]\s?\d{1,6}|\d{1,6}\s?[-/]\s?\d{2,4}")
_NUMBER_OF_SOMEBODY = 3  # letters: so many people are not affected
_SCHOOL_CLASS = re.compile(r"\d{1,2}\.?\s?[a-z]?(?:\d|\s?/\s?\d{1,2}\s?[a-z]?)?", re.I)
_NEARLY_ALL = 0.9  # a number may stand twice by mistake


def scores(column: Column, labels: Mapping[str, str]) -> dict[str, int]:
    """By field how well its heading names it, where its contents allow it; a story is known by its contents too."""
    fits = headings.fits(column.name)
    own = labels.get(folded(column.name))
    if own is not None and (own not in CORE or not fits):
        fits = {**fits, own: headings.EXACT + 1}
    fits |= {LIST + key: score for key, score in headings.fits(column.name, "lists").items()}
    named = {key: score for key, score in _by_words(fits, column).items() if _can_be(key, column)}
    if not named and column.is_told and not headings.vetoed(column.name, "what_happened"):
        named = {"what_happened": _BY_CONTENT + min(14, round(column.length / 20))}
    if "title" in named and column.length > 90 and column.is_told:  # "Summary" over a whole story
        named["what_happened"] = max(named.get("what_happened", 0), named.pop("title") - 5)
    if named.get("what_happened", 0) > _NOT_TOLD and not column.is_told:
        named["what_happened"] -= _NOT_TOLD
    return named


def content_fits(key: str, column: Column) -> int:
    """What decides between headings that say the same equally well: words of harm say more of it than numbers."""
    if key == "what_happened":
        return round(column.length)
    if key.endswith(("_column", "_row")):
        return round(100 * known_levels(column.words))
    return 0


def is_day_by_content(column: Column) -> bool:
    """Whether a column of days may be when it occurred, though its heading does not say so."""
    return column.is_dates and not headings.fits(column.name) and not headings.vetoed(column.name, "occurred")


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
    if key in TIMES:
        return (column.dates >= _DATES and not column.is_clocks) or _serials(column)
    if key == "hour":
        return column.clocks >= _DATES and not column.is_dates
    if key in ("cost", "downtime", "days_lost"):
        return column.numbers > 0.5
    if key == "status":
        return _says_closed(column)
    if key == "people_affected" and headings.says_number(column.name) and column.length >= _NUMBER_OF_SOMEBODY:
        return False
    if key in _PROSE or key == "people_affected":
        return not column.is_dates and not column.is_yes_no
    if key.startswith(LIST):
        told = column.dates < _DATES and column.numbers < 0.5 and not column.is_yes_no
        return told and not column.is_clocks and column.length < _LONGEST_LIST
    if key == "old_number":
        return _names_rows(column)
    if key == "kind":
        return says_kinds(column.name, column.words)
    if key == "reporter_name" and headings.is_vague(column.name, key) and holds_figures(column):
        return False
    if key == "category" and headings.is_vague(column.name, key) and all(map(_SCHOOL_CLASS.fullmatch, column.words)):
        return False
    if key in ("place", "category", "subcategory", "detected_by", "responsible", "reporter_name"):
        return not column.is_dates and not column.is_clocks and column.length < 80
    if key in ("actual_column", "potential_column", "actual_row", "priority"):
        return column.distinct <= 25 and column.length < 40 and not column.is_dates and not column.is_yes_no
    return True


def _says_closed(column: Column) -> bool:
    """Whether some word says closed. An answer says so where most words are answers."""
    closing = {folded(word) for word in closing_words(column.name, column.words)}
    said = {folded(word) for word in column.words}
    answers = said & (YES | NO | OPEN)
    return bool(closing & CLOSED) or (bool(closing) and 2 * len(answers) > len(said))


def _names_rows(column: Column) -> bool:
    """Whether texts can be numbers of rows: 2021-1 is one and no month where its heading says so.

    A heading that means several things needs texts that tell rows apart and hold figures.
    """
    if column.length >= 40 or (column.is_dates and not all(map(_NUMBER_OF_YEAR.fullmatch, column.sample))):
        return False
    if headings.is_vague(column.name, "old_number"):
        return column.distinct >= _NEARLY_ALL * column.count and holds_figures(column)
    return not column.distinct < column.count * 0.5


def holds_figures(column: Column) -> bool:
    return all(any(map(str.isdigit, text)) for text in column.sample)


def _serials(column: Column) -> bool:
    """Days as a spreadsheet counts them, or as 20240701, under a heading that says so."""
    return bool(column.sample) and all(
        (text.replace(".", "", 1).isdecimal() and 20_000 <= float(text) <= 80_000) or is_run_together(text)
        for text in column.sample
    )
