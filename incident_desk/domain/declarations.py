"""What a field, an option and a list of items are. `fields.py` declares the core ones, packs add more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from incident_desk.domain.text import NO_TEXT, Text
from incident_desk.domain.vocabulary import Step


class FieldKind(StrEnum):
    """How a value is typed, checked, shown and stored."""

    TEXT = "text"  # one line, str
    PROSE = "prose"  # narrative, str with \n
    CHOICE = "choice"  # code of one option
    CHOICES = "choices"  # codes of several options
    YES_NO = "yes_no"  # bool
    TIME = "time"  # StatedTime, as people state it
    DATE = "date"  # calendar day, ISO
    NUMBER = "number"  # int or float, in `unit`
    PERSON = "person"  # id of a person of the register
    PLACE = "place"  # id of a place of the register
    EQUIPMENT = "equipment"  # ids of several pieces of equipment of the register
    CATEGORY = "category"  # key of a category of the pack
    SUBCATEGORY = "subcategory"  # key of a subcategory of the chosen category


class Who(StrEnum):
    """What an answer tells of who somebody is."""

    NAME = "name"
    DETAIL = "detail"  # where to reach them, what they do, whose family they are


FREE_TEXT = frozenset({FieldKind.TEXT, FieldKind.PROSE})
MAX_LENGTH = {FieldKind.TEXT: 500, FieldKind.PROSE: 200_000}


@dataclass(frozen=True, slots=True)
class Option:
    """One code of a choice. A retired option stays readable in old records and is not offered."""

    code: str
    label: Text
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field: form row, check, journal label, paper section and column come from it."""

    key: str
    kind: FieldKind
    label: Text
    step: Step
    section: str
    help: Text = NO_TEXT
    options: tuple[Option, ...] = ()
    unit: Text = NO_TEXT
    about_people: bool | None = None  # None: as its kind suggests
    past: bool = False  # True: tells of something that has happened, so its time cannot lie ahead
    needed: bool = False  # a site's own field: its step is not left without it
    retired: bool = False  # a site's own field: read where it is filled in, not asked any more
    who: Who | None = None  # an anonymised paper leaves it out whole

    @property
    def personal(self) -> bool:
        """Whether it can be erased. People write names into free text; other answers may tell of a person too."""
        return self.kind in FREE_TEXT if self.about_people is None else self.about_people

    def option(self, code: str) -> Option | None:
        return next((option for option in self.options if option.code == code), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A headed group of fields or one list on a step's page and in the paper."""

    key: str
    step: Step
    title: Text
    hint: Text = NO_TEXT


@dataclass(frozen=True)
class ItemList:
    """A declared list of items: measures, actions, people involved ...

    `owner` and `due` name the fields that every overview needs; `done` names the field whose
    presence ends an item (lifted, done, met). `follow_up` lists stay open after sign-off. Lines of `fixed` lists are
    never changed or taken off: another line says what is true now.
    """

    key: str
    step: Step
    section: str
    title: Text
    one: Text
    fields: tuple[Field, ...]
    needed: tuple[str, ...]
    owner: str | None = None
    due: str | None = None
    done: str | None = None
    follow_up: bool = False
    fixed: bool = False

    @cached_property
    def by_key(self) -> Mapping[str, Field]:
        """The fields by their keys, kept: every line that is written or shown asks for them."""
        return {field.key: field for field in self.fields}

    @cached_property
    def personal(self) -> frozenset[str]:
        """The keys of the fields that can be erased."""
        return frozenset(field.key for field in self.fields if field.personal)

    def field(self, key: str) -> Field:
        return self.by_key[key]
