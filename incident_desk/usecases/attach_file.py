"""Attach a file: its bytes go into the register under their SHA-256, its name and story into the journal."""

from __future__ import annotations

import hashlib
import mimetypes
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import SpooledTemporaryFile, gettempdir
from typing import IO, Any

from incident_desk.domain.decisions.drafting import Case, item_draft
from incident_desk.domain.decisions.writing import must_be_writable
from incident_desk.domain.errors import Refused
from incident_desk.domain.incident import Incident
from incident_desk.domain.lists import ATTACHMENTS
from incident_desk.domain.values import clean_text
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.submission import Done, Run, Submission, Submitter

CHUNK = 1 << 20
LARGEST = 100 << 20
_IN_MEMORY = 8 << 20  # larger ones wait in a file of the system that nobody else can open
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def attach_file(
    submitter: Submitter,
    record_id: str,
    file: Path,
    op_id: str,
    *,
    name: str = "",
    note: str = "",
    replaces: str = "",
) -> Done:
    """Reads the file once, before anything is locked: a stick may be slow, and others want to save meanwhile."""
    shown = display_name(name or file.name)
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        try:
            _refuse_large(shown, file.stat().st_size)
            size, sha256 = _keep(file, kept, shown)
        except (OSError, ValueError):  # ValueError: a name no system can have
            raise Refused("file_unreadable", "file", name=display_name(file.name)) from None
        return attach(submitter, record_id, op_id, shown, size, sha256, _chunks(kept), note=note, replaces=replaces)


def attach_bytes(
    submitter: Submitter, record_id: str, content: bytes, op_id: str, *, name: str, note: str = ""
) -> Done:
    """A pasted picture or other bytes that have no file."""
    chunks = (content[start : start + CHUNK] for start in range(0, len(content), CHUNK))
    sha256 = hashlib.sha256(content).digest()
    return attach(submitter, record_id, op_id, display_name(name), len(content), sha256, chunks, note=note)


def attach(
    submitter: Submitter, record_id: str, op_id: str, name: str, size: int, sha256: bytes, chunks: Iterator[bytes],
    *, note: str = "", replaces: str = "",
) -> Done:  # fmt: skip
    _refuse_large(name, size)
    values = {
        "name": name, "media_type": mimetypes.guess_type(name)[0] or "application/octet-stream", "size": size,
        "sha256": sha256.hex(), "note": clean_text(note, 500, "note") or None, "replaces": replaces or None,
    }  # fmt: skip
    return submitter.once(op_id, lambda: _attach(submitter, record_id, op_id, values, chunks))


def _attach(
    submitter: Submitter, record_id: str, op_id: str, values: Mapping[str, Any], chunks: Iterator[bytes]
) -> Done:
    with submitter.register.write(submitter.clock) as work:
        run = Run(work, Submission(op_id, (), record_id), submitter.acting(), submitter.names(), submitter.new_id)
        run.lock("incident", [record_id])
        record = run.records[record_id]
        case = Case(Incident(record), run.context())
        must_be_writable(case, follow_up=ATTACHMENTS.follow_up)
        if values["replaces"]:
            case.item(values["replaces"])
        try:
            work.store_content(bytes.fromhex(values["sha256"]), chunks)
        except (OSError, ValueError):
            raise Refused("file_unreadable", "file", name=values["name"]) from None
        run.append(record, [item_draft(case, ATTACHMENTS, values)])
        done = run.done(record_id)
        work.commit(op_id, done.to_json())
    return done


def _refuse_large(name: str, size: int) -> None:
    if size > LARGEST:
        raise Refused("file_too_large", "file", name=name, size=size >> 20, limit=LARGEST >> 20)


def _keep(file: Path, kept: IO[bytes], name: str) -> tuple[int, bytes]:
    """Size and SHA-256 of the file, whose bytes stand in `kept` afterwards."""
    digest, size = hashlib.sha256(), 0
    with file.open("rb") as source:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            _refuse_large(name, size)
            _put_by(kept, chunk)
    return size, digest.digest()


def _put_by(kept: IO[bytes], chunk: bytes) -> None:
    """It is not the file that cannot be read where there is no room to keep it meanwhile."""
    try:
        kept.write(chunk)
        kept.flush()
    except OSError as error:
        raise SurroundingsFailed("disk_full", name=gettempdir()) from error


def _chunks(kept: IO[bytes]) -> Iterator[bytes]:
    kept.seek(0)
    while chunk := kept.read(CHUNK):
        yield chunk


def display_name(name: str) -> str:
    """The file's own name, made safe to show and to save anywhere: no folders, no control or direction characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(ch if unicodedata.category(ch) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else "_" for ch in last)
    shown = re.sub(r'[:*?"<>|]', "_", shown).strip(" .") or "file"
    if _RESERVED.match(shown):
        shown = "_" + shown
    stem, dot, suffix = shown.rpartition(".")
    if len(shown) <= 120:
        return shown
    return f"{stem[:100]}{dot}{suffix[:15]}" if stem else shown[:100]
