"""Another register lies where this PC knows one: told when it is opened, before anybody writes into the wrong one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from incident_desk.gui.language import language
from incident_desk.gui.messages import Messages
from incident_desk.support.settings import SettingsFile
from incident_desk.support.texts import Texts
from incident_desk.usecases.rows import Settings


def tell_of_other_register(
    settings: SettingsFile, messages: Messages, address: str, found: Settings, choose: Callable[[], None]
) -> None:
    """Said once: from then on this PC knows the new one there."""
    known = settings.current.registers_at
    if known.get(address, found.register_id) != found.register_id:
        told = Texts(language()).say("trouble.other_register_here", organisation=found.organisation or "?")
        messages.trouble(told, QCoreApplication.translate("OtherRegisterHere", "Another register"), choose)
    settings.change(registers_at={**known, address: found.register_id})
