"""Looks through a text while it is written, and offers to leave out what tells who somebody is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from incident_desk.domain.anonymising import GAP
from incident_desk.domain.privacy.finder import Mark
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import announce
from incident_desk.gui.widgets.fields import ProseField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.menu import Menu
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.text_spans import cursor_over, show_spans
from incident_desk.usecases.telling import Telling

_PAUSE_MS = 500  # nobody is interrupted in the middle of a word
_MOST_NAMED = 3
_LONGEST = 40  # characters of a passage that are said


class TellingWatch(QWidget):
    """Stands below a prose field, and is there only while something is to be said."""

    def __init__(self, field: ProseField, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.field, self._session, self._theme = field, session, theme
        self._telling = Telling(session.names)
        self._near: frozenset[str] = frozenset()
        self._stay: set[str] = set()
        self._text = ""
        self._marks: list[Mark] = []
        self._asked = 0
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.note = Note(theme, self, icon="user-question", ink="ink2", icon_ink="high")
        self.leave_out = Button(self.tr("Leave out"), theme, self, fit=Fit.BAR)
        self.may_stay = Button(self.tr("It may stay"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self._lay_out()
        self._soon.timeout.connect(self._look)
        field.textChanged.connect(self._on_text)
        self.leave_out.clicked.connect(self._on_leave_out)
        self.may_stay.clicked.connect(self._on_may_stay)
        session.names_changed.connect(self._on_names)
        theme.changed.connect(self._paint)

    def set_near(self, near: frozenset[str]) -> None:
        """Who stands on the record: any part of such a name tells."""
        if near != self._near:
            self._near = near
            self._soon.start()

    @property
    def passages(self) -> list[str]:
        """What tells who somebody is, as it stands, each once."""
        return list(dict.fromkeys(self._text[mark.start : mark.end] for mark in self._marks))

    def _lay_out(self) -> None:
        px = self._theme.px
        buttons = FlowRow(self._theme, self, gap=6, between=4)
        buttons.add(self.leave_out)
        buttons.add(self.may_stay)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(2), 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.note)
        column.addWidget(buttons)
        self.hide()

    # --- looking ---

    def _on_text(self) -> None:
        """What was found stands elsewhere now: it is shown again when somebody pauses."""
        if self._marks and self.field.text() != self._text:
            show_spans(self.field, self._text, (), QTextCharFormat())
        self._soon.start()

    def _on_names(self) -> None:
        self._telling = Telling(self._session.names)
        self._soon.start()

    def _look(self) -> None:
        self._asked += 1
        asked, telling, near = self._asked, self._telling, self._near
        text = "" if self.field.isReadOnly() else self.field.text()

        def found(marks: list[Mark]) -> None:
            if isValid(self) and asked == self._asked and (not marks or text == self.field.text()):
                self._show(text, marks)

        if text:
            self._session.tasks.run(lambda: telling.marks(text, near), found)
        else:
            self._show(text, [])

    def _show(self, text: str, marks: list[Mark]) -> None:
        self._text = text
        self._marks = [mark for mark in marks if text[mark.start : mark.end].casefold() not in self._stay]
        self._paint()
        before = self.note.text()
        self.note.show_sentence(self._sentence())
        self.setVisible(bool(self._marks))
        if self.note.text() not in ("", before):
            announce(self.field, self.note.text())

    def _sentence(self) -> str:
        passages = self.passages
        named = ", ".join(f"“{_short(each)}”" for each in passages[:_MOST_NAMED])
        if not passages:
            return ""
        if len(passages) > _MOST_NAMED:
            return self.tr(
                "This tells who somebody is: {named} and %n more.", None, len(passages) - _MOST_NAMED
            ).format(named=named)
        return self.tr("This tells who somebody is: {named}.").format(named=named)

    def _paint(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._theme.tokens.high)
        if self._text == self.field.text():
            show_spans(self.field, self._text, ((mark.start, mark.end) for mark in self._marks), look)

    # --- answers ---

    def _on_leave_out(self) -> None:
        passages = self.passages
        if len(passages) == 1:
            self._take_out(passages)
            return
        menu = Menu(self.leave_out.text(), self)
        menu.add(self.tr("All of them"), lambda: self._take_out(passages))
        for each in passages:
            menu.add(_short(each), partial(self._take_out, [each]))
        menu.open_below(self.leave_out)

    def _take_out(self, passages: list[str]) -> None:
        """One step for Undo; from the end, so that what stands before keeps its place."""
        text = self.field.text()
        if text != self._text:
            self._soon.start()
            return
        one = self.field.textCursor()
        one.beginEditBlock()
        for mark in reversed(self._marks):
            if text[mark.start : mark.end] in passages:
                cursor_over(self.field, text, (mark.start, mark.end)).insertText(GAP)
        one.endEditBlock()
        self._look()
        self.field.setFocus()

    def _on_may_stay(self) -> None:
        self._stay |= {each.casefold() for each in self.passages}
        self._show(self._text, self._marks)
        self.field.setFocus()


def _short(passage: str) -> str:
    passage = " ".join(passage.split())
    return passage if len(passage) <= _LONGEST else f"{passage[:_LONGEST]}..."
