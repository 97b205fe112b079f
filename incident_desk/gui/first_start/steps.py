"""What stands beside each sheet of the assistant."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.thread import Thread

_Lines = list[tuple[str, str]]


class FirstSteps(Thread):
    """The thread of explanations, by what is chosen or what has happened."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self.set_title(self.tr("How it works"))

    def show_way(self, way: str) -> None:
        lines = {
            "own": self._own,
            "open": self._open,
            "demo": self._demo,
            "trouble": self._trouble,
            "restore": self._restore,
            "protected": self._protected,
            "elsewhere": self._elsewhere,
        }
        self.show_steps(lines[way]())

    def _own(self) -> _Lines:
        return [
            (
                self.tr("One file holds everything"),
                self.tr("Reports, files and the journal. It works without a network."),
            ),
            (
                self.tr("You can report at once"),
                self.tr("Categories, places and questions come with the kind of place you choose."),
            ),
            (
                self.tr("Add colleagues when you like"),
                self.tr("In Settings, each with what they may do and a password of their own."),
            ),
        ]

    def _open(self) -> _Lines:
        return [
            (
                self.tr("A register is one file"),
                self.tr("Its name ends in .register. It may lie on this PC or on a disk you carry."),
            ),
            (
                self.tr("Several PCs, one register"),
                self.tr("Then it lies on a server, and everybody opens it by its address."),
            ),
        ]

    def _demo(self) -> _Lines:
        return [
            (
                self.tr("It is made on this PC"),
                self.tr("In the folder of the program's own data. Nothing is fetched."),
            ),
            (self.tr("It stays as you leave it"), self.tr("The next time it opens where you were.")),
            (
                self.tr("Your own register comes later"),
                self.tr("A click on the register's name, at the upper left, leads back here."),
            ),
        ]

    def _trouble(self) -> _Lines:
        return [
            (
                self.tr("Nothing is deleted"),
                self.tr("The file stays where it is and as it is, whatever you choose."),
            ),
            (
                self.tr("A backup is a whole register"),
                self.tr("Each was checked when it was written, and is checked again here."),
            ),
        ]

    def _elsewhere(self) -> _Lines:
        return [
            (
                self.tr("Moved here"),
                self.tr("Nobody works in the file on the other PC any more. The journal goes on here."),
            ),
            (
                self.tr("Only read"),
                self.tr("A copy to look at. The register itself is worked in on the other PC."),
            ),
            (
                self.tr("A new register"),
                self.tr("It begins with all that is in this one and goes its own way. Its journal says so."),
            ),
        ]

    def _restore(self) -> _Lines:
        return [
            (self.tr("Choose a backup"), self.tr("You see what it holds and what would be missing.")),
            (self.tr("It becomes a new file"), self.tr("The old one stays beside it, untouched.")),
            (
                self.tr("The journal says so"),
                self.tr("Which backup, what was lost and why. Numbers go on above the last one given."),
            ),
        ]

    def _protected(self) -> _Lines:
        return [
            (
                self.tr("The passphrase opens the file"),
                self.tr("It is kept nowhere, so it is asked for each time the program starts."),
            ),
            (
                self.tr("The recovery key is on paper"),
                self.tr("Whoever set the passphrase printed it and locked it away."),
            ),
            (
                self.tr("Backups are protected too"),
                self.tr("Each opens with the passphrase that held when it was made."),
            ),
        ]
