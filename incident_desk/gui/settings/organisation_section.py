"""The organisation: what stands on its papers, and what numbers and times go by."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from incident_desk.domain.chains import SETTINGS
from incident_desk.domain.directory import ChangeSettings
from incident_desk.domain.errors import Refused
from incident_desk.gui.session import Session
from incident_desk.gui.settings.entry_editor import EntryEditor
from incident_desk.gui.settings.logo_field import LogoField
from incident_desk.gui.settings.section import Section
from incident_desk.gui.settings.standing import position_of
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField, LineField, ProseField
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.pick_field import PickField
from incident_desk.gui.zones import zone_picks
from incident_desk.usecases.logo import set_logo
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import Settings

LANGUAGE_NAMES = (("en", "English"), ("de", "Deutsch"))
_KEYS = ("organisation", "address", "emergency_phone", "site_code", "language", "zone")
_NEVER_EMPTY = ("site_code", "zone", "language")


class OrganisationSection(Section):
    key = "organisation"
    icon = "building"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Organisation"), session, theme, parent)
        self.editor = EntryEditor(session, theme, self)
        self.logo = LogoField(theme, self)
        self._shown_logo: str | None = None
        self._logo_seen = 0  # the position at which the logo that is shown was read
        self._fill_form()
        self.body.addWidget(self.editor)
        self.body.addWidget(Rule(theme, self))
        self.body.addWidget(self.logo)
        self.editor.save_requested.connect(self._save)
        self.logo.file_chosen.connect(self._set_logo)
        self.logo.taken_away.connect(self._take_logo_away)

    def _fill_form(self) -> None:
        theme, form = self.theme, self.editor.form
        form.add(form.row("organisation", self.tr("Name of the organisation"), LineField(theme, form)))
        form.add(form.row("address", self.tr("Address"), ProseField(theme, form, rows=2, limit=500),
                          hint=self.tr("printed under the name")))  # fmt: skip
        form.add(
            form.row("emergency_phone", self.tr("Emergency phone"), LineField(theme, form, limit=60),
                     hint=self.tr("shown above every report")),
            form.row("site_code", self.tr("Code for record numbers"), LineField(theme, form, limit=40),
                     hint=self.tr("for new records")),
        )  # fmt: skip
        form.rows["code"] = form.rows["site_code"]  # as refusals call it
        form.add(
            form.row("zone", self.tr("Time zone"), PickField(zone_picks(), theme, form)),
            form.row("language", self.tr("Language of papers and lists"), ChoiceField(LANGUAGE_NAMES, theme, form)),
        )

    def enter(self) -> None:
        super().enter()
        settings = self.session.names.settings
        values = {key: getattr(settings, key) for key in _KEYS}
        self.editor.show_entry("organisation", values, chain=SETTINGS, read_only=not self.may_edit)
        self.session.read(lambda queries: (position_of(queries, SETTINGS), queries.settings()), self._on_standing)
        self.logo.set_read_only(not self.may_edit)
        self._read_logo(settings.logo)

    def _on_standing(self, found: tuple[int, Settings]) -> None:
        """A newer state than the one shown comes with the names in a moment, and is looked up again."""
        position, settings = found
        if settings == self.session.names.settings:
            self.editor.see(SETTINGS, position)

    def leave(self) -> None:
        self.editor.keep_now()

    def _read_logo(self, logo: str) -> None:
        if logo == self._shown_logo:
            return
        self._shown_logo = logo

        def content(queries: Queries) -> tuple[int, bytes]:
            position = position_of(queries, SETTINGS)
            return position, b"".join(queries.content(bytes.fromhex(logo))) if logo else b""

        self.session.read(content, self._show_logo)

    def _show_logo(self, found: tuple[int, bytes]) -> None:
        self._logo_seen, content = found
        self.logo.show_logo(content)

    # --- orders ---

    def _save(self, changes: dict[str, Any]) -> None:
        if "site_code" in changes:
            changes["site_code"] = (changes["site_code"] or "").upper()
        empty = next((key for key in _NEVER_EMPTY if key in changes and not changes[key]), None)
        if empty is not None:
            self.editor.form.set_wrong(empty, self.tr("This cannot be empty."))
        else:
            self.editor.submit(None, (ChangeSettings(changes),), self.tr("Organisation saved."))

    def _set_logo(self, file: Path) -> None:
        submitter, op_id = self.session.submitter, self.session.services.new_id()
        self.logo.wrong.show_sentence("")
        self.session.carry_out(
            lambda: set_logo(submitter, file, op_id),
            done=lambda _: self.session.messages.good(self.tr("Logo saved.")), refused=self._on_logo_refused,
        )  # fmt: skip

    def _on_logo_refused(self, refused: Refused) -> None:
        self.logo.wrong.show_sentence(self.session.wording.refusal(refused))

    def _take_logo_away(self) -> None:
        order = ChangeSettings({"logo": None})
        said = self.tr("The logo is off the papers.")
        self.session.submit(None, (order,), seen=self._logo_seen, said=said, undoable=False)
