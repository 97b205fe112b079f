"""The head of the page: way back, number, title, priority, who leads it, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import STATUS_NAMES, Priority, Status
from incident_desk.gui.clock import Moments
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Fit, IconButton, Weight
from incident_desk.gui.widgets.dressing import letter
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.marks import Initials, NumberBox, PriorityChip
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.notes import Note

Entries = Sequence[tuple[str, Callable[[], object]]]  # of the menu: words, and what is done then

_ROUND = 14  # of the quiet button around its words: its arrow stands right above the number


class TitleField(QWidget):
    """The title as a heading; its pencil turns it into a line to write in. Signal: `title_changed` text."""

    title_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._fit)
        self.label = PlainLabel("", theme, self, role="record-title", lines=2)
        self.pencil = IconButton("pencil", self.tr("Change the title"), theme, self, size=16)
        self.line = LineField(theme, self)
        self.line.setAccessibleName(self.tr("Title"))
        letter(self.line, "section", theme)
        self.problem = Note(theme, self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(self.label, 1)
        row.addWidget(self.line, 1)
        row.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.line.hide()
        self.pencil.clicked.connect(self.begin)
        self.line.editingFinished.connect(self._on_finished)
        self.line.refused.connect(self.problem.show_sentence)

    def show_title(self, title: str, *, writable: bool) -> None:
        self.label.setText(title)
        self._fit()
        self.pencil.setVisible(writable and self.line.isHidden())

    def _fit(self) -> None:
        """The title takes the room it needs, so that its pencil stands right behind it."""
        advance = self._theme.metrics("record-title").horizontalAdvance(self.label.text())
        self.label.setMaximumWidth(round(advance) + 3)

    def begin(self) -> None:
        self.line.setText(self.label.text())
        self.label.hide()
        self.pencil.hide()
        self.line.show()
        self.line.setFocus()
        self.line.selectAll()

    def say_wrong(self, sentence: str) -> None:
        self.problem.show_sentence(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.line.isHidden():
            self.line.setText(self.label.text())
            self._on_finished()
        else:
            super().keyPressEvent(event)

    def _on_finished(self) -> None:
        if self.line.isHidden():
            return
        text, ended_by_key = self.line.text(), self.line.hasFocus()
        self.line.hide()
        self.label.show()
        self.pencil.show()
        if ended_by_key:  # else a person has gone to another field already
            self.pencil.setFocus()
        self.problem.show_sentence("")
        if text != self.label.text():
            self.title_changed.emit(text)


class IncidentHead(QFrame):
    """Signals: `back_requested`; `print_requested`; `next_requested`; `title_changed` text.

    The moves that are rarer stand in a menu; who knows the rules says which.
    """

    back_requested = Signal()
    print_requested = Signal()
    next_requested = Signal()
    title_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        mark(self, kind="head")
        self.back = Button(self.tr("Back"), theme, self, weight=Weight.QUIET, fit=Fit.BAR, icon="arrow-left")
        self._crumbs = PlainLabel("", theme, self, role="body", ink="ink2", lines=1)
        self.number = NumberBox("", theme, self)
        self.title = TitleField(theme, self)
        self.chip = PriorityChip(Priority.NOT_SET, theme, self)
        self._priority_words = PlainLabel("", theme, self, role="hint", ink="ink2", lines=1)
        self._initials = Initials("", theme, self)
        self._responsible = PlainLabel("", theme, self, role="cell-open", lines=1)
        self._age = Note(theme, self, icon="clock-hour-4", ink="ink2")
        self._standing = Note(theme, self, icon="lock", ink="ink2", role="hint-strong")
        self._made = Note(theme, self, icon="pencil", ink="ink2")
        self.print = Button(self.tr("Print record"), theme, self, icon="printer")
        self.more = Button(self.tr("More"), theme, self, icon="dots-vertical")
        self._entries: Entries = ()
        self.next = Button("", theme, self, weight=Weight.PRIMARY)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.print.clicked.connect(self.print_requested)
        self.next.clicked.connect(self.next_requested)
        self.title.title_changed.connect(self.title_changed)
        self.more.clicked.connect(self._on_more_clicked)

    # --- showing ---

    def show_view(self, view: IncidentView, moments: Moments, own_id: str | None, *, writable: bool) -> None:
        wording, values = moments.wording, view.values
        self.number.set_number(view.incident.number)
        self.title.show_title(wording.value(None, values.get("title")), writable=writable)
        parts = [wording.value(wording.field(key), values.get(key)) for key in ("place", "category", "subcategory")]
        self._crumbs.setText("  /  ".join(["", *filter(None, parts)]).lstrip())
        self.chip.set_level(view.incident.priority)
        self._priority_words.setText(self._decided(view))
        self._priority_words.setVisible(bool(self._priority_words.text()))
        name = wording.names.person(values.get("responsible")) if wording.names else ""
        self._responsible.setText(name or self.tr("nobody responsible yet"))
        self._initials.set_person(name, own=bool(name) and values.get("responsible") == own_id)
        self._initials.setVisible(bool(name))
        self._age.show_sentence(self._age_words(view, moments))
        self._standing.show_sentence(self._standing_words(view))
        self._made.show_sentence(self.tr("title made from the text") if values.get("title_made") else "")
        self._meta.arrange()

    def _decided(self, view: IncidentView) -> str:
        if view.incident.priority is Priority.NOT_SET:
            return self.tr("decided in step 3")
        changed = view.values.get("suggested_priority") not in {None, str(view.incident.priority)}
        return self.tr("chosen with a reason") if changed else ""

    def _age_words(self, view: IncidentView, moments: Moments) -> str:
        concluded = view.values.get("concluded_at")
        if concluded:
            return self.tr("concluded {time}").format(time=moments.recorded(concluded))
        if view.incident.status is Status.CONCLUDED:  # in the old list, which does not say when
            return ""
        return self.tr("open {time}").format(
            time=moments.wording.duration(moments.now - view.incident.record.opened_at)
        )

    def _standing_words(self, view: IncidentView) -> str:
        status = view.incident.status
        if status not in {Status.OPEN, Status.CONCLUDED}:
            return said(STATUS_NAMES[status])
        if status is Status.CONCLUDED and view.values.get("steps_not_recorded"):
            return self.tr("imported, steps not recorded")
        return self.tr("signed and locked") if view.incident.locked else ""

    def show_next(self, words: str) -> None:
        """What the one big button does; "" when there is nothing to do next."""
        self.next.set_text(words)
        self.next.setVisible(bool(words))

    def set_entries(self, entries: Entries) -> None:
        self._entries = entries
        self.more.setVisible(bool(entries))

    def menu(self) -> Menu:
        menu = Menu(self.more.words, self)
        for words, act in self._entries:
            menu.add(words, act)
        return menu

    def set_narrow(self, narrow: bool) -> None:
        """Without room the buttons take the place of the way."""
        self._crumbs.setVisible(not narrow)
        row = self._way if narrow else self._columns
        row.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignBottom)

    def anchor(self, button: QWidget, page: QWidget) -> QRect:
        return QRect(button.mapTo(page, QPoint(0, 0)), button.size())

    def _on_more_clicked(self) -> None:
        self.menu().open_below(self.more)

    # --- layout ---

    def _lay_out(self) -> None:
        u, px = self._theme.u, self._theme.px
        self._way = QHBoxLayout()
        self._way.setSpacing(0)
        self._way.addWidget(self.back)
        self._way.addWidget(self._crumbs, 1)
        self._way.addStretch(0)
        self._meta = FlowRow(self._theme, self, gap=8, between=4)
        who = QWidget(self._meta)
        row = QHBoxLayout(who)
        row.setContentsMargins(px(8), 0, px(8), 0)
        row.setSpacing(px(6))
        row.addWidget(self._initials)
        row.addWidget(self._responsible)
        for part in (self.chip, self._priority_words, who, self._age, self._standing, self._made):
            self._meta.add(part)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self._meta)
        record = QHBoxLayout()
        record.setSpacing(px(18))
        record.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        record.addLayout(words, 1)
        self._buttons = QWidget(self)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(u)
        for button in (self.print, self.more, self.next):
            buttons.addWidget(button)
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(px(_ROUND), 0, 0, 0)
        self._columns.setSpacing(2 * u)
        self._columns.addLayout(record, 1)
        self._columns.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * u - px(_ROUND), u, 2 * u, u)
        column.setSpacing(px(4))
        column.addLayout(self._way)
        column.addLayout(self._columns)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
