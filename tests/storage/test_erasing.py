"""Erasing what an incident holds of somebody, on three engines: the name is nowhere, and every chain still holds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import sqlalchemy as sa

from incident_desk.domain import commands as c
from incident_desk.domain.errors import EditConflict, Refused
from incident_desk.domain.journal.entries import ERASED
from incident_desk.storage.engine import open_database
from incident_desk.storage.tables import metadata
from incident_desk.support.texts import Texts
from incident_desk.support.uuid7 import uuid7
from incident_desk.usecases.attach_file import attach_bytes
from incident_desk.usecases.erasing.erase import ErasedHere, Order, erase
from incident_desk.usecases.erasing.left import copies_left
from incident_desk.usecases.erasing.look import Look, look
from incident_desk.usecases.erasing.wording_file import read_wording, wording_file
from incident_desk.usecases.journal_lines import journal_lines
from incident_desk.usecases.names import read_names
from incident_desk.usecases.undo import undo
from incident_desk.usecases.wording import Wording
from tests.factories import Desk, open_desk

NAME = "Zorbana Quillfeather"
BASIS = "Article 17 GDPR, request of 20 November"
PART = "Quillfeather"


def told_of(desk: Desk, stage: str = "identification") -> str:
    """An incident that names somebody in every kind of place, and says other things beside it."""
    incident = desk.new(stage, fields={"reporter_name": f"Sister {NAME}"}, kind="incident")
    desk.do(incident, c.AddItem("questions", {"what": f"Was {NAME} there?", "to": "Ward"}))
    return incident


def filled(desk: Desk) -> str:
    incident = told_of(desk)
    desk.do(
        incident,
        c.ChangeFields(
            {"title": f"{NAME} fell", "what_happened": f"In the corridor\n{NAME.upper()} fell over a cable.",
             "place_detail": "at the lift"},
            reason=f"{NAME} told us",
        ),
        c.AddItem("people", {"name": NAME, "role": "affected", "note": "hip"}),
        c.AddNote(f"Called {NAME} back"),
        c.AddNote("Nothing else to say"),
    )  # fmt: skip
    desk.do(incident, c.ChangeFields({"title": "Fall over a cable"}))
    return incident


def order(found: Look, anew: Mapping[str, str] | None = None, files: frozenset[str] = frozenset()) -> Order:
    """Everything found is erased but what is worded anew."""
    texts = {each.place: (anew or {}).get(each.place) for each in found.lost.found}
    return Order(found.words, BASIS, "She asked for it", texts, files, found.position)


def erased(desk: Desk, incident: str, anew: Mapping[str, str] | None = None, **more: frozenset[str]) -> ErasedHere:
    found = look(desk.register.queries, incident, [PART])
    return erase(desk.submitter, uuid7(), incident, order(found, anew, **more))


def cells(address: str) -> Iterator[str]:
    """Every value in every table, as text."""
    database = open_database(address)
    try:
        with database.reader.connect() as connection:
            for table in metadata.sorted_tables:
                for row in connection.execute(sa.select(table)):
                    for value in row:
                        yield value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    finally:
        database.dispose()


def test_that_the_name_is_nowhere_and_everything_else_stays(own_desk: Desk) -> None:
    desk = own_desk
    incident, other = filled(desk), desk.new("identification")
    done = erased(desk, incident, {"=what_happened": "A visitor fell over a cable.", "people.1.name": "A visitor"})
    assert done.open == ()
    assert desk.register.wipe()
    values = desk.record(incident).values
    assert values["title"] == "Fall over a cable"
    assert values["what_happened"] == "A visitor fell over a cable."
    assert values["place_detail"] == "at the lift"
    assert values["reporter_name"] is ERASED
    assert values["erased"]["basis"] == BASIS
    (person,) = desk.record(incident).of("people")
    assert person.values == {"name": "A visitor", "role": "affected", "note": "hip"}
    (question,) = desk.record(incident).of("questions")
    assert question.values == {"what": ERASED, "to": "Ward"}
    assert desk.breaks() == []
    assert not [cell for cell in cells(desk.address) if PART.lower() in cell.lower()]
    assert desk.register.queries.search("quillfeather") == []
    assert len(desk.register.queries.search("cable")) == 1
    assert desk.position(other) > 0


def test_that_the_entries_that_stay_tell_what_happened(desk: Desk) -> None:
    incident = filled(desk)
    before = desk.register.queries.sealed(incident)
    erased(desk, incident, {"=what_happened": "A visitor fell."})
    after = desk.register.queries.sealed(incident)
    assert [each.link for each in after[: len(before)]] == [each.link for each in before]
    entries = desk.register.queries.entries(incident)
    told = next(entry for entry in entries if entry.kind == "erased")
    assert [n for n, each in enumerate(after, 1) if each.personal is None and before[n - 1 : n]
            and before[n - 1].personal is not None] == told.data["positions"]  # fmt: skip
    wording = Wording(Texts("en"), read_names(desk.register.queries))
    lines = {line.position: line for line in journal_lines(entries, wording)}
    assert BASIS in lines[told.position].what
    assert "Nothing else to say" in [line.reason for line in lines.values()]


def test_that_a_signed_record_stays_signed(desk: Desk) -> None:
    incident = told_of(desk, "signed")
    signatures = desk.record(incident).of("sign_offs")
    assert signatures
    erased(desk, incident)
    assert [item.values for item in desk.record(incident).of("sign_offs")] == [item.values for item in signatures]
    assert desk.record(incident).values["status"] == "concluded"
    assert desk.breaks("record", incident) == []


def test_that_a_part_that_went_without_an_erasure_is_a_break(sqlite_desk: Desk) -> None:
    incident = filled(sqlite_desk)
    database = open_database(sqlite_desk.address)
    with database.writer.connect() as connection, connection.begin():
        gone = sa.text("DELETE FROM journal_part WHERE part = 'personal' AND position = 1")
        connection.execute(gone)
    database.dispose()
    assert "entry_text_changed" in sqlite_desk.breaks("record", incident)


def test_that_nothing_goes_without_basis_reason_wording_and_role(desk: Desk) -> None:
    incident = filled(desk)
    found = look(desk.register.queries, incident, [PART])
    good, position = order(found), desk.position(incident)
    half = dict(list(good.anew.items())[1:])
    wrong = {
        "erase_basis_missing": Order(good.words, " ", "r", good.anew, good.files, good.seen),
        "reason_missing": Order(good.words, BASIS, "", good.anew, good.files, good.seen),
        "erase_basis_names": Order(good.words, f"Request of {NAME}", "r", good.anew, good.files, good.seen),
        "erase_undecided": Order(good.words, BASIS, "r", half, good.files, good.seen),
        "erase_still_there": order(found, {"=what_happened": f"{NAME} fell"}),
        "erase_text_unknown": Order(good.words, BASIS, "r", {**good.anew, "=cause": "x"}, good.files, good.seen),
        "erase_words_short": Order(("q",), BASIS, "r", good.anew, good.files, good.seen),
    }
    for code, each in wrong.items():
        with pytest.raises(Refused) as refused:
            erase(desk.submitter, uuid7(), incident, each)
        assert refused.value.code == code
    with pytest.raises(Refused) as refused:
        erase(desk.acting_as("Maria Manager").submitter, uuid7(), incident, good)
    assert refused.value.code == "not_allowed"
    desk.do(incident, c.AddNote("meanwhile"))
    with pytest.raises(EditConflict):
        erase(desk.submitter, uuid7(), incident, good)
    assert desk.position(incident) == position + 1


def test_that_an_erasure_is_not_undone_and_comes_once(desk: Desk) -> None:
    incident = filled(desk)
    found = look(desk.register.queries, incident, [PART])
    op_id = uuid7()
    first = erase(desk.submitter, op_id, incident, order(found))
    again = erase(desk.submitter, op_id, incident, order(found))
    assert again.done.repeated
    assert again.done.position == first.done.position == desk.position(incident)
    with pytest.raises(Refused):
        undo(desk.submitter, incident, op_id, uuid7())


def test_that_a_file_goes_with_its_content_unless_another_incident_has_it(own_desk: Desk) -> None:
    desk = own_desk
    incident, other = told_of(desk), desk.new("identification")
    secret, shared = f"letter of {NAME}".encode("utf-16-le"), b"both have this"
    attach_bytes(desk.submitter, incident, secret, uuid7(), name="letter.txt")
    attach_bytes(desk.submitter, incident, shared, uuid7(), name=f"{PART}.png")
    attach_bytes(desk.submitter, other, shared, uuid7(), name="same.png")
    found = look(desk.register.queries, incident, [PART])
    assert [file.found for file in found.files] == [True, True]
    done = erased(desk, incident, files=frozenset(file.place for file in found.files))
    assert done.kept == ("attachments.2",)
    assert desk.record(incident).of("attachments") == ()
    assert desk.breaks() == []
    (same,) = look(desk.register.queries, other, ["nobody"]).files
    order_ = Order(("nobody",), BASIS, "r", {}, frozenset({same.place}), desk.position(other))
    assert erase(desk.submitter, uuid7(), other, order_).kept == ()
    assert desk.breaks() == []


def test_that_the_name_stands_in_no_byte_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "Ward.register"
    with open_desk(str(path)) as desk:
        incident = filled(desk)
        attach_bytes(desk.submitter, incident, f"{NAME} ".encode() * 9000, uuid7(), name=f"{NAME}.txt")
        assert _stands_in(path)  # the control: it is found where it stands
        files = frozenset(file.place for file in look(desk.register.queries, incident, [PART]).files)
        erased(desk, incident, {"=what_happened": "A visitor fell."}, files=files)
        assert desk.register.wipe()
        assert not _stands_in(path)
        assert desk.breaks() == []
    assert not _stands_in(path)


def _stands_in(path: Path) -> list[str]:
    """The files of the register that hold a word of the name in any spelling the program writes."""
    spelt = [form for word in NAME.split() for form in (word, word.lower(), word.upper())]
    canaries = [form.encode(coding) for form in spelt for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    beside = [each for each in path.parent.iterdir() if each.name.startswith(path.name)]
    return [each.name for each in beside if any(canary in each.read_bytes() for canary in canaries)]


def test_that_who_reads_meanwhile_is_told_and_a_second_try_wipes(tmp_path: Path) -> None:
    path = tmp_path / "Ward.register"
    with open_desk(str(path)) as desk:
        incident = filled(desk)
        database = open_database(str(path))
        with database.snapshot() as reader:
            reader.execute(sa.text("SELECT count(*) FROM journal")).all()
            erased(desk, incident)
            assert not desk.register.wipe()
        database.dispose()
        assert desk.register.wipe()
        assert not _stands_in(path)


def test_that_the_file_with_the_wording_is_read_as_it_was_written(desk: Desk) -> None:
    incident = filled(desk)
    desk.do(incident, c.ChangeFields({"cause": f'A "cable"\\ of\t{NAME}\n\nor """ not'}))
    found = look(desk.register.queries, incident, [PART, NAME])
    written = wording_file(found, Wording(Texts("en"), read_names(desk.register.queries)))
    number, read = read_wording(written, BASIS, "r")
    assert (number, read.seen, read.words) == (found.number, found.position, (PART, NAME))
    assert read.anew["=cause"] == 'A "cable"\\ of\tZorbana [erased]\n\nor """ not'
    assert read.anew.keys() == {each.place for each in found.lost.found}
    for broken in ("", "incident = ", written.replace("place", "plaice")):
        with pytest.raises(Refused):
            read_wording(broken, BASIS, "r")


def test_that_copies_from_before_are_named(tmp_path: Path) -> None:
    path, folder = tmp_path / "Ward.register", tmp_path / "backups"
    folder.mkdir()
    with open_desk(str(path)) as desk:
        for name in ("Ward-20260101-000000.backup.register", "Other.register"):
            shutil.copy(path, folder / name)
        shutil.copy(path, tmp_path / "Ward copy.register")
        named = tmp_path / "stick.bin"
        named.write_bytes(b"x")
        found = copies_left(desk.register, [folder, named])
    assert {each.name for each in found} == {
        "stick.bin", "Ward-20260101-000000.backup.register", "Ward copy.register",
    }  # fmt: skip
