"""What a decision may know besides the record: who acts, when, under which pack. Handed in, never fetched."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass

from incident_desk.domain.errors import Refused
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting person. Without an id: the person at the PC of a register that has no list of people."""

    id: str | None
    name: str
    roles: frozenset[Role]
    job: str = ""

    def may(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    def must(self, action: str, *roles: Role) -> None:
        if not self.may(*roles):
            raise Refused("not_allowed", action=action, roles=[str(role) for role in roles])


NOBODY = Actor(None, "", frozenset(Role))


@dataclass(frozen=True, slots=True)
class RecordNumber:
    """A number people can say: unit or site code, year, gap-free serial."""

    unit: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.unit}-{self.year}-{self.serial:04d}"


@dataclass(frozen=True, slots=True)
class Context:
    """`now` in microseconds UTC (the server's clock), `zone` of the register (IANA), `language` of its papers."""

    now: int
    zone: str
    actor: Actor
    pack: Pack
    pack_version: str
    language: str
    new_id: Callable[[], str]
    number: RecordNumber | None = None
    people: Container[str] = ()  # the ids of everybody on the list
    places: Container[str] = ()
    equipment: Container[str] = ()
