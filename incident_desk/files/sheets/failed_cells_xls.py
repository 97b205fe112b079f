"""Cells whose formula failed, in a workbook of the old kind: records in a stream, inside a small file system."""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct, unpack_from

_SHOWN = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_BEGIN, _END, _SHEET, _FORMULA, _ERROR = 0x0809, 0x000A, 0x0085, 0x0006, 0x0205
_RECORD, _PLACE = Struct("<HH"), Struct("<HHH")
_LAST_SECTOR = 0xFFFFFFFA  # what is greater is no sector
_ENTRY = 128  # bytes of the directory


def of_xls(content: bytes, sheet: str) -> Iterator[tuple[int, int, str]]:
    """Row, column and what is shown. Raises ValueError or struct.error for a file that is built otherwise."""
    book = _stream(content, ("workbook", "book"))
    at = next((at for name, at in _sheets(book) if name == sheet), None)
    if at is None:
        return
    for kind, start, length in _records(book, at):
        if kind == _ERROR and length >= 8 and book[start + 7]:
            code = book[start + 6]
        elif (
            kind == _FORMULA and length >= 14 and book[start + 6] == 2 and book[start + 12 : start + 14] == b"\xff\xff"
        ):
            code = book[start + 8]
        else:
            continue
        row, column, _ = _PLACE.unpack_from(book, start)
        yield row, column, _SHOWN.get(code, "#N/A")


def _records(book: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of each record, from one beginning to its end; a chart within it has its own."""
    depth = 0
    while at + 4 <= len(book):
        kind, length = _RECORD.unpack_from(book, at)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, at + 4, length
        at += 4 + length


def _sheets(book: bytes) -> Iterator[tuple[str, int]]:
    """The names of the sheets, and where each begins."""
    (version,) = unpack_from("<H", book, 4)
    for kind, start, length in _records(book, 0):
        if kind != _SHEET:
            continue
        (at,) = unpack_from("<I", book, start)
        letters = book[start + 6]
        if version < 0x0600:
            yield book[start + 7 : start + 7 + letters].decode("cp1252", "replace"), at
        elif book[start + 7] & 1:
            yield book[start + 8 : start + min(length, 8 + 2 * letters)].decode("utf-16-le", "replace"), at
        else:
            yield book[start + 8 : start + 8 + letters].decode("latin-1"), at


# --- the file system ---------------------------------------------------------------------------------


def _stream(content: bytes, names: tuple[str, ...]) -> bytes:
    """The stream of one of these names. Short ones lie in the stream of the first entry, in small pieces."""
    sector, small = 1 << content[30], 1 << content[32]
    (first, _, cutoff, first_small) = unpack_from("<IIII", content, 48)
    chain = _table(content, sector)
    directory = _joined(content, sector, sector, chain, first)
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    found = next((entry for entry in entries if _name(entry) in names), None)
    if found is None:
        raise ValueError("no workbook")
    start, size = unpack_from("<II", found, 116)
    if size >= cutoff:
        return _joined(content, sector, sector, chain, start)[:size]
    (root,) = unpack_from("<I", entries[0], 116)
    table = _joined(content, sector, sector, chain, first_small)
    small_chain = unpack_from(f"<{len(table) // 4}I", table)
    return _joined(_joined(content, sector, sector, chain, root), small, 0, small_chain, start)[:size]


def _table(content: bytes, sector: int) -> tuple[int, ...]:
    """Which sector follows which."""
    parts = list(unpack_from("<109I", content, 76))
    (more,) = unpack_from("<I", content, 68)
    per, seen = sector // 4, set[int]()
    while more < _LAST_SECTOR and more not in seen:
        seen.add(more)
        listed = unpack_from(f"<{per}I", content, (more + 1) * sector)
        parts += listed[:-1]
        more = listed[-1]
    table = b"".join(content[(part + 1) * sector : (part + 2) * sector] for part in parts if part < _LAST_SECTOR)
    return unpack_from(f"<{len(table) // 4}I", table)


def _joined(content: bytes, sector: int, offset: int, chain: tuple[int, ...], at: int) -> bytes:
    """The sectors of one stream. A chain that runs in a circle ends."""
    parts: list[bytes] = []
    while at < len(chain) and len(parts) <= len(chain):
        parts.append(content[offset + at * sector : offset + (at + 1) * sector])
        at = chain[at]
    return b"".join(parts)


def _name(entry: bytes) -> str:
    (length,) = unpack_from("<H", entry, 64)
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").lower()
