"""What a list of people, places or equipment means, as lines to read: which column is what, what is not here."""

from __future__ import annotations

from collections.abc import Iterator

from incident_desk.support.texts import Texts
from incident_desk.usecases.importing.directory_plan import DirectoryPlan

_NAMED = 12


def said_of_list(plan: DirectoryPlan, texts: Texts) -> Iterator[str]:
    if plan.levels:
        yield texts.say("import.maps_to", columns=" > ".join(plan.levels), field=texts.say("import.of_list_levels"))
    fields = {column: field for field, column in plan.columns.items() if column not in plan.levels}
    for column in plan.heading:
        if column in fields:
            yield texts.say("import.maps_to", columns=column, field=texts.say(f"import.of_list_{fields[column]}"))
    rest = [name for name in plan.heading if name not in fields and name not in plan.levels]
    if rest:
        yield texts.say("import.not_read", columns=_named(rest, texts))
    if plan.unknown_places:
        said = "new_places" if plan.new_places else "unknown_places"
        yield texts.count(f"import.{said}", len(plan.unknown_places), names=_named(plan.unknown_places, texts))


def _named(words: tuple[str, ...] | list[str], texts: Texts) -> str:
    more = texts.say("import.columns_more", count=len(words) - _NAMED) if len(words) > _NAMED else ""
    return ", ".join(words[:_NAMED]) + more
