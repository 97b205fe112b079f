"""One attached file: its name, what is known of it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.records import Item
from incident_desk.gui.clock import Moments
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import tool_tip
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Rule


class FileRow(QWidget):
    """Signals: `save_requested` with the item; `remove_requested` with the item and why."""

    save_requested = Signal(object)
    remove_requested = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        self._name = PlainLabel("", theme, self, role="body-strong", lines=2)
        self._facts = PlainLabel("", theme, self, role="hint", ink="ink2")
        self._hash = PlainLabel("", theme, self, role="small", ink="ink3", lines=1)
        self.save = Button(self.tr("Save as ..."), theme, self, weight=Weight.QUIET, fit=Fit.BAR, icon="download")
        self.take_off = Button(self.tr("Take off ..."), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.reason = LineField(theme, self)
        self._reason_row = FormRow(self.tr("Why it is taken off"), self.reason, theme, self)
        self.confirm = Button(self.tr("Take off"), theme, self, weight=Weight.DANGER, fit=Fit.BAR)
        self.keep = Button(self.tr("Cancel"), theme, self, weight=Weight.QUIET, fit=Fit.BAR)
        self.save.clicked.connect(lambda: self.save_requested.emit(self._item))
        self.take_off.clicked.connect(lambda: self._ask(True))
        self.keep.clicked.connect(lambda: self._ask(False))
        self.confirm.clicked.connect(self._on_confirmed)
        self.reason.returnPressed.connect(self._on_confirmed)
        self._lay_out(theme)
        self._ask(False)

    def show_file(self, item: Item, moments: Moments, *, removable: bool) -> None:
        self._item = item
        wording = moments.wording
        name = wording.value(None, item.values.get("name"))
        self._name.setText(name)
        who = (wording.names.person(item.added_by) if wording.names else "") or wording.texts.say("wording.this_pc")
        facts = [size_words(int(item.values.get("size") or 0)), who, moments.at(item.added_at)]
        self._facts.setText(", ".join(facts))
        digest = wording.value(None, item.values.get("sha256"))
        self._hash.setText(f"SHA-256 {digest[:8]} …")
        self._hash.setToolTip(tool_tip(digest))
        self.take_off.setEnabled(removable)
        for button in (self.save, self.take_off):
            button.setAccessibleDescription(name)
        self.setAccessibleName(f"{name}, {self._facts.text()}")

    def say_wrong(self, sentence: str) -> None:
        self._reason_row.set_wrong(sentence)

    def _ask(self, asking: bool) -> None:
        for part in (self._reason_row, self.confirm, self.keep):
            part.setVisible(asking)
        self.take_off.setVisible(not asking)
        if asking:
            self.reason.clear()
            self.reason.setFocus()

    def _on_confirmed(self) -> None:
        if self.reason.text().strip():
            self.remove_requested.emit(self._item, self.reason.text())
        else:
            self._reason_row.set_wrong(self.tr("Say why in a few words; the reason stands in the journal."))

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(2))
        for part in (self._name, self._facts, self._hash, self._reason_row):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        for button in (self.save, self.take_off, self.confirm, self.keep):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Rule(theme, self))


def size_words(size: int) -> str:
    """A size as people say it: "812 B", "34 KB", "2.5 MB"."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{size / 1000:.0f} KB"
    return f"{QLocale().toString(size / 1_000_000, 'f', 1)} MB"
