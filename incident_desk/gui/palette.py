"""The command palette: every action of the window in one list. Type a few letters, Enter runs the marked one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from incident_desk.gui.actions import Actions
from incident_desk.gui.key_caps import caps_of, caps_width, paint_caps, spoken_keys
from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import announce
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.pick_field import Pick, folded, matching
from incident_desk.gui.widgets.popover import Popover
from incident_desk.gui.widgets.search_box import SearchBox

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _SPOKEN = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
_COMMAND = int(Qt.ItemDataRole.UserRole) + 1
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


class CommandModel(QAbstractListModel):
    """The commands that fit what is typed, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.commands: list[PaletteCommand] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.commands)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        command = self.commands[index.row()]
        if role == _COMMAND:
            return command
        if role == _DISPLAY:
            return command.text
        return command.spoken if role == _SPOKEN else None

    def show(self, commands: Sequence[PaletteCommand]) -> None:
        self.beginResetModel()
        self.commands = list(commands)
        self.endResetModel()


class _Line(QStyledItemDelegate):
    """Drawing, words, and the keys at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        command: PaletteCommand = index.data(_COMMAND)
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
        self.list.setItemDelegate(_Line(self._theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Commands"))

    def open_over(self, page: QWidget) -> None:
        """Below the middle of the upper edge."""
        self.open_at(QRect(0, 0, page.width(), self._theme.px(40)), self.box)

    def _on_typed(self, text: str) -> None:
        found = [self._commands[pick.id] for pick in matching(self._picks, text)]
        self.model_of_commands.show(found)
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
            announce(self.box, self.model_of_commands.commands[row].spoken)

    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            key = self.model_of_commands.commands[index.row()].key
            self.close_popover()
            self.chosen.emit(key)
