"""One finder for resource files in source, installed and frozen layouts."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resource_root() -> Path:
    """The folder that holds fonts, icons, packs, texts and translations."""
    package = Path(__file__).resolve().parent.parent
    frozen = Path(getattr(sys, "_MEIPASS", package)) / "incident_desk" / "_resources"
    for candidate in (package / "_resources", frozen, package.parent / "resources"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("The program's resource folder is missing; install it again.")


def resource(*parts: str) -> Path:
    """Path of one resource, for example ``resource("packs", "hospital.toml")``."""
    return resource_root().joinpath(*parts)
