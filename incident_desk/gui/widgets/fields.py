"""What one writes in: a line, a narrative, a choice. Nothing typed or pasted is ever cut silently."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from incident_desk.domain.declarations import MAX_LENGTH, FieldKind
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import letter, tool_tip
from incident_desk.gui.widgets.pressed import ENTER

_LINE_ENDS = re.compile("[\r\n\u2028\u2029]+")
_ENDLESS = 2**30  # Qt's own limit of 32,767 characters cuts without a word


class _Limit(QValidator):
    """Lets a line refuse what is too long as a whole, instead of cutting it. Pasted lines are joined by blanks."""

    def __init__(self, field: LineField, limit: int) -> None:
        super().__init__(field)
        self._field, self._limit = field, limit

    def validate(self, text: str, position: int) -> object:
        if _LINE_ENDS.search(text):
            behind = len(text) - position
            text = _LINE_ENDS.sub(" ", text.strip("\r\n\u2028\u2029"))
            position = max(0, len(text) - behind)
        if len(text) <= self._limit:
            return QValidator.State.Acceptable, text, position
        self._field.refuse(len(text), self._limit)
        return QValidator.State.Invalid, text, position


def brings_files(data: QMimeData) -> bool:
    """Files that are dropped or pasted are never text: their address would stand in the sentence."""
    return any(url.isLocalFile() for url in data.urls())


class LineField(QLineEdit):
    """One line. Signal: `refused` carries a sentence when something did not fit; the text before stays."""

    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        placeholder: str = "",
        limit: int = MAX_LENGTH[FieldKind.TEXT],
    ) -> None:
        super().__init__(parent)
        self.setMaxLength(_ENDLESS)
        self.setValidator(_Limit(self, limit))
        self.setPlaceholderText(placeholder)
        letter(self, "body", theme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if brings_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def refuse(self, length: int, limit: int) -> None:
        sentence = self.tr("That would be {length} characters; {limit} fit here. The text is as it was before.")
        self.refused.emit(sentence.format(length=QLocale().toString(length), limit=QLocale().toString(limit)))


class ProseField(QPlainTextEdit):
    """A narrative of several lines, plain text only. Tab leaves the field.

    It grows with its text from `rows` lines to three times as many, then scrolls. `text()` gives exactly what was
    written: Qt's own `toPlainText` turns no-break blanks into blanks.
    Signal: `refused` carries a sentence when something did not fit; the text before stays.
    """

    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        placeholder: str = "",
        rows: int = 3,
        limit: int = MAX_LENGTH[FieldKind.PROSE],
    ) -> None:
        super().__init__(parent)
        self._theme, self._rows, self._limit = theme, rows, limit
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        letter(self, "body", theme)
        theme.changed.connect(self.updateGeometry)
        self.textChanged.connect(self._fit)

    def text(self) -> str:
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def set_text(self, text: str) -> None:
        self.setPlainText(text)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(max(self._lines(), self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not brings_files(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if brings_files(source):
            return
        if source.hasText() and self._takes(source.text()):
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = "\n" if event.key() in ENTER else event.text()
        if not (typed == "\n" or typed.isprintable()) or self._takes(typed):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self._takes(event.commitString()):
            super().inputMethodEvent(event)

    def _takes(self, more: str) -> bool:
        length = self.document().characterCount() - 1 - len(self.textCursor().selectedText()) + len(more)
        if length <= self._limit or not more:
            return True
        sentence = self.tr("That would be {length} characters; {limit} fit here. The text is as it was before.")
        self.refused.emit(sentence.format(length=QLocale().toString(length), limit=QLocale().toString(self._limit)))
        return False

    def _fit(self) -> None:
        if self.height() != self.sizeHint().height():
            self.updateGeometry()

    def _lines(self) -> int:
        """Lines of the text in this width, as far as they are shown without scrolling.

        The size that Qt's document tells knows only of the lines that were painted already.
        """
        layout, block = self.document().documentLayout(), self.document().begin()
        lines, most = 0, 3 * self._rows
        while block.isValid() and lines < most:
            layout.blockBoundingRect(block)
            lines += block.layout().lineCount()
            block = block.next()
        return min(lines, most)

    def _height(self, lines: int) -> int:
        edges = 2 * (self._theme.px(5) + 1 + round(self.document().documentMargin()))
        return self.fontMetrics().lineSpacing() * lines + edges + 1  # a pixel that Qt wants below the last line


class ChoiceField(QComboBox):
    """One of several codes. Nothing is chosen at first. Signal: `code_chosen` when a person chose.

    The wheel scrolls the page, never the value. A code that is no longer offered stays readable.
    """

    code_chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        theme: Theme,
        parent: QWidget | None,
        *,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPlaceholderText(placeholder)
        letter(self, "body", theme)
        letter(self.view(), "body", theme)
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own for this list knows no padding of the style sheet
        self.set_options(options)
        self.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offers other codes (code, words); keeps the choice where it is still offered."""
        before = self.code()
        self.clear()
        for code, words in options:
            self.addItem(words, code)
        self.setCurrentIndex(-1)
        if before is not None and self.findData(before) >= 0:
            self.set_code(before)

    def code(self) -> str | None:
        data = self.currentData()
        return None if data is None else str(data)

    def set_code(self, code: str | None, words: str = "") -> None:
        """Shows a code; one that is not offered is added under `words`."""
        if code is not None and self.findData(code) < 0:
            self.addItem(words or code, code)
        self.setCurrentIndex(-1 if code is None else self.findData(code))

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, but what does not fit ends in an ellipsis, and the tool tip has it whole."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = self.currentText()
        if self.currentIndex() < 0:
            words = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        area = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width() - 2)
        self.setToolTip(tool_tip(words) if option.currentText != words else "")
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.code() is not None:
            self.set_code(None)
            self.code_chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def _on_activated(self) -> None:
        self.code_chosen.emit(self.code())
