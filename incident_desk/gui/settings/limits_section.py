"""Limits: how many incidents a column of the board and one person should have in hand, and the hours of each team.
They stop nobody.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from incident_desk.domain.chains import SETTINGS
from incident_desk.domain.directory import ChangeSettings
from incident_desk.domain.limits import LIMIT_KEYS, MOST, MOST_HOURS, PERSON
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
from incident_desk.usecases.load import teams
from incident_desk.usecases.rows import Settings

_WIDE, _LETTERS = 200, 4
_TEAM = "team "  # begins the key of a team's field


class LimitsSection(Section):
    """One row for each column, one for each person; one for each team, as the list of people names it."""

    key = "limits"
    icon = "columns-3"
    roles = (Role.ADMINISTRATOR,)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Limits"), session, theme, parent)
        told = self.tr("More than the limit is said on the board and when a card arrives. Nobody is stopped by it.")
        self.editor = EntryEditor(session, theme, self)
        self._rows = FlowRow(theme, self, gap=16, between=12)
        self._teams = FlowRow(theme, self, gap=16, between=12)
        hours = self.tr(
            "Hours that each team has in a week for incidents. A team is a department on the list of people."
        )
        self._of_teams = PlainLabel(hours, theme, self, ink="ink2")
        for part in (self._rows, self._of_teams, self._teams):
            self.editor.form.add_widget(part)
        for key in LIMIT_KEYS:
            name = self.tr("One person") if key == PERSON else said(STEP_NAMES[STEP_BY_KEY[key]])
            self._add_row(self._rows, key, name, self.tr("incidents at most"))
        self.body.addWidget(PlainLabel(told, theme, self, ink="ink2"))
        self.body.addWidget(self.editor)
        self.editor.save_requested.connect(self._save)
        theme.changed.connect(self._fit)

    def _add_row(self, into: FlowRow, key: str, name: str, hint: str) -> None:
        line = LineField(self.theme, self.editor.form, limit=_LETTERS)
        line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        into.add(self.editor.form.row(key, name, line, hint=hint))
        self._fit()

    def _add_teams(self) -> None:
        """People come and go; the hours of a team that is gone still stand until somebody takes them away."""
        names = self.session.names
        for team in dict.fromkeys((*teams(names.people.values()), *sorted(names.settings.capacity))):
            if _TEAM + team not in self.editor.form.rows:
                self._add_row(self._teams, _TEAM + team, team, self.tr("hours a week"))
        shown = any(key.startswith(_TEAM) for key in self.editor.form.rows)
        self._of_teams.setVisible(shown)
        self._teams.setVisible(shown)

    def _fit(self) -> None:
        for row in self.editor.form.rows.values():
            row.field.setFixedWidth(self.theme.px(_WIDE))
        self._rows.arrange()
        self._teams.arrange()

    def enter(self) -> None:
        super().enter()
        self._add_teams()
        settings = self.session.names.settings
        values = {key: str(limit) for key, limit in settings.limits.items()}
        values |= {_TEAM + team: str(hours) for team, hours in settings.capacity.items()}
        self.editor.show_entry("limits", values, chain=SETTINGS, read_only=not self.may_edit)
        self.session.read(lambda queries: (position_of(queries, SETTINGS), queries.settings()), self._on_standing)

    def leave(self) -> None:
        self.editor.keep_now()

    def _on_standing(self, found: tuple[int, Settings]) -> None:
        """A newer state than the one shown comes with the names in a moment, and is looked up again."""
        position, settings = found
        if settings == self.session.names.settings:
            self.editor.see(SETTINGS, position)

    def _save(self, changes: dict[str, Any]) -> None:
        stated = {key: text for key, text in self.editor.form.values().items() if text is not None}
        wrong = next((key for key, text in stated.items() if not _is_number(text, _most(key))), None)
        if wrong is not None:
            told = self.tr("Write a whole number from 1 to {most}, or leave it empty for no limit.")
            self.editor.form.set_wrong(wrong, told.format(most=_most(wrong)))
            return
        limits = {key: int(text) for key, text in stated.items() if not key.startswith(_TEAM)}
        hours = {key.removeprefix(_TEAM): int(text) for key, text in stated.items() if key.startswith(_TEAM)}
        of_teams = {key.startswith(_TEAM) for key in changes}
        fields = {
            **({"limits": limits} if False in of_teams else {}),
            **({"capacity": hours} if True in of_teams else {}),
        }
        self.editor.submit(None, (ChangeSettings(fields),), self.tr("Limits saved."))


def _most(key: str) -> int:
    return MOST_HOURS if key.startswith(_TEAM) else MOST


def _is_number(text: str, most: int) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= most
