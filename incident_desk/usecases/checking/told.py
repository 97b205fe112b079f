"""What was found out about a PDF file, in words: the answer first, then what it rests on, alike everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from incident_desk.domain.journal.entries import OF_ITEM, OF_RECORD
from incident_desk.domain.lists import LISTS
from incident_desk.usecases import verify_told
from incident_desk.usecases.checking.answers import PaperAnswer, PaperCheck
from incident_desk.usecases.checking.data import DataDifference
from incident_desk.usecases.checking.files import PageDifference
from incident_desk.usecases.wording import Wording

_LONGEST = 200


def said(check: PaperCheck, wording: Wording) -> str:
    """The answer as one sentence or two."""
    form = check.answer is PaperAnswer.ALTERED and not check.number
    return wording.texts.say(
        "paper_check.altered_form" if form else f"paper_check.{check.answer}", number=check.number,
        position=check.position, present=check.present, common=check.common, other=check.other,
    )  # fmt: skip


def details(check: PaperCheck, wording: Wording) -> Iterator[str]:
    """What the answer rests on."""
    say = wording.texts.say
    if check.printed is not None:
        who = wording.names.person(check.printed.actor) if wording.names else ""
        when = wording.moment_with_zone(check.printed.recorded_at)
        yield say("paper_check.printed", when=when, who=who) if who else say("paper_check.printed_unnamed", when=when)
    if check.gaps:
        yield wording.texts.count("paper_check.gaps", check.gaps)
    if check.gaps_more:
        yield wording.texts.count("paper_check.gaps_more", check.gaps_more)
    if check.answer in {PaperAnswer.AS_OF, PaperAnswer.RESAVED_AS_OF, PaperAnswer.ANONYMISED_AS_OF}:
        what = "; ".join(changed_names(check, wording))
        yield say("paper_check.changed", what=what) if what else say("paper_check.changed_nothing_shown")
    yield from (_in_data(each, check, wording) for each in check.in_data if each.what != "form")
    yield from (_on_page(each, wording) for each in check.on_pages)
    yield from (verify_told.said(each, wording) for each in check.breaks)


def changed_names(check: PaperCheck, wording: Wording) -> list[str]:
    """The fields and lists that changed since, as people know them; what a record keeps for itself is left out."""
    names = (_name(key, wording) for key in check.changed)
    return list(dict.fromkeys(name for name in names if name))


def _name(key: str, wording: Wording) -> str:
    if key in LISTS:
        return LISTS[key].title[wording.language]
    return wording.label(key) if wording.field(key) is not None else ""


def _in_data(difference: DataDifference, check: PaperCheck, wording: Wording) -> str:
    say = wording.texts.say
    if difference.what == "register":
        return say("paper_check.data_register", field=difference.key)
    if difference.what == "items":
        line = difference.register or difference.paper or {}
        return say("paper_check.data_items", field=_name(str(line.get("list", "")), wording) or difference.key)
    if difference.what == "journal" and not difference.key:
        return say("paper_check.data_entry", position=difference.position)
    field = difference.key.removeprefix(OF_RECORD).removeprefix(OF_ITEM)
    facts = {
        "field": _name(field, wording) or difference.key, "paper": _shown(difference.paper, field, wording),
        "register": _shown(difference.register, field, wording),
    }  # fmt: skip
    return say(f"paper_check.data_{difference.what}", position=difference.position, **facts)


def _shown(value: Any, key: str, wording: Wording) -> str:
    """A value in words; of a change what came of it. A file may say anything, so what makes no sense is said raw."""
    if isinstance(value, list) and len(value) == 2:
        value = value[1]
    if value is None:
        return wording.texts.say("paper_check.nothing_there")
    try:
        told = wording.value(wording.field(key), value)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
        told = str(value)
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]} ..."


def _on_page(difference: PageDifference, wording: Wording) -> str:
    return wording.texts.say(
        f"paper_check.page_{difference.what}", page=difference.page, paper=difference.paper, file=difference.file
    )
