"""The words that a sheet says about a field, and how often: those that differ in case and blanks alone are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.usecases.importing.mapping import SEVERAL, FieldSource, folded
from incident_desk.usecases.importing.row_texts import SheetRow


def counted_words(
    rows: Sequence[SheetRow], source: FieldSource, declared: Field, separator: str
) -> list[tuple[str, int]]:
    """Each as it is first spelt and how many times it is said, the most frequent first."""
    counts, spelt = Counter[str](), dict[str, str]()
    for row in rows:
        for word in _words_in(row, source, declared, separator):
            counts[folded(word)] += 1
            spelt.setdefault(folded(word), " ".join(word.split()))
    return [(spelt[word], count) for word, count in counts.most_common()]


def _words_in(row: SheetRow, source: FieldSource, declared: Field, separator: str) -> list[str]:
    texts = [text for column in source.columns if (text := row.text(column))]
    if declared.kind in SEVERAL:
        return [word for text in texts for word in text.split(separator) if word.strip()]
    return [", ".join(texts)] if declared.kind is FieldKind.PLACE and texts else texts[:1]
