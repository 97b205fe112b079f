"""The recovery key of a protected register, for one page that goes into a safe."""

from __future__ import annotations

from dataclasses import dataclass, field

from incident_desk.domain.recovery_key import written
from incident_desk.support.texts import Texts
from incident_desk.usecases.papers import Organisation, PaperSize
from incident_desk.usecases.ports import Register
from incident_desk.usecases.wording import Wording


@dataclass(frozen=True, slots=True)
class RecoveryPaper:
    """`groups` are the letters of the key, `file` and `register` what it opens."""

    language: str
    organisation: Organisation
    file: str
    register: str
    made: str
    groups: tuple[str, ...] = field(repr=False)
    size: PaperSize = PaperSize.A4


def recovery_paper(register: Register, key: bytes, file: str, now: int, texts: Texts) -> RecoveryPaper:
    settings = register.queries.settings()
    made = Wording(texts).moment(now, settings.zone)
    house, groups = Organisation(settings.organisation), tuple(written(key).split())
    return RecoveryPaper(texts.language, house, file, settings.register_id, made, groups)
