"""Where what somebody typed stands: what a page that saves by itself says of it, for the status line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaveState:
    """`safe`: nothing that was typed is missing in the register. Without words there is nothing to say."""

    words: str = ""
    safe: bool = True
