"""The board page: five columns, what was concluded lately, filters, and the guided move in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.board.card_menu import CardMenu
from incident_desk.gui.board.carrying import Carrying
from incident_desk.gui.board.concluded import ConcludedStrip
from incident_desk.gui.board.filter_bar import FilterBar
from incident_desk.gui.board.marking import Marking
from incident_desk.gui.board.presenter import BoardPresenter
from incident_desk.gui.board.step_column import StepColumn
from incident_desk.gui.models.card import Card, CardMaker
from incident_desk.gui.page import Page
from incident_desk.gui.session import Session
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.panels import EmptyState
from incident_desk.gui.widgets.scrolling import Scrolling
from incident_desk.usecases.rows import IncidentRow

if TYPE_CHECKING:
    from incident_desk.domain.commands import Command
    from incident_desk.gui.board.guided_move import GuidedMove
    from incident_desk.gui.board.ranked_list import RankedList
    from incident_desk.usecases.ranked import Ranked


EM = 13.3  # of the body font, in pixels of the design
STRIP_FROM_EM, SIDEWAYS_BELOW_EM, COLUMN_EM = 75, 70, 20


class BoardPage(Page):
    """See `page.Page` for its signals; `print_requested` id of a record."""

    print_requested = Signal(str)
    key = "board"
    help_topic = "board"

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(session, theme, parent)
        self._presenter = BoardPresenter(session, self)
        self._carrying = Carrying(self)
        self._filters = FilterBar(session, theme, self)
        self.columns = {step: StepColumn(step, theme, self) for step in Step}
        self.marking = Marking({step: column.list for step, column in self.columns.items()}, self)
        self._concluded = ConcludedStrip(theme, self)
        self._empty = EmptyState(
            self.tr("No open record. New reports wait in the inbox until you accept them."),
            theme, self, action=self.tr("Go to the inbox"),
        )  # fmt: skip
        self._first = EmptyState(
            self.tr("Nothing is recorded yet. Begin with a report, or with the list that was kept until now."),
            theme, self, action=self.tr("Report an incident"), other=self.tr("Bring in your old sheet"),
        )  # fmt: skip
        self._sideways = Scrolling(self, sideways=True)
        self.ranked: RankedList | None = None  # made when it is first wanted
        self._guide: GuidedMove | None = None
        self._guided: Card | None = None  # the card of the open sheet, as the person saw it
        self._dragged: Card | None = None
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("Board")

    def enter(self) -> None:
        self._presenter.start()

    def leave(self) -> bool:
        self._presenter.stop()
        self._close_guide()
        return True

    def _lay_out(self) -> None:
        u = self.theme.u
        page = self._column = QVBoxLayout(self)
        page.setContentsMargins(2 * u, 0, 2 * u, u)
        page.setSpacing(u)
        page.addWidget(self._filters)
        page.addWidget(self._empty)
        page.addWidget(self._first)
        trays = QWidget(self)
        row = QHBoxLayout(trays)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(u)
        for column in self.columns.values():
            row.addWidget(column, 5)
        row.addWidget(self._concluded, 3)
        self._sideways.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sideways.setWidget(trays)
        page.addWidget(self._sideways, 1)
        self._empty.hide()
        self._first.hide()

    def _connect(self) -> None:
        self._presenter.cards_read.connect(self._on_cards_read)
        self._presenter.concluded_read.connect(self._on_concluded_read)
        self._presenter.counted.connect(self._on_counted)
        self._presenter.gate_closed.connect(self._on_gate_closed)
        self._presenter.reason_needed.connect(self._on_reason_needed)
        self._presenter.refused.connect(self._on_refused)
        self._presenter.moved.connect(self._on_moved)
        self._presenter.ranked_read.connect(self._on_ranked_read)
        self._filters.filter_changed.connect(self._presenter.show_only)
        self._filters.ranked_changed.connect(self._on_ranked_changed)
        self._concluded.opened.connect(self.open_incident_requested)
        self._empty.action_requested.connect(lambda: self.go_requested.emit("inbox"))
        self._first.action_requested.connect(lambda: self.go_requested.emit("report"))
        self._first.other_requested.connect(lambda: self.go_requested.emit("import"))
        self._carrying.over_changed.connect(self._on_carried_over)
        self._carrying.dropped.connect(self._presenter.move)
        for step, column in self.columns.items():
            column.list.opened.connect(self.open_incident_requested)
            column.list.lifted.connect(self._on_lifted)
            column.list.menu_requested.connect(self._on_menu_requested)
            column.list.hovered.connect(lambda over, step=step: self._on_hovered(step, over))
            column.list.dropped.connect(lambda record, step=step: self._on_dropped(record, step))
            column.list.key_pressed.connect(lambda key, record, step=step: self._on_key(key, record, step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows drop the strip; narrower ones keep the columns readable and scroll sideways."""
        super().resizeEvent(event)
        em = self.theme.px(EM)
        self._concluded.setVisible(self.width() > STRIP_FROM_EM * em)
        narrow = self.width() < SIDEWAYS_BELOW_EM * em
        for column in self.columns.values():
            column.setMinimumWidth(min(COLUMN_EM * em, self.width() - 4 * self.theme.u) if narrow else 0)
        if self._guide is not None:
            self._guide.reposition()

    # --- what was read ---

    def _on_cards_read(self, rows: dict[Step, list[IncidentRow]], make: CardMaker) -> None:
        limits = self.session.names.settings.limits if self._filters.is_clear else {}  # of all cards, not of some
        with self.marking.kept():
            for step, column in self.columns.items():
                column.show_cards(rows[step], make, int(limits.get(step.key, 0)))
        self.count_changed.emit(sum(len(each) for each in rows.values()))

    def _on_counted(self, opened: int, recorded: bool) -> None:
        nothing = not opened and self._filters.is_clear
        self._empty.setVisible(nothing and recorded)
        self._first.setVisible(nothing and not recorded)

    def _on_concluded_read(self, rows: list[object]) -> None:
        self._concluded.show_rows(rows, self.session.wording)  # type: ignore[arg-type]  # a signal carries object

    def _on_ranked_changed(self, wanted: bool) -> None:
        self._close_guide()
        if wanted and self.ranked is None:
            from incident_desk.gui.board.ranked_list import RankedList

            self.ranked = RankedList(self.theme, self)
            self.ranked.opened.connect(self.open_incident_requested)
            self._column.insertWidget(self._column.indexOf(self._sideways), self.ranked, 1)
        if self.ranked is not None:
            self.ranked.setVisible(wanted)
        self._sideways.setVisible(not wanted)
        self._presenter.show_ranked(wanted)

    def _on_ranked_read(self, lines: Sequence[Ranked]) -> None:
        if self.ranked is not None:
            self.ranked.show_lines(lines)

    def _card(self, record: str) -> Card | None:
        found = (column.list.cards.card_of(record) for column in self.columns.values())
        return next((card for card in found if card is not None), None)

    # --- mouse ---

    def _on_lifted(self, record: str) -> None:
        """Put down again it may have been answered already: the sheet that says what is missing stays."""
        self._dragged = self._card(record) if record else None
        if record:
            self._close_guide()
        else:
            self._withdraw()

    def _on_hovered(self, step: Step, over: bool) -> None:
        self._withdraw()
        if over and self._dragged is not None:
            self.columns[step].offer(self._presenter.what_a_drop_needs(self._dragged, step))

    def _on_dropped(self, record: str, step: Step) -> None:
        card = self._card(record)
        if card is not None:
            self._presenter.move(card, step)

    def _on_menu_requested(self, record: str, place: QPoint) -> None:
        card = self._card(record)
        if card is not None:
            self.menu_of(card).open_at(place)

    def menu_of(self, card: Card) -> CardMenu:
        record = card.id
        return CardMenu(
            card, self._presenter.route(card), parent=self,
            open_card=lambda: self.open_incident_requested.emit(record),
            move=lambda step: self._on_dropped(record, step),
            print_card=lambda: self.print_requested.emit(record),
        )  # fmt: skip

    def _withdraw(self) -> None:
        for column in self.columns.values():
            column.withdraw()

    # --- keys ---

    def _on_key(self, key: int, record: str, step: Step) -> None:
        if self._carrying.press(key, self._card(record)):
            return
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            beside = int(step) + (1 if key == Qt.Key.Key_Right else -1)
            if 1 <= beside <= len(Step):
                self._focus_column(Step(beside))

    def _focus_column(self, step: Step) -> None:
        cards = self.columns[step].list
        cards.setFocus(Qt.FocusReason.TabFocusReason)
        if not cards.currentIndex().isValid() and cards.cards.rowCount():
            cards.setCurrentIndex(cards.cards.index(0))

    def _on_carried_over(self, card: Card | None, over: Step | None) -> None:
        self._withdraw()
        for column in self.columns.values():
            column.list.show_lifted(card.id if card else None)
        if card is not None and over is not None:
            self.columns[over].offer(self._presenter.what_a_drop_needs(card, over))

    # --- the guided move ---

    def _on_gate_closed(self, card: Card, step: Step, needs: tuple[str, ...]) -> None:
        """What is typed in an open sheet stays in it."""
        if self._guide is not None and self._guide.is_about(card, step):
            self._guided = card
            self._guide.say_missing(needs)
        else:
            self._open_guide(card, step, needs)

    def _on_refused(self, why: Refused) -> None:
        if self._guide is not None:
            self._guide.refuse(why)
            if isinstance(why, EditConflict) and self._guided is not None:  # it is said; who presses once more means it
                self._guided = replace(self._guided, row=self._guided.row._replace(position=why.position))
        else:
            self.session.explain(why)

    def _on_reason_needed(self, card: Card, step: Step) -> None:
        self._open_guide(card, step, ())

    def _open_guide(self, card: Card, step: Step, needs: tuple[str, ...]) -> None:
        from incident_desk.gui.board.guided_move import GuidedMove  # forms are loaded on the first move

        self._close_guide()
        self._guide, self._guided = GuidedMove(self.session, self.theme, card, step, needs, self), card
        self._guide.move_ordered.connect(lambda commands: self._carry_out(step, commands))
        self._guide.put_back.connect(self._close_guide)
        self._guide.record_requested.connect(lambda: self.open_incident_requested.emit(card.id))
        self._guide.open_beside(self.columns[step])

    def _carry_out(self, step: Step, commands: Sequence[Command]) -> None:
        """On the record as it was when the sheet was opened: what a colleague wrote since is not written over."""
        if self._guided is not None:
            self._presenter.carry_out(self._guided, step, commands)

    def _on_moved(self, record: str, step: Step) -> None:
        self.marking.follow(record, step)
        self._close_guide()

    def _close_guide(self) -> None:
        if self._guide is not None:
            guide, self._guide, self._guided = self._guide, None, None
            guide.close_popover()
            guide.deleteLater()
