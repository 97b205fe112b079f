"""The time field states what was typed, no more exact than that, and fills in nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from incident_desk.domain.values import Precision, StatedTime
from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.fields import ChoiceField, LineField
from incident_desk.gui.widgets.time_field import TimeField

Open = Callable[[QWidget], QWidget]
ZONE = "Europe/Dublin"
NOW = datetime(2026, 11, 12, 10, 24, tzinfo=UTC)


@pytest.fixture
def field(theme: Theme, opened: Open) -> TimeField:
    made = TimeField(ZONE, theme, None, now=lambda: NOW)
    opened(made)
    return made


def parts(field: TimeField) -> tuple[LineField, LineField, ChoiceField]:
    first, last, how = field.edits()
    assert isinstance(first, LineField)
    assert isinstance(last, LineField)
    assert isinstance(how, ChoiceField)
    return first, last, how


def choose(field: TimeField, precision: Precision) -> None:
    how = parts(field)[2]
    how.set_code(precision)
    how.activated.emit(how.currentIndex())


def understood(field: TimeField) -> str:
    return [label for label in field.findChildren(QLabel) if label.isVisible()][-1].text()


def test_that_an_untouched_field_states_nothing(field: TimeField) -> None:
    assert field.value() is None
    assert field.problem() == ""
    assert parts(field)[0].text() == ""


def test_that_an_hour_is_an_hour_of_today_and_says_so(field: TimeField) -> None:
    QTest.keyClicks(parts(field)[0], "14:30")
    assert field.value() == StatedTime.at(datetime(2026, 11, 12, 14, 30, tzinfo=UTC), ZONE)
    assert understood(field) == "today, Thu 12 Nov 2026, 14:30"


def test_that_a_date_alone_stays_a_date(field: TimeField) -> None:
    QTest.keyClicks(parts(field)[0], "11.11.")
    assert field.value() == StatedTime.on(date(2026, 11, 11), ZONE)
    assert understood(field) == "Wed 11 Nov 2026"


def test_that_about_and_only_the_date_are_kept(field: TimeField) -> None:
    choose(field, Precision.ABOUT)
    QTest.keyClicks(parts(field)[0], "8:25")
    value = field.value()
    assert value is not None
    assert value.precision is Precision.ABOUT
    choose(field, Precision.DATE)
    assert field.value() == StatedTime.on(date(2026, 11, 12), ZONE)


def test_that_between_takes_two_times(field: TimeField) -> None:
    first, last, _ = parts(field)
    assert not last.isVisible()
    choose(field, Precision.BETWEEN)
    assert last.isVisible()
    QTest.keyClicks(first, "11.11. 22:00")
    assert field.value() is None
    QTest.keyClicks(last, "23:15")
    value = field.value()
    assert value is not None
    assert value.latest == datetime(2026, 11, 11, 23, 15, tzinfo=UTC)  # an hour alone is of the first day
    last.selectAll()
    QTest.keyClicks(last, "21:00")
    assert field.value() is None
    assert "second time is before the first" in field.problem()


def test_that_not_known_is_a_statement_without_a_time(field: TimeField) -> None:
    choose(field, Precision.UNKNOWN)
    assert field.value() == StatedTime.unknown(ZONE)
    assert not parts(field)[0].isVisible()


def test_that_nonsense_gets_a_sentence_when_the_field_is_left(field: TimeField) -> None:
    said: list[str] = []
    field.problem_found.connect(said.append)
    first = parts(field)[0]
    QTest.keyClicks(first, "soon")
    assert said == []
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert "Write it as 14:30" in said[-1]
    assert field.value() is None
    first.selectAll()
    QTest.keyClicks(first, "14:30")
    assert said[-1] == ""


@pytest.mark.parametrize("language", [QLocale.Language.English, QLocale.Language.German])
@pytest.mark.parametrize(
    "value",
    [
        StatedTime.at(datetime(2026, 11, 12, 8, 25, tzinfo=UTC), ZONE),
        StatedTime.at(datetime(2026, 7, 1, 8, 25, 31, tzinfo=UTC), ZONE, Precision.ABOUT),
        StatedTime.at(datetime(2026, 7, 1, 8, 25, 31, 123456, tzinfo=UTC), "Asia/Tokyo"),
        StatedTime.on(date(2025, 2, 28), ZONE),
        StatedTime(NOW, NOW.replace(hour=12), Precision.BETWEEN, ZONE),
        StatedTime.unknown(ZONE),
        None,
    ],
)
def test_that_a_stated_time_comes_back_untouched(
    value: StatedTime | None, language: QLocale.Language, field: TimeField
) -> None:
    QLocale.setDefault(QLocale(language))
    field.set_value(value)
    assert field.value() == value
    assert field.problem() == ""


@pytest.mark.parametrize("language", [QLocale.Language.English, QLocale.Language.German])
def test_that_the_field_understands_what_it_writes(language: QLocale.Language, field: TimeField, theme: Theme) -> None:
    QLocale.setDefault(QLocale(language))
    value = StatedTime.at(datetime(2026, 3, 12, 8, 25, tzinfo=UTC), ZONE)
    field.set_value(value)
    other = TimeField(ZONE, theme, field, now=lambda: NOW)
    parts(other)[0].setText(parts(field)[0].text())
    assert other.value() == value


def test_that_a_time_by_another_clock_is_corrected_by_that_clock(field: TimeField) -> None:
    field.set_value(StatedTime.at(datetime(2026, 11, 12, 8, 25, tzinfo=UTC), "Asia/Tokyo"))
    first = parts(field)[0]
    assert first.text() == "12 Nov 2026 17:25"
    assert understood(field).endswith("(Asia/Tokyo)")
    first.selectAll()
    QTest.keyClicks(first, "12 Nov 2026 17:30")
    assert field.value() == StatedTime.at(datetime(2026, 11, 12, 8, 30, tzinfo=UTC), "Asia/Tokyo")


def test_that_narrow_parts_stand_below_each_other(field: TimeField, qtbot: QtBot) -> None:
    first, _, how = parts(field)
    field.resize(500, 80)
    qtbot.waitUntil(lambda: how.y() == first.y())
    field.resize(180, 120)
    qtbot.waitUntil(lambda: how.y() > first.geometry().bottom())
