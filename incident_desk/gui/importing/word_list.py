"""The words of a sheet for one field: how often each occurs, what it becomes, and what becomes of unknown ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.gui.importing.code_list import CodeList, SharedChoice
from incident_desk.gui.language import language
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.usecases.importing.glance import SheetWord, meanings_of
from incident_desk.usecases.importing.mapping import LEAVE_OUT, NEW, FieldSource, may_be_new
from incident_desk.usecases.names import Names

_FIRST = 6
_NEW, _OUT = "=new", "=out"


class WordList(Panel):
    """Signals: `meaning_chosen` word, what it means as a mapping says it; `others_chosen` NEW or LEAVE_OUT."""

    meaning_chosen = Signal(str, str)
    others_chosen = Signal(str)

    def __init__(self, declared: Field, columns: str, names: Names, theme: Theme, parent: QWidget) -> None:
        super().__init__(declared.label[language()], theme, parent, hint=columns)
        self._declared = declared
        self._words: tuple[SheetWord, ...] = ()
        self._shown = _FIRST
        self._model = CodeList(self._meanings(names), self)
        self.fields: dict[str, SharedChoice] = {}
        self.all_new = TickBox(self._offer(), theme, self)
        self.more = Button("", theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._parts: list[QWidget] = []
        self.body.addWidget(self.all_new)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.all_new.clicked.connect(self._on_all_new)
        self.more.clicked.connect(self._show_all)

    def show_names(self, names: Names) -> None:
        """Other places and people can be meant."""
        self._model.renew(self._meanings(names))

    def _meanings(self, names: Names) -> list[tuple[str | None, str]]:
        here = meanings_of(self._declared, names, language())
        entries = ((_OUT, self.tr("left out")), (_NEW, self._new_words()), *here)
        return [(code, words) for code, words in entries if words]

    def _new_words(self) -> str:
        return {
            FieldKind.PLACE: self.tr("a new place"),
            FieldKind.PERSON: self.tr("a new person"),
            FieldKind.EQUIPMENT: self.tr("a new piece of equipment"),
            FieldKind.CATEGORY: self.tr("a new category"),
            FieldKind.SUBCATEGORY: self.tr("a new subcategory"),
        }.get(self._declared.kind, "")

    def show_words(self, words: Sequence[SheetWord], source: FieldSource) -> None:
        """Those without a meaning come first: they are what is asked."""
        fresh = [each.word for each in words] != [each.word for each in self._words]
        self._words = tuple(words)
        if fresh:
            self._shown = _FIRST
            self._make_lines()
        for each in words:
            if each.word in self.fields:
                self.fields[each.word].set_code(_code(each.becomes))
        unknown = sum(not each.is_known for each in words)
        self.all_new.setVisible(may_be_new(self._declared) and unknown > 0)
        self.all_new.setChecked(source.others == NEW)

    def _offer(self) -> str:
        return {
            FieldKind.PLACE: self.tr("Add all unknown places to the register"),
            FieldKind.PERSON: self.tr("Add all unknown people to the register"),
            FieldKind.EQUIPMENT: self.tr("Add all unknown equipment to the register"),
            FieldKind.CATEGORY: self.tr("Add all unknown categories to the register"),
        }.get(self._declared.kind, self.tr("Add all unknown subcategories to the register"))

    def _make_lines(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.fields = [], {}
        first = self._words[: self._shown]
        for row, each in enumerate(first):
            self._add(row, each)
        left = len(self._words) - len(first)
        self.more.set_text(self.tr("Show %n more words", None, left))
        self.more.setVisible(left > 0)
        self._grid.setHorizontalSpacing(self._theme.px(10))

    def _add(self, row: int, each: SheetWord) -> None:
        theme = self._theme
        word = PlainLabel(each.word, theme, self, lines=2)
        count = PlainLabel(QLocale().toString(each.rows), theme, self, role="hint", ink="ink3", lines=1)
        field = SharedChoice(self._model, theme, self, placeholder=self.tr("choose what it means"))
        field.setAccessibleName(
            self.tr("{word}, in {count} rows, becomes").format(word=each.word, count=QLocale().toString(each.rows))
        )
        field.setMinimumWidth(theme.px(120))
        field.setMaximumWidth(theme.px(190))
        word.setBuddy(field)
        field.code_chosen.connect(partial(self._on_code, each.word))
        for column, part in enumerate((word, count, field)):
            self._grid.addWidget(part, row, column)
        self._parts += [word, count, field]
        self.fields[each.word] = field

    def _on_code(self, word: str, code: str | None) -> None:
        self.meaning_chosen.emit(word, word if code == _NEW else "" if code in (None, _OUT) else str(code))

    def _on_all_new(self) -> None:
        self.others_chosen.emit(NEW if self.all_new.isChecked() else LEAVE_OUT)

    def _show_all(self) -> None:
        at = self._shown
        self._shown = len(self._words)
        self._make_lines()
        for each in self._words:
            self.fields[each.word].set_code(_code(each.becomes))
        self.fields[self._words[at].word].setFocus()


def _code(becomes: str | None) -> str | None:
    return _NEW if becomes == NEW else _OUT if becomes == "" else becomes
