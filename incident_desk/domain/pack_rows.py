"""Rows of a pack's data as its file has them: how one is found, named, and given a key of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Any

from incident_desk.domain.errors import Refused
from incident_desk.domain.text import LANGUAGES
from incident_desk.domain.values import clean_text

NAME_LIMIT = 120
_KEY_LENGTH = 36  # room for a number behind it
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a"})

Content = dict[str, Any]  # the data of a pack, or a part of it


def with_key(rows: list[Content], key: str) -> Content | None:
    return next((row for row in rows if row["key"] == key), None)


def name_of(text: str, argument: str = "name", limit: int = NAME_LIMIT) -> str:
    """What something is called: one line with something in it."""
    name = line_of(text, argument, limit)
    if not name:
        raise Refused("name_missing", argument)
    return name


def line_of(text: str, argument: str, limit: int) -> str:
    line = clean_text(text, limit, argument).strip()
    if "\n" in line:
        raise Refused("text_one_line", argument)
    return line


def wordings(name: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, name)


def languages_of(language: str) -> tuple[str, ...]:
    """The languages a new wording is for; all when none is named."""
    if language and language not in LANGUAGES:
        raise Refused("language_unknown", "language", value=language[:40])
    return (language,) if language else LANGUAGES


def new_key(name: str, taken: Collection[str]) -> str:
    """A key that looks like the name and is not taken. Records refer to it, so it never changes again."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_SPELT))
    letters = re.sub(r"[^a-z0-9]+", "_", "".join(ch for ch in plain if not unicodedata.combining(ch))).strip("_")
    stem = letters[:_KEY_LENGTH].rstrip("_") if letters[:1].isalpha() else f"own_{letters[:_KEY_LENGTH]}".rstrip("_")
    numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(key for key in numbered if key not in taken)
