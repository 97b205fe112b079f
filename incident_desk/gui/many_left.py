"""Which of many incidents were left as they are, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.fact_list import FactList
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.popover import Popover
from incident_desk.usecases.many_at_once import Left

_WIDTH, _OF_A_REASON = 460, 4


class ManyLeft(Popover):
    """A list of numbers with their reasons, of each reason the first: a thousand of one reason are nobody's to read."""

    def __init__(self, left: Sequence[Left], session: Session, theme: Theme, page: QWidget) -> None:
        name = QCoreApplication.translate("ManyLeft", "Left as they were")
        super().__init__(name, theme, page, width=_WIDTH)
        self.facts = FactList(theme, self)
        shown = _some_of_each(left)
        self.facts.show_facts([(each.number, session.wording.refusal(each.reason)) for each in shown])
        more = len(left) - len(shown)
        self.facts.show_more(self.tr("and %n more", None, more) if more > 0 else "")
        close = Button(self.tr("Close"), theme, self)
        close.clicked.connect(self.close_popover)
        buttons = FlowRow(theme, self)
        buttons.add(close)
        self.body.addWidget(PlainLabel(name, theme, self, role="popover-title"))
        self.body.addWidget(self.facts)
        self.body.addWidget(buttons)
        self.body.addStretch(1)
        self.closed.connect(self.deleteLater)


def _some_of_each(left: Sequence[Left]) -> list[Left]:
    shown: dict[str, list[Left]] = {}
    for each in left:
        of_reason = shown.setdefault(each.reason.code, [])
        if len(of_reason) < _OF_A_REASON:
            of_reason.append(each)
    return [each for of_reason in shown.values() for each in of_reason]
