"""The first step: which file, and the sheet as it was read, with what can be read otherwise beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.importing.presenter import Reading, What
from incident_desk.gui.importing.reading_notes import ReadingNotes
from incident_desk.gui.importing.sheet_view import SheetView
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile
from incident_desk.support.paths import documents_folder
from incident_desk.usecases.importing.row_texts import cell_text
from incident_desk.usecases.sheets import CsvForm, Sheet

ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".jsonl"})
_SHOWN = 12
_LETTERS = 30  # of a choice that are seen


class FileStep(QWidget):
    """Signals: `file_chosen` path; `form_chosen` CsvForm or None, name of the sheet or None; `what_chosen` What."""

    file_chosen = Signal(object)
    form_chosen = Signal(object, object)
    what_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.what = ChoiceTiles(
            [
                Tile(What.INCIDENTS, self.tr("Incidents")),
                Tile(What.PEOPLE, self.tr("People")),
                Tile(What.PLACES, self.tr("Places")),
                Tile(What.EQUIPMENT, self.tr("Equipment")),
            ],
            theme,
            self,
        )
        self.what.set_code(What.INCIDENTS)
        self.choose_button = Button(self.tr("Choose a file ..."), theme, self, icon="folder")
        self._hint = PlainLabel(
            self.tr("Or drop it here: a text file (csv), a sheet of Excel or LibreOffice (xlsx, ods, xls), or what "
                    "Incident Desk itself wrote (jsonl)."),
            theme, self, ink="ink2",
        )  # fmt: skip
        self.name = PlainLabel("", theme, self, role="body-strong")
        self.encoding = ChoiceField(self._encodings(), theme, self)
        self.separator = ChoiceField(self._separators(), theme, self)
        self.sheet = ChoiceField([], theme, self)
        self.notes = ReadingNotes(theme, self)
        self.table = SheetView(self.tr("The sheet as it was read"), theme, self, at_most=_SHOWN)
        self.count = PlainLabel("", theme, self, role="hint", ink="ink2")
        self._lay_out()
        self._connect()
        self.show_reading(None)

    def _encodings(self) -> list[tuple[str, str]]:
        return [
            ("utf-8", self.tr("usual today")),
            ("utf-8-sig", self.tr("usual today, by Excel")),
            ("utf-16", self.tr("“Unicode text” by Excel")),
            ("utf-16-le", self.tr("“Unicode text” without a mark")),
            ("utf-16-be", self.tr("“Unicode text” without a mark, turned round")),
            ("cp1252", self.tr("Western Europe, older Windows programs")),
            ("cp850", self.tr("Western Europe, DOS programs")),
            ("mac-roman", self.tr("Western Europe, older Macs")),
            ("cp1250", self.tr("Central Europe, older Windows programs")),
            ("iso8859-2", self.tr("Central Europe, other older programs")),
            ("cp1251", self.tr("Cyrillic, older Windows programs")),
            ("cp1253", self.tr("Greek, older Windows programs")),
            ("cp1254", self.tr("Turkish, older Windows programs")),
            ("cp932", self.tr("Japanese, older programs")),
            ("gb18030", self.tr("Chinese, older programs")),
        ]

    def _separators(self) -> list[tuple[str, str]]:
        return [
            (",", self.tr("Comma ,")),
            (";", self.tr("Semicolon ;")),
            ("\t", self.tr("Tab")),
            ("|", self.tr("Upright stroke |")),
        ]

    def _lay_out(self) -> None:
        theme, u = self._theme, self._theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * u)
        panel = Panel(self.tr("What to bring in"), theme, self)
        panel.body.addWidget(FormRow(self.tr("The rows of the sheet are"), self.what, theme, panel))
        chosen = FlowRow(theme, panel, gap=16)
        chosen.add(self.choose_button, self.name)
        panel.body.addWidget(chosen)
        panel.body.addWidget(self._hint)
        column.addWidget(panel)
        self._read = Panel(self.tr("The sheet as it was read"), theme, self)
        self._encoding_row = FormRow(self.tr("Letters are written as"), self.encoding, theme, self._read)
        self._separator_row = FormRow(self.tr("Between the columns stands"), self.separator, theme, self._read)
        self._sheet_row = FormRow(self.tr("Tab of the workbook"), self.sheet, theme, self._read)
        fields = FlowRow(theme, self._read, gap=16)
        fields.add(self._encoding_row, self._separator_row, self._sheet_row)
        self._read.body.addWidget(fields)
        self._read.body.addWidget(self.notes)
        self._read.body.addWidget(self.table)
        self._read.body.addWidget(self.count)
        column.addWidget(self._read)
        column.addStretch(1)
        for field in (self.encoding, self.separator, self.sheet):
            field.setMinimumContentsLength(_LETTERS)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.open_chooser)
        self.what.code_chosen.connect(lambda code: self.what_chosen.emit(What(code)))
        for field in (self.encoding, self.separator):
            field.code_chosen.connect(self._on_form)
        self.sheet.code_chosen.connect(lambda code: self.form_chosen.emit(None, code))

    def open_chooser(self) -> None:
        endings = " ".join(f"*{ending}" for ending in sorted(ENDINGS))
        names = f"{self.tr('Sheets')} ({endings})"
        choose(self, Wanted.FILE, self.tr("Choose a sheet"), documents_folder(), self._on_path, names)

    def _on_path(self, path: Path) -> None:
        self.file_chosen.emit(path)

    def _on_form(self) -> None:
        encoding, separator = self.encoding.code(), self.separator.code()
        if encoding and separator:
            self.form_chosen.emit(CsvForm(encoding, separator), None)

    def show_reading(self, reading: Reading | None) -> None:
        """None: nothing was read yet."""
        self._read.setVisible(reading is not None)
        self._hint.setVisible(reading is None)
        self.name.setVisible(reading is not None)
        self.choose_button.set_text(self.tr("Choose a file ...") if reading is None else self.tr("Another file ..."))
        if reading is None:
            return
        self.name.setText(reading.file.path.name)
        self._show_form(reading)
        self.notes.show_reading(reading)
        self._show_rows(reading.opened.sheet)

    def _show_form(self, reading: Reading) -> None:
        form, sheets = reading.form, [head.name for head in reading.file.sheets]
        self._encoding_row.setVisible(form is not None)
        self._separator_row.setVisible(form is not None)
        self._sheet_row.setVisible(form is None and len(sheets) > 1)
        if form is not None:
            self.encoding.set_code(form.encoding)
            self.separator.set_code(form.delimiter)
        self.sheet.set_options([(name, name) for name in sheets])
        self.sheet.set_code(reading.opened.sheet.name)

    def _show_rows(self, sheet: Sheet) -> None:
        cells = [[cell_text(cell) for cell in row] for row in sheet.rows[:_SHOWN]]
        self.table.show_rows(sheet.heading, [str(line) for line in sheet.lines[:_SHOWN]], cells)
        number = QLocale().toString
        words = self.tr("Rows below the heading: {rows}. Columns: {columns}. What stands first is shown.")
        self.count.setText(words.format(rows=number(len(sheet.rows)), columns=number(len(sheet.heading))))
        self.count.setAlignment(Qt.AlignmentFlag.AlignLeft)
