"""One byte of the file is another one: noticed and told in words, and never a crash."""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from incident_desk.app import wire
from incident_desk.domain.errors import Refused
from incident_desk.storage.register import open_register
from incident_desk.support.texts import Texts
from incident_desk.usecases.errors import SurroundingsFailed
from incident_desk.usecases.protection import ENCRYPTED, Order, protect
from incident_desk.usecases.services import Services
from incident_desk.usecases.unlocking import unlock
from tests.factories import open_desk
from tests.storage.other_program import other_program
from tests.storage.protected import PASSPHRASE, start_anew

FLIPS = 1000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 25


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    return wire(tmp_path_factory.mktemp("data"), "en")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plain") / "Ward.register"
    with open_desk(str(path)) as desk:
        desk.new("signed", fields={"what_happened": "Found by the night shift. " * 50})
        desk.register.take_head()
    return path


@pytest.fixture
def encrypted(plain: Path, services: Services, tmp_path: Path) -> Path:
    path = tmp_path / "Ward.register"
    path.write_bytes(plain.read_bytes())
    protect(services, Order(ENCRYPTED, str(path), "Anna Berg", PASSPHRASE)).register.close()
    return path


def flipped(path: Path, content: bytes, place: int, chance: random.Random) -> None:
    other = bytearray(content)
    other[place] ^= chance.randrange(1, 256)
    path.write_bytes(other)
    for beside in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + beside).unlink(missing_ok=True)


def told(path: Path) -> str | None:
    """What the program says of the file; None: that everything holds."""
    try:
        register = open_register(str(path))
        try:
            found = next(register.verify("full"), None)
        finally:
            register.close()
    except SurroundingsFailed as trouble:
        return Texts("en").say(f"trouble.{trouble.code}", **trouble.facts)
    return None if found is None else Texts("en").say(f"verify.{found.code}", **found.facts)


def test_that_every_changed_byte_of_an_encrypted_register_is_noticed(encrypted: Path) -> None:
    content, chance, seen = encrypted.read_bytes(), random.Random(7), Counter[str]()
    assert told(encrypted) is None
    for place in (16, 4095, *(chance.randrange(16, len(content)) for _ in range(FLIPS))):
        flipped(encrypted, content, place, chance)
        sentence = told(encrypted)
        assert sentence is not None, place
        seen[sentence.partition(",")[0]] += 1
    assert all("damaged" in sentence for sentence in seen), seen


def test_that_the_page_is_named(encrypted: Path) -> None:
    content = encrypted.read_bytes()
    flipped(encrypted, content, 6 * 4096 + 99, random.Random(7))
    register = open_register(str(encrypted))
    (found,) = register.verify("full")
    register.close()
    assert (found.code, found.facts) == ("pages_altered", {"count": 1, "page": 7})


def test_that_a_changed_salt_makes_it_a_file_that_no_passphrase_opens(encrypted: Path, services: Services) -> None:
    """The sentence says both, because nobody can know which it is."""
    flipped(encrypted, encrypted.read_bytes(), 3, random.Random(7))
    with pytest.raises(SurroundingsFailed, match="passphrase_needed"):
        open_register(str(encrypted))
    with pytest.raises(Refused, match="passphrase_wrong"):
        unlock(services, str(encrypted), PASSPHRASE)
    start_anew()


def test_that_a_changed_byte_of_a_plain_register_never_crashes_and_no_content_changes(
    plain: Path, tmp_path: Path
) -> None:
    """Bytes that nothing reads may change unnoticed; what stands in the register and its journal may not."""
    copy, content, chance = tmp_path / "Ward.register", plain.read_bytes(), random.Random(7)
    copy.write_bytes(content)
    before, noticed = _everything(copy), 0
    for place in (20, 30, 70, *(chance.randrange(len(content)) for _ in range(FLIPS))):
        flipped(copy, content, place, chance)
        if told(copy) is not None:
            noticed += 1
        else:
            assert _everything(copy) == before, place
    assert noticed


def _everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the tables hold, but for those whose content is nothing that a report shows."""
    with other_program(str(path)) as program:
        tables = [name for (name,) in program.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        audited = [name for name in tables if not name.startswith(("sqlite_", "search_", "presence", "op"))]
        return {name: program.rows(f"SELECT * FROM {name}") for name in audited}
