"""What encrypt, passphrase and decrypt do alike: carry it out, and say what is left as it was."""

from __future__ import annotations

from pathlib import Path

from incident_desk.cli.desk import Desk
from incident_desk.cli.how_far import HowFar
from incident_desk.usecases.protection import Order, protect


def carry_out(desk: Desk, order: Order) -> None:
    with HowFar(desk.texts, "cli.protection_how_far") as progress:
        done = protect(desk.services, order, lambda part, of: progress(100 * part // max(of, 1), 100))
    desk.adopt(done.register)
    print(desk.texts.say(f"cli.protection_{order.kind}", name=Path(order.address).name))
    if order.paper is not None:
        print(desk.texts.say("cli.recovery_key_done", name=str(order.paper)))
    if done.copies:
        print(desk.texts.say(f"cli.protection_copies_{order.kind}"))
    for copy in done.copies:
        print(f"  {copy}")
