"""Who acts: the person named at the window or by --as, with the roles the register gives."""

from __future__ import annotations

from incident_desk.domain.context import NOBODY, Actor
from incident_desk.domain.errors import Refused
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.names import Names
from incident_desk.usecases.references import person_id
from incident_desk.usecases.rows import PersonRow

REPORTER_ONLY = Actor(None, "", frozenset({Role.REPORTER}))


def acting_as(person: PersonRow) -> Actor:
    return Actor(person.id, person.name, person.roles, person.job)


def still_acting(actor: Actor, names: Names) -> Actor:
    """Who acts, as the register has them now: roles are taken away and people leave while a program runs."""
    person = names.people.get(actor.id or "")
    if person is None:
        return actor
    if not person.active:
        raise Refused("person_left", value=person.name)
    return acting_as(person)


def actor_named(name: str | None, names: Names) -> Actor:
    """The acting person. Without a list of people everybody may do everything; with one, nobody unnamed may."""
    active = [person for person in names.people.values() if person.active]
    if not active:
        if name:
            raise Refused("person_unknown", value=name[:60])
        return NOBODY
    if name is None:
        return REPORTER_ONLY
    person = names.people[person_id(name, names.people.values())]
    if not person.active:
        raise Refused("person_left", value=person.name)
    return acting_as(person)


def actor_to_name(by: str | None, names: Names) -> Actor:
    """Where there is a list of people, one of them must be named, by name or id."""
    actor = actor_named(by, names)
    if actor is REPORTER_ONLY:
        people = ", ".join(sorted(person.name for person in names.people.values() if person.active))
        raise Refused("who_are_you", people=people)
    return actor


def starting_actor(last: str | None, names: Names) -> Actor:
    """Who the window begins as: the person who acted last on this PC, unless a secret must be asked first."""
    person = names.people.get(last or "")
    sole = [each for each in names.people.values() if each.active]
    if person is None and len(sole) == 1:
        person = sole[0]
    if person is None or not person.active or person.has_secret:
        return actor_named(None, names)
    return acting_as(person)
