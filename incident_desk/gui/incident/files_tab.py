"""The files of a record: attach, paste, drop, save a copy elsewhere. Nothing is ever opened by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.domain.commands import RemoveItem
from incident_desk.domain.errors import Refused
from incident_desk.domain.records import Item
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.file_row import FileRow
from incident_desk.gui.incident.part import may_write
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.paint.edges import paint_dashed
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.usecases.attach_file import attach_bytes, attach_file
from incident_desk.usecases.files_out import writing_out
from incident_desk.usecases.submission import Done


class FilesTab(QWidget):
    """Signal: `count_changed`. Ctrl+V pastes a picture or copied files; dropping files attaches them."""

    count_changed = Signal(int)

    def __init__(self, presenter: IncidentPresenter, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter, self._theme = presenter, theme
        self._session = presenter.session
        self._rows: dict[str, FileRow] = {}
        self._writable = False
        self.setAcceptDrops(True)
        self.drop = _DropPlace(theme, self)
        self.attach_button = Button(self.tr("Attach ..."), theme, self, icon="paperclip")
        self.attach_button.clicked.connect(self._on_attach_clicked)
        self._problem = Note(theme, self)
        self._empty = PlainLabel(
            self.tr("No file yet. A picture of what happened helps everybody."), theme, self, ink="ink2"
        )
        self._sheet = QWidget()
        mark(self._sheet, kind="inside")
        self._list = QVBoxLayout(self._sheet)
        self._list.setContentsMargins(0, 0, theme.u, 0)
        self._list.setSpacing(theme.u)
        self._list.addWidget(self._empty)
        self._list.addStretch(1)
        self._lay_out()

    def show_view(self, view: IncidentView, moments: Moments) -> None:
        items = view.incident.record.of("attachments")
        self._writable = may_write(view, self._presenter, follow_up=True)
        for part in (self.drop, self.attach_button):
            part.setVisible(self._writable)
        if [item.id for item in items] != list(self._rows):
            self._rebuild(items)
        for item in items:
            self._rows[item.id].show_file(item, moments, removable=self._writable)
        self._empty.setVisible(not items)
        self.count_changed.emit(len(items))

    @property
    def count(self) -> int:
        return len(self._rows)

    def _rebuild(self, items: tuple[Item, ...]) -> None:
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for number, item in enumerate(items):
            row = FileRow(self._theme, self._sheet)
            row.save_requested.connect(self._on_save_requested)
            row.remove_requested.connect(self._on_remove_requested)
            self._rows[item.id] = row
            self._list.insertWidget(number + 1, row)

    # --- bringing files in ---

    def attach(self, path: Path) -> None:
        """Takes a file into the record; it is copied into the register."""
        submitter, record, op_id = self._session.submitter, self._presenter.record, self._session.services.new_id()
        self._problem.show_sentence("")
        self._attach(path.name, lambda: attach_file(submitter, record, path, op_id))

    def _attach(self, name: str, work: Callable[[], Done]) -> None:
        self._presenter.use(
            work, said=self.tr("Attached: {name}.").format(name=name), refused=self._on_refused,
            at_close=self.tr("A file is still being attached. Closed now, it may be missing."),
        )  # fmt: skip

    def attach_picture(self, image: QImage) -> None:
        """Takes a pasted picture in as PNG."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know no QIODevice here
        buffer.close()
        submitter, record, op_id = self._session.submitter, self._presenter.record, self._session.services.new_id()
        name = self.tr("Picture {number}.png").format(number=len(self._rows) + 1)
        data = bytes(content.data())
        self._attach(name, lambda: attach_bytes(submitter, record, data, op_id, name=name))

    def paste(self) -> bool:
        """Takes in what the clipboard holds, when that is a picture or files."""
        return self._writable and self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, data: QMimeData) -> bool:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            for path in paths:
                self.attach(path)
            return True
        if data.hasImage():
            image = QImage(data.imageData())
            if not image.isNull():
                self.attach_picture(image)
                return True
        return False

    def _on_attach_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files_chosen)
        dialog.open()

    def _on_files_chosen(self, names: list[str]) -> None:
        for name in names:
            self.attach(Path(name))

    def _on_refused(self, refused: Refused) -> None:
        self._problem.show_sentence(self._session.wording.refusal(refused))

    # --- bringing copies out, and taking off ---

    def _on_save_requested(self, item: Item) -> None:
        dialog = QFileDialog(self, self.tr("Save a copy as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(str(item.values.get("name", "")))
        dialog.fileSelected.connect(lambda name: self.save_copy(item, Path(name)))
        dialog.open()

    def save_copy(self, item: Item, target: Path) -> None:
        """Writes the file's bytes to a place of the person's choice, whole or not at all."""
        queries, sha256 = self._session.register.queries, bytes.fromhex(str(item.values["sha256"]))

        def work() -> None:
            with writing_out(target) as file:
                for chunk in queries.content(sha256):
                    file.write(chunk)

        words = self.tr("{name} is still being saved. Closed now, the file may be missing.")
        self._session.write(words.format(name=target.name), work, lambda _: self._saved(target))

    def _saved(self, target: Path) -> None:
        self._session.messages.good(self.tr("Saved: {name}.").format(name=target.name))

    def _on_remove_requested(self, item: Item, reason: str) -> None:
        row = self._rows[item.id]

        def refused(error: Refused) -> None:
            row.say_wrong(self._session.wording.refusal(error))

        said = self.tr("Taken off: {name}.").format(name=item.values.get("name", ""))
        self._presenter.order([RemoveItem(item.id, reason)], said=said, refused=refused, hears=row)

    # --- drop and paste ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._writable and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            self.drop.set_target(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop.set_target(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop.set_target(False)
        if self._writable and self._take(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.matches(QKeySequence.StandardKey.Paste) and self.paste()):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        area = Scrolling(self, self._sheet)
        self._list.addWidget(self._problem)
        self._list.addWidget(self.drop)
        self._list.addWidget(self.attach_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self._theme.u, 0, self._theme.u)
        column.addWidget(area)


class _DropPlace(Painted):
    """Says where files can be dropped; takes the focus, so that Ctrl+V pastes here."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._target = False
        self._words = self.tr("Drop files here, or paste a picture (Ctrl+V)")
        self.setAccessibleName(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(56))

    def set_target(self, target: bool) -> None:
        self._target = target
        self.update()

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_dashed(QPainter(self), area, self._words, self._theme, target=self._target or self.hasFocus())

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(56))
        super()._on_theme_changed()
