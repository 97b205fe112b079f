"""What the process that reads PDF files answers.

{"do": "read", "path": ...}                      {"file": {...}}, see `PaperFile`
{"do": "compare", "path": ..., "paper": base64}  {"differences": [...], "end": true}, see `PageDifference`
"""

from __future__ import annotations

from base64 import b64decode
from dataclasses import asdict
from pathlib import Path

from incident_desk.files.papers.comparing import compare
from incident_desk.files.papers.reading import read
from incident_desk.files.worker import serving
from incident_desk.files.worker.serving import Answer, Send
from incident_desk.usecases.errors import SurroundingsFailed

LARGEST = 100_000_000  # bytes


def serve(megabytes: int) -> int:
    return serving.serve(megabytes, carry_out, "paper_damaged")


def carry_out(request: Answer, send: Send) -> None:
    path = Path(request["path"])
    try:
        if path.stat().st_size > LARGEST:
            raise SurroundingsFailed("paper_too_large", name=path.name)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise SurroundingsFailed("file_missing", name=path.name) from error
    except OSError as error:
        raise SurroundingsFailed("paper_not_opened", name=path.name) from error
    if request["do"] == "read":
        send({"file": read(path.name, content)})
    else:
        found = compare(path.name, content, b64decode(request["paper"]))
        send({"differences": [asdict(each) for each in found], "end": True})
