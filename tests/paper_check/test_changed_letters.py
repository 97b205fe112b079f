"""One letter of a paper changed, wherever it stands: each time it is found and the place is named."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from incident_desk.usecases.checking.answers import PaperAnswer
from tests.paper_check.conftest import Printer, attach

LETTERS = 50
_SHOWN = re.compile(rb"<([0-9A-F]{8,})>")
_TOLD = re.compile(rb'"((?:[^"\\]|\\.)*)"')

Change = Callable[[pikepdf.Pdf, random.Random], None]


@pytest.fixture(scope="module")
def chance() -> random.Random:
    return random.Random(4)


def on_a_page(pdf: pikepdf.Pdf, chance: random.Random) -> None:
    """Another glyph of the same font in the place of one, as somebody does who edits a page."""
    stream = chance.choice([part for page in pdf.pages for part in list(page.Contents)])
    content = stream.read_bytes()
    words = [found for found in _SHOWN.finditer(content) if len(set(_codes(found[1]))) > 1]
    word = chance.choice(words)
    codes = _codes(word[1])
    at = chance.randrange(len(codes))
    codes[at] = chance.choice(sorted({*codes} - {codes[at]}))
    stream.write(content[: word.start(1)] + b"".join(codes) + content[word.end(1) :])


def _codes(told: bytes) -> list[bytes]:
    return [told[start : start + 4] for start in range(0, len(told), 4)]


def in_the_data(pdf: pikepdf.Pdf, chance: random.Random) -> None:
    data = bytearray(pdf.attachments["record.json"].get_file().read_bytes())
    letters = [at for at, byte in enumerate(data) if chr(byte).isalnum() and byte < 128]
    at = chance.choice(letters)
    data[at] = ord("9" if data[at] != ord("9") else "8") if chr(data[at]).isdecimal() else data[at] ^ 1
    attach(pdf, "record.json", bytes(data))


def in_the_title(pdf: pikepdf.Pdf, chance: random.Random) -> None:
    title = str(pdf.docinfo["/Title"])
    at = chance.randrange(len(title))
    pdf.docinfo["/Title"] = f"{title[:at]}#{title[at + 1 :]}"


def in_what_letters_stand_for(pdf: pikepdf.Pdf, chance: random.Random) -> None:
    """The page looks as before; who copies its text or has it read aloud gets another letter."""
    maps = [each.ToUnicode for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each]
    each = chance.choice(maps)
    lines = each.read_bytes().split(b"\n")
    at = chance.choice([n for n, line in enumerate(lines) if re.fullmatch(rb"<[0-9A-F]{4}> <00[4-7][0-9A-F]>", line)])
    lines[at] = lines[at][:-5] + (b"0040>" if not lines[at].endswith(b"0040>") else b"0041>")
    each.write(b"\n".join(lines))


def _changes() -> list[Change]:
    shares: dict[Change, int] = {on_a_page: 26, in_the_data: 16, in_the_title: 3, in_what_letters_stand_for: 5}
    assert sum(shares.values()) == LETTERS
    return [change for change, times in shares.items() for _ in range(times)]


@pytest.mark.slow
def test_that_each_of_fifty_changed_letters_is_found(printer: Printer, chance: random.Random) -> None:
    record = printer.desk.new(
        "prioritisation",
        fields={"title": "Infusion pump ran too fast", "what_happened": "Nobody was hurt. It was set to 10 ml."},
    )
    original = printer.print(record)
    found: dict[str, int] = {}
    for n, change in enumerate(_changes()):
        file = printer.folder / f"changed-{n}.pdf"
        with pikepdf.open(original) as pdf:
            change(pdf, chance)
            pdf.save(file)
        _is_found(printer, file, change)
        found[change.__name__] = found.get(change.__name__, 0) + 1
    assert sum(found.values()) == LETTERS


def _is_found(printer: Printer, file: Path, change: Change) -> None:
    check = printer.check(file)
    assert not check.holds, (change.__name__, check)
    assert check.answer in {PaperAnswer.ALTERED, PaperAnswer.OTHER_REGISTER, PaperAnswer.NEWER, PaperAnswer.OTHER_EPOCH}
    if check.answer is PaperAnswer.ALTERED:
        assert check.in_data or check.on_pages, change.__name__


def test_that_the_harness_itself_changes_nothing_else(printer: Printer) -> None:
    """The control: the same way of saving, with no letter changed, holds."""
    original = printer.print(printer.desk.new("prioritisation"))
    with pikepdf.open(original) as pdf:
        pdf.save(printer.folder / "same.pdf")
    assert printer.check(printer.folder / "same.pdf").answer is PaperAnswer.RESAVED
