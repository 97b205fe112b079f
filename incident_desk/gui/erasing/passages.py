"""What was found of somebody, passage by passage, and what somebody decided about each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from incident_desk.usecases.erasing.erase import Order
from incident_desk.usecases.erasing.look import FileHere, Look
from incident_desk.usecases.erasing.places import said
from incident_desk.usecases.erasing.wording_file import proposed, shown
from incident_desk.usecases.wording import Wording

_TITLE = "=title"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, or an attached file, of one incident. `where` it stands, in words. `found`: the words were seen in it;
    a file in which they were not may hold them all the same, in a picture.
    """

    incident: str
    number: str
    place: str
    where: str
    text: str
    proposal: str = ""
    may_be_worded: bool = True
    may_go: bool = True
    is_file: bool = False
    found: bool = True

    @property
    def key(self) -> tuple[str, str, str]:
        """With its text: what somebody wrote meanwhile is to be decided anew."""
        return self.incident, self.place, self.text


@dataclass(frozen=True, slots=True)
class Decision:
    """`text`: the new wording; None: it goes as a whole, unless it is a file that is `kept`."""

    text: str | None = None
    kept: bool = False


def passages_of(looks: Iterable[Look], wording: Wording) -> list[Passage]:
    return [each for look in looks for each in (*_texts(look, wording), *_files(look, wording))]


def _texts(look: Look, wording: Wording) -> Iterator[Passage]:
    for each in look.lost.found:
        worded = isinstance(each.value, str)
        proposal = proposed(each.value, look.words, wording) if worded else ""
        yield Passage(
            look.id, look.number, each.place, said(each.place, wording), shown(each.value), proposal,
            may_be_worded=worded, may_go=each.place != _TITLE,
        )  # fmt: skip


def _files(look: Look, wording: Wording) -> Iterator[Passage]:
    for file in look.files:
        yield Passage(
            look.id, look.number, file.place, said(file.place, wording), _name(file), may_be_worded=False,
            is_file=True, found=file.found,
        )  # fmt: skip


def _name(file: FileHere) -> str:
    return file.name or file.place


class Decisions:
    """They outlast another look: only what reads otherwise by then is open again."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._files: dict[tuple[str, str], Passage] = {}
        self._made: dict[tuple[str, str, str], Decision] = {}

    def show(self, passages: Sequence[Passage]) -> None:
        self.passages = list(passages)
        self._files = {(each.incident, each.place): each for each in passages if each.is_file}

    def decide(self, passage: Passage, decision: Decision) -> None:
        self._made[passage.key] = decision

    def of(self, passage: Passage) -> Decision | None:
        made = self._made.get(passage.key)
        if made is None and passage.is_file and not passage.found:
            return Decision(kept=True)
        return made

    def goes_with_file(self, passage: Passage) -> bool:
        """The name and the note of a file that is erased."""
        file = self._files.get((passage.incident, passage.place.rpartition(".")[0]))
        return file is not None and self.of(file) == Decision()

    def open_ones(self) -> list[Passage]:
        return [each for each in self.passages if self.of(each) is None and not self.goes_with_file(each)]

    def count(self) -> tuple[int, int, int]:
        """How many texts are worded anew, how many go, how many files go."""
        texts = [self.of(each) or Decision() for each in self.passages if not each.is_file]
        anew = sum(each.text is not None for each in texts)
        files = sum(self.of(each) == Decision() for each in self.passages if each.is_file)
        return anew, len(texts) - anew, files

    def orders(self, looks: Iterable[Look], basis: str, reason: str) -> Mapping[str, Order]:
        return {look.id: self._order(look, basis, reason) for look in looks}

    def _order(self, look: Look, basis: str, reason: str) -> Order:
        here = [(each, self.of(each)) for each in self.passages if each.incident == look.id]
        texts = {each.place: made.text for each, made in here if not each.is_file and made is not None}
        files = frozenset(each.place for each, made in here if each.is_file and made == Decision())
        return Order(look.words, basis, reason, texts, files, look.position)
