"""What a file on the disk is by its first bytes: a register, one that may be under a passphrase, or something else."""

from __future__ import annotations

import os
from pathlib import Path

DATABASE = b"SQLite format 3\x00"
SALT = 16  # bytes at the beginning of an encrypted register: of its passphrase, and no secret
PAGE = 4096
BESIDE_IT = ("-wal", "-shm", "-journal")  # what a database keeps in files of its own
_OTHERS = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\xef\xbb\xbf",
    b"\xff\xfe", b"\xfe\xff", b"RIFF", b"7z\xbc\xaf", b"Rar!", b"MZ", b"\x7fELF",
)  # fmt: skip
_TEXT = frozenset({*range(32, 127), *b"\t\n\r"})


def may_be_salt(first: bytes) -> bool:
    """Whether a file that begins so may be an encrypted register: nothing tells one from any noise."""
    if len(first) < SALT or first.startswith((DATABASE, *_OTHERS)):
        return False
    return not _TEXT.issuperset(first[:SALT])


def salt_of(path: Path) -> bytes | None:
    """The salt of a file that may be an encrypted register; None for any other, and where there is none."""
    try:
        with path.open("rb") as file:
            first = file.read(SALT)
            size = os.fstat(file.fileno()).st_size
    except OSError:  # whoever opens it tells why not
        return None
    return first if size >= PAGE and may_be_salt(first) else None


def new_salt() -> bytes:
    """Random, and not the beginning of anything else."""
    while not may_be_salt(salt := os.urandom(SALT)):
        pass
    return salt


def changing(path: Path) -> Path:
    """Where a register is written anew before it takes its place."""
    return path.with_name(f".{path.name}.changing")


def leaving(path: Path) -> Path:
    """The second name of the file whose place was taken, until it is overwritten."""
    return path.with_name(f".{path.name}.leaving")
