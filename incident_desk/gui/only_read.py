"""A register that another PC wrote last, and that somebody decided to read here only: decided once, told each time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from incident_desk.gui.messages import Messages
from incident_desk.support.addresses import comparable
from incident_desk.support.settings import PcSettings, SettingsFile
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.ports import Register
from incident_desk.usecases.services import Services
from incident_desk.usecases.whereabouts import FROM_ELSEWHERE, open_at_home


def open_as_decided(services: Services, settings: PcSettings, address: str) -> Register:
    """Raises SurroundingsFailed, also where yet another PC wrote in the file since that was decided."""
    try:
        return open_at_home(services, address)
    except SurroundingsFailed as trouble:
        decided = settings.only_read.get(comparable(address))
        if trouble.code == FROM_ELSEWHERE and decided == trouble.facts.get("other"):
            return services.read_register(address)
        raise


def forget(settings: SettingsFile, address: str) -> None:
    kept = {each: on for each, on in settings.current.only_read.items() if each != comparable(address)}
    settings.change(only_read=kept)


def tell_of_reading(
    settings: SettingsFile, messages: Messages, address: str, register: Register, ask: Callable[[str], None]
) -> None:
    """`ask` opens the address; the question is put again then."""
    other = settings.current.only_read.get(address)
    if other is None or not register.read_only:
        return

    def again() -> None:
        forget(settings, address)
        ask(address)

    told = QCoreApplication.translate(
        "OnlyRead", "This register is only read here, as was decided: it was last written on {other}."
    )
    messages.info(told.format(other=other), QCoreApplication.translate("OnlyRead", "Decide again"), again)
