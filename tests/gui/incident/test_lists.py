"""Lines of lists in place, messages, notes, and the words of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from incident_desk.domain.commands import AddItem, ChangeFields, ChangeItem
from incident_desk.gui.incident.communication_part import CommunicationPart
from incident_desk.gui.incident.item_rows import TableRow
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage
from tests.hostile import TEXTS


def rows(shown: OpenPage, key: str) -> list[TableRow]:
    return shown.list_part(key).findChildren(TableRow)


def test_that_an_empty_list_says_what_belongs_there_and_a_line_is_added_in_place(
    desk: Desk, open_incident: OpenIncident
) -> None:
    shown = open_incident(desk, desk.new("containment"))
    measures = shown.list_part("measures")
    assert "keeps people safe" in " ".join(label.text() for label in measures.findChildren(QLabel) if label.isVisible())
    QTest.keyClick(measures.add, Qt.Key.Key_Return)
    form = measures.form
    assert form is not None
    QTest.keyClicks(shown.window.window.focusWidget(), "Pump out of use")
    QTest.keyClick(shown.window.window.focusWidget(), Qt.Key.Key_Return)
    shown.until(lambda: shown.stored.of("measures"))
    shown.until(lambda: len(rows(shown, "measures")) == 1)
    assert measures.form is None
    assert "Pump out of use" in rows(shown, "measures")[0].accessibleName()
    assert "In force" in rows(shown, "measures")[0].accessibleName()


def test_that_pressing_a_row_opens_it_to_be_changed(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    desk.do(incident, AddItem("measures", {"what": "Pump out of use"}))
    shown = open_incident(desk, incident)
    row = rows(shown, "measures")[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    form = shown.list_part("measures").form
    assert form is not None
    QTest.keyClicks(form.form.cells["what"].editor.widget, ", labelled")
    QTest.keyClick(form.save, Qt.Key.Key_Return)
    shown.until(lambda: shown.stored.of("measures")[0].values["what"] == "Pump out of use, labelled")


def test_that_a_measure_is_lifted_in_place(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    desk.do(incident, AddItem("measures", {"what": "Pump out of use"}))
    shown = open_incident(desk, incident)
    line = next(iter(shown.list_part("measures")._lines.values()))
    assert line.end is not None
    QTest.keyClick(line.end, Qt.Key.Key_Return)
    QTest.keyClicks(shown.window.window.focusWidget(), "2026-11-12 10:10")
    QTest.keyClick(shown.window.window.focusWidget(), Qt.Key.Key_Return)
    shown.until(lambda: "lifted" in shown.stored.of("measures")[0].values)
    shown.until(lambda: "Lifted" in rows(shown, "measures")[0].accessibleName())
    assert line.end.isHidden()


def test_that_a_line_a_colleague_changed_meanwhile_is_not_overwritten(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    desk.do(incident, AddItem("measures", {"what": "Pump out of use"}))
    shown = open_incident(desk, incident)
    item = shown.stored.of("measures")[0]
    shown.list_part("measures").begin_changing(item)
    form = shown.list_part("measures").form
    assert form is not None
    QTest.keyClicks(form.form.cells["what"].editor.widget, " (mine)")
    desk.acting_as("Carl Coordinator").do(incident, ChangeItem(item.id, {"what": "Carl's words"}))
    shown.until(lambda: "Carl" in rows(shown, "measures")[0].accessibleName())
    QTest.keyClick(form.save, Qt.Key.Key_Return)
    shown.settle()
    assert shown.stored.of("measures")[0].values["what"] == "Carl's words"
    assert shown.list_part("measures").form is form, "what was typed stays"
    assert form.form.cells["what"].editor.value() == "Pump out of use (mine)"


def test_that_a_line_is_taken_off_the_list_and_can_be_put_back(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("identification")
    desk.do(incident, AddItem("people", {"name": "Ada", "role": "witness"}))
    shown = open_incident(desk, incident)
    people = shown.list_part("people")
    people.begin_changing(people.items[0])
    assert people.form is not None
    QTest.keyClick(people.form.remove, Qt.Key.Key_Return)
    shown.until(lambda: not shown.stored.of("people"))
    shown.settle()
    shown.page.act("undo")
    shown.until(lambda: shown.stored.of("people"))


def test_that_writing_a_promised_update_keeps_the_promise(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    desk.do(incident, AddItem("promises", {"what": "Ward 3", "at": "2026-11-12T10:30"}))
    shown = open_incident(desk, incident)
    part = shown.page.form.findChild(CommunicationPart)
    assert part is not None
    assert part.block.isVisible()
    QTest.keyClick(part.block.write, Qt.Key.Key_Return)
    form = part.told.form
    assert form is not None
    assert form.form.cells["whom"].editor.value() == "Ward 3"
    QTest.keyClick(form.save, Qt.Key.Key_Return)
    shown.until(lambda: shown.stored.of("communications"))
    assert "kept" in shown.stored.of("promises")[0].values
    shown.until(lambda: part.block.isHidden())


def test_that_a_note_goes_into_the_journal(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    QTest.keyClicks(shown.page.journal.note, "Called the supplier")
    QTest.keyClick(shown.page.journal.note, Qt.Key.Key_Return)
    shown.until(lambda: shown.kinds[-1] == "noted")
    shown.until(lambda: shown.page.journal.note.text() == "")
    shown.until(lambda: "Called the supplier" in str(shown.page.journal.journal.model.index(0, 0).data()))


def test_that_the_chain_is_checked_and_said_to_be_unbroken(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    words = f"Entry {desk.position(shown.record)}, chain unbroken since the first report"
    labels = shown.page.journal.findChildren(QLabel)
    shown.until(lambda: any(label.text() == words for label in labels))


def test_that_the_title_is_changed_in_the_head(desk: Desk, open_incident: OpenIncident) -> None:
    shown = open_incident(desk, desk.new("containment"))
    title = shown.page.head.title
    QTest.mouseClick(title.pencil, Qt.MouseButton.LeftButton)
    QTest.keyClicks(title.line, "Pump 7 ran too fast")
    QTest.keyClick(title.line, Qt.Key.Key_Return)
    shown.until(lambda: shown.values["title"] == "Pump 7 ran too fast")
    shown.until(lambda: title.label.text() == "Pump 7 ran too fast")
    QTest.mouseClick(title.pencil, Qt.MouseButton.LeftButton)
    title.line.clear()
    QTest.keyClick(title.line, Qt.Key.Key_Return)
    shown.until(lambda: title.problem.text())
    assert shown.values["title"] == "Pump 7 ran too fast"


def test_that_hostile_text_is_shown_literally_everywhere(desk: Desk, open_incident: OpenIncident) -> None:
    incident = desk.new("containment")
    markup = [text for text in TEXTS if text[:1] in {"<", "{", "$", "%"} or "&" in text]
    for text in markup:
        desk.do(
            incident, AddItem("measures", {"what": text}), AddItem("communications", {"whom": text, "message": text})
        )
    desk.do(incident, ChangeFields({"title": markup[0], "extent_areas": markup[1]}))
    shown = open_incident(desk, incident)
    assert shown.page.head.title.label.text() == markup[0]
    assert shown.field("extent_areas").text() == markup[1]  # type: ignore[attr-defined]  # a line
    said = [row.accessibleName() for row in rows(shown, "measures")]
    assert all(text in name for text, name in zip(markup, said, strict=True))
    rich = [label for label in shown.page.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText]
    assert [label.text() for label in rich if label.text()] == []
