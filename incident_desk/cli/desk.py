"""What a command works at: the register it names, the acting person, the words of its language."""

from __future__ import annotations

import json
import sys
from typing import Any

from incident_desk.domain.context import Actor
from incident_desk.support.texts import Texts
from incident_desk.usecases.acting import actor_named, actor_to_name
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.names import Names, read_names
from incident_desk.usecases.ports import Register
from incident_desk.usecases.services import Services
from incident_desk.usecases.submission import Submitter
from incident_desk.usecases.whereabouts import close_register, must_be_at_home
from incident_desk.usecases.wording import Wording


class Desk:
    """Opens the register on first use and closes it at the end."""

    def __init__(self, services: Services, register: str | None, acting: str | None) -> None:
        self.services = services
        self._address = register
        self._acting = acting
        self._register: Register | None = None
        self._may_write = False

    @property
    def texts(self) -> Texts:
        return Texts(self.services.language)

    @property
    def register(self) -> Register:
        if self._register is None:
            self._register = self.services.open_register(self.address)
        return self._register

    @property
    def address(self) -> str:
        if self._address is None:
            raise SurroundingsFailed("register_not_named")
        return self._address

    def adopt(self, register: Register) -> None:
        """Take over a register that a command made."""
        self._register, self._may_write = register, True

    def names(self) -> Names:
        return read_names(self.register.queries)

    def wording(self) -> Wording:
        return Wording(self.texts, self.names() if self._register is not None else None)

    def actor(self) -> Actor:
        """The person named by --as. Without a name, in a register with people, one may only report."""
        self._begin_writing()
        return actor_named(self._acting, self.names())

    def acting(self) -> Actor:
        """As `actor`, refused when somebody has to be named first."""
        self._begin_writing()
        return actor_to_name(self._acting, self.names())

    def _begin_writing(self) -> None:
        must_be_at_home(self.register, self.services)
        self._may_write = True

    def submitter(self, actor: Actor | None = None) -> Submitter:
        return Submitter(self.register, self.services.new_id, actor or self.acting())

    def close(self) -> None:
        """What was written gets its head, and this PC remembers it."""
        if self._register is not None:
            if self._may_write:
                close_register(self._register, self.services)
            else:
                self._register.close()


def print_json(document: Any, *, indent: int | None = 2) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=indent) + "\n")
