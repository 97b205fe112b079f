"""The language and the time zone of this PC."""

from __future__ import annotations

import os
from pathlib import Path

_LINK = Path("/etc/localtime")
_NAME = Path("/etc/timezone")


def preferred_language() -> str:
    """de or en, by the settings of the system."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "de" if value.lower().startswith("de") else "en"
    return "en"


def local_zone() -> str:
    """The IANA name of the PC's zone; UTC when the system does not say."""
    for name in (os.environ.get("TZ", ""), _linked_name(), _written_name()):
        if name and _is_zone(name):
            return name
    return "UTC"


def _linked_name() -> str:
    if not _LINK.is_symlink():
        return ""
    _, found, name = str(_LINK.resolve()).partition("zoneinfo/")
    return name if found else ""


def _written_name() -> str:
    try:
        return _NAME.read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
