"""The painted marks of a record as widgets: chip, number box, initials, ring and fuse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from incident_desk.domain.vocabulary import Priority
from incident_desk.gui.paint import brush, words
from incident_desk.gui.paint.priority import chip_height, chip_width, paint_chip
from incident_desk.gui.paint.record import number_box_height, number_box_width, paint_initials, paint_number_box
from incident_desk.gui.paint.time_left import Haste, fuse_height, haste_colour, paint_fuse, paint_ring
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted, tool_tip

_FIXED = QSizePolicy.Policy.Fixed


class PriorityChip(Painted):
    """The priority of a record: fill, shape and word."""

    def __init__(self, level: Priority, theme: Theme, parent: QWidget | None, *, large: bool = False) -> None:
        super().__init__(theme, parent)
        self._large = large
        self.setSizePolicy(_FIXED, _FIXED)
        self.set_level(level)

    def set_level(self, level: Priority) -> None:
        self._level = level
        self.setAccessibleName(words.chip_text(level))
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        width = chip_width(self._level, self._theme, self._large)
        return QSize(round(width + 0.5), chip_height(self._theme, self._large))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), QPointF(0, 0), self._level, self._theme, large=self._large)


class NumberBox(Painted):
    """A record's number in a thin dark frame. A click and Ctrl+C copy it, so does its menu."""

    def __init__(self, number: str, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(_FIXED, _FIXED)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        copy = QAction(self.tr("Copy the number"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_number)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.set_number(number)

    @property
    def number(self) -> str:
        return self._number

    def set_number(self, number: str) -> None:
        self._number = number
        self.setAccessibleName(words.number_box_text(number))
        self._on_theme_changed()

    def copy_number(self) -> None:
        QGuiApplication.clipboard().setText(self._number)

    def sizeHint(self) -> QSize:
        return QSize(round(number_box_width(self._number, self._theme) + 0.5), number_box_height(self._theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_number_box(painter, QPointF(0, 0), self._number, self._theme)
        if self.hasFocus():
            px = self._theme.px
            brush.box(painter, QRectF(self.rect()), px(3), None, self._theme.tokens.petrol, width=px(2))


class Initials(Painted):
    """The disc of a person; one's own is petrol. The tool tip has the name."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None, *, own: bool = False) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(_FIXED, _FIXED)
        self.set_person(name, own=own)

    def set_person(self, name: str, *, own: bool = False) -> None:
        self._name, self._own = name, own
        self.setAccessibleName(words.initials_text(name, own))
        self.setToolTip(tool_tip(name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(22), self._theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_initials(QPainter(self), QPointF(0, 0), self._name, self._theme, own=self._own)


class _TimeLeft(Painted):
    def __init__(self, whose: str, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self._whose, self._countdown, self._left, self._haste = whose, "", 1.0, Haste.IN_HAND

    def set_time(self, countdown: str, left: float, haste: Haste) -> None:
        """`left` is the share of the time that is left, 0 to 1; `countdown` says it in words."""
        self._countdown, self._left, self._haste = countdown, left, haste
        self.setAccessibleName(words.fuse_text(self._whose, countdown))
        self.update()


class FuseRow(_TimeLeft):
    """Whose deadline, how long, and the fuse below: for the step rail."""

    def sizeHint(self) -> QSize:
        px, metrics = self._theme.px, self._theme.metrics("hint")
        return QSize(px(168), round(metrics.height()) + px(5) + fuse_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(90), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush.smooth(painter)
        theme = self._theme
        high = theme.metrics("hint").height()
        row = QRectF(0, 0, self.width(), high)
        colour = haste_colour(self._haste, theme) if self._haste in (Haste.SOON, Haste.OVERDUE) else theme.tokens.ink
        taken = brush.words(painter, row, self._countdown, theme, role="hint-strong", colour=colour, align=brush.RIGHT)
        room = row.adjusted(0, 0, -taken - theme.u, 0)
        brush.words(painter, room, self._whose, theme, role="hint", colour=theme.tokens.ink2)
        thin = fuse_height(theme)
        paint_fuse(painter, QRectF(0, self.height() - thin, self.width(), thin), self._left, self._haste, theme)


class Ring(_TimeLeft):
    """The twelve-part ring of My work."""

    def __init__(self, whose: str, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(whose, theme, parent)
        self.setSizePolicy(_FIXED, _FIXED)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(92), self._theme.px(92))

    def paintEvent(self, event: QPaintEvent) -> None:
        overdue = self._haste is Haste.OVERDUE
        below = self.tr("overdue") if overdue else self.tr("left", "time left")
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_ring(painter, area, self._left, self._haste, self._theme, countdown=self._countdown, below=below)
