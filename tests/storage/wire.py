"""A line to a server that counts how often the program waits for an answer: every turn from asking to hearing."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

_DELAY = 0.03  # seconds an answer takes, so that what is sent together is seen together


@dataclass
class _Call:
    """One connection. Both directions have a thread of their own."""

    client: socket.socket
    server: socket.socket
    turns: int = 0
    saves: bool = False
    _asked: bool = False

    def carry(self) -> None:
        for forth in (self._forth, self._back):
            threading.Thread(target=forth, daemon=True).start()

    def _forth(self) -> None:
        with suppress(OSError):
            while data := self.client.recv(1 << 16):
                self.turns += not self._asked
                self._asked = True
                self.saves |= b"INSERT INTO op" in data
                self.server.sendall(data)
        self.close()

    def _back(self) -> None:
        with suppress(OSError):
            while data := self.server.recv(1 << 16):
                time.sleep(_DELAY)
                self._asked = False
                self.client.sendall(data)
        self.close()

    def close(self) -> None:
        for end in (self.client, self.server):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@dataclass
class Wire:
    address: str
    _calls: list[_Call] = field(default_factory=list)

    def turns(self) -> int:
        return sum(call.turns for call in self._calls)

    def turns_of_saves(self) -> int:
        """So far, on every connection that ever saved something."""
        return sum(call.turns for call in self._calls if call.saves)


@contextmanager
def wire_to(address: str) -> Iterator[Wire]:
    """Gives a second address of the same database, which leads along the wire."""
    parts = urlsplit(address)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        login, _, _ = parts.netloc.rpartition("@")
        wire = Wire(urlunsplit(parts._replace(netloc=f"{login}@127.0.0.1:{listening.getsockname()[1]}")))

        def accept() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listening.accept()
                    call = _Call(client, socket.create_connection((parts.hostname or "", parts.port or 0)))
                    wire._calls.append(call)
                    call.carry()

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield wire
        finally:
            for call in wire._calls:
                call.close()
