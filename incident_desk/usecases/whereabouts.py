"""On which PC a register file is worked in. A copy of the file is a fork that nobody meant, so it is asked about once.

The file itself says where it was written last (setting `kept_on`). A register on a server lies on none of the PCs.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from incident_desk.domain.chains import SETTINGS
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.records import pairs
from incident_desk.support.machine import Machine
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.pins import pin_head
from incident_desk.usecases.ports import Register
from incident_desk.usecases.services import Services

FROM_ELSEWHERE = "register_from_elsewhere"
log = logging.getLogger("incident_desk.whereabouts")


def said_machine(here: Machine) -> dict[str, str]:
    return {"machine": here.id, "installation": here.installation, "name": here.name}


def must_be_at_home(register: Register, services: Services) -> None:
    """Raises SurroundingsFailed("register_from_elsewhere") where another PC wrote in this file last, and nobody has
    said yet what became of it there.
    """
    kept_on = register.queries.settings().kept_on
    if register.path is None or register.read_only or not kept_on or _is(kept_on, services.machine()):
        return
    raise SurroundingsFailed(FROM_ELSEWHERE, name=register.name, other=str(kept_on.get("name", "")))


def open_at_home(services: Services, address: str) -> Register:
    """An open register that this PC may go on with. Raises SurroundingsFailed."""
    register = services.open_register(address)
    try:
        must_be_at_home(register, services)
    except BaseException:  # whatever stopped it, the file is not kept open
        register.close()
        raise
    return register


def move_here(register: Register, services: Services, actor: str | None = None) -> None:
    """From now on the file is worked in on this PC. Raises SurroundingsFailed."""
    if register.read_only:
        raise SurroundingsFailed("register_read_only", name=register.name)
    _enter(register, services, "register_moved", actor)


def settle(register: Register, services: Services) -> None:
    """A file that nobody has written in yet belongs to this PC; nothing is asked for that."""
    if register.path is None or register.read_only or register.queries.settings().kept_on:
        return
    try:
        _enter(register, services, "register_settled", None)
    except SurroundingsFailed:
        log.warning("the file does not say on which PC it was written")  # the next one to close it says so


def close_register(register: Register, services: Services) -> None:
    """The last thing a program does with a register: where it is, a head of all that was written, and its pin."""
    try:
        if not register.read_only:
            settle(register, services)
            pin_head(register, services.data_dir)
    except Exception:  # a register that is spoilt or gone is closed all the same
        log.info("no head was taken at the end", exc_info=True)
    finally:
        register.close()


def _is(kept_on: Mapping[str, Any], here: Machine) -> bool:
    return kept_on.get("machine") == here.id or kept_on.get("installation") == here.installation


def _enter(register: Register, services: Services, kind: str, actor: str | None) -> None:
    chain, op_id = register.queries.settings().register_id, services.new_id()
    with register.write() as work:
        record = work.lock(SETTINGS, [chain])[chain]
        changed = pairs(record.values, {"kept_on": said_machine(services.machine())})
        if changed:
            work.append(record, [EntryDraft(kind, changed)], actor, op_id, work.now())
            work.commit(op_id, {"id": chain})
