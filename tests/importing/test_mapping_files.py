"""A mapping is a file that people read and change; what is wrong in it is named with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.files.mapping_files import TomlMappings, mapping_text
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.importing.mapping import OTHERS, Closed, FieldSource, ListSource, SheetMapping

HEADING = ("Nr.", "What happened", "Straße \\ “x”")
WHOLE = SheetMapping(
    {
        "what_happened": FieldSource(("What happened",)),
        "occurred": FieldSource(("Date", "Time")),
        "actual_column": FieldSource(("Level",), {"I": "1", 'so "so"': "2", "left out": ""}, "leave_out"),
        "device.serial": FieldSource(("Serial",)),
    },
    fixed={"kind": "near_miss"}, key=("Nr.",), closed=Closed("Status", ("zu", "erledigt")), into="inbox",
    closed_into="inbox", date_order="mdy", zone="Europe/Berlin", midnight_unknown=True, decimal_sign=",", separator=";",
    lists={"measures": ListSource(("Done",), "commas"), "people.witness": ListSource(("Who", "Who else"))},
)  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> TomlMappings:
    return TomlMappings(tmp_path / "data")


def test_that_a_mapping_reads_back_as_it_was_written(files: TomlMappings, tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    files.write(path, WHOLE)
    assert files.read(path) == WHOLE
    assert list(files.read(path).fields) == list(WHOLE.fields)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SOURCES = st.builds(
    FieldSource, st.lists(TEXTS, max_size=3).map(tuple), st.dictionaries(TEXTS, TEXTS, max_size=3),
    st.sampled_from(OTHERS),
)  # fmt: skip


@given(fields=st.dictionaries(TEXTS, SOURCES, max_size=3), fixed=st.dictionaries(TEXTS, TEXTS, max_size=2), word=TEXTS)
def test_that_any_text_survives_in_a_mapping(
    tmp_path_factory: pytest.TempPathFactory, fields: dict[str, FieldSource], fixed: dict[str, str], word: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    mapping = SheetMapping(fields, fixed, closed=Closed(word, (word,)), separator=word)
    path.write_text(mapping_text(mapping), encoding="utf-8", newline="")
    assert TomlMappings(path.parent).read(path) == mapping


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('into = "inbox"\nintoo = "inbox"\n', "mapping_key", 2),
        ("into = 3\n", "mapping_value", 1),
        ('key = "Nr."\n', "mapping_value", 1),
        ("midnight_unknown = 1\n", "mapping_value", 1),
        ("[fields.title]\n\ncolumns = 'Title'\n", "mapping_value", 3),
        ("[fields.title]\ncolumns = ['Title']\nword = 1\n", "mapping_key", 3),
        ("[fields.title]\ncolumns = ['Title']\n[fields.title.words]\na = 'b'\nc = 1\n", "mapping_value", 5),
        ("[fields]\ntitle = 'Title'\n", "mapping_value", 2),
        ("[closed]\nwords = ['zu']\n", "mapping_value", 1),
        ("[lists.measures]\ncolumns = ['Done']\nsplit = 'stars'\n", "mapping_value", 3),
        ("[lists.measures]\ncolumns = 'Done'\n", "mapping_value", 2),
        ("[lists.measures]\ncolumn = ['Done']\n", "mapping_key", 2),
        ("into = \n", "mapping_syntax", 1),
        ("[fields.title]\ncolumns = [\n", "mapping_syntax", 3),
    ],
)
def test_that_what_is_wrong_is_named_with_its_line(
    files: TomlMappings, tmp_path: Path, text: str, code: str, line: int
) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SurroundingsFailed) as failed:
        files.read(path)
    assert (failed.value.code, failed.value.facts["line"]) == (code, line)


def test_that_a_file_that_is_no_text_is_refused(files: TomlMappings, tmp_path: Path) -> None:
    path = tmp_path / "no.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SurroundingsFailed, match="mapping_unreadable"):
        files.read(path)
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(SurroundingsFailed, match="mapping_unreadable"):
        files.read(path)
    with pytest.raises(SurroundingsFailed, match="file_missing"):
        files.read(tmp_path / "none.toml")
    with pytest.raises(SurroundingsFailed, match="file_not_written"):
        files.write(tmp_path / "no folder" / "m.toml", WHOLE)


def test_that_this_pc_remembers_by_headings_in_any_order(files: TomlMappings) -> None:
    assert files.remembered(HEADING) is None
    files.remember(HEADING, WHOLE)
    assert files.remembered(HEADING[::-1]) == WHOLE
    assert files.remembered(("what  happened", "NR.", HEADING[2])) == WHOLE
    assert files.remembered(HEADING[:2]) is None
    files.remember(HEADING, replace(WHOLE, zone="UTC"))
    remembered = files.remembered(HEADING)
    assert remembered is not None
    assert remembered.zone == "UTC"


def test_that_a_spoilt_memory_is_forgotten(files: TomlMappings, tmp_path: Path) -> None:
    files.remember(HEADING, WHOLE)
    (kept,) = (tmp_path / "data" / "mappings").iterdir()
    kept.write_text("not a mapping", encoding="utf-8")
    assert files.remembered(HEADING) is None
