"""The house's logo: its bytes go into the register under their SHA-256, as those of any attached file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from incident_desk.domain.chains import SETTINGS
from incident_desk.domain.directory import ChangeSettings, decide_settings
from incident_desk.domain.errors import Refused
from incident_desk.usecases.attach_file import CHUNK, display_name
from incident_desk.usecases.submission import Done, Run, Submission, Submitter

LARGEST = 4 << 20
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")  # what every PNG and every JPEG starts with


def set_logo(submitter: Submitter, file: Path, op_id: str) -> Done:
    """Raises Refused for what cannot be read, is too large, or is neither PNG nor JPEG."""
    content = _read(file)
    return submitter.once(op_id, lambda: _set(submitter, content, op_id))


def _read(file: Path) -> bytes:
    name = display_name(file.name)
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise Refused("file_too_large", "logo", name=name, size=-(-size >> 20), limit=LARGEST >> 20)
        content = file.read_bytes()
    except (OSError, ValueError):
        raise Refused("file_unreadable", "logo", name=name) from None
    if not content.startswith(_BEGINNINGS):
        raise Refused("logo_kind", "logo", name=name)
    return content


def _set(submitter: Submitter, content: bytes, op_id: str) -> Done:
    sha256 = hashlib.sha256(content).digest()
    names = submitter.names()
    record_id = names.settings.register_id
    with submitter.register.write() as work:
        run = Run(work, Submission(op_id, (), record_id), submitter.acting(), names, submitter.new_id)
        run.lock(SETTINGS, [record_id])
        drafts = decide_settings(run.records[record_id], ChangeSettings({"logo": sha256.hex()}), run.actor)
        work.store_content(sha256, (content[start : start + CHUNK] for start in range(0, len(content), CHUNK)))
        run.append(run.records[record_id], drafts)
        done = run.done(record_id)
        work.commit(op_id, done.to_json())
    submitter.forget_names()
    return done
