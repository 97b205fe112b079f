"""A register in a folder that a program copies elsewhere: said once on this PC, before anything goes wrong."""

from __future__ import annotations

from pathlib import Path

from incident_desk.gui.language import language
from incident_desk.gui.messages import Messages
from incident_desk.support.settings import SettingsFile
from incident_desk.support.synchronised_folders import synchronised_by
from incident_desk.support.texts import Texts

_REMEMBERED = 50


def tell_of_synchronised_folder(settings: SettingsFile, messages: Messages, register: Path | None) -> None:
    if register is None:
        return
    told, place = settings.current.told_of_folders, str(register.absolute())
    service = "" if place in told else synchronised_by(register)
    if service:
        messages.warning(Texts(language()).say("trouble.synchronised_folder", name=register.name, service=service))
        settings.change(told_of_folders=[place, *told][:_REMEMBERED])
