"""What went wrong that is not the user's to mend by typing: the surroundings failed."""

from __future__ import annotations


class SurroundingsFailed(Exception):
    """Disk, file, server or lock trouble. `code` names its sentence in resources/texts/trouble.toml."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class AlreadyDone(Exception):
    """The op id stands in the register: the command was carried out before, with this result."""

    def __init__(self, result: dict[str, object]) -> None:
        super().__init__(result)
        self.result = result
