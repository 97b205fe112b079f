"""What is to be known of how dates, hours and numbers of a sheet are read, and which of its cells are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.importing.presenter import Reading
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.notes import Note
from incident_desk.usecases.importing.left_cells import CellsLeft, cells_left
from incident_desk.usecases.importing.mapping import CLOSED_ON
from incident_desk.usecases.importing.numbers import read_number
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.importing.zones import heading_zones

_NAMED = 6  # words or lines


class ValueNotes(QWidget):
    """Hidden where nothing is to be told."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.doubts = Note(theme, self, icon="alert-triangle", ink="ink2", icon_ink="high", role="body")
        self.left = Note(theme, self, icon="info-circle", ink="ink2", icon_ink="petrol", role="body")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.doubts)
        column.addWidget(self.left)
        self.hide()

    def show_values(self, plan: ImportPlan, reading: Reading) -> None:
        self.doubts.show_sentence("\n".join(self._doubts(plan, reading)))
        self.left.show_sentence("\n".join(map(self._said_left, cells_left(plan.remarks))))
        self.setVisible(bool(self.doubts.text() or self.left.text()))

    def _doubts(self, plan: ImportPlan, reading: Reading) -> Iterator[str]:
        opened = reading.opened
        for column, lines in opened.sheet.alone:
            words = self.tr("{column}: what %n formulas give is not in the file, so nothing is read there "
                            "(lines {lines}). Open it in LibreOffice or Excel, save it, and bring it in again.",
                            None, len(lines))  # fmt: skip
            yield words.format(column=column, lines=_listed(map(str, lines)))
        if opened.order_mixed:
            yield self.tr("Some rows show the day first, others the month. Look at the dates that could be both.")
        if text := opened.number_unproved:
            meant = QLocale().toString(float(read_number(text, plan.mapping.decimal_sign)), "f", -128)
            words = self.tr("“{text}” is read as {meant}. No row shows whether its sign parts thousands or decimals; "
                            "say it under Columns where this is wrong.")  # fmt: skip
            yield words.format(text=text, meant=meant)
        for each in heading_zones(plan.mapping, plan.names):
            words = self.tr("{column}: the hours count in {zone}, as the heading says.")
            if each.vague:
                words = self.tr("{column}: {word} can be several zones. The hours count in {zone}.")
            yield words.format(column=each.column, zone=each.zone, word=each.vague)

    def _said_left(self, left: CellsLeft) -> str:
        count, number = len(left.lines), QLocale().toString
        words = {
            "no_date": self.tr("{field}: %n cells are no date and stay in the row as they stood: {words}", None, count),
            "no_number": self.tr("{field}: %n cells are no number and stay in the row as they stood: {words}",
                                 None, count),
            "closed_no_day": self.tr("{field}: %n cells are no date; their rows come in closed, without a day: {words}",
                                     None, count),
            "still_open": self.tr("{field}: %n cells are no date; their rows come in open: {words}", None, count),
        }[left.code]  # fmt: skip
        told = _listed(f"{word} ({number(times)})" for word, times in left.words)
        wording = self._session.wording
        label = wording.texts.say("import.closed_on") if left.field == CLOSED_ON else wording.label(left.field)
        return words.format(field=label, words=told)


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    return ", ".join([*every[:_NAMED], *(["..."] if len(every) > _NAMED else [])])
