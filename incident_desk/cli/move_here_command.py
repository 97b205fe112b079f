"""incident-desk move-here: this register was carried to this PC, and is worked in here from now on."""

from __future__ import annotations

import argparse

from incident_desk.cli.desk import Desk
from incident_desk.usecases.acting import actor_to_name
from incident_desk.usecases.whereabouts import move_here

HELP = "say that a register file was moved to this PC; a copy of it that goes on elsewhere is another register"


def declare(parser: argparse.ArgumentParser) -> None:
    """It needs to know nothing more."""


def run(given: argparse.Namespace, desk: Desk) -> int:
    actor = actor_to_name(given.acting, desk.names())
    move_here(desk.register, desk.services, actor.id)
    print(desk.texts.say("cli.moved_here", name=desk.register.name))
    return 0
