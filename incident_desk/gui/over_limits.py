"""What is said when an incident came where there are more than the limit already. It is said, and stops nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from incident_desk.domain.vocabulary import STEP_NAMES
from incident_desk.gui.language import said

if TYPE_CHECKING:
    from incident_desk.gui.session import Session
    from incident_desk.usecases.crowding import Crowding
    from incident_desk.usecases.submission import Done

_ARRIVING = frozenset({"accepted", "moved", "moved_back", "reopened"})
translate = QCoreApplication.translate


def with_crowding(session: Session, result: Done, told: str, tell: Callable[[str], None]) -> None:
    """Gives `told` to `tell`, with what there is to say of limits behind it."""
    limits = session.names.settings.limits
    if not limits or _ARRIVING.isdisjoint(result.entries):
        tell(told)
        return
    from incident_desk.usecases.crowding import crowding

    # Nobody is told of trouble here: the order itself is done.
    session.read(
        lambda queries: crowding(queries, result.id, limits),
        lambda found: tell(" ".join((told, *_words(found)))), lambda _: tell(told),
    )  # fmt: skip


def _words(found: Crowding | None) -> list[str]:
    words = []
    if found is not None and found.in_step:
        sentence = translate("OverLimits", "{step} is now {count} over its limit.")
        words.append(sentence.format(step=said(STEP_NAMES[found.step]), count=found.in_step))
    if found is not None and found.with_person:
        sentence = translate("OverLimits", "{name} now has {count} in hand over the limit.")
        words.append(sentence.format(name=found.person, count=found.with_person))
    return words
