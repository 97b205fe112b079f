"""What the columns of every declared list are made of."""

from __future__ import annotations

from incident_desk.domain.declarations import Field, FieldKind, Option, Who
from incident_desk.domain.text import NO_TEXT, Text
from incident_desk.domain.vocabulary import Step

K = FieldKind


def column(
    key: str,
    kind: FieldKind,
    en: str,
    de: str,
    options: tuple[Option, ...] = (),
    *,
    personal: bool | None = None,
    who: Who | None = None,
) -> Field:
    return Field(key, kind, Text(en, de), Step.IDENTIFICATION, "", NO_TEXT, options, about_people=personal, who=who)


def options(*pairs: tuple[str, str, str]) -> tuple[Option, ...]:
    return tuple(Option(code, Text(en, de)) for code, en, de in pairs)


WHAT = column("what", K.TEXT, "What", "Was")
OWNER = column("owner", K.PERSON, "Owner", "Zuständig")
OWNER_NAME = column("owner_name", K.TEXT, "Owner, if not on the list", "Zuständig, falls nicht gelistet", who=Who.NAME)
