"""Words in the languages of the program, kept beside the thing they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "de")
SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Text(Mapping[str, str]):
    """One wording per language. A language that is missing falls back to English."""

    en: str
    de: str = ""

    def __getitem__(self, language: str) -> str:
        if language == "de" and self.de:
            return self.de
        return self.en

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES if self.de else (SOURCE_LANGUAGE,))

    def __len__(self) -> int:
        return 2 if self.de else 1

    def __bool__(self) -> bool:
        return bool(self.en)


NO_TEXT = Text("")
