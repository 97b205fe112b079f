"""Papers that name nobody: what they show, what is in them, and what is said of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # has no stubs
import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.anonymising import GAP
from incident_desk.domain.directory import ChangePerson
from incident_desk.domain.field_editing import AddField
from incident_desk.domain.journal.entries import exact_bytes
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.checking.answers import PaperAnswer
from incident_desk.usecases.erasing.erase import Order, erase
from incident_desk.usecases.erasing.look import look
from incident_desk.usecases.shown import Gaps
from tests.paper_check.conftest import Printer, attach, data_in, with_data

Resave = Callable[..., Path]

STORY = (
    "Mrs Ellen Tarrant, MRN 4711-99, slipped; Anna saw it and rang 0171 2345678. Otto Auditor came. The bed was wet."
)
NAMES = ("Tarrant", "Ellen", "Anna", "Berg", "Maria", "Carl", "Otto", "4711-99", "2345678", "Quentin", "wife of the")


@pytest.fixture
def record(printer: Printer) -> str:
    """An incident whose people stand in every kind of place."""
    desk = printer.desk
    fields = {"title": "Ellen Tarrant slipped", "what_happened": STORY, "reporter_name": "Quentin Quick"}
    incident = desk.new("ready", fields=fields)
    desk.do(
        incident,
        c.AddItem("people", {"name": "Ellen Tarrant", "role": "affected", "contact": "wife of the mayor"}),
        c.AddItem("communications", {"whom": "Mayor Tarrant", "message": "Told that Ellen is well"}),
        c.AddItem("measures", {"what": "Floor dried by Quentin", "owner": "Carl Coordinator"}),
        c.AddNote("Maria Manager wants to hear of it"),
    )
    desk.do(incident, c.ChangeFields({"title": "A patient slipped"}))
    desk.do(incident, c.SignOff("author"))
    return incident


def words_on(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def everything_in(path: Path) -> str:
    """Every text of the file: what the pages show, every string and every stream taken apart."""
    with pikepdf.open(path) as pdf:
        parts = [words_on(path), str(pdf.docinfo), str(pdf.open_metadata()), *pdf.attachments]
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                parts.append(each.read_bytes().decode("utf-8", "replace"))
            elif isinstance(each, pikepdf.Dictionary):
                parts.extend(str(value) for value in each.values() if isinstance(value, pikepdf.String))
    return "\n".join(parts)


def is_named(name: str, told: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", told, re.IGNORECASE) is not None


def test_that_a_paper_with_names_names_them(printer: Printer, record: str) -> None:
    """The control: what the next test looks for is there to be found."""
    told = everything_in(printer.print(record))
    assert [name for name in NAMES if not is_named(name, told)] == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_nobody_is_named_anywhere_in_the_file(printer: Printer, record: str, language: str) -> None:
    path = printer.print(record, gaps=Gaps(), language=language)
    told = everything_in(path)
    assert [name for name in NAMES if is_named(name, told)] == []
    ids = [person.id for person in printer.desk.register.queries.people()]
    assert [each for each in ids if each in told] == []
    assert "The bed was wet." in " ".join(words_on(path).split())
    assert "Person 1" in told


def test_that_a_name_after_a_title_is_looked_for_without_it(printer: Printer) -> None:
    record = printer.desk.new(
        "containment", fields={"what_happened": "Frau Ilse Kaminski fell.", "title": "Kaminski fell"}
    )
    assert not is_named("Kaminski", everything_in(printer.print(record, gaps=Gaps())))


def test_that_words_for_what_somebody_is_stay(printer: Printer) -> None:
    record = printer.desk.new("containment", fields={"what_happened": "The patient in room 312 was well."})
    printer.desk.do(
        record,
        c.AddItem("people", {"name": "Patient, room 312", "role": "affected"}),
        c.AddItem("communications", {"whom": "Patient"}),
    )
    assert "The patient in room 312 was well." in " ".join(words_on(printer.print(record, gaps=Gaps())).split())


def test_that_one_person_has_one_name_throughout(printer: Printer, record: str) -> None:
    with pikepdf.open(printer.print(record, gaps=Gaps())) as pdf:
        data = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
    assert data["profile"] == "anonymised"
    assert {entry["actor"] for entry in data["journal"]} == {"Person 1"}  # Anna Berg, who wrote it all
    assert data["values"]["responsible"] == "Person 1"
    by_list = {item["list"]: item["values"] for item in data["items"]}
    assert by_list["measures"]["owner"] == "Person 2"
    assert by_list["sign_offs"]["name"] == "Person 1"
    assert by_list["people"]["name"] == GAP
    assert data["values"]["reporter_name"] == GAP


def test_that_further_words_go(printer: Printer, record: str) -> None:
    told = everything_in(printer.print(record, gaps=Gaps(("the bed", "slipped"))))
    assert "slipped" not in told
    assert "The bed" not in told


def test_that_it_is_known_as_what_it_is(printer: Printer, record: str, resaved: Resave) -> None:
    for n, logged in enumerate((True, False)):
        file = printer.print(record, f"{n}.pdf", gaps=Gaps(), logged=logged)
        for each in (file, resaved(file)):
            check = printer.check(each)
            assert (check.answer, check.holds) == (PaperAnswer.ANONYMISED, True), each
            assert check.gaps > 0
    assert printer.told(file)[0].startswith("A paper without names, with nothing else changed.")
    printer.desk.do(record, c.AddNote("seen again"))
    check = printer.check(file)
    assert (check.answer, check.holds) == (PaperAnswer.ANONYMISED_AS_OF, True)


def test_that_further_words_need_not_be_known_to_check_it(printer: Printer, record: str, resaved: Resave) -> None:
    file = printer.print(record, gaps=Gaps(("the bed",)))
    assert printer.check(resaved(file)).answer is PaperAnswer.ANONYMISED
    log = printer.desk.register.queries
    printed = [entry for entry in log.entries(log.chain_of("access")) if entry.kind == "printed"]
    assert printed[-1].data["kind"] == "anonymised"
    assert "the bed" not in repr([entry.data for entry in printed])


def test_that_a_changed_word_beside_a_gap_is_found(printer: Printer, record: str) -> None:
    file = printer.print(record, gaps=Gaps())
    forged = file.with_name("forged.pdf")
    with pikepdf.open(file) as pdf:
        data = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
        data = json.loads(re.sub("The bed was wet", "The bed was dry", json.dumps(data, ensure_ascii=False)))
        attach(pdf, "record.json", exact_bytes(data))
        pdf.save(forged)
    check = printer.check(forged)
    assert (check.answer, check.holds) == (PaperAnswer.ALTERED, False)
    assert {each.what for each in check.in_data} >= {"journal", "values"}


def test_that_a_whole_paper_said_to_be_without_names_is_none(printer: Printer, record: str) -> None:
    file = printer.print(record)
    forged = file.with_name("forged.pdf")
    with pikepdf.open(file) as pdf:
        data = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
        attach(pdf, "record.json", exact_bytes({**data, "profile": "anonymised"}))
        pdf.save(forged)
    assert printer.check(forged).answer is PaperAnswer.ALTERED


@pytest.mark.parametrize("deep", [300, 900, 960])
def test_that_data_however_deep_are_answered(printer: Printer, record: str, deep: int) -> None:
    file = printer.print(record, gaps=Gaps())
    forged = file.with_name("forged.pdf")
    with pikepdf.open(file) as pdf:
        data = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
        told = (
            exact_bytes(data).decode().replace('"version":1}', f'"version":1,"x":{"[" * deep}"{GAP}"{"]" * deep}}}', 1)
        )
        attach(pdf, "record.json", told.encode())
        pdf.save(forged)
    check = printer.check(forged)
    assert check.answer is PaperAnswer.ALTERED
    assert check.in_data[0].what in {"journal", "form"}


def forged(file: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    data = json.loads(data_in(file))
    change(data)
    return with_data(file, exact_bytes(data))


def test_that_a_gap_stands_only_where_the_program_makes_one(printer: Printer, record: str) -> None:
    file = printer.print(record, gaps=Gaps())
    for n, entry in enumerate(json.loads(data_in(file))["journal"]):
        for key, value in entry["data"].items():
            if isinstance(value, str | int | bool) or (
                isinstance(value, list) and GAP not in json.dumps(value, ensure_ascii=False)
            ):
                if key in {"=title", "=what_happened", "=summary", "=cause", ".what", ".message", "text", "reason"}:
                    continue

                def blacken(data: dict[str, Any], at: int = n, key: str = key) -> None:
                    told = data["journal"][at]["data"]
                    told[key] = [told[key][0], GAP] if isinstance(told[key], list) and len(told[key]) == 2 else GAP

                check = printer.check(forged(file, blacken))
                assert (check.answer, check.holds) == (PaperAnswer.ALTERED, False), (n, key)


def test_that_names_put_back_are_found(printer: Printer, record: str) -> None:
    """Drawn by the program itself, with the names in its texts: as somebody would who has the register and its code."""

    def back(data: dict[str, Any]) -> None:
        whole = json.loads(data_in(printer.print(record, "whole.pdf")))
        for mine, theirs in zip(data["journal"], whole["journal"], strict=True):
            if "=what_happened" in mine["data"]:
                mine["data"]["=what_happened"] = theirs["data"]["=what_happened"]
        data["values"]["what_happened"] = whole["values"]["what_happened"]

    check = printer.check(forged(printer.print(record, gaps=Gaps()), back))
    assert (check.answer, check.holds) == (PaperAnswer.ALTERED, False)


def test_that_what_goes_beyond_the_usual_is_counted(printer: Printer, record: str, resaved: Resave) -> None:
    usual = printer.check(resaved(printer.print(record, gaps=Gaps())))
    more = printer.print(record, "more.pdf", gaps=Gaps(("The bed was wet",)))
    checked = printer.check(resaved(more))
    assert (usual.gaps_more, checked.gaps_more, checked.holds) == (0, 1, True)
    assert any("In 1 text more is left out" in line for line in printer.told(resaved(more)))
    assert printer.check(more).gaps_more == 0  # the access log knows it


@pytest.mark.parametrize("gaps", [None, Gaps()])
def test_that_lines_put_in_are_found(printer: Printer, record: str, gaps: Gaps | None) -> None:
    file = printer.print(record, gaps=gaps)
    changes: list[Callable[[dict[str, Any]], None]] = [
        lambda data: data["items"].append("The nurse admitted guilt"),
        lambda data: data["items"].insert(0, {**data["items"][0], "values": {"note": "guilt"}}),
        lambda data: data["items"].reverse(),
        lambda data: data.update(format="another"),
        lambda data: data.update(format=True),
        lambda data: data["journal"][0].update(version=1.0),
    ]
    for n, change in enumerate(changes):
        assert printer.check(forged(file, change)).answer is PaperAnswer.ALTERED, n


def test_that_a_former_name_goes_too(printer: Printer, record: str) -> None:
    desk = printer.desk
    desk.do(record, c.AddNote("Carl Coordinator was there, said Coordinator"))
    person = desk.person("Carl Coordinator")
    desk.do(person, ChangePerson(person, {"name": "Carl Neumann"}))
    desk.do(record, c.AddNote("Neumann was there"))
    told = words_on(printer.print(record, gaps=Gaps()))
    assert [name for name in ("Coordinator", "Neumann") if is_named(f"{name} was", told)] == []


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("text", "P-4711"), ("date", "1950-03-12"), ("number", 4711), ("time", "2026-11-12T08:31"), ("yes_no", True),
     ("prose", "Vera Lindt, 4711998, Anna saw her")],
)  # fmt: skip
def test_that_what_a_site_asks_of_people_goes(printer: Printer, kind: str, answer: object) -> None:
    desk = printer.desk
    desk.do(None, AddField("Asked here", kind, "identification", personal=True))
    key = next(field.key for field in printer.wording().names.pack.fields)  # type: ignore[union-attr]  # has names
    record = desk.new("containment")
    desk.do(record, c.ChangeFields({key: answer}))
    file = printer.print(record, gaps=Gaps())
    told = json.loads(data_in(file))["values"][key]
    assert told == ("Vera Lindt, █████, █████ saw her" if kind == "prose" else GAP)
    assert printer.check(file).answer is PaperAnswer.ANONYMISED


def test_that_names_are_looked_for_wherever_people_write(printer: Printer) -> None:
    """Also where a site says that nobody is told of, in a reference number, in the reason of an erasure."""
    desk = printer.desk
    desk.do(None, AddField("Asked here", "text", "identification", personal=False))
    key = next(field.key for field in printer.wording().names.pack.fields)  # type: ignore[union-attr]  # has names
    record = desk.new("containment", fields={"what_happened": "Somebody slipped."})
    desk.do(
        record,
        c.ChangeFields({key: "Frau Lindt, room 3"}),
        c.AddItem("obligations", {"whom": "The council", "reference": "Frau Lindt, 12 Js 99"}),
        c.AddItem("people", {"name": "Bo Tarrant", "role": "affected"}),
    )
    found = look(desk.register.queries, record, ["Tarrant"])
    texts = {each.place: None for each in found.lost.found}
    erase(desk.submitter, uuid7(), record,
          Order(found.words, "Asked for by Frau Lindt", "asked", texts, frozenset(), found.position))  # fmt: skip
    assert is_named("Lindt", everything_in(printer.print(record)))
    file = printer.print(record, gaps=Gaps())
    assert not is_named("Lindt", everything_in(file))
    assert json.loads(data_in(file))["values"][key] == f"Frau {GAP}, room 3"
    assert printer.check(file).answer is PaperAnswer.ANONYMISED


def test_that_an_unknown_profile_is_no_data_of_ours(printer: Printer, record: str) -> None:
    file = printer.print(record)
    forged = file.with_name("forged.pdf")
    with pikepdf.open(file) as pdf:
        data = json.loads(pdf.attachments["record.json"].get_file().read_bytes())
        attach(pdf, "record.json", exact_bytes({**data, "profile": "secret"}))
        pdf.save(forged)
    check = printer.check(forged)
    assert (check.answer, check.number) == (PaperAnswer.ALTERED, "")


def test_that_it_outlives_an_erasure(printer: Printer, record: str) -> None:
    """What it does not show cannot be missed: only gaps stand where the erasure took something away."""
    file = printer.print(record, gaps=Gaps())
    desk = printer.desk
    found = look(desk.register.queries, record, ["Tarrant"])
    texts = {each.place: "Somebody slipped. The bed was wet." for each in found.lost.found}
    erase(desk.submitter, uuid7(), record,
          Order(found.words, "Article 17", "asked", texts, frozenset(), found.position))  # fmt: skip
    assert printer.check(file).answer is PaperAnswer.ANONYMISED_AS_OF
