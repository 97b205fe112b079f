"""The declared lists of an incident: people, measures, messages, actions, duties, follow-ups ..."""

from __future__ import annotations

from incident_desk.domain.declarations import ItemList, Who
from incident_desk.domain.list_columns import OWNER, OWNER_NAME, WHAT, K, column, options
from incident_desk.domain.lists_cause import DECISIONS, FACTORS, TIMELINE, WHYS
from incident_desk.domain.lists_people import ABSENCES, AFFECTED, DISCLOSURES, PEOPLE
from incident_desk.domain.text import Text
from incident_desk.domain.vocabulary import Step

QUESTIONS = ItemList(
    "questions", Step.IDENTIFICATION, "people",
    Text("Questions asked back", "Rückfragen"), Text("question", "Rückfrage"),
    (
        column("what", K.TEXT, "Question", "Frage"),
        column("to", K.TEXT, "Asked of", "Gefragt wurde", who=Who.DETAIL),
        column("due", K.DATE, "Answer by", "Antwort bis"),
        column("answer", K.PROSE, "Answer", "Antwort"),
    ),
    needed=("what",), due="due", done="answer", follow_up=True,
)  # fmt: skip

ATTACHMENTS = ItemList(
    "attachments", Step.IDENTIFICATION, "files", Text("Files", "Dateien"), Text("file", "Datei"),
    (
        column("name", K.TEXT, "Name", "Name", who=Who.DETAIL),
        column("media_type", K.TEXT, "Type", "Typ", personal=False),
        column("size", K.NUMBER, "Size", "Größe"),
        column("sha256", K.TEXT, "SHA-256", "SHA-256", personal=False),
        column("replaces", K.TEXT, "New version of", "Neue Fassung von", personal=False),
        column("note", K.TEXT, "Note", "Bemerkung"),
    ),
    needed=("name", "sha256", "size"), follow_up=True,
)  # fmt: skip

TEAM = ItemList(
    "team", Step.CONTAINMENT, "plan", Text("Who does what", "Wer macht was"), Text("role", "Aufgabe"),
    (
        column("role", K.CHOICE, "Role", "Aufgabe", options(
            ("leader", "Leads the response", "Leitet den Einsatz"),
            ("on_site", "At the place", "Vor Ort"),
            ("scribe", "Writes down", "Schreibt mit"),
            ("contact", "Talks to people outside", "Spricht nach außen"),
            ("expert", "Expert", "Fachperson"))),
        OWNER, OWNER_NAME,
        column("since", K.TIME, "Since", "Seit"),
        column("lifted", K.TIME, "Handed over", "Übergeben"),
        column("note", K.TEXT, "Note", "Bemerkung"),
    ),
    needed=("role",), done="lifted",
)  # fmt: skip
TEAM_ROLES = {option.code: option.label for option in TEAM.field("role").options}

PLAN_STEPS = ItemList(
    "plan_steps", Step.CONTAINMENT, "plan", Text("Steps of the plan", "Schritte des Plans"), Text("step", "Schritt"),
    (
        column("what", K.TEXT, "Step", "Schritt", personal=False),
        OWNER, OWNER_NAME,
        column("done", K.TIME, "Done", "Erledigt"),
        column("note", K.TEXT, "Note", "Bemerkung"),
        column("plan", K.TEXT, "Plan", "Plan", personal=False),
        column("step", K.TEXT, "Key in the plan", "Schlüssel im Plan", personal=False),
    ),
    needed=("what", "plan", "step", "done"), owner="owner", done="done",
)  # fmt: skip

LOTS = ItemList(
    "lots", Step.CONTAINMENT, "extent",
    Text("Lots and pieces", "Chargen und Stücke"), Text("lot", "Charge"),
    (
        column("what", K.TEXT, "What, with lot or serial", "Was, mit Charge oder Seriennummer", personal=False),
        column("quantity", K.TEXT, "How many", "Wie viele", personal=False),
        column("where", K.TEXT, "Where it is", "Wo es ist"),
        column("disposition", K.CHOICE, "What becomes of it", "Was damit geschieht", options(
            ("blocked", "Blocked", "Gesperrt"), ("sorted", "Sorted", "Sortiert"),
            ("rework", "Reworked", "Nachgearbeitet"),
            ("scrap", "Scrapped", "Ausschuss"), ("returned", "Returned to the supplier", "Zurück an Lieferant"),
            ("as_is", "Used as it is", "Verwendet, wie es ist"), ("recalled", "Recalled", "Zurückgerufen"))),
        column("decided", K.TIME, "Decided", "Entschieden am"),
    ),
    needed=("what",), done="decided",
)  # fmt: skip

MEASURES = ItemList(
    "measures", Step.CONTAINMENT, "measures",
    Text("Temporary measures", "Sofortmaßnahmen"), Text("measure", "Sofortmaßnahme"),
    (
        WHAT, OWNER, OWNER_NAME,
        column("since", K.TIME, "In force since", "In Kraft seit"),
        column("check_by", K.TIME, "Check by", "Prüfen bis"),
        column("ends", K.DATE, "Ends", "Endet"),
        column("lifted", K.TIME, "Lifted", "Aufgehoben"),
        column("result", K.TEXT, "Result", "Ergebnis"),
    ),
    needed=("what",), owner="owner", due="check_by", done="lifted",
)  # fmt: skip

COMMUNICATIONS = ItemList(
    "communications", Step.CONTAINMENT, "communication",
    Text("People told", "Informierte Personen"), Text("message", "Mitteilung"),
    (
        column("whom", K.TEXT, "Who was told", "Wer informiert wurde", who=Who.DETAIL),
        column("audience", K.CHOICE, "Group", "Gruppe", options(
            ("staff", "Staff", "Personal"), ("management", "Management", "Leitung"),
            ("affected", "Patients, customers or families", "Patienten, Kunden oder Angehörige"),
            ("partners", "Partners", "Partner"), ("authority", "Authority", "Behörde"))),
        column("when", K.TIME, "When", "Wann"),
        column("channel", K.CHOICE, "How", "Wie", options(
            ("talk", "In person", "Persönlich"), ("phone", "By phone", "Telefonisch"),
            ("letter", "By letter", "Schriftlich"), ("mail", "By e-mail", "Per E-Mail"),
            ("notice", "By notice", "Per Aushang"))),
        column("message", K.PROSE, "What was said", "Was gesagt wurde"),
        column("answer", K.PROSE, "Answer", "Antwort"),
    ),
    needed=("whom",),
)  # fmt: skip

PROMISES = ItemList(
    "promises", Step.CONTAINMENT, "communication",
    Text("Promised updates", "Zugesagte Rückmeldungen"), Text("promise", "Zusage"),
    (
        column("what", K.TEXT, "To whom", "Wem", who=Who.DETAIL),
        OWNER,
        column("at", K.TIME, "Next update at", "Nächste Rückmeldung um"),
        column("kept", K.TIME, "Kept", "Eingehalten"),
    ),
    needed=("what", "at"), owner="owner", due="at", done="kept",
)  # fmt: skip

ACTIONS = ItemList(
    "actions", Step.REACTION, "actions", Text("Actions", "Maßnahmen"), Text("action", "Maßnahme"),
    (
        WHAT,
        column("kind", K.CHOICE, "Kind", "Art", options(
            ("immediate", "Immediate", "Sofort"), ("corrective", "Corrective", "Korrektur"),
            ("preventive", "Preventive", "Vorbeugung"), ("improvement", "Improvement", "Verbesserung"))),
        OWNER, OWNER_NAME,
        column("due", K.DATE, "Due", "Fällig"),
        column("strength", K.CHOICE, "Strength", "Wirkung", options(
            ("strong", "Strong", "Stark"), ("intermediate", "Intermediate", "Mittel"),
            ("weak", "Weak", "Schwach"))),
        column("done", K.TIME, "Done", "Erledigt"),
        column("proof", K.TEXT, "Proof", "Nachweis"),
        column("moved_on", K.TEXT, "Goes on after sign-off, because", "Läuft nach Freigabe weiter, weil"),
    ),
    needed=("what", "kind"), owner="owner", due="due", done="done",
)  # fmt: skip

OBLIGATIONS = ItemList(
    "obligations", Step.CONCLUSION, "obligations",
    Text("Duties to report", "Meldepflichten"), Text("duty", "Meldepflicht"),
    (
        column("whom", K.TEXT, "To whom", "An wen"), WHAT, OWNER,
        column("due", K.TIME, "Due", "Fällig"),
        column("met", K.TIME, "Sent", "Gesendet"),
        column("reference", K.TEXT, "Reference", "Aktenzeichen"),
    ),
    needed=("whom",), owner="owner", due="due", done="met", follow_up=True,
)  # fmt: skip

FOLLOW_UPS = ItemList(
    "follow_ups", Step.CONCLUSION, "follow_up",
    Text("Follow-up", "Nachverfolgung"), Text("follow-up", "Nachverfolgung"),
    (
        WHAT,
        column("kind", K.CHOICE, "Kind", "Art", options(
            ("effectiveness", "Effectiveness check", "Wirksamkeitsprüfung"),
            ("absence", "Absence", "Ausfallzeit"), ("submission", "Submission or answer",
             "Einreichung oder Antwort"), ("action", "Moved action", "Weiterlaufende Maßnahme"),
            ("feedback", "Feedback", "Rückmeldung"), ("other", "Other", "Sonstiges"))),
        OWNER,
        column("due", K.DATE, "Due", "Fällig"),
        column("done", K.TIME, "Done", "Erledigt"),
        column("result", K.PROSE, "Result", "Ergebnis"),
    ),
    needed=("what",), owner="owner", due="due", done="done", follow_up=True,
)  # fmt: skip

ADDENDA = ItemList(
    "addenda", Step.CONCLUSION, "follow_up", Text("Addenda", "Nachträge"), Text("addendum", "Nachtrag"),
    (column("what", K.PROSE, "Text", "Text"),),
    needed=("what",), follow_up=True,
)  # fmt: skip

SIGN_OFFS = ItemList(
    "sign_offs", Step.CONCLUSION, "sign_off", Text("Sign-off", "Freigabe"), Text("signature", "Unterschrift"),
    (
        column("sign_off", K.TEXT, "Sign-off", "Freigabe", personal=False),
        column("person", K.PERSON, "Signed by", "Unterschrieben von"),
        column("name", K.TEXT, "Name", "Name", who=Who.NAME),
        column("job", K.TEXT, "Job", "Funktion", who=Who.DETAIL),
        column("role", K.TEXT, "Signed as", "Unterschrieben als", personal=False),
        column("meaning", K.TEXT, "Meaning", "Bedeutung", personal=False),
        column("signed", K.TIME, "Signed", "Unterschrieben am"),
        column("position", K.NUMBER, "Entries covered", "Umfasst Einträge bis"),
        column("voided", K.TIME, "Void since", "Aufgehoben am"),
    ),
    needed=("sign_off", "person", "meaning", "signed", "position"), done="voided",
)  # fmt: skip

JOINED = ItemList(
    "joined", Step.IDENTIFICATION, "report",
    Text("Reports joined to this record", "Vereinte Meldungen"), Text("joined report", "Vereinte Meldung"),
    (
        column("number", K.TEXT, "Number", "Nummer", personal=False),
        column("title", K.TEXT, "Title", "Titel"),
        column("what_happened", K.PROSE, "What happened", "Was ist passiert"),
        column("reporter", K.PERSON, "Reporter", "Gemeldet von"),
        column("reporter_name", K.TEXT, "Reporter's name", "Name der meldenden Person", who=Who.NAME),
    ),
    needed=("number",), follow_up=True,
)  # fmt: skip

BY_HAND = (
    PEOPLE, AFFECTED, QUESTIONS, LOTS, TEAM, MEASURES, COMMUNICATIONS, DISCLOSURES, PROMISES, TIMELINE, WHYS, FACTORS,
    DECISIONS, ACTIONS, OBLIGATIONS, FOLLOW_UPS, ABSENCES, ADDENDA,
)  # fmt: skip
BY_PROGRAM = (PLAN_STEPS, ATTACHMENTS, SIGN_OFFS, JOINED)
LISTS = {declared.key: declared for declared in (*BY_HAND, *BY_PROGRAM)}
