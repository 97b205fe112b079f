"""What an import adds to the register before its rows: places, people, equipment, categories that the sheet names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from incident_desk.domain.chains import EQUIPMENT, PACK, PERSON, PLACE
from incident_desk.domain.context import Actor
from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.directory import AddPerson, AddPlace, decide_person, decide_place
from incident_desk.domain.equipment import AddEquipment, decide_equipment
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.pack_editing import VERSIONS, AddCategory, decide_pack
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.records import Record
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.importing.mapping import folded
from incident_desk.usecases.importing.words import Identity, NewWord
from incident_desk.usecases.ports import UnitOfWork

_CATEGORIES = (FieldKind.CATEGORY, FieldKind.SUBCATEGORY)


@dataclass(slots=True)
class Maker:
    """Makes new things inside the import's unit of work. `made` has their ids and keys, `pack` is the pack then."""

    work: UnitOfWork
    actor: Actor
    new_id: Callable[[], str]
    op_id: str
    pack: Pack
    pack_version: str
    made: dict[Identity, str] = field(default_factory=dict)

    def make(self, words: Sequence[NewWord], pack_chain: str) -> None:
        for word in words:
            if word.kind is FieldKind.PLACE:
                self._place(word)
            elif word.kind is FieldKind.PERSON:
                self._person(word)
            elif word.kind is FieldKind.EQUIPMENT:
                self._piece(word)
        categories = sorted((word for word in words if word.kind in _CATEGORIES), key=lambda word: bool(word.parent))
        if categories:
            self._categories(categories, pack_chain)

    def _place(self, word: NewWord) -> None:
        record = Record(self.new_id(), PLACE)
        self._append(record, decide_place(record, AddPlace(word.word), self.actor))
        self.made[word.identity] = record.id

    def _person(self, word: NewWord) -> None:
        record = Record(self.new_id(), PERSON)
        command = AddPerson(word.word, (str(Role.REPORTER),))
        self._append(record, decide_person(record, command, self.actor))
        self.made[word.identity] = record.id

    def _piece(self, word: NewWord) -> None:
        record = Record(self.new_id(), EQUIPMENT)
        self._append(record, decide_equipment(record, AddEquipment(word.word), self.actor))
        self.made[word.identity] = record.id

    def _categories(self, words: Sequence[NewWord], pack_chain: str) -> None:
        record = self.work.lock(PACK, [pack_chain])[pack_chain]
        for word in words:
            parent = self._key_of(word.parent) if word.parent else ""
            record = self._append(record, decide_pack(record, AddCategory(word.word, parent), self.actor, self.new_id))
            version = record.of(VERSIONS)[-1]
            self.pack = read_pack(version.values["content"], KNOWN_NEEDS)
            self.pack_version = f"{self.pack.id} {self.pack.version}.{version.ordinal}"
            category = self.pack.category(parent) if parent else self.pack.categories[-1]
            if category is not None:
                self.made[word.identity] = category.subcategories[-1].key if parent else category.key

    def _key_of(self, parent: str) -> str:
        """The key of a category that was there, or that was made for the word just now."""
        return self.made.get((str(FieldKind.CATEGORY), "", folded(parent)), parent)

    def _append(self, record: Record, drafts: Sequence[EntryDraft]) -> Record:
        return self.work.append(record, drafts, self.actor.id, self.op_id, self.work.now())
