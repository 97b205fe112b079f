"""The recovery key on paper, read back by other programs."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from incident_desk.domain.recovery_key import read, written
from incident_desk.reports.recovery import render_recovery
from incident_desk.support.texts import Texts
from incident_desk.usecases.recovery_paper import RecoveryPaper, recovery_paper
from tests.factories import make_register
from tests.reports.readers import both

KEY = bytes(range(32))


def paper(tmp_path: Path, language: str) -> RecoveryPaper:
    register = make_register(str(tmp_path / "Ward.register"))
    try:
        return recovery_paper(register, KEY, "Ward.register", 1_800_000_000_000_000, Texts(language))
    finally:
        register.close()


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_one_page_holds_the_key_and_says_what_it_is(tmp_path: Path, language: str) -> None:
    made = paper(tmp_path, language)
    pdf = render_recovery(made)
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    for program, told in both(pdf, tmp_path).items():
        flat = " ".join(told.split())
        at = [flat.index(group) for group in made.groups]
        assert at == sorted(at), program
        for part in ("kind", "title", "what_head", "how_head", "keep_head", "lost_head"):
            assert Texts(language).say(f"papers.recovery_{part}") in flat
        assert "Ward.register" in flat
    assert read(" ".join(made.groups)) == KEY
    assert pdf == render_recovery(made)


def test_that_the_paper_is_printed_for_nobody_else(tmp_path: Path) -> None:
    made = paper(tmp_path, "en")
    assert written(KEY).split()[3] not in repr(made)
