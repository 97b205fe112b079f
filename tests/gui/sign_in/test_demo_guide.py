"""Whom the demo tells a newcomer to choose; and that nobody with a password is signed in by the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from incident_desk.domain.directory import ChangeSettings
from incident_desk.gui.sign_in.demo_guide import guide_of_demo
from incident_desk.gui.sign_in.sign_in_page import SignInPage
from incident_desk.usecases.names import Names
from tests.factories import Desk
from tests.gui.conftest import OpenWindow
from tests.gui.sign_in.test_sign_in import give_secret

Open = Callable[[Desk], OpenWindow]
DEMO = "Krankenhaus St. Brigida"


def demo_names(desk: Desk, *, has_secret: bool = False) -> Names:
    """The names of a register whose first person is the demo's coordinator."""
    names = desk.submitter.names()
    carl = names.people[desk.person("Carl Coordinator")]
    amina = replace(carl, name="Amina Yusuf", has_secret=has_secret)
    settings = replace(names.settings, organisation=DEMO)
    return replace(names, people={**names.people, amina.id: amina}, settings=settings)


def test_that_the_demo_names_a_coordinator(desk: Desk) -> None:
    names = demo_names(desk)
    expected = "Amina Yusuf" if names.pack.id == "hospital" else ""
    assert guide_of_demo(names) == expected


def test_that_a_register_of_ones_own_names_nobody(desk: Desk, open_on: Open) -> None:
    desk.do(None, ChangeSettings({"organisation": "Ward 3"}))
    assert guide_of_demo(desk.submitter.names()) == ""
    page = open_on(desk).show("sign_in")
    assert isinstance(page, SignInPage)
    assert not page._guide.isVisible()


def test_that_whoever_set_a_password_meanwhile_is_not_named(desk: Desk) -> None:
    assert guide_of_demo(demo_names(desk, has_secret=True)) == ""


def test_that_the_start_signs_nobody_in_who_has_a_password(desk: Desk, open_on: Open) -> None:
    give_secret(desk, "Anna Berg")
    opened = open_on(desk)
    assert opened.host.settings.current.last_person, "Anna was here last"
    assert opened.window.session.actor.id is None
    assert opened.window.page.key == "report"
