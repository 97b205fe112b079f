"""The sentences that window, command line and papers say alike, from resources/texts/*.toml.

A key is "file.name"; each has one wording per language. Placeholders are filled after translation.
"""

from __future__ import annotations

import tomllib
from functools import cache
from string import Formatter

from incident_desk.support.resources import resource

LANGUAGES = ("en", "de")


@cache
def _wordings(file: str) -> dict[str, dict[str, str]]:
    with resource("texts", f"{file}.toml").open("rb") as source:
        return tomllib.load(source)


class Texts:
    """The wordings of one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"

    def has(self, key: str) -> bool:
        file, _, name = key.partition(".")
        return name in _wordings(file)

    def say(self, key: str, **facts: object) -> str:
        """The sentence, its placeholders filled. Raises KeyError for a key that does not exist."""
        file, _, name = key.partition(".")
        return _PLAIN.vformat(_wordings(file)[name][self.language], (), facts)

    def count(self, key: str, number: int, **facts: object) -> str:
        """The wording for one or for several: keys "name_one" and "name_many"."""
        return self.say(f"{key}_{'one' if number == 1 else 'many'}", count=number, **facts)


class _PlainFormatter(Formatter):
    """Fills {names} with plain values only: no attributes, no indexes, so that no text can reach into objects."""

    def get_field(self, field_name: str, args: object, kwargs: object) -> tuple[object, str]:
        if not field_name.isidentifier() or not isinstance(kwargs, dict):
            raise ValueError(f"not a plain placeholder: {field_name}")
        return kwargs[field_name], field_name


_PLAIN = _PlainFormatter()
