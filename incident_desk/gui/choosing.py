"""Files and folders are chosen with the system's own chooser, which never blocks the window."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.composite import CompositeField
from incident_desk.gui.widgets.fields import LineField

_LONGEST_PATH = 4000


class Wanted(StrEnum):
    """What is chosen."""

    FOLDER = "folder"
    FILE = "file"
    NEW_FILE = "new file"
    SAVED_FILE = "saved_file"  # the chooser asks before it takes the name of a file that is there already


def choose(
    parent: QWidget, wanted: Wanted, title: str, start: Path | None, chosen: Callable[[Path], None], names: str = ""
) -> QFileDialog:
    """Opens the chooser. `names` is a filter such as "Registers (*.register)"."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if wanted is Wanted.FOLDER:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    else:
        dialog.setNameFilter(names)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile if wanted is Wanted.FILE else QFileDialog.FileMode.AnyFile)
    if wanted is Wanted.SAVED_FILE and start is not None:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(start.suffix.removeprefix("."))
    if wanted is Wanted.NEW_FILE:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # what is there already is refused later
    if start is not None:
        folder = next((each for each in (start, *start.parents) if each.is_dir()), None)
        if folder is not None:
            dialog.setDirectory(str(folder))
        if wanted in (Wanted.NEW_FILE, Wanted.SAVED_FILE):
            dialog.selectFile(start.name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
    return dialog


class PathField(CompositeField):
    """A path to type or to choose. Signal: `path_changed` when a person changed it."""

    path_changed = Signal()

    def __init__(
        self, wanted: Wanted, title: str, theme: Theme, parent: QWidget, *, names: str = "", placeholder: str = ""
    ) -> None:
        super().__init__(parent)
        self._wanted, self._title, self._names = wanted, title, names
        self.line = LineField(theme, self, placeholder=placeholder, limit=_LONGEST_PATH)
        self.button = Button(self.tr("Choose ..."), theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.u)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.line.textEdited.connect(lambda _: self.path_changed.emit())
        self.line.refused.connect(self.problem_found)
        self.button.clicked.connect(self._on_button_clicked)

    def path(self) -> Path | None:
        """None where nothing is written."""
        text = self.line.text().strip()
        return Path(text) if text else None

    def set_path(self, path: Path | None) -> None:
        self.line.setText("" if path is None else str(path))

    def edits(self) -> list[QWidget]:
        return [self.line]

    def take_label(self, label: str) -> None:
        super().take_label(label)
        self.line.setAccessibleName(label)
        self.button.setAccessibleName(self.tr("{label}: choose").format(label=label))

    def _on_button_clicked(self) -> None:
        choose(self, self._wanted, self._title, self.path(), self._on_chosen, self._names)

    def _on_chosen(self, path: Path) -> None:
        self.set_path(path)
        self.path_changed.emit()
