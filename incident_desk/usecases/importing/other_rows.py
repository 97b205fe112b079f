"""Rows of a list that are no incidents: headings again, sums, a month or a ward above its rows.

A row is left out only where its own cells prove it. It is named, and comes in all the same where the mapping says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from incident_desk.usecases.importing.dates import NotRead, TimeReading, read_time
from incident_desk.usecases.importing.mapping import SheetMapping, folded
from incident_desk.usecases.importing.row_texts import SheetRow

_WORD = (
    r"(?:grand|sub|page|running|monthly|yearly|annual)?[\s-]*totals?|sum|sums"
    r"|(?:gesamt|zwischen|seiten|monats|jahres|end)?summen?|gesamt|insgesamt|übertrag|carried\s+forward|total\s+général"
)
_COUNTED = (
    r"(?:all\s+)?(?:incidents|accidents|near\s+misses|events|cases|reports|injuries|falls)"
    r"|(?:aller\s+)?(?:vorfälle|unfälle|ereignisse|fälle|meldungen|verletzungen|stürze|beinaheunfälle)"
)
_NUMBERS = r"[\d.,' €$£%+-]*"
_SUM = re.compile(rf"(?:{_WORD})(?P<of>\s+[^\W\d_]+\.?(?:\s+\d{{4}})?)?\s*:?\s*{_NUMBERS}", re.IGNORECASE | re.DOTALL)
_END = re.compile(
    rf"(?:{_WORD})\s*:?\s*{_NUMBERS}|(?:printed|exported|created|signed)\s+(?:by|on)\b.*"
    r"|(?:aus)?(?:gedruckt|erstellt|exportiert)\s+(?:von|am)\b.*|gez\.\s.*|(?:stand|as of|status as of)\s*:?\s*[\d./-]+"
    r"|(?:page|seite)\s+\d+(?:\s+(?:of|von|/)\s+\d+)?|\W*(?:end of (?:list|report)|ende der liste)\W*"
    rf"|(?:{_WORD}|(?:number|count)(?:\s+of)?|anzahl(?:\s+der)?)\s+(?:{_COUNTED})\s*:?\s*{_NUMBERS}"
    rf"|(?:signed|signature|gezeichnet|unterschrift)\s*:.*|n\s*=\s*\d+|(?:count|anzahl)\s*:?\s*{_NUMBERS}",
    re.IGNORECASE | re.DOTALL,
)
_PART_OF_YEAR = re.compile(
    r"(?:kw|cw|week|woche|q|quartal|quarter)\s*\d{1,2}(?:\s*[/ -]\s*\d{2,4})?|\d\. quartal.*", re.I
)
_MONTH = re.compile(r"[^\W\d_]{3,10}\.?(?:\s+\d{4})?")
_NUMBER = re.compile(r"[\d.,' €$£%+-]+")
_AGAIN = re.compile(r" \(\d+\)$")  # a second heading of the same name
_FAR = 100  # lines between a cell and the rows above it
_READING = TimeReading("dmy", "UTC")


@dataclass(frozen=True, slots=True)
class OtherRows:
    """Lines of rows that are no incidents."""

    totals: tuple[int, ...] = ()
    headings: tuple[int, ...] = ()
    groups: tuple[int, ...] = ()  # one word that stands above the rows of a month, or of a ward
    empty: tuple[int, ...] = ()  # signs alone
    far: tuple[int, ...] = ()  # one cell far below all others

    def by_sort(self) -> dict[str, tuple[int, ...]]:
        """The lines that are no totals, by what they are."""
        return {sort: lines for sort in ("headings", "groups", "empty", "far") if (lines := getattr(self, sort))}


def without_others(
    rows: Sequence[SheetRow], heading: Sequence[str], mapping: SheetMapping
) -> tuple[list[SheetRow], OtherRows]:
    """The rows of incidents, and the lines of the others."""
    if mapping.every_row:
        return list(rows), OtherRows()
    stories = {
        column for key in ("what_happened", "title") if key in mapping.fields for column in mapping.fields[key].columns
    }
    return incidents_of(rows, heading, stories)


def incidents_of(
    rows: Sequence[SheetRow], heading: Sequence[str], stories: set[str]
) -> tuple[list[SheetRow], OtherRows]:
    """The same before anybody knows more of the columns than which tell what happened, if that."""
    end = len(rows)
    while end and _ends_list(rows[end - 1], len(heading), stories):
        end -= 1
    said = {name: folded(_AGAIN.sub("", name)) for name in heading}
    sorts = ["totals" if n >= end else _sort(row, said, stories, first=n == 0) for n, row in enumerate(rows)]
    alone = [n for n, row in enumerate(rows) if len(row.row) == 1 and not sorts[n] and row.row[0][0] not in stories]
    if alone and len(said) > 2:
        sorts = _with_groups(sorts, rows, alone)
    lines = {
        sort: tuple(row.line for row, own in zip(rows, sorts, strict=True) if own == sort)
        for sort in set(filter(None, sorts))
    }
    return [row for row, sort in zip(rows, sorts, strict=True) if not sort], OtherRows(**lines)


def _sort(row: SheetRow, said: Mapping[str, str], stories: set[str], *, first: bool) -> str:
    """Of which sort a row is that is no incident, "" for all others."""
    if not any(letter.isalnum() for _, text in row.row for letter in text):
        return "empty"
    if all(folded(text) == said[column] for column, text in row.row) and (len(row.row) > 1 or len(said) == 1):
        return "headings"
    return "totals" if not first and _sums_up(row, stories) else ""


def _with_groups(sorts: Sequence[str], rows: Sequence[SheetRow], alone: Sequence[int]) -> list[str]:
    """With the rows of a single cell: a month, words that stand above groups again and again, or one far away."""
    worded, found = _worded(rows), list(sorts)
    words = {n: any(map(str.isalpha, rows[n].row[0][1])) and rows[n].row[0][0] not in worded for n in alone}
    often = Counter(rows[n].row[0][0] for n in alone if words[n])
    for n in alone:
        column, text = rows[n].row[0]
        if n and rows[n].line - rows[n - 1].line > _FAR:
            found[n] = "far"
        elif _is_time(text.strip()) or (words[n] and often[column] > 1):
            found[n] = "groups"
    return list(sorts) if 2 * found.count("groups") > len(rows) else found  # then they are what the list tells


def _worded(rows: Sequence[SheetRow]) -> set[str]:
    """The columns in which words stand beside other cells, and not only numbers, days, or nothing."""
    words, counts = Counter[str](), Counter[str]()
    for row in rows:
        if len(row.row) > 1:
            for column, text in row.row:
                counts[column] += 1
                words[column] += any(map(str.isalpha, text))
    return {column for column, count in counts.items() if 10 * words[column] > count}


def _ends_list(row: SheetRow, columns: int, stories: set[str]) -> bool:
    """Whether little stands in the row, nothing of it tells what happened, and it begins like a total."""
    mostly_empty = 2 * (len(row.row) - 1) < columns
    tells = any(column in stories for column, _ in row.row)
    return mostly_empty and not tells and _END.fullmatch(row.row[0][1].strip()) is not None


def _sums_up(row: SheetRow, stories: set[str]) -> bool:
    """Whether the row holds a word for a sum, else nothing but numbers; more than one where it stands for a story."""
    word = None
    for column, text in row.row:
        if not _NUMBER.fullmatch(text.strip()):
            if word is not None:
                return False
            word = column, text.strip()
    if word is None or len(row.row) < (3 if word[0] in stories else 2):
        return False
    found = _SUM.fullmatch(word[1])
    return found is not None and (found["of"] is None or _is_time(found["of"].strip()))


def _is_time(text: str) -> bool:
    """Whether this is a month, a quarter or a week."""
    if _PART_OF_YEAR.fullmatch(text):
        return True
    if not _MONTH.fullmatch(text):
        return False
    try:
        read_time(text if text[-1].isdigit() else f"{text} 2000", _READING)
    except NotRead:
        return False
    return True
