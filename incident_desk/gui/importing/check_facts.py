"""What is worth knowing before a sheet comes in: what is added, what is missing, what stays out, what was not read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.sheet_lists import SHEET_LISTS
from incident_desk.gui.importing.coming_rows import PlanFacts
from incident_desk.gui.importing.presenter import Reading
from incident_desk.gui.importing.reading_notes import ReadingNotes
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.usecases.importing.known_told import said_of_known
from incident_desk.usecases.importing.mapping import LEAVE_OUT
from incident_desk.usecases.importing.other_rows import OtherRows
from incident_desk.usecases.importing.plan import ImportPlan, NewThing

_NAMED = 8


class CheckFacts(QWidget):
    """Sentences, each with its icon. Signals: `tab_chosen` name of the tab to read instead; `every_row_wanted` whether
    lines that are no incidents come in too.
    """

    tab_chosen = Signal(str)
    every_row_wanted = Signal(bool)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.added = self._note("plus")
        self.needed = self._note("pencil", "high")
        self.words = self._note("alert-triangle", "high")
        self.totals = self._note()
        self.twice = self._note()
        self.known = self._note("alert-triangle", "high")
        self.errors = self._note("alert-triangle", "high")
        self.tabs = self._note()
        self._notes = (
            self.added, self.needed, self.words, self.errors, self.twice, self.known, self.totals, self.tabs,
        )  # fmt: skip
        self.every_row = TickBox(self.tr("Bring in lines that look like headings or totals, too"), theme, self)
        self.reading = ReadingNotes(theme, self)
        self.tab = ChoiceField([], theme, self, placeholder=self.tr("this one"))
        self._tab_row = FormRow(self.tr("Read another tab instead"), self.tab, theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.added, self.needed, self.words, self.errors, self.twice, self.known, self.totals, self.every_row,
            self.reading, self.tabs, self._tab_row,
        ):  # fmt: skip
            self._column.addWidget(part)
        self.tab.setMaximumWidth(theme.px(320))
        self.tab.code_chosen.connect(self._on_tab)
        self.every_row.clicked.connect(self.every_row_wanted)
        theme.changed.connect(self._space)
        self._space()

    def _note(self, icon: str = "info-circle", icon_ink: str = "petrol") -> Note:
        return Note(self._theme, self, icon=icon, ink="ink2", icon_ink=icon_ink, role="body")

    def _space(self) -> None:
        self._column.setSpacing(self._theme.px(6))
        self.tab.setMaximumWidth(self._theme.px(320))

    def show_incidents(self, plan: ImportPlan, facts: PlanFacts, reading: Reading) -> None:
        self.added.show_sentence(self._said_new(facts.things))
        self.needed.show_sentence(self._said_missing(plan, facts))
        self.words.show_sentence(self._said_words(plan) if plan.new else "")
        self.totals.show_sentence(self._said_others(plan.others))
        self.twice.show_sentence(self._said_numbers(plan))
        self.known.show_sentence("\n".join(said_of_known(plan, self._session.wording)))
        self.errors.show_sentence(self._said_errors(plan))
        self.every_row.setChecked(plan.mapping.every_row)
        self.every_row.setVisible(plan.mapping.every_row or bool(self.totals.text()))
        self.reading.show_plan(reading, plan, self._session.wording)
        self._show_tabs(reading)

    def show_list(self, reading: Reading) -> None:
        """Of people, places and equipment there is nothing to tell but how they are read."""
        for note in self._notes:
            note.show_sentence("")
        self.every_row.hide()
        self.reading.show_reading(reading)
        self._show_tabs(reading)

    def _show_tabs(self, reading: Reading) -> None:
        """Other tabs of the workbook, which were not read."""
        read = reading.opened.sheet.name
        others = [head.name for head in reading.file.sheets if head.rows and head.name != read]
        words = self.tr("Read is the tab {tab}. Not read: {others}.")
        sentence = words.format(tab=read, others=self._list(others))
        self.tabs.show_sentence(sentence if others else "")
        self.tab.set_options([(name, name) for name in others])
        self.tab.set_code(None)
        self._tab_row.setVisible(bool(others))
        parts = (*self._notes, self.every_row, self.reading)
        self.setVisible(not all(part.isHidden() for part in parts))

    def _on_tab(self, name: str | None) -> None:
        if name is not None:
            self.tab_chosen.emit(name)

    # --- the sentences ---

    def _list(self, names: Iterable[object]) -> str:
        """The first of them, and how many more."""
        every = [str(name) for name in names]
        more = [self.tr("%n more", None, len(every) - _NAMED)] if len(every) > _NAMED else []
        return ", ".join([*every[:_NAMED], *more])

    def _said_new(self, things: Sequence[NewThing]) -> str:
        """What the register gets beside the incidents."""
        kinds = {
            FieldKind.PLACE: self.tr("Places that are added: {names}"),
            FieldKind.PERSON: self.tr("People who are added: {names}"),
            FieldKind.EQUIPMENT: self.tr("Equipment that is added: {names}"),
            FieldKind.CATEGORY: self.tr("Categories that are added: {names}"),
            FieldKind.SUBCATEGORY: self.tr("Subcategories that are added: {names}"),
        }
        words = {kind: [thing.word.word for thing in things if thing.word.kind is kind] for kind in kinds}
        return "\n".join(kinds[kind].format(names=self._list(names)) for kind, names in words.items() if names)

    def _said_missing(self, plan: ImportPlan, facts: PlanFacts) -> str:
        wording, every = self._session.wording, len(plan.new)
        told = [
            wording.need(need) if rows == every
            else self.tr("{what} in %n rows", None, rows).format(what=wording.need(need))
            for need, rows in facts.missing.items()
        ]  # fmt: skip
        for each in facts.lists:
            if each.lacking:
                what = self.tr("{list} in %n lines: {fields}", None, each.open_lines)
                fields = ", ".join(said(field.label) for field in each.lacking)
                told.append(what.format(list=said(SHEET_LISTS[each.key].label), fields=fields))
        return self.tr("Still to be completed later: {what}").format(what="; ".join(told)) if told else ""

    def _said_words(self, plan: ImportPlan) -> str:
        number, sentences = QLocale().toString, []
        errors = {error.value for error in plan.errors}
        unknown = [each for each in plan.unknown if each.suggested == LEAVE_OUT and each.word not in errors]
        for key in plan.mapping.fields:
            words = [each for each in unknown if each.field == key]
            if words:
                sentence = self.tr("{field}: %n words mean nothing here and stay in the row as it stood: {words}",
                                   None, len(words))  # fmt: skip
                named = self._list(f"{each.word} ({number(each.rows)})" for each in words)
                sentences.append(sentence.format(field=self._session.wording.label(key), words=named))
        return "\n".join(sentences)

    def _said_others(self, others: OtherRows) -> str:
        """Which lines are no incidents, and why."""
        words = {
            "totals": self.tr("%n lines that sum up or sign the list are no incidents and stay out: {lines}",
                              None, len(others.totals)),
            "headings": self.tr("%n lines repeat the headings and stay out: {lines}", None, len(others.headings)),
            "groups": self.tr("%n lines hold one word above the rows of a group and stay out: {lines}",
                              None, len(others.groups)),
            "empty": self.tr("%n lines hold signs alone and stay out: {lines}", None, len(others.empty)),
            "far": self.tr("%n lines hold a single cell far below the list and stay out: {lines}",
                           None, len(others.far)),
        }  # fmt: skip
        lines = {"totals": others.totals, **others.by_sort()}
        return "\n".join(words[sort].format(lines=self._list(at)) for sort, at in lines.items() if at)

    def _said_numbers(self, plan: ImportPlan) -> str:
        sentences = []
        if plan.twice:
            first = plan.twice[0]
            words = self.tr("%n numbers stand in several rows, such as {value} in lines {lines}. All these rows count; "
                            "they are told apart by what else stands in them.", None, len(plan.twice))  # fmt: skip
            sentences.append(words.format(value=first.value, lines=self._list(first.lines)))
        if plan.without_key:
            words = self.tr("%n rows have no number. They are known by what stands in them.",
                            None, len(plan.without_key))  # fmt: skip
            sentences.append(words)
        return "\n".join(sentences)

    def _said_errors(self, plan: ImportPlan) -> str:
        if not plan.errors:
            return ""
        first = plan.errors[0]
        words = self.tr("%n cells hold an error of the spreadsheet program, such as {text} in line {line}, {column}. "
                        "Nothing is read from them.", None, len(plan.errors))  # fmt: skip
        return words.format(text=first.value, line=first.line, column=first.column)
