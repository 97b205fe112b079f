"""What painted parts say to a screen reader: a sentence for each shape, so that colour alone tells nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.vocabulary import PRIORITY_NAMES, STEP_NAMES, Priority, Step
from incident_desk.gui.language import said


def chip_text(level: Priority) -> str:
    """ "priority Critical", for a chip or a glyph."""
    return QCoreApplication.translate("Painted", "priority {level}").format(level=said(PRIORITY_NAMES[level]))


def five_boxes_text(now: Step | None) -> str:
    """ "step 2 of 5, Containment", or that all five are done."""
    if now is None:
        return QCoreApplication.translate("Painted", "all five steps done")
    sentence = QCoreApplication.translate("Painted", "step {number} of 5, {name}")
    return sentence.format(number=int(now), name=said(STEP_NAMES[now]))


def number_box_text(number: str) -> str:
    return QCoreApplication.translate("Painted", "number {number}").format(number=number)


def initials_text(name: str, own: bool = False) -> str:
    if own:
        return QCoreApplication.translate("Painted", "responsible: {name}, that is you").format(name=name)
    return QCoreApplication.translate("Painted", "responsible: {name}").format(name=name)


def fuse_text(whose: str, countdown: str) -> str:
    """The words of a fuse or a ring: what is due, and how much time is left."""
    return QCoreApplication.translate("Painted", "{whose}: {countdown}").format(whose=whose, countdown=countdown)


def capacity_text(group: str, used: float, added: float, capacity: float) -> str:
    """A capacity bar as a sentence."""
    total = used + added
    if total > capacity:
        sentence = QCoreApplication.translate("Painted", "{group}: {total} of {capacity} hours, {over} too many")
    else:
        sentence = QCoreApplication.translate(
            "Painted", "{group}: {total} of {capacity} hours, {added} of them for this"
        )
    return sentence.format(
        group=group,
        total=f"{total:g}",
        capacity=f"{capacity:g}",
        over=f"{total - capacity:g}",
        added=f"{added:g}",
    )


def dashed_text(number: str) -> str:
    """The slot that a lifted card left behind."""
    return QCoreApplication.translate("Painted", "{number} lifted").format(number=number)
