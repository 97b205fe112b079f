"""Old entries, new code: every released version of an entry kind is lifted to the newest before `apply`.

A migration never rewrites an entry. When the data of a kind change shape, its version rises and an
upcaster is added here; the chain keeps the old bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from incident_desk.domain.journal.entries import Entry

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

CURRENT_VERSION = 1
UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}


def upcast(entry: Entry, upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS) -> Entry:
    """The entry in the newest version of its kind: steps (kind, n) -> n + 1 until none is left."""
    while (step := upcasters.get((entry.kind, entry.version))) is not None:
        entry = replace(entry, data=step(dict(entry.data)), version=entry.version + 1)
    return entry
