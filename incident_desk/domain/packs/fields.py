"""Checks of fields that a pack adds: the questions of a category, and fields of the site's own in any step."""

from __future__ import annotations

from dataclasses import replace

from incident_desk.domain.declarations import FREE_TEXT, Field, FieldKind, Option
from incident_desk.domain.fields import CORE_FIELDS, SECTIONS
from incident_desk.domain.packs.model import OWN
from incident_desk.domain.packs.reading import Once, Reading, Table
from incident_desk.domain.text import LANGUAGES
from incident_desk.domain.vocabulary import STEP_BY_KEY, Step

WITH_OPTIONS = frozenset({FieldKind.CHOICE, FieldKind.CHOICES})
FEWEST_OPTIONS, MOST_FIELDS = 2, 50
_NOT_ASKED = (FieldKind.CATEGORY, FieldKind.SUBCATEGORY, FieldKind.EQUIPMENT)
ASKED_KINDS = {kind.value: kind for kind in FieldKind if kind not in _NOT_ASKED}
# The others show something else than fields: the matrix, files, signatures, or what is written after sign-off.
_WITH_ROOM = frozenset({
    "report", "times", "place", "classification", "people", "extent", "measures", "effects", "decision", "cause",
    "actions", "test", "summary", "review", "costs", "obligations",
})  # fmt: skip
ROOMS = {section.key: section for section in SECTIONS if section.key in _WITH_ROOM}
USUAL_ROOM = {
    Step.IDENTIFICATION: "classification", Step.CONTAINMENT: "extent", Step.PRIORITISATION: "effects",
    Step.REACTION: "cause", Step.CONCLUSION: "summary",
}  # fmt: skip


def read_questions(parent: Table, category: str) -> tuple[Field, ...]:
    keys = Once(parent.reading, "key_twice")
    found = []
    for table in parent.tables("questions", needed=False):
        key = table.key()
        keys.add(key, table.at("key"))
        found.append(_read_field(table, f"{category}.{key}", Step.IDENTIFICATION, "category_questions"))
        table.finish()
    return tuple(found)


def read_fields(root: Table, questions: tuple[Field, ...]) -> tuple[Field, ...]:
    """The fields of the site's own. What is still asked for must have a label that nothing else on a list has."""
    keys = Once(root.reading, "key_twice")
    for question in questions:
        if question.key.startswith(OWN):  # of a category called "site"
            keys.add(question.key, ())
    labels = {language: _labels_of_the_program(root.reading, language) for language in LANGUAGES}
    found = []
    for table in root.tables("fields", needed=False):
        field = _own_field(table)
        table.finish()
        keys.add(field.key, table.at("key"))
        for language, label in () if field.retired else field.label.items():
            labels[language].add(label, table.at("label", language))
        found.append(field)
    if sum(not field.retired for field in found) > MOST_FIELDS:
        root.note("fields", "fields_too_many", most=MOST_FIELDS)
    return tuple(found)


def _labels_of_the_program(reading: Reading, language: str) -> Once:
    labels = Once(reading, "name_twice")
    for label in {field.label[language].casefold() for field in CORE_FIELDS}:
        labels.add(label, ())
    return labels


def _own_field(table: Table) -> Field:
    key = f"{OWN}{table.key()}"
    step = table.one_of("step", STEP_BY_KEY) or Step.IDENTIFICATION
    section = table.one_word_of("section", rooms_in(step)) if table.has("section") else USUAL_ROOM[step]
    table.allow("section")
    field = _read_field(table, key, step, section)
    if field.options and sum(not option.retired for option in field.options) < FEWEST_OPTIONS:
        table.note("options", "options_few", least=FEWEST_OPTIONS)
    needed, retired = table.flag("needed", default=False), table.flag("retired", default=False)
    return replace(field, needed=needed, retired=retired)


def rooms_in(step: Step) -> list[str]:
    """The sections of a step in which a field may stand."""
    return [key for key, section in ROOMS.items() if section.step is step]


def _read_field(table: Table, key: str, step: Step, section: str) -> Field:
    kind = table.one_of("kind", ASKED_KINDS)
    label, help_ = table.text("label"), table.text("help", needed=False)
    unit = table.text("unit", needed=False)
    if unit and kind not in (FieldKind.NUMBER, None):
        table.note("unit", "unit_unwanted")
    return Field(
        key, kind or FieldKind.TEXT, label, step, section, help_, _options(table, kind), unit,
        table.flag("personal", default=kind in FREE_TEXT),
    )  # fmt: skip


def _options(table: Table, kind: FieldKind | None) -> tuple[Option, ...]:
    if kind in WITH_OPTIONS and not table.has("options"):
        table.note("options", "options_missing")
    options = read_options(table, "options") if table.has("options") else ()
    if options and kind is not None and kind not in WITH_OPTIONS:
        table.note("options", "options_unwanted")
    return options


def read_options(parent: Table, key: str) -> tuple[Option, ...]:
    codes = Once(parent.reading, "key_twice")
    found = []
    for table in parent.tables(key):
        code = table.key("code")
        codes.add(code, table.at("code"))
        found.append(Option(code, table.text("label"), table.flag("retired", default=False)))
        table.finish()
    return tuple(found)
