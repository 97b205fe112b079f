"""What was found, passage by passage: as it stands with the names marked, and beside it how it may stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.domain.errors import Refused
from incident_desk.gui.erasing.old_text import OldText
from incident_desk.gui.erasing.passages import Decision, Passage
from incident_desk.gui.erasing.presenter import Erasing
from incident_desk.gui.key_caps import caps_of
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button
from incident_desk.gui.widgets.fields import ProseField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.open_lines import OpenLine, OpenLines
from incident_desk.gui.widgets.panels import Panel
from incident_desk.gui.widgets.sides import Sides

_LINES = 7  # where the list stands above the text; beside it there is room for more


class FoundStep(QWidget):
    """Signals: `decided` something; `all_decided` once nothing is open any more; `writing` where one writes now."""

    decided = Signal()
    writing = Signal(QWidget)
    all_decided = Signal()

    def __init__(self, session: Session, erasing: Erasing, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._erasing, self._theme = session, erasing, theme
        self._filling = False
        self._typed: dict[tuple[str, str, str], str] = {}
        self.state = Note(theme, self, icon="pencil", ink="ink", icon_ink="petrol", role="body-strong")
        self.list = OpenLines(self.tr("What was found"), theme, self, marks=True, most=_LINES)
        self.where = PlainLabel("", theme, self, role="section")
        self.old = OldText(theme, self)
        self.old_row = FormRow(self.tr("As it stands now"), self.old, theme, self)
        self.new = ProseField(theme, self, rows=4)
        self.row = FormRow(self.tr("How it may stand"), self.new, theme, self)
        self.told = PlainLabel("", theme, self, ink="ink2")
        keys = "+".join(caps_of("Ctrl+Enter"))
        self.take = Button(self.tr("Take this wording ({keys})").format(keys=keys), theme, self, icon="check")
        self.whole = Button("", theme, self, icon="trash")
        self.keep = Button(self.tr("Keep the file"), theme, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self._theme
        panel = Panel(self.tr("What was found"), theme, self)
        panel.body.addWidget(self.state)
        sides = Sides(self.list, theme, panel, shares=(9, 13))
        sides.left.addWidget(self.list)
        sides.left.addStretch(1)
        sides.right.setSpacing(theme.u)
        for part in (self.where, self.old_row, self.told, self.row):
            sides.right.addWidget(part)
        buttons = FlowRow(theme, self)
        buttons.add(self.take, self.whole, self.keep)
        sides.right.addWidget(buttons)
        sides.right.addStretch(1)
        panel.body.addWidget(sides)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)

    def _connect(self) -> None:
        self.list.line_marked.connect(self._on_marked)
        self.list.opened.connect(lambda _: self._focus())
        self.new.textChanged.connect(self._on_typed)
        self.take.clicked.connect(self._on_take)
        self.whole.clicked.connect(lambda: self._decide(Decision()))
        self.keep.clicked.connect(lambda: self._decide(Decision(kept=True)))
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_shortcut)

    # --- showing ---

    def forget(self) -> None:
        self._typed = {}

    def show_found(self) -> None:
        """From the first one on that is open."""
        self.list.setCurrentIndex(self.list.lines.index(-1, 0))
        self._show_lines()
        self._go_to_next()

    @property
    def passage(self) -> Passage | None:
        row = self.list.currentIndex().row()
        passages = self._erasing.decisions.passages
        return passages[row] if 0 <= row < len(passages) else None

    def _show_lines(self) -> None:
        self._filling = True
        self.list.show_lines([self._line(each) for each in self._erasing.decisions.passages])
        self._filling = False
        left = len(self._erasing.decisions.open_ones())
        self.state.show_sentence(
            self.tr("%n still to decide.", None, left) if left else self.tr("All is decided. Go on when you are sure."),
            icon="" if left else "circle-check", icon_ink="" if left else "ok",
        )  # fmt: skip

    def _line(self, passage: Passage) -> OpenLine:
        return OpenLine(" ".join(passage.key[:2]), passage.number, passage.where, self._note(passage))

    def _note(self, passage: Passage) -> str:
        made = self._erasing.decisions.of(passage)
        if self._erasing.decisions.goes_with_file(passage):
            return self.tr("goes with the file")
        if made is None:
            return self.tr("to decide")
        if made.kept:
            return self.tr("stays")
        return self.tr("goes as a whole") if made.text is None else self.tr("worded anew")

    def _on_marked(self) -> None:
        passage, found = self.passage, self._erasing.found
        if self._filling or passage is None or found is None:
            return
        self.where.setText(self.tr("{number}: {where}").format(number=passage.number, where=passage.where))
        self.old.show_text(passage.text, found.words)
        made = self._erasing.decisions.of(passage)
        text = self._typed.get(passage.key, passage.proposal)
        self._filling = True
        self.new.set_text(made.text if made is not None and made.text is not None else text)
        self._filling = False
        self.row.set_wrong("")
        self.row.setVisible(passage.may_be_worded)
        self.take.setVisible(passage.may_be_worded)
        self.whole.setVisible(passage.may_go)
        self.whole.set_text(self.tr("Erase the file") if passage.is_file else self.tr("Erase it as a whole"))
        self.keep.setVisible(passage.is_file)
        self.told.setText(self._told(passage))
        self.told.setVisible(bool(self.told.text()))

    def _told(self, passage: Passage) -> str:
        if passage.is_file:
            seen = self.tr("A name stands in its name, its note or its content.")
            unseen = self.tr("No name was found in it. Look into it yourself: a name inside a picture is not found.")
            return seen if passage.found else unseen
        if not passage.may_be_worded:
            return self.tr("This can only go as a whole.")
        if not passage.proposal:
            return self.tr("The name stands here in other letters, so write the text anew yourself.")
        return "" if passage.may_go else self.tr("A title cannot be empty: write one that names nobody.")

    def _on_typed(self) -> None:
        if not self._filling and self.passage is not None:
            self._typed[self.passage.key] = self.new.text()

    # --- deciding ---

    def _on_shortcut(self) -> None:
        if self.passage is not None and self.passage.may_be_worded:
            self._on_take()

    def _on_take(self) -> None:
        self._decide(Decision(self.new.text()))

    def _decide(self, decision: Decision) -> None:
        passage = self.passage
        if passage is None:
            return
        try:
            self._erasing.decide(passage, decision)
        except Refused as refused:
            self.row.set_wrong(self._session.wording.refusal(refused))
            self.row.focus_field()
            return
        self._show_lines()
        self.decided.emit()
        self._go_to_next()
        self._focus()

    def _go_to_next(self) -> None:
        """The next open one below, else the first; where none is left it stays where it is."""
        passages, left = self._erasing.decisions.passages, self._erasing.decisions.open_ones()
        here, open_ones = self.list.currentIndex().row(), {each.key for each in left}
        rows = [n for n, each in enumerate(passages) if each.key in open_ones]
        row = next((n for n in rows if n > here), rows[0] if rows else max(here, 0))
        if passages:
            self.list.setCurrentIndex(self.list.lines.index(row, 0))
            self._on_marked()
        if not left:
            self.all_decided.emit()

    def _focus(self) -> None:
        if self._erasing.decisions.open_ones():
            self.focus_open()

    def focus_open(self) -> None:
        passage = self.passage
        if passage is not None:
            (self.new if passage.may_be_worded else self.whole).setFocus()
            self.writing.emit(self.take if passage.may_be_worded else self.whole)
