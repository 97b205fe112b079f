"""Making a paper reaches for nothing outside: no file, no network, no program; pictures only from decoded bytes."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pypdf
from PIL import Image

from incident_desk.reports.logo import decode_logo
from incident_desk.reports.render import render_record
from incident_desk.usecases.papers import Organisation
from tests.reports.papers import record_paper

ROOT = Path(__file__).parents[2]

_WATCHED = """
import sys
from dataclasses import replace
from incident_desk.reports.fonts import HELPERS, Weight, load
from incident_desk.reports.render import render_list, render_record
from incident_desk.usecases.papers import Organisation, ProseBlock
from tests.reports.hostile import FIXTURES, MIXED, RIGHT_TO_LEFT
from tests.reports.papers import german_paper, list_paper, long_record_paper, record_paper

for file in (*Weight, *HELPERS):
    load(file)
with open(sys.argv[1], "rb") as picture:
    house = Organisation("House", "Road 1", picture.read())
for paper in (long_record_paper(organisation=house), german_paper()):
    render_record(paper)
seen = []

def watch(event, arguments):
    if event in ("open", "exec", "compile", "import") or event.partition(".")[0] in (
        "socket", "subprocess", "os", "urllib", "shutil", "ctypes", "glob", "pathlib", "tempfile"
    ):
        seen.append((event, repr(arguments)[:200]))

sys.addaudithook(watch)
hostile = "\\n".join((*FIXTURES, *RIGHT_TO_LEFT, *MIXED, "/etc/passwd", "file:///etc/passwd", "\\\\\\\\host\\\\share"))
render_record(long_record_paper(title=hostile, organisation=house, sections=(ProseBlock(hostile, hostile, hostile),)))
render_record(german_paper(kind_line=hostile))
render_list(list_paper(rows=[tuple([text] * 7) for text in FIXTURES]))
print(seen)
"""


def test_that_a_paper_is_made_without_opening_anything(tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    picture.write_bytes(_png(40, 20))
    told = subprocess.run(
        [sys.executable, "-c", _WATCHED, picture],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.strip() == "[]"


def test_that_the_logo_of_the_house_is_drawn_from_its_bytes() -> None:
    paper = record_paper(organisation=Organisation("House", "", _png(300, 100)))
    reader = pypdf.PdfReader(io.BytesIO(render_record(paper)))
    [logo] = [one for one in reader.pages[0].images if one.name.startswith("Logo")]
    assert logo.image is not None
    assert logo.image.size == (300, 100)
    assert logo.image.getpixel((5, 5)) == (200, 30, 30)


def test_that_a_logo_that_cannot_be_read_leaves_the_paper_whole() -> None:
    plain = render_record(record_paper())
    for content in (
        b"",
        b"not a picture",
        b"/etc/passwd",
        _png(40, 20)[:-30],
        _bomb(),
        b"GIF89a" + bytes(100),
    ):
        organisation = replace(record_paper().organisation, logo=content)
        assert render_record(record_paper(organisation=organisation)) == plain


def test_that_a_logo_of_too_many_pixels_is_left_out() -> None:
    assert decode_logo(_png(4_000, 3_900)) is not None
    assert decode_logo(_png(4_000, 4_100)) is None


def test_that_a_transparent_logo_stands_on_white() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(buffer, "PNG")
    pixels = decode_logo(buffer.getvalue())
    assert pixels is not None
    assert set(pixels.rgb) == {255}


def test_that_a_large_logo_is_made_smaller() -> None:
    pixels = decode_logo(_png(3000, 1000))
    assert pixels is not None
    assert pixels.width <= 640


def _png(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(buffer, "PNG")
    return buffer.getvalue()


def _bomb() -> bytes:
    """A PNG of a few bytes that claims to be 60,000 pixels wide and high."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")
