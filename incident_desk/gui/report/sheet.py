"""The sheet of the quick report: five questions, one column, keys enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTime, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from incident_desk.domain.vocabulary import KIND_HINTS, KIND_NAMES, Kind
from incident_desk.gui.language import said
from incident_desk.gui.paint.edges import paint_sheet
from incident_desk.gui.report.lately import Lately
from incident_desk.gui.report.moment import DAY, SHIFT, MomentRows
from incident_desk.gui.report.name_line import NameLine
from incident_desk.gui.report.place_field import PlaceField
from incident_desk.gui.session import Session
from incident_desk.gui.telling.watch import TellingWatch
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.buttons import Button, Fit, Weight
from incident_desk.gui.widgets.dressing import Painted
from incident_desk.gui.widgets.fields import ProseField
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.labels import PlainLabel
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import Rule
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile

_KIND_ICONS = {
    Kind.INCIDENT: "bandage",
    Kind.NEAR_MISS: "hand-stop",
    Kind.HAZARD: "alert-triangle",
    Kind.GOOD_CATCH: "bulb",
}


class ReportSheet(Painted):
    """Signals: `edited`; `send_requested`; `later_requested`; `files_dropped`, which a report cannot take."""

    edited = Signal()
    send_requested = Signal()
    later_requested = Signal()
    files_dropped = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._session = session
        tiles = [Tile(kind.value, said(KIND_NAMES[kind]), said(KIND_HINTS[kind]), _KIND_ICONS[kind]) for kind in Kind]
        self._kind = ChoiceTiles(tiles, theme, self)
        self._kind.set_code(Kind.INCIDENT.value)
        self._what = ProseField(theme, self)
        self.watch = TellingWatch(self._what, session, theme, self)
        self._place = PlaceField(session, theme, self)
        self._lately = Lately(theme, self)
        self._when = ChoiceTiles(
            [Tile("now", self.tr("Just now")), Tile(SHIFT, self.tr("Earlier this shift")),
             Tile(DAY, self.tr("Another day"))], theme, self,
        )  # fmt: skip
        self._moment = MomentRows(session, theme, self)
        self._name = NameLine(theme, self, placeholder=self.tr("Your name"))
        self._nameless = TickBox(self.tr("Send without my name"), theme, self)
        self._send = Button(self.tr("Send report"), theme, self, weight=Weight.PRIMARY, icon="send", fit=Fit.LARGE)
        self._later = Button(self.tr("Finish later"), theme, self, weight=Weight.QUIET)
        self._state = Note(theme, self, icon="circle-check", ink="ink2", icon_ink="ok")
        self._rows: dict[str, FormRow] = {}
        self._offered = ""  # the name of who is signed in
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sheet(painter, self.rect().toRectF().adjusted(3, 3, -3, -4), self._theme, radius=9)
        painter.end()

    def _lay_out(self) -> None:
        theme, u = self._theme, self._theme.u
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * u, 3 * u, 5 * u, 3 * u)
        column.setSpacing(2 * u)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self.tr("Report an incident"), theme, self, role="page-title"), 1)
        head.addWidget(PlainLabel(self.tr("Five questions, under a minute"), theme, self, role="body", ink="ink3"))
        column.addLayout(head)
        column.addWidget(self._row("kind", self.tr("What is it?"), self._kind))
        hint = self.tr("a sentence or two, no names of people")
        what = self._row("what_happened", self.tr("What happened?"), self._what, hint)
        what.add_below(self.watch)
        column.addWidget(what)
        where = QHBoxLayout()
        where.setSpacing(u)
        where.addWidget(self._row("place", self.tr("Where?"), self._place), 1)
        where.addWidget(self._lately, 1)
        column.addLayout(where)
        when = QHBoxLayout()
        when.setSpacing(2 * u)
        when.addWidget(self._row("when", self.tr("When did it happen?"), self._when), 3)
        when.addWidget(self._moment, 2)
        column.addLayout(when)
        who = QHBoxLayout()
        who.setSpacing(2 * u)
        only = self.tr("only the coordinator sees it")
        who.addWidget(self._row("reporter_name", self.tr("Who reports?"), self._name, only), 1)
        who.addWidget(self._nameless, 1)
        column.addLayout(who)
        column.addWidget(Rule(theme, self))
        foot = QHBoxLayout()
        foot.addWidget(self._send)
        foot.addWidget(self._later)
        foot.addStretch(1)
        foot.addWidget(self._state)
        column.addLayout(foot)
        self._show_time()

    def _row(self, key: str, label: str, field: QWidget, hint: str = "") -> FormRow:
        self._rows[key] = FormRow(label, field, self._theme, self, hint=hint, large=True)
        return self._rows[key]

    def _connect(self) -> None:
        self._kind.code_chosen.connect(self._on_edited)
        self._when.code_chosen.connect(self._on_when)
        self._what.textChanged.connect(self._on_edited)
        self._name.textEdited.connect(self._on_edited)
        self._place.edited.connect(self._on_edited)
        self._place.left_with.connect(self._say_own_words)
        self._moment.edited.connect(self._on_edited)
        self._nameless.toggled.connect(self._on_nameless)
        self._lately.chosen.connect(self._on_lately)
        self._send.clicked.connect(self.send_requested)
        self._later.clicked.connect(self.later_requested)

    def _on_edited(self, *_: object) -> None:
        for row in self._rows.values():
            row.set_wrong("")
        self._moment.clear_marks()
        self._say_whose()
        self._count_answers()
        self.edited.emit()

    def _on_when(self, code: str) -> None:
        self._show_time()
        self._on_edited()

    def _show_time(self) -> None:
        self._moment.ask_for(self._when.code())

    def _on_nameless(self, nameless: bool) -> None:
        self._name.setText("" if nameless else self._offered)
        self._name.setEnabled(not nameless)
        self._on_edited()

    def _on_lately(self, place: str) -> None:
        self._place.show_place(place)
        self._on_edited()

    def _say_own_words(self, words: str) -> None:
        self._rows["place"].set_help(self.tr("Not on the list. It is sent as you wrote it.") if words else "")

    def _say_whose(self) -> None:
        """What the sheet says is what is kept: without a name nobody's name is in the record."""
        self._rows["reporter_name"].set_help(self.tr("Sent without a name.") if self.anonymous else "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasUrls())

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit()

    # --- values ---

    @property
    def anonymous(self) -> bool:
        """Ticked, or the name of who is signed in was taken away."""
        return self._nameless.isChecked() or bool(self._offered and not self._name.text().strip())

    @property
    def place(self) -> str | None:
        """The id of the place that was chosen from the list."""
        return self._place.chosen()

    @property
    def is_empty(self) -> bool:
        return not self._what.text().strip()

    def values(self) -> dict[str, Any]:
        """The answers as they stand; also what a draft keeps."""
        return {
            "kind": self._kind.code(), "what_happened": self._what.text(), "place": self._place.chosen(),
            "place_words": self._place.own_words(), "when": self._when.code(), "reporter_name": self._name.text(),
            "nameless": self._nameless.isChecked(), **self._moment.answers(),
        }  # fmt: skip

    def stated_time(self) -> dict[str, Any] | None:
        """What was said of the time where it was not just now."""
        return self._moment.value()

    def set_values(self, values: dict[str, Any]) -> None:
        self._kind.set_code(values.get("kind"))
        self._what.set_text(str(values.get("what_happened") or ""))
        self._what.moveCursor(QTextCursor.MoveOperation.End)  # one goes on writing there
        self._place.show_place(values.get("place"), str(values.get("place_words") or ""))
        self._when.set_code(values.get("when"))
        self._moment.show_answers(str(values.get("day") or ""), str(values.get("hour") or ""))
        self._nameless.setChecked(bool(values.get("nameless")))
        self._name.setText(str(values.get("reporter_name", self._offered)))
        self._show_time()
        self._say_whose()
        self._count_answers()

    def offer_name(self, name: str) -> None:
        """The name of who is signed in stands in the sheet, unless another one was written there."""
        if self._name.text() in ("", self._offered) and not self._nameless.isChecked():
            self._name.setText(name)
        self._offered = name
        self._say_whose()

    def clear(self) -> None:
        self.set_values({"kind": Kind.INCIDENT.value})

    def focus_first(self) -> None:
        self._what.setFocus()

    def show_places(self, places: Sequence[str]) -> None:
        names = self._session.names
        self._lately.show_places([(place, names.place(place)) for place in places])

    # --- what it says ---

    def _count_answers(self) -> None:
        values = self.values()
        where = bool(values["place"] or values["place_words"])
        when = values["when"] == "now" or self.stated_time() is not None
        answered = sum((bool(values["kind"]), bool(values["what_happened"].strip()), where, when))
        named = bool(values["reporter_name"]) or self.anonymous
        text = self.tr("{count} of 5 answered, name is optional").format(count=answered + named)
        self._state.show_sentence(text)

    def say_what_is_needed(self) -> None:
        """An empty sheet was sent: one answer must be there, the others may be."""
        needed = self.tr("Needed: what happened. Where, when and a name help, if you know them.")
        self._state.show_sentence(needed, icon="pencil", icon_ink="high")

    def say_kept(self) -> None:
        now = QTime.currentTime().toString("HH:mm:ss")
        self._state.show_sentence(self.tr("Kept as a draft {time}").format(time=now))

    def show_sent(self, number: str) -> None:
        self._state.show_sentence(self.tr("Sent as {number}").format(number=number))

    def show_wrong(self, field: str | None, sentence: str) -> None:
        """Marks the answer that was refused and puts the focus there."""
        if field == "occurred" and self._moment.isVisible():
            self._moment.say_refused(sentence)
            return
        row = self._rows.get(field or "") or self._rows["place" if field == "place_detail" else "what_happened"]
        row.set_wrong(sentence)
        row.focus_field()

    def mark_wrong_time(self) -> bool:
        """Says what of the time cannot be understood; False when all is well."""
        return self._moment.mark_wrong()
