"""Sheets changed by chance: bits, bytes, parts of packages, words of XML. The same seed gives the same files."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from tests.files.sheets.making import ods_parts, ods_row, ods_text, pack, sheet_xml, xlsx_parts

Chance = random.Random
Parts = dict[str, bytes]

_TABLE: list[list[object]] = [
    ["Date", "Place", "What happened", "Level", "Days lost"],
    *([('s="1"', f"<v>{45_000 + n}</v>"), "Küche", f'Fell, "twice";\n{n} 日本', n % 2 == 0, n / 3] for n in range(12)),
]
_TEXT = 'Date;Place;What\n1.2.2024;"Küche; außen";"Fell\ntwice"\n' + "".join(
    f"{n}.3.2024;Lager;x {n}\n" for n in range(20)
)
TEXTS = (
    _TEXT.encode(), _TEXT.encode("cp1252"), _TEXT.encode("utf-8-sig"), _TEXT.encode("utf-16"),
    _TEXT.replace(";", "\t").encode(),
)  # fmt: skip
_STRINGS = (
    b"\0",
    b'"',
    b"\n",
    b"\r",
    b",",
    b";",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xef\xbf\xbf",
    b"=cmd|",
    b"'",
    b"A" * 5000,
)
_WORDS = (
    b"<", b"</row>", b"<c/>", b"&#0;", b"&#xD800;", b"&x;", b"<!--", b"]]>", b"<!DOCTYPE a>", b"-1", b"0", b"99999999999999999999",
    b"XFD1048576", b"A0", b"ZZZZZZ1", b"1e400", b"NaN", b"_xD800_", b'"', b"", b't="s"', b't="d"', b's="99999"', b"1048577",
)  # fmt: skip
_TOKENS = re.compile(rb'"[^"]*"|>[^<]*<|</?[\w:]+|\d+')


def packages() -> tuple[Parts, ...]:
    """The parts of one workbook of each kind, whole as yet."""
    shared = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>one</t></si></sst>'
    excel = xlsx_parts({"Register": sheet_xml(_TABLE), "Lists": sheet_xml([["Level"], ["low"]])})
    excel["xl/sharedStrings.xml"] = shared
    rows = ods_row(ods_text("Date"), ods_text("What")) + ods_row(ods_text("today"), ods_text("fall"), repeated=3)
    return excel, ods_parts(rows)


def mutated_bytes(content: bytes, chance: Chance) -> bytes:
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        chance.choice(_CHANGES)(data, chance)
    return bytes(data)


def mutated_package(parts: Parts, chance: Chance) -> bytes:
    """XML within the package changed, parts lost or mixed up, or the package itself."""
    changed = dict(parts)
    for _ in range(chance.choice((1, 1, 2, 4))):
        _change_part(changed, chance)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as package:
        for name, content in changed.items():
            package.writestr(name, content)
    return out.getvalue()


def _change_part(parts: Parts, chance: Chance) -> None:
    name = chance.choice(sorted(parts))
    match chance.randrange(8):
        case 0:
            parts.pop(name)
            parts.setdefault("xl/workbook.xml", b"")
        case 1:
            parts[name] = parts[chance.choice(sorted(parts))]
        case 2:
            parts[name] = mutated_bytes(parts[name], chance)
        case _:
            parts[name] = _mutated_xml(parts[name], chance)


def _mutated_xml(content: bytes, chance: Chance) -> bytes:
    tokens = list(_TOKENS.finditer(content))
    if not tokens:
        return content
    token = chance.choice(tokens)
    put = chance.choice(_WORDS)
    match token.group()[:1]:
        case b'"':
            put = b'"' + put.replace(b'"', b"") + b'"'
        case b">":
            put = b">" + put + b"<"
    return content[: token.start()] + put + content[token.end() :]


def _flip(data: bytearray, chance: Chance) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut_end(data: bytearray, chance: Chance) -> None:
    del data[chance.randrange(len(data) + 1) :]


def _cut_out(data: bytearray, chance: Chance) -> None:
    at = chance.randrange(len(data) + 1)
    del data[at : at + chance.randrange(1, 200)]


def _repeat(data: bytearray, chance: Chance) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = data[at : at + chance.randrange(1, 300)]


def _put_in(data: bytearray, chance: Chance) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice((chance.choice(_STRINGS), chance.randbytes(chance.randrange(1, 50))))


_CHANGES: tuple[Callable[[bytearray, Chance], None], ...] = (_flip, _flip, _flip, _cut_end, _cut_out, _repeat, _put_in)


def mutated(number: int, folder: Path, whole: tuple[Parts, ...]) -> bytes:
    """The file of a number: text, package with changed bytes, package with changed parts, in turn."""
    chance = random.Random(number)
    match number % 3:
        case 0:
            return mutated_bytes(chance.choice(TEXTS), chance)
        case 1:
            return mutated_bytes(pack(folder / "whole", chance.choice(whole)).read_bytes(), chance)
    return mutated_package(chance.choice(whole), chance)
