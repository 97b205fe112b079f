"""The core fields and lists of an incident, step by step. Everything that shows or checks them reads this."""

from __future__ import annotations

from functools import partial

from incident_desk.domain.declarations import Field, FieldKind, Option, Section, Who
from incident_desk.domain.text import NO_TEXT, Text
from incident_desk.domain.vocabulary import KIND_NAMES, PRIORITY_NAMES, Kind, Priority, Step

K = FieldKind
_ID, _CO, _PR, _RE, _CL = Step


def _options(*pairs: tuple[str, str, str]) -> tuple[Option, ...]:
    return tuple(Option(code, Text(en, de)) for code, en, de in pairs)


def _field(
    step: Step,
    section: str,
    key: str,
    kind: FieldKind,
    en: str,
    de: str,
    *,
    help: Text = NO_TEXT,
    options: tuple[Option, ...] = (),
    unit: Text = NO_TEXT,
    past: bool = False,
    who: Who | None = None,
) -> Field:
    return Field(key, kind, Text(en, de), step, section, help, options, unit, past=past, who=who)


SECTIONS: tuple[Section, ...] = (
    Section("report", _ID, Text("What happened", "Was ist passiert")),
    Section("times", _ID, Text("When", "Wann"), Text("as people state it", "wie angegeben")),
    Section("place", _ID, Text("Where", "Wo")),
    Section("classification", _ID, Text("What kind", "Einordnung")),
    Section("triage", _ID, Text("Is it an incident", "Ist es ein Vorgang"), Text("three questions", "drei Fragen")),
    Section("category_questions", _ID, Text("Questions of the category", "Fragen zur Kategorie")),
    Section("people", _ID, Text("People", "Personen")),
    Section("files", _ID, Text("Files", "Dateien")),
    Section("imported", _ID, Text("As it stood in the old list", "Wie es in der alten Liste stand")),
    Section("plan", _CO, Text("Response plan", "Reaktionsplan"), Text("by the category", "nach der Kategorie")),
    Section("extent", _CO, Text("Extent", "Ausmaß"), Text("what and who is affected", "was und wer betroffen ist")),
    Section(
        "measures",
        _CO,
        Text("Temporary measures", "Sofortmaßnahmen"),
        Text("in force until lifted", "gelten, bis sie aufgehoben werden"),
    ),
    Section("communication", _CO, Text("People told", "Informierte Personen")),
    Section(
        "rating",
        _PR,
        Text("Matrix", "Matrix"),
        Text("how bad, and how likely again", "wie schwer, wie wahrscheinlich erneut"),
    ),
    Section("effects", _PR, Text("Effects and workload", "Auswirkungen und Aufwand")),
    Section("decision", _PR, Text("Start or put off", "Beginnen oder zurückstellen")),
    Section("cause", _RE, Text("Cause", "Ursache")),
    Section("decisions", _RE, Text("Decisions", "Entscheidungen"), Text("kept as they were made", "wie sie fielen")),
    Section("actions", _RE, Text("Actions", "Maßnahmenplan")),
    Section("test", _RE, Text("Test that the fix works", "Prüfung der Wirksamkeit")),
    Section("summary", _CL, Text("Summary", "Zusammenfassung")),
    Section("review", _CL, Text("Review", "Nachbesprechung")),
    Section("costs", _CL, Text("Costs", "Aufwand und Kosten")),
    Section("obligations", _CL, Text("Duties to report", "Meldepflichten")),
    Section("sign_off", _CL, Text("Sign-off", "Freigabe")),
    Section("follow_up", _CL, Text("After sign-off", "Nach der Freigabe")),
)

KIND = _field(
    _ID, "report", "kind", K.CHOICE, "Kind", "Art",
    options=tuple(Option(kind.value, KIND_NAMES[kind]) for kind in Kind),
)  # fmt: skip
PRIORITY = _field(
    _PR, "rating", "priority", K.CHOICE, "Priority", "Priorität",
    options=tuple(Option(p.value, PRIORITY_NAMES[p]) for p in Priority),
)  # fmt: skip

PLAN = "plan"

INSTEAD = "instead"  # of an incident, where a report is none
SINGLE, INTERRUPTION, RECTIFIABLE = "test_single", "test_interruption", "test_rectifiable"

_identification = partial(_field, _ID)
_containment = partial(_field, _CO)
_prioritisation = partial(_field, _PR)
_reaction = partial(_field, _RE)
_conclusion = partial(_field, _CL)

CORE_FIELDS: tuple[Field, ...] = (
    KIND,
    _identification("report", "title", K.TEXT, "Title", "Titel",
        help=Text("One line that a colleague understands", "Eine Zeile, die alle verstehen")),
    _identification("report", "what_happened", K.PROSE, "What happened", "Was ist passiert",
        help=Text("Facts in their order, no names of people", "Tatsachen der Reihe nach, ohne Namen")),
    _identification("report", "immediate_action", K.PROSE, "Done at once", "Sofort getan"),
    _identification("times", "occurred", K.TIME, "Occurred", "Ereignet", past=True),
    _identification("times", "discovered", K.TIME, "Discovered", "Entdeckt", past=True),
    _identification("times", "reported", K.TIME, "Reported", "Gemeldet", past=True),
    _identification("place", "place", K.PLACE, "Place", "Ort"),
    _identification("place", "place_detail", K.TEXT, "Exact place", "Genauer Ort",
        help=Text("room, bed or machine", "Raum, Bett oder Maschine")),
    _identification("place", "equipment", K.EQUIPMENT, "Equipment involved", "Beteiligte Geräte"),
    _identification("classification", "category", K.CATEGORY, "Category", "Kategorie"),
    _identification("classification", "subcategory", K.SUBCATEGORY, "Subcategory", "Unterkategorie"),
    _identification("classification", "detected_by", K.CHOICE, "Detected by", "Entdeckt durch",
        options=_options(("staff", "Staff", "Personal"), ("affected", "Patient or customer",
            "Betroffene Person"), ("equipment", "Equipment or monitoring", "Gerät oder Überwachung"),
            ("inspection", "Inspection", "Kontrolle"), ("audit", "Audit", "Audit"),
            ("other", "Other", "Sonstige"))),
    _identification("triage", SINGLE, K.YES_NO, "Single and unexpected", "Einmalig und unerwartet",
        help=Text("not the same again, not planned", "nicht dasselbe noch einmal, nicht geplant")),
    _identification("triage", INTERRUPTION, K.YES_NO, "Unplanned interruption", "Ungeplante Unterbrechung",
        help=Text("work or care stopped, or became worse", "Arbeit oder Versorgung stockte oder wurde schlechter")),
    _identification("triage", RECTIFIABLE, K.YES_NO, "Can be put right promptly", "Kurzfristig zu beheben",
        help=Text("without a project of its own", "ohne ein eigenes Projekt")),
    _identification("triage", INSTEAD, K.CHOICE, "What it is instead", "Was es stattdessen ist",
        options=_options(("service_request", "A request", "Ein Anliegen"),
            ("problem", "Part of a problem that is led already", "Teil eines Problems, das schon geführt wird"),
            ("complaint", "A complaint without an event", "Eine Beschwerde ohne Ereignis"),
            ("planned", "Planned work", "Geplante Arbeit"), ("other", "Something else", "Etwas anderes"))),
    _identification("people", "responsible", K.PERSON, "Responsible", "Verantwortlich"),
    _identification("people", "reporter", K.PERSON, "Reporter", "Gemeldet von"),
    _identification("people", "reporter_name", K.TEXT, "Reporter's name", "Name der meldenden Person",
        who=Who.NAME),
    _identification("imported", "old_number", K.TEXT, "Number in the old list", "Nummer in der alten Liste",
        who=Who.DETAIL),
    _containment("plan", PLAN, K.CHOICE, "Plan", "Plan"),
    _containment("extent", "extent_areas", K.TEXT, "Areas", "Bereiche"),
    _containment("extent", "extent_equipment", K.TEXT, "Equipment", "Geräte"),
    _containment("extent", "extent_lots", K.TEXT, "Lots or quantity", "Chargen oder Menge"),
    _containment("extent", "extent_patients", K.TEXT, "Patients or customers", "Patienten oder Kunden"),
    _containment("extent", "extent_staff", K.TEXT, "Staff", "Personal"),
    _containment("extent", "extent_third_parties", K.TEXT, "Third parties", "Dritte"),
    _containment("measures", "no_measure_reason", K.TEXT, "No measure needed, because",
        "Keine Sofortmaßnahme nötig, weil"),
    _containment("measures", "solved_by_measure", K.YES_NO, "Solved by this", "Damit gelöst"),
    _prioritisation("rating", "actual_column", K.CHOICE, "How bad it was", "Tatsächliche Schwere"),
    _prioritisation("rating", "actual_row", K.CHOICE, "How likely again", "Wahrscheinlichkeit erneut"),
    _prioritisation("rating", "potential_column", K.CHOICE, "How bad it could have been",
        "Mögliche Schwere"),
    _prioritisation("rating", "potential_row", K.CHOICE, "How likely that would be",
        "Wahrscheinlichkeit dafür"),
    PRIORITY,
    _prioritisation("rating", "priority_reason", K.TEXT, "Reason for another priority",
        "Grund für eine andere Priorität"),
    _prioritisation("effects", "people_affected", K.TEXT, "People affected", "Betroffene Personen"),
    _prioritisation("effects", "could_spread", K.CHOICE, "Could it spread", "Ausweitung möglich",
        options=_options(("no", "No", "Nein"), ("same_place", "Yes, at the same place", "Ja, am selben Ort"),
            ("wider", "Yes, to other places", "Ja, an andere Orte"), ("unknown", "Not known", "Unbekannt"))),
    _prioritisation("effects", "effect_now", K.TEXT, "Effect now", "Auswirkung jetzt"),
    _prioritisation("effects", "workload", K.NUMBER, "Work it needs", "Geschätzter Aufwand",
        unit=Text("hours", "Stunden")),
    _prioritisation("effects", "capacity", K.CHOICE, "Can we cope now", "Jetzt zu schaffen",
        options=_options(("yes", "Yes", "Ja"), ("tight", "Only just", "Knapp"), ("no", "No", "Nein"))),
    _prioritisation("decision", "deferral", K.CHOICE, "Decision", "Entscheidung",
        options=_options(("start_now", "Start now", "Jetzt beginnen"),
            ("put_off", "Put off until a review date", "Bis zu einem Termin zurückstellen"))),
    _prioritisation("decision", "deferral_reason", K.TEXT, "Reason for putting off",
        "Grund für die Zurückstellung"),
    _prioritisation("decision", "review_date", K.DATE, "Review on", "Wieder ansehen am"),
    _reaction("cause", "cause", K.PROSE, "Cause", "Ursache"),
    _reaction("cause", "contributing", K.PROSE, "What contributed", "Was beigetragen hat"),
    _reaction("test", "test_how", K.PROSE, "How it was tested", "Wie geprüft wurde"),
    _reaction("test", "test_result", K.CHOICE, "Result", "Ergebnis",
        options=_options(("passed", "Passed", "Bestanden"), ("failed", "Not passed", "Nicht bestanden"))),
    _conclusion("summary", "summary", K.PROSE, "Summary", "Zusammenfassung"),
    _conclusion("review", "review_worked", K.PROSE, "What worked well", "Was gut lief"),
    _conclusion("review", "review_challenges", K.PROSE, "What was difficult", "Was schwierig war"),
    _conclusion("review", "review_better", K.PROSE, "What we do better next time",
        "Was wir künftig besser machen"),
    _conclusion("review", "weakness", K.CHOICES, "Weakness", "Schwachstelle",
        options=_options(("system", "System", "System"), ("process", "Process", "Ablauf"),
            ("skill", "Skill", "Kenntnisse"))),
    _conclusion("review", "lesson", K.PROSE, "Lesson", "Lehre"),
    _conclusion("review", "feedback", K.PROSE, "Answer to the reporter", "Rückmeldung an die meldende Person"),
    _conclusion("costs", "cost", K.NUMBER, "Cost", "Kosten"),
    _conclusion("costs", "downtime", K.NUMBER, "Downtime", "Ausfallzeit", unit=Text("hours", "Stunden")),
    _conclusion("costs", "days_lost", K.NUMBER, "Days lost", "Ausfalltage", unit=Text("days", "Tage")),
)  # fmt: skip

CORE = {field.key: field for field in CORE_FIELDS}
RATING_KEYS = ("actual_row", "actual_column", "potential_row", "potential_column")
BY_MATRIX = frozenset({*RATING_KEYS, "priority", "priority_reason"})  # written by RatePriority alone
RATED = BY_MATRIX | {"actual_score", "potential_score", "matrix", "suggested_priority"}  # with what the matrix told
EXTENT_KEYS = tuple(field.key for field in CORE_FIELDS if field.section == "extent")
