"""The schema: every table's class, names by one rule, and one history that makes the same tables everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from incident_desk.storage import schema, tables
from incident_desk.storage.engine import Database, open_database
from incident_desk.storage.register import needs_upgrade, open_register
from incident_desk.storage.types import BINARY_COLLATION
from incident_desk.usecases.errors import SurroundingsFailed
from tests.factories import Desk, make_register
from tests.storage.other_program import other_program

CLASSES = {
    "state": {
        "incident", "item", "field_value", "person", "place", "equipment", "knowledge", "knowledge_link", "setting",
        "pack_version",
    },
    "journal": {"chain", "journal", "journal_part", "log", "signed_head", "content"},
    "index": {"search_text"},
    "work": {"op", "counter", "secret", "presence"},
}  # fmt: skip
# What only one engine has, made by the migration beside the tables.
OF_THE_ENGINE = {
    "search_fts", "search_fts_data", "search_fts_idx", "search_fts_docsize", "search_fts_config",
    "search_fts_parts", "search_fts_parts_data", "search_fts_parts_idx", "search_fts_parts_docsize",
    "search_fts_parts_config", "ix_search_text_head", "ix_incident_title",
    "alembic_version", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4", "words", "ix_search_text_words",
}  # fmt: skip
MIGRATIONS = Path(schema.__file__).parent / "migrations"


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    if "://" not in address:
        from incident_desk.storage.dialects.sqlite import create_file

        create_file(Path(address))
    database = open_database(address)
    yield database
    database.dispose()


# --- the tables as declared ------------------------------------------------------------------------


def test_that_every_table_says_what_it_is() -> None:
    declared: dict[str, set[str]] = {}
    for table in tables.metadata.tables.values():
        declared.setdefault(table.info["class"], set()).add(table.name)
    assert declared == CLASSES


def test_that_state_of_records_is_all_of_the_state() -> None:
    of_records = {table.name for each in tables.STATE_OF_RECORD.values() for table in each}
    assert of_records == CLASSES["state"]


def test_that_every_constraint_and_index_is_named_by_the_rule() -> None:
    rule = re.compile(r"^(pk|uq|fk|ck|ix)_[a-z_0-9]+$")
    for table in tables.metadata.tables.values():
        named: list[sa.Constraint | sa.Index] = [*table.constraints, *table.indexes]
        for each in named:
            assert each.name is not None, f"{table.name}: {each!r}"
            assert rule.match(str(each.name)), each.name
            assert table.name in str(each.name), f"{each.name} does not name its table {table.name}"
            assert len(str(each.name)) <= 63  # PostgreSQL cuts longer ones


def test_that_the_newest_revision_is_the_one_this_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    revisions = [each.revision for each in script.walk_revisions()]
    assert script.get_heads() == [schema.HEAD]
    assert frozenset(revisions) - {schema.HEAD} == schema.OLDER
    assert len(revisions) == schema.NUMBER


def test_that_migrations_import_no_code_of_the_program() -> None:
    for path in (MIGRATIONS / "versions").glob("*.py"):
        assert "incident_desk" not in path.read_text(encoding="utf-8"), path.name


# --- the tables as made -------------------------------------------------------------------------------


def differences(database: Database) -> list[Any]:
    """What alembic would still change, but for what only this engine has."""

    def ours(_object: object, name: str | None, *_: object) -> bool:
        return name not in OF_THE_ENGINE

    with database.reader.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "include_object": ours}
        )
        return list(compare_metadata(context, tables.metadata))


def made(database: Database) -> list[str]:
    with database.reader.connect() as connection:
        names = sa.inspect(connection).get_table_names()
    return sorted(name for name in names if name not in OF_THE_ENGINE)


ALL = sorted(name for names in CLASSES.values() for name in names)


def test_that_tables_are_strict_on_sqlite(sqlite_address: str) -> None:
    make_register(sqlite_address).close()
    with other_program(sqlite_address) as program:
        strict = program.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict")
    assert sorted(name for (name,) in strict) == ALL


def test_that_tables_compare_letter_by_letter_on_mariadb(mariadb_address: str) -> None:
    make_register(mariadb_address).close()
    query = "SELECT table_name, table_collation FROM information_schema.tables WHERE table_schema = database()"
    with other_program(mariadb_address) as program:
        collations = dict(program.rows(query))
    assert {name: collations[name] for name in ALL} == dict.fromkeys(ALL, BINARY_COLLATION)


def test_that_the_history_ends_at_the_tables_as_declared(database: Database) -> None:
    schema.upgrade(database)
    assert made(database) == ALL
    assert differences(database) == []


def test_that_the_check_of_the_history_would_notice_a_missing_column(database: Database) -> None:
    schema.upgrade(database)
    with database.reader.connect() as connection:
        connection.execute(sa.text("ALTER TABLE presence DROP COLUMN who"))
    assert [each[0] for each in differences(database)] == ["add_column"]


def test_that_every_step_goes_up_and_down_and_up_again(database: Database) -> None:
    schema.upgrade(database)
    first = snapshot(database)
    schema.downgrade(database, "base")
    assert made(database) == []
    with database.reader.connect() as connection:
        assert schema.revision(connection) is None
    schema.upgrade(database)
    assert snapshot(database) == first
    assert differences(database) == []


def snapshot(database: Database) -> Any:
    """Tables, columns, keys and indexes as the engine tells them."""
    with database.reader.connect() as connection:
        inspector = sa.inspect(connection)
        return {
            table: (
                [(column["name"], str(column["type"]), column["nullable"]) for column in inspector.get_columns(table)],
                inspector.get_pk_constraint(table),
                sorted((each["name"], each["column_names"], each["unique"]) for each in inspector.get_indexes(table)),
                sorted((each["name"], each["constrained_columns"]) for each in inspector.get_foreign_keys(table)),
            )
            for table in ALL
        }


def test_that_a_register_with_data_goes_down_and_up(own_desk: Desk) -> None:
    """Down takes everything with it, so the file can be used for a new register afterwards."""
    own_desk.new("signed")
    own_desk.register.take_head()
    own_desk.register.close()
    database = open_database(own_desk.address)
    schema.downgrade(database, "base")
    assert made(database) == []
    schema.upgrade(database)
    assert differences(database) == []
    with database.reader.connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.journal)).scalar_one() == 0
    database.dispose()
    with pytest.raises(SurroundingsFailed, match="not_a_register"):
        open_register(own_desk.address)


def test_that_an_upgrade_of_the_newest_version_changes_nothing(own_desk: Desk) -> None:
    incident = own_desk.new("signed")
    before = own_desk.record(incident)
    database = open_database(own_desk.address)
    schema.upgrade(database)
    database.dispose()
    assert own_desk.record(incident) == before
    assert own_desk.breaks() == []
    assert not needs_upgrade(own_desk.address)


def test_that_a_newer_schema_is_refused_and_left_alone(address: str) -> None:
    make_register(address).close()
    with other_program(address) as program:
        program.run("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SurroundingsFailed) as caught:
        open_register(address)
    assert caught.value.code == "register_newer"
    with other_program(address) as program:
        assert program.one("SELECT version_num FROM alembic_version") == "9999"
        assert program.one("SELECT count(*) FROM setting") > 0


# --- what each engine is told -------------------------------------------------------------------------


def test_that_an_sqlite_file_is_strict_and_safe(sqlite_desk: Desk) -> None:
    with other_program(sqlite_desk.address) as program:
        strict = {name for name, is_strict in program.rows("SELECT name, strict FROM pragma_table_list") if is_strict}
        assert strict == set(ALL)
        assert program.one("PRAGMA journal_mode") == "wal"
    database = open_database(sqlite_desk.address)
    for engine in (database.writer, database.reader):
        with engine.connect() as connection:
            settings = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in (
                    "synchronous",
                    "foreign_keys",
                    "trusted_schema",
                    "secure_delete",
                    "cell_size_check",
                    "mmap_size",
                )
            }
        assert settings == {
            "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "secure_delete": 1, "cell_size_check": 1, "mmap_size": 0,
        }  # fmt: skip
    database.dispose()


def test_that_an_sqlite_table_takes_no_value_of_another_kind(sqlite_desk: Desk) -> None:
    from sqlcipher3 import dbapi2 as sqlite  # type: ignore[import-untyped]  # has no stubs

    with other_program(sqlite_desk.address) as program, pytest.raises(sqlite.IntegrityError, match="cannot store TEXT"):
        program.run("UPDATE chain SET position = 'ten'")


def test_that_servers_keep_what_was_committed_before_anyone_reads_it(address: str) -> None:
    database = open_database(address)
    if database.name == "sqlite":
        database.dispose()
        pytest.skip("one writer at a time")
    with database.writer.connect() as connection:
        assert connection.get_isolation_level() == "READ COMMITTED"
    with database.reader.connect() as connection:
        assert connection.get_isolation_level() in {"AUTOCOMMIT", "READ COMMITTED"}
    database.dispose()


def test_that_a_mariadb_session_is_strict_and_in_utc(mariadb_address: str) -> None:
    database = open_database(mariadb_address)
    with database.writer.connect() as connection:
        mode, zone, charset = connection.exec_driver_sql(
            "SELECT @@sql_mode, @@time_zone, @@character_set_connection"
        ).one()
    database.dispose()
    assert "STRICT_ALL_TABLES" in mode
    assert (zone, charset) == ("+00:00", "utf8mb4")
