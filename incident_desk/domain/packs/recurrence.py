"""Checks of what counts as coming again: each way of being alike at most once, and no limit that one incident meets."""

from __future__ import annotations

from incident_desk.domain.packs.reading import Once, Table
from incident_desk.domain.recurrence import ALIKE_BY, USUAL, Recurrence

_FEWEST = 2


def read_recurrence(root: Table) -> tuple[Recurrence, ...]:
    if not root.has("recurrence"):
        root.allow("recurrence")
        return USUAL
    once = Once(root.reading, "rule_twice")
    found = []
    for table in root.tables("recurrence", needed=False):
        rule = Recurrence(table.one_word_of("by", ALIKE_BY), table.whole("count", _FEWEST), table.whole("days"))
        once.add(rule.by, table.at("by"))
        table.finish()
        found.append(rule)
    return tuple(found)
