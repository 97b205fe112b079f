"""`apply`: a line of JSON becomes a command, the command is carried out, the result is plain data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from incident_desk.domain.commands import SignOff
from incident_desk.domain.context import Actor
from incident_desk.domain.directory import ChangePerson, ChangePlace
from incident_desk.domain.equipment import ChangeEquipment
from incident_desk.domain.errors import EditConflict, GateClosed, Refused
from incident_desk.domain.knowledge_orders import OF_KNOWN_KNOWLEDGE
from incident_desk.support.texts import Texts
from incident_desk.usecases.acting import REPORTER_ONLY
from incident_desk.usecases.attach_file import attach_file
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.orders import AttachFile, Order, SetSecret, Undo, read_order
from incident_desk.usecases.ports import Register
from incident_desk.usecases.references import equipment_id, person_id, place_id
from incident_desk.usecases.resolving import incident_id, knowledge_id
from incident_desk.usecases.secrets import check_secret, set_secret
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Done, Submission, Submitter
from incident_desk.usecases.undo import undo
from incident_desk.usecases.wording import Wording

REPORTING = frozenset({"RecordIncident"})


class LineApplier:
    """Carries out lines one by one. A refused line changes nothing and does not stop the next."""

    def __init__(self, register: Register, services: Services, actor: Actor, texts: Texts) -> None:
        self._register = register
        self._services = services
        self._submitter = Submitter(register, services.new_id, actor)
        self._texts = texts

    def apply(self, number: int, line: bytes) -> dict[str, Any]:
        """{"line", "ok", "command", "number", "id", "position", ...} or {"line", "ok": false, "refused", ...}."""
        name = None
        try:
            order = read_order(_json(line))
            name = order.name
            done = self._carry_out(order)
        except Refused as refused:
            return {"line": number, "ok": False, "command": name, **self._told(refused)}
        except SurroundingsFailed as trouble:
            sentence = Wording(self._texts).trouble(trouble)
            return {"line": number, "ok": False, "command": name, "code": trouble.code, "refused": sentence}
        return {"line": number, "ok": True, "command": name, **done.to_json(), "repeated": done.repeated}

    def _told(self, refused: Refused) -> dict[str, Any]:
        names = self._submitter.names()
        told: dict[str, Any] = {"code": refused.code, "refused": Wording(self._texts, names).refusal(refused)}
        if refused.field is not None:
            told["field"] = refused.field
        if isinstance(refused, GateClosed):
            told["missing"] = list(refused.missing)
        if isinstance(refused, EditConflict):
            told["position"] = refused.position
            told["fields"] = list(refused.keys)
        return told

    def _carry_out(self, order: Order) -> Done:
        submitter = self._submitter
        op_id = order.op_id or self._services.new_id()
        self._check_actor(order)
        record = incident_id(order.incident, self._register.queries) if order.incident else self._record_of(order)
        match order.command:
            case Undo(undone):
                return undo(submitter, str(record), undone, op_id)
            case AttachFile(file, name, note, replaces):
                return attach_file(submitter, str(record), Path(file), op_id, name=name, note=note, replaces=replaces)
            case SetSecret(person, secret):
                return self._set_secret(person, secret, op_id)
            case command:
                return submitter.submit(Submission(op_id, (command,), record, order.seen))

    def _check_actor(self, order: Order) -> None:
        """A register with people wants a name for all but a report; a signature wants the secret again."""
        actor = self._submitter.actor
        people = self._submitter.names().people
        if actor is REPORTER_ONLY and order.name not in REPORTING:
            named = ", ".join(sorted(person.name for person in people.values() if person.active))
            raise Refused("who_are_you", people=named)
        if isinstance(order.command, SignOff) and actor.id is not None:
            check_secret(self._register, actor.id, order.secret, self._services.new_id)

    def _record_of(self, order: Order) -> str | None:
        names = self._submitter.names()
        if isinstance(order.command, ChangePerson):
            return person_id(order.command.person, names.people.values())
        if isinstance(order.command, ChangePlace):
            return place_id(order.command.place, names.places.values())
        if isinstance(order.command, ChangeEquipment):
            return equipment_id(order.command.equipment, names.equipment)
        if isinstance(order.command, OF_KNOWN_KNOWLEDGE):
            return knowledge_id(order.command.knowledge, self._register.queries)
        return None

    def _set_secret(self, person: str, secret: str, op_id: str) -> Done:
        found = person_id(person, self._submitter.names().people.values())
        set_secret(self._register, self._submitter.actor, found, secret, op_id)
        self._submitter.forget_names()
        row = self._submitter.names().people[found]
        return Done(op_id, found, "", row.position, ("secret_set",))


def _json(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise Refused("command_unreadable", problem="it is not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise Refused("command_unreadable", problem=str(error)[:120]) from None


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a JSON number")
