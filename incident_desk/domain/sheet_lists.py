"""What a column of an old list can fill beside fields: the lists whose lines say with one text what they are about.

A sheet tells no owner, no day and often no kind of a line. Nothing is made up for them: they stay to be completed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from incident_desk.domain import lists, lists_cause, lists_people
from incident_desk.domain.declarations import Field, FieldKind, ItemList
from incident_desk.domain.text import LANGUAGES, Text

_FILLED = (
    lists_people.PEOPLE, lists.MEASURES, lists.COMMUNICATIONS, lists_cause.WHYS,
    lists.ACTIONS, lists.OBLIGATIONS, lists.FOLLOW_UPS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetList:
    """`key` is that of the list, or of the list and a code where the whole column says one thing: "people.witness".

    `text` takes the words of the sheet, `beside` is what every line of the column says with them, `lacking` are the
    fields that nobody stated and somebody has to.
    """

    key: str
    declared: ItemList
    label: Text
    text: Field
    lacking: tuple[Field, ...]
    beside: Mapping[str, str] = field(default_factory=dict)

    def line(self, words: str) -> dict[str, str]:
        """The values of a line with these words."""
        return {self.text.key: words, **self.beside}


def _of_list(declared: ItemList) -> Iterator[SheetList]:
    """The list itself, and its lines of one kind where they are of several."""
    text = declared.field(declared.needed[0])
    wanted = dict.fromkeys((*declared.needed[1:], *filter(None, (declared.owner, declared.due))))
    lacking = tuple(declared.field(key) for key in wanted)
    yield SheetList(declared.key, declared, declared.title, text, lacking)
    choice = next((each for each in lacking if each.kind is FieldKind.CHOICE), None)
    if choice is None:
        return
    for option in choice.options:
        label = Text(*(f"{declared.title[language]}: {option.label[language]}" for language in LANGUAGES))
        rest = tuple(each for each in lacking if each is not choice)
        yield SheetList(f"{declared.key}.{option.code}", declared, label, text, rest, {choice.key: option.code})


SHEET_LISTS = {each.key: each for declared in _FILLED for each in _of_list(declared)}
"""By the key under which a mapping names it."""
