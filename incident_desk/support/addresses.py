"""Addresses of registers on a server, and the password that may stand in one: it is used, and kept in no file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlsplit

_NAMES = ("password=", "passwd=", "sslpassword=")


def is_server(address: str) -> bool:
    return "://" in address


def without_password(address: str) -> str:
    """The address as it may be written down. A path of a file stays as it is."""
    if not is_server(address):
        return address
    scheme, _, rest = address.partition("://")
    where, mark, query = rest.partition("?")
    login, at, place = where.rpartition("@")
    kept = "&".join(each for each in query.split("&") if not each.lower().startswith(_NAMES))
    return f"{scheme}://{login.partition(':')[0]}{at}{place}{mark if kept else ''}{kept}"


def comparable(address: str) -> str:
    """The same for every way to write the same register, and without a password."""
    return without_password(address) if is_server(address) else str(Path(address).resolve())


def with_password(address: str, password: str) -> str:
    """The address with the password of its user, written as an address writes it."""
    scheme, _, rest = without_password(address).partition("://")
    login, at, place = rest.rpartition("@")
    return f"{scheme}://{login}:{quote(password, safe='')}{at or '@'}{place}"


def user_of(address: str) -> str:
    try:
        return urlsplit(address).username or ""
    except ValueError:  # an address nobody understands has no user
        return ""
