"""What is to be known of how a sheet is read: what stays out above its headings, what looks wrong, what is no value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.importing.presenter import Reading
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.notes import Note
from incident_desk.usecases.importing.left_cells import CellsLeft, cells_left
from incident_desk.usecases.importing.mapping import CLOSED_ON
from incident_desk.usecases.importing.numbers import read_number
from incident_desk.usecases.importing.odd_letters import OddLetters
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.importing.zones import heading_zones
from incident_desk.usecases.wording import Wording

_NAMED = 6  # words or lines


class ReadingNotes(QWidget):
    """Doubts, and below them what is merely told. Hidden where there is neither."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.doubts = Note(theme, self, icon="alert-triangle", ink="ink2", icon_ink="high", role="body")
        self.told = Note(theme, self, icon="info-circle", ink="ink2", icon_ink="petrol", role="body")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.doubts)
        column.addWidget(self.told)
        self.hide()

    def show_reading(self, reading: Reading) -> None:
        """Of the sheet alone, whatever its rows are."""
        self._show(self._odd(reading), self._headings(reading))

    def show_plan(self, reading: Reading, plan: ImportPlan, wording: Wording) -> None:
        """Of the sheet, and of the dates, hours and numbers of its incidents."""
        left = (self._left(each, wording) for each in cells_left(plan.remarks))
        self._show((*self._odd(reading), *self._doubts(reading, plan)), (*self._headings(reading), *left))

    def _show(self, doubts: Iterable[str], told: Iterable[str]) -> None:
        self.doubts.show_sentence("\n".join(doubts))
        self.told.show_sentence("\n".join(told))
        self.setVisible(bool(self.doubts.text() or self.told.text()))

    # --- of the sheet ---

    def _odd(self, reading: Reading) -> Iterator[str]:
        if reading.opened.odd is not None:
            yield self._said_odd(reading.opened.odd)

    def _said_odd(self, odd: OddLetters) -> str:
        if odd.is_guess:
            words = self.tr("%n cells hold letters that nobody writes, such as “{sample}”. Choose under File how "
                            "letters are written, until the sheet reads right.", None, odd.cells)  # fmt: skip
        else:
            words = self.tr("%n cells hold letters that nobody writes, such as “{sample}”. They stand so in the sheet "
                            "itself.", None, odd.cells)  # fmt: skip
        return words.format(sample=odd.sample)

    def _headings(self, reading: Reading) -> Iterator[str]:
        sheet = reading.opened.sheet
        if sheet.above:
            yield self.tr("Left out above the headings: {lines}").format(lines=_listed(sheet.above, "; "))
        if sheet.second:
            words = self.tr("The headings were read from two rows; the second one says: {words}. Where that is an "
                            "incident, write a heading above every column of the sheet.")  # fmt: skip
            yield words.format(words=_listed(sheet.second, " | "))

    # --- of its incidents ---

    def _doubts(self, reading: Reading, plan: ImportPlan) -> Iterator[str]:
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
        if column := plan.mapping.zone_column:
            words = self.tr("{column}: several zones stand there; the hours of each row count in its own, "
                            "{zone} where it says none.")  # fmt: skip
            yield words.format(column=column, zone=plan.mapping.zone)

    def _left(self, left: CellsLeft, wording: Wording) -> str:
        count, number = len(left.lines), QLocale().toString
        words = {
            "no_date": self.tr("{field}: %n cells are no date and stay in the row as they stood: {words}", None, count),
            "no_number": self.tr("{field}: %n cells are no number and stay in the row as they stood: {words}",
                                 None, count),
            "closed_no_day": self.tr("{field}: %n cells are no date; their rows come in closed, without a day: {words}",
                                     None, count),
            "still_open": self.tr("{field}: %n cells name no day that was; their rows come in open: {words}",
                                  None, count),
        }[left.code]  # fmt: skip
        told = _listed(f"{word} ({number(times)})" for word, times in left.words)
        label = wording.texts.say("import.closed_on") if left.field == CLOSED_ON else wording.label(left.field)
        return words.format(field=label, words=told)


def _listed(names: Iterable[str], between: str = ", ") -> str:
    every = list(names)
    return between.join([*every[:_NAMED], *(["..."] if len(every) > _NAMED else [])])
