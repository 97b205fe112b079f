"""The data inside a record paper: read, and held against what the journal says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Any

from incident_desk.domain.journal.entries import Entry, exact_bytes
from incident_desk.domain.records import Record, fold
from incident_desk.usecases.papers import Profile
from incident_desk.usecases.record_data import entry_data

MOST_TOLD = 20
_MISSING = object()
_ERASED = {"erased": True}
_BESIDE = frozenset({"program"})  # another version of the program says it otherwise
_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class PaperData:
    """`whole` is what the file says, `epoch` number and id of the epoch that it was printed in."""

    whole: Mapping[str, Any]
    id: str
    number: str
    position: int
    register: str
    epoch: tuple[int, str]
    program: str
    profile: Profile


@dataclass(frozen=True, slots=True)
class DataDifference:
    """Where the data of a file and the register do not say the same. `what`: "form" (no data as this program writes
    them), "journal" (entry `position`), "values" (field `key`), "items" (line `key` of a list), "register".
    """

    what: str
    position: int = 0
    key: str = ""
    paper: Any = None
    register: Any = None


def read_data(content: bytes) -> PaperData | None:
    """None for what this program cannot have written: its data are exact, to the byte."""
    try:
        whole = json.loads(content)
        if exact_bytes(whole) != content:
            return None
        of = whole["register"]
        data = PaperData(
            whole, whole["id"], str(whole["values"].get("number", "")), whole["position"], of["id"],
            (of["epoch"], of["epoch_id"]), whole["program"],
            Profile(whole.get("profile", Profile.FULL)),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return None
    texts = (data.id, data.register, data.program, data.epoch[1])
    if not all(isinstance(text, str) for text in texts) or type(data.position) is not int or not is_id(data.id):
        return None
    return data if data.position == len(whole["journal"]) > 0 else None


def in_common(data: PaperData, entries: Sequence[Entry]) -> int:
    """How many entries from the first one on both have."""
    same = 0
    for told, entry in zip(data.whole["journal"], entries, strict=False):
        if not _alike(told, _plain(entry_data(entry))):
            break
        same += 1
    return same


def holds_erased(data: PaperData, entries: Sequence[Entry]) -> bool:
    """Whether the file still says what was erased in the register."""
    both = zip(data.whole["journal"], entries, strict=False)
    return any(entry.erased and told != _plain(entry_data(entry)) for told, entry in both)


def data_differences(data: PaperData, wanted: Mapping[str, Any]) -> Iterator[DataDifference]:
    """The first places where the data of a file are not what the register gives for that position."""
    yield from islice(_differences(data.whole, _plain(wanted)), MOST_TOLD)


def _differences(told: Mapping[str, Any], meant: Mapping[str, Any]) -> Iterator[DataDifference]:
    for n, (mine, theirs) in enumerate(zip_longest(told["journal"], meant["journal"]), start=1):
        if not _alike(mine, theirs):
            yield from _of_entry(n, mine, theirs)
    yield from _of_values("values", told.get("values"), meant["values"])
    for mine, theirs in zip_longest(_lines(told.get("items")), meant["items"], fillvalue=_MISSING):
        if not _alike(mine, theirs):
            line, wanted = (each if isinstance(each, dict) else {} for each in (mine, theirs))
            yield DataDifference("items", 0, str(wanted.get("id") or line.get("id", "")), line, wanted)
    for key in sorted({*told, *meant} - {"journal", "values", "items"} - _BESIDE):
        if not _alike(told.get(key, _MISSING), meant.get(key, _MISSING)):
            yield DataDifference("register", 0, key, told.get(key), meant.get(key))


def _of_entry(position: int, mine: Any, theirs: Any) -> Iterator[DataDifference]:
    both = isinstance(mine, dict) and isinstance(theirs, dict)
    if both and isinstance(mine.get("data"), dict) and not _alike(mine["data"], theirs["data"]):
        for difference in _of_values("journal", mine["data"], theirs["data"]):
            yield DataDifference("journal", position, difference.key, difference.paper, difference.register)
    else:
        yield DataDifference("journal", position)


def _of_values(what: str, mine: Any, theirs: Mapping[str, Any]) -> Iterator[DataDifference]:
    told = mine if isinstance(mine, dict) else {}
    for key in sorted({*told, *theirs}):
        if not _alike(told.get(key, _MISSING), theirs.get(key, _MISSING)):
            yield DataDifference(what, 0, key, told.get(key), theirs.get(key))


def _lines(items: Any) -> list[Any]:
    return items if isinstance(items, list) else [items]


def is_id(text: Any) -> bool:
    """Whether it has the form in which the program writes the ids of records."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def _alike(told: Any, meant: Any) -> bool:
    """The same, or lawfully erased in the register since. 1 is neither true nor 1.0: it reads otherwise in the file."""
    if meant == _ERASED:
        return True
    if isinstance(told, dict) and isinstance(meant, dict):
        return told.keys() == meant.keys() and all(_alike(told[key], meant[key]) for key in meant)
    if isinstance(told, list) and isinstance(meant, list):
        return len(told) == len(meant) and all(map(_alike, told, meant))
    return type(told) is type(meant) and bool(told == meant)


def _plain(data: Mapping[str, Any]) -> Any:
    """As it reads in a file."""
    return json.loads(exact_bytes(data))


def changed_keys(record_id: str, then: Sequence[Entry], now: Sequence[Entry]) -> Iterator[str]:
    """Keys of the fields, then of the lists, that say something else now than then."""
    before, after = fold(Record(record_id, "incident"), then), fold(Record(record_id, "incident"), now)
    for key in {**before.values, **after.values}:
        if before.values.get(key) != after.values.get(key):
            yield key
    lists: dict[str, None] = {}
    for item in {**before.items, **after.items}:
        if before.items.get(item) != after.items.get(item):
            lists[after.items[item].list if item in after.items else before.items[item].list] = None
    yield from lists
