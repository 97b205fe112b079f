"""What is looked at, and how: the scenes of the matrix and the views of the program."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from incident_desk.domain.vocabulary import Step
from incident_desk.gui.theme.manager import Mode

FEW, MANY = 10, 2000
SIZES = ((1280, 800), (1920, 1080))
ZOOMS = (100, 200)
MODES: tuple[Mode, ...] = ("light", "dark")
LANGUAGES = ("en", "de")

SECTIONS = (
    "organisation", "places", "categories", "own_fields", "people", "retention", "backup", "pc", "register", "access",
)  # fmt: skip
WAYS = ("own", "open", "demo", "restore", "trouble", "protected")
# A view is a page, or a page and a part of it. These look different with many incidents ...
CROWDED = (
    "work", "inbox", "board", "register", "register-many", "duplicates", "incident", "papers", "papers-list", "search",
    "report", "sign_in",
)  # fmt: skip
# ... and these do not.
CALM = (
    "import",
    "import-columns",
    "import-check",
    "erase",
    "erase-found",
    "erase-last",
    *(f"incident-{step}" for step in Step),
    *(f"settings-{section}" for section in SECTIONS),
    "settings-register-protect",
    *(f"start-{way}" for way in WAYS),
)
VIEWS = CROWDED + CALM


@dataclass(frozen=True)
class Scene:
    """How the window is looked at."""

    language: str
    mode: Mode
    size: tuple[int, int]
    zoom: int
    incidents: int

    @property
    def label(self) -> str:
        return f"{self.language}-{self.mode}-{self.size[0]}x{self.size[1]}-{self.zoom}-{self.incidents}"

    @property
    def usual(self) -> bool:
        """Here the focus is sent round, too: it looks the same at every size and in every language."""
        return self.language == "en" and self.size == SIZES[0] and self.zoom == 100 and self.incidents == FEW

    def views(self) -> tuple[str, ...]:
        return VIEWS if self.incidents == FEW else CROWDED


def scenes(language: str, *, quick: bool, many: int) -> Iterator[Scene]:
    if quick:
        yield Scene(language, "light" if language == "en" else "dark", SIZES[0], 100, FEW)
        yield Scene(language, "dark" if language == "en" else "light", SIZES[0], 200, FEW)
        return
    for incidents, zoom, mode, size in itertools.product((FEW, many), ZOOMS, MODES, SIZES):
        yield Scene(language, mode, size, zoom, incidents)
