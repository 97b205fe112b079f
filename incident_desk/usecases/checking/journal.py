"""The journal of a record as a paper, held against the journal itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any

from incident_desk.domain.journal.entries import Entry, commitment_of, exact_bytes
from incident_desk.usecases.checking.answers import PaperAnswer, PaperCheck
from incident_desk.usecases.checking.data import DataDifference, is_id
from incident_desk.usecases.checking.files import PageDifference, PaperFile, PaperReader
from incident_desk.usecases.checking.making import how_made
from incident_desk.usecases.journal_data import sealed_data
from incident_desk.usecases.ports import Register
from incident_desk.usecases.print_journal import journal_as_of
from incident_desk.usecases.services import Services
from incident_desk.usecases.wording import Wording


@dataclass(slots=True)
class JournalCheck:
    services: Services
    register: Register
    reader: PaperReader
    file: PaperFile
    printed: Entry | None
    while_waiting: Callable[[], None]
    check: PaperCheck = field(init=False)

    def __post_init__(self) -> None:
        self.check = PaperCheck(PaperAnswer.ALTERED, self.file.path.name, printed=self.printed)

    def run(self) -> PaperCheck:
        data = _read(self.file.data)
        if data is None:
            return replace(self.check, in_data=(DataDifference("form"),))
        self.check = replace(self.check, record=data["chain"], number=data["number"], position=data["position"])
        if data["register"] != self.register.queries.settings().register_id:
            return self._told(PaperAnswer.OTHER_REGISTER)
        known = self.register.queries.numbers_of({data["chain"]})  # of incidents; a person has a chain, too
        present = len(self.register.queries.entries(data["chain"])) if known else 0
        breaks = tuple(self.register.verify("record", data["chain"])) if present else ()
        self.check = replace(self.check, present=present, breaks=breaks)
        if self.printed is not None:
            return self._told(PaperAnswer.JOURNAL_EQUAL)
        if present < data["position"]:
            return self._newer(data, present)
        return self._against(data)

    def _newer(self, told: Mapping[str, Any], present: int) -> PaperCheck:
        """Only where it says of the entries that are here what they say."""
        chain = self.register.queries.sealed(told["chain"]) if present else []
        for number, (mine, sealed) in enumerate(zip(told["entries"], chain, strict=False), start=1):
            meant = sealed_data(sealed)
            if not _same(mine, meant) and not _erased_since(mine, meant):
                return replace(self.check, in_data=(DataDifference("journal", number),))
        return self._told(PaperAnswer.NEWER)

    def _against(self, told: Mapping[str, Any]) -> PaperCheck:
        """The file says what a paper would say that is made today of the same entries."""
        made = how_made(self.file)
        paper = journal_as_of(
            self.register, told["chain"], told["position"], Wording(made.texts), made.size,
            told["access"]["position"], read_only=made.read_only,
        )  # fmt: skip
        meant = json.loads(paper.data)
        found = _difference(told, meant)
        if found is not None:
            return replace(self.check, in_data=(found,))
        if told["program"] != meant["program"]:
            return replace(self.check, answer=PaperAnswer.PAGES_UNPROVED, other=told["program"])
        if told["entries"] != meant["entries"]:
            return self._told(PaperAnswer.ERASED_SINCE)
        return self._pages(self.services.render_journal(paper))

    def _pages(self, paper: bytes) -> PaperCheck:
        if hashlib.sha256(paper).hexdigest() == self.file.sha256:
            return self._told(PaperAnswer.JOURNAL_EQUAL)
        found = self.reader.compare(self.file.path, paper, self.while_waiting)
        added = [PageDifference("attached", file=name) for name in self.file.others]
        if found or added:
            return replace(self.check, on_pages=(*found, *added))
        return self._told(PaperAnswer.JOURNAL_RESAVED)

    def _told(self, answer: PaperAnswer) -> PaperCheck:
        return replace(self.check, answer=answer)


def _read(content: bytes) -> Mapping[str, Any] | None:
    """None for what this program cannot have written: its data are exact, to the byte."""
    try:
        data = json.loads(content)
        if exact_bytes(data) != content or len(data["entries"]) != data["position"]:
            return None
        texts, numbers = ("chain", "number", "register", "program"), (data["position"], data["access"]["position"])
        plain = all(isinstance(data[key], str) for key in texts) and all(type(each) is int for each in numbers)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return data if plain and data["position"] > 0 and is_id(data["chain"]) else None


def _difference(told: Mapping[str, Any], meant: Mapping[str, Any]) -> DataDifference | None:
    for position, (mine, theirs) in enumerate(zip_longest(told["entries"], meant["entries"]), start=1):
        if not _same(mine, theirs) and not _erased_since(mine, theirs):
            return DataDifference("journal", position)
    for key in sorted({*told, *meant} - {"entries", "program"}):
        if not _same(told.get(key), meant.get(key)):
            return DataDifference("register", 0, key, told.get(key), meant.get(key))
    return None


def _same(mine: Any, theirs: Any) -> bool:
    """To the byte: 1 is neither true nor 1.0."""
    return exact_bytes({"": mine}) == exact_bytes({"": theirs})


def _erased_since(mine: Any, theirs: Any) -> bool:
    """The same entry, whose personal part the register has no more; what the file says of it is what was sealed."""
    if not isinstance(mine, dict) or not isinstance(theirs, dict) or theirs["personal"] is not None:
        return False
    if not _same({**mine, "personal": None}, theirs) or not isinstance(mine["personal"], dict):
        return False
    try:
        salt, content = bytes.fromhex(mine["personal"]["salt"]), mine["personal"]["bytes"].encode()
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
    return bool(commitment_of(salt, content).hex() == theirs["personal_commitment"])
