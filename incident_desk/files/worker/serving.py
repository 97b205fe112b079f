"""The process that parses files of others: requests come in on standard input, answers go out, each a line of JSON.

{"ready": true} comes first. What each request and answer says is up to who carries it out; {"refused": code, "facts":
...} is a sentence to people, and the last answer to its request.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from incident_desk.files.worker.limits import limit_this_process
from incident_desk.usecases.errors import SurroundingsFailed

Answer = Mapping[str, Any]
Send = Callable[[Answer], None]
CarryOut = Callable[[Answer, Send], None]


def serve(megabytes: int, carry_out: CarryOut, otherwise: str) -> int:
    """Until nobody asks any more. `otherwise` is the refusal of a file that something went wrong with."""
    limit_this_process(megabytes)
    # Answers keep standard output for themselves: whatever a library might print must not come between them.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def send(answer: Answer) -> None:
        line = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        out.write(line.encode("utf-8", "surrogatepass") + b"\n")  # the name of a file may be no text
        out.flush()

    try:
        send({"ready": True})
        for line in sys.stdin.buffer:
            _in_our_words(json.loads(line), send, carry_out, otherwise)
    except BrokenPipeError:
        os._exit(1)  # whoever asked is gone; closing what they cannot read any more would fail as well
    return 0


def _in_our_words(request: Answer, send: Send, carry_out: CarryOut, otherwise: str) -> None:
    try:
        carry_out(request, send)
    except SurroundingsFailed as failure:
        send({"refused": failure.code, "facts": failure.facts})
    except (BrokenPipeError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  # a parser's panics are no Exceptions, and any file may cause one
        name = Path(request["path"]).name
        send({"refused": otherwise, "facts": {"name": name}, "unexpected": _where(error)})


def _where(error: BaseException) -> str:
    """For the log: what went wrong, and in which line of ours. Never what the file says."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" in {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return type(error).__name__ + place
