"""Long work in sight: a sentence, a bar, and a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from incident_desk.gui.tasks import Failure, TaskRunner
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted, announce
from incident_desk.gui.widgets.labels import PlainLabel

T = TypeVar("T")


class ProgressTeller(QObject):
    """What a use case calls from its thread to tell how far it is. Signal: `progressed` done, of.

    It asks the use case to stop once `stop` was called, the program ends, or `tasks` that it runs among are closed.
    """

    progressed = Signal(int, int)

    def __init__(self, parent: QObject, tasks: TaskRunner | None = None) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)
        if tasks is not None:
            tasks.closing.connect(self.stop)

    def __call__(self, done: int, of: int) -> bool:
        self.progressed.emit(done, of)
        return not self._stopped.is_set()

    def carry_out(
        self, tasks: TaskRunner, work: Callable[[ProgressTeller], T], done: Callable[[T], None], failed: Failure
    ) -> None:
        """Runs `work` among the tasks, and goes when it was heard of."""

        def answered(result: T) -> None:
            self.deleteLater()
            done(result)

        def broke_off(error: BaseException) -> None:
            self.deleteLater()
            failed(error)

        tasks.run(lambda: work(self), answered, broke_off)

    def stop(self) -> None:
        self._stopped.set()

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()


class Working(Painted):
    """Hidden while nothing runs. Signal: `stop_requested`."""

    stop_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._sentence = PlainLabel("", theme, self, ink="ink2")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.stop_button = Button(self.tr("Stop"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.stop_button.clicked.connect(self.stop_requested)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addWidget(self._sentence)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.u)
        row.addLayout(column, 1)
        row.addWidget(self.stop_button)
        self.hide()

    def start(self, sentence: str, *, can_stop: bool = False) -> None:
        self._sentence.setText(sentence)
        self.bar.setAccessibleName(sentence)
        self.bar.setRange(0, 0)
        self.stop_button.setVisible(can_stop)
        self.show()
        announce(self, sentence)

    def show_progress(self, done: int, of: int) -> None:
        """Without a known end the bar only shows that something goes on."""
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)

    def finish(self) -> None:
        self.hide()

    @property
    def sentence(self) -> str:
        return self._sentence.text()
