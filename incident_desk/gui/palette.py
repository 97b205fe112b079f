"""The command palette: every action of the window in one list. Type a few letters, Enter runs the marked one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from incident_desk.gui.actions import Actions
from incident_desk.gui.delegates.line_delegate import LineDelegate, show_plainly
from incident_desk.gui.key_caps import caps_of, caps_width, paint_caps, spoken_keys
from incident_desk.gui.models.line_model import LINE, Index, LineModel
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import announce
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.pick_field import Pick, matching
from incident_desk.gui.widgets.popover import Popover
from incident_desk.gui.widgets.search_box import SearchBox
from incident_desk.support.words import folded

_WIDTH, _ROW, _MOST_SHOWN = 520, 34, 11
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class PaletteCommand:
    """One line: what it does, its drawing, its keys."""

    key: str
    text: str
    icon: str
    shortcut: str

    @property
    def spoken(self) -> str:
        return f"{self.text}, {spoken_keys(self.shortcut)}" if self.shortcut else self.text


def commands_of(actions: Actions) -> list[PaletteCommand]:
    """Every action of the window but the palette itself."""
    return [
        PaletteCommand(spec.key, action.text(), spec.icon, spec.shortcut)
        for spec, action in actions.all() if spec.key != "palette"
    ]  # fmt: skip


class CommandModel(LineModel[PaletteCommand]):
    """The commands that fit what is typed, the best first."""

    def words(self, line: PaletteCommand) -> str:
        return line.text

    def spoken(self, line: PaletteCommand) -> str:
        return line.spoken


class _Line(LineDelegate):
    """Drawing, words, and the keys at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        command: PaletteCommand = index.data(LINE)
        rect = QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        brush.smooth(painter)
        if here:
            brush.box(painter, rect, px(5), theme.tokens.tint, theme.tokens.petrol)
        inner = rect.adjusted(px(10), 0, -px(10), 0)
        ink = "petrol" if here else "ink2"
        brush.icon(painter, QPointF(inner.left(), inner.center().y()), command.icon, theme, colour=ink, size=16)
        caps = caps_of(command.shortcut) if command.shortcut else ()
        room = inner.adjusted(px(28), 0, -caps_width(caps, theme) - px(10), 0)
        colour = theme.tokens.petrol if here else theme.tokens.ink
        brush.words(painter, room, command.text, theme, role="body", colour=colour)
        paint_caps(painter, inner, caps, theme)


class _Box(SearchBox):
    """The field keeps the focus while Up and Down walk in the list. Signal: `walked` +1 or -1."""

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.walked.emit(step)


class CommandPalette(Popover):
    """Signal: `chosen` key of the action, after the palette has closed."""

    chosen = Signal(str)

    def __init__(self, commands: Sequence[PaletteCommand], theme: Theme, page: QWidget) -> None:
        super().__init__(QCoreApplication.translate("CommandPalette", "All commands"), theme, page, width=_WIDTH)
        self._commands = {command.key: command for command in commands}
        self._picks = [(folded(each.text), Pick(each.key, each.text)) for each in commands]
        self.box = _Box(theme, self, placeholder=self.tr("What do you want to do?"))
        self.list = QListView(self)
        self.model_of_commands = CommandModel(self.list)
        self._nothing = PlainLabel(self.tr("No command begins like this."), theme, self, ink="ink2")
        self._dress()
        for part in (self.box, self.list, self._nothing):
            self.body.addWidget(part)
        self.box.textEdited.connect(self._on_typed)
        self.box.walked.connect(self._on_walked)
        self.box.search_requested.connect(lambda _: self._run(self.list.currentIndex()))
        self.box.left.connect(self.close_popover)
        self.list.clicked.connect(self._run)
        self._on_typed("")

    def _dress(self) -> None:
        self.list.setModel(self.model_of_commands)
        self.list.setItemDelegate(_Line(_ROW, self._theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        show_plainly(self.list, self.tr("Commands"))

    def open_over(self, page: QWidget) -> None:
        """Below the middle of the upper edge."""
        self.open_at(QRect(0, 0, page.width(), self._theme.px(40)), self.box)

    def _on_typed(self, text: str) -> None:
        found = [self._commands[pick.id] for pick in matching(self._picks, text)]
        self.model_of_commands.put(found)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.model_of_commands.index(0))
            self.list.setFixedHeight(min(len(found), _MOST_SHOWN) * self._theme.px(_ROW))

    def _on_walked(self, by: int) -> None:
        count = self.model_of_commands.rowCount()
        if count:
            row = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self.model_of_commands.index(row))
            announce(self.box, self.model_of_commands.lines[row].spoken)

    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            key = self.model_of_commands.lines[index.row()].key
            self.close_popover()
            self.chosen.emit(key)
