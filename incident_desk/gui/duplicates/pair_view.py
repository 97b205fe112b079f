"""Two records side by side, the question which one goes on, and the two answers: join them, or they are two."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QRadioButton, QVBoxLayout, QWidget

from incident_desk.domain.incident import Incident
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Role, Status
from incident_desk.gui.clock import Moments
from incident_desk.gui.duplicates.common_words import common_words
from incident_desk.gui.duplicates.pair_list import percent
from incident_desk.gui.duplicates.record_paper import RecordPaper, narrative
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Weight
from incident_desk.gui.widgets.fields import LineField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile
from incident_desk.usecases.duplicates import Pair
from incident_desk.usecases.rows import IncidentRow

_BESIDE, _LOW = 440, 460  # pixels of the design: two papers have room side by side, the answers below them


@dataclass(frozen=True, slots=True)
class Joining:
    """`leaving` is joined into `into`, as the person saw it at `seen`."""

    leaving: IncidentRow
    into: IncidentRow
    seen: int
    reason: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair as it stands now, the earlier record first."""

    pair: Pair
    rows: tuple[IncidentRow, IncidentRow]
    records: tuple[Record, Record]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(row.id for row in self.rows)

    @property
    def may_still_join(self) -> bool:
        """Neither was concluded, joined or set aside meanwhile."""
        statuses = {Incident(record).status for record in self.records}
        return Status.OPEN in statuses and statuses <= {Status.OPEN, Status.INBOX}

    @property
    def can_go_on(self) -> tuple[IncidentRow, ...]:
        """Those that can take the other one in; none where one of them is signed."""
        incidents = [Incident(record) for record in self.records]
        if any(each.locked for each in incidents):
            return ()
        return tuple(row for row, each in zip(self.rows, incidents, strict=True) if each.status is Status.OPEN)


class PairView(QWidget):
    """`alike` says how alike they are; the page puts it where it has room.

    Signals: `join_requested` Joining; `apart_requested` Pair: these are two; `open_requested` id of a record.
    """

    join_requested = Signal(object)
    apart_requested = Signal(object)
    open_requested = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._shown: Shown | None = None
        self._busy = False
        self._offered: tuple[str, ...] = ()  # ids of the tiles
        self.papers: list[RecordPaper] = []
        self.tiles: ChoiceTiles | None = None
        self._scroll = Scrolling(self)
        self._scroll.viewport().setAutoFillBackground(False)
        self._sheet, self._answers = QWidget(), QWidget(self)
        self._papers = QWidget(self._sheet)
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._papers)
        self.alike = PlainLabel("", theme, self, role="body-strong", lines=1)
        self.which = QWidget(self)
        self._which = QVBoxLayout(self.which)
        self._which.setContentsMargins(0, 0, 0, 0)
        self.reason = LineField(theme, self)
        self._reason = FormRow(self.tr("Why both are the same"), self.reason, theme, self, hint=self.tr("optional"))
        self.join = Button("", theme, self, weight=Weight.PRIMARY)
        self.apart = Button(self.tr("These are two"), theme, self)
        self.note = PlainLabel("", theme, self, role="hint", ink="ink2")
        self._lay_out()
        self.join.clicked.connect(self._on_join)
        self.reason.returnPressed.connect(self._on_join)
        self.apart.clicked.connect(self._on_apart)
        session.tasks.busy_changed.connect(self._on_busy_changed)

    def _lay_out(self) -> None:
        u = self._theme.u
        buttons = FlowRow(self._theme, self)
        buttons.add(self.join, self.apart)
        answers = QVBoxLayout(self._answers)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(u)
        for part in (self.which, self._reason, self.note, buttons):
            answers.addWidget(part)
        mark(self._sheet, kind="inside")
        self._scrolled = QVBoxLayout(self._sheet)
        self._scrolled.setContentsMargins(0, 0, u, 0)
        self._scrolled.setSpacing(u)
        self._scrolled.addWidget(self._papers)
        self._scrolled.addStretch(1)
        self._side_by_side.setContentsMargins(0, 0, 0, 0)
        self._side_by_side.setSpacing(2 * u)
        self._scroll.setWidget(self._sheet)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(u)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._answers)

    # --- the two papers ---

    def show_pair(self, shown: Shown, moments: Moments) -> None:
        """The pair that stands here already keeps what was chosen and typed about it."""
        again = self._shown is not None and self._shown.ids == shown.ids
        self._shown = shown
        if not again:
            self.reason.clear()
        alike = self.tr("{percent} of their words are the same")
        self.alike.setText(alike.format(percent=percent(shown.pair)))
        read_to = self._scroll.verticalScrollBar().value() if again else 0
        self._build_papers(shown, moments)
        self._scroll.verticalScrollBar().setValue(read_to)
        self._build_choice(shown)
        self.fit_actor()

    def _build_papers(self, shown: Shown, moments: Moments) -> None:
        common = common_words(*(narrative(record) for record in shown.records))
        for paper in self.papers:
            paper.hide()
            paper.deleteLater()
        self.papers = []
        for row, record in zip(shown.rows, shown.records, strict=True):
            paper = RecordPaper(row, record, common, moments, self._session, self._theme, self._papers)
            paper.open_requested.connect(lambda record=row.id: self.open_requested.emit(record))
            self.papers.append(paper)
            self._side_by_side.addWidget(paper, 1)

    def _build_choice(self, shown: Shown) -> None:
        """Where only one can go on there is nothing to choose."""
        ways = shown.can_go_on
        offered = tuple(row.id for row in ways)
        if self.tiles is not None and self._offered != offered:
            self.tiles.hide()
            self.tiles.deleteLater()
            self.tiles = None
        self._offered = offered
        if len(ways) > 1 and self.tiles is None:
            self.tiles = ChoiceTiles([Tile(row.id, self._goes_on(row)) for row in ways], self._theme, self.which)
            self.tiles.take_label(self.tr("Which one goes on"))
            self.tiles.set_code(ways[0].id)
            self.tiles.code_chosen.connect(self._show_choice)
            self._which.addWidget(self.tiles)
        self.which.setVisible(len(ways) > 1)
        self._show_choice()

    def _goes_on(self, row: IncidentRow) -> str:
        return self.tr("{number} goes on").format(number=row.number)

    @property
    def into(self) -> IncidentRow | None:
        """The record that goes on: the one chosen, else the only one that can."""
        ways = self._shown.can_go_on if self._shown is not None else ()
        code = self.tiles.code() if self.tiles is not None else None
        return next((row for row in ways if code is None or row.id == code), None)

    def _show_choice(self, *_: object) -> None:
        into = self.into
        self.join.set_text(self.tr("Join into {number}").format(number=into.number) if into else self.tr("Join"))
        self._fit_buttons()
        if into is None:
            self.note.setText(self.tr("One of them is signed. It has to be opened again before they can be joined."))
        else:
            told = self.tr("{number} takes in what only the other one says. The other stays readable and leaves the "
                           "lists. Joining cannot be taken back.")  # fmt: skip
            self.note.setText(told.format(number=into.number))

    def _fit_buttons(self) -> None:
        self.join.setEnabled(self.into is not None and not self._busy)
        self.apart.setEnabled(not self._busy)

    def fit_actor(self) -> None:
        """Only a coordinator joins; everybody may look."""
        may = self._session.actor.may(Role.COORDINATOR)
        for part in (self._reason, self.join, self.apart):
            part.setVisible(may)
        self.which.setVisible(may and self.tiles is not None)
        if not may:
            self.note.setText(self.tr("A coordinator can join them."))
        else:
            self._show_choice()

    def go_in(self) -> None:
        """From the list: to the choice, else to the button."""
        tiles = self.tiles.findChildren(QRadioButton) if self.tiles is not None else []
        chosen = next((tile for tile in tiles if tile.isChecked()), None)
        target = chosen or (self.join if self.join.isEnabled() else self.apart)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if self._sheet.isAncestorOf(target):
            self._scroll.ensureWidgetVisible(self.join)

    def _on_join(self) -> None:
        shown, into = self._shown, self.into
        if shown is None or into is None or self._busy:
            return
        leaving = next(n for n, row in enumerate(shown.rows) if row.id != into.id)
        seen = shown.records[leaving].position
        self._busy = True  # until it is answered
        self._fit_buttons()
        self.join_requested.emit(Joining(shown.rows[leaving], into, seen, self.reason.text().strip()))

    def _on_busy_changed(self, running: int) -> None:
        """However joining ended, one may press again."""
        if self._busy and not running:
            self._busy = False
            self._fit_buttons()

    def _on_apart(self) -> None:
        if self._shown is not None:
            self.apart_requested.emit(self._shown.pair)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Narrow, or with large text, one paper stands below the other, and the answers at their end."""
        narrow = self.width() < self._theme.px(_BESIDE)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._side_by_side.setDirection(way)
        low = self.height() < self._theme.px(_LOW)
        if low != self._sheet.isAncestorOf(self._answers):
            if low:
                self._scrolled.insertWidget(1, self._answers)
            else:
                self._column.addWidget(self._answers)
