"""The second step: where each column goes, what is asked about the whole sheet, what its words mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.importing.code_list import CodeList
from incident_desk.gui.importing.column_lines import ColumnLines
from incident_desk.gui.importing.list_part import ListPart
from incident_desk.gui.importing.presenter import Importing, Reading
from incident_desk.gui.importing.questions import Questions
from incident_desk.gui.importing.targets import targets_of, with_target
from incident_desk.gui.importing.word_list import WordList
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Panel
from incident_desk.support.paths import documents_folder
from incident_desk.usecases.importing.glance import SheetWord, sheet_words
from incident_desk.usecases.importing.guessing.headings import EXACT, fits
from incident_desk.usecases.importing.list_reading import list_examples
from incident_desk.usecases.importing.mapping import ListSource, SheetMapping
from incident_desk.usecases.importing.opening import Origin

_BESIDE = 860  # pixels of the design: from here on the questions have room beside the columns
_SHARES = (5, 4)  # of the width that the two then have
MAPPING_FILES = "(*.toml)"
P = TypeVar("P", bound=QWidget)


class ColumnsStep(QWidget):
    """Works on the mapping of the presenter. Signal: `saved` name of the mapping file that was written."""

    saved = Signal(str)

    def __init__(self, session: Session, importing: Importing, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._importing, self._theme = session, importing, theme
        self._asked = 0
        self._targets = CodeList(targets_of(session.names), self)
        self.lines = ColumnLines(theme, self)
        self.questions = Questions(session, theme, self)
        self.words: dict[str, WordList] = {}
        self.lists: dict[str, ListPart] = {}
        self.problem = Note(theme, self)
        self._told = PlainLabel("", theme, self, ink="ink2")
        self.by_content = Note(theme, self, icon="alert-triangle", ink="ink2", icon_ink="high", role="body")
        self.use_file = Button(self.tr("Use what was saved before ..."), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.save_file = Button(
            self.tr("Save what the columns mean ..."), theme, self, weight=Weight.QUIET, fit=Fit.BAR
        )
        self._lay_out()
        self.lines.target_chosen.connect(self._on_target)
        self.questions.changed.connect(self._change)
        self.use_file.clicked.connect(self._choose_mapping)
        self.save_file.clicked.connect(self.save_mapping)

    def _lay_out(self) -> None:
        theme, u = self._theme, self._theme.u
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * u)
        panel = Panel(self.tr("Where the columns go"), theme, self)
        files = FlowRow(theme, panel)
        files.add(self.use_file, self.save_file)
        for part in (self._told, self.by_content, self.problem, self.lines, files):
            panel.body.addWidget(part)
        panel.body.addStretch(1)
        self._right = QWidget(self)
        self._beside = QVBoxLayout(self._right)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(2 * u)
        self._beside.addWidget(self.questions)
        self._beside.addStretch(1)
        self._row.addWidget(panel)
        self._row.setAlignment(panel, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._right)
        self._row.setAlignment(self._right, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        for part, share in enumerate(_SHARES if beside else (0, 1)):
            self._row.setStretch(part, share)

    # --- showing ---

    def show_reading(self, reading: Reading) -> None:
        """The columns of a sheet, with what was guessed of them."""
        self._targets.renew(targets_of(self._session.names))
        self.lines.show_columns(reading.columns, self._targets)
        self._told.setText(self._how(reading.opened.origin))
        self._keep_only(self.words, ())
        self._keep_only(self.lists, ())
        self._show()

    def _keep_only(self, parts: dict[str, P], keys: Collection[str]) -> None:
        for key in [key for key in parts if key not in keys]:
            gone = parts.pop(key)
            gone.hide()
            gone.deleteLater()

    def show_names(self) -> None:
        """Other fields, places and people can be meant now. Whoever chooses one of them meanwhile is not disturbed."""
        names = self._session.names
        self._targets.renew(targets_of(names))
        for words in self.words.values():
            words.show_names(names)
        self._show()

    def _how(self, origin: Origin) -> str:
        return {
            Origin.GUESSED: self.tr("Guessed from headings and contents. What is not right is changed here."),
            Origin.REMEMBERED: self.tr("As last time for these headings."),
            Origin.OWN: self.tr("This sheet was written by Incident Desk; its columns are known."),
            Origin.GIVEN: "",
        }[origin]

    def _said_by_content(self, column: str, mapping: SheetMapping) -> str:
        """Of a column of days whose heading does not say of what, until somebody has looked at it."""
        taken = "occurred" in mapping.fields and column in mapping.fields["occurred"].columns
        if not taken or column in self._importing.touched:
            return ""
        words = self.tr("{column} is taken for {field}: it holds days, but its heading does not say of what.")
        return words.format(column=column, field=self._session.wording.label("occurred"))

    def say(self, problem: str) -> None:
        """Why it does not go on."""
        self.problem.show_sentence(problem)

    def _show(self) -> None:
        reading, mapping = self._importing.reading, self._importing.mapping
        if reading is None or mapping is None:
            return
        self.say("")
        self.by_content.show_sentence(self._said_by_content(reading.opened.date_by_content, mapping))
        self.lines.show_mapping(mapping, self._unsure(reading, mapping))
        self.questions.show_mapping(reading.columns, mapping)
        self._show_lists(reading, mapping)
        self._read_words(reading, mapping)

    def _show_lists(self, reading: Reading, mapping: SheetMapping) -> None:
        self._keep_only(self.lists, mapping.lists)
        for key, source in mapping.lists.items():
            if key not in self.lists:
                made = ListPart(key, self._from(source.columns), self._theme, self._right)
                made.source_changed.connect(self._on_list)
                self._beside.insertWidget(1, made)
                self.lists[key] = made
            self.lists[key].show_lines(source, list_examples(reading.opened.sheet, source))

    def _from(self, columns: Sequence[str]) -> str:
        return self.tr("from {columns}").format(columns=" + ".join(columns))

    def _unsure(self, reading: Reading, mapping: SheetMapping) -> set[str]:
        """Columns whose heading does not say by itself what they are, until somebody has looked at them."""
        if reading.opened.origin is not Origin.GUESSED:
            return set()
        told = [("incident", key, source.columns) for key, source in mapping.fields.items()]
        told += [("lists", key, source.columns) for key, source in mapping.lists.items()]
        return {
            column
            for table, key, columns in told
            for column in columns
            if column not in self._importing.touched and fits(column, table).get(key, 0) < EXACT
        }

    def _read_words(self, reading: Reading, mapping: SheetMapping) -> None:
        """Counted on a thread: a sheet may be long."""
        self._asked += 1
        asked, names = self._asked, self._session.names

        def show(words: Mapping[str, tuple[SheetWord, ...]]) -> None:
            if asked == self._asked:
                self._show_words(words, mapping)

        self._session.tasks.run(lambda: sheet_words(reading.opened.sheet, mapping, names), show, self._session.explain)

    def _show_words(self, words: Mapping[str, tuple[SheetWord, ...]], mapping: SheetMapping) -> None:
        self._keep_only(self.words, words)
        for key, of_field in words.items():
            declared = self._session.names.field(key)
            if key not in self.words and declared is not None:
                source = self._from(mapping.fields[key].columns)
                made = WordList(declared, source, self._session.names, self._theme, self._right)
                made.meaning_chosen.connect(partial(self._on_meaning, key))
                made.others_chosen.connect(partial(self._on_others, key))
                self._beside.insertWidget(self._beside.count() - 1, made)
                self.words[key] = made
            if key in self.words:
                self.words[key].show_words(of_field, mapping.fields[key])

    # --- deciding ---

    def _change(self, mapping: SheetMapping, column: str = "") -> None:
        """`column`: the one that was decided about; "": the whole sheet."""
        self._importing.touched.add(column)
        self._importing.change(mapping)
        self._show()

    def _on_target(self, column: str, target: str) -> None:
        reading, mapping = self._importing.reading, self._importing.mapping
        if reading is None or mapping is None:
            return
        unique = next(each.is_unique for each in reading.columns if each.name == column)
        sheet, names = reading.opened.sheet, self._session.names
        self._change(with_target(mapping, column, target, sheet, names, is_unique=unique), column)

    def _on_meaning(self, key: str, word: str, meaning: str) -> None:
        mapping = self._importing.mapping
        if mapping is not None and key in mapping.fields:
            source = mapping.fields[key]
            self._change(mapping.with_source(key, replace(source, words={**source.words, word: meaning})))

    def _on_list(self, key: str, source: ListSource) -> None:
        mapping = self._importing.mapping
        if mapping is not None and key in mapping.lists:
            self._change(mapping.with_list(key, source))

    def _on_others(self, key: str, others: str) -> None:
        mapping = self._importing.mapping
        if mapping is not None and key in mapping.fields:
            self._change(mapping.with_source(key, replace(mapping.fields[key], others=others)))

    # --- mapping files ---

    def _choose_mapping(self) -> None:
        title, names = self.tr("Use what was saved before"), f"{self.tr('What columns mean')} {MAPPING_FILES}"
        choose(self, Wanted.FILE, title, documents_folder(), self._importing.use_mapping, names)

    def save_mapping(self) -> None:
        names = f"{self.tr('What columns mean')} {MAPPING_FILES}"
        start = documents_folder() / f"{self.tr('columns')}.toml"
        choose(
            self, Wanted.SAVED_FILE, self.tr("Save what the columns mean"), start,
            lambda path: self._importing.write_mapping(path, lambda: self.saved.emit(path.name)), names,
        )  # fmt: skip
