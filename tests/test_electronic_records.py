"""docs/electronic_records.md answers each requirement by tests that exist, or by a procedure."""

from __future__ import annotations

import re

import pytest

from tests.named_tests import ROOT, named, unknown

_ROW = re.compile(r"^\| (ER-\d\d) \| [^|]+ \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
ROWS = dict(_ROW.findall((ROOT / "docs" / "electronic_records.md").read_text(encoding="utf-8")))


def test_that_every_requirement_is_answered() -> None:
    assert list(ROWS) == [f"ER-{number:02d}" for number in range(1, 28)]


@pytest.mark.parametrize("requirement", ROWS)
def test_that_an_answer_is_a_test_that_exists_or_a_procedure(requirement: str) -> None:
    answer = ROWS[requirement]
    assert named(answer) or answer.startswith("Procedure: ")
    assert unknown(answer) == []
