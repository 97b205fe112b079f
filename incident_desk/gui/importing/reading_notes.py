"""What is to be known of how a sheet was read: what was left out above its headings, and letters that look wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from incident_desk.gui.importing.presenter import Reading
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.notes import Note
from incident_desk.usecases.importing.odd_letters import OddLetters

_NAMED = 6  # lines


class ReadingNotes(QWidget):
    """Hidden where nothing is to be told."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.odd = Note(theme, self, icon="alert-triangle", ink="ink2", icon_ink="high", role="body")
        self.above = Note(theme, self, icon="info-circle", ink="ink2", icon_ink="petrol", role="body")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.odd)
        column.addWidget(self.above)
        self.hide()

    def show_reading(self, reading: Reading) -> None:
        odd, above = reading.opened.odd, reading.opened.sheet.above
        self.odd.show_sentence(self._said_odd(odd) if odd is not None else "")
        named = "; ".join([*above[:_NAMED], *(["..."] if len(above) > _NAMED else [])])
        self.above.show_sentence(self.tr("Left out above the headings: {lines}").format(lines=named) if above else "")
        self.setVisible(bool(self.odd.text() or self.above.text()))

    def _said_odd(self, odd: OddLetters) -> str:
        if odd.is_guess:
            words = self.tr("%n cells hold letters that nobody writes, such as “{sample}”. Choose under File how "
                            "letters are written, until the sheet reads right.", None, odd.cells)  # fmt: skip
        else:
            words = self.tr("%n cells hold letters that nobody writes, such as “{sample}”. They stand so in the sheet "
                            "itself.", None, odd.cells)  # fmt: skip
        return words.format(sample=odd.sample)
