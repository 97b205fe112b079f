"""What painted parts say to a screen reader: a sentence for each shape, so that colour alone tells nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.vocabulary import PRIORITY_NAMES, Priority
from incident_desk.gui.language import said


def chip_text(level: Priority) -> str:
    """ "priority Critical", for a chip or a glyph."""
    return QCoreApplication.translate("Painted", "priority {level}").format(level=said(PRIORITY_NAMES[level]))


def number_box_text(number: str) -> str:
    return QCoreApplication.translate("Painted", "number {number}").format(number=number)


def initials_text(name: str, own: bool = False) -> str:
    if own:
        return QCoreApplication.translate("Painted", "responsible: {name}, that is you").format(name=name)
    return QCoreApplication.translate("Painted", "responsible: {name}").format(name=name)


def fuse_text(whose: str, countdown: str) -> str:
    """The words of a fuse or a ring: what is due, and how much time is left."""
    return QCoreApplication.translate("Painted", "{whose}: {countdown}").format(whose=whose, countdown=countdown)
