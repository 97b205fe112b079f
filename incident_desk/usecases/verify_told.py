"""What `verify` found, in words that anybody understands: which record, what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from incident_desk.domain.declarations import FieldKind
from incident_desk.domain.lists import LISTS
from incident_desk.usecases.rows import VerifyBreak
from incident_desk.usecases.wording import Wording

_ENDS = ("_earliest", "_latest", "_precision", "_zone")  # the columns of one stated time
_OLD_COPY = frozenset({"older_than_seen", "other_than_seen", "epoch_before"})
_SAYS_IT_ITSELF = frozenset({"file_damaged", "pages_altered", "epoch_other", "epoch_after"})


def said(each: VerifyBreak, wording: Wording) -> str:
    facts = dict(each.facts)
    if "record" in facts:
        facts["record"] = _record(str(facts["record"]), wording)
    if "field" in facts:
        key = str(facts["field"])
        facts["field"] = _name(key, wording)
        facts |= {side: _value(key, facts[side], wording) for side in ("journal", "register") if side in facts}
    return wording.texts.say(f"verify.{each.code}", **facts)


def what_to_do(breaks: Iterable[VerifyBreak], wording: Wording) -> list[str]:
    """Said once below what was found; each kind of trouble has its own."""
    codes = {each.code for each in breaks} - _SAYS_IT_ITSELF
    advice = [("verify.do_old_copy", codes & _OLD_COPY), ("verify.do_changed", codes - _OLD_COPY)]
    return [wording.texts.say(key) for key, meant in advice if meant]


def _record(label: str, wording: Wording) -> str:
    """What has no name of its own is named by what it is."""
    key = f"verify.name_{label.replace(' ', '_')}"
    return wording.texts.say(key) if wording.texts.has(key) else label


def _name(key: str, wording: Wording) -> str:
    if key in LISTS:
        return LISTS[key].title[wording.language]
    known = next((each for each in (key, _of_time(key)) if wording.field(each) is not None), "")
    return wording.label(known) if known else _record(key, wording)


def _of_time(key: str) -> str:
    return next((key.removesuffix(end) for end in _ENDS if key.endswith(end)), key)


def _value(key: str, value: Any, wording: Wording) -> str:
    if value is None:
        return wording.texts.say("verify.name_nothing")
    field = wording.field(_of_time(key))
    at = field is not None and field.kind is FieldKind.TIME and isinstance(value, int)
    return wording.moment(value) if at else str(value)
