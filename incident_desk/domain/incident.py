"""An incident: a record with steps, a gate to leave each, and a lock once it is signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.records import Item, Record
from incident_desk.domain.vocabulary import Kind, Priority, Status, Step

CHAIN_KIND = "incident"

# Every entry asks for them many times, and to look a member up is a quarter of the work of calling its class.
_KINDS = {kind.value: kind for kind in Kind}
_STATUSES = {status.value: status for status in Status}
_STEPS = {step.value: step for step in Step}
_PRIORITIES = {priority.value: priority for priority in Priority}


@dataclass(frozen=True, slots=True)
class Incident:
    """The typed view of a record of kind `incident`. Holds nothing of its own."""

    record: Record

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def values(self) -> Mapping[str, Any]:
        return self.record.values

    @property
    def number(self) -> str:
        return str(self.values.get("number", ""))

    @property
    def kind(self) -> Kind:
        return _KINDS[self.record.values.get("kind", Kind.INCIDENT)]

    @property
    def status(self) -> Status:
        return _STATUSES[self.record.values["status"]]

    @property
    def step(self) -> Step | None:
        """None while the report waits in the inbox."""
        step = self.record.values.get("step")
        return None if step is None else _STEPS[step]

    @property
    def priority(self) -> Priority:
        return _PRIORITIES[self.record.values.get("priority", Priority.NOT_SET)]

    @property
    def route(self) -> tuple[Step, ...]:
        """The steps this record passes, in order."""
        route = self.record.values.get("route")
        return tuple(Step) if route is None else tuple([_STEPS[step] for step in route])

    @property
    def missing(self) -> tuple[str, ...]:
        """Needs of the gates up to the present step that are not met yet."""
        return tuple(self.values.get("missing", ()))

    @property
    def overridden(self) -> frozenset[str]:
        return frozenset(self.values.get("overridden", ()))

    @property
    def exists(self) -> bool:
        return self.record.position > 0

    @property
    def signatures(self) -> tuple[Item, ...]:
        """The sign-offs that count: those no reopening voided."""
        return tuple(item for item in self.record.of("sign_offs") if "voided" not in item.values)

    @property
    def locked(self) -> bool:
        return bool(self.signatures) or (self.status is not Status.OPEN and self.status is not Status.INBOX)

    def next_step(self) -> Step | None:
        """The step after the present one on the route; None from Conclusion on."""
        present = self.step
        return next((step for step in self.route if present is not None and step > present), None)

    def mark(self, step: Step) -> Mapping[str, Any] | None:
        """When and by whom a step was entered and left: {"entered", "by", "left", "pack", "how"}."""
        mark: Mapping[str, Any] | None = self.values.get(f"step.{int(step)}")
        return mark
