"""A site makes the categories of its sector pack its own; each change is one more version of the pack.

Old records keep the version they were led under. Nothing is ever taken out of a pack: what is retired stays
readable and is not offered any more.
"""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.commands import Command, arg
from incident_desk.domain.context import Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.gates import KNOWN_NEEDS
from incident_desk.domain.journal.entries import OF_ITEM, EntryDraft
from incident_desk.domain.lists import LISTS
from incident_desk.domain.packs.checks import read_pack
from incident_desk.domain.packs.problems import PackProblems
from incident_desk.domain.records import Record, pairs
from incident_desk.domain.text import LANGUAGES
from incident_desk.domain.values import clean_text
from incident_desk.domain.vocabulary import Role

VERSIONS = "versions"
_NAME_LIMIT = 120
_KEY_LENGTH = 36  # room for a number behind it
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a"})

Content = dict[str, Any]  # the data of a pack, as its file has them


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


def decide_pack(
    record: Record, command: AddCategory | RenameCategory | RetireCategory, actor: Actor, new_id: Callable[[], str]
) -> list[EntryDraft]:
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
    if content == present:
        return []
    _check(content, command)
    return [version_draft(kind, new_id(), record.next_ordinal(VERSIONS), content)]


def _add(content: Content, command: AddCategory) -> str:
    name = _name(command.name)
    if command.parent:
        rows = _row(content, command.parent.partition(".")[0])["subcategories"]
        rows.append({"key": _new_key(name, {row["key"] for row in rows}), "name": _wordings(name)})
        return "subcategory_added"
    first = _name(command.first) if command.first.strip() else name
    rows = content["categories"]
    key = _new_key(name, {row["key"] for row in rows} | LISTS.keys())
    subcategory = {"key": _new_key(first, ()), "name": _wordings(first)}
    rows.append({"key": key, "name": _wordings(name), "subcategories": [subcategory]})
    return "category_added"


def _rename(content: Content, command: RenameCategory) -> str:
    if command.language and command.language not in LANGUAGES:
        raise Refused("language_unknown", "language", value=command.language[:40])
    languages = (command.language,) if command.language else LANGUAGES
    row = _row(content, command.category)
    row["name"] = {**row["name"], **dict.fromkeys(languages, _name(command.name))}
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
    row = _with_key(content["categories"], category)
    if row is not None and dot:
        row = _with_key(row["subcategories"], subcategory)
    if row is None:
        raise Refused("category_unknown", "category", value=key[:60])
    return row


def _with_key(rows: list[Content], key: str) -> Content | None:
    return next((row for row in rows if row["key"] == key), None)


def _name(text: str) -> str:
    name = clean_text(text, _NAME_LIMIT, "name").strip()
    if not name:
        raise Refused("name_missing", "name")
    if "\n" in name:
        raise Refused("text_one_line", "name")
    return name


def _wordings(name: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, name)


def _new_key(name: str, taken: Collection[str]) -> str:
    """A key that looks like the name and is not taken. Records refer to it, so it never changes again."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_SPELT))
    letters = re.sub(r"[^a-z0-9]+", "_", "".join(ch for ch in plain if not unicodedata.combining(ch))).strip("_")
    stem = letters[:_KEY_LENGTH].rstrip("_") if letters[:1].isalpha() else f"own_{letters[:_KEY_LENGTH]}".rstrip("_")
    numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(key for key in numbered if key not in taken)


def _check(content: Mapping[str, object], command: Command) -> None:
    """The pack must be one that could have come from a file. Two categories of one name cannot be told apart."""
    try:
        read_pack(content, KNOWN_NEEDS)
    except PackProblems as found:
        if any(problem.code == "name_twice" for problem in found.problems):
            raise Refused("category_name_taken", "name", value=str(getattr(command, "name", ""))[:60]) from None
        raise
