"""Where rows can come to, as the columns step asks it and the check step tells it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.gui.language import said


def landing_names() -> dict[str, str]:
    """By the places of a mapping, as the side bar and the steps are called."""
    return {
        "identification": said(STEP_NAMES[Step.IDENTIFICATION]),
        "inbox": QCoreApplication.translate("Pages", "Inbox"),
        "conclusion": said(STEP_NAMES[Step.CONCLUSION]),
    }
