"""Column types that mean the same on three engines (SQLite's tables are STRICT)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

BINARY_COLLATION = "utf8mb4_bin"


class _Stored(TypeDecorator[Any]):
    """A type that MariaDB has its own words for. They are loaded there alone: elsewhere the start need not wait."""

    impl: Any = sa.Text

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        if dialect.name in {"mysql", "mariadb"}:
            from sqlalchemy.dialects import mysql

            return self.on_mariadb(mysql)
        return self.elsewhere(dialect)

    def on_mariadb(self, mysql: Any) -> Any:
        raise NotImplementedError

    def elsewhere(self, dialect: Dialect) -> TypeEngine[Any]:
        raise NotImplementedError


class _Bytes(sa.LargeBinary):
    """Goes to SQLite's driver as it is: what SQLAlchemy puts around bytes first is for other drivers."""

    def bind_processor(self, dialect: Dialect) -> None:
        return None


class FixedBytes(_Stored):
    impl = sa.LargeBinary
    cache_ok = True

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length = length

    def on_mariadb(self, mysql: Any) -> Any:
        return mysql.BINARY(self.length)

    def elsewhere(self, dialect: Dialect) -> TypeEngine[Any]:
        return _Bytes(self.length) if dialect.name == "sqlite" else sa.LargeBinary(self.length)


class Id(FixedBytes):
    """A UUID: text in the program, 16 bytes in the register."""

    cache_ok = True

    def __init__(self) -> None:
        super().__init__(16)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else id_bytes(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else id_text(value)


class Code(_Stored):
    """Short text that is compared exactly, letter by letter."""

    cache_ok = True

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length = length

    def on_mariadb(self, mysql: Any) -> Any:
        return mysql.VARCHAR(self.length, collation=BINARY_COLLATION)

    def elsewhere(self, dialect: Dialect) -> TypeEngine[Any]:
        return sa.String(self.length) if dialect.name == "postgresql" else sa.Text()


class Prose(_Stored):
    cache_ok = True

    def on_mariadb(self, mysql: Any) -> Any:
        return mysql.LONGTEXT(collation=BINARY_COLLATION)

    def elsewhere(self, dialect: Dialect) -> TypeEngine[Any]:
        return sa.Text()


class Blob(_Stored):
    impl = sa.LargeBinary
    cache_ok = True

    def on_mariadb(self, mysql: Any) -> Any:
        return mysql.LONGBLOB()

    def elsewhere(self, dialect: Dialect) -> TypeEngine[Any]:
        return _Bytes() if dialect.name == "sqlite" else sa.LargeBinary()


def id_bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("-", ""))


def id_text(value: bytes) -> str:
    return f"{value[:4].hex()}-{value[4:10].hex('-', 2)}-{value[10:].hex()}"


def whole() -> TypeEngine[int]:
    """A 64-bit whole number; INTEGER on SQLite, where it may be the row id."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def number() -> TypeEngine[float]:
    return sa.Double().with_variant(sa.REAL(), "sqlite")


DIGEST = FixedBytes(32)
INSTANT = whole()
