"""A register is made whole or not at all, so that a try that failed is not in the way of the next."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from incident_desk.app import wire
from incident_desk.storage import schema
from incident_desk.storage import tables as t
from incident_desk.storage.engine import is_server, open_database
from incident_desk.storage.register import create_register, open_register
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.new_register import make_register
from incident_desk.usecases.rows import IncidentFilter
from tests.factories import make_register as furnished
from tests.storage.other_program import other_program


def tables(address: str) -> set[str]:
    database = open_database(address)
    with database.reader.connect() as connection:
        found = set(sa.inspect(connection).get_table_names())
    database.dispose()
    return found


def there(address: str) -> bool:
    return bool(tables(address)) if is_server(address) else any(Path(address).parent.iterdir())


def test_that_the_schema_makes_no_table_that_is_not_taken_back(own_address: str) -> None:
    create_register(own_address).close()
    of_search = {each for each in tables(own_address) if each.startswith("search_fts")}
    assert tables(own_address) - of_search == {*t.metadata.tables, schema.VERSIONS.name}


def test_that_a_register_that_was_made_by_half_is_taken_back(own_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables are all made; then the connection breaks."""
    upgrade = schema.upgrade

    def upgrade_and_break(*given: object) -> None:
        upgrade(*given)  # type: ignore[arg-type]  # handed on
        raise sa.exc.OperationalError("COMMIT", {}, Exception("server closed the connection"))

    with monkeypatch.context() as patch:
        patch.setattr(schema, "upgrade", upgrade_and_break)
        with pytest.raises(SurroundingsFailed, match="server_unreachable"):
            create_register(own_address)
    assert not there(own_address)
    furnished(own_address).close()


def test_that_a_register_that_cannot_be_furnished_leaves_nothing(own_address: str, tmp_path: Path) -> None:
    """A letter that no database takes stops the first entries."""
    services = wire(tmp_path.parent, "en")
    with pytest.raises(Exception, match=r"surrogate|utf"):
        make_register(services, own_address, "general", organisation="\ud800", site_code="SITE", zone="UTC")
    assert not there(own_address)
    make_register(services, own_address, "general", organisation="St Brigid", site_code="SITE", zone="UTC").close()
    assert open_and_count(own_address) == 0


def test_that_a_furnished_register_is_never_taken_back(own_address: str) -> None:
    furnished(own_address).discard()
    assert open_and_count(own_address) == 0


def open_and_count(address: str) -> int:
    register = open_register(address)
    try:
        return register.queries.count(IncidentFilter())
    finally:
        register.close()


def test_that_two_programs_do_not_take_each_others_tables(own_address: str) -> None:
    made: list[str] = []
    together = threading.Barrier(8)

    def make() -> None:
        together.wait(timeout=60)
        try:
            create_register(own_address).close()
            made.append("made")
        except SurroundingsFailed as failed:
            made.append(failed.code)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == ["made", *["register_exists"] * 7]
    assert tables(own_address) >= set(t.metadata.tables)


def test_that_a_fault_in_the_middle_of_rows_is_told(address: str) -> None:
    register = furnished(address)
    rows = register.queries.content(bytes(32))
    with other_program(address) as program:
        program.run("ALTER TABLE content RENAME TO gone")
    with pytest.raises(SurroundingsFailed):
        next(rows)
    register.close()


@pytest.fixture
def own_address(new_address: Callable[[], str], tmp_path: Path) -> str:
    """A file in a folder of its own, or a database of its own."""
    address = new_address()
    if is_server(address):
        return address
    folder = tmp_path / "own"
    folder.mkdir()
    return str(folder / "Ward.register")
