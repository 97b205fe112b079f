"""What stands in a sheet, as somebody who says what its columns mean wants to see it: samples, words, how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.text import Text
from incident_desk.usecases.importing.mapping import (
    IN_WORDS,
    LEAVE_OUT,
    NEW,
    FieldSource,
    SheetMapping,
    may_be_new,
)
from incident_desk.usecases.importing.other_rows import without_others
from incident_desk.usecases.importing.row_texts import cell_text, texts_of
from incident_desk.usecases.importing.word_counts import counted_words
from incident_desk.usecases.importing.words import KnownWords
from incident_desk.usecases.names import Names
from incident_desk.usecases.sheets import Sheet

_SAMPLES, _WORDS = 3, 40
_YES_NO = (("yes", Text("yes", "ja")), ("no", Text("no", "nein")))

Counted = tuple[tuple[str, int], ...]
"""Words and how many rows hold them, the most frequent first."""


@dataclass(frozen=True, slots=True)
class ColumnGlance:
    """A column at a glance. `words`: its most frequent texts."""

    name: str
    samples: tuple[str, ...]
    words: Counted
    is_unique: bool  # every row has its own


@dataclass(frozen=True, slots=True)
class SheetWord:
    """A word of the sheet. `becomes`: a code or an id, "" where it is left out, `NEW`; None: it has no meaning yet."""

    word: str
    rows: int
    becomes: str | None
    is_known: bool


def columns_at_a_glance(sheet: Sheet) -> tuple[ColumnGlance, ...]:
    return tuple(_glance(name, [row[n] for row in sheet.rows]) for n, name in enumerate(sheet.heading))


def _glance(name: str, cells: Sequence[object]) -> ColumnGlance:
    texts = [" ".join(text.split()) for cell in cells if (text := cell_text(cell)).strip()]  # type: ignore[arg-type]  # cells of a row
    counts = Counter(texts)
    unique = len(counts) == len(texts) == len(cells)
    return ColumnGlance(name, tuple(list(counts)[:_SAMPLES]), tuple(counts.most_common(_WORDS)), unique)


def sheet_words(sheet: Sheet, mapping: SheetMapping, names: Names) -> Mapping[str, tuple[SheetWord, ...]]:
    """For each field that is told in words those of the sheet, the most frequent first, and what becomes of them."""
    known, (rows, _) = KnownWords(names), without_others(texts_of(sheet), sheet.heading, mapping)
    found: dict[str, tuple[SheetWord, ...]] = {}
    for key, source in mapping.fields.items():
        declared = names.field(key)
        if declared is None or declared.kind not in IN_WORDS:
            continue
        counted = counted_words(rows, source, declared, mapping.separator)
        found[key] = tuple(_word(word, count, declared, source, known) for word, count in counted)
    return found


def _word(word: str, count: int, declared: Field, source: FieldSource, known: KnownWords) -> SheetWord:
    meaning = source.meaning(word)
    if meaning == "":
        return SheetWord(word, count, "", is_known=True)
    found = known.find(declared, word if meaning is None else meaning)
    if found is not None:
        return SheetWord(word, count, _code(found), is_known=True)
    if may_be_new(declared) and (meaning is not None or source.others == NEW):
        return SheetWord(word, count, NEW, is_known=meaning is not None)
    return SheetWord(word, count, "" if source.others == LEAVE_OUT else None, is_known=False)


def _code(found: str | bool) -> str:
    return ("yes" if found else "no") if isinstance(found, bool) else found


def meanings_of(declared: Field, names: Names, language: str) -> list[tuple[str, str]]:
    """What a word of this field can mean: (code or id, what it is called)."""
    match declared.kind:
        case FieldKind.YES_NO:
            return [(code, label[language]) for code, label in _YES_NO]
        case FieldKind.PLACE:
            return [(place.id, place.spoken) for place in names.places.values() if place.active]
        case FieldKind.PERSON:
            return [(person.id, person.name) for person in names.people.values() if person.active]
        case FieldKind.EQUIPMENT:
            return [(piece.id, piece.spoken) for piece in names.equipment.values() if piece.active]
        case FieldKind.CATEGORY:
            return [(category.key, category.name[language]) for category in names.pack.offered]
        case FieldKind.SUBCATEGORY:
            return [
                (each.key, f"{category.name[language]} / {each.name[language]}")
                for category in names.pack.offered
                for each in category.offered
            ]
        case _:
            return [(each.code, each.label[language]) for each in declared.options if not each.retired]
