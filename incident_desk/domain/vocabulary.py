"""The field's standard terms: kinds of record, the five steps, priorities, roles, where a record stands."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from incident_desk.domain.text import Text


class Kind(StrEnum):
    """The four kinds of record (AHRQ Common Formats: incident, near miss, unsafe condition; good catch)."""

    INCIDENT = "incident"
    NEAR_MISS = "near_miss"
    HAZARD = "hazard"
    GOOD_CATCH = "good_catch"


class Step(IntEnum):
    """The five steps, in order. A report in the inbox has not entered the first one yet."""

    IDENTIFICATION = 1
    CONTAINMENT = 2
    PRIORITISATION = 3
    REACTION = 4
    CONCLUSION = 5

    @property
    def key(self) -> str:
        return self.name.lower()


STEP_BY_KEY = {step.key: step for step in Step}


class Priority(StrEnum):
    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NOT_SET = "not_set"

    @property
    def rank(self) -> int:
        """0 is the most urgent; a record without a priority sorts last."""
        return list(Priority).index(self)


class Status(StrEnum):
    """Where a record stands, beside its step."""

    INBOX = "inbox"
    OPEN = "open"
    CONCLUDED = "concluded"
    NOT_REPORTABLE = "not_reportable"
    JOINED = "joined"
    VOID = "void"


class Role(StrEnum):
    REPORTER = "reporter"
    COORDINATOR = "coordinator"
    MANAGER = "manager"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


KIND_NAMES = {
    Kind.INCIDENT: Text("Incident", "Zwischenfall"),
    Kind.NEAR_MISS: Text("Near miss", "Beinahe-Ereignis"),
    Kind.HAZARD: Text("Hazard", "Gefahrenstelle"),
    Kind.GOOD_CATCH: Text("Good catch", "Gut bemerkt"),
}
KIND_HINTS = {
    Kind.INCIDENT: Text("something went wrong", "etwas ist passiert"),
    Kind.NEAR_MISS: Text("it nearly went wrong", "es wäre fast passiert"),
    Kind.HAZARD: Text("it could go wrong", "es könnte etwas passieren"),
    Kind.GOOD_CATCH: Text("found in time", "rechtzeitig bemerkt"),
}
STEP_NAMES = {
    Step.IDENTIFICATION: Text("Identification", "Erfassung"),
    Step.CONTAINMENT: Text("Containment", "Eindämmung"),
    Step.PRIORITISATION: Text("Prioritisation", "Priorisierung"),
    Step.REACTION: Text("Reaction", "Bearbeitung"),
    Step.CONCLUSION: Text("Conclusion", "Abschluss"),
}
PRIORITY_NAMES = {
    Priority.CRITICAL: Text("Critical", "Kritisch"),
    Priority.HIGH: Text("High", "Hoch"),
    Priority.MEDIUM: Text("Medium", "Mittel"),
    Priority.LOW: Text("Low", "Niedrig"),
    Priority.NOT_SET: Text("Not set", "Nicht bewertet"),
}
STATUS_NAMES = {
    Status.INBOX: Text("In the inbox", "Im Eingang"),
    Status.OPEN: Text("Open", "Offen"),
    Status.CONCLUDED: Text("Concluded", "Abgeschlossen"),
    Status.NOT_REPORTABLE: Text("Not reportable", "Nicht meldepflichtig"),
    Status.JOINED: Text("Joined to another record", "Mit anderem Vorgang vereint"),
    Status.VOID: Text("Void", "Ungültig"),
}
ROLE_NAMES = {
    Role.REPORTER: Text("Reporter", "Meldende Person"),
    Role.COORDINATOR: Text("Coordinator", "Koordination"),
    Role.MANAGER: Text("Manager", "Leitung"),
    Role.AUDITOR: Text("Auditor", "Prüfung"),
    Role.ADMINISTRATOR: Text("Administrator", "Verwaltung"),
}
