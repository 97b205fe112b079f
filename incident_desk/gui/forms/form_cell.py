"""One field of a form with everything that may stand around it: label, help, what a colleague wrote meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.gui.forms.editor import FieldEditor
from incident_desk.gui.language import said
from incident_desk.gui.paint import brush
from incident_desk.gui.telling.watch import TellingWatch
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted, announce
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel


class FormCell(QWidget):
    """A form row. Signals: `mine_kept`, `theirs_taken` answer a conflict."""

    mine_kept = Signal()
    theirs_taken = Signal()

    def __init__(self, editor: FieldEditor, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        self._theme = theme
        self._conflict: ConflictBar | None = None
        self.watch: TellingWatch | None = None
        label = said(editor.field.label)
        self.row = FormRow(label, editor.widget, theme, self, help=said(editor.field.help))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._column.addWidget(self.row)
        self._column.addStretch(1)

    def show_erased(self, erased: bool) -> None:
        """Says that a value stood here and was erased by lawful request."""
        help_text = said(self.editor.field.help)
        self.row.set_help(self.tr("What stood here was erased.") if erased else help_text)

    def show_conflict(self, theirs: str, who: str) -> None:
        self.clear_conflict()
        bar = ConflictBar(self.row.label, theirs, who, self._theme, self)
        bar.mine_kept.connect(self.mine_kept)
        bar.theirs_taken.connect(self.theirs_taken)
        self._column.insertWidget(0, bar)
        self._conflict = bar
        bar.show()
        announce(bar, bar.accessibleName())

    def clear_conflict(self) -> None:
        if self._conflict is not None:
            self._conflict.hide()
            self._conflict.deleteLater()
            self._conflict = None

    @property
    def conflict(self) -> ConflictBar | None:
        return self._conflict


class ConflictBar(Painted):
    """What a colleague wrote in the same field meanwhile. Signals: `mine_kept`, `theirs_taken`."""

    mine_kept = Signal()
    theirs_taken = Signal()

    def __init__(self, label: str, theirs: str, who: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        sentence = self.tr("{who} changed “{label}” meanwhile. Both texts are here; your text stands in the field.")
        if not who:
            sentence = self.tr("“{label}” was changed meanwhile. Both texts are here; your text stands in the field.")
        self.sentence = sentence.format(who=who, label=label)
        self.setAccessibleName(self.sentence)
        self.theirs = PlainLabel(theirs or self.tr("(emptied)"), theme, self, role="body", lines=12)
        self.keep = Button(self.tr("Keep mine"), theme, self, fit=Fit.BAR)
        self.take = Button(self.tr("Take theirs"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.keep.clicked.connect(self.mine_kept.emit)
        self.take.clicked.connect(self.theirs_taken.emit)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        tokens = self._theme.tokens
        edge = tokens.high if self._theme.high_contrast else None
        brush.box(painter, QRectF(self.rect()), self._theme.px(6), tokens.high_ground, edge, width=2)

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(8), px(10), px(8))
        column.setSpacing(px(4))
        column.addWidget(PlainLabel(self.sentence, self._theme, self, role="hint-strong", ink="high"))
        column.addWidget(self.theirs)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.keep)
        row.addWidget(self.take)
        row.addStretch(1)
        column.addLayout(row)
