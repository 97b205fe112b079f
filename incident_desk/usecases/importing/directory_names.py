"""Names of people as lists write them: in two columns, or the surname first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incident_desk.usecases.importing.guessing.headings import fits
from incident_desk.usecases.importing.row_texts import SheetRow

_NAME = r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,3}"
_TURNED = re.compile(rf"(?P<last>{_NAME}),\s*(?P<first>{_NAME})")
_SUFFIX = re.compile(r"(?:jr|sr|junior|senior|ii|iii|iv|phd|msc|bsc|mba|esq)\.?")


@dataclass(frozen=True, slots=True)
class NameColumns:
    """How the columns of a list write names, which one row alone does not show. `whole`: the name stands whole beside a
    first name; `turned`: names are written with the surname first, as "Müller, Anna" is."""

    whole: bool = False
    turned: bool = True

    def named(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values of a person with the first name before the surname, and no first name apart."""
        rest = {key: value for key, value in values.items() if key not in ("first", "name")}
        first, name = str(values.get("first", "")), str(values.get("name", ""))
        if self.turned:
            name = _in_order(name)
        if first and not (self.whole and name and (" " in name or _holds(name, first))):
            name = f"{first} {name}".strip()
        elif first and _ends_with(name, first):
            name = f"{first} {name[: -len(first)].strip()}"
        return {"name": name, **rest} if name else rest


def name_columns(columns: Mapping[str, str], rows: Sequence[SheetRow]) -> NameColumns:
    """By the headings, and where they leave it open by most of the rows. `columns`: by the field they are read from."""
    texts = [(_text(row, columns.get("first")), _text(row, columns.get("name"))) for row in rows]
    both = [(first, name) for first, name in texts if first and name]
    is_surname = "last" in fits(columns.get("name", ""), "people")
    whole = not is_surname and bool(both) and 2 * sum(_holds(name, first) for first, name in both) > len(both)
    names = [name for _, name in texts if name]
    written = sum(_in_order(name) != name for name in names)
    return NameColumns(whole, 2 * written >= len(names) and ("first" not in columns or whole))


def _text(row: SheetRow, column: str | None) -> str:
    return " ".join(row.text(column).split()) if column else ""


def _holds(name: str, first: str) -> bool:
    """Whether a name begins with the first name, or ends with it, and a surname stands beside it."""
    words = _in_order(name).casefold().split()
    return (len(words) > len(first.split()) and words[: len(first.split())] == first.casefold().split()) or _ends_with(
        name, first
    )


def _ends_with(name: str, first: str) -> bool:
    """Schmidt Anna ends with Anna; so does von Peter with Peter, where that is a surname."""
    before = name[: -len(first)]
    return name.casefold().endswith(f" {first.casefold()}") and not before.islower() and "," not in before


def _in_order(name: str) -> str:
    turned = _TURNED.fullmatch(name)
    if turned is None or _is_suffix(turned["first"]):
        return name
    return f"{turned['first']} {turned['last']}"


def _is_suffix(text: str) -> bool:
    """A title behind a name is no first name: RN, MD, Jr."""
    return text.isupper() or _SUFFIX.fullmatch(text.casefold()) is not None
