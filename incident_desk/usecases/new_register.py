"""Make a register: settings, sector pack, places of the pack, and the access log's chain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from incident_desk.domain import chains, directory, pack_editing
from incident_desk.domain.journal.entries import EntryDraft
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.records import Record, pairs
from incident_desk.usecases.ports import Register
from incident_desk.usecases.services import Services


def make_register(
    services: Services, address: str, pack_name: str, *, organisation: str, site_code: str, zone: str
) -> Register:
    """A register at an address, ready for the first report. Nothing is left behind when it cannot be made."""
    directory.check_code(site_code)
    directory.check_zone(zone)
    pack, pack_data = services.load_pack(pack_name)
    register = services.create_register(address)
    try:
        furnish(
            register, services.new_id, pack, dict(pack_data), organisation=organisation, site_code=site_code, zone=zone,
            language=services.language,
        )  # fmt: skip
    except BaseException:  # whatever stopped it, nothing half made stays
        register.discard()
        raise
    return register


def furnish(
    register: Register,
    new_id: Callable[[], str],
    pack: Pack,
    pack_data: dict[str, Any],
    *,
    organisation: str,
    site_code: str,
    zone: str,
    language: str,
    with_places: bool = True,
) -> str:
    """Writes the first entries of an empty register in one transaction. Gives the register's id."""
    op_id, register_id = new_id(), new_id()
    with register.write() as work:
        now = work.now()

        def begin(kind: str, drafts: list[EntryDraft], record_id: str) -> None:
            work.append(Record(record_id, kind), drafts, None, op_id, now)

        settings = {
            "organisation": organisation or None, "site_code": site_code, "zone": zone, "language": language,
            "epoch": 1,
        }  # fmt: skip
        begin(chains.SETTINGS, [EntryDraft("register_made", pairs({}, settings))], register_id)
        begin(chains.PACK, [pack_editing.version_draft("pack_installed", new_id(), 1, pack_data)], new_id())
        begin(chains.ACCESS, [EntryDraft("access_log_begun", {})], new_id())
        if with_places:
            for place_id, values in _places(pack, new_id, language):
                begin(chains.PLACE, [EntryDraft("place_added", pairs({}, values))], place_id)
        work.commit(op_id, {"id": register_id})
    return register_id


def _places(pack: Pack, new_id: Callable[[], str], language: str) -> list[tuple[str, dict[str, Any]]]:
    ids = {place.key: new_id() for place in pack.places}
    return [
        (
            ids[place.key],
            {
                "name": place.name[language], "parent": ids.get(place.parent or ""), "code": place.code or None,
                "kind": place.kind, "active": True,
            },
        )
        for place in pack.places
    ]  # fmt: skip
