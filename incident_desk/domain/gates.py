"""Gates: what a step must hold before the next. A need is a field, or a condition that some fields meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from incident_desk.domain.fields import CORE, EXTENT_KEYS, RATING_KEYS
from incident_desk.domain.incident import Incident
from incident_desk.domain.packs.model import Pack
from incident_desk.domain.text import Text
from incident_desk.domain.vocabulary import Status, Step


@dataclass(frozen=True, slots=True)
class Condition:
    """A need that is more than one field. `fields` and `list` are what a person fills to meet it; one of them is
    enough where `any_of`.
    """

    key: str
    label: Text
    met: Callable[[Incident, Pack], bool]
    fields: tuple[str, ...] = ()
    list: str = ""
    any_of: bool = False


def _all_of(*keys: str) -> Callable[[Incident, Pack], bool]:
    """Met once every one of these fields is filled."""
    needed = frozenset(keys)
    return lambda incident, pack: incident.values.keys() >= needed


def _extent(incident: Incident, pack: Pack) -> bool:
    return not incident.values.keys().isdisjoint(EXTENT_KEYS)


def _measure(incident: Incident, pack: Pack) -> bool:
    """In force until the cause is mended and the test passed; from then on measures may be lifted."""
    over = incident.step is Step.CONCLUSION or _passed(incident, pack)
    held = [item for item in incident.record.of("measures") if over or "lifted" not in item.values]
    return bool(held) or "no_measure_reason" in incident.values


def _passed(incident: Incident, pack: Pack) -> bool:
    return incident.values.get("test_result") == "passed"


def _deferral(incident: Incident, pack: Pack) -> bool:
    if incident.values.get("deferral") == "put_off":
        return incident.values.keys() >= {"deferral_reason", "review_date"}
    return "deferral" in incident.values


def _actions(incident: Incident, pack: Pack) -> bool:
    return all(
        item.values.get("kind") not in {"immediate", "corrective"} or "done" in item.values or "moved_on" in item.values
        for item in incident.record.of("actions")
    )


def _obligations(incident: Incident, pack: Pack) -> bool:
    return all(
        "met" in item.values or {"owner", "due"} <= item.values.keys() for item in incident.record.of("obligations")
    )


def _signed(incident: Incident, pack: Pack) -> bool:
    present = {item.values.get("sign_off") for item in incident.signatures}
    return all(sign_off.key in present for sign_off in pack.sign_offs if sign_off.needed)


def _questions(incident: Incident, pack: Pack) -> bool:
    questions = pack.questions(str(incident.values.get("category", "")))
    return all(question.key in incident.values for question in questions)


_REVIEW = ("review_worked", "review_challenges", "review_better")

CONDITIONS = {
    condition.key: condition
    for condition in (
        Condition("extent_stated", Text("Extent: what and who is affected", "Ausmaß: was und wer betroffen ist"),
                  _extent, EXTENT_KEYS, any_of=True),
        Condition("measure_or_none_needed",
                  Text("A measure in force, or why none is needed",
                       "Eine geltende Sofortmaßnahme oder der Grund, warum keine nötig ist"),
                  _measure, ("no_measure_reason",), "measures", any_of=True),
        Condition("priority_rated", Text("The matrix answered", "Matrix beantwortet"),
                  _all_of(*RATING_KEYS), RATING_KEYS),
        Condition("workload_stated", Text("Work it needs", "Geschätzter Aufwand"),
                  _all_of("workload"), ("workload",)),
        Condition("deferral_decided", Text("Start now or put off", "Jetzt beginnen oder zurückstellen"),
                  _deferral, ("deferral", "deferral_reason", "review_date")),
        Condition("cause_stated", Text("The cause", "Die Ursache"), _all_of("cause"), ("cause",)),
        Condition("actions_settled",
                  Text("Every corrective action done, or moved on with a reason",
                       "Jede Korrekturmaßnahme erledigt oder begründet weitergeführt"),
                  _actions, (), "actions"),
        Condition("test_passed", Text("The test passed", "Prüfung bestanden"),
                  _passed, ("test_how", "test_result")),
        Condition("review_written", Text("The review", "Die Nachbesprechung"),
                  _all_of(*_REVIEW), _REVIEW),
        Condition("obligations_settled",
                  Text("Every duty met, or open with owner and date",
                       "Jede Meldepflicht erfüllt oder mit Zuständigen und Termin offen"),
                  _obligations, (), "obligations"),
        Condition("signed_off", Text("Sign-off", "Freigabe"), _signed, (), "sign_offs"),
        Condition("category_questions", Text("Questions of the category", "Fragen zur Kategorie"), _questions),
    )
}  # fmt: skip

KNOWN_NEEDS = frozenset(CONDITIONS) | frozenset(CORE)


def is_met(need: str, incident: Incident, pack: Pack) -> bool:
    condition = CONDITIONS.get(need)
    return need in incident.values if condition is None else condition.met(incident, pack)


def gate_missing(incident: Incident, pack: Pack, step: Step) -> tuple[str, ...]:
    """The needs of one step that are neither met nor overridden: those of its gate, and the site's own fields. What
    was concluded is not asked for fields that the site added later, and what came concluded from an old list for none.
    """
    return _unmet(incident, pack, (step,))


def missing(incident: Incident, pack: Pack, route: Sequence[Step] | None = None) -> tuple[str, ...]:
    """Everything still to be completed in the steps up to the present one of its route, or of that `route`."""
    present = incident.step
    if present is None:
        return ()
    return _unmet(incident, pack, [step for step in (incident.route if route is None else route) if step <= present])


def _unmet(incident: Incident, pack: Pack, steps: Sequence[Step]) -> tuple[str, ...]:
    concluded = incident.status is Status.CONCLUDED
    if concluded and incident.values.get("steps_not_recorded"):
        return ()
    kind, priority = incident.kind, incident.priority
    needs: dict[str, None] = {}  # each once, in the order of the steps
    for step in steps:
        needs.update(dict.fromkeys(pack.gate(step, kind, priority).needs))
        if not concluded:
            needs.update(dict.fromkeys(pack.needed_fields(step)))
    passed_over = incident.overridden | pack.retired_fields
    return tuple([need for need in needs if need not in passed_over and not is_met(need, incident, pack)])


def need_fields(need: str, incident: Incident, pack: Pack) -> tuple[str, ...]:
    """The fields a person fills to meet the need."""
    if need == "category_questions":
        questions = pack.questions(str(incident.values.get("category", "")))
        return tuple(question.key for question in questions if question.key not in incident.values)
    condition = CONDITIONS.get(need)
    return (need,) if condition is None else condition.fields
