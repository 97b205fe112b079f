"""Checks of the forms by which a text tells who somebody is."""

from __future__ import annotations

from incident_desk.domain.packs.reading import Once, Table
from incident_desk.domain.privacy.identifiers import CHECKS, LONGEST_PATTERN, Identifier, is_pattern


def read_identifiers(root: Table) -> tuple[Identifier, ...]:
    keys = Once(root.reading, "key_twice")
    found = []
    for table in root.tables("identifiers", needed=False):
        identifier = Identifier(
            table.key(), table.text("name"), table.word("pattern"),
            table.one_word_of("check", CHECKS) if table.has("check") else "",
            table.plain_words("after"), table.plain_words("not_after"), table.flag("of_things", default=False),
            table.flag("retired", default=False),
        )  # fmt: skip
        keys.add(identifier.key, table.at("key"))
        table.allow("check")
        if identifier.pattern and not is_pattern(identifier.pattern):
            table.note("pattern", "pattern_form", most=LONGEST_PATTERN)
        table.finish()
        found.append(identifier)
    return tuple(found)
