"""docs/faults.md names for each fault the test that shows what happens then, or says why there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.named_tests import ROOT, named, unknown

_ROW = re.compile(r"^\| (A\d+) \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
ROWS = dict(_ROW.findall((ROOT / "docs" / "faults.md").read_text(encoding="utf-8")))


def test_that_every_fault_stands_in_the_list() -> None:
    assert list(ROWS) == [f"A{number}" for number in range(1, 21)]


@pytest.mark.parametrize("fault", ROWS)
def test_that_a_fault_is_shown_by_tests_that_exist_or_a_reason_is_given(fault: str) -> None:
    assert named(ROWS[fault]) or ROWS[fault].startswith("Reason: ")
    assert unknown(ROWS[fault]) == []


def test_that_every_harness_is_in_the_table() -> None:
    text = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    harnesses = {f"tests/faults/{path.name}" for path in Path(__file__).parent.glob("test_*.py")}
    assert {each for each in harnesses if each not in text} == {"tests/faults/test_list_of_faults.py"}
