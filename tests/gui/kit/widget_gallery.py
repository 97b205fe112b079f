"""Every widget of the kit on pages like those of the design, to look at and to walk through in tests.

python -m tests.gui.kit.widget_gallery [FOLDER] [PERCENT]
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from incident_desk.domain.packs.model import Band, Matrix, MatrixLevel
from incident_desk.domain.text import Text
from incident_desk.domain.values import Precision, StatedTime, micros
from incident_desk.domain.vocabulary import KIND_HINTS, KIND_NAMES, Kind, Priority, Step
from incident_desk.gui.forms.field_grid import FieldGrid, Room
from incident_desk.gui.language import said
from incident_desk.gui.messages import Message, Tone
from incident_desk.gui.paint.steps import StepState
from incident_desk.gui.paint.time_left import Haste
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.theme.marking import mark
from incident_desk.gui.widgets.buttons import Button, Fit, IconButton, Weight
from incident_desk.gui.widgets.dressing import letter
from incident_desk.gui.widgets.fields import ChoiceField, LineField, ProseField
from incident_desk.gui.widgets.flow import FlowRow
from incident_desk.gui.widgets.form_row import FormRow
from incident_desk.gui.widgets.journal_view import JournalView
from incident_desk.gui.widgets.labels import PlainLabel, SelectableText
from incident_desk.gui.widgets.marks import FuseRow, Initials, NumberBox, PriorityChip, Ring
from incident_desk.gui.widgets.matrix_view import MatrixView, Outcome
from incident_desk.gui.widgets.message_bar import MessageBar
from incident_desk.gui.widgets.notes import Note
from incident_desk.gui.widgets.panels import EmptyState, Panel, Rule
from incident_desk.gui.widgets.pick_field import Pick, PickField
from incident_desk.gui.widgets.pills import FilterPill
from incident_desk.gui.widgets.popover import Popover
from incident_desk.gui.widgets.search_box import SearchBox
from incident_desk.gui.widgets.section_head import SectionHead
from incident_desk.gui.widgets.side_bar import NavEntry, SideBar
from incident_desk.gui.widgets.status_line import StatusLine, StatusPart
from incident_desk.gui.widgets.step_rail import RailSection, RailStep, StepRail
from incident_desk.gui.widgets.ticks import TickBox
from incident_desk.gui.widgets.tiles import ChoiceTiles, Tile
from incident_desk.gui.widgets.time_field import TimeField
from incident_desk.usecases.journal_lines import Change, JournalLine

NOW = datetime(2026, 11, 12, 10, 24, tzinfo=UTC)
ZONE = "Europe/Dublin"
LONG = "Krankenhausinfektionsschutzbeauftragtenversammlung Rindfleischetikettierungsüberwachungsaufgabe"
HOSTILE = "<b>x</b> & <img src=x> R&D"
KIND_ICONS = {
    Kind.INCIDENT: "bandage",
    Kind.NEAR_MISS: "hand-stop",
    Kind.HAZARD: "alert-triangle",
    Kind.GOOD_CATCH: "bulb",
}
PEOPLE = (
    Pick("p1", "Amina Yusuf", "quality nurse"),
    Pick("p2", "Tomás Keane", "medical devices"),
    Pick("p3", "Daniel Okafor", "theatre"),
    Pick("p4", "Marta Nowak", "Ward 3"),
    Pick("p5", "Thomas Keller", "Ward 5"),
)


def frame(kind: str, parent: QWidget | None) -> QFrame:
    made = QFrame(parent)
    mark(made, kind=kind)
    return made


def side_bar(theme: Theme, parent: QWidget) -> SideBar:
    entries = [
        NavEntry("work", "My work", "checklist"),
        NavEntry("inbox", "Inbox", "inbox"),
        NavEntry("board", "Board", "layout-kanban"),
        NavEntry("register", "Register", "table"),
        NavEntry("deadlines", "Deadlines", "clock-hour-4"),
        NavEntry("reports", "Reports", "file-text"),
        NavEntry("settings", "Settings", "settings", at_bottom=True),
    ]
    bar = SideBar(entries, theme, parent)
    bar.set_register("St Brigid’s Hospital", "on this PC")
    bar.set_current("board")
    bar.set_count("work", 7)
    bar.set_count("deadlines", 3, urgent=True)
    bar.foot.addWidget(Rule(theme, bar))
    bar.foot.addWidget(PlainLabel("Early shift, until 14:00", theme, bar, role="hint-strong", ink="ink2"))
    bar.foot.addWidget(PlainLabel("8 measures in force", theme, bar, role="hint", ink="ink2"))
    bar.foot.addWidget(Button("Print handover sheet", theme, bar, icon="printer", fit=Fit.BAR))
    return bar


def status_line(theme: Theme, parent: QWidget) -> StatusLine:
    line = StatusLine(theme, parent)
    line.set_part("register", StatusPart("St Brigid’s Hospital (this PC)", "database"))
    line.set_part("who", StatusPart("Amina Yusuf, quality nurse", "user"))
    line.set_part("saved", StatusPart("All changes saved 10:24", "circle-check", "ok"))
    line.set_part("chain", StatusPart("Journal unbroken, entry 4,812", "shield-check"))
    line.set_part("backup", StatusPart("Last backup today 06:00"), at_right=True)
    return line


def board_page(theme: Theme) -> QWidget:
    """Shell, page head, pills, message bar, popover."""
    page = frame("page", None)
    content = QWidget(page)
    column = QVBoxLayout(content)
    u = theme.u
    column.setContentsMargins(3 * u, 2 * u, 3 * u, 2 * u)
    column.setSpacing(2 * u)
    head = QHBoxLayout()
    head.addWidget(PlainLabel("Board", theme, content, role="page-title", lines=1))
    head.addWidget(PlainLabel("Thursday 12 November, 10:24", theme, content, ink="ink2", lines=1))
    head.addStretch(1)
    head.addWidget(SearchBox(theme, content, placeholder="Find a number, word, person or place", shortcut="Ctrl+K"))
    column.addLayout(head)
    column.addWidget(_pills(theme, content))
    for tone, text, button in (
        (Tone.GOOD, "WARD3-2026-0042 moved to Prioritisation", "Undo"),
        (Tone.TROUBLE, "The register cannot be reached. Your text is kept on this PC.", "Try again"),
    ):
        bar = MessageBar(theme, content)
        bar.setObjectName(str(tone))
        bar.show_message(Message(tone, text, button))
        if tone is Tone.TROUBLE:
            bar.show_message(Message(Tone.INFO, "Tomás Keane joined"))
        column.addWidget(bar)
    marks = QHBoxLayout()
    for level in Priority:
        marks.addWidget(PriorityChip(level, theme, content))
    marks.addWidget(PriorityChip(Priority.CRITICAL, theme, content, large=True))
    marks.addWidget(Initials("Amina Yusuf", theme, content, own=True))
    marks.addWidget(Initials("Tomás Keane", theme, content))
    marks.addStretch(1)
    column.addLayout(marks)
    rings = QHBoxLayout()
    for whose, countdown, left, haste in (
        ("Letter to the family", "6 h", 0.25, Haste.SOON),
        ("Device authority", "1 d 21 h", 0.94, Haste.IN_HAND),
        ("Insurer", "sent 09:55", 1.0, Haste.DONE),
        ("Check it", "2 d", 0.0, Haste.OVERDUE),
    ):
        ring = Ring(whose, theme, content)
        ring.set_time(countdown, left, haste)
        rings.addWidget(ring)
    rings.addStretch(1)
    column.addLayout(rings)
    column.addStretch(1)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    row = QHBoxLayout()
    row.addWidget(side_bar(theme, page))
    row.addWidget(content, 1)
    outer.addLayout(row, 1)
    outer.addWidget(status_line(theme, page))
    pop = popover(theme, content)
    page.resize(1440, 900)
    page.show()
    pop.open_at(QRect(theme.px(420), theme.px(330), theme.px(30), theme.px(100)))
    return page


def _pills(theme: Theme, parent: QWidget) -> FlowRow:
    row = FlowRow(theme, parent)
    for text in ("All departments", "Responsible: anyone", "Priority: all"):
        row.add(FilterPill(text, theme, parent, opens=True))
    row.add(FilterPill("Mine", theme, parent, icon="user"))
    active = FilterPill("Opened", theme, parent)
    active.set_value("Opened since 20 Oct")
    row.add(active)
    row.add(FilterPill("Measures to check", theme, parent, icon="shield-check"))
    return row


def popover(theme: Theme, page: QWidget) -> Popover:
    made = Popover("Move WARD3-2026-0042 to Prioritisation", theme, page)
    body = made.body
    body.addWidget(PlainLabel("Containment → Prioritisation", theme, made, role="hint", ink="ink2"))
    body.addWidget(PlainLabel("Two things are missing", theme, made, role="popover-title"))
    body.addWidget(
        Note(
            theme, made, text="Measure in force: pump taken out of use", icon="circle-check", ink="ink2", icon_ink="ok"
        )
    )
    field = LineField(theme, made)
    field.setText("6 pumps, lot 22B-0714, wards 3 and")
    row = FormRow("Extent: how many pumps, lots, patients?", field, theme, made, help="Similar record: WARD1-2026-0011")
    body.addWidget(row)
    body.addWidget(PlainLabel("Are the 5 patients to check told?", theme, made, role="body-strong"))
    body.addWidget(TickBox("Not needed, because …", theme, made))
    body.addWidget(Rule(theme, made))
    body.addWidget(Note(theme, made, text="This will be entry 15 of the journal", icon="info-circle", ink="ink2"))
    buttons = FlowRow(theme, made)
    buttons.add(
        Button("Move card", theme, made, weight=Weight.PRIMARY),
        Button("Move anyway …", theme, made, weight=Weight.QUIET),
        Button("Put back", theme, made, weight=Weight.QUIET),
    )
    body.addWidget(buttons)
    return made


def rail(theme: Theme, parent: QWidget) -> StepRail:
    made = StepRail(theme, parent)
    sections = (
        RailSection("extent", "Extent", "1 missing", "high"),
        RailSection("measures", "Measures", "1 overdue", "crit"),
        RailSection("plan", "Response plan", "5 of 7"),
        RailSection("told", "People told", "1 missing", "high"),
        RailSection("update", "Next update", "in 6 min", "high"),
    )
    made.set_steps(
        [
            RailStep(Step.IDENTIFICATION, StepState.DONE, "done 08:55", "ok"),
            RailStep(Step.CONTAINMENT, StepState.NOW, "2 missing", "high", "pencil", sections),
            RailStep(Step.PRIORITISATION, StepState.TO_COME, "not started"),
            RailStep(Step.REACTION, StepState.TO_COME, "not started"),
            RailStep(Step.CONCLUSION, StepState.TO_COME, "not started"),
        ]
    )
    made.foot.addWidget(Rule(theme, made))
    made.foot.addWidget(PlainLabel("Deadlines", theme, made, role="body-strong"))
    for whose, countdown, left, haste in (
        ("Device authority", "1 d 21 h", 0.93, Haste.IN_HAND),
        ("Letter to the family", "9 d 6 h", 0.97, Haste.IN_HAND),
        ("Insurer", "sent 09:55", 1.0, Haste.DONE),
        ("Tell the ward again", "6 min", 0.1, Haste.SOON),
    ):
        fuse = FuseRow(whose, theme, made)
        fuse.set_time(countdown, left, haste)
        made.foot.addWidget(fuse)
    return made


def journal_lines() -> list[JournalLine]:
    def line(position: int, at: str, who: str, what: str, *changes: Change, reason: str = "") -> JournalLine:
        moment = datetime.fromisoformat(f"2026-11-{at}:00+00:00")
        return JournalLine(position, micros(moment), who, what, changes, reason, f"op{position}", "fields_changed")

    subcategory = Change("Subcategory", "Infusion line", "Infusion pump", False)
    return [
        line(1, "11T08:34", "Liam Doyle", "reported the incident from the ward PC"),
        line(2, "12T08:55", "Amina Yusuf", "moved the incident to Containment"),
        line(3, "12T08:58", "Tomás Keane", "put a measure in force: “Pump IP-2207 taken out of use, labelled”"),
        line(4, "12T09:10", "Marta Nowak", "told the patient’s daughter by phone", reason="she asks for a call"),
        line(5, "12T09:12", "Amina Yusuf", "changed Subcategory", subcategory, reason="the line was intact"),
        line(6, "12T10:10", "Daniel Okafor", f"wrote {HOSTILE}"),
        line(7, "12T10:18", "Amina Yusuf", "wrote the extent: areas, equipment, patients, third parties"),
    ]


def incident_page(theme: Theme) -> QWidget:
    """Record head, step rail, form in all its states, journal."""
    page = frame("page", None)
    u = theme.u
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    head = QHBoxLayout()
    head.setContentsMargins(2 * u, 2 * u, 3 * u, 2 * u)
    head.setSpacing(2 * u)
    head.addWidget(NumberBox("WARD3-2026-0042", theme, page))
    title = QVBoxLayout()
    title.setSpacing(2)
    title.addWidget(
        PlainLabel("Infusion pump ran at ten times the set rate", theme, page, role="record-title", lines=2)
    )
    facts = QHBoxLayout()
    facts.setSpacing(u)
    facts.addWidget(PriorityChip(Priority.CRITICAL, theme, page))
    facts.addWidget(PlainLabel("suggested, decided in step 3", theme, page, role="hint", ink="ink2", lines=1))
    facts.addWidget(Initials("Amina Yusuf", theme, page, own=True))
    facts.addWidget(PlainLabel("Amina Yusuf", theme, page, role="hint-strong", lines=1))
    facts.addStretch(1)
    title.addLayout(facts)
    head.addLayout(title, 1)
    head.addWidget(IconButton("search", "Find", theme, page))
    head.addWidget(Button("Print record", theme, page, icon="printer"))
    head.addWidget(Button("On to Prioritisation →", theme, page, weight=Weight.PRIMARY))
    outer.addLayout(head)
    outer.addWidget(Rule(theme, page))
    panes = QHBoxLayout()
    panes.setSpacing(0)
    steps = rail(theme, page)
    steps.setFixedWidth(theme.px(216))
    panes.addWidget(steps)
    panes.addWidget(Rule(theme, page, upright=True))
    panes.addWidget(_form(theme, page), 1)
    panes.addWidget(Rule(theme, page, upright=True))
    panes.addWidget(_journal(theme, page))
    outer.addLayout(panes, 1)
    page.resize(1250, 900)
    return page


def _form(theme: Theme, parent: QWidget) -> QWidget:
    paper = frame("paper", parent)
    u = theme.u
    column = QVBoxLayout(paper)
    column.setContentsMargins(3 * u, 2 * u, 3 * u, 2 * u)
    column.setSpacing(2 * u)
    head = SectionHead("Extent", theme, paper, hint="what and who is affected")
    head.add_right(Note(theme, paper, text="1 missing", icon="pencil", ink="high", role="hint-strong"))
    column.addWidget(head)
    grid = FieldGrid(theme, paper)

    def line(text: str) -> LineField:
        made = LineField(theme, grid)
        made.setText(text)
        return made

    grid.add(FormRow("Areas", line("Ward 3, ward 5 store"), theme, grid), Room.USUAL)
    grid.add(FormRow("Equipment", line("Infusion pump IP-2207"), theme, grid), Room.USUAL)
    missing = FormRow("Lots or quantity", LineField(theme, grid), theme, grid)
    missing.set_missing(True)
    grid.add(missing, Room.USUAL)
    grid.add(FormRow(HOSTILE, line(HOSTILE), theme, grid, help=HOSTILE, hint=HOSTILE), Room.USUAL)
    wrong = FormRow("Staff", line("None"), theme, grid)
    wrong.set_wrong("Discovered is before Occurred. Check the two times.")
    grid.add(wrong, Room.USUAL)
    spread = ChoiceField([("yes", "Yes, same lot"), ("no", "No"), ("odd", HOSTILE)], theme, grid)
    spread.set_code("yes")
    grid.add(FormRow("Could it spread?", spread, theme, grid), Room.USUAL)
    time = TimeField(ZONE, theme, grid, now=lambda: NOW)
    time.set_value(StatedTime.at(datetime(2026, 11, 12, 8, 25, tzinfo=UTC), ZONE, Precision.ABOUT))
    grid.add(FormRow("Occurred", time, theme, grid), Room.WHOLE)
    pick = PickField(PEOPLE, theme, grid, placeholder="Type a name")
    pick.set_chosen("p2")
    grid.add(FormRow("Responsible", pick, theme, grid), Room.USUAL)
    grid.add(FormRow(LONG, line("x"), theme, grid, help=LONG), Room.USUAL)
    off = line("Read only")
    off.setReadOnly(True)
    grid.add(FormRow("Number of the paper form", off, theme, grid), Room.USUAL)
    prose = ProseField(theme, grid, placeholder="In your own words")
    prose.set_text(
        "The pump in room 312 was set to 5 ml per hour. Six minutes later the alarm for an empty bag sounded."
    )
    grid.add(FormRow("What happened?", prose, theme, grid, hint="a sentence or two, no names of people"), Room.WHOLE)
    column.addWidget(grid)
    ticked = TickBox("Patient looked after, doctor called", theme, paper)
    ticked.setChecked(True)
    column.addWidget(ticked)
    column.addWidget(TickBox(f"Same model on other wards found and listed. {LONG}", theme, paper))
    column.addWidget(EmptyState("No measure yet. What keeps people safe?", theme, paper, action="Add a measure"))
    column.addWidget(EmptyState("Nothing overdue.", theme, paper, good=True))
    buttons = FlowRow(theme, paper)
    off_button = Button("Not now", theme, paper)
    off_button.setEnabled(False)
    buttons.add(
        Button("Save & close", theme, paper, weight=Weight.PRIMARY, icon="check"),
        Button("Void the record …", theme, paper, weight=Weight.DANGER),
        off_button,
        Button(LONG, theme, paper),
    )
    column.addWidget(buttons)
    column.addStretch(1)
    return paper


def _journal(theme: Theme, parent: QWidget) -> QWidget:
    side = QWidget(parent)
    side.setFixedWidth(theme.px(356))
    column = QVBoxLayout(side)
    tabs = QTabBar(side)
    tabs.setExpanding(False)
    tabs.setAccessibleName("Side pane")
    letter(tabs, "body-strong", theme)
    for name in ("Journal", "Messages 3", "Files 2"):
        tabs.addTab(name)
    column.addWidget(tabs)
    view = JournalView(theme, side)
    view.set_lines(journal_lines(), ZONE)
    view.set_chain("Entry 7, chain unbroken since the first report", unbroken=True)
    note = LineField(theme, side, placeholder="Add a note for the journal")
    note.setAccessibleName("Add a note for the journal")
    view.foot.addWidget(note)
    column.addWidget(view, 1)
    return side


def report_page(theme: Theme) -> QWidget:
    """The quick report: tiles, large fields, a promise panel."""
    page = frame("page", None)
    u = theme.u
    row = QHBoxLayout(page)
    row.setContentsMargins(3 * u, 3 * u, 3 * u, 3 * u)
    row.setSpacing(4 * u)
    sheet = Panel("", theme, page)
    body = sheet.body
    body.setSpacing(2 * u)
    body.addWidget(PlainLabel("Report an incident", theme, sheet, role="page-title"))
    tiles = ChoiceTiles(
        [Tile(kind, said(KIND_NAMES[kind]), said(KIND_HINTS[kind]), KIND_ICONS[kind]) for kind in Kind], theme, sheet
    )
    tiles.set_code(Kind.NEAR_MISS)
    body.addWidget(FormRow("What is it?", tiles, theme, sheet, large=True))
    body.addWidget(
        FormRow(
            "What happened?",
            ProseField(theme, sheet),
            theme,
            sheet,
            hint="a sentence or two, no names of people",
            large=True,
        )
    )
    when = ChoiceTiles(
        [Tile("now", "Just now"), Tile("shift", "Earlier this shift"), Tile("day", "Another day")], theme, sheet
    )
    when.set_code("shift")
    body.addWidget(FormRow("When did it happen?", when, theme, sheet, large=True))
    who = PickField(PEOPLE, theme, sheet, placeholder="Your name")
    body.addWidget(FormRow("Who reports?", who, theme, sheet, hint="only the coordinator sees it", large=True))
    body.addWidget(TickBox("Send without my name", theme, sheet))
    send = Button("Send report", theme, sheet, weight=Weight.PRIMARY, icon="send", fit=Fit.LARGE)
    last = QHBoxLayout()
    last.addWidget(send)
    last.addWidget(Button("Finish later", theme, sheet, weight=Weight.QUIET))
    last.addStretch(1)
    last.addWidget(Note(theme, sheet, text="4 of 5 answered", icon="circle-check", ink="ink2", icon_ink="ok"))
    body.addLayout(last)
    body.addStretch(1)
    row.addWidget(sheet, 2)
    side = Panel("Promises", theme, page, hint="updates you owe")
    side.body.addWidget(SelectableText(HOSTILE, theme, side))
    side.body.addWidget(PlainLabel(LONG, theme, side, lines=2))
    side.body.addStretch(1)
    row.addWidget(side, 1)
    page.resize(1100, 760)
    page.show()
    who.setFocus()
    edit = who.edits()[0]
    assert isinstance(edit, LineField)
    edit.setText("Tom")
    edit.textEdited.emit("Tom")
    return page


def matrix() -> Matrix:
    rows = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
    columns = ("Negligible", "Minor", "Moderate", "Major", "Catastrophic")
    bands = ((Priority.LOW, 1, 3), (Priority.MEDIUM, 4, 6), (Priority.HIGH, 8, 12), (Priority.CRITICAL, 15, 25))
    return Matrix(
        "hospital",
        3,
        Text("How likely"),
        Text("How bad: consequence"),
        tuple(MatrixLevel(str(n), Text(name)) for n, name in reversed(list(enumerate(rows)))),  # the worst on top
        tuple(MatrixLevel(str(n), Text(name)) for n, name in enumerate(columns)),
        tuple(tuple(r * c for c in range(1, 6)) for r in range(5, 0, -1)),
        tuple(Band(level, low, high) for level, low, high in bands),
    )


def matrix_page(theme: Theme) -> QWidget:
    page = frame("paper", None)
    u = theme.u
    grid = QGridLayout(page)
    grid.setContentsMargins(3 * u, 3 * u, 3 * u, 3 * u)
    grid.setHorizontalSpacing(4 * u)
    view = MatrixView(matrix(), theme, page)
    view.set_outcome(Outcome.ACTUAL, "2", "2")
    view.set_outcome(Outcome.POTENTIAL, "2", "4")
    grid.addWidget(view, 0, 0, Qt.AlignmentFlag.AlignTop)
    page.resize(980, 460)
    return page


PAGES: dict[str, Callable[[Theme], QWidget]] = {
    "board": board_page,
    "incident": incident_page,
    "report": report_page,
    "matrix": matrix_page,
}


def main(folder: Path, percent: int) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    theme = Theme(app)
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        theme.set_zoom(percent)
        for name, make in PAGES.items():
            page = make(theme)
            page.show()
            if percent > 100:
                page.resize(1600, 1200)
            faded_in = QEventLoop()
            QTimer.singleShot(200, faded_in.quit)
            faded_in.exec()
            page.grab().save(str(folder / f"{name}-{mode}-{percent}.png"))
            page.deleteLater()


if __name__ == "__main__":
    place = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp(prefix="widget-gallery-"))
    place.mkdir(parents=True, exist_ok=True)
    main(place, int(sys.argv[2]) if len(sys.argv) > 2 else 100)
