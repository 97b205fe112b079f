"""That something was erased in a record, or must not be: for the page, the paper and the command line alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from incident_desk.domain.decisions.holding import HELD
from incident_desk.usecases.wording import Wording


def erased_told(values: Mapping[str, Any], wording: Wording) -> str:
    """The last erasure as a sentence; "" where there was none."""
    erased = values.get("erased")
    if not isinstance(erased, dict):
        return ""
    day = wording.day(date.fromisoformat(erased["on"]))
    return wording.texts.say("erasure.state", day=day, basis=erased["basis"])


def held_told(values: Mapping[str, Any], wording: Wording) -> str:
    """The legal hold as a sentence; "" where there is none."""
    since = values.get(HELD)
    return wording.texts.say("erasure.held_since", day=wording.day(date.fromisoformat(since))) if since else ""
