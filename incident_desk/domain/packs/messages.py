"""Checks of the message texts: every placeholder is one the program can fill, in both languages alike."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from incident_desk.domain.packs.model import Message
from incident_desk.domain.packs.reading import Once, Table
from incident_desk.domain.text import LANGUAGES, Text

PLACEHOLDERS = frozenset(
    {
        "number", "title", "place", "occurred", "discovered", "what_happened", "organisation", "responsible",
        "priority", "next_update",
    }
)  # fmt: skip


def read_messages(root: Table, known: frozenset[str]) -> tuple[Message, ...]:
    keys = Once(root.reading, "key_twice")
    found = []
    for table in root.tables("messages", needed=False):
        message = Message(
            table.key(), table.text("audience"), table.text("subject"), table.text("body", one_line=False)
        )
        keys.add(message.key, table.at("key"))
        _check_placeholders(table, "subject", message.subject, known)
        _check_placeholders(table, "body", message.body, known)
        table.finish()
        found.append(message)
    return tuple(found)


def _check_placeholders(table: Table, key: str, text: Text, known: frozenset[str]) -> None:
    used: dict[str, set[str]] = {}
    for language, wording in text.items():
        path = table.at(key, language)
        try:
            used[language] = set(_placeholders(wording))
        except ValueError:
            table.reading.note(path, "placeholder_broken")
            return
        for name in sorted(used[language] - known):
            table.reading.note(path, "placeholder_unknown", value=name, options=", ".join(sorted(known)))
    for name in sorted(known & (used["en"] ^ used["de"])) if len(used) == len(LANGUAGES) else ():
        lacking = "de" if name in used["en"] else "en"
        table.reading.note(table.at(key, lacking), "placeholder_in_one", value=name)


def _placeholders(wording: str) -> Iterator[str]:
    for _, name, specification, conversion in Formatter().parse(wording):
        if name is None:
            continue
        if specification or conversion:
            raise ValueError(name)
        yield name
