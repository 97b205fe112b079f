"""Where a paper goes from the window: into a file, or to a printer. Either way the access log says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from incident_desk.gui.papers.pages import PaperFacts
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.paths import documents_folder
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.files_out import must_not_replace, write_out
from incident_desk.usecases.print_papers import Printed, log_printed

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PaperOut(QObject):
    """Asks where to and carries it out on a thread; what became of it stands in the message bar."""

    def __init__(self, session: Session, theme: Theme, page: QWidget, settings: SettingsFile) -> None:
        super().__init__(page)
        self._settings = settings
        self._session, self._theme, self._page = session, theme, page

    # --- a file ---

    @property
    def _folder(self) -> Path:
        """Where the last paper went, else the documents. A chooser told to begin in a folder that is not there begins
        where the program lies.
        """
        last = self._settings.current.papers_folder
        home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation))
        wanted = [*([Path(last)] if last else []), documents_folder()]
        return next((folder for folder in wanted if folder.is_dir()), home)

    def ask_where(self, printed: Printed) -> QFileDialog:
        """The chooser itself asks before it takes the name of a file that is there already."""
        start = str(self._folder / printed.name)
        dialog = QFileDialog(self._page, self.tr("Save as PDF"), start, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name), printed))
        dialog.open()
        return dialog

    def save_to(self, target: Path, printed: Printed) -> None:
        """Writes the file as it was made; its bytes do not depend on who saves it."""
        session, actor = self._session, self._session.actor

        def work() -> None:
            write_out(target, printed.content)
            log_printed(session.services, session.register, actor, printed)

        words = self.tr("{name} is still being saved. Closed now, the file may be missing.")
        session.write(words.format(name=target.name), work, lambda _: self._on_saved(target))

    def _on_saved(self, target: Path) -> None:
        self._settings.change(papers_folder=str(target.parent))
        said = self.tr("Saved as {name}.").format(name=target.name)
        self._session.messages.good(said, self.tr("Open the folder"), lambda: _open_folder(target.parent))

    # --- a printer ---

    def ask_printer(self, printed: Printed, facts: PaperFacts, size: str) -> None:
        from incident_desk.gui.papers.printing import ask_printer, make_printer  # loads print support

        printer = make_printer(facts, size)
        printer.setDocName(printed.name)
        target = self._folder / printed.name
        ask_printer(printer, self._page, target, lambda: self.print_on(printer, printed))

    def print_on(self, printer: QPrinter, printed: Printed) -> None:
        """On a thread: drawing a long paper for a printer takes its time."""
        from incident_desk.gui.papers.printing import print_file, stamp_time

        session, actor = self._session, self._session.actor
        who = actor.name or self.tr("somebody at this PC")
        when = stamp_time(session.wording)
        stamp = self.tr("Printed by {who}, {when}").format(who=who, when=when)
        family = self._theme.font("small").family()

        def work() -> None:
            if printer.outputFileName():
                must_not_replace(Path(printer.outputFileName()))
            print_file(printed.content, printer, stamp, family)
            log_printed(session.services, session.register, actor, printed)

        session.messages.info(self.tr("The paper is on its way to the printer."))
        session.write(
            self.tr("The paper is still on its way to the printer. Closed now, pages of it may be missing."), work,
            lambda _: self._on_gone(printed), lambda error: self._on_failed(error, printer, printed),
        )  # fmt: skip

    def _on_gone(self, printed: Printed) -> None:
        self._session.messages.good(self.tr("Printed: {name}").format(name=printed.name.removesuffix(".pdf")))

    def _on_failed(self, error: BaseException, printer: QPrinter, printed: Printed) -> None:
        from incident_desk.gui.papers.printing import PaperRefusedError

        if isinstance(error, PaperRefusedError):
            said = self.tr("The printer did not take the paper. Look whether it is on, or save the paper as PDF.")
            again = self.tr("Try again")
            self._session.messages.trouble(said, again, lambda: self.print_on(printer, printed))
        else:
            self._session.explain(error)


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
