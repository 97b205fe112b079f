"""Erasing somebody in the whole register: each incident by itself, then the person's own entry in the directory.

Whoever stops between two incidents goes on later: what was erased is not found any more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from incident_desk.domain.chains import ACCESS, KNOWLEDGE
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import CHAIN_KIND
from incident_desk.domain.vocabulary import Role
from incident_desk.usecases.erasing.erase import ErasedHere, Order, erase_in, why
from incident_desk.usecases.erasing.look import Look, look, telling
from incident_desk.usecases.erasing.person import check_may_go, erase_person_entry
from incident_desk.usecases.many_at_once import Left
from incident_desk.usecases.names import read_names
from incident_desk.usecases.ports import Progress, Queries, Register
from incident_desk.usecases.references import person_id
from incident_desk.usecases.rows import Narrowed
from incident_desk.usecases.submission import Run, Submission, Submitter

_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Everywhere:
    """`person`: the id of who is on the list of people under this name. `pointing`: how many incidents name them by
    that. `elsewhere`: whether notes on reviews of the access log hold the words, which stay. `taught`: id and number of
    problems, articles, improvements and hazards that hold them, which cannot be erased by this version.
    """

    name: str
    words: tuple[str, ...]
    person: str | None
    looks: tuple[Look, ...]
    pointing: int
    elsewhere: bool
    taught: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ErasedEverywhere:
    """`left`: incidents that stay as they are, and why. `person`: whether the directory's entry is erased."""

    done: tuple[ErasedHere, ...]
    left: tuple[Left, ...]
    person: bool


def look_everywhere(
    register: Register, name: str, words: Sequence[str] = (), progress: Progress | None = None
) -> Everywhere:  # fmt: skip
    """Looks through what every entry of every record says, the past included. Writes nothing."""
    queries = register.queries
    person = _on_the_list(register, name)
    known = name if person is None else read_names(queries).people[person].name
    sought = tuple(dict.fromkeys((known, *words)))
    chains = register.naming(telling(sought), progress)
    looks = tuple(look(queries, id_, sought) for kind, id_ in chains if kind == CHAIN_KIND)
    about = Narrowed(about=frozenset({person})) if person else None
    pointing = queries.count_found("", about, _MOST) if about else 0
    taught = tuple((id_, _number(queries, id_)) for kind, id_ in chains if kind == KNOWLEDGE)
    return Everywhere(known, sought, person, looks, pointing, any(kind == ACCESS for kind, _ in chains), taught)


def _number(queries: Queries, record: str) -> str:
    row = queries.knowledge().row(record)
    return row.number if row is not None else record


def _on_the_list(register: Register, name: str) -> str | None:
    try:
        return person_id(name, read_names(register.queries).people.values())
    except Refused as refused:
        if refused.code != "person_unknown":
            raise
        return None


def erase_everywhere(
    submitter: Submitter, op_id: str, found: Everywhere, orders: Mapping[str, Order], basis: str, reason: str,
    progress: Progress | None = None,
) -> ErasedEverywhere:  # fmt: skip
    """`orders`: by id of the incident. One transaction for each, all under one op id; the person comes last, once no
    incident is left. Raises Refused("stopped") between two incidents; those before it are erased.
    """
    submitter.acting().must("erase", Role.ADMINISTRATOR)
    why(basis, reason, telling(found.words))
    if found.person is not None:
        check_may_go(submitter.names(), found.person)
    done: list[ErasedHere] = []
    left = [Left(id_, number, Refused("erase_taught", number=number)) for id_, number in found.taught]
    for n, each in enumerate(found.looks):
        if progress is not None and not progress(n, len(found.looks)):
            raise Refused("stopped")
        try:
            done.append(_one(submitter, op_id, each.id, orders.get(each.id)))
        except Refused as refused:
            left.append(Left(each.id, each.number, refused))
    if left or found.person is None:
        return ErasedEverywhere(tuple(done), tuple(left), person=False)
    erase_person_entry(submitter, op_id, found.person, basis, reason)
    return ErasedEverywhere(tuple(done), (), person=True)


def _one(submitter: Submitter, op_id: str, incident: str, order: Order | None) -> ErasedHere:
    if order is None:
        raise Refused("erase_not_worded")
    with submitter.register.write() as work:
        run = Run(work, Submission(op_id, (), incident), submitter.acting(), submitter.names(), submitter.new_id)
        run.lock(CHAIN_KIND, [incident])
        texts, kept, gone = erase_in(run, incident, order)
        done = run.done(incident)
        work.commit(submitter.new_id(), done.to_json())  # the op of all has as many transactions as incidents
    return ErasedHere(done, texts, kept, gone.open)
