"""The reports page: which paper, of what, in which language; its pages at the right; print and save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.page import Page
from incident_desk.gui.papers.pages import PagePicture, page_count, page_picture
from incident_desk.gui.papers.preview import PagePreview
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, IconButton, Weight
from incident_desk.gui.widgets.fields import ChoiceField, LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile
from incident_desk.support.files import write_whole
from incident_desk.support.paths import documents_folder
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.print_papers import Printed, print_list, print_record
from incident_desk.usecases.rows import IncidentFilter
from incident_desk.usecases.wording import Wording

_SOON_MS = 300
_PREVIEW_DPI = 110


class PapersPage(Page):
    """See `page.Page` for its signals. `record` is the incident whose paper is shown."""

    key = "papers"
    help_topic = "papers"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(session, theme, parent)
        self.record = ""
        self._printed: Printed | None = None
        self._page, self._pages, self._asked = 0, 0, 0
        self._kind = ChoiceTiles(
            [Tile("record", self.tr("Incident record")), Tile("list", self.tr("List of incidents"))], theme, self
        )
        self._kind.set_code("record")
        self._number = LineField(theme, self, placeholder=self.tr("such as WARD3-2026-0042"))
        self._language = ChoiceField([("en", "English"), ("de", "Deutsch")], theme, self)
        self._size = ChoiceField([("a4", "A4"), ("letter", "Letter")], theme, self)
        self._show = Button(self.tr("Show"), theme, self)
        self._print = Button(self.tr("Print ..."), theme, self, weight=Weight.PRIMARY, icon="printer")
        self._save = Button(self.tr("Save as PDF ..."), theme, self, icon="download")
        self._preview = PagePreview(theme, self)
        self._where = PlainLabel("", theme, self, role="hint", ink="ink2")
        self._number_row = FormRow(self.tr("Number of the incident"), self._number, theme, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._draw)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("Reports")

    def _lay_out(self) -> None:
        u = self.theme.u
        left = Panel(self.tr("Which paper"), self.theme, self)
        left.body.addWidget(FormRow(self.tr("Kind"), self._kind, self.theme, left))
        left.body.addWidget(self._number_row)
        left.body.addWidget(FormRow(self.tr("Language"), self._language, self.theme, left))
        left.body.addWidget(FormRow(self.tr("Paper"), self._size, self.theme, left))
        row = FlowRow(self.theme, left)
        row.add(self._show, self._print, self._save)
        left.body.addWidget(row)
        left.body.addStretch(1)
        right = QVBoxLayout()
        right.addLayout(self._turning())
        right.addWidget(self._preview, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(3 * u, u, 2 * u, 2 * u)
        columns.setSpacing(2 * u)
        columns.addWidget(left, 4)
        columns.addLayout(right, 7)

    def _turning(self) -> QHBoxLayout:
        row = QHBoxLayout()
        before = IconButton("chevron-left", self.tr("Page before"), self.theme, self)
        after = IconButton("chevron-right", self.tr("Next page"), self.theme, self)
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        row.addWidget(before)
        row.addWidget(after)
        row.addWidget(self._where, 1)
        return row

    def _connect(self) -> None:
        self._kind.code_chosen.connect(self._on_kind)
        self._number.returnPressed.connect(self._make)
        self._language.code_chosen.connect(self._make)
        self._size.code_chosen.connect(self._make)
        self._show.clicked.connect(self._make)
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._preview.turned.connect(self._turn)
        self._preview.resized.connect(self._soon.start)

    def enter(self) -> None:
        if self._language.code() is None:
            self._language.set_code(self.session.names.settings.language)
            self._size.set_code("a4")
        self._offer(self._printed is not None)
        if self._printed is None:
            self._number.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_record(self, record: str) -> None:
        """The paper of one incident."""
        self.record = record
        self._kind.set_code("record")
        self._on_kind("record")
        self.session.read(lambda queries: queries.row(record), lambda row: self._on_row(row.number if row else ""))

    def _on_row(self, number: str) -> None:
        self._number.setText(number)
        self._make()

    def act(self, key: str) -> None:
        if key == "print" and self._printed is not None:
            self._on_print()

    def _on_kind(self, code: str) -> None:
        self._number_row.setVisible(code == "record")
        if code == "list":
            self._make()

    # --- making ---

    def _make(self, *_: object) -> None:
        number = self._number.text().strip()
        if self._kind.code() == "record" and not number:
            self._number_row.set_wrong(self.tr("Type the number of the incident."))
            return
        self._number_row.set_wrong("")
        self._where.setText(self.tr("The paper is being made ..."))
        session, kind, size = self.session, self._kind.code(), self._size.code() or "a4"
        wording = Wording(Texts(self._language.code() or "en"), session.names)

        def work() -> Printed:
            if kind == "record":
                return print_record(session.services, session.register, session.actor, number, wording, size)
            return print_list(session.services, session.register, session.actor, IncidentFilter(), wording, size)

        session.tasks.run(work, self._on_made, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self._where.setText("")
        self.session.explain(error, self._make)

    def _on_made(self, printed: Printed) -> None:
        self._printed, self._page = printed, 0
        self._pages = page_count(printed.content)
        self._offer(True)
        self._draw()

    def _offer(self, ready: bool) -> None:
        self._print.setEnabled(ready)
        self._save.setEnabled(ready)

    def _turn(self, by: int) -> None:
        wanted = min(max(self._page + by, 0), self._pages - 1)
        if self._printed is not None and wanted != self._page:
            self._page = wanted
            self._draw()

    def _draw(self) -> None:
        if self._printed is None:
            return
        self._asked += 1
        asked, content, page = self._asked, self._printed.content, self._page
        dots = _PREVIEW_DPI * self.devicePixelRatioF()
        self.session.tasks.run(
            lambda: page_picture(content, page, dots), lambda picture: self._on_drawn(asked, picture)
        )

    def _on_drawn(self, asked: int, picture: PagePicture) -> None:
        if asked == self._asked:
            self._preview.show_page(picture)
            self._where.setText(self.tr("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages))

    # --- out ---

    def _on_save(self) -> None:
        if self._printed is None:
            return
        dialog = QFileDialog(self, self.tr("Save as PDF"), str(documents_folder() / self._printed.name), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, name: str) -> None:
        """Writes the file as it was made; its bytes do not depend on who saves it."""
        if self._printed is None:
            return
        target = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
        try:
            write_whole(target, self._printed.content)
        except OSError:
            self.session.explain(SurroundingsFailed("file_not_written", name=target.name))
        else:
            self.session.messages.good(self.tr("Saved as {name}.").format(name=target.name))

    def _on_print(self) -> None:
        if self._printed is None:
            return
        from incident_desk.gui.papers.printing import ask_printer, print_file, stamp_time  # loads print support

        content = self._printed.content
        who = self.session.actor.name or self.tr("somebody at this PC")
        when = stamp_time(self.session.names.settings.zone)
        stamp = self.tr("Printed by {who}, {when}").format(who=who, when=when)
        dialog = ask_printer(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: print_file(content, dialog.printer(), stamp, self.theme))
        QDialog.open(dialog)  # without waiting; QPrintDialog hides this form of it behind one with a slot
