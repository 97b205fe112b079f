"""What a file is by its first bytes and, where it is a package of parts, whether it is safe to unpack."""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import Path

from incident_desk.files.sheets.unmarked import LOOKED_AT, utf16_without_mark
from incident_desk.usecases.errors import SurroundingsFailed

LARGEST_TEXT = 2_000_000_000  # bytes
LARGEST_WORKBOOK = 250_000_000
MOST_PARTS = 20_000
LARGEST_PARTS = 1_500_000_000  # bytes of all parts that hold cells, unpacked
HIGHEST_RATIO = 250  # a sheet of equal rows packs to a fortieth; a bomb to a thousandth
_SMALL = 20_000_000  # bytes unpacked, that no ratio makes dangerous

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BYTE_ORDER = (b"\xff\xfe", b"\xfe\xff")
# Text files that are no tables, and pictures or papers that begin like text.
_OTHER = (b"%PDF", b"{\\rtf", b"<?xml", b"<html", b"<!doctype", b"<svg", b"GIF8", b"\x89PNG", b"\xff\xd8\xff",
          b'{"', b"[{")  # fmt: skip
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a")) + b"\x7f"
_STRAY = 8  # such bytes are forgiven in any text
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


def kind_of(path: Path) -> str:
    """csv, xlsx, xlsb, xls, ods or jsonl. Raises SurroundingsFailed for everything else."""
    size = _size(path)
    with path.open("rb") as file:
        head = file.read(LOOKED_AT)
    if not head.strip(b"\0 \t\r\n"):
        raise SurroundingsFailed("sheet_empty", name=path.name)
    if head.startswith(_OLE):
        return _old_workbook(path, size)
    if head.startswith(_ZIP):
        return _package(path, size)
    if is_own_lines(head):
        _limit(path, size, LARGEST_TEXT)
        return "jsonl"
    if _is_text(head):
        _limit(path, size, LARGEST_TEXT)
        return "csv"
    raise SurroundingsFailed("sheet_unknown_kind", name=path.name)


def is_own_lines(head: bytes) -> bool:
    """Whether a file begins as our own export for other programs does."""
    return head.startswith(b'{"number": "') and b', "id": "' in head[:300]


def _size(path: Path) -> int:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise SurroundingsFailed("sheet_not_opened", name=path.name)
    return found.st_size


def _limit(path: Path, size: int, largest: int) -> None:
    if size > largest:
        raise SurroundingsFailed("sheet_too_large", name=path.name)


def _is_text(head: bytes) -> bool:
    if head.startswith(_BYTE_ORDER) or utf16_without_mark(head):
        return True
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(tuple(sign.lower() for sign in _OTHER)):
        return False
    return len(head) - len(head.translate(None, _CONTROL)) <= _STRAY + len(head) // 50


def _old_workbook(path: Path, size: int) -> str:
    """XLS; but an XLSX with a password comes in the same wrapping."""
    _limit(path, size, LARGEST_WORKBOOK)
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise SurroundingsFailed("sheet_has_password", name=path.name)
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        raise SurroundingsFailed("sheet_unknown_kind", name=path.name)
    return "xls"


def _package(path: Path, size: int) -> str:
    """Whatever fails here was caused by what the file says: it could be opened and read before."""
    _limit(path, size, LARGEST_WORKBOOK)
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            names = {part.filename for part in parts}
            kind = _kind_of_package(package, names)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError, zlib.error) as error:
        raise SurroundingsFailed("sheet_damaged", name=path.name) from error
    if kind is None:
        raise SurroundingsFailed("sheet_unknown_kind", name=path.name)
    _check_unpacked(path, parts, size)
    return kind


def _kind_of_package(package: zipfile.ZipFile, names: set[str]) -> str | None:
    for part, kind in (("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsb")):
        if part in names:
            return kind
    if "content.xml" in names and "mimetype" in names:
        with package.open("mimetype") as part_file:
            return "ods" if part_file.read(100).strip() == _OPEN_DOCUMENT else None
    return None


def _check_unpacked(path: Path, parts: list[zipfile.ZipInfo], size: int) -> None:
    """Bombs by the numbers, before anything is unpacked. Pictures and the like are never unpacked."""
    cells = [part for part in parts if part.filename.lower().endswith((".xml", ".rels", ".bin"))]
    unpacked = sum(part.file_size for part in cells)
    too_dense = any(part.file_size > max(_SMALL, HIGHEST_RATIO * part.compress_size) for part in cells)
    overlapping = sum(part.compress_size for part in parts) > size
    if len(parts) > MOST_PARTS or unpacked > LARGEST_PARTS or too_dense or overlapping:
        raise SurroundingsFailed("sheet_too_large", name=path.name)
