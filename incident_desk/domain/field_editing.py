"""Fields of a site's own, in any step: add, change, retire. Each change is one more version of the pack.

What was written in a field must stay readable, so its key and its kind never change, and nothing is deleted: a field
or an answer that is retired is not asked any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.commands import Command, arg
from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.errors import Refused
from incident_desk.domain.pack_rows import Content, languages_of, line_of, name_of, new_key, with_key, wordings
from incident_desk.domain.packs.fields import (
    ASKED_KINDS,
    FEWEST_OPTIONS,
    MOST_FIELDS,
    ROOMS,
    USUAL_ROOM,
    WITH_OPTIONS,
    rooms_in,
)
from incident_desk.domain.packs.model import OWN
from incident_desk.domain.text import LANGUAGES
from incident_desk.domain.vocabulary import STEP_BY_KEY

HELP_LIMIT, UNIT_LIMIT, MOST_OPTIONS = 300, 40, 60


@dataclass(frozen=True, slots=True)
class AddField(Command):
    """Add a field of your own to a step: in its form, in lists and exports, on the paper."""

    label: str = arg("What it asks, as people read it")
    kind: str = arg("How it is answered", shape="field_kind")
    step: str = arg("The step it belongs to", shape="step")
    section: str = arg("The part of the step; a usual one when empty", "", shape="field_section")
    options: tuple[str, ...] = arg("The answers to choose from, for choice and choices", ())
    unit: str = arg("Unit of a number", "")
    help: str = arg("One line below the field", "")
    needed: bool = arg("True: the step is not left without it", False)
    personal: bool | None = arg("Whether it tells of people; texts do when empty", None)


@dataclass(frozen=True, slots=True)
class ChangeField(Command):
    """Change a field of your own: what is left out stays. Old records keep what was written; the kind never changes."""

    field: str = arg("The field: key or label", shape="own_field")
    label: str | None = arg("The new label", None)
    help: str | None = arg("The new help; empty: none, or in one language that of the other", None)
    unit: str | None = arg("The new unit; empty as for help", None)
    language: str = arg("The language of label, help, unit and answers; both when empty", "", shape="language")
    section: str = arg("Another part of any step to stand in", "", shape="field_section")
    needed: bool | None = arg("True: its step is not left without it", None)
    personal: bool | None = arg("Whether it tells of people", None)
    add_options: tuple[str, ...] = arg("Answers to add", ())
    rename_options: Mapping[str, Any] = arg("New wordings of answers, by code or present wording", {})
    retire_options: tuple[str, ...] = arg("Answers that are not offered any more: codes or wordings", ())
    offer_options: tuple[str, ...] = arg("Retired answers to offer again: codes or wordings", ())


@dataclass(frozen=True, slots=True)
class RetireField(Command):
    """Stop asking for a field of your own. What was written in it stays readable."""

    field: str = arg("The field: key or label", shape="own_field")


@dataclass(frozen=True, slots=True)
class RestoreField(Command):
    """Ask again for a field that was retired."""

    field: str = arg("The field: key or label", shape="own_field")


def add_field(content: Content, command: AddField) -> str:
    label, kind = name_of(command.label, "label"), _one_of(command.kind, ASKED_KINDS, "kind")
    rows = content.setdefault("fields", [])
    row: Content = {"key": new_key(label, _taken(content)), "kind": command.kind, "label": wordings(label)}
    row |= _room(command)
    _reword(row, "help", line_of(command.help, "help", HELP_LIMIT), LANGUAGES)
    if kind is FieldKind.NUMBER:
        _reword(row, "unit", line_of(command.unit, "unit", UNIT_LIMIT), LANGUAGES)
    if kind in WITH_OPTIONS:
        row["options"] = []
        _add_options(row["options"], command.options)
        _check_options(row["options"])
    _set_flags(row, command)
    rows.append(row)
    _check_count(rows)
    return "field_added"


def change_field(content: Content, command: ChangeField) -> str:
    row, languages = _row(content, command.field), languages_of(command.language)
    if command.label is not None:
        _reword(row, "label", name_of(command.label, "label"), languages)
    if command.help is not None:
        _reword(row, "help", line_of(command.help, "help", HELP_LIMIT), languages)
    if command.unit is not None and row["kind"] == FieldKind.NUMBER:
        _reword(row, "unit", line_of(command.unit, "unit", UNIT_LIMIT), languages)
    if command.section:
        _one_of(command.section, ROOMS, "section")
        row |= {"step": ROOMS[command.section].step.key, "section": command.section}
    if "options" in row:
        _change_options(row["options"], command, languages)
    _set_flags(row, command)
    return "field_changed"


def retire_field(content: Content, command: RetireField) -> str:
    _row(content, command.field)["retired"] = True
    return "field_retired"


def restore_field(content: Content, command: RestoreField) -> str:
    _row(content, command.field).pop("retired", None)
    _check_count(content["fields"])
    return "field_restored"


def _row(content: Content, key: str) -> Content:
    row = with_key(content.get("fields", []), key.removeprefix(OWN))
    if row is None:
        raise Refused("own_field_unknown", "field", value=key[:60])
    return row


def _taken(content: Content) -> set[str]:
    """Keys that a new field cannot have: those of the others and, of a category called "site", of its questions."""
    rows = list(content["fields"])
    for category in content["categories"]:
        if f"{category['key']}." == OWN:
            rows += category.get("questions", [])
    return {row["key"] for row in rows}


def _room(command: AddField) -> Content:
    step = _one_of(command.step, STEP_BY_KEY, "step")
    section = command.section or USUAL_ROOM[step]
    if section not in rooms_in(step):
        raise Refused("choice_unknown", "section", value=section[:60], options=rooms_in(step))
    return {"step": command.step, "section": section}


def _one_of(word: str, known: Mapping[str, Any], argument: str) -> Any:
    if word not in known:
        raise Refused("choice_unknown", argument, value=word[:60], options=list(known))
    return known[word]


def _reword(row: Content, what: str, words: str, languages: Iterable[str]) -> None:
    """A wording in some languages; the others follow where they had none.

    Where it is emptied these languages follow the others, whose own words stay; without any it goes.
    """
    before, emptied = row.get(what, {}), set(languages)
    following = {before.get(language) for language in emptied}
    others = [before[each] for each in LANGUAGES if each in before and each not in emptied]
    words = words or next((other for other in others if other not in following), "")
    if words:
        row[what] = {**(before or wordings(words)), **dict.fromkeys(emptied, words)}
    else:
        row.pop(what, None)


def _set_flags(row: Content, command: AddField | ChangeField) -> None:
    if command.needed is not None:
        row["needed"] = command.needed
    if command.personal is not None:
        row["personal"] = command.personal
    if not row.get("needed"):
        row.pop("needed", None)


def _check_count(rows: list[Content]) -> None:
    if sum(not row.get("retired") for row in rows) > MOST_FIELDS:
        raise Refused("fields_too_many", "field", most=MOST_FIELDS)


# --- answers ----------------------------------------------------------------------------------------


def _change_options(options: list[Content], command: ChangeField, languages: tuple[str, ...]) -> None:
    before = [dict(option) for option in options]
    for wanted, words in command.rename_options.items():
        option = options[_option(before, wanted)]
        label = name_of(words if isinstance(words, str) else "", "options")
        option["label"] = {**option["label"], **dict.fromkeys(languages, label)}
    for wanted in command.retire_options:
        options[_option(before, wanted)]["retired"] = True
    for wanted in command.offer_options:
        options[_option(before, wanted)].pop("retired", None)
    _add_options(options, command.add_options)
    if options != before:
        _check_options(options)


def _option(options: list[Content], wanted: str) -> int:
    """The place of an answer by its code or by a wording of it."""
    for number, option in enumerate(options):
        if wanted == option["code"] or wanted in option["label"].values():
            return number
    codes = [option["code"] for option in options]
    raise Refused("choice_unknown", "options", value=wanted[:60], options=codes)


def _add_options(options: list[Content], labels: Iterable[str]) -> None:
    for label in labels:
        words = name_of(label, "options")
        code = new_key(words, {option["code"] for option in options})
        options.append({"code": code, "label": wordings(words)})


def _check_options(options: list[Content]) -> None:
    """Enough to choose from, and no two that look alike."""
    offered = [option for option in options if not option.get("retired")]
    if len(offered) < FEWEST_OPTIONS:
        raise Refused("options_few", "options", least=FEWEST_OPTIONS)
    if len(offered) > MOST_OPTIONS:
        raise Refused("options_many", "options", most=MOST_OPTIONS)
    for language in LANGUAGES:
        words = [option["label"][language].casefold() for option in offered]
        twice = next((word for number, word in enumerate(words) if word in words[:number]), None)
        if twice is not None:
            raise Refused("option_twice", "options", value=offered[words.index(twice)]["label"][language][:60])
