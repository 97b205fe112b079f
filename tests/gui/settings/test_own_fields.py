"""The site's own fields in the settings: added, changed and retired in place, with the row they become."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.field_editing import AddField, ChangeField
from incident_desk.domain.packs.fields import ASKED_KINDS
from incident_desk.domain.vocabulary import Step
from incident_desk.gui.settings.answers_field import Answer, AnswersField
from incident_desk.gui.settings.own_fields_section import OwnFieldsSection
from incident_desk.gui.widgets.fields import ChoiceField
from incident_desk.usecases.names import read_names
from tests.factories import Desk
from tests.gui.settings.conftest import Opened, field_of, line_of, ticks_of
from tests.own_fields import DECLARED, OWN_FIELDS

Open = Callable[[Desk], Opened]
ALARM = AddField("Bed alarm on", "yes_no", "identification", "place", help="as it was found")
SHIFT = AddField("Shift", "choice", "identification", "times", ("Early", "Late", "Night"))


def fields(desk: Desk) -> tuple[Field, ...]:
    return read_names(desk.register.queries).pack.fields


def choose(section: OwnFieldsSection, key: str, code: str) -> None:
    choice = field_of(section.editor.form, key, ChoiceField)
    choice.setCurrentIndex(choice.findData(code))
    choice.activated.emit(choice.currentIndex())


def answers_of(section: OwnFieldsSection) -> AnswersField:
    return field_of(section.editor.form, "options", AnswersField)


def tick(section: OwnFieldsSection, flag: str) -> None:
    ticks_of(section.editor.form, "flags")._boxes[flag].click()


def previewed(section: OwnFieldsSection) -> Field:
    assert section.preview.form is not None
    (cell,) = section.preview.form.cells.values()
    return cell.editor.field


def test_that_without_any_it_says_what_they_are_for(desk: Desk, settings_of: Open) -> None:
    section = settings_of(desk).section(OwnFieldsSection)
    assert section.about.isVisible()
    assert not section.editor.isVisible()
    assert not section.preview.isVisible()
    assert [section.tree.nodes.node(section.tree.nodes.index(row, 0)).key for row in range(5)] == [  # type: ignore[union-attr]  # five steps
        step.key for step in Step
    ]  # fmt: skip


def test_that_a_field_is_added_to_the_step_that_is_marked(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(OwnFieldsSection)
    section.tree.mark("reaction")
    section.add.click()
    assert not section.about.isVisible()
    QTest.keyClicks(line_of(section.editor.form, "label"), "Hours lost")
    choose(section, "kind", "number")
    QTest.keyClicks(line_of(section.editor.form, "unit"), "hours")
    tick(section, "needed")
    section.editor.save.click()
    opened.until(lambda: section.tree.marked() == "site.hours_lost")
    (field,) = fields(desk)
    assert (field.kind, field.step, field.section, field.unit["de"]) == (
        FieldKind.NUMBER, Step.REACTION, "cause", "hours",
    )  # fmt: skip
    assert (field.needed, field.personal) == (True, False)
    assert opened.told[-1] == "Hours lost added."


def test_that_answers_are_typed_with_the_keyboard(desk: Desk, settings_of: Open) -> None:
    opened = settings_of(desk)
    section = opened.section(OwnFieldsSection)
    section.add.click()
    QTest.keyClicks(line_of(section.editor.form, "label"), "Shift")
    choose(section, "kind", "choice")
    answers = answers_of(section)
    assert answers.isVisible()
    answers._lines[0].line.setFocus()
    for number, word in enumerate(("Early", "Late", "Night")):
        QTest.keyClicks(answers._lines[number].line, word)
        QTest.keyClick(answers._lines[number].line, Qt.Key.Key_Return)
    assert len(answers._lines) == 4, "Enter behind the last one makes one more"
    assert answers._lines[3].line.hasFocus()
    section.editor.save.click()
    opened.until(lambda: bool(fields(desk)))
    assert [option.label["en"] for option in fields(desk)[0].options] == ["Early", "Late", "Night"]


def test_that_the_row_is_shown_while_it_is_typed(desk: Desk, settings_of: Open) -> None:
    section = settings_of(desk).section(OwnFieldsSection)
    section.add.click()
    QTest.keyClicks(line_of(section.editor.form, "label"), "Shift")
    assert previewed(section).label["en"] == "Shift"
    for kind in ASKED_KINDS:
        choose(section, "kind", kind)
        assert previewed(section).kind == kind
        assert line_of(section.editor.form, "unit").isVisible() == (kind == "number")
        assert answers_of(section).isVisible() == (kind in ("choice", "choices"))
    choose(section, "kind", "choice")
    QTest.keyClicks(answers_of(section)._lines[0].line, "Early")
    assert section.preview.form is not None
    widget = next(iter(section.preview.form.cells.values())).editor.widget
    assert isinstance(widget, QComboBox)
    assert [widget.itemText(row) for row in range(widget.count())] == ["Early"]
    QTest.keyClicks(line_of(section.editor.form, "help"), "as on the rota")
    assert previewed(section).help["en"] == "as on the rota"


def test_that_texts_tell_of_a_person_until_somebody_says_otherwise(desk: Desk, settings_of: Open) -> None:
    section = settings_of(desk).section(OwnFieldsSection)
    section.add.click()
    ticked = ticks_of(section.editor.form, "flags").codes
    assert ticked() == ["personal"]
    choose(section, "kind", "date")
    assert ticked() == []
    choose(section, "kind", "prose")
    assert ticked() == ["personal"]


def test_that_a_field_is_changed_but_not_its_kind(desk: Desk, settings_of: Open) -> None:
    desk.do(None, ALARM)
    opened = settings_of(desk)
    section = opened.section(OwnFieldsSection)
    section.tree.mark("site.bed_alarm_on")
    assert not field_of(section.editor.form, "kind", ChoiceField).isEnabled()
    line_of(section.editor.form, "label").setText("Bed alarm was on")
    choose(section, "section", "extent")
    tick(section, "needed")
    opened.until(section.editor.save.isEnabled)
    section.editor.save.click()
    opened.until(lambda: fields(desk)[0].needed)
    (field,) = fields(desk)
    assert (field.key, field.label["de"], field.section) == ("site.bed_alarm_on", "Bed alarm on", "extent")
    assert field.label["en"] == "Bed alarm was on"
    assert field.help["en"] == "as it was found"


def test_that_answers_are_reworded_added_and_taken_away(desk: Desk, settings_of: Open) -> None:
    desk.do(None, SHIFT)
    opened = settings_of(desk)
    section = opened.section(OwnFieldsSection)
    section.tree.mark("site.shift")
    answers = answers_of(section)
    answers._lines[1].line.selectAll()
    QTest.keyClicks(answers._lines[1].line, "Evening")
    answers._lines[2].leave.click()
    assert answers._lines[2].back.isVisibleTo(answers)
    answers.more.click()
    QTest.keyClicks(answers._lines[3].line, "Weekend")
    answers.more.click()
    answers._lines[4].leave.click()
    assert len(answers._lines) == 4
    opened.until(section.editor.save.isEnabled)
    section.editor.save.click()
    opened.until(lambda: len(fields(desk)[0].options) == 4)
    assert [(o.code, o.label["en"], o.retired) for o in fields(desk)[0].options] == [
        ("early", "Early", False), ("late", "Evening", False), ("night", "Night", True), ("weekend", "Weekend", False),
    ]  # fmt: skip
    opened.until(lambda: Answer("weekend", "Weekend") in answers.answers())
    answers._lines[2].back.click()
    opened.until(section.editor.save.isEnabled)
    section.editor.save.click()
    opened.until(lambda: not any(option.retired for option in fields(desk)[0].options))


def test_that_a_field_is_not_asked_for_any_more_and_can_come_back(desk: Desk, settings_of: Open) -> None:
    desk.do(None, ALARM)
    opened = settings_of(desk)
    section = opened.section(OwnFieldsSection)
    section.tree.mark("site.bed_alarm_on")
    assert section.retire.words == "Stop asking for it"
    section.retire.click()
    opened.until(lambda: section.retire.words == "Ask for it again")
    assert fields(desk)[0].retired
    section.retire.click()
    opened.until(lambda: section.retire.words == "Stop asking for it")
    assert not fields(desk)[0].retired


@pytest.mark.parametrize(
    ("order", "row", "sentence"),
    [
        (("Title", "text", ()), "label", 'Another field is called "Title" already. Choose a label of its own.'),
        (("Shift", "choice", ("Early",)), "options", "To choose from, there must be at least 2 answers. Add another one."),
        (("Shift", "choice", ("Early", "early")), "options", 'The answer "Early" stands there twice. Keep one of the two.'),
    ],
)  # fmt: skip
def test_that_what_is_refused_is_said_at_its_row(
    desk: Desk, settings_of: Open, order: tuple[str, str, tuple[str, ...]], row: str, sentence: str
) -> None:
    label, kind, answers = order
    opened = settings_of(desk)
    section = opened.section(OwnFieldsSection)
    section.add.click()
    QTest.keyClicks(line_of(section.editor.form, "label"), label)
    choose(section, "kind", kind)
    for number, word in enumerate(answers):
        QTest.keyClicks(answers_of(section)._lines[number].line, word)
    section.editor.save.click()
    opened.until(lambda: section.editor.form.rows[row].wrong)
    assert section.editor.form.rows[row].wrong == sentence
    assert line_of(section.editor.form, "label").text() == label


def test_that_what_a_colleague_changed_is_put_beside(desk: Desk, settings_of: Open) -> None:
    desk.do(None, ALARM)
    opened = settings_of(desk)
    section = opened.section(OwnFieldsSection)
    section.tree.mark("site.bed_alarm_on")
    opened.until(lambda: section.editor.seen)
    line_of(section.editor.form, "label").selectAll()
    QTest.keyClicks(line_of(section.editor.form, "label"), "Alarm of the bed")
    desk.do(None, ChangeField("site.bed_alarm_on", "Alarm at the bed", needed=True))
    section.editor.save.click()
    opened.until(lambda: section.editor.form.conflicts)
    assert fields(desk)[0].label["en"] == "Alarm at the bed"
    section.editor.form.conflicts["label"].keep.click()
    section.editor.save.click()
    opened.until(lambda: fields(desk)[0].label["en"] == "Alarm of the bed")
    assert fields(desk)[0].needed, "what was changed beside it stays"


def test_that_a_manager_reads_fields_and_cannot_change_them(desk: Desk, settings_of: Open) -> None:
    desk.do(None, SHIFT)
    section = settings_of(desk.acting_as("Maria Manager")).section(OwnFieldsSection)
    section.tree.mark("site.shift")
    assert not section.add.isVisible()
    assert not section.retire.isVisible()
    assert not section.editor.save.isVisible()
    assert line_of(section.editor.form, "label").isReadOnly()
    assert answers_of(section)._lines[0].line.isReadOnly()
    assert not answers_of(section).more.isEnabled()


def test_that_what_is_typed_is_still_there_after_a_look_at_another(desk: Desk, settings_of: Open) -> None:
    desk.do(None, SHIFT, ALARM)
    section = settings_of(desk).section(OwnFieldsSection)
    section.tree.mark("site.shift")
    QTest.keyClicks(answers_of(section)._lines[0].line, " bird")
    section.tree.mark("site.bed_alarm_on")
    assert not answers_of(section).isVisible()
    section.tree.mark("site.shift")
    assert answers_of(section).answers()[0] == Answer("early", "Early bird")
    section.editor.back.click()
    assert answers_of(section).answers()[0] == Answer("early", "Early")


def test_that_a_field_of_every_kind_is_shown(desk: Desk, settings_of: Open) -> None:
    desk.do(None, *OWN_FIELDS)
    section = settings_of(desk).section(OwnFieldsSection)
    for field in DECLARED:
        section.tree.mark(field.key)
        assert line_of(section.editor.form, "label").text() == field.label["en"]
        assert field_of(section.editor.form, "section", ChoiceField).code() == field.section
        assert previewed(section).kind is field.kind
        assert not section.editor.form.changes()
