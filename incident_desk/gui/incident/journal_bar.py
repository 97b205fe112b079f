"""Finding one's way in the journal: words, who wrote, and what kind of entry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.pills import FilterPill
from incident_desk.gui.widgets.search_box import SearchBox
from incident_desk.usecases.journal_filter import Group, JournalFilter

_SOON_MS = 120


class JournalBar(QWidget):
    """Signal: `changed` when other entries are wanted. `people` are those who wrote in this journal."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.people: Sequence[str] = ()
        self._who = ""
        self._group: Group | None = None
        self.box = SearchBox(theme, self, placeholder=self.tr("Find in the journal"))
        self.who = FilterPill(self.tr("Everybody"), theme, self, icon="user", opens=True)
        self.kind = FilterPill(self.tr("All entries"), theme, self, icon="filter", opens=True)
        pills = FlowRow(theme, self, gap=6, between=4)
        pills.add(self.kind, self.who)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.box)
        column.addWidget(pills)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.changed)
        self.box.textEdited.connect(lambda _: self._soon.start())
        self.who.choice_requested.connect(self._ask_who)
        self.who.clear_requested.connect(lambda: self.set_who(""))
        self.kind.choice_requested.connect(self._ask_kind)
        self.kind.clear_requested.connect(lambda: self.set_group(None))

    def wanted(self) -> JournalFilter:
        return JournalFilter(self._who, self._group, self.box.text())

    @property
    def group(self) -> Group | None:
        return self._group

    def clear(self) -> None:
        self.box.clear()
        self._who, self._group = "", None
        self.who.set_value("")
        self.kind.set_value("")
        self.changed.emit()

    def set_who(self, who: str) -> None:
        self._who = who
        self.who.set_value(who)
        self.changed.emit()

    def set_group(self, group: Group | None) -> None:
        self._group = group
        self.kind.set_value(self._words(group) if group else "")
        self.changed.emit()

    def _ask_who(self) -> None:
        menu = Menu(self.tr("Who wrote"), self)
        for name in self.people:
            menu.add(name, partial(self.set_who, name), checked=name == self._who)
        menu.open_below(self.who)

    def _ask_kind(self) -> None:
        menu = Menu(self.tr("What kind of entry"), self)
        for group in Group:
            menu.add(self._words(group), partial(self.set_group, group), checked=group is self._group)
        menu.open_below(self.kind)

    def _words(self, group: Group) -> str:
        return {
            Group.CHANGED: self.tr("Changes"), Group.MOVED: self.tr("Steps and decisions"),
            Group.FILES: self.tr("Files"), Group.SIGNED: self.tr("Signatures"), Group.NOTED: self.tr("Notes"),
            Group.PRINTED: self.tr("Who printed it"),
        }[group]  # fmt: skip
