"""How a use case that takes long tells how far it is, and hears that it is to stop."""

from __future__ import annotations

from incident_desk.domain.errors import Refused
from incident_desk.usecases.ports import Progress


def tell(progress: Progress | None, done: int, of: int) -> None:
    """Raises Refused("stopped") where it is to stop. Asked a last time by `UnitOfWork.commit`, which takes longest."""
    if progress is not None and not progress(done, of):
        raise Refused("stopped")
