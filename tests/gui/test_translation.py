"""The German of the window: nothing left in English, nothing cut out of a sentence, nothing that the files missed."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from incident_desk.gui.language import install_language

ROOT = Path(__file__).parents[2]
GUI = ROOT / "incident_desk" / "gui"
FOLDER = ROOT / "resources" / "translations"
OPTIONS = {"de": (), "en": ("-pluralonly",)}
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%L?n|\bCtrl\+|\bStrg\+")
_KEYS = {"Strg+": "Ctrl+"}  # the same key has another name
_UNWANTED = re.compile(r"!|\bbitte\b|erfolgreich|\bungültige (?:Eingabe|Angabe)", re.IGNORECASE)

_TRANSLATORS = frozenset({"tr", "translate", "QT_TRANSLATE_NOOP"})
_FOR_NOBODY = frozenset({"exception", "error", "warning", "debug", "info", "cast"})  # methods of a logger, types
# Literals with a blank in them that no person reads as a sentence: names, forms of dates, style, keys of drafts.
_NO_SENTENCE = re.compile(
    r"\s*(?:– )?Incident Desk\s*|(?:PDF|CSV) \(\*\.(?:pdf|csv)\)|[dMy., ]+|[%HMSYmd:. -]+|Q\w+ \{.*\}|new (?:file|person|(?:sub)?category|own_field|place|equipment) ?"
)
_NO_SENTENCES_IN = frozenset({"theme", "crash.py", "time_words.py"})


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a .ts file."""

    context: str
    source: str
    comment: str
    forms: tuple[str, ...]
    finished: bool

    @property
    def key(self) -> tuple[str, str, str, int]:
        return self.context, self.source, self.comment, len(self.forms)


def messages(file: Path) -> list[Message]:
    contexts = ElementTree.parse(file).getroot().findall("context")
    return [
        _message(each, context.findtext("name") or "") for context in contexts for each in context.findall("message")
    ]


def _message(node: ElementTree.Element, context: str) -> Message:
    translation = node.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
    finished = translation.get("type") != "unfinished"
    return Message(context, node.findtext("source") or "", node.findtext("comment") or "", tuple(forms), finished)


def committed(language: str) -> Path:
    return FOLDER / f"incident_desk_{language}.ts"


def run_tool(name: str, *arguments: str) -> None:
    tool = shutil.which(name, path=str(Path(PySide6.__file__).parent))
    assert tool is not None
    subprocess.run((tool, *arguments), cwd=ROOT, check=True, capture_output=True)


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(GUI.rglob("*.py")):
        yield file.relative_to(GUI), ast.parse(file.read_text(encoding="utf-8"))


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


# --- the texts ---


@pytest.mark.parametrize("language", OPTIONS)
def test_that_every_text_is_translated(language: str) -> None:
    found = messages(committed(language))

    assert len(found) > 15
    assert [each for each in found if not each.finished or not all(form.strip() for form in each.forms)] == []


@pytest.mark.parametrize("language", OPTIONS)
def test_that_a_translation_fills_in_what_its_source_fills_in(language: str) -> None:
    def filled(text: str) -> list[str]:
        return sorted(_KEYS.get(found, found) for found in _PLACEHOLDER.findall(text))

    differing = [
        (each.source, form) for each in messages(committed(language)) for form in each.forms
        if filled(each.source) != filled(form)
    ]  # fmt: skip

    assert differing == []


@pytest.mark.parametrize("language", OPTIONS)
def test_that_texts_with_a_number_have_a_form_for_one_and_one_for_more(language: str) -> None:
    counting = re.compile("%L?n")
    told = messages(committed(language))
    assert [each for each in told if (len(each.forms) == 2) != bool(counting.search(each.source))] == []


def test_that_german_keeps_the_marks_of_its_source() -> None:
    """What goes on ends with dots, what is a sentence with its full stop; keys in brackets stay the keys they are."""

    def marks(text: str) -> list[str]:
        return re.findall(r" \.\.\.$|(?<!\.)[.:?]$|→$|\([A-Z]\)|^\s|\s$", text)

    differing = [
        (each.source, form) for each in messages(committed("de")) for form in each.forms
        if marks(each.source) != marks(form)
    ]  # fmt: skip

    assert differing == []


def test_that_german_is_plain_and_calm() -> None:
    found = [form for each in messages(committed("de")) for form in each.forms]

    assert [form for form in found if _UNWANTED.search(form)] == []


def test_that_a_text_is_said_alike_wherever_a_context_says_it() -> None:
    """Plain words may differ by place; whole sentences that end alike must not drift apart."""
    sentences: dict[str, set[tuple[str, ...]]] = {}
    for each in messages(committed("de")):
        if each.source.endswith("."):
            sentences.setdefault(each.source, set()).add(each.forms)

    assert {source: forms for source, forms in sentences.items() if len(forms) > 1} == {}


# --- the files ---


@pytest.mark.parametrize("language", OPTIONS)
def test_that_the_file_holds_what_the_window_says(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    sources = [str(GUI / file) for file, _ in trees()]
    run_tool("lupdate", *sources, "-ts", str(fresh), "-no-obsolete", "-locations", "none",
             "-source-language", "en", "-target-language", language, *OPTIONS[language])  # fmt: skip

    said, kept = ({each.key for each in messages(file)} for file in (fresh, committed(language)))

    assert sorted(said - kept) == [], "run: sh packaging/translate.sh"
    assert sorted(kept - said) == [], "run: sh packaging/translate.sh"


@pytest.mark.parametrize("language", OPTIONS)
def test_that_the_program_loads_what_the_file_says(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    run_tool("lrelease", str(committed(language)), "-qm", str(fresh))

    assert committed(language).with_suffix(".qm").read_bytes() == fresh.read_bytes(), "run: sh packaging/translate.sh"


def test_that_every_context_is_a_class_or_a_name_given_in_the_source() -> None:
    """Qt looks a text up by the class of the widget; a context that is neither is never found."""
    known: set[str] = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                known.add(node.name)
            elif isinstance(node, ast.Call) and called(node) in {"translate", "QT_TRANSLATE_NOOP"} and node.args:
                known.add(getattr(node.args[0], "value", ""))

    assert {each.context for each in messages(committed("de"))} - (known - {""}) == set()


def test_that_the_window_speaks_german_and_counts_in_both_languages(qapp: QApplication) -> None:
    def said() -> tuple[str, str, str]:
        one, more = (QCoreApplication.translate("BackupWatch", "%n days ago", None, days) for days in (1, 2))
        return QCoreApplication.translate("Pages", "Inbox"), one, more

    try:
        install_language(qapp, "de")
        german = said()
    finally:
        install_language(qapp, "en")

    assert german == ("Eingang", "vor 1 Tag", "vor 2 Tagen")
    assert said() == ("Inbox", "1 day ago", "2 days ago")


# --- the source ---


def test_that_no_text_of_the_window_misses_the_translation() -> None:
    bare = [
        f"{file}:{line}: {text}" for file, tree in trees() if not _NO_SENTENCES_IN & set(file.parts)
        for line, text in _bare_literals(tree) if not _NO_SENTENCE.fullmatch(text)
    ]  # fmt: skip

    assert bare == []


def _bare_literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Literals with a letter and a blank that do not go through tr(), document the code or tell of its own faults."""
    passed_over: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed_over.add(id(node.value))
        elif isinstance(node, ast.Assert | ast.Raise) or (
            isinstance(node, ast.Call) and called(node) in _TRANSLATORS | _FOR_NOBODY
        ):
            passed_over |= {id(each) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed_over:
            words = _PLACEHOLDER.sub("", node.value).strip()
            if " " in node.value.strip() and any(letter.isalpha() for letter in words):
                yield node.lineno, node.value


def test_that_lupdate_can_read_every_call() -> None:
    """It takes literals only, and knows tr and translate by these names alone."""
    unread = []
    for file, tree in trees():
        marked = any(isinstance(node, ast.Call) and called(node) == "QT_TRANSLATE_NOOP" for node in ast.walk(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in {"tr", "translate"}:
                takes = node.args[:1] if called(node) == "tr" else node.args[:2]
                literal = bool(takes) and all(is_literal(each) for each in takes)
                if not literal and not marked and not _moves_a_painter(node):
                    unread.append(f"{file}:{node.lineno}: {ast.unparse(node)}")
            elif isinstance(node, ast.FunctionDef) and node.name.strip("_") in {"tr", "translate"}:
                unread.append(f"{file}:{node.lineno}: def {node.name}")
            elif isinstance(node, ast.Assign) and _renames_translate(node):
                unread.append(f"{file}:{node.lineno}: {ast.unparse(node)}")

    assert unread == []


def _renames_translate(node: ast.Assign) -> bool:
    return ast.unparse(node.value) == "QCoreApplication.translate" and ast.unparse(node.targets[0]) != "translate"


def _moves_a_painter(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "painter"
