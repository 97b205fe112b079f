"""How many years incidents are kept, for each category: the form, and what is written in it as the rules."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.chains import SETTINGS
from incident_desk.domain.directory import ChangeSettings
from incident_desk.domain.retention import ANY
from incident_desk.gui.language import language, said
from incident_desk.gui.session import Session
from incident_desk.gui.settings.entry_editor import EntryEditor
from incident_desk.gui.settings.standing import position_of
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.menu import Menu
from incident_desk.usecases.rows import Settings

_WIDE, _LONGEST_YEARS, _MOST_YEARS = 200, 3, 100
_FIELD = "years "  # begins the key of a field, so that the rule for any other category has one, too


class RetentionRules(QWidget):
    """One row for any other category, and one for each that has a rule of its own."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.editor = EntryEditor(session, theme, self)
        self._rows = FlowRow(theme, self, gap=16, between=12)
        self.editor.form.add_widget(self._rows)
        self.add = Button(self.tr("A category of its own ..."), theme, self, icon="plus")
        self.editor.buttons.add(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor)
        self.add.clicked.connect(self._ask_category)
        self.editor.save_requested.connect(self._save)
        self.editor.put_back.connect(self._show_rows)
        theme.changed.connect(self._fit)

    # --- showing ---

    def show_rules(self, *, read_only: bool) -> None:
        rules = self._session.names.settings.retention
        self._make_rows(rules)
        values = {_FIELD + category: str(years) for category, years in rules.items()}
        self.editor.show_entry("retention", values, chain=SETTINGS, read_only=read_only)
        self._show_rows()
        self.add.setVisible(not read_only)
        self._session.read(lambda queries: (position_of(queries, SETTINGS), queries.settings()), self._on_standing)

    def keep_now(self) -> None:
        self.editor.keep_now()

    def _on_standing(self, found: tuple[int, Settings]) -> None:
        """A newer state than the one shown comes with the names in a moment, and is looked up again."""
        position, settings = found
        if settings == self._session.names.settings:
            self.editor.see(SETTINGS, position)

    def _make_rows(self, rules: Mapping[str, int]) -> None:
        """Categories come and go with the register's own list; a rule for one that is gone still stands."""
        known = [category.key for category in self._session.names.pack.categories]
        form = self.editor.form
        for key in (ANY, *known, *sorted(rules.keys() - set(known) - {ANY})):
            if _FIELD + key not in form.rows:
                line = LineField(self._theme, form, limit=_LONGEST_YEARS)
                line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
                row = form.row(_FIELD + key, self._called(key), line, hint=self.tr("years"))
                row.hide()
                self._rows.add(row)
        self._fit()

    def _called(self, key: str) -> str:
        if key == ANY:
            return self._session.wording.texts.say("erasure.other_categories")
        return self._session.names.category(key, language())

    def _fit(self) -> None:
        for row in self.editor.form.rows.values():
            row.field.setFixedWidth(self._theme.px(_WIDE))
        self._rows.arrange()

    def _show_rows(self) -> None:
        values = self.editor.form.values()
        for key, row in self.editor.form.rows.items():
            row.setVisible(key == _FIELD + ANY or values[key] is not None or row.field.hasFocus())
        self._rows.arrange()

    def _ask_category(self) -> None:
        menu = Menu(self.tr("A category with a rule of its own"), self)
        for category in self._session.names.pack.categories:
            row = self.editor.form.rows[_FIELD + category.key]
            if row.isHidden() and not category.retired:
                menu.add(said(category.name), partial(self.begin_rule, row))
        menu.open_below(self.add)

    def begin_rule(self, row: FormRow) -> None:
        row.show()
        self._rows.arrange()
        row.focus_field()

    # --- saving ---

    def _save(self, _changes: dict[str, Any]) -> None:
        values = self.editor.form.values()
        wrong = next((key for key, text in values.items() if text is not None and not _is_years(text)), None)
        if wrong is not None:
            told = self.tr("Write whole years from 1 to {most}, or leave it empty where nothing is ever due.")
            self.editor.form.set_wrong(wrong, told.format(most=_MOST_YEARS))
            return
        rules = {key.removeprefix(_FIELD): int(text) for key, text in values.items() if text is not None}
        order = ChangeSettings({"retention": rules})
        self.editor.submit(None, (order,), self.tr("Saved. Nothing is erased by itself."))


def _is_years(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_YEARS
