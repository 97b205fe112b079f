"""The moves of a record: on to the next step, back, the short path, conclusion, reopening, void."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from incident_desk.domain.commands import (
    AcceptReport,
    Command,
    ConcludeIncident,
    HoldIncident,
    LiftHold,
    MoveToStep,
    ReinstateIncident,
    ReopenIncident,
    TakeShortPath,
    VoidIncident,
)
from incident_desk.domain.decisions.holding import HELD
from incident_desk.domain.errors import EditConflict, GateClosed, Refused
from incident_desk.domain.gates import missing
from incident_desk.domain.vocabulary import STEP_BY_KEY, STEP_NAMES, Role, Status, Step
from incident_desk.gui.incident.head import IncidentHead
from incident_desk.gui.incident.move_popover import Asked, MissingPopover, ReasonPopover
from incident_desk.gui.incident.part import may_write
from incident_desk.gui.incident.presenter import IncidentPresenter
from incident_desk.gui.incident.saving import Saver
from incident_desk.gui.incident.sign_off_part import SignOffPart
from incident_desk.gui.incident.view import IncidentView
from incident_desk.gui.language import said
from incident_desk.gui.theme.manager import Theme
from incident_desk.usecases.submission import Done


class Moves(QObject):
    """Signals: `link_requested` with a need to be met on the page; `sign_requested` key of a signature, and a
    sentence where signing goes on by itself; `moved` after the record stands at another step; `erase_requested` id and
    number of the record; `like_requested` its number and values.
    """

    link_requested = Signal(str)
    erase_requested = Signal(str, str)
    like_requested = Signal(str, object)
    sign_requested = Signal(str, str)
    moved = Signal()

    def __init__(
        self, presenter: IncidentPresenter, saver: Saver, head: IncidentHead, theme: Theme, page: QWidget
    ) -> None:
        super().__init__(page)
        self._presenter, self._saver, self._head = presenter, saver, head
        self._session, self._theme, self._page = presenter.session, theme, page
        self._sign_off: SignOffPart | None = None
        self._open: Asked | None = None
        self._seen: int | None = None  # the position that what is asked was made from
        self._then: tuple[str, Callable[[IncidentView], None]] | None = None  # of which record, once it is shown anew
        self.more_entries: Callable[[IncidentView], list[tuple[str, Callable[[], None]]]] = lambda _: []
        head.next_requested.connect(self.go_on)

    # --- what can be done now ---

    def show_view(self, view: IncidentView, sign_off: SignOffPart | None) -> None:
        self._sign_off = sign_off
        self._head.show_next(self._next_words(view))
        self._head.set_entries(self._entries(view))
        record, then = self._then or ("", None)
        self._then = None
        if then is not None and record == view.id:
            then(view)

    def _next_words(self, view: IncidentView) -> str:
        if view.incident.status is Status.INBOX:
            may = self._session.actor.may(Role.COORDINATOR) and not self._session.register.read_only
            return self.tr("Accept the report") if may else ""
        if view.incident.status is not Status.OPEN or not may_write(view, self._presenter, follow_up=True):
            return ""
        following = view.incident.next_step()
        if following is not None:
            return (
                self.tr("On to {step} →").format(step=said(STEP_NAMES[following])) if not view.incident.locked else ""
            )
        if self._unsigned(view):
            return self.tr("Sign ...")
        return self.tr("Conclude") if "signed_off" not in view.missing_in(Step.CONCLUSION) else ""

    def _unsigned(self, view: IncidentView) -> list[str]:
        """Needed signatures that the acting person can give."""
        given = {item.values.get("sign_off") for item in view.incident.signatures}
        needed = "signed_off" in view.missing_in(Step.CONCLUSION)
        return [
            each.key for each in view.pack.sign_offs
            if needed and each.needed and each.key not in given and self._session.actor.may(each.role)
        ]  # fmt: skip

    def _entries(self, view: IncidentView) -> list[tuple[str, Callable[[], None]]]:
        incident, actor = view.incident, self._session.actor
        if self._session.register.read_only:
            return []
        leads = actor.may(Role.COORDINATOR, Role.MANAGER)
        entries: list[tuple[bool, str, Callable[[], None]]] = [
            (may_write(view, self._presenter) and view.step > Step.IDENTIFICATION and incident.step is not None,
             self.tr("Move back ..."), self.ask_back),
            (may_write(view, self._presenter) and incident.step is Step.IDENTIFICATION
             and incident.next_step() is Step.CONTAINMENT, self.tr("Start Containment at once"), self.start_at_once),
            (may_write(view, self._presenter) and incident.step is Step.CONTAINMENT,
             self.tr("Short path to Conclusion ..."), self.ask_short_path),
            (incident.status is Status.CONCLUDED or bool(incident.signatures), self.tr("Open again ..."),
             self.ask_reopening),
            (incident.status is not Status.VOID, self.tr("New like this one ..."),
             lambda: self.like_requested.emit(incident.number, view.values)),
            (incident.status is not Status.VOID, self.tr("Mark as void ..."), self.ask_void),
            (incident.status is Status.VOID, self.tr("Take back that it is void ..."), self.ask_reinstating),
            (actor.may(Role.MANAGER) and HELD not in incident.values, self.tr("Put under legal hold ..."),
             self.ask_hold),
            (actor.may(Role.MANAGER) and HELD in incident.values, self.tr("Lift the legal hold ..."),
             self.ask_lifting),
        ]  # fmt: skip
        may_erase = actor.may(Role.ADMINISTRATOR) and HELD not in incident.values
        made = self.more_entries(view)
        erasing = [(self.tr("Erase a person's data ..."), lambda: self.erase_requested.emit(view.id, incident.number))]
        usual = [(text, act) for possible, text, act in entries if possible and leads]
        return [*usual, *made, *(erasing if may_erase else [])]

    # --- forward ---

    def go_on(self) -> None:
        """What the one big button does."""
        view = self._presenter.view
        if view is None:
            return
        following = view.incident.next_step()
        if view.incident.status is Status.INBOX:
            own = self._session.actor.id if "responsible" not in view.values else None
            self._order([AcceptReport(own)], said=self.tr("Accepted."))
        elif following is not None:
            self._move_on(following)
        elif keys := self._unsigned(view):
            self.sign_requested.emit(keys[0], "")
        else:
            self._conclude()

    def _move_on(self, step: Step) -> None:
        """The unsaved fields go along, so that the gate sees them."""
        fields = self._saver.to_send()
        move = MoveToStep(step.key, fields)
        words = self.tr("Moved to {step}.").format(step=said(STEP_NAMES[step]))

        def refused(error: Refused) -> None:
            if isinstance(error, GateClosed):
                self._ask_missing(error.missing, step)
            else:
                self._session.explain(error)

        self._order([move], said=words, refused=refused)

    def _conclude(self) -> None:
        def refused(error: Refused) -> None:
            if isinstance(error, GateClosed):
                self._ask_missing(error.missing, None)
            else:
                self._session.explain(error)

        self._order([ConcludeIncident()], said=self.tr("Concluded."), refused=refused)

    def ask_missing_to_sign(self, closed: GateClosed, key: str) -> None:
        """Signing asks for everything the record still misses, and goes on once it is written."""
        self._ask_missing(closed.missing, None, then=lambda view: self._go_on_signing(view, key))

    def _go_on_signing(self, view: IncidentView, key: str) -> None:
        """Nobody signs by accident: the place to sign opens again, over what the record holds now."""
        rest = [need for need in missing(view.incident, view.pack) if need != "signed_off"]
        if rest:
            self._ask_missing(rest, None, then=lambda later: self._go_on_signing(later, key))
        else:
            self.sign_requested.emit(key, self.tr("Nothing is missing any more. Sign now."))

    def _ask_missing(
        self, needs: Sequence[str], step: Step | None, *, then: Callable[[IncidentView], None] | None = None
    ) -> None:
        """Opens what is missing under the button; moving on writes it and moves in one go.

        With `then` it is only written, and `then` goes on with what is shown after that.
        """
        view = self._presenter.view
        if view is None:
            return
        title = self.tr("On to {step}").format(step=said(STEP_NAMES[step])) if step else self.tr("Conclude")
        go = self.tr("Save") if then else self.tr("Move on") if step else self.tr("Conclude")
        may_override = self._session.actor.may(Role.MANAGER) and then is None
        popover = MissingPopover(
            title, go, needs, view.incident, self._session, self._theme, self._page, anyway=may_override
        )

        def order(written: Sequence[Command], reason: str, *, override: bool) -> None:
            last = [] if then else [_last(step, self._saver, reason, override=override)]
            after = (view.id, then) if then else None
            if written or last:
                self._order([*written, *last], refused=lambda error: self._again(popover, error), after=after)
            else:
                popover.close_popover()

        popover.move_requested.connect(lambda written: order(written, "", override=False))
        popover.move_anyway_requested.connect(lambda written, reason: order(written, reason, override=True))
        popover.link_requested.connect(self.link_requested)
        self._show(popover, self._head.next)
        popover.forms[0].focus_first()

    @staticmethod
    def _again(popover: MissingPopover, error: Refused) -> None:
        if isinstance(error, GateClosed):
            popover.still_missing(error.missing)
        else:
            popover.refuse(error)

    # --- the rarer moves ---

    def start_at_once(self) -> None:
        """An emergency: what is missing stays listed and blocks Conclusion."""
        self._order([MoveToStep(Step.CONTAINMENT.key, self._saver.to_send(), emergency=True)],
                    said=self.tr("Moved to {step}.").format(step=said(STEP_NAMES[Step.CONTAINMENT])))  # fmt: skip

    def ask_back(self) -> None:
        view = self._presenter.view
        if view is None:
            return
        earlier = [(step.key, said(STEP_NAMES[step])) for step in view.incident.route if step < view.step]
        popover = self._reason(
            self.tr("Move back"), self.tr("To which step? What was written stays."), self.tr("Move back"),
            choices=earlier,
        )  # fmt: skip
        popover.given.connect(lambda reason, key: self._go_back(popover, reason, STEP_BY_KEY[key]))

    def _go_back(self, popover: ReasonPopover, reason: str, step: Step) -> None:
        words = self.tr("Moved back to {step}.").format(step=said(STEP_NAMES[step]))
        self._order([MoveToStep(step.key, reason=reason)], said=words, refused=popover.refuse)

    def ask_short_path(self) -> None:
        popover = self._reason(
            self.tr("Short path to Conclusion"),
            self.tr("For a minor incident that the measure solved. Prioritisation and Reaction are left out."),
            self.tr("Take the short path"),
        )

        popover.given.connect(lambda reason, _: self._take_short_path(reason, popover.refuse))

    def _take_short_path(self, reason: str, otherwise: Callable[[Refused], None]) -> None:
        def refused(error: Refused) -> None:
            if isinstance(error, GateClosed):
                self.close()
                go_on = partial(self._take_short_path, reason, self._session.explain)
                self._ask_missing(error.missing, None, then=lambda _: go_on())
            else:
                otherwise(error)

        self._order([TakeShortPath(reason)], said=self.tr("Moved to Conclusion."), refused=refused)

    def ask_reopening(self) -> None:
        sentence = self.tr("The signatures become void; they stay in the journal. Everything can be written again.")
        popover = self._reason(self.tr("Open the record again"), sentence, self.tr("Open again"))
        popover.given.connect(
            lambda reason, _: self._order(
                [ReopenIncident(reason)], said=self.tr("Opened again."), refused=popover.refuse
            )
        )

    def ask_void(self) -> None:
        sentence = self.tr("For a record made by mistake or as a test. It keeps its number and leaves all lists.")
        popover = self._reason(self.tr("Mark as void"), sentence, self.tr("Mark as void"), danger=True)
        popover.given.connect(
            lambda reason, _: self._order(
                [VoidIncident(reason)], said=self.tr("Marked as void."), refused=popover.refuse
            )
        )

    def ask_reinstating(self) -> None:
        sentence = self.tr("The record counts again and comes back where it was.")
        popover = self._reason(self.tr("Take back that it is void"), sentence, self.tr("Take back"))
        popover.given.connect(
            lambda reason, _: self._order(
                [ReinstateIncident(reason)], said=self.tr("It counts again."), refused=popover.refuse
            )
        )

    def ask_hold(self) -> None:
        """The notice on the page tells that it is held; it is lifted with a reason, and not by one press."""
        sentence = self.tr("While a dispute or an inquiry lasts: nothing of the record is erased, whatever is due.")
        popover = self._reason(self.tr("Put under legal hold"), sentence, self.tr("Hold it"))
        popover.given.connect(lambda reason, _: self._order([HoldIncident(reason)], refused=popover.refuse))

    def ask_lifting(self) -> None:
        sentence = self.tr("From then on the record can be erased again when its time is over, or on request.")
        popover = self._reason(self.tr("Lift the legal hold"), sentence, self.tr("Lift it"))
        popover.given.connect(lambda reason, _: self._order([LiftHold(reason)], refused=popover.refuse))

    # --- how it is asked and ordered ---

    @property
    def popover(self) -> Asked | None:
        """What is open at the moment."""
        return self._open

    def _reason(
        self, title: str, sentence: str, verb: str, *, choices: Sequence[tuple[str, str]] = (), danger: bool = False
    ) -> ReasonPopover:
        popover = ReasonPopover(
            title, sentence, verb, self._session, self._theme, self._page, choices=choices, danger=danger
        )
        self._show(popover, self._head.more)
        popover.reason.setFocus()
        return popover

    def _show(self, popover: Asked, button: QWidget) -> None:
        self.close()
        self._open = popover
        self._seen = self._presenter.view.position if self._presenter.view is not None else None
        popover.closed.connect(self._on_closed)
        popover.open_at(self._below(button))

    def _below(self, button: QWidget) -> QRect:
        """An anchor so wide that the popover finds room only below it, with its tail at the button."""
        at, wide = button.mapTo(self._page, QPoint(0, 0)), self._page.width()
        return QRect(at.x() + button.width() // 2 - wide, at.y(), 2 * wide, button.height())

    def close(self) -> None:
        if self._open is not None:
            self._open.close_popover()

    def _on_closed(self) -> None:
        popover, self._open, self._seen = self._open, None, None
        if popover is not None:
            popover.deleteLater()

    def _order(
        self, commands: Sequence[Command], *, said: str = "", refused: Callable[[Refused], None] | None = None,
        after: tuple[str, Callable[[IncidentView], None]] | None = None,
    ) -> None:  # fmt: skip
        def done(result: Done) -> None:
            self.close()
            self._then = after
            self.moved.emit()

        def not_taken(error: Refused) -> None:
            if isinstance(error, EditConflict):
                self._seen = error.position  # it is said; who presses once more means it
            (refused or self._session.explain)(error)

        self._presenter.order(commands, seen=self._seen, said=said, done=done, refused=not_taken)


def _last(step: Step | None, saver: Saver, reason: str, *, override: bool) -> Command:
    """The move itself, after what fills in the gaps."""
    if step is None:
        return ConcludeIncident(reason, override)
    return MoveToStep(step.key, saver.to_send(), reason, override)
