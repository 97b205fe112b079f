"""What one incident teaches the next: the kinds of knowledge records, each with its fields, declared once.

A problem, an article, an improvement and a hazard are the same kind of chain: their form, checks, journal, list and
paper follow from what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, partial
from typing import Any

from incident_desk.domain.declarations import Field, FieldKind
from incident_desk.domain.fields import CORE, PRIORITY
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.text import NO_TEXT, Text
from incident_desk.domain.vocabulary import Step

K = FieldKind
INCIDENTS = "incidents"  # the one list of such a record: where it comes from


class KnowledgeKind(StrEnum):
    PROBLEM = "problem"
    ARTICLE = "article"
    IMPROVEMENT = "improvement"
    HAZARD = "hazard"


class KnowledgeState(StrEnum):
    """Only an article is published; the others stay open until they are concluded."""

    OPEN = "open"
    PUBLISHED = "published"
    CONCLUDED = "concluded"


@dataclass(frozen=True)
class KnowledgeForm:
    """One kind. `prefix` begins its numbers; `due` names the field with the day on which somebody is to look again;
    `explained`: what such a record is for, to people who never saw one.
    """

    kind: KnowledgeKind
    prefix: str
    one: Text
    many: Text
    explained: Text
    fields: tuple[Field, ...]
    states: Mapping[KnowledgeState, Text]
    due: str
    needed: tuple[str, ...] = ("title",)

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(field.key for field in self.fields)


def _field(key: str, kind: FieldKind, en: str, de: str, help: Text = NO_TEXT) -> Field:
    return Field(key, kind, Text(en, de), Step.REACTION, "knowledge", help)


_prose = partial(_field, kind=K.PROSE)
_day = partial(_field, kind=K.DATE)

TITLE, OWNER = CORE["title"], _field("owner", K.PERSON, "Owner", "Verantwortlich")
CATEGORY, PLACE, EQUIPMENT = CORE["category"], CORE["place"], CORE["equipment"]
REVIEW = _day("review_by", en="Look at it again by", de="Wieder ansehen bis")
DUE = _day("due_by", en="Due", de="Fällig")
RATED_BEFORE, RATED_AFTER = ("severity_before", "likelihood_before"), ("severity_after", "likelihood_after")
RISKS = {"risk_before": RATED_BEFORE, "risk_after": RATED_AFTER}
"""What follows from how bad and how likely, and is typed by nobody."""

_STATES = {
    KnowledgeState.OPEN: Text("Open", "Offen"),
    KnowledgeState.CONCLUDED: Text("Concluded", "Abgeschlossen"),
}

FORMS: Mapping[KnowledgeKind, KnowledgeForm] = {
    form.kind: form
    for form in (
        KnowledgeForm(
            KnowledgeKind.PROBLEM, "PROB", Text("Problem", "Problem"), Text("Problems", "Probleme"),
            Text("The cause behind incidents that come again.", "Die Ursache hinter Vorgängen, die wiederkehren."),
            (TITLE,
             _prose("symptom", en="How it shows", de="Wie es sich zeigt"),
             _prose("root_cause", en="Root cause", de="Grundursache"),
             _prose("workaround", en="What helps until it is solved", de="Was hilft, bis es gelöst ist"),
             _prose("solution", en="Solution", de="Lösung"),
             OWNER, DUE, CATEGORY, PLACE, EQUIPMENT),
            _STATES, DUE.key,
        ),
        KnowledgeForm(
            KnowledgeKind.ARTICLE, "ART", Text("Article", "Artikel"), Text("Articles", "Artikel"),
            Text("A lesson for whoever meets the same again.", "Eine Lehre für alle, denen dasselbe begegnet."),
            (TITLE,
             _prose("article_text", en="What to know and do", de="Was zu wissen und zu tun ist",
                help=Text("Short, without names of people", "Kurz, ohne Namen von Personen")),
             CATEGORY, PLACE, EQUIPMENT, OWNER, REVIEW),
            {
                KnowledgeState.OPEN: Text("Draft", "Entwurf"),
                KnowledgeState.PUBLISHED: Text("Published", "Veröffentlicht"),
                KnowledgeState.CONCLUDED: Text("Withdrawn", "Zurückgezogen"),
            },
            REVIEW.key, ("title", "article_text"),
        ),
        KnowledgeForm(
            KnowledgeKind.IMPROVEMENT, "IMPR", Text("Improvement", "Verbesserung"),
            Text("Improvements", "Verbesserungen"),
            Text("What becomes better, by whom and by when.", "Was besser wird, durch wen und bis wann."),
            (TITLE,
             _prose("better", en="What becomes better", de="Was besser wird"),
             OWNER, DUE,
             _prose("result", en="Result", de="Ergebnis"),
             CATEGORY, PLACE, EQUIPMENT),
            _STATES, DUE.key,
        ),
        KnowledgeForm(
            KnowledgeKind.HAZARD, "HAZ", Text("Hazard", "Gefährdung"), Text("Hazards", "Gefährdungen"),
            Text("What could go wrong, how bad it would be, and what keeps it from happening.",
                 "Was passieren könnte, wie schlimm es wäre und was davor schützt."),
            (TITLE,
             _prose("danger", en="What could happen", de="Was passieren kann"),
             _field("severity_before", K.CHOICE, "How bad without measures", "Schwere ohne Maßnahmen"),
             _field("likelihood_before", K.CHOICE, "How likely without measures",
                "Wahrscheinlichkeit ohne Maßnahmen"),
             _prose("protection", en="Measures", de="Maßnahmen"),
             _field("severity_after", K.CHOICE, "How bad with measures", "Schwere mit Maßnahmen"),
             _field("likelihood_after", K.CHOICE, "How likely with measures", "Wahrscheinlichkeit mit Maßnahmen"),
             CATEGORY, PLACE, EQUIPMENT, OWNER, REVIEW),
            _STATES, REVIEW.key,
        ),
    )
}  # fmt: skip

# What is asked for beside the fields: why, which incident, which problem.
REASON = _field("reason", K.TEXT, "Reason", "Grund")
NUMBER = _field("linked", K.TEXT, "Number of the incident", "Nummer des Vorgangs")
OF_PROBLEM = _field("knowledge", K.CHOICE, "Problem", "Problem")

RISK_FIELDS = (
    Field("risk_before", K.CHOICE, Text("Risk without measures", "Risiko ohne Maßnahmen"), Step.REACTION, "knowledge",
          options=PRIORITY.options),
    Field("risk_after", K.CHOICE, Text("Risk with measures", "Risiko mit Maßnahmen"), Step.REACTION, "knowledge",
          options=PRIORITY.options),
)  # fmt: skip
ASKED = tuple({field.key: field for form in FORMS.values() for field in form.fields}.values())
FIELDS: Mapping[str, Field] = {field.key: field for field in (*ASKED, *RISK_FIELDS)}
PERSONAL = frozenset(key for key, field in FIELDS.items() if field.personal)


def form_of(values: Mapping[str, Any]) -> KnowledgeForm:
    """The form of a record, by its values."""
    return FORMS[KnowledgeKind(values["kind"])]


def asked(field: Field, pack: Pack | None) -> Field:
    """The field with the answers that the pack's matrix gives it."""
    if pack is None:
        return field
    part, _, _ = field.key.partition("_")
    options = pack.options({"severity": "actual_column", "likelihood": "actual_row"}.get(part, ""))
    return replace(field, options=options) if options else pack.with_options(field)


def field_of(key: str, pack: Pack | None) -> Field | None:
    """The declared field of any of the kinds."""
    found = FIELDS.get(key)
    return None if found is None else asked(found, pack)


def risks(values: Mapping[str, Any], pack: Pack) -> dict[str, str | None]:
    """What the matrix gives for how bad and how likely, before and after; None where one of them is not stated."""
    found: dict[str, str | None] = {}
    for key, (bad, likely) in RISKS.items():
        row, column = values.get(likely), values.get(bad)
        found[key] = str(pack.matrix.priority(pack.matrix.score(row, column))) if row and column else None
    return found
