"""The command line as other programs meet it: exit status, one sentence for each refusal, one JSON document."""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from incident_desk.cli.arguments import COMMANDS
from tests.journeys.program import Answer, Program

REPORT = {"command": "RecordIncident", "fields": {"what_happened": "The pump ran too fast.", "place": "ICU"}}
PEOPLE = [
    {"command": "AddPerson", "name": "Amina Yusuf", "roles": ["coordinator", "administrator"]},
    {"command": "AddPerson", "name": "Helen Marsh", "roles": ["manager"]},
]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A register with two people and one report, for tests that only read."""
    folder = tmp_path_factory.mktemp("furnished")
    desk = Program(folder / "data").at(folder / "ward.register")
    assert desk("new", str(desk.register), "--pack", "hospital", "--site", "STB", "--zone", "UTC").status == 0
    assert desk.apply(PEOPLE).status == 0
    assert desk.apply([REPORT]).status == 0  # anyone may report, without a name too
    return desk


@pytest.fixture
def empty(desk: Program, tmp_path: Path) -> Program:
    """A register without people: whoever sits at it may do everything."""
    path = tmp_path / "empty.register"
    assert desk("new", str(path), "--pack", "general", "--zone", "UTC").status == 0
    return desk.at(path)


# --- usage ---


@pytest.mark.parametrize("command", COMMANDS)
def test_that_every_command_explains_itself(desk: Program, command: str) -> None:
    answer = desk(command, "--help")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"usage: incident-desk {command}")
    assert "--register" in answer.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("nosuchcommand",),
        ("list", "--nosuchoption"),
        ("list", "--limit", "many"),
        ("list", "--limit", "-1"),
        ("search", "pump", "--limit", "0"),
        ("list", "--step", "nosuchstep"),
        ("show",),
        ("show", "ICU-2026-0001", "--entry", "0"),
        ("compare", "ICU-2026-0001", "--from", "1"),
        ("search",),
        ("apply",),
        ("report", "nosuchpaper", "--out", "x.pdf"),
        ("report", "list"),
        ("backup",),
        ("restore", "x.register"),
        ("new",),
        ("demo",),
        ("demo", "x", "--size", "0"),
        ("demo", "x", "--pack", "nosuchpack"),
        ("info", "--language", "fr"),
    ],
    ids=" ".join,
)
def test_that_wrong_usage_ends_with_status_2(furnished: Program, arguments: tuple[str, ...]) -> None:
    answer = furnished(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("usage: incident-desk")


def test_that_the_version_is_told(desk: Program) -> None:
    answer = desk("--version")
    assert answer.status == 0
    assert answer.out.startswith("Incident Desk 0.")


# --- refusals ---


def _is_one_sentence(answer: Answer) -> None:
    assert answer.status == 1, answer
    assert answer.out == ""
    assert "Traceback" not in answer.err
    assert answer.err.endswith(".\n") or answer.err.endswith('".\n'), answer.err
    assert answer.err.count("\n") == 1, answer.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "WARD3-1999-0001"), "WARD3-1999-0001"),
        (("list", "--since", "yesterday"), "yesterday"),
        (("list", "--responsible", "Nobody Known"), "Nobody Known"),
        (("list", "--department", "Cellar"), "Cellar"),
        (("verify", "--record", "ICU-1999-0001"), "ICU-1999-0001"),
        (("report", "record", "--out", "x.pdf"), "NUMBER"),
        (("report", "record", "ICU-1999-0001", "--out", "x.pdf"), "ICU-1999-0001"),
        (("compare", "ICU-2026-0001", "--from", "1", "--to", "soon"), "soon"),
        (("history", "ICU-1999-0001", "place"), "ICU-1999-0001"),
        (("report", "list", "--out", "nosuchfolder/list.pdf"), "nosuchfolder"),
        (("report", "list", "--out", ".."), ".."),
        (("report", "list", "--anonymised", "--out", "x.pdf"), "the record of one incident"),
        (("list", "--until", "9999-12-31"), "9999-12-31"),
        (("demo", "/dev/null/demo"), "/dev/null"),
        (("selftest", "nosuchfolder/x.pdf"), "nosuchfolder"),
        (("apply", "nosuchfile.jsonl"), "nosuchfile.jsonl"),
        (("restore", "nosuchfile.register", "--to", "back.register"), "nosuchfile.register"),
        (("info", "--as", "Nobody Known", "--register", "nosuch.register"), "nosuch.register"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_that_a_refusal_is_one_sentence(
    furnished: Program, arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    answer = replace(furnished, folder=tmp_path)(*arguments)
    _is_one_sentence(answer)
    assert words in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--site", "ward 3"), "ward 3"),
        (("--zone", "Europe/Nowhere"), "Europe/Nowhere"),
        (("--pack", "nosuchpack"), "nosuchpack"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_that_a_register_that_cannot_be_made_leaves_nothing(
    desk: Program, arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    path = tmp_path / "new.register"
    answer = desk("new", str(path), *arguments)
    _is_one_sentence(answer)
    assert words in answer.err
    assert not path.exists()


def test_that_a_command_without_a_register_says_how_to_name_one(desk: Program) -> None:
    answer = desk("list")
    _is_one_sentence(answer)
    assert "-r" in answer.err


@pytest.mark.parametrize("content", [b"", b"Dear colleague\n", b"SQLite format 3\x00" + bytes(200)])
def test_that_other_files_are_refused_and_left_alone(desk: Program, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "letter.register"
    path.write_bytes(content)
    for command in ("info", "verify"):
        _is_one_sentence(desk.at(path)(command))
    assert path.read_bytes() == content


def test_that_an_existing_file_is_never_made_anew(empty: Program) -> None:
    before = Path(str(empty.register)).read_bytes()
    answer = empty("new", str(empty.register))
    _is_one_sentence(answer)
    assert Path(str(empty.register)).read_bytes() == before


def test_that_a_register_with_people_asks_who_acts(furnished: Program) -> None:
    number = furnished("list", "--json").json[0]["number"]
    refused = furnished.apply([{"command": "AcceptReport", "incident": number}])
    assert (refused.status, refused.lines[0]["code"]) == (1, "who_are_you")
    assert "Amina Yusuf" in refused.lines[0]["refused"]
    wrong_role = furnished.apply([{"command": "AcceptReport", "incident": number}], "Helen Marsh")
    assert wrong_role.lines[0]["code"] == "not_allowed"
    stranger = furnished("apply", "-", acting="Nobody Known")
    _is_one_sentence(stranger)


# --- JSON ---


@pytest.mark.parametrize(
    "arguments",
    [
        ("info", "--json"),
        ("list", "--json"),
        ("list", "--json", "--limit", "0"),
        ("list", "--json", "--status", "void"),
        ("search", "pump", "--json"),
        ("search", 'a "b ( * ^', "--json"),
        ("commands", "--json"),
        ("verify", "--json"),
        ("verify", "--recent", "--json"),
    ],
    ids=" ".join,
)
def test_that_json_is_one_document_and_nothing_else(furnished: Program, arguments: tuple[str, ...]) -> None:
    answer = furnished(*arguments)
    assert (answer.status, answer.err) == (0, "")
    document, end = json.JSONDecoder().raw_decode(answer.out)
    assert isinstance(document, dict | list)
    assert answer.out[end:] == "\n"


def test_that_list_and_show_tell_the_same_of_one_incident(furnished: Program) -> None:
    row = furnished("list", "--json").json[0]
    shown = furnished("show", row["number"], "--json").json
    assert row["department"] == "Intensive care"
    assert {key: shown[key] for key in row if key != "missing"} == {k: v for k, v in row.items() if k != "missing"}
    assert furnished("show", row["id"], "--json").json == shown
    assert all(not isinstance(value, dict | list) for value in row.values())


def test_that_every_command_of_apply_has_a_schema(furnished: Program) -> None:
    schemas = furnished("commands", "--json").json
    listed = furnished("commands").out
    assert len(schemas) > 20
    for name, schema in schemas.items():
        assert schema["properties"]["command"] == {"const": name}
        assert name in listed
    fields = schemas["RecordIncident"]["properties"]["fields"]["properties"]
    assert {"what_happened", "device.serial"} <= fields.keys()  # with the questions of the register's pack


# --- apply ---


def test_that_a_refused_line_changes_nothing_and_does_not_stop_the_next(empty: Program) -> None:
    lines = [
        b"not JSON",
        b'["a list"]',
        b'{"command": "NoSuchCommand"}',
        b'{"command": "RecordIncident", "fields": {"nosuchfield": 1}}',
        b'{"command": "RecordIncident", "fields": {"workload": NaN}}',
        b'{"command": "RecordIncident", "nosuchargument": 1, "fields": {}}',
        b'{"command": "RecordIncident", "fields": "text"}',
        b'{"command": "MoveToStep", "step": "containment"}',
        b'\xff\xfe{"command"',
        b"[" * 100_000,
        json.dumps(REPORT | {"fields": {"what_happened": "It was this."}}).encode(),
    ]
    answer = empty("apply", "-", stdin=b"\n".join(lines))
    assert answer.status == 1
    assert answer.err.count("\n") == 1
    assert "10" in answer.err
    assert [line["line"] for line in answer.lines] == list(range(1, len(lines) + 1))
    assert [line["ok"] for line in answer.lines] == [False] * 10 + [True]
    assert all(line["code"] and line["refused"].endswith(".") for line in answer.lines[:-1]), answer.out
    assert empty("info", "--json").json["incidents"] == 1


def test_that_a_file_of_commands_is_carried_out_like_standard_input(empty: Program, tmp_path: Path) -> None:
    file = tmp_path / "orders.jsonl"
    order = {"command": "RecordIncident", "fields": {"what_happened": "From a file."}}
    file.write_text(f"\n{json.dumps(order)}\n\n{json.dumps(order)}", encoding="utf-8")
    answer = empty("apply", str(file))
    assert (answer.status, answer.err) == (0, "")
    assert [line["line"] for line in answer.lines] == [2, 4]
    assert [line["number"][-4:] for line in answer.lines] == ["0001", "0002"]


def test_that_an_order_given_twice_is_carried_out_once(empty: Program) -> None:
    order = {"command": "RecordIncident", "fields": {"what_happened": "Once."}, "op_id": str(uuid.uuid4())}
    first, second = empty.apply([order, order]).lines
    third = empty.apply([order]).lines[0]
    assert [each["repeated"] for each in (first, second, third)] == [False, True, True]
    assert first["number"] == second["number"] == third["number"]
    assert empty("info", "--json").json["incidents"] == 1


def test_that_each_signature_wants_the_secret_and_no_answer_shows_it(empty: Program) -> None:
    assert empty.apply(PEOPLE).status == 0
    number = empty.apply([REPORT | {"fields": {"what_happened": "A."}}]).lines[0]["number"]
    sign = {"command": "SignOff", "incident": number, "sign_off": "author"}
    given = [
        {"command": "SetSecret", "person": "Amina Yusuf", "secret": "opensesame"},
        sign,
        sign | {"secret": "opensesamf"},
        sign | {"secret": "opensesame"},
        {"command": "SetSecret", "person": "Nobody Known", "secret": "opensesame"},
    ]
    answer = empty.apply(given, "Amina Yusuf")
    codes = [line.get("code") for line in answer.lines]
    assert codes == [None, "secret_needed", "secret_wrong", "sign_in_conclusion", "person_unknown"]
    assert "opensesam" not in answer.out + answer.err


def test_that_a_change_on_something_older_is_refused_with_what_collides(empty: Program) -> None:
    number = empty.apply([{"command": "RecordIncident", "fields": {"what_happened": "A."}, "op_id": None}]).lines[0]
    change = {"command": "ChangeFields", "incident": number["number"], "seen": 1}
    first, other_field, same_field = empty.apply(
        [{**change, "fields": fields} for fields in ({"title": "B"}, {"place_detail": "bed 4"}, {"title": "C"})]
    ).lines
    assert (first["ok"], other_field["ok"]) == (True, True)
    assert (same_field["code"], same_field["fields"], same_field["position"]) == ("edit_conflict", ["title"], 3)


# --- languages, papers, backup ---


def test_that_german_is_spoken_everywhere(furnished: Program) -> None:
    german = replace(furnished, language="de")
    assert "Branchenpaket: hospital" in german("info").out
    assert "Im Eingang" in german("list").out
    assert german("show", "ICU-1999-0001").err.startswith("Einen Vorgang „ICU-1999-0001“")
    assert german("verify").out.startswith("Alles stimmt")
    refused = german.apply([{"command": "NoSuchCommand"}])
    assert "Befehl" in refused.err
    assert refused.lines[0]["refused"] != furnished.apply([{"command": "NoSuchCommand"}]).lines[0]["refused"]
    assert "Krankenhaus" in german("packs").out
    assert "Journal" in german("reports").out


def test_that_the_kinds_of_papers_can_be_listed_and_written(furnished: Program, tmp_path: Path) -> None:
    kinds = [line.split()[0] for line in furnished("reports").out.splitlines()]
    assert kinds == ["record", "list", "journal"]
    number = furnished("list", "--json").json[0]["number"]
    for kind, arguments in (("record", [number]), ("journal", [number]), ("list", ["--kind", "incident"])):
        out = tmp_path / f"{kind}.pdf"
        answer = furnished("report", kind, *arguments, "--out", str(out), acting="Amina Yusuf")
        assert (answer.status, answer.err) == (0, "")
        assert str(out) in answer.out
        assert out.read_bytes().startswith(b"%PDF-")


def test_that_a_record_goes_out_without_names(furnished: Program, tmp_path: Path) -> None:
    number, out = furnished("list", "--json").json[0]["number"], str(tmp_path / "x.pdf")
    arguments = ("report", "record", number, "--anonymised", "--leave-out", "no such words", "--out", out)
    answer = furnished(*arguments, acting="Amina Yusuf")
    assert (answer.status, answer.out.splitlines()[1]) == (0, "Found nowhere in the record: no such words")
    checked = furnished("verify", out)
    assert (checked.status, checked.out.split(",")[0]) == (0, "A paper without names")
    told = furnished("access", "--record", number, acting="Helen Marsh").out
    assert f"Amina Yusuf printed or saved the record {number} without names" in " ".join(told.split())


def test_that_what_tells_who_somebody_is_is_listed(empty: Program) -> None:
    text = "Mrs Tarrant, phone 030 4711-22, NHS 943 476 5919, fell."
    report = {"command": "RecordIncident", "fields": {"what_happened": text, "reporter_name": "Bo Quux"}}
    number = empty.apply([report]).lines[0]["number"]
    found = empty("find-names", number, "--json").json
    assert [(each["field"], each["passage"], each["what"]) for each in found] == [
        ("what_happened", "Tarrant", "name"),
        ("what_happened", "030 4711-22", "Telephone number"),
        ("what_happened", "943 476 5919", "NHS number"),
    ]
    assert empty("find-names", number).out.splitlines()[0] == "What happened: Tarrant (name)"
    empty.apply([{"command": "ChangeFields", "incident": number, "fields": {"what_happened": "Somebody fell."}}])
    assert "No program finds every name" in empty("find-names", number).out


def test_that_the_past_of_a_record_can_be_looked_at(empty: Program, tmp_path: Path) -> None:
    report = {"command": "RecordIncident", "fields": {"what_happened": "It ran at 1.2."}}
    number = empty.apply([report]).lines[0]["number"]
    empty.apply([{"command": "ChangeFields", "incident": number, "fields": {"what_happened": "It ran at 12."}}])
    then = empty("show", number, "--entry", "1", "--json").json
    assert (then["position"], then["as_of"]["present"], then["fields"]["what_happened"]) == (1, 2, "It ran at 1.2.")
    document = empty("compare", number, "--from", "1", "--to", "2", "--json").json
    (story,) = [each for each in document["differences"] if each["key"] == "what_happened"]
    assert (story["old"], story["new"]) == ("It ran at 1.2.", "It ran at 12.")
    assert "It ran at [-1.2-]{+12+}." in empty("compare", number, "--from", "2", "--to", "1").out
    assert "It ran at [-1.2-]{+12+}." in empty("history", number, "What happened").out
    assert "from 1 to 2" in empty("report", "record", number, "--entry", "3", "--out", str(tmp_path / "x.pdf")).err
    assert empty("report", "record", number, "--entry", "1", "--out", str(tmp_path / "x.pdf")).status == 0


def test_that_the_access_log_says_who_printed(furnished: Program, tmp_path: Path) -> None:
    number = furnished("list", "--json").json[0]["number"]
    assert furnished("report", "record", number, "--out", str(tmp_path / "x.pdf"), acting="Amina Yusuf").status == 0
    sha256 = hashlib.sha256((tmp_path / "x.pdf").read_bytes()).hexdigest()
    newest = furnished("access", "--record", number, "--json", acting="Helen Marsh").json[0]
    assert (newest["who"], newest["number"], newest["sha256"]) == ("Amina Yusuf", number, sha256)
    told = furnished("access", "--person", "Amina Yusuf", "--review", "Quarter closed", acting="Helen Marsh")
    assert sha256[:16] in told.out
    (review,) = furnished("access", "--kind", "reviewed", "--json", acting="Helen Marsh").json
    assert (review["who"], review["note"]) == ("Helen Marsh", "Quarter closed")
    assert furnished("access", "--until", "2001-01-01", "--json", acting="Helen Marsh").json == []
    assert "--as" in furnished("access").err


def test_that_a_backup_becomes_a_register_again(empty: Program, tmp_path: Path) -> None:
    number = empty.apply([{"command": "RecordIncident", "fields": {"what_happened": "Kept."}}]).lines[0]["number"]
    written = empty("backup", "--to", str(tmp_path / "backups"))
    assert (written.status, written.err) == (0, "")
    (backup,) = (tmp_path / "backups").iterdir()
    later = empty.apply([{"command": "RecordIncident", "fields": {"what_happened": "Later."}}]).lines[0]["number"]
    target = tmp_path / "back.register"
    answer = empty(
        "restore", str(backup), "--to", str(target), "--reason", "disk gone", "--instead-of", empty.register or ""
    )
    assert answer.status == 0, answer.err
    assert later in answer.out
    restored = empty.at(target)
    assert [row["number"] for row in restored("list", "--json").json] == [number]
    assert restored("info", "--json").json["epoch"] == 2
    assert restored("verify").status == 0


def test_that_output_is_utf8_whatever_the_system_prefers(empty: Program) -> None:
    text = "Müller → 日本 “pump”"
    old = replace(empty, environment=(("PYTHONIOENCODING", "cp1252"), ("PYTHONUTF8", "0")))
    number = old.apply([{"command": "RecordIncident", "fields": {"what_happened": text}}]).lines[0]["number"]
    assert old("show", number, "--json").json["fields"]["what_happened"] == text
    assert text in old("list").out


def test_that_a_data_folder_that_cannot_be_is_named(empty: Program, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    answer = replace(empty, data_dir=in_the_way)("info")
    _is_one_sentence(answer)
    assert str(in_the_way) in answer.err


def test_that_a_place_to_restore_to_that_cannot_be_is_named(empty: Program, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    answer = empty("restore", str(empty.register), "--to", str(in_the_way / "back.register"))
    _is_one_sentence(answer)


def test_that_no_command_loads_the_window(furnished: Program, tmp_path: Path) -> None:
    """A Qt that cannot be loaded stands first in the path."""
    broken = tmp_path / "PySide6"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise SystemExit('the window was loaded')\n", encoding="utf-8")
    desk = replace(furnished, first_on_path=(str(tmp_path),))
    for arguments in (["info"], ["list"], ["apply", "-"], ["report", "list", "--out", str(tmp_path / "list.pdf")]):
        answer = desk(*arguments)
        assert (answer.status, answer.err) == (0, "")


def test_that_the_window_says_where_there_is_no_screen(empty: Program) -> None:
    nothing = tuple((name, "") for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    told = replace(empty, environment=nothing)()
    assert told.status == 1
    assert told.err == (
        "There is no screen here for the window. The commands work without one: incident-desk --help lists them.\n"
    )


# --- where a register lies ---


def test_that_a_register_can_be_opened_for_reading_alone(empty: Program) -> None:
    assert empty("--read-only", "info").status == 0
    refused = empty("apply", "-", "--read-only", stdin=json.dumps(PEOPLE[0]).encode())
    assert refused.status == 1
    assert "can only be read here" in refused.out + refused.err


def test_that_a_new_register_in_a_folder_that_is_copied_elsewhere_is_made_with_a_warning(
    desk: Program, tmp_path: Path
) -> None:
    made = desk("new", str(tmp_path / "Dropbox" / "Ward.register"), "--zone", "UTC")
    assert made.status == 0
    assert made.err.startswith("Ward.register lies in a folder that Dropbox copies to other places")


def test_that_a_ranked_list_says_of_each_incident_why_it_stands_there(empty: Program) -> None:
    report = {"command": "RecordIncident", "accept": True}
    told = [("Calm", {}), ("Felt", {"effect_now": "No lift", "people_affected": "12 visitors"})]
    for title, more in told:
        assert empty.apply([{**report, "fields": {"what_happened": title, "title": title, **more}}]).status == 0
    found = empty("list", "--ranked", "--json").json
    assert [(each["title"], each["why"]) for each in found] == [
        ("Felt", "Priority Not set; felt now; 12 people"), ("Calm", "Priority Not set"),
    ]  # fmt: skip
    plain = empty("list", "--ranked", "--limit", "1").out
    assert "Felt" in plain
    assert "12 people" in plain
    assert "Calm" not in plain
    assert empty("list", "--ranked", "--sort", "title").status == 2
