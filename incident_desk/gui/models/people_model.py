"""The people of the register as a list model, for the lists of the sign-in and of the lock screen."""

from __future__ import annotations

from collections.abc import Sequence

from incident_desk.gui.models.line_model import LineModel
from incident_desk.usecases.rows import PersonRow


class PeopleModel(LineModel[PersonRow]):
    """People in the order they are given."""

    def words(self, line: PersonRow) -> str:
        return line.name

    def spoken(self, line: PersonRow) -> str:
        secret = self.tr("asks for a password") if line.has_secret else ""
        gone = "" if line.active else self.tr("no longer here")
        return ", ".join(filter(None, (line.name, line.job, line.unit, secret, gone)))

    def tip(self, line: PersonRow) -> str:
        return "\n".join(filter(None, (line.name, line.job, line.unit)))

    def show(self, people: Sequence[PersonRow]) -> None:
        """The same people again leave the list as it is."""
        if list(people) != self.lines:
            self.put(people)

    def row_of(self, person: str | None) -> int | None:
        return next((row for row, each in enumerate(self.lines) if each.id == person), None)
