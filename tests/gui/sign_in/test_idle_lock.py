"""After some minutes without a key or the mouse the window hides what it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from incident_desk.domain.directory import ChangePerson, ChangeSettings
from incident_desk.gui.idle_lock import IdleLock
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.secrets import set_secret
from tests.factories import NAMES, Desk
from tests.gui.conftest import OpenWindow

Open = Callable[[Desk], OpenWindow]
SHORT_MINUTE = 30  # milliseconds


def only_anna(desk: Desk) -> None:
    for name in NAMES:
        if name != "Anna Berg":
            desk.do(desk.person(name), ChangePerson("x", {"active": False}))


def short_lock(opened: OpenWindow, minutes: int) -> IdleLock:
    """A lock whose minutes are over sooner."""
    opened.desk.do(None, ChangeSettings({"idle_minutes": minutes}))
    opened.until(lambda: opened.window.session.names.settings.idle_minutes == minutes)
    lock = IdleLock(opened.window.session, opened.window, minute_ms=SHORT_MINUTE)
    lock._watch()
    lock.idle.connect(opened.window.lock)
    return lock


def test_that_the_window_hides_when_nobody_works(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    desk.new("containment")
    short_lock(opened, 1)
    opened.until(lambda: opened.window.page.key == "sign_in")
    assert opened.window.session.actor.id is None
    assert not opened.window.side_bar.isVisible()


def test_that_keys_and_the_mouse_keep_it_open(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    lock = short_lock(opened, 10)
    fired: list[bool] = []
    lock.idle.connect(lambda: fired.append(True))
    handle = opened.window.windowHandle()
    for number in range(12):
        QTest.qWait(60)
        if number % 2:
            QTest.keyClick(handle, Qt.Key.Key_Shift)
        else:
            QTest.mouseMove(handle, QPoint(100 + number, 100))
    assert fired == []
    opened.until(lambda: fired)


def test_that_one_person_without_a_secret_is_left_alone(desk: Desk, open_on: Open) -> None:
    only_anna(desk)
    opened = open_on(desk)
    lock = short_lock(opened, 1)
    assert not lock.wanted
    set_secret(desk.register, desk.submitter.actor, desk.person("Anna Berg"), "correct horse", uuid7())
    opened.until(lambda: lock.wanted)
    opened.until(lambda: opened.window.page.key == "sign_in")


def test_that_nobody_is_locked_out_of_a_register_without_people(open_on: Open, tmp_path: object) -> None:
    from pathlib import Path

    from incident_desk.domain.context import NOBODY
    from incident_desk.usecases.submission import Submitter
    from tests.factories import make_register

    address = str(Path(str(tmp_path)) / "nobody.register")
    register = make_register(address)
    opened = open_on(Desk(register, Submitter(register, uuid7, NOBODY), address))
    assert not opened.window._idle.wanted
    opened.window.lock()
    assert opened.window.page.key == "board"
    register.close()


def test_that_a_locked_window_does_not_lock_again(desk: Desk, open_on: Open) -> None:
    opened = open_on(desk)
    opened.window.lock()
    history = len(opened.window._history)
    opened.window.lock()
    assert len(opened.window._history) == history
    assert not opened.window._idle.wanted
