"""What is found while somebody types, on a sheet below the search box; the page behind it stays where it is.

The box keeps the keyboard. What was found stays until something newer is there, so nothing flickers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from incident_desk.gui.clock import Clock, Moments, system_clock
from incident_desk.gui.delegates.line_delegate import show_plainly
from incident_desk.gui.models.line_model import Index
from incident_desk.gui.paint.edges import paint_sheet
from incident_desk.gui.paint.found_words import strong_parts
from incident_desk.gui.search.glance_lines import (
    ROW,
    GlanceDelegate,
    GlanceLine,
    GlanceModel,
    NamedLine,
    PlainLine,
    RestLine,
)
from incident_desk.gui.search.hit import Hit, hits_of
from incident_desk.gui.search.narrowing import ICONS
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import Painted, announce
from incident_desk.gui.widgets.pressed import ENTER
from incident_desk.gui.widgets.search_box import SearchBox
from incident_desk.usecases.find_records import (
    COUNTED,
    Named,
    NamedKind,
    count_records,
    find_records,
    named_like,
    sought_words,
)
from incident_desk.usecases.names import Names
from incident_desk.usecases.ports import Queries
from incident_desk.usecases.rows import FoundRow

SHORTEST = 2  # letters
_SOON_MS = 120
_HITS, _NAMED = 6, 2
_WIDTH, _EDGE, _SHADOW = 560, 6, 10
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize})


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look brought; `total` is at most one more than `COUNTED`."""

    named: list[Named]
    rows: list[FoundRow]
    total: int


def _look(queries: Queries, names: Names, text: str) -> _Seen:
    rows = find_records(queries, names, text, _HITS)
    total = count_records(queries, names, text) if len(rows) == _HITS else len(rows)
    return _Seen(named_like(text, names, _NAMED), rows, total)


class Glance(Painted):
    """Signals: `record_chosen` id; `named_chosen` the Named all of whose records are wanted; `all_chosen` the text."""

    record_chosen = Signal(str)
    named_chosen = Signal(object)
    all_chosen = Signal(str)

    def __init__(
        self, session: Session, box: SearchBox, theme: Theme, window: QWidget, clock: Clock = system_clock
    ) -> None:
        super().__init__(theme, window)
        self._session, self._box, self._clock = session, box, clock
        self._asked, self._text = 0, ""
        self.lines = GlanceModel(self)
        self.list = QListView(self)
        self.list.setModel(self.lines)
        self.list.setItemDelegate(GlanceDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        show_plainly(self.list, self.tr("Found while typing"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.list)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.look)
        self.list.clicked.connect(self._choose)
        for each in (box, window):
            each.installEventFilter(self)
        self.hide()

    # --- what is looked for ---

    def look_for(self, text: str) -> None:
        """Soon, and from the second letter on; typing on replaces the wish."""
        self._text = text
        if len("".join(sought_words(text))) >= SHORTEST:
            self._soon.start()
            return
        self._soon.stop()
        self._asked += 1  # what is still on its way comes too late
        if text.strip():
            self.close_sheet()
        else:
            self.offer_examples()

    def offer_examples(self) -> None:
        """For an empty box: what one can type, told by what is in this register."""
        if not self._box.text():
            examples = self.tr("For example: {examples}").format(examples=" · ".join(self._examples()))
            self._show([PlainLine(self.tr("Type a number, a word, a person or a place."), examples)])

    def close_sheet(self) -> None:
        self._asked += 1
        self._soon.stop()
        self.hide()
        self.lines.put([])

    def look(self) -> None:
        self._asked += 1
        asked, text, names = self._asked, self._text, self._session.names

        def take(seen: _Seen) -> None:
            if asked == self._asked and self._box.hasFocus():
                self._show(self._lines_of(seen, text))
                announce(self._box, self._found_words(seen.total))

        self._session.read(lambda queries: _look(queries, names, text), take)

    # --- lines ---

    def _lines_of(self, seen: _Seen, text: str) -> list[GlanceLine]:
        wording = self._session.wording
        moments = Moments(self._clock(), wording)
        named = [self._named_line(each, text) for each in seen.named]
        hits = hits_of(seen.rows, [moments.recorded(each.row.opened_at) for each in seen.rows], text, wording)
        if hits:
            return [*named, *hits, RestLine(self._found_words(seen.total), self.tr("Return"))]
        hint = self.tr("Try fewer words, or the beginning of one.")
        return [*named, PlainLine(self.tr("Nothing holds all of these words."), hint)]

    def _named_line(self, named: Named, text: str) -> NamedLine:
        names = self._session.names
        if named.kind is NamedKind.PLACE:
            around = ", ".join(names.places[named.id].path[:-1])
            inside = self.tr("with everything inside") if len(named.ids) > 1 else ""
            detail = " · ".join(filter(None, (around, inside)))
        else:
            detail = names.people[named.id].job or self.tr("responsible, reporter or owner of an action")
        words = self.tr("All records of {name}").format(name=named.name)
        return NamedLine(named, tuple(strong_parts(words, sought_words(text))), detail, ICONS[named.kind])

    def _found_words(self, total: int) -> str:
        if total > COUNTED:
            return self.tr("All records found: more than {count}").format(count=QLocale().toString(COUNTED))
        return self.tr("All records found: {count}").format(count=QLocale().toString(total))

    def _examples(self) -> Iterator[str]:
        names = self._session.names
        yield "0042"
        yield from [place.name for place in names.places.values() if place.kind == "department" and place.active][:1]
        yield from [person.name for person in names.people.values() if person.active][:1]

    # --- the sheet ---

    def _show(self, lines: list[GlanceLine]) -> None:
        before = self._marked()
        self.lines.put(lines)
        same = next((row for row, line in enumerate(lines) if _same(line, before)), None)
        self._mark(same)
        self._settle()
        self.show()
        self.raise_()

    def _marked(self) -> GlanceLine | None:
        row = self.list.currentIndex().row()
        return self.lines.lines[row] if self.lines.chooses(row) else None

    def _mark(self, row: int | None) -> None:
        if row is None:
            self.list.setCurrentIndex(self.lines.index(-1))
            self.list.clearSelection()
        else:
            self.list.setCurrentIndex(self.lines.index(row))

    def _settle(self) -> None:
        """Below the box, as wide as it needs, and wholly on the window."""
        px, window = self._theme.px, self._box.window()
        self._column.setContentsMargins(*(px(_EDGE + _SHADOW),) * 4)
        below = self._box.mapTo(window, QPoint(self._box.width(), self._box.height()))
        width = min(max(px(_WIDTH), self._box.width()), window.width()) + 2 * px(_SHADOW)
        rows = len(self.lines.lines) * px(ROW) + 2 * px(_EDGE + _SHADOW)
        height = min(rows, window.height() - below.y())
        left = max(0, below.x() - width + px(_SHADOW))
        self.setGeometry(QRect(left, below.y() - px(_SHADOW) + px(2), width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = self._theme.px(_SHADOW)
        paint_sheet(QPainter(self), self.rect().toRectF().adjusted(edge, edge, -edge, -edge), self._theme, radius=8)

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        if self.isVisible():
            self._settle()

    # --- keys and mouse ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible():
            if watched is self._box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._on_key(event) or super().eventFilter(watched, event)
            if watched is self._box and event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
                self.close_sheet()
            elif event.type() in _MOVES:
                self._settle()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in _STEPS and self.lines.chooses(self.lines.rowCount() - 1):
            self._walk(_STEPS[event.key()])
        elif event.key() in ENTER and self._marked() is not None:
            self._choose(self.list.currentIndex())
        else:
            return False
        return True

    def _walk(self, by: int) -> None:
        count, row = self.lines.rowCount(), self.list.currentIndex().row()
        start = row if row >= 0 else (-1 if by > 0 else 0)
        self._mark((start + by) % count)
        announce(self._box, self.lines.lines[self.list.currentIndex().row()].spoken)

    def _choose(self, index: Index) -> None:
        line = self.lines.lines[index.row()] if self.lines.chooses(index.row()) else None
        if line is None:
            return
        text = self._box.text()
        self.close_sheet()
        match line:
            case Hit():
                self.record_chosen.emit(line.row.id)
            case NamedLine():
                self.named_chosen.emit(line.named)
            case RestLine():
                self.all_chosen.emit(text)


def _same(line: GlanceLine, before: GlanceLine | None) -> bool:
    if isinstance(line, Hit) and isinstance(before, Hit):
        return line.row.id == before.row.id
    return isinstance(line, NamedLine) and isinstance(before, NamedLine) and line.named.id == before.named.id
