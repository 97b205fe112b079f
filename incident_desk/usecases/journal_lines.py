"""The journal in plain language: who, what as a sentence, old and new value, why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.erasure import ERASED_ENTRY
from incident_desk.domain.fields import CORE, RATING_KEYS
from incident_desk.domain.journal.entries import ERASED, OF_ITEM, OF_RECORD, Entry
from incident_desk.domain.knowledge import FIELDS as KNOWN_FIELDS
from incident_desk.domain.knowledge import FORMS, KnowledgeKind
from incident_desk.domain.lists import LISTS
from incident_desk.domain.vocabulary import STEP_NAMES, Step
from incident_desk.usecases.wording import Wording

_LONG = 60
_OF_KNOWLEDGE = frozenset({"knowledge_opened", "knowledge_linked", "linked_to_knowledge", "unlinked_from_knowledge"})
_MATRIX = OF_RECORD + "matrix"
_BY_MATRIX = frozenset(OF_RECORD + key for key in RATING_KEYS)
_NO_MATRIX = ("", "")


@dataclass(frozen=True, slots=True)
class Change:
    """One value that changed. `old` is "" where nothing stood; `long` texts are shown whole on request. `quoted`: its
    label is not the program's, and may be a whole sentence. `key`: "place", or "measures.what" of a line.
    """

    label: str
    old: str
    new: str
    long: bool
    quoted: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """`item`: the line of a list that it is about, `list` which list."""

    position: int
    recorded_at: int
    who: str
    what: str
    changes: tuple[Change, ...]
    reason: str
    op_id: str
    kind: str
    actor: str | None = None
    item: str = ""
    list: str = ""


def journal_lines(entries: Iterable[Entry], wording: Wording, *, whole: bool = False) -> list[JournalLine]:
    """One line an entry, in the chain's order. Names of items come from the entries before. `whole`: with what the
    sentence tells already, such as what somebody signed.
    """
    known: dict[str, str] = {}
    lines, matrices = [], _NO_MATRIX
    for entry in entries:
        _remember(entry, known, wording)
        matrices = _matrices(entry, matrices[1])
        lines.append(_line(entry, known, matrices, wording, whole=whole))
    return lines


def _matrices(entry: Entry, before: str) -> tuple[str, str]:
    """By which matrix the old and the new values of an entry were rated."""
    pair = entry.data.get(_MATRIX)
    return (str(pair[0] or ""), str(pair[1] or "")) if isinstance(pair, list) else (before, before)


def _remember(entry: Entry, known: dict[str, str], wording: Wording) -> None:
    item = entry.data.get("item")
    if item is None:
        return
    for key in (".what", ".whom", ".name", ".number", ".meaning"):
        pair = entry.data.get(key)
        if pair is not None and pair is not ERASED and pair[1]:
            known[item] = str(pair[1])
            return
        if pair is ERASED:
            known[item] = wording.texts.say("wording.erased")


def _line(
    entry: Entry, known: dict[str, str], matrices: tuple[str, str], wording: Wording, *, whole: bool
) -> JournalLine:
    reason = entry.data.get("reason", entry.data.get("text", ""))
    return JournalLine(
        entry.position, entry.recorded_at, who(entry, wording), _what(entry, known, wording),
        tuple(_changes(entry, wording, matrices, whole=whole)), wording.value(None, reason), entry.op_id, entry.kind,
        entry.actor, str(entry.data.get("item", "")), str(entry.data.get("list", "")),
    )  # fmt: skip


def who(entry: Entry, wording: Wording) -> str:
    if entry.actor is not None and wording.names is not None:
        return wording.names.person(entry.actor) or wording.texts.say("wording.person_unknown")
    if entry.data.get("=anonymous"):
        return wording.texts.say("wording.nobody")
    named = entry.kind == "reported" and "=reporter_name" in entry.data  # by somebody who may sit anywhere
    return wording.texts.say("wording.not_signed_in" if named else "wording.this_pc")


def _what(entry: Entry, known: dict[str, str], wording: Wording) -> str:
    data, texts = entry.data, wording.texts
    facts: dict[str, Any] = {"name": _short(known.get(str(data.get("item")), ""))}
    for key in ("from", "to"):
        if key in data:
            facts[key] = STEP_NAMES[Step(data[key])][wording.language]
    if entry.kind in {"fields_changed", "knowledge_changed"}:
        return _fields_sentence(entry, wording)
    if entry.kind == "moved":
        return texts.say(f"journal.moved_{data['how']}", **facts)
    if entry.kind in {"item_added", "item_changed", "item_removed"}:
        return _item_sentence(entry, facts, wording)
    if entry.kind == "imported":
        facts |= {"source": data["=imported_from"][1], "row": data["=imported_line"][1]}
        return texts.say("journal.imported_concluded" if "=steps_not_recorded" in data else "journal.imported", **facts)
    if entry.kind == "sheet_changes_taken":
        return _sheet_sentence(entry, wording)
    if entry.kind == "joined":
        facts["number"] = data["=joined_number"][1]
    if entry.kind in _OF_KNOWLEDGE:
        facts |= _knowledge_facts(data, wording)
    if entry.kind == "undone":
        facts["position"] = data["undoes"]
    if entry.kind == ERASED_ENTRY:
        facts["basis"] = data["basis"]
    if entry.kind == "signed":
        meaning = data.get(".meaning", [None, ""])
        facts["meaning"] = wording.value(None, meaning) if meaning is ERASED else _short(str(meaning[1]))
    return texts.say(f"journal.{entry.kind}", **facts)


def _knowledge_facts(data: Mapping[str, Any], wording: Wording) -> dict[str, str]:
    """What a knowledge record is called, or the incident that it names."""
    number = data.get("number") or data.get("=number", data.get(".number", (None, "")))[1]
    kind = data.get("of_kind") or data.get("=kind", (None, None))[1]
    return {"number": str(number), "one": FORMS[KnowledgeKind(kind)].one[wording.language] if kind else ""}


def _sheet_sentence(entry: Entry, wording: Wording) -> str:
    fields = ", ".join(change.label for change in _changes(entry, wording))
    if "=steps_not_recorded" in entry.data:
        return wording.texts.say(f"journal.sheet_closing_taken{'_with' if fields else ''}", fields=fields)
    return wording.texts.say("journal.sheet_changes_taken", fields=fields or wording.texts.say("record.the_row"))


def _fields_sentence(entry: Entry, wording: Wording) -> str:
    """One short value that was another before is told whole: "changed the place from Ward 3 to Ward 4"."""
    changes = list(_changes(entry, wording))
    only = changes[0] if len(changes) == 1 else None
    if only is not None and only.old and only.new and not only.long:
        if only.quoted:
            return wording.texts.say("journal.own_field_changed", field=only.label, old=only.old, new=only.new)
        noun = only.label if wording.language == "de" else only.label[0].lower() + only.label[1:]
        return wording.texts.say("journal.field_changed", field=noun, old=only.old, new=only.new)
    return wording.texts.say("journal.fields_changed", fields=", ".join(change.label for change in changes))


def _item_sentence(entry: Entry, facts: dict[str, Any], wording: Wording) -> str:
    declared = LISTS[entry.data["list"]]
    done = declared.done
    special = f"journal.{declared.key}_{entry.kind.removeprefix('item_')}"
    if entry.kind == "item_changed" and done and OF_ITEM + done in entry.data:
        ended = entry.data[OF_ITEM + done]
        special = f"journal.{declared.key}_{'done' if ended is ERASED or ended[1] is not None else 'reopened'}"
    key = special if wording.texts.has(special) else f"journal.{entry.kind}"
    return wording.texts.say(key, list=declared.title[wording.language], one=declared.one[wording.language], **facts)


def _changes(
    entry: Entry, wording: Wording, matrices: tuple[str, str] = _NO_MATRIX, *, whole: bool = False
) -> Iterable[Change]:
    """The changes a reader wants to see: declared fields, not what the program keeps for itself."""
    for key in _as_in_the_form(entry):
        pair = entry.data[key]
        field = _declared(key, entry, wording, whole=whole)
        if field is None:
            continue
        was, becomes = (None, ERASED) if pair is ERASED else pair
        if key in _BY_MATRIX:
            old, new = wording.rated(field, was, matrices[0]), wording.rated(field, becomes, matrices[1])
        else:
            old, new = wording.value(field, was), wording.value(field, becomes)
        long = field.kind is FieldKind.PROSE or max(len(old), len(new)) > _LONG
        quoted = key[0] == OF_RECORD and field.key not in CORE and field.key not in KNOWN_FIELDS
        of = "" if key[0] == OF_RECORD else f"{entry.data['list']}."
        yield Change(field.label[wording.language], old, new, long, quoted, of + field.key)


def _as_in_the_form(entry: Entry) -> list[str]:
    """The keys of an entry in the order in which forms ask for them."""
    declared = LISTS.get(entry.data.get("list", ""))
    columns = [OF_ITEM + field.key for field in declared.fields] if declared else []
    ordered = [*(OF_RECORD + key for key in dict.fromkeys((*CORE, *KNOWN_FIELDS))), *columns]
    places = {key: place for place, key in enumerate(ordered)}
    return sorted(entry.data, key=lambda key: places.get(key, len(places)))


def _declared(key: str, entry: Entry, wording: Wording, *, whole: bool) -> Field | None:
    if key[0] == OF_RECORD:
        return wording.field(key[1:])
    if key[0] == OF_ITEM and (whole or entry.data["list"] != "sign_offs"):
        declared = LISTS.get(entry.data["list"])
        return declared.field(key[1:]) if declared else None
    return None


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONG else flat[: _LONG - 4].rsplit(" ", 1)[0] + " ..."
