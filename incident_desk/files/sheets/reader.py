"""Reads sheets by asking the parsing process; whatever that process meets, the caller gets rows or a sentence."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from incident_desk.files.sheets.cells import nothing_known, unpack, unpack_text
from incident_desk.files.worker.asking import MEGABYTES, PATIENCE, Asker, Refusals
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.ports import Progress
from incident_desk.usecases.sheets import CsvForm, ReadingStopped, Sheet, SheetFile, SheetHead

HELD_WHOLE = 300_000_000  # bytes, roughly, of a sheet that is read at once; `batches` has no such limit
_CELL_BYTES = 8
_KNOWN_TEXTS = 200_000
_REFUSALS = Refusals(too_large="sheet_too_large", damaged="sheet_damaged", too_slow="sheet_too_slow")


class WorkerReader:
    """A SheetReader. With `keep` one process serves many files until `close`, else each call has its own."""

    def __init__(self, *, keep: bool = False, patience: float = PATIENCE, megabytes: int = MEGABYTES) -> None:
        self._asker = Asker("sheet-worker", _REFUSALS, keep=keep, patience=patience, megabytes=megabytes)

    def __enter__(self) -> WorkerReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._asker.close()

    def look(self, path: Path, progress: Progress | None = None) -> SheetFile:
        request = {"do": "look", "path": str(path), "sheet": None, "form": None}
        with closing(self._answers(request, path, _Told(progress))) as answers:
            _, answer = next(answers)
            found = answer["file"]
            form = CsvForm(*found["form"]) if found["form"] else None
            return SheetFile(path, found["kind"], form, tuple(SheetHead(*head) for head in found["sheets"]))

    def read(
        self,
        path: Path,
        sheet: str | None = None,
        form: CsvForm | None = None,
        progress: Progress | None = None,
    ) -> Sheet:
        parts: list[Sheet] = []
        held = 0
        with closing(self._parts(path, sheet, form, progress)) as measured:
            for length, part in measured:
                held += length + _CELL_BYTES * len(part.rows) * len(part.heading)
                if held > HELD_WHOLE:
                    raise SurroundingsFailed("sheet_too_large", name=path.name)
                parts.append(part)
        rows = tuple(row for part in parts for row in part.rows)
        lines = tuple(line for part in parts for line in part.lines)
        return replace(parts[0], rows=rows, lines=lines)

    def batches(
        self,
        path: Path,
        sheet: str | None = None,
        form: CsvForm | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Sheet]:
        with closing(self._parts(path, sheet, form, progress)) as measured:
            for _, part in measured:
                yield part

    def _parts(
        self, path: Path, sheet: str | None, form: CsvForm | None, progress: Progress | None
    ) -> Generator[tuple[int, Sheet], None, None]:
        """Each part with the length of the answer it came in."""
        signs = [form.encoding, form.delimiter] if form else None
        request = {"do": "read", "path": str(path), "sheet": sheet, "form": signs}
        told = _Told(progress)
        known = nothing_known()
        with closing(self._answers(request, path, told)) as answers:
            _, answer = next(answers)
            head = answer["head"]
            used = CsvForm(*head["form"]) if head["form"] else None
            unpacked = unpack_text if used else unpack
            for length, answer in answers:
                if len(known) > _KNOWN_TEXTS:
                    known = nothing_known()
                rows = tuple(unpacked(row, known) for row in answer["rows"])
                told.rows(len(rows), head["rows"])
                lines, others, above = (tuple(each) for each in (answer["lines"], head["others"], head["above"]))
                heading, second = tuple(head["heading"]), tuple(head["second"])
                alone = tuple((name, tuple(found)) for name, found in head["alone"])
                yield length, Sheet(
                    head["name"], heading, rows, lines, head["surplus"], others, above, used, alone, second
                )  # fmt: skip

    def _answers(
        self, request: Mapping[str, Any], path: Path, told: _Told
    ) -> Generator[tuple[int, dict[str, Any]], None, None]:
        """What the process says to one request, but for how far it is."""
        with closing(self._asker.answers(request, path.name, told.again)) as answers:
            for length, answer in answers:
                if "at" in answer:
                    told.at(*answer["at"])
                else:
                    yield length, answer


class _Told:
    """Tells the caller how far it is, again and again, so that it can ask to stop while nothing comes."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._done = self._of = 0
        self._rows = self._before_rows = 0

    def again(self) -> None:
        if self._progress is not None and not self._progress(self._done, self._of):
            raise ReadingStopped

    def at(self, done: int, of: int) -> None:
        self._done, self._of = done, of

    def rows(self, count: int, total: int) -> None:
        """The second half of a text file, whose first half was the look at its columns; all of a workbook."""
        if not self._rows:
            self._before_rows, self._of = self._of // 2, self._of or total
        self._rows += count
        self._done = self._before_rows + (self._of - self._before_rows) * self._rows // max(total, 1)
        self.again()
