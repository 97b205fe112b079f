"""JSON for other programs: one object a line, texts exactly as they are stored."""

from __future__ import annotations

import json
from typing import BinaryIO

from incident_desk.usecases.export.content import Lines


def write_lines(lines: Lines, file: BinaryIO) -> None:
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    for each in lines.objects:
        file.write(f"{encode(each)}\n".encode())
