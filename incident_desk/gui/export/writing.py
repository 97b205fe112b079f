"""The file that is handed out, being written: it goes on when the sheet that asked for it is closed or left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from incident_desk.domain.errors import Refused
from incident_desk.gui.session import Session
from incident_desk.gui.working import ProgressTeller
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.export.exporting import Exported
from incident_desk.usecases.ports import Progress


class Writing(QObject):
    """Belongs to the session, tells what became of the file, and goes then.

    Signals: `progressed` done, of; `ended` whether the file is there.
    """

    progressed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, session: Session, settings: SettingsFile, target: Path) -> None:
        super().__init__(session)
        self._session, self._settings, self._target = session, settings, target
        self._teller = ProgressTeller(self, session.tasks)
        self._number = 0
        self._teller.progressed.connect(self.progressed)

    def start(self, work: Callable[[Progress], Exported]) -> None:
        """All of it, or nothing: a file that stood there before stays when it is stopped."""
        teller = self._teller
        words = self.tr("{name} is still being written. Closed now, the file is not written.")
        self._number = self._session.writers.begin(words.format(name=self._target.name))
        self._session.tasks.run(lambda: work(teller), self._on_written, self._on_failed)

    def stop(self) -> None:
        self._teller.stop()

    def say_it_goes_on(self) -> None:
        """Nobody looks at the progress any more."""
        words = self.tr("{name} is being written meanwhile.").format(name=self._target.name)
        self._session.messages.good(words, self.tr("Stop"), self.stop)

    def _on_written(self, done: Exported) -> None:
        folder = self._target.parent
        self._settings.change(papers_folder=str(folder))
        words = self.tr("%Ln incidents handed out: {name}, in the folder {folder}", None, done.incidents)
        said = words.format(name=self._target.name, folder=folder.name or str(folder))
        self._session.messages.good(said, self.tr("Open the folder"), lambda: _open(folder))
        self._end(there=True)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Refused) and error.code == "stopped":
            self._session.messages.good(self.tr("Stopped. No file was written."))
        else:
            self._session.explain(error)
        self._end(there=False)

    def _end(self, *, there: bool) -> None:
        self._session.writers.end(self._number)
        self.ended.emit(there)
        self.deleteLater()


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
