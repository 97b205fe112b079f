"""Reads PDF files by asking the parsing process; the caller gets what the file holds, or a sentence."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from incident_desk.files.worker.asking import MEGABYTES, Asker, Refusals
from incident_desk.usecases.checking.files import PageDifference, PaperFile

_PATIENCE = 120  # seconds: a long paper is compared without a sign of life
_REFUSALS = Refusals(too_large="paper_too_large", damaged="paper_damaged", too_slow="paper_too_slow")


class WorkerPaperReader:
    """A PaperReader. Each question has a process of its own."""

    def read(self, path: Path, while_waiting: Callable[[], None]) -> PaperFile:
        found = self._asked({"do": "read", "path": str(path)}, path, while_waiting)["file"]
        words = tuple(tuple(page) for page in found.pop("words"))
        return PaperFile(
            path, data=b64decode(found.pop("data")), words=words, others=tuple(found.pop("others")), **found
        )

    def compare(self, path: Path, paper: bytes, while_waiting: Callable[[], None]) -> list[PageDifference]:
        request = {"do": "compare", "path": str(path), "paper": b64encode(paper).decode("ascii")}
        return [PageDifference(**each) for each in self._asked(request, path, while_waiting)["differences"]]

    def _asked(self, request: Mapping[str, Any], path: Path, while_waiting: Callable[[], None]) -> Mapping[str, Any]:
        asker = Asker("paper-worker", _REFUSALS, patience=_PATIENCE, megabytes=MEGABYTES)
        with closing(asker.answers(request, path.name, while_waiting)) as answers:
            _, answer = next(answers)
            return answer
