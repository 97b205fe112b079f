"""Own fields between the form of the settings and the orders it becomes."""

from __future__ import annotations

from typing import Any

from incident_desk.domain.declarations import Field, FieldKind, Option
from incident_desk.domain.field_editing import AddField, ChangeField
from incident_desk.domain.packs.fields import ASKED_KINDS, ROOMS, WITH_OPTIONS
from incident_desk.domain.packs.model import OWN
from incident_desk.domain.text import Text
from incident_desk.gui.language import language, said
from incident_desk.gui.settings.answers_field import Answer

NEEDED, PERSONAL = "needed", "personal"
Values = dict[str, Any]


def values_of(field: Field) -> Values:
    """What the form shows of a field, in the language of the window. Empty is None."""
    return {
        "label": said(field.label), "kind": str(field.kind), "section": field.section, "help": said(field.help) or None,
        "unit": said(field.unit) or None, "options": [_answer(option).packed() for option in field.options],
        "flags": [flag for flag, given in ((NEEDED, field.needed), (PERSONAL, field.personal)) if given],
    }  # fmt: skip


def _answer(option: Option) -> Answer:
    return Answer(option.code, said(option.label), option.retired)


def sample(values: Values) -> Field:
    """The field as the form has it now, to be looked at."""
    kind = ASKED_KINDS[values["kind"] or FieldKind.TEXT]
    offered = [answer.label for answer in _answers(values) if not answer.retired] if kind in WITH_OPTIONS else []
    options = [Option(str(number), Text(label)) for number, label in enumerate(offered or ["..."])]
    unit = Text((values["unit"] or "") if kind is FieldKind.NUMBER else "")
    section = ROOMS[values["section"]]
    return Field(f"{OWN}sample", kind, Text(values["label"] or "..."), section.step, section.key,
                 Text(values["help"] or ""), tuple(options) if kind in WITH_OPTIONS else (), unit)  # fmt: skip


def adding(values: Values) -> AddField:
    section = ROOMS[values["section"]]
    labels = tuple(answer.label for answer in _answers(values)) if values["kind"] in WITH_OPTIONS else ()
    return AddField(
        values["label"] or "", values["kind"], section.step.key, section.key, labels, values["unit"] or "",
        values["help"] or "", NEEDED in values["flags"], PERSONAL in values["flags"],
    )  # fmt: skip


def changing(field: Field, values: Values, changes: Values) -> ChangeField:
    """Only what was changed, so that what a colleague changed beside it stays."""
    given: Values = {key: changes[key] or "" for key in ("label", "help", "unit", "section") if key in changes}
    if "flags" in changes:
        given |= {flag: flag in changes["flags"] for flag in (NEEDED, PERSONAL)}
    if "options" in changes:
        given |= _answer_changes(field, values)
    return ChangeField(field.key, language=language(), **given)


def _answer_changes(field: Field, values: Values) -> Values:
    before = {option.code: _answer(option) for option in field.options}
    known = [(before[answer.code], answer) for answer in _answers(values) if answer.code in before]
    there = {answer.label for answer in before.values()}
    return {
        "add_options": tuple(a.label for a in _answers(values) if not a.code and a.label not in there),
        "rename_options": {now.code: now.label for was, now in known if was.label != now.label},
        "retire_options": tuple(now.code for was, now in known if now.retired and not was.retired),
        "offer_options": tuple(now.code for was, now in known if was.retired and not now.retired),
    }


def _answers(values: Values) -> list[Answer]:
    return [Answer.unpacked(text) for text in values["options"]]
