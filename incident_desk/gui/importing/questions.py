"""What is asked once about a whole sheet: the order of its dates, its zone, its midnights, its closed rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.declarations import FieldKind
from incident_desk.gui.importing.examples import date_example, time_columns
from incident_desk.gui.importing.landing import landing_names
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.pick_field import PickField
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.gui.zones import zone_picks
from incident_desk.usecases.importing.glance import ColumnGlance
from incident_desk.usecases.importing.mapping import CLOSED_ON, Closed, SheetMapping, folded

_WORDS = 8  # of the column that tells what is closed


class Questions(Panel):
    """Signal: `changed` with the mapping as it is answered now."""

    changed = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("About the whole sheet"), theme, parent)
        self._session = session
        self._mapping: SheetMapping | None = None
        self._columns: tuple[ColumnGlance, ...] = ()
        self.order = ChoiceField(
            [
                ("dmy", self.tr("day, month, year")),
                ("mdy", self.tr("month, day, year")),
                ("ymd", self.tr("year, month, day")),
            ],
            theme,
            self,
        )
        self.zone = PickField(zone_picks(), theme, self)
        self.midnight = TickBox(self.tr("00:00 means: time not known"), theme, self)
        self.decimal = ChoiceField([(",", "1.234,5"), (".", "1,234.5")], theme, self)
        self.closed = ChoiceField([], theme, self)
        names = landing_names()
        concluded = self.tr("{step}: imported, steps not recorded").format(step=names.pop("conclusion"))
        open_ones = list(names.items())
        self.into = ChoiceField(open_ones, theme, self)
        self.closed_into = ChoiceField([("conclusion", concluded), *open_ones], theme, self)
        self._words_told = PlainLabel(self.tr("Closed are rows that say"), theme, self, role="field-label", ink="ink2")
        self._words = FlowRow(theme, self, gap=12)
        self.words: dict[str, TickBox] = {}
        self._words_of = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self._theme
        self._order_row = FormRow(self.tr("Dates are written as"), self.order, theme, self)
        self._zone_row = FormRow(self.tr("Times are those of"), self.zone, theme, self)
        self._decimal_row = FormRow(self.tr("Numbers are written as"), self.decimal, theme, self)
        self._closed_row = FormRow(self.tr("Whether a row was closed is told by"), self.closed, theme, self)
        self._into_row = FormRow(self.tr("Open rows come to"), self.into, theme, self)
        self._closed_into_row = FormRow(self.tr("Closed rows come to"), self.closed_into, theme, self)
        for part in (
            self._order_row, self._zone_row, self.midnight, self._decimal_row, self._closed_row, self._words_told,
            self._words, self._into_row, self._closed_into_row,
        ):  # fmt: skip
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.order.code_chosen.connect(lambda code: self._answer(date_order=code))
        self.zone.id_chosen.connect(lambda zone: self._answer(zone=zone or ""))
        self.midnight.clicked.connect(lambda: self._answer(midnight_unknown=self.midnight.isChecked()))
        self.decimal.code_chosen.connect(lambda code: self._answer(decimal_sign=code))
        self.closed.code_chosen.connect(lambda name: self._answer(closed=Closed(name) if name else None))
        self.into.code_chosen.connect(lambda code: self._answer(into=code))
        self.closed_into.code_chosen.connect(lambda code: self._answer(closed_into=code))

    def _answer(self, **answers: object) -> None:
        """A field that was emptied stays as it was answered."""
        if self._mapping is None:
            return
        given = {key: value for key, value in answers.items() if value is not None or key == "closed"}
        self.changed.emit(replace(self._mapping, **given))  # type: ignore[arg-type]  # each field gives its own kind

    def show_mapping(self, columns: Sequence[ColumnGlance], mapping: SheetMapping) -> None:
        others = tuple(columns) != self._columns
        self._mapping, self._columns = mapping, tuple(columns)
        names = self._session.names
        self.order.set_code(mapping.date_order)
        self.zone.set_chosen(mapping.zone or names.settings.zone)
        self.midnight.setChecked(mapping.midnight_unknown)
        self.decimal.set_code(mapping.decimal_sign)
        if others:  # the list may be open
            nothing = self.tr("nothing: all rows are open")
            self.closed.set_options([("", nothing), *((column.name, column.name) for column in columns)])
        self.closed.set_code(mapping.closed.column if mapping.closed else "")
        self.into.set_code(mapping.into)
        self.closed_into.set_code(mapping.closed_into)
        self._show_words(mapping.closed)
        self._show_what_matters(mapping)

    def _show_what_matters(self, mapping: SheetMapping) -> None:
        """Nobody is asked about dates of a sheet that has none."""
        names = self._session.names
        dated = bool(time_columns(mapping, names))
        declared = [names.field(key) for key in mapping.fields]
        numbers = any(each is not None and each.kind is FieldKind.NUMBER for each in declared)
        for part in (self._order_row, self._zone_row, self.midnight):
            part.setVisible(dated)
        self._decimal_row.setVisible(numbers)
        self._closed_into_row.setVisible(mapping.closed is not None or CLOSED_ON in mapping.fields)
        self._order_row.set_help(self._example(mapping))

    def _example(self, mapping: SheetMapping) -> str:
        found = date_example(self._columns, mapping, self._session.names)
        if found is None:
            return ""
        text, meant = found
        return self.tr("{text} means {date}").format(text=text, date=self._session.wording.stated(meant.to_json()))

    def _show_words(self, closed: Closed | None) -> None:
        """The words of the column that tells it, each to be ticked. No tick: whatever stands there says closed."""
        column = next((each for each in self._columns if closed and each.name == closed.column), None)
        texts = [text for text, _ in column.words[:_WORDS]] if column else []
        if closed is not None:
            texts += [word for word in closed.words if folded(word) not in {folded(text) for text in texts}]
        if list(self.words) != texts or (closed.column if closed else "") != self._words_of:
            self._words_of = closed.column if closed else ""
            self._make_words(texts)
        for text, box in self.words.items():
            box.setChecked(closed is not None and folded(text) in {folded(word) for word in closed.words})
        self._words.setVisible(bool(texts))
        self._words_told.setVisible(bool(texts))

    def _make_words(self, texts: Sequence[str]) -> None:
        at = self.body.indexOf(self._words)
        self.body.removeWidget(self._words)
        self._words.hide()
        self._words.deleteLater()
        self._words = FlowRow(self._theme, self, gap=12)
        self.body.insertWidget(at, self._words)
        self.words = {text: TickBox(text, self._theme, self._words) for text in texts}
        self._words.add(*self.words.values())
        for box in self.words.values():
            box.clicked.connect(self._on_word)

    def _on_word(self, *_: object) -> None:
        ticked = tuple(text for text, box in self.words.items() if box.isChecked())
        self._answer(closed=Closed(self._words_of, ticked))
