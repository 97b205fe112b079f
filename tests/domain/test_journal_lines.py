"""The journal in plain language: a sentence for every kind of entry, in English and German."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from incident_desk.domain import commands as c
from incident_desk.domain.decisions import decide_join
from incident_desk.domain.journal.entries import ERASED, Entry
from incident_desk.domain.lists import BY_HAND
from incident_desk.domain.records import reversed_draft
from incident_desk.support.texts import Texts
from incident_desk.usecases.journal_lines import Change, JournalLine, journal_lines
from incident_desk.usecases.wording import Wording
from tests.domain.codes import PACKAGE
from tests.domain.names import NAMES, wording
from tests.domain.test_writing import LINES
from tests.factories import ANNA, PACK, PRESS, START, Chain, an_id, led_to, make_context, written

Tell = Callable[[], list[Entry]]


def of(stage: str, *commands: c.Command) -> Tell:
    """All entries of a record led to a stage and given these commands."""

    def entries() -> list[Entry]:
        chain = led_to(stage)
        chain.do(*commands)
        return chain.entries

    return entries


def item(list_key: str, fields: Mapping[str, object], *later: Mapping[str, object] | None) -> Tell:
    """A line is added, then changed once for each of `later`; None takes it off."""

    def entries() -> list[Entry]:
        chain = led_to("signed" if list_key in {"addenda", "follow_ups"} else "containment")
        chain.do(c.AddItem(list_key, fields))
        line = chain.last(list_key)
        for change in later:
            chain.do(c.RemoveItem(line, "x") if change is None else c.ChangeItem(line, change))
        return chain.entries

    return entries


def joined() -> tuple[Entry, Entry]:
    report, target = led_to("inbox").record, replace(led_to("containment").record, id=an_id(98))
    leaving, receiving = decide_join(report, target, c.JoinReport(an_id(98)), make_context())
    return written(report, leaving[0]), written(target, receiving[0])


def attached(*, removed: bool) -> list[Entry]:
    line = {"list": "attachments", "item": "a1", "ordinal": 1}
    added = Entry(1, START, ANNA.id, an_id(9), "item_added", 1, {**line, ".name": [None, "pump.png"], "removed": False})
    taken_off = Entry(2, START, ANNA.id, an_id(9), "item_removed", 1, {**line, "removed": True, "reason": "x"})
    return [added, taken_off] if removed else [added]


def undone() -> list[Entry]:
    chain = led_to("containment")
    (entry,) = chain.do(c.ChangeFields({"summary": "x"}))
    return [written(chain.record, reversed_draft(entry))]


W, LATER = {"what": "Why"}, "2027-02-01"
SENTENCES: list[tuple[str, str, str, Tell]] = [
    ("reported", "reported it", "hat gemeldet", of("inbox")),
    ("accepted", "accepted the report", "hat die Meldung angenommen", of("inbox", c.AcceptReport())),
    ("not_reportable", "marked the report as not reportable", "hat die Meldung als nicht meldepflichtig markiert",
     of("inbox", c.MarkNotReportable("x"))),
    ("returned_to_inbox", "put the report back into the inbox", "hat die Meldung zurück in den Eingang gelegt",
     of("inbox", c.MarkNotReportable("x"), c.ReturnToInbox("x"))),
    ("joined", "joined the report to WARD3-2026-0042", "hat die Meldung mit WARD3-2026-0042 vereint",
     lambda: [joined()[0]]),
    ("fields_changed", "wrote Place, Category, Subcategory", "hat geschrieben: Ort, Kategorie, Unterkategorie",
     of("inbox", c.ChangeFields({"place": None, "subcategory": "device.pump"}))),
    ("rated", "answered the matrix", "hat die Matrix beantwortet",
     of("prioritisation", c.RatePriority("1", "1", "1", "1"))),
    ("moved", "moved it from Identification to Containment", "hat von Erfassung zu Eindämmung weitergeführt",
     of("containment")),
    ("moved", "started Containment at once, before Identification was complete",
     "hat Eindämmung sofort begonnen, bevor Erfassung vollständig war",
     of("identification", c.MoveToStep("containment", emergency=True))),
    ("moved", "moved it from Containment to Prioritisation although something was missing",
     "hat von Eindämmung zu Priorisierung weitergeführt, obwohl etwas fehlte",
     of("containment", c.MoveToStep("prioritisation", reason="x", override=True))),
    ("moved", "took the short path from Containment to Conclusion",
     "hat den kurzen Weg von Eindämmung zu Abschluss genommen",
     of("containment", c.ChangeFields({"extent_areas": "x", "no_measure_reason": "x"}), c.TakeShortPath("x"))),
    ("moved_back", "moved it back from Reaction to Containment", "hat von Bearbeitung zu Eindämmung zurückgeführt",
     of("reaction", c.MoveToStep("containment", reason="x"))),
    ("concluded", "concluded it", "hat abgeschlossen", of("signed")),
    ("signed", "signed: “I recorded this”", "hat unterschrieben: „I recorded this“", of("ready", c.SignOff("author"))),
    ("signature_voided", "a signature became void", "eine Unterschrift wurde aufgehoben",
     of("signed", c.ReopenIncident("x"))),
    ("reopened", "opened it again", "hat wieder geöffnet",
     lambda: [each for each in of("signed", c.ReopenIncident("x"))() if each.kind == "reopened"]),
    ("voided", "marked it as void", "hat als ungültig markiert", of("inbox", c.VoidIncident("x"))),
    ("reinstated", "took back that it is void", "hat die Ungültigkeit zurückgenommen",
     of("inbox", c.VoidIncident("x"), c.ReinstateIncident("x"))),
    ("held", "put it under legal hold", "hat es unter Löschsperre gestellt", of("signed", c.HoldIncident("x"))),
    ("hold_lifted", "lifted the legal hold", "hat die Löschsperre aufgehoben",
     of("signed", c.HoldIncident("x"), c.LiftHold("x"))),
    ("noted", "noted", "hat notiert", of("inbox", c.AddNote("x"))),
    ("undone", "took back entry 5", "hat Eintrag 5 zurückgenommen", undone),
    # lines of lists
    ("item_added", "added a person involved", "hat eine beteiligte Person eingetragen",
     item("people", {"name": "B. Doe", "role": "witness"})),
    ("item_changed", "changed under People involved: “B. Doe”", "hat geändert unter Beteiligte Personen: „B. Doe“",
     item("people", {"name": "B. Doe", "role": "witness"}, {"role": "other"})),
    ("item_removed", "took off People involved: “B. Doe”", "hat entfernt aus Beteiligte Personen: „B. Doe“",
     item("people", {"name": "B. Doe", "role": "witness"}, None)),
    ("item_added", "asked back: “Which bed”", "hat nachgefragt: „Which bed“", item("questions", {"what": "Which bed"})),
    ("item_changed", "wrote down the answer to “Which bed”", "hat die Antwort auf „Which bed“ notiert",
     item("questions", {"what": "Which bed"}, {"answer": "4"})),
    ("item_added", "put a measure in force: “Wiped”", "hat eine Sofortmaßnahme in Kraft gesetzt: „Wiped“",
     item("measures", {"what": "Wiped"})),
    ("item_changed", "lifted the measure “Wiped”", "hat die Sofortmaßnahme „Wiped“ aufgehoben",
     item("measures", {"what": "Wiped"}, {"lifted": LATER})),
    ("item_changed", "put the measure “Wiped” in force again", "hat die Sofortmaßnahme „Wiped“ wieder in Kraft gesetzt",
     item("measures", {"what": "Wiped"}, {"lifted": LATER}, {"lifted": None})),
    ("item_changed", "changed under Temporary measures: “Wiped”", "hat geändert unter Sofortmaßnahmen: „Wiped“",
     item("measures", {"what": "Wiped"}, {"result": "dry"})),
    ("item_added", "told Family", "hat informiert: Family", item("communications", {"whom": "Family"})),
    ("item_added", "promised the next update to Family", "hat die nächste Rückmeldung zugesagt: Family",
     item("promises", {"what": "Family", "at": LATER})),
    ("item_changed", "kept the promise to Family", "hat die Zusage eingehalten: Family",
     item("promises", {"what": "Family", "at": LATER}, {"kept": LATER})),
    ("item_added", "asked why: “Why”", "hat gefragt, warum: „Why“", item("whys", W)),
    ("item_added", "planned the action “Train”", "hat die Maßnahme „Train“ geplant",
     item("actions", {"what": "Train", "kind": "corrective"})),
    ("item_changed", "closed the action “Train”", "hat die Maßnahme „Train“ erledigt",
     item("actions", {"what": "Train", "kind": "corrective"}, {"done": LATER})),
    ("item_changed", "opened the action “Train” again", "hat die Maßnahme „Train“ wieder geöffnet",
     item("actions", {"what": "Train", "kind": "corrective"}, {"done": LATER}, {"done": None})),
    ("item_added", "wrote down a duty to report: “Authority”", "hat eine Meldepflicht eingetragen: „Authority“",
     item("obligations", {"whom": "Authority"})),
    ("item_changed", "met the duty to report: “Authority”", "hat die Meldepflicht erfüllt: „Authority“",
     item("obligations", {"whom": "Authority"}, {"met": LATER})),
    ("item_added", "added to Follow-up: “Look again”", "hat ergänzt unter Nachverfolgung: „Look again“",
     item("follow_ups", {"what": "Look again"})),
    ("item_changed", "closed the follow-up “Look again”", "hat die Nachverfolgung „Look again“ erledigt",
     item("follow_ups", {"what": "Look again"}, {"done": LATER})),
    ("item_added", "wrote an addendum", "hat einen Nachtrag geschrieben", item("addenda", {"what": "Later"})),
    ("item_added", "attached the file “pump.png”", "hat die Datei „pump.png“ angehängt", lambda: attached(removed=False)),
    ("item_removed", "took the file “pump.png” off", "hat die Datei „pump.png“ entfernt", lambda: attached(removed=True)),
    ("imported", "imported it from old.csv, row 7", "hat es übernommen aus old.csv, Zeile 7", lambda: of_a_sheet()),
    ("sheet_changes_taken", "took over what changed in the old list: Title",
     "hat übernommen, was sich in der alten Liste geändert hat: Titel",
     lambda: of_a_sheet(c.TakeSheetChanges({"title": "y"}, ()))),
    ("item_added", "took the report WARD3-2026-0042 in", "hat die Meldung WARD3-2026-0042 aufgenommen",
     lambda: [joined()[1]]),
]  # fmt: skip


def of_a_sheet(*later: c.Command) -> list[Entry]:
    chain = Chain()
    chain.do(c.ImportIncident({"title": "x"}, "old.csv", 7, "key", ()), *later)
    return chain.entries


def last_line(entries: list[Entry], language: str) -> JournalLine:
    return journal_lines(entries, wording(language))[-1]


@pytest.mark.parametrize(("kind", "en", "de", "tell"), SENTENCES, ids=[each[1][:40] for each in SENTENCES])
def test_that_an_entry_is_told_in_both_languages(kind: str, en: str, de: str, tell: Tell) -> None:
    entries = tell()
    assert entries[-1].kind == kind
    assert (last_line(entries, "en").what, last_line(entries, "de").what) == (en, de)


def test_that_every_kind_of_entry_has_its_sentence_here() -> None:
    assert _kinds_drafted() == {kind for kind, *_ in SENTENCES} - {"undone"}


def _kinds_drafted() -> set[str]:
    """The kinds that decisions about incidents write, read from their source."""
    kinds = set()
    for path in (PACKAGE / "domain" / "decisions").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(func=ast.Attribute(attr="draft"), args=[ast.Constant(str(kind)), *_]):
                    kinds.add(kind)
                case ast.Call(func=ast.Name(id="item_draft"), args=[_, _, _, ast.Constant(str(kind))]):
                    kinds.add(kind)
                case ast.FunctionDef(name="item_draft", args=ast.arguments(defaults=[ast.Constant(str(kind))])):
                    kinds.add(kind)
    return kinds


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_any_line_of_any_list_can_be_told(language: str) -> None:
    chain = led_to("containment")
    for declared in BY_HAND:
        chain.do(c.AddItem(declared.key, LINES[declared.key]))
        if not declared.fixed:
            chain.do(c.RemoveItem(chain.last(declared.key)))
    lines = journal_lines(chain.entries, wording(language))
    assert all(line.what and "{" not in line.what for line in lines)


def test_that_a_line_tells_who_when_what_from_old_to_new_and_why() -> None:
    chain = led_to("containment")
    (entry,) = chain.do(c.ChangeFields({"place": None, "workload": 2.5}, "moved by mistake"))
    line = last_line(chain.entries, "de")
    assert line == JournalLine(
        entry.position, entry.recorded_at, "Anna Berg", "hat geschrieben: Ort, Geschätzter Aufwand",
        (Change("Ort", "Ward 3", "", False, key="place"),
         Change("Geschätzter Aufwand", "", "2,5 Stunden", False, key="workload")),
        "moved by mistake", entry.op_id, "fields_changed", ANNA.id,
    )  # fmt: skip


def test_that_a_line_of_a_list_tells_its_columns() -> None:
    entries = item("actions", {"what": "Train", "kind": "corrective", "due": "2026-12-01", "owner": ANNA.id})()
    assert last_line(entries, "en").changes == (
        Change("What", "", "Train", False, key="actions.what"),
        Change("Kind", "", "Corrective", False, key="actions.kind"),
        Change("Owner", "", "Anna Berg", False, key="actions.owner"),
        Change("Due", "", "1 Dec 2026", False, key="actions.due"),
    )  # fmt: skip


def test_that_one_short_value_is_told_whole() -> None:
    entries = of("identification", c.ChangeFields({"place": PRESS}))()
    line = last_line(entries, "en")
    assert line.what == "changed the place from Ward 3 to Press hall"
    assert last_line(entries, "de").what == "hat Ort von Ward 3 auf Press hall geändert"


def test_that_the_matrix_is_told_in_the_words_of_its_axes() -> None:
    """As far as they are known: of another matrix the codes are left."""
    chain = led_to("prioritisation")
    chain.do(c.RatePriority("3", "2", "2", "4"))
    known = {change.label: change.new for change in last_line(chain.entries, "de").changes}
    assert known["Tatsächliche Schwere"] == "Stufe 2"
    assert known["Wahrscheinlichkeit erneut"] == "Stufe 3"
    chain.do(c.RatePriority("3", "5", "2", "4"))
    (change,) = [each for each in last_line(chain.entries, "en").changes if each.label == "How bad it was"]
    assert (change.old, change.new) == ("level 2", "level 5")
    matrix = replace(PACK.matrix, version=PACK.matrix.version + 1)
    later = Wording(Texts("en"), replace(NAMES, pack=replace(PACK, matrix=matrix)))
    (change,) = [each for each in journal_lines(chain.entries, later)[-1].changes if each.label == "How bad it was"]
    assert (change.old, change.new) == ("2", "5")


def test_that_long_texts_are_marked_and_names_of_lines_are_cut_at_a_word() -> None:
    entries = item("measures", {"what": "one two three four five six seven eight nine ten eleven twelve thirteen"})()
    line = last_line(entries, "en")
    assert line.what == "put a measure in force: “one two three four five six seven eight nine ten eleven ...”"
    assert [change.long for change in line.changes] == [True]
    told = last_line(of("inbox", c.ChangeFields({"summary": "short"}))(), "en")
    assert told.changes[0].long


def test_that_nobody_is_named_where_nobody_was() -> None:
    chain = Chain()
    chain.do(c.RecordIncident({"title": "x"}, anonymous=True))
    nameless = [entry._replace(actor=None) for entry in chain.entries]
    assert last_line(nameless, "en").who == "somebody who gave no name"
    assert last_line(nameless, "de").who == "jemand ohne Namensangabe"
    at_the_pc = [entry._replace(actor=None) for entry in led_to("inbox").entries]
    assert last_line(at_the_pc, "en").who == "the person at this PC"
    named = Chain()
    named.do(c.RecordIncident({"title": "x", "reporter_name": "Nurse Rosa"}))
    at_some_pc = [entry._replace(actor=None) for entry in named.entries]
    assert last_line(at_some_pc, "en").who == "somebody not signed in"
    assert last_line(at_some_pc, "de").who == "jemand ohne Anmeldung"
    stranger = [entry._replace(actor=an_id(66)) for entry in at_the_pc]
    assert last_line(stranger, "de").who == "nicht gelistete Person"


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_an_erased_journal_can_still_be_told(language: str) -> None:
    """After a lawful erasure every sentence stands, without the words that are gone."""
    chain = led_to("signed")
    chain.do(c.AddNote("x"), c.AddItem("addenda", {"what": "x"}), c.ReopenIncident("x"))
    chain.do(c.ChangeItem(chain.last("measures"), {"what": "y", "lifted": LATER}, "x"))
    chain.do(c.RemoveItem(chain.last("measures"), "x"), c.VoidIncident("x"))
    gone = [
        entry._replace(data={key: ERASED if key in entry.personal_keys else value for key, value in entry.data.items()})
        for entry in [*chain.entries, *joined()]
    ]
    erased = {"en": "erased", "de": "gelöscht"}[language]
    lines = journal_lines(gone, wording(language))
    assert lines[-3].reason == erased
    assert NAMES.people
    told = " ".join(line.what for line in lines)
    assert f"{erased}" in told
    assert "Pump taken out of use" not in told
    assert "ERASED" not in told
