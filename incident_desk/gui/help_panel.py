"""Help beside the page (F1): one short text for each screen, from files of the program and from nowhere else."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from incident_desk.gui.language import language
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import IconButton
from incident_desk.gui.widgets.dressing import announce
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.panels import Rule
from incident_desk.support.resources import resource

FIRST_TOPIC = "start"
_TOPIC = re.compile(r"[a-z_]+")
_WIDTH = 340
_HEADINGS = {1: "popover-title", 2: "panel", 3: "body-strong"}
_BARE = (  # a page to read, not a field to fill in; the palette's highlight is the accent
    "QTextBrowser { border: 2px solid transparent; background: transparent; padding: 0; }"
    "QTextBrowser:focus { border-color: palette(highlight); }"
)


def help_text(topic: str) -> str:
    """The page of a topic in the language of the window; the first page where there is none."""
    known = topic if _TOPIC.fullmatch(topic) else FIRST_TOPIC
    path = resource("help", language(), f"{known}.md")
    if not path.is_file():
        path = resource("help", language(), f"{FIRST_TOPIC}.md")
    return path.read_text(encoding="utf-8")


class HelpText(QTextBrowser):
    """Shows Markdown in the type of the window. It never loads anything: links only name another topic.

    Signal: `topic_requested`.
    """

    topic_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setOpenLinks(False)
        self.setStyleSheet(_BARE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """No pictures, no style files, no network."""
        return None

    def show_text(self, markdown: str) -> None:
        self.document().setDefaultFont(self._theme.font("body"))
        self.document().setIndentWidth(self._theme.px(20))
        self.setMarkdown(markdown)
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_anchor_clicked(self, link: QUrl) -> None:
        self.topic_requested.emit(link.path().removesuffix(".md"))

    def _dress(self) -> None:
        """Sizes and distances of the design instead of those of a web page."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            cursor.mergeBlockFormat(self._distances(level, in_list=block.textList() is not None))
            if level:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                # In place of Qt's own form, which makes headings larger whatever their size.
                cursor.setCharFormat(self._letters(_HEADINGS.get(level, "body-strong")))
            block = block.next()
        self._dress_keys()

    def _distances(self, level: int, *, in_list: bool) -> QTextBlockFormat:
        u, form = self._theme.u, QTextBlockFormat()
        form.setTopMargin({0: 0, 1: 0}.get(level, 1.5 * u))
        form.setBottomMargin(u * (0.5 if in_list or level else 1))
        form.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return form

    def _letters(self, role: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._theme.font(role))
        form.setForeground(self._theme.tokens.ink)
        return form

    def _dress_keys(self) -> None:
        """What Markdown takes for code are keys and names of buttons here."""
        form = self._letters("body-strong")
        form.setBackground(self._theme.tokens.sunken)
        spans = []
        block = self.document().begin()
        while block.isValid():
            for format_range in block.textFormats():
                if format_range.format.fontFixedPitch():
                    spans.append((block.position() + format_range.start, format_range.length))
            block = block.next()
        for start, length in spans:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(form)


class HelpPanel(QFrame):
    """Hidden until it is asked for; follows the page that is shown. Signal: `closed`."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._topic = FIRST_TOPIC
        mark(self, kind="paper")
        self.setAccessibleName(self.tr("Help"))
        self.text = HelpText(theme, self)
        self.text.setAccessibleName(self.tr("Help"))
        self._home = IconButton("home", self.tr("First page of the help"), theme, self)
        self._close = IconButton("x", self.tr("Close the help"), theme, self)
        self._lay_out()
        self._home.clicked.connect(lambda: self.show_topic(FIRST_TOPIC))
        self._close.clicked.connect(self.close_panel)
        self.text.topic_requested.connect(self.show_topic)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    @property
    def topic(self) -> str:
        return self._topic

    def show_topic(self, topic: str) -> None:
        self._topic = topic or FIRST_TOPIC
        self.text.show_text(help_text(self._topic))

    def open_on(self, topic: str) -> None:
        """Shows it beside the page; the focus goes into the text, so that it can be read and scrolled by keys."""
        self.show_topic(topic)
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self.text, self.text.toPlainText())

    def close_panel(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.px(400))

    def _lay_out(self) -> None:
        u = self._theme.u
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Help"), self._theme, self, role="panel"), 1)
        head.addWidget(self._home)
        head.addWidget(self._close)
        column = QVBoxLayout()
        column.setContentsMargins(2 * u, u, u, u)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(Rule(self._theme, self, upright=True))
        beside.addLayout(column, 1)
        self.setFixedWidth(self._theme.px(_WIDTH))

    def _on_theme_changed(self) -> None:
        self.setFixedWidth(self._theme.px(_WIDTH))
        if self.isVisible():
            self.show_topic(self._topic)
