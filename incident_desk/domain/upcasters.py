"""Old entries, new code: every released version of an entry kind is lifted to the newest before `apply`.

A migration never rewrites an entry. When the data of a kind change shape, its version rises and an
upcaster is added here; the chain keeps the old bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from incident_desk.domain.journal.entries import Entry

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

FIRST_VERSION = 1  # of every kind; an upcaster from version n makes n + 1 the newest of its kind
UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}


class NewerEntry(ValueError):
    """A newer program wrote the entry. What it means is not known here, so it is not read at all."""


def upcast(entry: Entry, upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS) -> Entry:
    """The entry in the newest version of its kind: steps (kind, n) -> n + 1 until none is left."""
    if entry.version > newest(entry.kind, upcasters):
        raise NewerEntry(f"{entry.kind} {entry.version}")
    while (step := upcasters.get((entry.kind, entry.version))) is not None:
        entry = entry._replace(data=step(dict(entry.data)), version=entry.version + 1)
    return entry


def newest(kind: str, upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS) -> int:
    """The version in which this program writes entries of a kind."""
    version = FIRST_VERSION
    while (kind, version) in upcasters:
        version += 1
    return version
