"""What of a sheet is in the register already, and under which name its list was imported before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from incident_desk.usecases.importing.row_texts import SheetRow
from incident_desk.usecases.rows import ImportedRow


def known_rows(rows: Sequence[SheetRow], found: Iterable[ImportedRow], source: str) -> Mapping[str, ImportedRow]:
    """By the key of a row the incident that came from it.

    The same number may stand in two lists, and one list may come under two names. So a list of another name counts as
    this one where most of the rows that share their keys with it stand as they stood there.
    """
    present = {row.key: sorted(row.row) for row in rows}
    candidates = [each for each in found if each.key in present]
    alike = Counter(each.source for each in candidates if _stands(each, present))
    unlike = Counter(each.source for each in candidates if not _stands(each, present))
    same_list = {source} | {name for name, count in alike.items() if count >= unlike[name]}
    chosen: dict[str, ImportedRow] = {}
    for each in sorted(candidates, key=lambda each: (_stands(each, present), each.source == source)):
        if each.source in same_list:
            chosen[each.key] = each
    return chosen


def _stands(each: ImportedRow, present: Mapping[str, list[tuple[str, str]]]) -> bool:
    """Whether the row stands as it stood. What was erased is not compared, and does not come in again."""
    return each.row is None or sorted(each.row) == present[each.key]
