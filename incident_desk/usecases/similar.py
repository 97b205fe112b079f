"""Earlier incidents that tell of much the same: offered while somebody writes, so that nobody starts from nothing.

The longest words of a text are its rarest ones; each is asked of the search by itself, so that a text of any length
costs a few looks into the index.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Status
from incident_desk.support.words import words_of
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import IncidentRow

MOST = 5
_SHORTEST = 5  # letters of a word that tells something
_ASKED = 8  # words
_HITS = 60  # of each word, the newest
_FEWEST_WORDS = 2  # in common, beside the same category or place
_SET_ASIDE = frozenset({Status.VOID, Status.JOINED, Status.NOT_REPORTABLE})


@dataclass(frozen=True, slots=True)
class Similar:
    """`words`: those in common, the longest first."""

    row: IncidentRow
    words: tuple[str, ...]


def similar_to(queries: Queries, record: Record) -> list[Similar]:
    """Those most like a record, by title, story, category and place; newest first among equals."""
    text = " ".join(str(record.values.get(key) or "") for key in ("title", "what_happened"))
    return similar(queries, text, record.values.get("category"), record.values.get("place"), record.id)


def similar(queries: Queries, text: str, category: str | None, place: str | None, but: str = "") -> list[Similar]:
    """Those most like a text. `but`: the id of the incident it belongs to."""
    rows: dict[str, IncidentRow] = {}
    shared: dict[str, list[str]] = {}
    for word in _telling_words(text):
        for found in queries.search(word, _HITS):
            row = found.row
            if row.id != but and row.status not in _SET_ASIDE:
                rows[row.id] = row
                shared.setdefault(row.id, []).append(word)
    near = Counter({id_: len(words) + _beside(rows[id_], category, place) for id_, words in shared.items()})
    best = sorted(
        (id_ for id_, words in shared.items() if len(words) >= _FEWEST_WORDS),
        key=lambda id_: (-near[id_], -rows[id_].opened_at, -rows[id_].no),
    )
    return [Similar(rows[id_], tuple(shared[id_])) for id_ in best[:MOST]]


def _telling_words(text: str) -> list[str]:
    """Different ones, the longest first; numbers tell of one thing alone."""
    different = {word for word in words_of(text) if len(word) >= _SHORTEST and not word.isdigit()}
    return sorted(different, key=lambda word: (-len(word), word))[:_ASKED]


def _beside(row: IncidentRow, category: str | None, place: str | None) -> int:
    return int(category is not None and row.category == category) + int(place is not None and row.place == place)
