"""A record as labels and values under the headings of the form: to be read where nothing is to be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.declarations import Field, ItemList, Section
from incident_desk.domain.fields import CORE_FIELDS, SECTIONS
from incident_desk.domain.lists import LISTS
from incident_desk.domain.records import Item, Record
from incident_desk.domain.vocabulary import STATUS_NAMES, STEP_NAMES, Status, Step
from incident_desk.usecases.wording import Wording


@dataclass(frozen=True, slots=True)
class PlainFact:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class PlainSection:
    title: str
    facts: tuple[PlainFact, ...]


def plain_sections(record: Record, wording: Wording) -> list[PlainSection]:
    """Where it stands, then every section in which something is stated."""
    standing = PlainSection(wording.texts.say("past.standing"), tuple(_standing(record, wording)))
    told = (PlainSection(section.title[wording.language], tuple(_facts(section, record, wording)))
            for section in SECTIONS)  # fmt: skip
    return [standing, *(section for section in told if section.facts)]


def _standing(record: Record, wording: Wording) -> Iterator[PlainFact]:
    values, language, say = record.values, wording.language, wording.texts.say
    yield PlainFact(say("past.status"), STATUS_NAMES[Status(values["status"])][language])
    if values.get("step"):
        yield PlainFact(say("past.step"), STEP_NAMES[Step(values["step"])][language])
    if values.get("missing"):
        yield PlainFact(say("papers.missing_title"), wording.needs(values["missing"]))


def _facts(section: Section, record: Record, wording: Wording) -> Iterator[PlainFact]:
    for field in fields_of_section(section, record.values, wording):
        if field.key in record.values:
            yield PlainFact(field.label[wording.language], wording.value(field, record.values[field.key]))
    for declared in LISTS.values():
        if declared.section == section.key:
            for item in record.of(declared.key):
                yield PlainFact(f"{declared.title[wording.language]} {item.ordinal}", _line(declared, item, wording))


def fields_of_section(section: Section, values: Mapping[str, Any], wording: Wording) -> list[Field]:
    """Those of the core, what its category asks, and those of the pack."""
    core = [wording.field(field.key) or field for field in CORE_FIELDS if field.section == section.key]
    if wording.names is None:
        return core
    pack, category = wording.names.pack, str(values.get("category", ""))
    asked = pack.questions(category) if section.key == "category_questions" else ()
    return [*core, *asked, *pack.fields_in(section.key)]


def _line(declared: ItemList, item: Item, wording: Wording) -> str:
    stated = ((field, item.values[field.key]) for field in declared.fields if field.key in item.values)
    return "\n".join(f"{field.label[wording.language]}: {wording.value(field, value)}" for field, value in stated)
