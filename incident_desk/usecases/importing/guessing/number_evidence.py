"""Whether the numbers of a sheet show which sign stands before the decimals: 1.500 may be 1500 or one and a half."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from incident_desk.domain.declarations import FieldKind
from incident_desk.usecases.importing.mapping import SheetMapping
from incident_desk.usecases.importing.numbers import decimal_sign_shown
from incident_desk.usecases.names import Names
from incident_desk.usecases.sheets import Sheet


@dataclass(frozen=True, slots=True)
class NumberEvidence:
    """`sign`: what stands before the decimals. `doubtful`: a number that could be another by the other sign, "" where
    others leave no doubt of it."""

    sign: str
    doubtful: str


def number_evidence(sheet: Sheet, columns: Iterable[str]) -> NumberEvidence:
    """What the columns show together. The numbers of a workbook have a point, however it shows them."""
    at = [sheet.heading.index(column) for column in columns]
    cells = [row[n] for row in sheet.rows for n in at]
    points = sum(isinstance(cell, float) for cell in cells)
    return evidence_in((cell for cell in cells if isinstance(cell, str)), points)


def evidence_in(texts: Iterable[str], points: int = 0) -> NumberEvidence:
    """Where every sign stands before three digits it parts thousands. `points`: numbers that have one for certain."""
    certain, likely, doubtful = Counter({".": points} if points else {}), Counter[str](), ""
    for text, count in Counter(texts).items():
        sign, could_be_another = decimal_sign_shown(text)
        if sign:
            (likely if could_be_another else certain)[sign] += count
            doubtful = doubtful or could_be_another
    (sign, _), *others = (certain or likely or Counter({".": 1})).most_common()
    proved = bool(certain) and not others and not (likely.keys() - {sign})
    return NumberEvidence(sign, "" if proved else doubtful)


def number_columns(mapping: SheetMapping, names: Names) -> list[str]:
    """Those that the mapping reads as numbers."""
    declared = {key: names.field(key) for key in mapping.fields}
    keys = [key for key, field in declared.items() if field is not None and field.kind is FieldKind.NUMBER]
    return [column for key in keys for column in mapping.fields[key].columns]
