"""Refusals: what the user can mend. The sentence is made outside, from the code and the facts."""

from __future__ import annotations


class Refused(Exception):
    """A command that the rules do not allow now. `field` names what to look at, where one field is meant."""

    def __init__(self, code: str, field: str | None = None, **facts: object) -> None:
        super().__init__(code, field, facts)
        self.code = code
        self.field = field
        self.facts = facts


class GateClosed(Refused):
    """A step cannot be left yet. `missing` lists the needs of its gate that are not met."""

    def __init__(self, step: str, missing: tuple[str, ...]) -> None:
        super().__init__("gate_closed", step=step, missing=missing, count=len(missing))
        self.missing = missing


class EditConflict(Refused):
    """Somebody changed the same thing since the user looked. `keys` are the field keys both touched."""

    def __init__(self, keys: tuple[str, ...], position: int) -> None:
        super().__init__("edit_conflict", keys=keys, position=position)
        self.keys = keys
        self.position = position
