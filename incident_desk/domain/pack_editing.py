"""A site makes the sector pack its own: categories here, fields in `field_editing`; each change is one more version.

Old records keep the version they were led under. Nothing is ever taken out of a pack: what is retired stays
readable and is not offered any more.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from incident_desk.domain.commands import Command, arg
from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.field_editing import (
    AddField,
    ChangeField,
    RestoreField,
    RetireField,
    add_field,
    change_field,
    restore_field,
    retire_field,
)
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.journal.entries import OF_ITEM, EntryDraft
from incident_desk.domain.lists import LISTS
from incident_desk.domain.pack_rows import Content, languages_of, name_of, new_key, with_key, wordings
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.problems import PackProblems
from incident_desk.domain.records import Record, pairs
from incident_desk.domain.vocabulary import Role

VERSIONS = "versions"


@dataclass(frozen=True, slots=True)
class AddCategory(Command):
    """Add a category to the sector pack, or a subcategory to one of its categories."""

    name: str = arg("Name as people say it")
    parent: str = arg("Category it belongs to: key or name; empty for a category of its own", "")
    first: str = arg("Name of the first subcategory of a new category; the category's own name when empty", "")


@dataclass(frozen=True, slots=True)
class RenameCategory(Command):
    """Give a category or subcategory another name, in one language or in both."""

    category: str = arg("Category or subcategory: key or name")
    name: str = arg("The new name")
    language: str = arg("en or de; both when empty", "", shape="language")


@dataclass(frozen=True, slots=True)
class RetireCategory(Command):
    """Stop offering a category or subcategory, or offer it again. Old records keep it."""

    category: str = arg("Category or subcategory: key or name")
    retired: bool = arg("False: offer it again", True)


def version_draft(kind: str, item_id: str, ordinal: int, content: Content) -> EntryDraft:
    """The entry that puts a version of a pack in force: its whole content, so that the register stands alone."""
    values = {"pack_id": content["id"], "version": content["version"], "content": content}
    head = {"list": VERSIONS, "item": item_id, "ordinal": ordinal, "removed": False}
    return EntryDraft(kind, head | pairs({}, values, OF_ITEM))


PackOrder = AddCategory | RenameCategory | RetireCategory | AddField | ChangeField | RetireField | RestoreField
PACK_ORDERS: tuple[type[Command], ...] = get_args(PackOrder)


def decide_pack(record: Record, command: PackOrder, actor: Actor, new_id: Callable[[], str]) -> list[EntryDraft]:
    actor.must("categories", Role.ADMINISTRATOR)
    present = record.of(VERSIONS)[-1].values["content"]
    content = copy.deepcopy(present)
    match command:
        case AddCategory():
            kind = _add(content, command)
        case RenameCategory():
            kind = _rename(content, command)
        case RetireCategory():
            kind = _retire(content, command)
        case AddField():
            kind = add_field(content, command)
        case ChangeField():
            kind = change_field(content, command)
        case RetireField():
            kind = retire_field(content, command)
        case RestoreField():
            kind = restore_field(content, command)
    if content == present:
        return []
    _check(content)
    return [version_draft(kind, new_id(), record.next_ordinal(VERSIONS), content)]


def _add(content: Content, command: AddCategory) -> str:
    name = name_of(command.name)
    if command.parent:
        rows = _row(content, command.parent.partition(".")[0])["subcategories"]
        rows.append({"key": new_key(name, {row["key"] for row in rows}), "name": wordings(name)})
        return "subcategory_added"
    first = name_of(command.first) if command.first.strip() else name
    rows = content["categories"]
    key = new_key(name, {row["key"] for row in rows} | LISTS.keys())
    subcategory = {"key": new_key(first, ()), "name": wordings(first)}
    rows.append({"key": key, "name": wordings(name), "subcategories": [subcategory]})
    return "category_added"


def _rename(content: Content, command: RenameCategory) -> str:
    languages = languages_of(command.language)
    row = _row(content, command.category)
    row["name"] = {**row["name"], **dict.fromkeys(languages, name_of(command.name))}
    return "category_renamed"


def _retire(content: Content, command: RetireCategory) -> str:
    row = _row(content, command.category)
    row.pop("retired", None)
    if not command.retired:
        return "category_offered"
    row["retired"] = True
    if all(each.get("retired") for each in content["categories"]):
        raise Refused("category_last", "category")
    return "category_retired"


def _row(content: Content, key: str) -> Content:
    """The table of a category ("device") or of a subcategory ("device.pump")."""
    category, dot, subcategory = key.partition(".")
    row = with_key(content["categories"], category)
    if row is not None and dot:
        row = with_key(row["subcategories"], subcategory)
    if row is None:
        raise Refused("category_unknown", "category", value=key[:60])
    return row


def _check(content: Mapping[str, object]) -> None:
    """The pack must be one that could have come from a file. Two things of one name cannot be told apart."""
    try:
        read_pack(content, KNOWN_NEEDS)
    except PackProblems as found:
        twice = next((problem for problem in found.problems if problem.code == "name_twice"), None)
        if twice is None:
            raise
        value = twice.facts["value"][:60]
        if twice.path[0] == "fields":
            raise Refused("field_label_taken", "label", value=value) from None
        raise Refused("category_name_taken", "name", value=value) from None
