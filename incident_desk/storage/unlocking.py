"""Unlocking an encrypted register: a key is tried on its file, and known from then on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from incident_desk.storage import keys
from incident_desk.storage.dialects import sqlite
from incident_desk.storage.engine import trouble_of_driver
from incident_desk.support.register_files import salt_of
from incident_desk.usecases.errors import SurroundingsFailed


def unlock_register(address: str, key_of: Callable[[bytes], bytes]) -> bool:
    """Whether the key that `key_of` makes from the file's salt opens it. Nothing happens to a file that is open to all.

    Raises SurroundingsFailed where the file cannot be read, or not by this installation.
    """
    path = Path(address)
    if not path.is_file():
        raise SurroundingsFailed("register_missing", name=str(path))
    salt = salt_of(path)
    if salt is None:
        return True
    if not sqlite.encrypts():
        raise SurroundingsFailed("encryption_not_here", name=path.name)
    key = key_of(salt)
    try:
        if not sqlite.fits(path, keys.raw(salt, key)):
            return False
    except sqlite.driver().Error as error:
        raise trouble_of_driver(error, path.name) from error
    keys.remember(salt, key)
    return True
