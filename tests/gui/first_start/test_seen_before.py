"""What this PC saw of a register before: an old copy is told, heads are taken, and no password is written down."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from incident_desk.domain.commands import SignOff
from incident_desk.gui.first_start.trouble_sheet import TroubleSheet
from incident_desk.gui.messages import Tone
from incident_desk.gui.trust.trust_page import TrustPage
from incident_desk.support.addresses import with_password, without_password
from incident_desk.support.pins import Pin, read_pin, write_pin
from incident_desk.support.settings import SettingsFile
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.rows import IncidentFilter
from tests.factories import open_desk
from tests.gui.first_start.conftest import Start

Begin = Callable[..., Start]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "Ward.register"
    with open_desk(str(path)) as desk:
        desk.new("ready")
    return path


def act_as_anna(started: Start, path: Path) -> None:
    """Opens it once more, as her."""
    with_people = started.until_open()
    person = next(each.id for each in with_people.session.names.people.values() if each.name == "Anna Berg")
    register_id = with_people.session.names.settings.register_id
    started.settings.change(last_person={register_id: person})
    started.host.begin(str(path))
    started.told.clear()


def test_that_a_register_is_pinned_when_it_is_closed(start: Begin, written: Path) -> None:
    started = start(str(written))
    session = started.until_open().session
    register_id, data_dir = session.names.settings.register_id, session.services.data_dir
    assert read_pin(data_dir, register_id) is None
    started.host.close()
    pin = read_pin(data_dir, register_id)
    assert pin is not None
    assert pin.index > 10


def test_that_an_old_copy_is_told_with_what_to_do_and_can_be_worked_in(start: Begin, written: Path) -> None:
    copy = Path(shutil.copy(written, written.with_name("Copy.register")))
    first = start(str(written))
    session = first.until_open().session
    register_id, data_dir = session.names.settings.register_id, session.services.data_dir
    first.host.close()
    pin = read_pin(data_dir, register_id)
    assert pin is not None
    write_pin(data_dir, register_id, Pin(pin.index + 5, bytes(32), 1))
    started = start(str(copy))
    act_as_anna(started, copy)
    window = started.until_open()
    started.until(lambda: [each for each in started.told if each.tone is Tone.TROUBLE])
    told = next(each for each in started.told if each.tone is Tone.TROUBLE)
    assert "older than what this PC saw" in told.text
    assert told.button == "Check everything"
    assert told.action is not None
    told.action()
    page = window.page
    assert isinstance(page, TrustPage)
    started.until(lambda: page.check.broken.text())
    assert read_pin(data_dir, register_id) == Pin(pin.index + 5, bytes(32), 1)


def test_that_a_signature_takes_a_head(start: Begin, written: Path) -> None:
    started = start(str(written))
    act_as_anna(started, written)
    session = started.until_open().session
    record = session.register.queries.incidents(IncidentFilter(), limit=1)[0].id
    before = session.register.queries.head().index
    session.submit(record, [SignOff("author")])
    started.until(lambda: session.register.queries.head().index > before)
    started.settle()
    pin = read_pin(session.services.data_dir, session.names.settings.register_id)
    assert pin is not None
    assert pin.index > before


# --- passwords ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("address", "kept"), [
    ("postgresql://amina:very@secret@db/ward", "postgresql://amina@db/ward"),
    ("postgresql://amina:x@/ward?host=a:5432&password=y&host=b", "postgresql://amina@/ward?host=a:5432&host=b"),
    ("mariadb://db/ward?password=y", "mariadb://db/ward"),
    ("postgresql://db/ward", "postgresql://db/ward"),
    ("/home/a:b@c/Ward.register", "/home/a:b@c/Ward.register"),
])  # fmt: skip
def test_that_an_address_is_kept_without_its_password(tmp_path: Path, address: str, kept: str) -> None:
    assert without_password(address) == kept
    SettingsFile(tmp_path).change(last_register=address, known_registers=[address, kept])
    assert "very" not in (tmp_path / "settings.toml").read_text()
    assert SettingsFile(tmp_path).current.known_registers == [kept]


def test_that_a_password_of_an_older_version_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('last_register = "mariadb://a:geheim@db/x"\n')
    settings = SettingsFile(tmp_path)
    assert settings.current.last_register == "mariadb://a@db/x"
    settings.change(zoom=110)
    assert "geheim" not in (tmp_path / "settings.toml").read_text()


def test_that_the_password_is_asked_again_where_the_server_wants_one(start: Begin) -> None:
    started = start()
    address = "postgresql://amina@127.0.0.1:9/ward"
    started.assistant.show_trouble(address, SurroundingsFailed("server_login", name="ward"))
    sheet = started.assistant.sheet
    assert isinstance(sheet, TroubleSheet)
    assert sheet.password is not None
    assert sheet.password.label == "Password of amina"
    found: list[str] = []
    sheet.found.connect(found.append)
    sheet.buttons[0].click()
    assert found == []
    sheet.password.field.setText("p@ss word/%")  # type: ignore[attr-defined]  # a line
    sheet.buttons[0].click()
    assert found == ["postgresql://amina:p%40ss%20word%2F%25@127.0.0.1:9/ward"]
    assert with_password(address, "x") == "postgresql://amina:x@127.0.0.1:9/ward"
    started.settle()
