"""What is said of rows of which it is not certain whether they are here already, or what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incident_desk.usecases.importing.known import ListDoubt
from incident_desk.usecases.importing.plan import ImportPlan
from incident_desk.usecases.wording import Wording

_NAMED = 12


def said_of_known(plan: ImportPlan, wording: Wording) -> Iterator[str]:
    """Sentences for the window and the command line."""
    texts = wording.texts
    yield from (_said_of_numbers(doubt, wording) for doubt in plan.numbers_here)
    if plan.told_here:
        yield texts.count("import.told_here", plan.told_here)
    if plan.corrected:
        yield texts.count("import.corrected", plan.corrected)
    if plan.missing.count:
        yield texts.count("import.missing", plan.missing.count, source=plan.missing.source)
    if plan.set_aside:
        yield texts.count("import.set_aside", len(plan.set_aside), lines=_lines(plan.set_aside))
    if plan.zone_unsaid:
        yield texts.say("import.zone_unsaid", zone=plan.names.settings.zone)


def _said_of_numbers(doubt: ListDoubt, wording: Wording) -> str:
    texts = wording.texts
    source = texts.say("import.source_of_day", source=doubt.source, day=wording.moment(doubt.brought_in))
    if not doubt.same and not doubt.taken:
        return texts.count("import.numbers_of_another", doubt.other, source=source)
    how = texts.say("import.numbers_as_changes" if doubt.taken else "import.numbers_as_new")
    return texts.count("import.numbers_in_part", doubt.other, source=source, same=doubt.same, how=how)


def _lines(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:_NAMED])) + (" ..." if len(lines) > _NAMED else "")
