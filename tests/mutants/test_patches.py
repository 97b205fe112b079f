"""Every fault can still be planted, and the tests it names are there."""

from __future__ import annotations

import ast
import shutil

import pytest

from tests.mutants.patches import ROOT, Mutant, mutants, plant

FEWEST = 32
MUTANTS = mutants()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_that_a_fault_can_still_be_planted(mutant: Mutant) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    assert plant(mutant, ROOT, "--check") == ""


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_that_a_fault_says_what_it_breaks_and_names_tests_that_are_there(mutant: Mutant) -> None:
    assert mutant.what.strip()
    assert mutant.tests
    for test in mutant.tests:
        file, *names = test.split("[")[0].split("::")
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert there.issuperset(names), test
        assert any(name.startswith("test_") for name in there), test


def test_that_there_are_enough_faults() -> None:
    assert len(MUTANTS) >= FEWEST
