"""The journal for somebody who must prove with it: another program works its chain out again, with hashlib alone."""

from __future__ import annotations

import hashlib
import hmac
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from incident_desk.app import wire
from incident_desk.domain import commands as c
from incident_desk.domain.context import NOBODY
from incident_desk.domain.errors import Refused
from incident_desk.domain.journal.entries import Part, seal
from incident_desk.domain.journal.sealed import Flaw, first_flaw
from incident_desk.support.texts import Texts
from incident_desk.usecases.names import read_names
from incident_desk.usecases.print_journal import draw_journal, print_journal
from incident_desk.usecases.print_papers import print_record
from incident_desk.usecases.services import Services
from incident_desk.usecases.wording import Wording
from tests.factories import Desk
from tests.reports.readers import both, squeezed

LONG = "The pump ran ten times too fast. " * 30 + "Größe 1,5 · 泵 · \tend"


@pytest.fixture
def services(tmp_path: Path) -> Services:
    (tmp_path / "data").mkdir()
    return wire(tmp_path / "data", "en")


def now(desk: Desk, language: str = "en") -> Wording:
    return Wording(Texts(language), read_names(desk.register.queries))


def attached(pdf: bytes) -> bytes:
    [content] = pypdf.PdfReader(io.BytesIO(pdf)).attachments["journal.json"]
    return content


# --- what an expert of the other side would write after the notes on the paper, and nothing of ours ---


def recomputed(data: Mapping[str, Any]) -> str:
    """ "" where all holds, else what does not."""
    before = bytes(32)
    for number, entry in enumerate(data["entries"], 1):
        if entry["position"] != number:
            return f"entry {number} is missing"
        for part in ("open", "personal"):
            if entry[part] is not None:
                salt, content = bytes.fromhex(entry[part]["salt"]), entry[part]["bytes"].encode()
                if hmac.new(salt, content, hashlib.sha256).hexdigest() != entry[f"{part}_commitment"]:
                    return f"{part} text of entry {number}"
        texts = [data["chain"], data["chain_kind"], entry["position"], entry["recorded_at"], entry["actor"] or "",
                 entry["op_id"], entry["kind"], entry["version"]]  # fmt: skip
        pieces = [str(text).encode() for text in texts]
        pieces += [bytes.fromhex(entry["open_commitment"]), bytes.fromhex(entry["personal_commitment"] or "")]
        pieces.append(before)
        covered = b"\x00" + b"".join(len(piece).to_bytes(4, "big") + piece for piece in pieces)
        if entry["previous_hash"] != before.hex() or hashlib.sha256(covered).hexdigest() != entry["hash"]:
            return f"hash of entry {number}"
        before = bytes.fromhex(entry["hash"])
    log = data["log"]
    return "" if hashlib.sha256(bytes.fromhex(log["previous_hash"]) + before).hexdigest() == log["hash"] else "log"


@pytest.fixture
def record(own_desk: Desk) -> str:
    record = own_desk.new("signed")
    own_desk.do(record, c.AddItem("addenda", {"what": LONG}))
    return record


def test_that_somebody_else_can_work_the_chain_out_from_the_file(
    own_desk: Desk, services: Services, record: str
) -> None:
    data = json.loads(attached(draw_journal(services, own_desk.register, record, now(own_desk)).content))
    assert recomputed(data) == ""
    assert data["position"] == own_desk.position(record) == len(data["entries"])
    head = own_desk.register.queries.head_covering(record, data["position"])
    assert head is not None
    assert (data["log"]["index"], data["log"]["hash"]) == (head.index, head.hash.hex())


def test_that_one_changed_letter_is_found_whatever_it_is_of(own_desk: Desk, services: Services, record: str) -> None:
    content = attached(draw_journal(services, own_desk.register, record, now(own_desk)).content)
    whole = json.loads(content)
    for number in range(len(whole["entries"])):
        for key in ("recorded_at", "kind", "actor", "op_id", "version", "hash", "previous_hash", "open", "personal"):
            data = json.loads(content)
            entry = data["entries"][number]
            if entry[key] is None:
                continue
            if isinstance(entry[key], dict):
                entry[key]["bytes"] = entry[key]["bytes"].replace("e", "a", 1) + "x"
            else:
                entry[key] = entry[key] + 1 if isinstance(entry[key], int) else _other(entry[key])
            assert recomputed(data), (number, key)
    del whole["entries"][2]
    assert recomputed(whole) == "entry 3 is missing"


def _other(text: str) -> str:
    return text[:-1] + ("0" if text[-1] != "0" else "1")


def test_that_the_same_positions_give_the_same_bytes(own_desk: Desk, services: Services, record: str) -> None:
    position, seen = own_desk.position(record), own_desk.register.queries.access_last()
    first = print_journal(services, own_desk.register, NOBODY, record, now(own_desk))
    own_desk.do(record, c.AddItem("addenda", {"what": "later"}))
    print_record(services, own_desk.register, NOBODY, record, now(own_desk))
    again = draw_journal(services, own_desk.register, record, now(own_desk), "a4", position, seen)
    assert again.content == first.content
    assert draw_journal(services, own_desk.register, record, now(own_desk)).content != first.content
    assert first.subject == {"kind": "journal", "record": record, "position": position, "access": seen}
    with pytest.raises(Refused):
        draw_journal(services, own_desk.register, record, now(own_desk), "a4", position + 9)


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_every_text_stands_on_the_paper_in_full_with_who_printed_it(
    own_desk: Desk, services: Services, record: str, language: str, tmp_path: Path
) -> None:
    print_record(services, own_desk.register, NOBODY, record, now(own_desk))
    printed = draw_journal(services, own_desk.register, record, now(own_desk, language))
    data = json.loads(attached(printed.content))
    wanted = [
        LONG.strip().split("\t")[0],
        "I recorded this" if language == "en" else "I agree",
        Texts(language).say("journal_paper.limit_1"),
    ]
    for text in both(printed.content, tmp_path).values():
        for each in wanted:
            assert squeezed(each)[:400] in squeezed(text)
        for entry in data["entries"]:
            assert entry["hash"][:16] in squeezed(text)
        (of_print,) = data["access"]["entries"]
        assert of_print["data"]["sha256"][:16] in squeezed(text)
    assert len(pypdf.PdfReader(io.BytesIO(printed.content)).pages) >= 2


def test_that_the_paper_says_where_the_chain_does_not_hold(own_desk: Desk, services: Services, record: str) -> None:
    chain = own_desk.register.queries.sealed(record)
    assert first_flaw(chain) is None
    number = next(number for number, each in enumerate(chain) if number and each.personal is not None)
    whole, (link, opened, personal) = chain[number], chain[number]
    assert opened is not None and personal is not None
    for forged, flaw in (
        (whole._replace(open=_with_a_blank(opened)), Flaw.TEXT),
        (whole._replace(personal=_with_a_blank(personal)), Flaw.TEXT),
        (whole._replace(open=None), Flaw.TEXT),
        (whole._replace(link=link._replace(actor="somebody else")), Flaw.LINK),
        (whole._replace(link=link._replace(hash=bytes(32))), Flaw.LINK),
        (whole._replace(link=seal(link, bytes(32))), Flaw.LINK),  # right in itself, and follows nothing
    ):
        assert first_flaw([*chain[:number], forged, *chain[number + 1 :]]) == (number + 1, flaw)
    assert first_flaw([*chain[:number], *chain[number + 1 :]]) == (number + 1, Flaw.MISSING)
    erased = [*chain[:number], whole._replace(personal=None), *chain[number + 1 :]]
    assert first_flaw(erased, {number + 1}) is None  # a lawful erasure breaks nothing
    assert first_flaw(erased) == (number + 1, Flaw.TEXT)  # what is gone without one does


def _with_a_blank(part: Part) -> Part:
    return replace(part, content=part.content + b" ")
