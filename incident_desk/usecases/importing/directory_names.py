"""Names of people as lists write them: in two columns, or the surname first."""

from __future__ import annotations

import re
from typing import Any

_NAME = r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,3}"
_TURNED = re.compile(rf"(?P<last>{_NAME}),\s*(?P<first>{_NAME})")
_SUFFIX = re.compile(r"(?:jr|sr|junior|senior|ii|iii|iv|phd|msc|bsc|mba|esq)\.?")


def named_whole(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a person with the first name before the surname, and no first name apart."""
    rest = {key: value for key, value in values.items() if key not in ("first", "name")}
    first, name = str(values.get("first", "")), str(values.get("name", ""))
    if first and first.casefold() not in name.casefold().replace(",", " ").split():
        return {"name": f"{first} {name}".strip(), **rest}
    return {"name": _in_order(name), **rest} if name else rest


def _in_order(name: str) -> str:
    turned = _TURNED.fullmatch(name)
    if turned is None or _is_suffix(turned["first"]):
        return name
    return f"{turned['first']} {turned['last']}"


def _is_suffix(text: str) -> bool:
    """A title behind a name is no first name: RN, MD, Jr."""
    return text.isupper() or _SUFFIX.fullmatch(text.casefold()) is not None
