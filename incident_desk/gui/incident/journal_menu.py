"""What can be asked of an entry of the journal: the record as of there, two entries side by side, a field's values."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from incident_desk.gui.incident.looking_back import LookingBack
from incident_desk.gui.widgets.menu import Menu
from incident_desk.usecases.field_history import FieldKey
from incident_desk.usecases.journal_lines import JournalLine

_MOST_FIELDS = 12


class JournalMenu(Menu):
    """`other`: the second of two entries that are selected."""

    def __init__(
        self, line: JournalLine, other: JournalLine | None, present: int, looking: LookingBack, parent: QWidget
    ) -> None:
        super().__init__(self.tr("Entry {position}").format(position=line.position), parent)
        self.add(self.tr("Show the record as of here"), partial(looking.show_entry, line.position), usual=True)
        if other is not None:
            self.add(self.tr("Compare the two entries"), partial(looking.compare, line.position, other.position))
        else:
            if line.position > 1:
                words = self.tr("Compare with the entry before")
                self.add(words, partial(looking.compare, line.position - 1, line.position))
            if line.position < present:
                self.add(self.tr("Compare with now"), partial(looking.compare, line.position, present))
        self.addSeparator()
        for change in line.changes[:_MOST_FIELDS]:
            words = self.tr("History of {field}").format(field=change.label)
            item = line.item if "." in change.key else ""
            self.add(words, partial(looking.history, FieldKey(change.key, item), change.label))
