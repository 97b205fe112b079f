"""Limits: how many incidents a column of the board and one person should have in hand. They stop nobody."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from incident_desk.domain.chains import SETTINGS
from incident_desk.domain.directory import ChangeSettings
from incident_desk.domain.limits import LIMIT_KEYS, MOST, PERSON
from incident_desk.domain.vocabulary import STEP_BY_KEY, STEP_NAMES, Role
from incident_desk.gui.language import said
from incident_desk.gui.session import Session
from incident_desk.gui.settings.entry_editor import EntryEditor
from incident_desk.gui.settings.section import Section
from incident_desk.gui.settings.standing import position_of
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.usecases.rows import Settings

_WIDE, _LETTERS = 200, 4


class LimitsSection(Section):
    """One row for each column, and one for each person."""

    key = "limits"
    icon = "columns-3"
    roles = (Role.ADMINISTRATOR,)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Limits"), session, theme, parent)
        told = self.tr("More than the limit is said on the board and when a card arrives. Nobody is stopped by it.")
        self.editor = EntryEditor(session, theme, self)
        self._rows = FlowRow(theme, self, gap=16, between=12)
        self.editor.form.add_widget(self._rows)
        self._make_rows()
        self.body.addWidget(PlainLabel(told, theme, self, ink="ink2"))
        self.body.addWidget(self.editor)
        self.editor.save_requested.connect(self._save)
        theme.changed.connect(self._fit)

    def _make_rows(self) -> None:
        for key in LIMIT_KEYS:
            line = LineField(self.theme, self.editor.form, limit=_LETTERS)
            line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
            name = self.tr("One person") if key == PERSON else said(STEP_NAMES[STEP_BY_KEY[key]])
            self._rows.add(self.editor.form.row(key, name, line, hint=self.tr("incidents at most")))
        self._fit()

    def _fit(self) -> None:
        for row in self.editor.form.rows.values():
            row.field.setFixedWidth(self.theme.px(_WIDE))
        self._rows.arrange()

    def enter(self) -> None:
        super().enter()
        values = {key: str(limit) for key, limit in self.session.names.settings.limits.items()}
        self.editor.show_entry("limits", values, chain=SETTINGS, read_only=not self.may_edit)
        self.session.read(lambda queries: (position_of(queries, SETTINGS), queries.settings()), self._on_standing)

    def leave(self) -> None:
        self.editor.keep_now()

    def _on_standing(self, found: tuple[int, Settings]) -> None:
        """A newer state than the one shown comes with the names in a moment, and is looked up again."""
        position, settings = found
        if settings == self.session.names.settings:
            self.editor.see(SETTINGS, position)

    def _save(self, _changes: dict[str, Any]) -> None:
        stated = {key: text for key, text in self.editor.form.values().items() if text is not None}
        wrong = next((key for key, text in stated.items() if not _is_limit(text)), None)
        if wrong is not None:
            told = self.tr("Write a whole number from 1 to {most}, or leave it empty for no limit.")
            self.editor.form.set_wrong(wrong, told.format(most=MOST))
            return
        order = ChangeSettings({"limits": {key: int(text) for key, text in stated.items()}})
        self.editor.submit(None, (order,), self.tr("Limits saved."))


def _is_limit(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= MOST
