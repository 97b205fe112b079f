"""Whatever is raised can be said: a sentence in both languages, with no fact missing."""

from __future__ import annotations

import string
import tomllib
from functools import cache
from typing import Any

import pytest

from incident_desk.storage.engine import _TROUBLE
from incident_desk.support.resources import resource
from tests.domain.codes import raised

# What Wording.refusal works out from other facts: {fields} from keys, {needs} and {columns} from missing.
ALWAYS = {"field", "fields", "needs"}
WORKED_OUT = {"item_incomplete": {"columns"}}
OF_CLASSES = {"gate_closed": {"step", "missing", "count"}, "edit_conflict": {"keys", "position"}}


@cache
def sentences(file: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(resource("texts", f"{file}.toml").read_text(encoding="utf-8"))


def placeholders(sentence: str) -> set[str]:
    """Names of the facts; "problems_en" and "problems_de" are one fact told in two languages."""
    names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
    return {name.removesuffix("_en").removesuffix("_de") for name in names}


def said(file: str) -> list[Any]:
    return [pytest.param(code, id=code) for code in sorted(sentences(file))]


@pytest.mark.parametrize("found", raised("Refused"), ids=lambda found: f"{found.code} {found.where}")
def test_that_a_refusal_has_its_sentence_and_every_fact_of_it(found: Any) -> None:
    wordings = sentences("refusal")[found.code]
    known = found.facts | ALWAYS | WORKED_OUT.get(found.code, set())
    for language in ("en", "de"):
        assert placeholders(wordings[language]) <= known, f"{found.where} lacks a fact of {language}"


@pytest.mark.parametrize("code", OF_CLASSES)
def test_that_refusals_with_a_class_of_their_own_have_theirs(code: str) -> None:
    for sentence in sentences("refusal")[code].values():
        assert placeholders(sentence) <= OF_CLASSES[code] | ALWAYS


@pytest.mark.parametrize("found", raised("SurroundingsFailed"), ids=lambda found: f"{found.code} {found.where}")
def test_that_trouble_has_its_sentence_and_every_fact_of_it(found: Any) -> None:
    for sentence in sentences("trouble")[found.code].values():
        assert placeholders(sentence) <= found.facts


@pytest.mark.parametrize("code", sorted({code for _, code in _TROUBLE}))
def test_that_every_database_error_is_told_in_a_sentence(code: str) -> None:
    for sentence in sentences("trouble")[code].values():
        assert placeholders(sentence) <= {"name"}


@pytest.mark.parametrize("file", ["refusal", "trouble", "wording", "journal"])
def test_that_both_languages_stand_beside_each_other(file: str) -> None:
    for code, wordings in sentences(file).items():
        assert wordings.keys() == {"en", "de"}, code
        assert placeholders(wordings["en"]) == placeholders(wordings["de"]), code


@pytest.mark.parametrize("file", ["refusal", "trouble"])
def test_that_sentences_are_plain_and_polite(file: str) -> None:
    for code, wordings in sentences(file).items():
        for sentence in wordings.values():
            assert sentence.endswith((".", "}")), code
            assert not {"please", "bitte", "successfully", "invalid", "error", "Fehler:"} & set(
                sentence.lower().split()
            )
            assert "!" not in sentence, code


def test_that_the_search_finds_what_is_raised() -> None:
    """The check of the check: known codes of known places."""
    codes = {found.code for found in raised("Refused")}
    assert {"text_too_long", "person_unknown", "note_empty", "who_are_you"} <= codes
    assert {"register_older", "register_newer", "not_a_register"} <= {f.code for f in raised("SurroundingsFailed")}
