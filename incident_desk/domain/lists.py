"""The declared lists of an incident: people, measures, messages, actions, duties, follow-ups ..."""

from __future__ import annotations

from incident_desk.domain.declarations import Field, FieldKind, ItemList, Option, Who
from incident_desk.domain.text import NO_TEXT, Text
from incident_desk.domain.vocabulary import Step

K = FieldKind


def _column(
    key: str,
    kind: FieldKind,
    en: str,
    de: str,
    options: tuple[Option, ...] = (),
    *,
    personal: bool | None = None,
    who: Who | None = None,
) -> Field:
    return Field(key, kind, Text(en, de), Step.IDENTIFICATION, "", NO_TEXT, options, about_people=personal, who=who)


def _options(*pairs: tuple[str, str, str]) -> tuple[Option, ...]:
    return tuple(Option(code, Text(en, de)) for code, en, de in pairs)


_WHAT = _column("what", K.TEXT, "What", "Was")
_OWNER = _column("owner", K.PERSON, "Owner", "Zuständig")
_OWNER_NAME = _column(
    "owner_name", K.TEXT, "Owner, if not on the list", "Zuständig, falls nicht gelistet", who=Who.NAME
)

PEOPLE = ItemList(
    "people", Step.IDENTIFICATION, "people",
    Text("People involved", "Beteiligte Personen"), Text("person", "Person"),
    (
        _column("name", K.TEXT, "Name", "Name", who=Who.NAME),
        _column("role", K.CHOICE, "Role", "Rolle", _options(
            ("affected", "Affected", "Betroffen"), ("witness", "Witness", "Zeugin oder Zeuge"),
            ("first_on_scene", "First on scene", "Zuerst vor Ort"), ("involved", "Involved", "Beteiligt"),
            ("other", "Other", "Sonstige"))),
        _column("contact", K.TEXT, "Contact", "Erreichbar", who=Who.DETAIL),
        _column("note", K.TEXT, "Note", "Bemerkung"),
    ),
    needed=("name", "role"),
)  # fmt: skip

QUESTIONS = ItemList(
    "questions", Step.IDENTIFICATION, "people",
    Text("Questions asked back", "Rückfragen"), Text("question", "Rückfrage"),
    (
        _column("what", K.TEXT, "Question", "Frage"),
        _column("to", K.TEXT, "Asked of", "Gefragt wurde", who=Who.DETAIL),
        _column("due", K.DATE, "Answer by", "Antwort bis"),
        _column("answer", K.PROSE, "Answer", "Antwort"),
    ),
    needed=("what",), due="due", done="answer", follow_up=True,
)  # fmt: skip

ATTACHMENTS = ItemList(
    "attachments", Step.IDENTIFICATION, "files", Text("Files", "Dateien"), Text("file", "Datei"),
    (
        _column("name", K.TEXT, "Name", "Name", who=Who.DETAIL),
        _column("media_type", K.TEXT, "Type", "Typ", personal=False),
        _column("size", K.NUMBER, "Size", "Größe"),
        _column("sha256", K.TEXT, "SHA-256", "SHA-256", personal=False),
        _column("replaces", K.TEXT, "New version of", "Neue Fassung von", personal=False),
        _column("note", K.TEXT, "Note", "Bemerkung"),
    ),
    needed=("name", "sha256", "size"), follow_up=True,
)  # fmt: skip

TEAM = ItemList(
    "team", Step.CONTAINMENT, "plan", Text("Who does what", "Wer macht was"), Text("role", "Aufgabe"),
    (
        _column("role", K.CHOICE, "Role", "Aufgabe", _options(
            ("leader", "Leads the response", "Leitet den Einsatz"),
            ("on_site", "At the place", "Vor Ort"),
            ("scribe", "Writes down", "Schreibt mit"),
            ("contact", "Talks to people outside", "Spricht nach außen"),
            ("expert", "Expert", "Fachperson"))),
        _OWNER, _OWNER_NAME,
        _column("since", K.TIME, "Since", "Seit"),
        _column("lifted", K.TIME, "Handed over", "Übergeben"),
        _column("note", K.TEXT, "Note", "Bemerkung"),
    ),
    needed=("role",), done="lifted",
)  # fmt: skip
TEAM_ROLES = {option.code: option.label for option in TEAM.field("role").options}

PLAN_STEPS = ItemList(
    "plan_steps", Step.CONTAINMENT, "plan", Text("Steps of the plan", "Schritte des Plans"), Text("step", "Schritt"),
    (
        _column("what", K.TEXT, "Step", "Schritt", personal=False),
        _OWNER, _OWNER_NAME,
        _column("done", K.TIME, "Done", "Erledigt"),
        _column("note", K.TEXT, "Note", "Bemerkung"),
        _column("plan", K.TEXT, "Plan", "Plan", personal=False),
        _column("step", K.TEXT, "Key in the plan", "Schlüssel im Plan", personal=False),
    ),
    needed=("what", "plan", "step", "done"), owner="owner", done="done",
)  # fmt: skip

MEASURES = ItemList(
    "measures", Step.CONTAINMENT, "measures",
    Text("Temporary measures", "Sofortmaßnahmen"), Text("measure", "Sofortmaßnahme"),
    (
        _WHAT, _OWNER, _OWNER_NAME,
        _column("since", K.TIME, "In force since", "In Kraft seit"),
        _column("check_by", K.TIME, "Check by", "Prüfen bis"),
        _column("ends", K.DATE, "Ends", "Endet"),
        _column("lifted", K.TIME, "Lifted", "Aufgehoben"),
        _column("result", K.TEXT, "Result", "Ergebnis"),
    ),
    needed=("what",), owner="owner", due="check_by", done="lifted",
)  # fmt: skip

COMMUNICATIONS = ItemList(
    "communications", Step.CONTAINMENT, "communication",
    Text("People told", "Informierte Personen"), Text("message", "Mitteilung"),
    (
        _column("whom", K.TEXT, "Who was told", "Wer informiert wurde", who=Who.DETAIL),
        _column("audience", K.CHOICE, "Group", "Gruppe", _options(
            ("staff", "Staff", "Personal"), ("management", "Management", "Leitung"),
            ("affected", "Patients, customers or families", "Patienten, Kunden oder Angehörige"),
            ("partners", "Partners", "Partner"), ("authority", "Authority", "Behörde"))),
        _column("when", K.TIME, "When", "Wann"),
        _column("channel", K.CHOICE, "How", "Wie", _options(
            ("talk", "In person", "Persönlich"), ("phone", "By phone", "Telefonisch"),
            ("letter", "By letter", "Schriftlich"), ("mail", "By e-mail", "Per E-Mail"),
            ("notice", "By notice", "Per Aushang"))),
        _column("message", K.PROSE, "What was said", "Was gesagt wurde"),
        _column("answer", K.PROSE, "Answer", "Antwort"),
    ),
    needed=("whom",),
)  # fmt: skip

PROMISES = ItemList(
    "promises", Step.CONTAINMENT, "communication",
    Text("Promised updates", "Zugesagte Rückmeldungen"), Text("promise", "Zusage"),
    (
        _column("what", K.TEXT, "To whom", "Wem", who=Who.DETAIL),
        _OWNER,
        _column("at", K.TIME, "Next update at", "Nächste Rückmeldung um"),
        _column("kept", K.TIME, "Kept", "Eingehalten"),
    ),
    needed=("what", "at"), owner="owner", due="at", done="kept",
)  # fmt: skip

WHYS = ItemList(
    "whys", Step.REACTION, "cause", Text("Five whys", "Fünfmal warum"), Text("why", "Warum"),
    (_column("what", K.TEXT, "Why", "Warum"),
     _column("evidence", K.TEXT, "How we know", "Woher wir das wissen")),
    needed=("what",),
)  # fmt: skip

ACTIONS = ItemList(
    "actions", Step.REACTION, "actions", Text("Actions", "Maßnahmen"), Text("action", "Maßnahme"),
    (
        _WHAT,
        _column("kind", K.CHOICE, "Kind", "Art", _options(
            ("immediate", "Immediate", "Sofort"), ("corrective", "Corrective", "Korrektur"),
            ("preventive", "Preventive", "Vorbeugung"), ("improvement", "Improvement", "Verbesserung"))),
        _OWNER, _OWNER_NAME,
        _column("due", K.DATE, "Due", "Fällig"),
        _column("strength", K.CHOICE, "Strength", "Wirkung", _options(
            ("strong", "Strong", "Stark"), ("intermediate", "Intermediate", "Mittel"),
            ("weak", "Weak", "Schwach"))),
        _column("done", K.TIME, "Done", "Erledigt"),
        _column("proof", K.TEXT, "Proof", "Nachweis"),
        _column("moved_on", K.TEXT, "Goes on after sign-off, because", "Läuft nach Freigabe weiter, weil"),
    ),
    needed=("what", "kind"), owner="owner", due="due", done="done",
)  # fmt: skip

OBLIGATIONS = ItemList(
    "obligations", Step.CONCLUSION, "obligations",
    Text("Duties to report", "Meldepflichten"), Text("duty", "Meldepflicht"),
    (
        _column("whom", K.TEXT, "To whom", "An wen"), _WHAT, _OWNER,
        _column("due", K.TIME, "Due", "Fällig"),
        _column("met", K.TIME, "Sent", "Gesendet"),
        _column("reference", K.TEXT, "Reference", "Aktenzeichen"),
    ),
    needed=("whom",), owner="owner", due="due", done="met", follow_up=True,
)  # fmt: skip

FOLLOW_UPS = ItemList(
    "follow_ups", Step.CONCLUSION, "follow_up",
    Text("Follow-up", "Nachverfolgung"), Text("follow-up", "Nachverfolgung"),
    (
        _WHAT,
        _column("kind", K.CHOICE, "Kind", "Art", _options(
            ("effectiveness", "Effectiveness check", "Wirksamkeitsprüfung"),
            ("absence", "Absence", "Ausfallzeit"), ("submission", "Submission or answer",
             "Einreichung oder Antwort"), ("action", "Moved action", "Weiterlaufende Maßnahme"),
            ("feedback", "Feedback", "Rückmeldung"), ("other", "Other", "Sonstiges"))),
        _OWNER,
        _column("due", K.DATE, "Due", "Fällig"),
        _column("done", K.TIME, "Done", "Erledigt"),
        _column("result", K.PROSE, "Result", "Ergebnis"),
    ),
    needed=("what",), owner="owner", due="due", done="done", follow_up=True,
)  # fmt: skip

ADDENDA = ItemList(
    "addenda", Step.CONCLUSION, "follow_up", Text("Addenda", "Nachträge"), Text("addendum", "Nachtrag"),
    (_column("what", K.PROSE, "Text", "Text"),),
    needed=("what",), follow_up=True,
)  # fmt: skip

SIGN_OFFS = ItemList(
    "sign_offs", Step.CONCLUSION, "sign_off", Text("Sign-off", "Freigabe"), Text("signature", "Unterschrift"),
    (
        _column("sign_off", K.TEXT, "Sign-off", "Freigabe", personal=False),
        _column("person", K.PERSON, "Signed by", "Unterschrieben von"),
        _column("name", K.TEXT, "Name", "Name", who=Who.NAME),
        _column("job", K.TEXT, "Job", "Funktion", who=Who.DETAIL),
        _column("role", K.TEXT, "Signed as", "Unterschrieben als", personal=False),
        _column("meaning", K.TEXT, "Meaning", "Bedeutung", personal=False),
        _column("signed", K.TIME, "Signed", "Unterschrieben am"),
        _column("position", K.NUMBER, "Entries covered", "Umfasst Einträge bis"),
        _column("voided", K.TIME, "Void since", "Aufgehoben am"),
    ),
    needed=("sign_off", "person", "meaning", "signed", "position"), done="voided",
)  # fmt: skip

JOINED = ItemList(
    "joined", Step.IDENTIFICATION, "report",
    Text("Reports joined to this record", "Vereinte Meldungen"), Text("joined report", "Vereinte Meldung"),
    (
        _column("number", K.TEXT, "Number", "Nummer", personal=False),
        _column("title", K.TEXT, "Title", "Titel"),
        _column("what_happened", K.PROSE, "What happened", "Was ist passiert"),
        _column("reporter", K.PERSON, "Reporter", "Gemeldet von"),
        _column("reporter_name", K.TEXT, "Reporter's name", "Name der meldenden Person", who=Who.NAME),
    ),
    needed=("number",), follow_up=True,
)  # fmt: skip

BY_HAND = (
    PEOPLE,
    QUESTIONS,
    TEAM,
    MEASURES,
    COMMUNICATIONS,
    PROMISES,
    WHYS,
    ACTIONS,
    OBLIGATIONS,
    FOLLOW_UPS,
    ADDENDA,
)
BY_PROGRAM = (PLAN_STEPS, ATTACHMENTS, SIGN_OFFS, JOINED)
LISTS = {declared.key: declared for declared in (*BY_HAND, *BY_PROGRAM)}
