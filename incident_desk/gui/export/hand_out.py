"""Asks in which form something is handed out, and where to; shows how the writing goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QRect, Qt
from PySide6.QtWidgets import QWidget

from incident_desk.gui.choosing import Wanted, choose
from incident_desk.gui.export.shown import Shown, written_columns
from incident_desk.gui.export.writing import Writing
from incident_desk.gui.language import language
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.popover import Popover
from incident_desk.gui.working import Working
from incident_desk.support.paths import documents_folder
from incident_desk.support.settings import SettingsFile
from incident_desk.support.texts import Texts
from incident_desk.usecases.export.columns import columns_of
from incident_desk.usecases.export.content import ExportFormat
from incident_desk.usecases.export.exporting import Export, Exported, export_to_file
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.wording import Wording

_WIDTH = 380
_SHOWN, _CHOSEN = "shown", "chosen"
_TABLE, _COMPLETE = "table", "complete"


class HandOut(Popover):
    """Opened below the button that asks for it; goes when the file is written, or when it is closed.

    Closed by Escape, or left, in the midst of it, the file is written all the same.
    """

    def __init__(self, session: Session, settings: SettingsFile, shown: Shown, theme: Theme, page: QWidget) -> None:
        super().__init__(self.tr("Hand out"), theme, page, width=_WIDTH)
        self._session, self._settings, self._shown = session, settings, shown
        self._writing: Writing | None = None
        self.format = ChoiceField(self._formats(), theme, self)
        self.records = ChoiceField(self._which(), theme, self)
        self.columns = ChoiceField(
            [
                (_TABLE, self.tr("the columns of the table")),
                (_COMPLETE, self.tr("complete records, every field")),
            ],
            theme,
            self,
        )
        self.go = Button(self.tr("Choose where ..."), theme, self, weight=Weight.PRIMARY)
        self.names = Note(theme, self, icon="eye-off", ink="ink2", icon_ink="petrol")
        self.cancel = Button(self.tr("Cancel"), theme, self)
        self.working = Working(theme, self)
        self._lay_out()
        self.format.code_chosen.connect(self._show_what_matters)
        self.columns.code_chosen.connect(self._show_what_matters)
        self.go.clicked.connect(self.ask_where)
        self.cancel.clicked.connect(self._give_up)
        self.working.stop_requested.connect(self._stop)
        self.closed.connect(self._on_closed)

    def _formats(self) -> list[tuple[str, str]]:
        return [
            (ExportFormat.XLSX, self.tr("Sheet for Excel or LibreOffice (xlsx)")),
            (ExportFormat.CSV, self.tr("Sheet as text (csv)")),
            (ExportFormat.JSONL, self.tr("Complete records for other programs (jsonl)")),
            (ExportFormat.ICS, self.tr("Due dates for a calendar (ics)")),
        ]

    def _which(self) -> list[tuple[str, str]]:
        number, shown = QLocale().toString, self._shown
        every = self.tr("all {count} of the table").format(count=number(shown.listing.count)) if shown.listing else ""
        which = [(_SHOWN, every or self.tr("all that the filter lets through"))]
        if shown.chosen:
            chosen = self.tr("only the {count} chosen").format(count=number(shown.chosen_count))
            which.append((_CHOSEN, chosen))
        return which

    def _lay_out(self) -> None:
        theme = self._theme
        self.format.set_code(ExportFormat.XLSX)
        self.records.set_code(_CHOSEN if self._shown.chosen else _SHOWN)
        self.columns.set_code(_TABLE)
        self._format_row = FormRow(self.tr("As"), self.format, theme, self)
        self._columns_row = FormRow(self.tr("Columns"), self.columns, theme, self)
        buttons = FlowRow(theme, self)
        buttons.add(self.go, self.cancel)
        for part in (
            PlainLabel(self.tr("Hand out"), theme, self, role="popover-title"), self._format_row,
            FormRow(self.tr("Which incidents"), self.records, theme, self),
            self._columns_row, self.names, self.working, buttons,
        ):  # fmt: skip
            self.body.addWidget(part)
        self._show_what_matters()

    def ask(self, anchor: QRect) -> None:
        self.open_at(anchor, self.format)

    def _show_what_matters(self) -> None:
        form = self._form()
        complete = form is ExportFormat.JSONL or (form.is_sheet and self.columns.code() == _COMPLETE)
        self._format_row.set_help(self._explained(form))
        self._columns_row.setVisible(form.is_sheet)
        told = self.tr("Names of people are in it. Give it only to those who may know them.")
        self.names.show_sentence(told if complete else "")

    def _form(self) -> ExportFormat:
        return ExportFormat(self.format.code() or ExportFormat.XLSX)

    def _explained(self, form: ExportFormat) -> str:
        return {
            ExportFormat.XLSX: self.tr("To work on in a spreadsheet program. What is changed there can be brought in."),
            ExportFormat.CSV: self.tr("Plain text that every program for tables opens. It can be brought in again."),
            ExportFormat.JSONL: self.tr(
                "For another program or an archive: every field and every list of an incident."
            ),
            ExportFormat.ICS: self.tr("For Outlook and other calendars. It does not follow later changes."),
        }[form]

    # --- writing ---

    def ask_where(self) -> None:
        last = self._settings.current.papers_folder
        folder = Path(last) if last and Path(last).is_dir() else documents_folder()
        ending = self.format.code() or ExportFormat.XLSX
        name = f"{self.tr('incidents')} {QDate.currentDate().toString(Qt.DateFormat.ISODate)}.{ending}"
        choose(self, Wanted.SAVED_FILE, self.tr("Hand out"), folder / name, self.write, f"*.{ending}")

    def write(self, target: Path) -> None:
        session, actor, shown, form = self._session, self._session.actor, self._shown, self._form()
        only_chosen = self.records.code() == _CHOSEN
        complete = form.is_sheet and self.columns.code() == _COMPLETE
        wording = Wording(Texts(language()), session.names)
        keys: tuple[str, ...] = ()
        if form.is_sheet and not complete:
            keys = written_columns(shown.columns, columns_of(session.names, wording.texts))

        def work(progress: Progress) -> Exported:
            export = Export(form, shown.records(only_chosen=only_chosen), keys, complete)
            return export_to_file(session.services, session.register, actor, export, wording, target, progress)

        self._writing = Writing(session, self._settings, target)
        self._writing.progressed.connect(self.working.show_progress)
        self._writing.ended.connect(self._on_ended)
        self.working.start(self.tr("The file is being written ..."), can_stop=True)
        self.go.setEnabled(False)
        self._writing.start(work)

    def _stop(self) -> None:
        if self._writing is not None:
            self._writing.stop()

    def _give_up(self) -> None:
        self._stop()
        self._writing = None
        self.close_popover()

    def _on_ended(self, there: bool) -> None:
        self._writing = None
        self.working.finish()
        self.go.setEnabled(True)
        if there:
            self.close_popover()

    def _on_closed(self) -> None:
        if self._writing is not None:
            self._writing.say_it_goes_on()
        self.deleteLater()
