"""Column types that mean the same on three engines (SQLite's tables are STRICT)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

BINARY_COLLATION = "utf8mb4_bin"


def fixed_bytes(length: int) -> TypeEngine[bytes]:
    return sa.LargeBinary(length).with_variant(mysql.BINARY(length), "mysql", "mariadb")


class Id(TypeDecorator[str]):
    """A UUID: text in the program, 16 bytes in the register."""

    impl = sa.LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(fixed_bytes(16))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else id_bytes(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else id_text(value)


def id_bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("-", ""))


def id_text(value: bytes) -> str:
    return f"{value[:4].hex()}-{value[4:10].hex('-', 2)}-{value[10:].hex()}"


def code(length: int) -> TypeEngine[str]:
    """Short text that is compared exactly, letter by letter."""
    return (
        sa.Text()
        .with_variant(sa.String(length), "postgresql")
        .with_variant(mysql.VARCHAR(length, collation=BINARY_COLLATION), "mysql", "mariadb")
    )


def prose() -> TypeEngine[str]:
    return sa.Text().with_variant(mysql.LONGTEXT(collation=BINARY_COLLATION), "mysql", "mariadb")


def blob() -> TypeEngine[bytes]:
    return sa.LargeBinary().with_variant(mysql.LONGBLOB(), "mysql", "mariadb")


def whole() -> TypeEngine[int]:
    """A 64-bit whole number; INTEGER on SQLite, where it may be the row id."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def number() -> TypeEngine[float]:
    return sa.Double().with_variant(sa.REAL(), "sqlite")


DIGEST = fixed_bytes(32)
INSTANT = whole()
